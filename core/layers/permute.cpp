// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/move/rearrange.h"
#include "layers/layer_type.h"

#include <algorithm>

namespace convscope {

namespace {

struct PermuteParams
{
    IntList dims{2, 1};

    bool operator==(const PermuteParams &) const = default;
};

Result<void> isPermutation(const PermuteParams &p)
{
    IntList sorted = p.dims;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (sorted[i] != static_cast<std::int64_t>(i) + 1)
            return fail("E3", "dims", toJsonText(p.dims),
                        words("dims must hold each of 1 to {count} once. Received {received}",
                              sorted.size(), toPython(p.dims)));
    }
    return {};
}

Result<Shape> inferShape(const PermuteParams &p, std::span<const Shape> inputs)
{
    const Shape &input = inputs[0];
    if (static_cast<int>(p.dims.size()) + 1 != input.rank())
        return fail("E11", "dims", toJsonText(p.dims),
                    words("dims must name every axis but the batch: {count} of them. Received "
                          "{received} for the input shape {input_shape}",
                          input.rank() - 1, toPython(p.dims), input.toString()));
    Shape shape = input;
    for (std::size_t i = 0; i < p.dims.size(); ++i)
        shape[static_cast<int>(i) + 1] = input[static_cast<int>(p.dims[i])];
    return shape;
}

Result<Tensor> forward(const PermuteParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    std::vector<int> axes{0};
    for (const std::int64_t dim : p.dims)
        axes.push_back(static_cast<int>(dim));
    return permute(inputs[0], axes, context);
}

Words brief(const PermuteParams &p)
{
    std::string text;
    for (const std::int64_t dim : p.dims)
        text += (text.empty() ? "" : ", ") + std::to_string(dim);
    return verbatim(text);
}

Sight sight(const PermuteParams &p, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    return permuted(inputs[0], p.dims);
}

} // namespace

extern const LayerType kPermute;
const LayerType kPermute = layerType<PermuteParams>({
    .className = "Permute",
    .group = LayerGroup::Shape,
    .summary = "exchanges axes",
    .schema = {{
                   param("dims", &PermuteParams::dims)
                       .label("Order of axes")
                       .doc("Axis of the input that each axis of the output comes from, counted "
                            "from 1 without the batch: (2, 1) exchanges two axes.")
                       .atLeast(1)
                       .required(),
               },
               {isPermutation}},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = copied,
    .brief = brief,
});

} // namespace convscope
