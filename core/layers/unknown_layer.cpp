// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/unknown_layer.h"

#include "base/check.h"

#include <algorithm>
#include <limits>
#include <map>
#include <mutex>

namespace convscope {

namespace {

/// Whether known extents agree; the batch may differ.
bool agree(const Shape &a, const Shape &b)
{
    if (a.rank() != b.rank())
        return false;
    for (int i = 1; i < a.rank(); ++i) {
        if (a[i] && b[i] && *a[i] != *b[i])
            return false;
    }
    return true;
}

Failure notKnown(const std::string &className, Words said)
{
    return fail("E16", "class_name", '"' + className + '"', std::move(said));
}

Result<Shape> shapeOf(const std::string &className, const UnknownLayer &layer,
                      std::span<const Shape> inputs)
{
    if (!layer.fed.isNull())
        return Shape(layer.fed.extents());
    if (!layer.output)
        return notKnown(className, words("the class {class_name} is not known here, and its file "
                                         "does not state the shape of its output",
                                         className));
    for (std::size_t i = 0; i < std::min(inputs.size(), layer.inputs.size()); ++i) {
        if (!agree(inputs[i], layer.inputs[i]))
            return notKnown(className,
                            words("the class {class_name} is not known here: its file states its "
                                  "output for an input of {expected}. Received {received}",
                                  className, layer.inputs[i].toString(), inputs[i].toString()));
    }
    if (layer.output->rank() > 0 && !inputs.empty() && inputs.front().rank() > 0 &&
        inputs.front()[0])
        return layer.output->withBatch(*inputs.front()[0]);
    return *layer.output;
}

std::vector<WeightSpec> specsOf(const UnknownLayer &layer, std::span<const Shape>)
{
    std::vector<WeightSpec> specs;
    for (std::size_t i = 0; i < layer.weightNames.size(); ++i)
        specs.push_back(
            {layer.weightNames[i], layer.weightShapes[i], ObjectValue{"Zeros", {}}, {}, {}, true});
    return specs;
}

LayerType makeType(const std::string &className)
{
    using Params = Schema<UnknownLayer>;
    LayerType type;
    type.className = className;
    type.summary = words("is of a class that is not known here");
    type.minInputs = 1;
    type.maxInputs = std::numeric_limits<int>::max();
    type.table = std::make_shared<const Params>(std::initializer_list<Param<UnknownLayer>>{});
    type.inferShape = [className](const AnyParams &params, std::span<const Shape> inputs) {
        return shapeOf(className, Params::of(params), inputs);
    };
    type.weightSpecs = [](const AnyParams &params, std::span<const Shape> inputs) {
        return specsOf(Params::of(params), inputs);
    };
    type.sight = [](const AnyParams &params, std::span<const Shape> inputs, const Shape &output,
                    std::size_t which) {
        return everything(Params::of(params), inputs, output, which);
    };
    type.arithmetic = [](const AnyParams &params, std::span<const Shape> inputs) {
        return opaque(Params::of(params), inputs);
    };
    type.forward = [className](const AnyParams &params, std::span<const Tensor>,
                               std::span<const Tensor>,
                               const KernelContext &context) -> Result<Tensor> {
        const UnknownLayer &layer = Params::of(params);
        if (layer.fed.isNull())
            return notKnown(className,
                            words("the class {class_name} is not known here, so that its output "
                                  "cannot be computed; feed an array in its place to run what "
                                  "follows",
                                  className));
        if (context.usedKernel != nullptr)
            *context.usedKernel = "fed";
        return layer.fed;
    };
    return type;
}

} // namespace

const LayerType &unknownLayerType(const std::string &className)
{
    static std::mutex mutex;
    static std::map<std::string, LayerType> types;
    const std::lock_guard lock(mutex);
    const auto found = types.find(className);
    return found != types.end() ? found->second
                                : types.emplace(className, makeType(className)).first->second;
}

bool isUnknown(const LayerType &type)
{
    return dynamic_cast<const Schema<UnknownLayer> *>(type.table.get()) != nullptr;
}

void addIdentity(FingerprintBuilder &builder, const AnyParams &params)
{
    const UnknownLayer &layer = Schema<UnknownLayer>::of(params);
    if (layer.output) {
        for (const Dim &dim : layer.output->dims())
            builder.add(dim.value_or(-1));
    }
    builder.add(layer.fed.fingerprint());
}

const UnknownLayer &unknownLayer(const Layer &layer)
{
    check(isUnknown(layer), "a layer of an unknown class");
    return Schema<UnknownLayer>::of(layer.params());
}

Layer withUnknown(const Layer &layer, UnknownLayer unknown)
{
    check(isUnknown(layer), "a layer of an unknown class");
    return layer.withParams(std::make_shared<const UnknownLayer>(std::move(unknown)));
}

Layer withUnknownWeights(const Layer &layer, std::vector<std::string> names,
                         std::vector<Tensor> weights)
{
    UnknownLayer unknown = unknownLayer(layer);
    unknown.weightNames = std::move(names);
    unknown.weightShapes.clear();
    for (const Tensor &weight : weights)
        unknown.weightShapes.push_back(weight.extents());
    return withUnknown(layer, std::move(unknown)).withWeights(std::move(weights));
}

Result<Layer> fedWith(const Layer &layer, Tensor output, std::string from)
{
    if (!isUnknown(layer))
        return fail(
            Error{"input",
                  layer.name(),
                  "feed",
                  {},
                  words("only a layer of a class that is not known here is fed an output; {layer} "
                        "is a {class_name}",
                        layer.name(), layer.type().className)});
    UnknownLayer unknown = unknownLayer(layer);
    if (!output.isNull() && unknown.output && !agree(Shape(output.extents()), *unknown.output))
        return fail(Error{"E11",
                          layer.name(),
                          "feed",
                          {},
                          words("the file states the output {expected}. Received an array of "
                                "shape {received}",
                                unknown.output->toString(), toString(output.extents()))});
    unknown.fed = std::move(output);
    unknown.fedFrom = std::move(from);
    return withUnknown(layer, std::move(unknown));
}

} // namespace convscope
