// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "tensor/data_format.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace convscope {

/// The operation of a problem, with the word of its text form.
enum class ConvOp : std::uint8_t
{
    Conv,      ///< conv
    Depthwise, ///< depthwise: per channel, `multiplier` outputs each
    Separable, ///< separable: depthwise, then 1×1
    Deconv,    ///< deconv: transposed convolution
};

/// One number per spatial axis in order slowest to fastest; entries at and past `rank` are 1 (or
/// 0).
using Spatial = std::array<std::int64_t, 3>;

/// A convolution as plain numbers (oneDNN's words): what kernels choose by and tests print.
/// Along an axis: Conv, Depthwise, Separable: in = out·stride + k·dilation − padBefore;
/// Deconv: out = in·stride + k·dilation − padBefore (padBefore is the crop of the full result).
struct ConvProblem
{
    ConvOp op = ConvOp::Conv;
    int rank = 2;        ///< spatial axes, 1 to 3
    std::int64_t mb = 1; ///< batch
    std::int64_t ic = 1;
    std::int64_t oc = 1; ///< Depthwise: ic · multiplier
    std::int64_t groups = 1;
    std::int64_t multiplier = 1; ///< depth_multiplier of Depthwise and Separable
    Spatial in{1, 1, 1};
    Spatial out{1, 1, 1};
    Spatial kernel{1, 1, 1};
    Spatial strides{1, 1, 1};
    Spatial dilation{1, 1, 1};
    Spatial padBefore{0, 0, 0};
    /// Zeros after the input as far as the windows reach; may be negative (input left unread).
    Spatial padAfter{0, 0, 0};
    DataFormat format = DataFormat::ChannelsLast;

    bool operator==(const ConvProblem &) const = default;

    /// Multiply–adds of the direct algorithm, padding taps included.
    [[nodiscard]] std::int64_t macs() const;
};

/// The one-line text, e.g. "conv ic3 in600x600 oc64 k3x3 p=1,1x1,1 last". Paddings print
/// explicitly.
[[nodiscard]] std::string toString(const ConvProblem &problem);

/// Reads that text, also with p=same, p=valid (the default), p=causal, op= of a transposed
/// convolution, and `any`, which stands for channels_last, the layout the kernels prefer. Left-out
/// words are 1. Fails with rule "input", argument "problem".
[[nodiscard]] Result<ConvProblem> parseConvProblem(std::string_view text);

} // namespace convscope
