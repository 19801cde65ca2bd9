// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/axis_map.h"
#include "schema/value.h"
#include "tensor/data_format.h"
#include "tensor/shape.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// What an output cell of a layer can see of one of the layer's inputs. Every layer class states it
// (LayerDefinition::sight); receptive fields, their reverse and the explanation of a value follow
// from it. The functions below make the statements that occur; a layer's file picks one:
//     samePlace          activations, normalizations by stored numbers, merging, noise
//     alongAxes          the same place, and all of some axes: softmax, layer normalization
//     windowed           a window of places and all channels: convolutions
//     channelWindows     a window of places of one channel: depthwise, pooling, crop, pad,
//     up-sample permuted           the axes in another order reshaped           the values in the
//     same order under another shape everything         all of the input
// and throughActivation() after a layer that ends in an activation function. An index of an axis
// counts the batch as axis 0; the batch itself is never mixed and has no entry.

namespace convscope {

/// How one axis of the input is seen.
struct AxisSight
{
    /// The output's axis whose index o decides which cells are seen; −1: all cells, from anywhere,
    /// or `cell` alone.
    int from = -1;
    std::int64_t cell = -1;
    /// The cells seen from o. Without blocks only.
    AxisMap map;
    /// Not 0: index o sees the block ⌊o ÷ blockOutputs⌋ of blockInputs cells (channel groups).
    std::int64_t blockOutputs = 0;
    std::int64_t blockInputs = 0;
    /// Not 0: from o the cells of o + twin are seen too (glu reads both halves).
    std::int64_t twin = 0;
    /// Every o sees what any index of that axis sees (softmax and its kind along it).
    bool line = false;
    /// Indices beyond the input's ends belong to another input, not to padding (concatenation).
    bool isPart = false;

    bool operator==(const AxisSight &) const = default;
};

/// The output cells at an index along an axis.
struct OutputSlice
{
    int axis = 1;
    std::int64_t index = 0;

    bool operator==(const OutputSlice &) const = default;
};

struct Sight
{
    /// One entry per axis of the input behind the batch; empty where `order` is not.
    std::vector<AxisSight> axes;
    /// Not empty: the output holds the input's values row by row, the input's axes (from 1) taken
    /// in this order first.
    std::vector<int> order;
    /// Other output cells see nothing of this input (stacking).
    std::optional<OutputSlice> only;

    bool operator==(const Sight &) const = default;
};

/// Index o sees index o of an axis of this length.
[[nodiscard]] AxisSight sameIndex(int axis, std::int64_t length);

/// The cells at the same place. Axes that the input lacks behind the batch or that have length 1
/// there while the output is longer are stretched, as merging layers do.
[[nodiscard]] Sight samePlaceOf(const Shape &input, const Shape &output);

/// The same place along all axes but these (the input's, from 1), which are seen whole.
[[nodiscard]] Sight alongAxes(const Shape &input, std::span<const int> axes);

/// Places by the maps of the spatial axes, and all channels.
[[nodiscard]] Sight windowedSight(const Shape &input, DataFormat format,
                                  std::span<const AxisReport> axes);

/// Places by the maps; output channel o reads input channel ⌊o ÷ multiplier⌋.
[[nodiscard]] Sight channelSight(const Shape &input, DataFormat format,
                                 std::span<const AxisReport> axes, std::int64_t multiplier = 1);

/// Output axis i (from 1) is the input's axis dims[i − 1].
[[nodiscard]] Sight permuted(const Shape &input, std::span<const std::int64_t> dims);

/// The input's values in their order, in whatever shape.
[[nodiscard]] Sight reshaped(const Shape &input);

[[nodiscard]] Sight everythingOf(const Shape &input);

/// `sums` is what the layer sees before its activation, `output` the shape after it. Functions
/// along an axis run along the last.
[[nodiscard]] Sight throughActivation(Sight sums, const ObjectValue &activation,
                                      const Shape &output);

// The statements, for a layer's file: `.sight = samePlace`.

template <class P>
[[nodiscard]] Sight samePlace(const P &, std::span<const Shape> inputs, const Shape &output,
                              std::size_t which)
{
    return samePlaceOf(inputs[which], output);
}

template <class P>
[[nodiscard]] Sight everything(const P &, std::span<const Shape> inputs, const Shape &,
                               std::size_t which)
{
    return everythingOf(inputs[which]);
}

} // namespace convscope
