// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run/losses.h"

#include "layers/regularizers.h"

namespace convscope {

namespace {

struct Sum
{
    double value = 0;
    bool hasPenalty = false;

    Result<void> add(const Result<double> &penalty)
    {
        if (!penalty)
            return fail(penalty.error());
        value += *penalty;
        hasPenalty = true;
        return {};
    }
};

Result<void> addWeights(const std::vector<WeightSpec> &specs, const std::vector<Tensor> &weights,
                        Sum &sum)
{
    for (std::size_t i = 0; i < specs.size() && i < weights.size(); ++i) {
        if (specs[i].regularizer.isNone() || !specs[i].trainable)
            continue;
        if (auto added = sum.add(penalty(specs[i].regularizer, weights[i])); !added)
            return added;
    }
    return {};
}

Result<Sum> layerLoss(const Model &model, const RunResult &run, int index)
{
    const auto i = static_cast<std::size_t>(index);
    const Layer &layer = model.layer(index);
    const Layer &owner = model.owner(index);
    const LayerResult &result = run.layers[i];
    Sum sum;
    if (layer.isBypassed() || result.output.isNull())
        return sum;
    if (&owner == &layer && layer.isTrainable()) {
        if (auto added = addWeights(run.shapes.layers[i].weights, result.weights, sum); !added)
            return fail(added.error());
    }
    if (owner.type().activityRegularizer) {
        const ObjectValue regularizer = owner.type().activityRegularizer(owner.params());
        if (!regularizer.isNone()) {
            if (auto added = sum.add(activityPenalty(regularizer, result.output)); !added)
                return fail(added.error());
        }
    }
    return sum;
}

} // namespace

Result<std::vector<LayerLoss>> losses(const Model &model, const RunResult &run)
{
    std::vector<LayerLoss> all;
    for (int i = 0; i < static_cast<int>(run.layers.size()); ++i) {
        const auto sum = layerLoss(model, run, i);
        if (!sum) {
            Error error = sum.error();
            error.layer = model.layer(i).name();
            return fail(std::move(error));
        }
        if (sum->hasPenalty)
            all.push_back({model.layer(i).name(), sum->value});
    }
    return all;
}

} // namespace convscope
