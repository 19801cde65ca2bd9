// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/upsample.h"
#include "layers/layer_type.h"

namespace convscope {

namespace {

struct RepeatVectorParams
{
    std::int64_t n = 2;

    bool operator==(const RepeatVectorParams &) const = default;
};

Result<Shape> inferShape(const RepeatVectorParams &p, std::span<const Shape> inputs)
{
    return Shape{inputs[0][0], p.n, inputs[0][1]};
}

/// A sequence of one step, repeated.
Result<Tensor> forward(const RepeatVectorParams &p, std::span<const Tensor> inputs,
                       std::span<const Tensor>, const KernelContext &context)
{
    const std::int64_t batch = inputs[0].extent(0);
    const std::int64_t features = inputs[0].extent(1);
    UpsampleProblem problem;
    problem.rank = 1;
    problem.mb = batch;
    problem.c = features;
    problem.factor[0] = p.n;
    return upsample(problem, inputs[0].reshaped({batch, 1, features}), context);
}

Words brief(const RepeatVectorParams &p)
{
    return words("{n}", p.n);
}

/// Every step holds the vector.
Sight sight(const RepeatVectorParams &, std::span<const Shape> inputs, const Shape &, std::size_t)
{
    return {{sameIndex(2, inputs[0][1].value())}, {}, {}};
}

} // namespace

extern const LayerType kRepeatVector;
const LayerType kRepeatVector = layerType<RepeatVectorParams>({
    .className = "RepeatVector",
    .group = LayerGroup::Shape,
    .summary = "makes a sequence of equal steps",
    .inputRank = 2,
    .schema = {{
        param("n", &RepeatVectorParams::n)
            .label("Times")
            .doc("Number of steps that the vector becomes.")
            .atLeast(1)
            .required(),
    }},
    .inferShape = inferShape,
    .forward = forward,
    .sight = sight,
    .arithmetic = copied,
    .brief = brief,
});

} // namespace convscope
