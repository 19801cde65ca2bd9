// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/explain.h"
#include "layers/unknown_layer.h"
#include "model/output_format.h"

namespace convscope {

namespace {

/// The first layer that failed among those that this one depends on; −1 where none did.
int firstFailed(const Model &model, const RunResult &result, int layer)
{
    std::vector<bool> isNeeded(static_cast<std::size_t>(layer) + 1, false);
    isNeeded.back() = true;
    int first = -1;
    for (int i = layer; i >= 0; --i) {
        const auto at = static_cast<std::size_t>(i);
        if (!isNeeded[at])
            continue;
        if (i != layer && at < result.layers.size() && result.layers[at].error)
            first = i;
        for (const Source &source : model.sources(i)) {
            if (source.kind == Source::Kind::Layer)
                isNeeded[static_cast<std::size_t>(source.index)] = true;
        }
    }
    return first;
}

Failure waitsForUnknown(const std::string &layer, const std::string &before,
                        const std::string &className)
{
    return fail("E16", {}, className,
                words("{layer} was not computed: it waits for {before}, whose class "
                      "{class_name} is not known here",
                      layer, before, className));
}

} // namespace

Result<LayerOperands> operandsOf(const Model &model, std::span<const Tensor> inputs,
                                 const RunResult &result, int layer)
{
    const Layer &call = model.layer(layer);
    const auto at = static_cast<std::size_t>(layer);
    const LayerShapes &shapes = result.shapes.layers[at];
    if (!shapes.waitsFor.empty()) {
        const int first = model.indexOf(shapes.waitsFor);
        if (first >= 0 && isUnknown(model.layer(first)))
            return waitsForUnknown(call.name(), shapes.waitsFor,
                                   model.owner(first).type().className);
        if (first >= 0 && result.shapes.layers[static_cast<std::size_t>(first)].error)
            return fail("input", "layer", call.name(),
                        words("{layer} was not computed: it waits for {before}, which is illegal: "
                              "{reason}",
                              call.name(), shapes.waitsFor,
                              result.shapes.layers[static_cast<std::size_t>(first)].error->words));
        return fail("input", "layer", call.name(),
                    words("{layer} was not computed: it waits for {before}, which is illegal",
                          call.name(), shapes.waitsFor));
    }
    if (shapes.error)
        return fail(*shapes.error);
    if (at >= result.layers.size() || result.layers[at].output.isNull()) {
        if (at < result.layers.size() && result.layers[at].error)
            return fail(*result.layers[at].error);
        const int first = firstFailed(model, result, layer);
        if (first < 0)
            return fail("input", "layer", call.name(),
                        words("{layer} was not computed: a layer before it failed", call.name()));
        // Where its file states its shape, what follows is legal and yet not computed.
        const std::string &before = model.layer(first).name();
        if (isUnknown(model.layer(first)))
            return waitsForUnknown(call.name(), before, model.owner(first).type().className);
        return fail("input", "layer", call.name(),
                    words("{layer} was not computed: {before} failed: {reason}", call.name(),
                          before, result.layers[static_cast<std::size_t>(first)].error->words));
    }
    const LayerResult &ran = result.layers[at];
    const DataFormat inputFormatOfModel = inputFormat(model);
    const std::vector<DataFormat> formats = outputFormats(model, inputFormatOfModel);
    LayerOperands operands{model.owner(layer).withBypass(call.isBypassed()),
                           call.name(),
                           {},
                           {},
                           {},
                           ran.weights,
                           ran.output,
                           formats[at],
                           ran.kernel};
    for (const Source &source : model.sources(layer)) {
        const auto index = static_cast<std::size_t>(source.index);
        if (source.kind == Source::Kind::Layer) {
            operands.inputs.push_back(result.layers[index].output);
            operands.inputNames.push_back(model.layer(source.index).name());
            operands.inputFormats.push_back(formats[index]);
        } else {
            operands.inputs.push_back(inputs[index]);
            operands.inputNames.push_back(model.inputs.empty() ? "input"
                                                               : model.inputs[index].name);
            operands.inputFormats.push_back(inputFormatOfModel);
        }
    }
    return operands;
}

} // namespace convscope
