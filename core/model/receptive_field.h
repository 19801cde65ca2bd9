// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/sight.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace convscope {

/// How far the output cells of a layer see along one spatial axis of the model's input, for the
/// layer as a whole; cell_fields.h tells it of one cell.
struct FieldAxis
{
    /// Cells of the largest field, padding included: behind transposed layers it depends on the
    /// place.
    std::int64_t size = 1;
    /// Input cells between the fields of neighbouring outputs; a fraction after up-sampling, 0
    /// where all outputs see the same, not a number where the output's places do not follow the
    /// input's.
    double jump = 1;
    /// First input cell of output cell 0; negative in padding.
    double start = 0;

    bool operator==(const FieldAxis &) const = default;
};

/// One entry per spatial axis; `everything` where every output cell sees the whole input.
struct ReceptiveField
{
    std::vector<FieldAxis> axes;
    bool everything = false;

    bool operator==(const ReceptiveField &) const = default;
};

/// Cells of one axis, both ends included; none where `last` < `first`.
struct CellSpan
{
    std::int64_t first = 0;
    std::int64_t last = -1;

    [[nodiscard]] bool isEmpty() const { return last < first; }
    bool operator==(const CellSpan &) const = default;
};

/// The field of all cells of one tensor along one spatial axis of the input.
struct FieldTrack
{
    enum class Kind
    {
        Places,    ///< follows an axis of the tensor
        Same,      ///< the same cells from everywhere
        Scattered, ///< one field per cell, in an order that no axis follows (Flatten)
    };
    Kind kind = Kind::Places;
    /// The tensor's axis that is followed.
    int axis = 1;
    /// First and last input cell seen from place o of that axis: entry o mod period, moved by
    /// `advance` for every whole period. A first beyond the last: nothing is seen.
    std::vector<CellSpan> phases;
    std::int64_t advance = 1;
    /// Cells seen from anywhere: of Same exactly these.
    CellSpan all;
    /// Cells of the largest field.
    std::int64_t size = 1;
    /// Length of the input along this axis.
    std::int64_t length = 1;
};

/// The tracks of one tensor, an entry per spatial axis of the input.
using FieldTracks = std::vector<FieldTrack>;

/// Of a model's input of this shape.
[[nodiscard]] FieldTracks inputTracks(const Shape &shape, DataFormat format);

/// Of a layer's output, from those of one of its inputs; nullopt where they become too many to
/// follow. All extents known.
[[nodiscard]] std::optional<FieldTracks> tracksThrough(const FieldTracks &before,
                                                       const Sight &sight, const Extents &input,
                                                       const Extents &output);

/// Where branches meet: from any of the two.
[[nodiscard]] std::optional<FieldTracks> unitedTracks(const FieldTracks &a, const FieldTracks &b,
                                                      const Extents &output);

[[nodiscard]] ReceptiveField fieldOf(const FieldTracks &tracks);

} // namespace convscope
