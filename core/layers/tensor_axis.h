// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "layers/axis_arithmetic.h"
#include "tensor/shape.h"

namespace convscope {

/// An `axis` argument as a position in `shape`; negative ones count from the end. E11 where there
/// is none, and for the batch.
[[nodiscard]] inline Result<int> tensorAxis(std::int64_t axis, const Shape &shape)
{
    const std::int64_t at = axis < 0 ? axis + shape.rank() : axis;
    if (at >= 1 && at < shape.rank())
        return static_cast<int>(at);
    return fail("E11", "axis", std::to_string(axis),
                words("axis must name an axis of the input other than the batch: {first} to "
                      "{last}, but not 0. Received {received} for the input shape {input_shape}",
                      signedText(1 - shape.rank()), shape.rank() - 1, signedText(axis),
                      shape.toString()));
}

} // namespace convscope
