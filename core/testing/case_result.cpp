// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/case_result.h"

#include "base/check.h"

#include <algorithm>

namespace convscope {

std::string_view toString(CaseStatus status)
{
    switch (status) {
    case CaseStatus::Passed:
        return "passed";
    case CaseStatus::Failed:
        return "failed";
    case CaseStatus::Skipped:
        return "skipped";
    }
    checkFailed("a known status", std::source_location::current());
}

const ComparedTensor *CaseDetail::shown() const
{
    const ComparedTensor *closest = nullptr;
    double largest = -1;
    for (const ComparedTensor &one : compared) {
        if (!one.comparison.matches)
            return &one;
        const double share = one.comparison.maxError / std::max(one.comparison.allowed, 1e-300);
        if (share > largest) {
            largest = share;
            closest = &one;
        }
    }
    return closest;
}

void TestReport::add(CaseResult result)
{
    switch (result.status) {
    case CaseStatus::Passed:
        ++passed;
        break;
    case CaseStatus::Failed:
        ++failed;
        break;
    case CaseStatus::Skipped:
        ++skipped;
        break;
    }
    cases.push_back(std::move(result));
}

} // namespace convscope
