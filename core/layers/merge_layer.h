// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/move/merge.h"
#include "layers/layer_type.h"

namespace convscope {

/// Merging layers take as many inputs as a model gives them.
inline constexpr int kManyInputs = 1 << 20;

/// Output shape of value-by-value merging. Axes of length 1 stretch; inputs of lower rank get axes
/// of length 1 behind the batch, as in Keras. E11 where the shapes do not fit.
[[nodiscard]] Result<Shape> mergedShape(std::span<const Shape> inputs);

[[nodiscard]] Result<Tensor> mergeInputs(MergeOp op, std::span<const Tensor> inputs,
                                         const KernelContext &context);

/// Parameters of a layer without arguments; Op tells the classes apart.
template <MergeOp Op>
struct MergeParams
{
    bool operator==(const MergeParams &) const = default;
};

template <MergeOp Op>
[[nodiscard]] Result<Shape> inferShape(const MergeParams<Op> &, std::span<const Shape> inputs)
{
    return mergedShape(inputs);
}

template <MergeOp Op>
[[nodiscard]] Result<Tensor> forward(const MergeParams<Op> &, std::span<const Tensor> inputs,
                                     std::span<const Tensor>, const KernelContext &context)
{
    return mergeInputs(Op, inputs, context);
}

template <MergeOp Op>
[[nodiscard]] Arithmetic arithmetic(const MergeParams<Op> &, std::span<const Shape>)
{
    return mergeOf(Op);
}

/// The whole class but its name and words.
template <MergeOp Op>
[[nodiscard]] LayerType mergeType(std::string className, std::string summary)
{
    return layerType<MergeParams<Op>>({
        .className = std::move(className),
        .group = LayerGroup::Merge,
        .summary = std::move(summary),
        .minInputs = 2,
        .maxInputs = Op == MergeOp::Subtract ? 2 : kManyInputs,
        .schema = {{}},
        .inferShape = inferShape,
        .forward = forward,
        .sight = samePlace,
        .arithmetic = arithmetic,
    });
}

} // namespace convscope
