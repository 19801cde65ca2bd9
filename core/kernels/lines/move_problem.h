// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_context.h"
#include "kernels/problem/conv_problem.h"
#include "tensor/tensor.h"

#include <span>
#include <string>
#include <string_view>

namespace convscope {

/// An operation bound by memory, with the word of its text form.
enum class MoveOp : std::uint8_t
{
    Pad,         ///< pad
    Crop,        ///< crop
    Upsample,    ///< upsample
    MaxPool,     ///< max_pool
    AveragePool, ///< average_pool
    Relu,        ///< relu
    Sigmoid,     ///< sigmoid
    Tanh,        ///< tanh
    Softmax,     ///< softmax, over the channels
    BatchNorm,   ///< batch_norm
    Add,         ///< add, of two sources
    Concatenate, ///< concatenate, two sources along the channels
    Permute,     ///< permute, to the other data_format
};

/// Such an operation as plain numbers, for benchmarks.
struct MoveProblem
{
    MoveOp op = MoveOp::Relu;
    int rank = 2; ///< spatial axes, 1 to 3
    std::int64_t mb = 1;
    std::int64_t ic = 1;
    Spatial in{1, 1, 1};
    Spatial out{1, 1, 1};
    Spatial kernel{1, 1, 1}; ///< window of a pool, factor of an up-sampling
    Spatial strides{1, 1, 1};
    Spatial padBefore{0, 0, 0}; ///< or cropped
    Spatial padAfter{0, 0, 0};
    bool bilinear = false;
    DataFormat format = DataFormat::ChannelsLast;

    bool operator==(const MoveProblem &) const = default;
};

/// "pad ic32 in512x512 p=1,1x1,1 last", "upsample ic32 in512x512 k2x2 bilinear last".
[[nodiscard]] std::string toString(const MoveProblem &problem);

/// Reads that text, also with p=same and p=valid (pools), k= for k, and `any`, which stands for
/// channels_last. Left-out words are 1, p=valid and nearest. Fails with rule "input", argument
/// "problem".
[[nodiscard]] Result<MoveProblem> parseMoveProblem(std::string_view text);

/// Whether a text begins with the word of such an operation.
[[nodiscard]] bool namesMoveProblem(std::string_view text);

/// "pad, crop, … or permute", for messages.
[[nodiscard]] std::string moveProblemWords();

/// Of each source.
[[nodiscard]] Extents srcExtents(const MoveProblem &problem);

/// 1 or 2.
[[nodiscard]] int sourceCount(const MoveProblem &problem);

/// Bytes the operation cannot avoid to read and write.
[[nodiscard]] std::int64_t movedBytes(const MoveProblem &problem);

/// As many sources as sourceCount() says. Batch normalization has made-up numbers per channel.
/// Fails with "memory" or "cancelled".
[[nodiscard]] Result<Tensor> runMove(const MoveProblem &problem, std::span<const Tensor> sources,
                                     const KernelContext &context);

} // namespace convscope
