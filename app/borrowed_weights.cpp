// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "borrowed_weights.h"

#include "base/concat.h"
#include "keras/load_model.h"
#include "model/edit.h"
#include "model/shape_inference.h"

#include <algorithm>

namespace convscope {

namespace {

using LayerPointer = std::shared_ptr<const Layer>;

Failure doesNotFit(const std::string &layer, std::string message)
{
    return fail(Error{"E17", layer, "weights", {}, std::move(message)});
}

/// Positions of the layers that are to be given the donors' weights, one per donor.
Result<std::vector<int>> receivers(const Model &model, const ModelShapes &shapes,
                                   std::span<const LayerPointer> donors)
{
    std::vector<int> byName;
    for (const LayerPointer &donor : donors)
        byName.push_back(model.indexOf(donor->name()));
    if (std::find(byName.begin(), byName.end(), -1) == byName.end())
        return byName;
    std::vector<int> inOrder;
    for (int i = 0; i < model.size(); ++i) {
        if (!shapes.layers[static_cast<std::size_t>(i)].weights.empty() &&
            model.layer(i).sharedWith().empty())
            inOrder.push_back(i);
    }
    if (inOrder.size() != donors.size())
        return doesNotFit({}, concat("weights: expected those of ", inOrder.size(),
                                     " layers with weights. Received those of ", donors.size(),
                                     " layers, not all of the same names"));
    return inOrder;
}

Result<void> checkFit(const Layer &layer, std::span<const WeightSpec> specs,
                      std::span<const Tensor> weights)
{
    if (weights.size() != specs.size())
        return doesNotFit(layer.name(), concat("weights: expected ", specs.size(),
                                               " arrays. Received ", weights.size()));
    for (std::size_t i = 0; i < specs.size(); ++i) {
        if (weights[i].extents() != specs[i].shape)
            return doesNotFit(layer.name(), concat("weights: array ", i, " (", specs[i].name,
                                                   ") of ", layer.name(), " must have the shape ",
                                                   toString(specs[i].shape), ". Received ",
                                                   toString(weights[i].extents())));
    }
    return {};
}

} // namespace

Result<Model> withWeightsOf(const Model &model, const std::string &path,
                            std::span<const Shape> inputShapes)
{
    const auto loaded = loadModel(path);
    if (!loaded)
        return fail(loaded.error());
    std::vector<LayerPointer> donors;
    for (const LayerPointer &layer : loaded->model.layers) {
        if (!layer->storedWeights().empty())
            donors.push_back(layer);
    }
    if (donors.empty())
        return fail("input", "weights", {}, concat(path, " holds no weights."));
    const ModelShapes shapes = inferShapes(model, inputShapes);
    const auto places = receivers(model, shapes, donors);
    if (!places)
        return fail(places.error());
    Model result = model;
    for (std::size_t i = 0; i < donors.size(); ++i) {
        const int at = (*places)[i];
        const LayerShapes &known = shapes.layers[static_cast<std::size_t>(at)];
        const Layer &layer = model.layer(at);
        // An illegal layer is told apart from one whose weights do not fit, by whoever runs the
        // model.
        if (known.output) {
            if (auto fits = checkFit(layer, known.weights, donors[i]->storedWeights()); !fits)
                return fail(fits.error());
        }
        result = replaceLayer(result, at, layer.withWeights(donors[i]->storedWeights()));
    }
    return result;
}

} // namespace convscope
