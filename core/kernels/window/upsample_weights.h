// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/window/upsample.h"

#include <array>
#include <cstddef>
#include <vector>

namespace convscope {

/// At most ten numbers (Lanczos5), without memory of their own: there is one per output cell.
class TapWeights
{
public:
    void add(double weight) { m_values[m_count++] = weight; }
    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] double operator[](std::size_t i) const { return m_values[i]; }
    [[nodiscard]] double *begin() { return m_values.data(); }
    [[nodiscard]] double *end() { return m_values.data() + m_count; }
    [[nodiscard]] const double *begin() const { return m_values.data(); }
    [[nodiscard]] const double *end() const { return m_values.data() + m_count; }

private:
    std::array<double, 10> m_values;
    std::size_t m_count = 0;
};

/// One output cell of one axis: the weighted cells first … first + weights − 1 of the input.
struct AxisTaps
{
    std::int64_t first = 0;
    TapWeights weights;
};

/// Output cell `o` of an axis of n cells.
[[nodiscard]] AxisTaps axisTapsAt(Interpolation interpolation, std::int64_t o, std::int64_t n,
                                  std::int64_t factor);

/// Weight of a cell that far, in cells, from where the result's cell lies; for those that blend,
/// all but BilinearLegacy.
[[nodiscard]] double interpolationWeight(Interpolation interpolation, double distance);
/// From how far the cells are that have a weight.
[[nodiscard]] std::int64_t interpolationRadius(Interpolation interpolation);

/// All n · factor output cells of an axis. Nearest has one weight of 1 each.
[[nodiscard]] std::vector<AxisTaps> axisTaps(Interpolation interpolation, std::int64_t n,
                                             std::int64_t factor);

} // namespace convscope
