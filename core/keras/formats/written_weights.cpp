// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/written_weights.h"

#include "layers/unknown_layer.h"
#include "model/shape_inference.h"
#include "model/weights.h"

#include <fmt/format.h>

#include <algorithm>

namespace convscope {

Result<std::vector<WrittenWeights>> weightsToWrite(const Model &model, SaveReport &report)
{
    const ModelShapes shapes = inferShapes(model, inputShapes(model));
    std::vector<WrittenWeights> all;
    for (int i = 0; i < model.size(); ++i) {
        const Layer &layer = model.layer(i);
        if (!layer.sharedWith().empty())
            continue;
        const LayerShapes &known = shapes.layers[static_cast<std::size_t>(i)];
        WrittenWeights written;
        written.layer = i;
        if (isUnknown(layer) || !known.output || layer.isBypassed()) {
            // As they came in: nothing is known of what they should be.
            written.weights = layer.storedWeights();
            for (std::size_t k = 0; k < written.weights.size(); ++k) {
                const bool isNamed = isUnknown(layer) && k < unknownLayer(layer).weightNames.size();
                written.names.push_back(isNamed ? unknownLayer(layer).weightNames[k]
                                                : fmt::format("weight_{}", k));
                written.isTrained.push_back(layer.isTrainable());
            }
            if (!isUnknown(layer) && !layer.isBypassed() && written.weights.empty() &&
                layer.type().weightSpecs)
                report.unsupported.push_back(words(
                    "{layer}: its weights are not written, because their shapes are not known",
                    layer.name()));
        } else {
            auto weights = effectiveWeights(layer, known.weights, model.seed);
            if (!weights)
                return fail(weights.error());
            written.weights = std::move(*weights);
            for (const WeightSpec &spec : known.weights) {
                written.names.push_back(spec.name);
                written.isTrained.push_back(spec.trainable && layer.isTrainable());
            }
        }
        if (!written.weights.empty())
            all.push_back(std::move(written));
    }
    return all;
}

const WrittenWeights *weightsOf(std::span<const WrittenWeights> all, int layer)
{
    const auto found =
        std::lower_bound(all.begin(), all.end(), layer,
                         [](const WrittenWeights &own, int at) { return own.layer < at; });
    return found != all.end() && found->layer == layer ? &*found : nullptr;
}

} // namespace convscope
