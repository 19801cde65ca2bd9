// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/shape.h"

#include <cstdint>
#include <optional>
#include <span>

namespace convscope {

/// A shape seen for statistics: value (o, a, g, b) lies at ((o·before + a)·groups + g)·after + b,
/// and there is one statistic per (o, g), over all a and b.
struct GroupSplit
{
    std::int64_t outer = 1;
    std::int64_t before = 1;
    std::int64_t groups = 1;
    std::int64_t after = 1;
};

/// Statistics over `axes` (none negative, ascending); nullopt where these and the others alternate
/// more often than a split can say: then bring them to the end first.
[[nodiscard]] std::optional<GroupSplit> groupSplit(const Extents &extents,
                                                   std::span<const int> axes);

} // namespace convscope
