// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/axis_map.h"
#include "schema/value.h"
#include "tensor/data_format.h"

#include <cstdint>
#include <optional>
#include <string>

namespace convscope {

// The lengths of one spatial axis, for every kind of layer. All numbers saturate instead of
// overflowing. An output of 0 or less is reported as computed: the caller refuses it, views draw
// why.

/// A window that slides: convolutions and pooling (dilation 1).
struct WindowAxis
{
    std::int64_t kernel = 1;
    std::int64_t stride = 1;
    std::int64_t dilation = 1;
    Padding padding = Padding::Valid;
};

/// A transposed convolution; without an output padding the length is the smallest that fits.
struct TransposedAxis
{
    std::int64_t kernel = 1;
    std::int64_t stride = 1;
    std::int64_t dilation = 1;
    Padding padding = Padding::Valid;
    std::optional<std::int64_t> outputPadding;
};

/// (kernel − 1)·dilation + 1: the cells a dilated kernel spans.
[[nodiscard]] std::int64_t effectiveKernel(std::int64_t kernel, std::int64_t dilation);

/// valid ⌊(n − K) ÷ s⌋ + 1; same and causal ⌈n ÷ s⌉, the odd zero of `same` after the input.
[[nodiscard]] AxisReport windowReport(std::int64_t input, const WindowAxis &axis);
/// Scatter form: the gradient of the window's convolution with respect to its input.
[[nodiscard]] AxisReport transposedReport(std::int64_t input, const TransposedAxis &axis);
[[nodiscard]] AxisReport cropReport(std::int64_t input, const IntPair &crop);
[[nodiscard]] AxisReport padReport(std::int64_t input, const IntPair &pad);
/// Every cell `size` times.
[[nodiscard]] AxisReport repeatReport(std::int64_t input, std::int64_t size);
/// Cells blended from the 2·`radius` nearest ones, cell centres aligned (half-pixel convention).
[[nodiscard]] AxisReport blendReport(std::int64_t input, std::int64_t size, std::int64_t radius);
/// Cells blended from the two nearest ones, first cells aligned (legacy convention).
[[nodiscard]] AxisReport blendFromOriginReport(std::int64_t input, std::int64_t size);

/// With a true minus: "−3".
[[nodiscard]] std::string signedText(std::int64_t number);

} // namespace convscope
