// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "layers/axis_map.h"
#include "schema/value.h"
#include "tensor/data_format.h"
#include "tensor/shape.h"

namespace convscope {

// The sentences for shapes a layer cannot take, with the arithmetic. The layer's name is added by
// inferShape(Layer, …).

/// E12 unless the extent of the channel axis is known.
[[nodiscard]] Result<std::int64_t> knownChannels(const Shape &input, DataFormat format);

/// Arguments of a window as they were received, for messages.
struct WindowWords
{
    std::string_view argument; ///< "kernel_size" or "pool_size"
    IntList kernel;
    IntList strides;
    IntList dilation; ///< empty: the layer has none
    Padding padding = Padding::Valid;
};

/// E13: a window that does not fit into its input.
[[nodiscard]] Failure refuseWindow(const WindowWords &window, const Shape &input, std::size_t axis,
                                   const AxisReport &report);

/// E13: a transposed convolution without output; `outputPadding` None where Keras infers it.
[[nodiscard]] Failure refuseTransposed(const WindowWords &window, const Value &outputPadding,
                                       const Shape &input, std::size_t axis,
                                       const AxisReport &report);

/// E14: cropping that leaves nothing.
[[nodiscard]] Failure refuseCropping(const PairList &cropping, const Shape &input, std::size_t axis,
                                     const AxisReport &report);

/// E13: an input without cells.
[[nodiscard]] Failure refuseEmpty(const Shape &input, std::size_t axis, const AxisReport &report);

} // namespace convscope
