// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/merge_layer.h"

#include <algorithm>

namespace convscope {

namespace {

/// Axes of length 1 behind the batch up to `rank`.
template <class List>
List withRank(List extents, std::size_t rank)
{
    if (extents.size() < rank)
        extents.insert(extents.begin() + (extents.empty() ? 0 : 1), rank - extents.size(), 1);
    return extents;
}

std::string shapesText(std::span<const Shape> shapes)
{
    std::string text;
    for (const Shape &shape : shapes)
        text += (text.empty() ? "" : ", ") + shape.toString();
    return text;
}

/// What two extents become: 1 stretches, unknown stays unknown; nullopt (outer) where they differ.
std::optional<Dim> common(const Dim &a, const Dim &b)
{
    if (!a || !b)
        return Dim();
    if (*a == 1)
        return b;
    if (*b == 1 || *a == *b)
        return a;
    return std::nullopt;
}

} // namespace

Result<Shape> mergedShape(std::span<const Shape> inputs)
{
    std::size_t rank = 0;
    for (const Shape &input : inputs)
        rank = std::max(rank, input.dims().size());
    std::vector<Dim> merged = withRank(inputs[0].dims(), rank);
    for (const Shape &input : inputs.subspan(1)) {
        const std::vector<Dim> dims = withRank(input.dims(), rank);
        for (std::size_t axis = 0; axis < rank; ++axis) {
            const auto extent = common(merged[axis], dims[axis]);
            if (!extent)
                return fail(
                    "E11", "input", {},
                    words("All inputs must have the same shape, or length 1 where they differ: "
                          "axis {axis} has {extent} and {other}. Received the shapes {shapes}",
                          axis, *merged[axis], *dims[axis], shapesText(inputs)));
            merged[axis] = *extent;
        }
    }
    return Shape(std::move(merged));
}

Result<Tensor> mergeInputs(MergeOp op, std::span<const Tensor> inputs, const KernelContext &context)
{
    std::size_t rank = 0;
    for (const Tensor &input : inputs)
        rank = std::max(rank, input.extents().size());
    std::vector<Tensor> sources;
    for (const Tensor &input : inputs)
        sources.push_back(input.extents().size() < rank
                              ? input.reshaped(withRank(input.extents(), rank))
                              : input);
    return merge(op, sources, context);
}

} // namespace convscope
