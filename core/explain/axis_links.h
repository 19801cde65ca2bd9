// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/axis_map.h"

#include <cstdint>
#include <span>
#include <vector>

// What meets what along one axis of a layer: the links behind "this input cell feeds these
// outputs", "this weight is used at these places" and the coverage of a transposed convolution. Of
// several axes all combinations meet.

namespace convscope {

/// Input cell `input`, tap `tap` and output cell `output` meet.
struct AxisLink
{
    std::int64_t output = 0;
    std::int64_t tap = 0;
    /// −1 in the padding or between cells.
    std::int64_t input = 0;

    bool operator==(const AxisLink &) const = default;
};

/// The taps of output cell `o`, those that meet no cell included. Costs the taps.
[[nodiscard]] std::vector<AxisLink> linksOfOutput(const AxisMap &map, std::int64_t o);
/// Every output that input cell `i` feeds, with the tap it does so by: of a transposed convolution
/// the cells it scatters to. Costs the taps.
[[nodiscard]] std::vector<AxisLink> linksOfInput(const AxisMap &map, std::int64_t i);
/// Every place that tap `k` is used at. Costs the outputs.
[[nodiscard]] std::vector<AxisLink> linksOfTap(const AxisMap &map, std::int64_t k);

/// How many taps of each output cell meet a cell of the input. The coverage of a cell of several
/// axes is the product of its axes' counts; uneven counts are the checkerboard of a transposed
/// convolution.
[[nodiscard]] std::vector<std::int64_t> coverage(const AxisMap &map);

} // namespace convscope
