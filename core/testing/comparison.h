// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/tensor.h"

#include <optional>
#include <string>

namespace convscope {

/// How far a result may lie from the reference: |got − ref| ≤ absolute + relative·scale, where
/// scale is the largest finite |ref| of the tensor, or with `elementwise` the element's own |ref|.
struct Tolerance
{
    double absolute = 1e-6;
    double relative = 1e-5;
    bool elementwise = false;

    bool operator==(const Tolerance &) const = default;
};

/// What comparing two tensors found.
struct Comparison
{
    bool matches = false;
    /// Largest and mean |got − ref| over the elements that are finite in both.
    double maxError = 0;
    double meanError = 0;
    /// The allowed error at the worst element.
    double allowed = 0;
    /// Where it is worst; empty for an empty tensor or other shapes.
    Extents worstIndex;
    /// One sentence where they do not match; empty otherwise.
    Words message;
};

/// NaN matches NaN, an infinity only itself. Tensors of other shapes never match.
[[nodiscard]] Comparison compare(const Tensor &got, const Tensor &reference,
                                 const Tolerance &tolerance);

} // namespace convscope
