// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/statistics_check.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

struct Statistics
{
    double minimum = std::numeric_limits<double>::infinity();
    double maximum = -std::numeric_limits<double>::infinity();
    double sum = 0;
    std::int64_t count = 0;
    std::int64_t zeros = 0;
    bool hasNan = false;
};

Statistics statisticsOf(const Tensor &tensor)
{
    Statistics all;
    for (const float value : tensor.values()) {
        const auto v = static_cast<double>(value);
        all.minimum = std::min(all.minimum, v);
        all.maximum = std::max(all.maximum, v);
        all.sum += v;
        all.zeros += value == 0 ? 1 : 0;
        all.hasNan = all.hasNan || std::isnan(value);
        ++all.count;
    }
    return all;
}

bool isIn(const NumberRange &range, double value)
{
    return range.low <= value && value <= range.high;
}

} // namespace

std::vector<CaseCheck> statisticsChecks(const ExpectedStatistics &expected, const Tensor &output)
{
    const Statistics got = statisticsOf(output);
    const auto count = static_cast<double>(got.count);
    std::vector<CaseCheck> checks;
    const auto check = [&](const std::optional<NumberRange> &range, Words what, double value) {
        if (!range)
            return;
        // Not-a-number passes through comparisons unseen.
        const bool holds = got.count > 0 && !got.hasNan && isIn(*range, value);
        Words said = words("{statistic} is {value}, expected {low} to {high}", what,
                           got.hasNan ? std::nan("") : value, range->low, range->high);
        checks.push_back(
            {std::move(what), holds ? CaseStatus::Passed : CaseStatus::Failed, std::move(said)});
    };
    check(expected.minimum, words("the smallest value"), got.minimum);
    check(expected.maximum, words("the largest value"), got.maximum);
    check(expected.mean, words("the mean"), got.sum / count);
    check(expected.zeros, words("the share of zeros"), static_cast<double>(got.zeros) / count);
    if (expected.bounds) {
        // Every end that is passed is told; the largest value stands for both where none is.
        const bool isLow = !isIn(*expected.bounds, got.minimum);
        const bool isHigh = !isIn(*expected.bounds, got.maximum);
        if (isLow)
            check(expected.bounds, words("the smallest value"), got.minimum);
        if (isHigh || !isLow)
            check(expected.bounds, words("the largest value"), got.maximum);
    }
    return checks;
}

} // namespace convscope
