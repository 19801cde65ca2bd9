// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/comparison.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

/// Coordinates of the element at `position`.
Extents indexAt(const Extents &extents, std::size_t position)
{
    Extents index(extents.size());
    auto rest = static_cast<std::int64_t>(position);
    for (std::size_t i = extents.size(); i-- > 0;) {
        index[i] = rest % extents[i];
        rest /= extents[i];
    }
    return index;
}

double largestFinite(std::span<const float> values)
{
    double largest = 0;
    for (const float value : values) {
        if (std::isfinite(value))
            largest = std::max(largest, std::abs(static_cast<double>(value)));
    }
    return largest;
}

/// 0 where both are the same non-finite value, infinity where one alone is.
double error(float got, float reference)
{
    if (std::isfinite(got) && std::isfinite(reference))
        return std::abs(static_cast<double>(got) - static_cast<double>(reference));
    const bool same = std::isnan(reference) ? std::isnan(got) : got == reference;
    return same ? 0 : std::numeric_limits<double>::infinity();
}

} // namespace

Comparison compare(const Tensor &got, const Tensor &reference, const Tolerance &tolerance)
{
    Comparison result;
    if (got.extents() != reference.extents()) {
        result.maxError = std::numeric_limits<double>::infinity();
        result.message = words("expected the shape {expected}, got {received}",
                               toString(reference.extents()), toString(got.extents()));
        return result;
    }
    const auto values = got.values();
    const auto wanted = reference.values();
    const double scale = tolerance.elementwise ? 0 : largestFinite(wanted);
    double worstRatio = -1;
    double sum = 0;
    std::size_t worst = 0;
    std::size_t beyond = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const double e = error(values[i], wanted[i]);
        const double own = tolerance.elementwise && std::isfinite(wanted[i])
                               ? std::abs(static_cast<double>(wanted[i]))
                               : scale;
        const double allowed = tolerance.absolute + tolerance.relative * own;
        if (std::isfinite(e))
            sum += e;
        result.maxError = std::max(result.maxError, e);
        beyond += e > allowed ? 1U : 0U;
        // Without any tolerance equal elements are still better than others.
        const double ratio = allowed > 0 ? e / allowed : (e > 0 ? HUGE_VAL : 0);
        if (ratio > worstRatio) {
            worstRatio = ratio;
            worst = i;
            result.allowed = allowed;
        }
    }
    result.matches = beyond == 0;
    if (wanted.empty())
        return result;
    result.meanError = sum / static_cast<double>(wanted.size());
    result.worstIndex = indexAt(reference.extents(), worst);
    if (!result.matches)
        result.message =
            words("at {index} got {received}, expected {expected}: off by {difference}, "
                  "allowed {allowed}; {count} of {all} elements are too far off",
                  toString(result.worstIndex), values[worst], wanted[worst],
                  error(values[worst], wanted[worst]), result.allowed, beyond, wanted.size());
    return result;
}

} // namespace convscope
