// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/case_result.h"

#include "tensor/data_format.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace convscope {

/// A comparison as people look at it: the difference as a tensor, its figures, and the map with the
/// worst cell.
struct TensorDifference
{
    /// Both of the same shape; else nothing but `format` is known.
    bool isComparable = false;
    DataFormat format = DataFormat::ChannelsLast;
    /// computed − expected.
    Tensor difference;
    double largest = 0;
    double mean = 0;
    /// `largest` over the largest finite |expected|; 0 where that is 0.
    double relative = 0;
    /// Cells that are farther off than allowed, and all cells.
    std::int64_t outside = 0;
    std::int64_t count = 0;
    /// Most units in the last place by which a value is off; values below 5 % of the largest are
    /// counted in the units of that (near zero their own mean nothing). Infinite where a difference
    /// is; nothing where there are no values.
    std::optional<double> ulp;
    /// Largest |difference| of each map.
    std::vector<double> perMap;
    /// The worst cell as an index of the tensor, batch first.
    Extents worst;
    /// The map it lies in, and where: of a volume `position` is its slice.
    std::int64_t batch = 0;
    std::int64_t channel = 0;
    std::int64_t position = 0;
    std::int64_t row = 0;
    std::int64_t column = 0;
};

[[nodiscard]] TensorDifference differenceOf(const ComparedTensor &compared, DataFormat format);

/// Where the channels of a compared tensor lie.
[[nodiscard]] DataFormat formatOf(const ComparedTensor &compared, const CaseStages &stages);

/// The largest finite |value| of some values; 0 where there is none.
[[nodiscard]] double largestMagnitude(std::span<const float> values);

} // namespace convscope
