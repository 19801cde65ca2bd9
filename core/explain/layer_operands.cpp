// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/explain.h"
#include "layers/unknown_layer.h"
#include "model/output_format.h"

namespace convscope {

Result<LayerOperands> operandsOf(const Model &model, std::span<const Tensor> inputs,
                                 const RunResult &result, int layer)
{
    const Layer &call = model.layer(layer);
    const auto at = static_cast<std::size_t>(layer);
    const LayerShapes &shapes = result.shapes.layers[at];
    if (!shapes.waitsFor.empty()) {
        const int first = model.indexOf(shapes.waitsFor);
        if (first >= 0 && isUnknown(model.layer(first)))
            return fail("E16", {}, model.owner(first).type().className,
                        words("{layer} was not computed: it waits for {before}, whose class "
                              "{class_name} is not known here",
                              call.name(), shapes.waitsFor, model.owner(first).type().className));
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
        return fail("input", "layer", call.name(),
                    words("{layer} was not computed: a layer before it failed", call.name()));
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
