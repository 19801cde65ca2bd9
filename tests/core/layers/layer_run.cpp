// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layer_run.h"

#include "base/check.h"

#include <numeric>

namespace convscope::testing {

Result<Layer> tryLayer(const std::string &className, const Arguments &arguments)
{
    const LayerType *type = findLayerType(className);
    check(type != nullptr, "a known layer class");
    Layer layer(*type, "layer");
    std::vector<std::pair<int, Value>> values;
    for (const auto &[name, value] : arguments) {
        const int index = type->table->indexOf(name);
        check(index >= 0, "an argument of the class");
        values.emplace_back(index, value);
    }
    auto params = type->table->with(layer.params(), values);
    if (!params)
        return fail(params.error());
    return layer.withParams(*params);
}

Layer makeLayer(const std::string &className, const Arguments &arguments)
{
    auto layer = tryLayer(className, arguments);
    check(layer.has_value(), layer ? "" : layer.error().message.c_str());
    return *layer;
}

Tensor counting(const Extents &extents, float first)
{
    std::vector<float> values(static_cast<std::size_t>(elementCount(extents).value()));
    std::iota(values.begin(), values.end(), first);
    return Tensor::of(extents, values);
}

Tensor tensor(const Extents &extents, const std::vector<float> &values)
{
    return Tensor::of(extents, values);
}

Result<Tensor> runLayer(const Layer &layer, const std::vector<Tensor> &inputs,
                        const std::vector<Tensor> &weights, const std::string &kernel)
{
    std::vector<Shape> shapes;
    for (const Tensor &input : inputs)
        shapes.emplace_back(input.extents());
    const auto shape = inferShape(layer, shapes);
    if (!shape)
        return fail(shape.error());
    const std::vector<WeightSpec> specs = weightSpecs(layer, shapes);
    check(specs.size() == weights.size(), "as many weights as the layer has");
    for (std::size_t i = 0; i < specs.size(); ++i)
        check(specs[i].shape == weights[i].extents(), "weights of the layer's shapes");
    KernelContext context;
    context.forcedKernel = kernel;
    auto output = layer.type().forward(layer.params(), inputs, weights, context);
    if (output)
        check(output->extents() == shape->extents(), "the inferred shape");
    return output;
}

std::string text(const Tensor &tensor)
{
    std::string out = toString(tensor.extents());
    for (const float value : tensor.values())
        out += ' ' + words("{value}", value).text();
    return out;
}

} // namespace convscope::testing
