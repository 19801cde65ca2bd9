// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/layer_probe.h"

#include <algorithm>

namespace convscope {

namespace {

std::vector<Shape> shapesOf(std::span<const Tensor> tensors)
{
    std::vector<Shape> shapes;
    for (const Tensor &tensor : tensors)
        shapes.emplace_back(tensor.extents());
    return shapes;
}

} // namespace

Result<Tensor> LayerProbe::compute() const
{
    const std::vector<Shape> shapes = shapesOf(inputs);
    if (const auto shape = inferShape(layer, shapes); !shape)
        return fail(shape.error());
    const std::vector<WeightSpec> specs = weightSpecs(layer, shapes);
    if (specs.size() != weights.size())
        return fail("E17", "weights", std::to_string(weights.size()),
                    words("the layer wants {wanted} weights. Received {received}", specs.size(),
                          weights.size()));
    for (std::size_t i = 0; i < specs.size(); ++i) {
        if (specs[i].shape != weights[i].extents())
            return fail("E17", specs[i].name, toString(weights[i].extents()),
                        words("{weight} must have the shape {wanted}. Received {received}",
                              specs[i].name, toString(specs[i].shape),
                              toString(weights[i].extents())));
    }
    KernelContext context;
    context.stop = stop;
    context.forcedKernel = kernel;
    return layer.type().forward(layer.params(), inputs, weights, context);
}

LayerProbe LayerProbe::withInput(Tensor input) const
{
    LayerProbe changed = *this;
    changed.inputs.front() = std::move(input);
    return changed;
}

LayerProbe LayerProbe::withWeight(std::size_t index, Tensor weight) const
{
    LayerProbe changed = *this;
    changed.weights[index] = std::move(weight);
    return changed;
}

std::optional<LayerProbe> LayerProbe::withArgument(std::string_view name, const Value &value) const
{
    auto other = layer.with(name, value);
    if (!other)
        return std::nullopt;
    LayerProbe changed = *this;
    changed.layer = std::move(*other);
    return changed;
}

std::vector<AxisReport> LayerProbe::axes() const
{
    if (!layer.type().axes || inputs.empty())
        return {};
    return layer.type().axes(layer.params(), Shape(inputs.front().extents()));
}

std::optional<std::size_t> LayerProbe::weightNamed(std::string_view name) const
{
    const std::vector<WeightSpec> specs = weightSpecs(layer, shapesOf(inputs));
    for (std::size_t i = 0; i < specs.size(); ++i) {
        if (specs[i].name == name)
            return i;
    }
    return std::nullopt;
}

std::string LayerProbe::activation() const
{
    if (!hasArgument("activation"))
        return {};
    const Value value = layer.value("activation");
    const auto *object = std::get_if<ObjectValue>(&value);
    return object != nullptr ? object->className : std::string();
}

std::size_t flatIndex(const Extents &extents, const Extents &index)
{
    std::int64_t position = 0;
    for (std::size_t axis = 0; axis < extents.size(); ++axis)
        position = position * extents[axis] + index[axis];
    return static_cast<std::size_t>(position);
}

Result<Tensor> permuted(const Tensor &tensor, std::span<const std::size_t> order)
{
    Extents extents;
    for (const std::size_t axis : order)
        extents.push_back(tensor.extents()[axis]);
    Extents source(order.size());
    return makeTensor(extents, "the reordered tensor", [&](const Extents &index) {
        for (std::size_t axis = 0; axis < order.size(); ++axis)
            source[order[axis]] = index[axis];
        return tensor.values()[flatIndex(tensor.extents(), source)];
    });
}

Result<Tensor> reversed(const Tensor &tensor, std::span<const std::size_t> axes)
{
    Extents source;
    return makeTensor(tensor.extents(), "the reversed tensor", [&](const Extents &index) {
        source = index;
        for (const std::size_t axis : axes)
            source[axis] = tensor.extents()[axis] - 1 - index[axis];
        return tensor.values()[flatIndex(tensor.extents(), source)];
    });
}

} // namespace convscope
