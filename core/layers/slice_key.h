// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "kernels/move/strided_view.h"
#include "layers/sight.h"
#include "tensor/shape.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// One entry between the brackets of x[…].
struct SliceItem
{
    enum class Kind
    {
        Range,    ///< start:stop:step
        Index,    ///< one cell, its axis goes
        NewAxis,  ///< None: an axis of length 1
        Ellipsis, ///< all axes that are not named
    };

    Kind kind = Kind::Range;
    std::optional<std::int64_t> start; ///< or the index
    std::optional<std::int64_t> stop;
    std::optional<std::int64_t> step;

    bool operator==(const SliceItem &) const = default;
};

using SliceKey = std::vector<SliceItem>;

/// What stands between the brackets, as Python writes it: ":, 1:3, ::2, ..., None, 0". nullopt for
/// what is no such text; at most one "...", no step of 0.
[[nodiscard]] std::optional<SliceKey> parseSliceKey(std::string_view text);
[[nodiscard]] std::string toString(const SliceKey &key);

/// Shape of x[key]; E11 where an index lies outside, too many axes are named, or the batch would
/// not stay whole.
[[nodiscard]] Result<Shape> slicedShape(const SliceKey &key, const Shape &shape);

/// Where the values of x[key] lie; the key must fit the extents (slicedShape has checked).
[[nodiscard]] StridedView slicedView(const SliceKey &key, const Extents &extents);

/// What a cell of x[key] sees. Maps of ranges that go backward have a negative step.
[[nodiscard]] Sight slicedSight(const SliceKey &key, const Shape &shape);

} // namespace convscope
