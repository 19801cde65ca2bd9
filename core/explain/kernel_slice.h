// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/explain.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace convscope {

/// The weights by which one input channel enters one output channel: a number per tap.
struct KernelSlice
{
    /// Position of the tensor among the layer's weights.
    int weights = 0;
    /// Index of the first tap in that tensor; its last two numbers name the slice.
    Extents first;
    /// Lengths along the spatial axes.
    Extents taps;
    /// Row by row over `taps`.
    std::vector<float> values;
};

/// Nothing where the layer has no window of weights, or where the two channels do not meet. Of a
/// separable convolution `output` is the channel between its two stages. Costs the taps.
[[nodiscard]] std::optional<KernelSlice> kernelSlice(const LayerOperands &operands,
                                                     std::int64_t input, std::int64_t output);

/// Consecutive channels.
struct ChannelRange
{
    std::int64_t first = 0;
    std::int64_t count = 0;

    [[nodiscard]] bool contains(std::int64_t channel) const
    {
        return channel >= first && channel < first + count;
    }
    bool operator==(const ChannelRange &) const = default;
};

/// The channels of the first input that enter this output channel: those of its group, one of a
/// layer that works channel by channel, else all.
[[nodiscard]] ChannelRange channelsSeen(const LayerOperands &operands, std::int64_t output);

/// Channel of the first input that a stage's channel between the two stages of a separable
/// convolution comes from; the same channel for other layers.
[[nodiscard]] std::int64_t inputChannelOf(const LayerOperands &operands, std::int64_t between);

/// What the layer does with what its cells see; a bypassed one copies.
[[nodiscard]] Arithmetic layerArithmetic(const LayerOperands &operands);

/// How many values explain() visits for one cell: says whether it may be asked for in passing.
/// Costs the lengths of the input's axes.
[[nodiscard]] std::int64_t explanationCost(const LayerOperands &operands, const Extents &cell,
                                           std::int64_t batch);

} // namespace convscope
