// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/time_distributed.h"

#include "base/saturating.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <mutex>

namespace convscope {

namespace {

struct Wrappers
{
    std::mutex mutex;
    std::map<const LayerType *, std::unique_ptr<const LayerType>> byInner;
    std::map<const LayerType *, const LayerType *> innerOf;
};

Wrappers &wrappers()
{
    static Wrappers all;
    return all;
}

/// A batch of all steps; unknown where one of the two is.
Shape folded(const Shape &shape)
{
    std::vector<Dim> dims = shape.dims();
    const Dim batch = dims[0] && dims[1] ? Dim(saturatingMultiply(*dims[0], *dims[1])) : Dim();
    dims.erase(dims.begin());
    dims[0] = batch;
    return Shape(std::move(dims));
}

/// The steps behind the batch again.
Shape unfolded(const Shape &shape, const Shape &input)
{
    std::vector<Dim> dims = shape.dims();
    dims[0] = input[0];
    dims.insert(dims.begin() + 1, input[1]);
    return Shape(std::move(dims));
}

AxisReport untouched(std::int64_t length)
{
    AxisReport report;
    report.map.input = length;
    report.map.output = length;
    report.formula = {{length},
                      [](const AxisFormula::Numbers &n) { return words("{length}", n[0]); }};
    return report;
}

LayerType wrap(const LayerType &inner)
{
    LayerType type;
    type.className = fmt::format("TimeDistributed({})", inner.className);
    type.group = inner.group;
    type.summary = words("{class} on every step", inner.className);
    type.inputRank = inner.inputRank == 0 ? 0 : inner.inputRank + 1;
    type.table = inner.table;
    type.inferShape = [&inner](const AnyParams &params,
                               std::span<const Shape> inputs) -> Result<Shape> {
        const Shape &input = inputs[0];
        if (input.rank() < 3)
            return fail("E11", "input", {},
                        words("TimeDistributed expects an input with steps behind the batch. "
                              "Received the input shape {shape}",
                              input.toString()));
        const Shape step = folded(input);
        auto shape = inner.inferShape(params, std::span(&step, 1));
        if (!shape)
            return shape;
        return unfolded(*shape, input);
    };
    if (inner.weightSpecs)
        type.weightSpecs = [&inner](const AnyParams &params, std::span<const Shape> inputs) {
            const Shape step = folded(inputs[0]);
            return inner.weightSpecs(params, std::span(&step, 1));
        };
    if (inner.axes)
        type.axes = [&inner](const AnyParams &params, const Shape &input) {
            std::vector<AxisReport> reports{untouched(input[1].value())};
            const bool last =
                !inner.dataFormat || inner.dataFormat(params) == DataFormat::ChannelsLast;
            // Behind the steps, spatial axes stand where views look for them with channels_last
            // only.
            for (AxisReport &report : inner.axes(params, folded(input)))
                reports.push_back(last ? std::move(report) : untouched(input[-1].value_or(1)));
            return reports;
        };
    if (inner.macs)
        type.macs = [&inner](const AnyParams &params, std::span<const Shape> inputs,
                             const Shape &output) {
            const Shape step = folded(inputs[0]);
            return inner.macs(params, std::span(&step, 1), folded(output));
        };
    type.forward = [&inner](const AnyParams &params, std::span<const Tensor> inputs,
                            std::span<const Tensor> weights,
                            const KernelContext &context) -> Result<Tensor> {
        const Tensor step = withoutSteps(inputs[0]);
        auto result = inner.forward(params, std::span(&step, 1), weights, context);
        if (!result)
            return result;
        return withSteps(*result, inputs[0]);
    };
    type.sight = [&inner](const AnyParams &params, std::span<const Shape> inputs,
                          const Shape &output, std::size_t) {
        const Shape step = folded(inputs[0]);
        Sight sight = inner.sight(params, std::span(&step, 1), folded(output), 0);
        for (int &axis : sight.order)
            ++axis;
        for (AxisSight &axis : sight.axes)
            axis.from += axis.from > 0 ? 1 : 0;
        if (sight.only)
            ++sight.only->axis;
        if (sight.order.empty())
            sight.axes.insert(sight.axes.begin(), sameIndex(1, inputs[0][1].value()));
        else
            sight.order.insert(sight.order.begin(), 1);
        return sight;
    };
    type.arithmetic = [](const AnyParams &, std::span<const Shape>) {
        return arithmeticOf(Arithmetic::Rule::Opaque);
    };
    type.activityRegularizer = inner.activityRegularizer;
    type.brief = inner.brief;
    return type;
}

} // namespace

const LayerType &timeDistributed(const LayerType &inner)
{
    Wrappers &all = wrappers();
    const std::lock_guard lock(all.mutex);
    auto &type = all.byInner[&inner];
    if (!type) {
        type = std::make_unique<const LayerType>(wrap(inner));
        all.innerOf[type.get()] = &inner;
    }
    return *type;
}

const LayerType *insideTimeDistributed(const LayerType &type)
{
    Wrappers &all = wrappers();
    const std::lock_guard lock(all.mutex);
    const auto found = all.innerOf.find(&type);
    return found == all.innerOf.end() ? nullptr : found->second;
}

Tensor withoutSteps(const Tensor &tensor)
{
    return tensor.reshaped(folded(Shape(tensor.extents())).extents().value());
}

Tensor withSteps(const Tensor &tensor, const Tensor &input)
{
    return tensor.reshaped(
        unfolded(Shape(tensor.extents()), Shape(input.extents())).extents().value());
}

} // namespace convscope
