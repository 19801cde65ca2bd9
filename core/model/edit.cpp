// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/edit.h"

#include <algorithm>

namespace convscope {

namespace {

using Names = std::vector<std::string>;

std::shared_ptr<const Layer> shared(Layer layer)
{
    return std::make_shared<const Layer>(std::move(layer));
}

void replaceName(Names &names, const std::string &from, const std::string &to)
{
    std::replace(names.begin(), names.end(), from, to);
}

/// Every explicit reader of `from` at or after `first` reads `to`; outputs follow.
void redirect(Model &model, int first, const std::string &from, const std::string &to)
{
    for (int i = first; i < model.size(); ++i) {
        const Layer &layer = model.layer(i);
        Names names = layer.inputs();
        replaceName(names, from, to);
        if (names != layer.inputs())
            model.layers[static_cast<std::size_t>(i)] = shared(layer.withInputs(std::move(names)));
    }
    replaceName(model.outputs, from, to);
}

std::string nameBefore(const Model &model, int index)
{
    if (index > 0)
        return model.layer(index - 1).name();
    return model.inputs.empty() ? std::string() : model.inputs.front().name;
}

bool isConsistent(const Model &model, std::string *culprit)
{
    for (int i = 0; i < model.size(); ++i) {
        for (const Source &source : model.sources(i)) {
            if (source.kind == Source::Kind::Missing) {
                *culprit = model.layer(i).name();
                return false;
            }
        }
    }
    return true;
}

} // namespace

Model insertLayer(const Model &model, int index, const LayerType &type)
{
    Layer added(type, model.freeName(type.className));
    // A merge that reads one tensor is illegal: until it is wired it reads that one twice.
    const std::string before = nameBefore(model, index);
    if (type.group == LayerGroup::Merge && !before.empty())
        added = added.withInputs({before, before});
    return insertLayer(model, index, std::move(added));
}

Model insertLayer(const Model &model, int index, Layer layer)
{
    Model changed = model;
    if (changed.indexOf(layer.name()) >= 0)
        layer = layer.withName(changed.freeName(layer.type().className));
    const std::string before = nameBefore(model, index);
    const std::string added = layer.name();
    changed.layers.insert(changed.layers.begin() + index, shared(std::move(layer)));
    if (before.empty())
        return changed;
    if (index + 1 < changed.size()) {
        const Layer &next = changed.layer(index + 1);
        Names names = next.inputs();
        replaceName(names, before, added);
        if (names != next.inputs())
            changed.layers[static_cast<std::size_t>(index) + 1] =
                shared(next.withInputs(std::move(names)));
    } else {
        replaceName(changed.outputs, before, added);
    }
    return changed;
}

Model removeLayer(const Model &model, int index)
{
    Model changed = model;
    const Layer &removed = model.layer(index);
    const std::string heir =
        removed.inputs().empty() ? nameBefore(model, index) : removed.inputs().front();
    // A later call of a shared layer takes over its arguments and weights.
    for (int i = 0; i < changed.size(); ++i) {
        const Layer &layer = changed.layer(i);
        if (layer.sharedWith() == removed.name())
            changed.layers[static_cast<std::size_t>(i)] = shared(
                layer.withParams(removed.params()).withWeightsOf(removed).withSharedWith({}));
    }
    changed.layers.erase(changed.layers.begin() + index);
    if (!heir.empty())
        redirect(changed, 0, removed.name(), heir);
    return changed;
}

Model duplicateLayer(const Model &model, int index)
{
    const Layer &original = model.layer(index);
    return insertLayer(model, index + 1,
                       original.withName(model.freeName(original.type().className)).withInputs({}));
}

Result<Model> moveLayer(const Model &model, int from, int to)
{
    Model changed = model;
    const auto layer = changed.layers[static_cast<std::size_t>(from)];
    changed.layers.erase(changed.layers.begin() + from);
    changed.layers.insert(changed.layers.begin() + to, layer);
    std::string culprit;
    if (!isConsistent(changed, &culprit))
        return fail(Error{"E11",
                          culprit,
                          "input",
                          {},
                          words("{layer} would stand before a layer that it reads", culprit)});
    return changed;
}

Result<Model> renameLayer(const Model &model, int index, const std::string &name)
{
    const std::string old = model.layer(index).name();
    if (name == old)
        return model;
    const std::string received = '"' + name + '"';
    if (name.empty() || name.find('/') != std::string::npos)
        return fail(Error{"E16", old, "name", received,
                          words("A layer's name must not be empty and must not contain '/'.")});
    const bool taken = model.indexOf(name) >= 0 ||
                       std::any_of(model.inputs.begin(), model.inputs.end(),
                                   [&](const ModelInput &input) { return input.name == name; });
    if (taken)
        return fail(Error{"E16", old, "name", received,
                          words("The name {name} is taken; names are unique in a model.", name)});
    Model changed = model;
    changed.layers[static_cast<std::size_t>(index)] = shared(model.layer(index).withName(name));
    redirect(changed, 0, old, name);
    for (auto &layer : changed.layers) {
        if (layer->sharedWith() == old)
            layer = shared(layer->withSharedWith(name));
    }
    return changed;
}

Model setBypassed(const Model &model, int index, bool bypassed)
{
    return replaceLayer(model, index, model.layer(index).withBypass(bypassed));
}

Result<Model> setArgument(const Model &model, int index, std::string_view argument,
                          const Value &value)
{
    auto layer = model.layer(index).with(argument, value);
    if (!layer)
        return fail(layer.error());
    return replaceLayer(model, index, std::move(*layer));
}

Result<Model> setWeights(const Model &model, int index, std::span<const Tensor> present,
                         WeightBlock block)
{
    const std::string &shared = model.layer(index).sharedWith();
    const int at = shared.empty() || model.indexOf(shared) < 0 ? index : model.indexOf(shared);
    const Layer &layer = model.layer(at);
    bool fits = layer.storedWeightCount() == present.size();
    for (std::size_t i = 0; fits && i < present.size(); ++i)
        fits = layer.storedExtents(i) == present[i].extents();
    auto changed = (fits ? layer : layer.withWeights({present.begin(), present.end()}))
                       .withWeightBlock(std::move(block));
    if (!changed)
        return fail(changed.error());
    return replaceLayer(model, at, std::move(*changed));
}

Model replaceLayer(const Model &model, int index, Layer layer)
{
    Model changed = model;
    changed.layers[static_cast<std::size_t>(index)] = shared(std::move(layer));
    return changed;
}

} // namespace convscope
