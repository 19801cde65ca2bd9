// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/rewire.h"

#include "model/edit.h"
#include "model/wiring.h"

#include <algorithm>

namespace convscope {

namespace {

using Names = std::vector<std::string>;

std::shared_ptr<const Layer> shared(Layer layer)
{
    return std::make_shared<const Layer>(std::move(layer));
}

void setInputs(Model &model, int index, Names names)
{
    model.layers[static_cast<std::size_t>(index)] =
        shared(model.layer(index).withInputs(std::move(names)));
}

/// An input without a name cannot be read by one.
void nameInput(Model &model)
{
    if (model.inputs.empty())
        model.inputs.push_back({"input", Shape()});
}

/// Every layer names what it reads, so that the order may change.
void nameReads(Model &model)
{
    nameInput(model);
    for (int i = 0; i < model.size(); ++i) {
        if (model.layer(i).inputs().empty())
            setInputs(model, i, readNames(model, i));
    }
}

/// The layers that depend on one, itself included.
std::vector<bool> dependents(const Model &model, const Wiring &wiring, int index)
{
    std::vector<bool> depends(static_cast<std::size_t>(model.size()), false);
    depends[static_cast<std::size_t>(index)] = true;
    for (int i = index + 1; i < model.size(); ++i) {
        for (const Source &source : wiring.sources(i)) {
            if (source.kind == Source::Kind::Layer &&
                depends[static_cast<std::size_t>(source.index)])
                depends[static_cast<std::size_t>(i)] = true;
        }
    }
    return depends;
}

/// Layers that `wanted` needs and that stand behind `index` come before it, in their order.
void moveBefore(Model &model, const Wiring &wiring, int index, const std::vector<int> &wanted)
{
    std::vector<bool> isNeeded(static_cast<std::size_t>(model.size()), false);
    for (const int layer : wanted)
        isNeeded[static_cast<std::size_t>(layer)] = true;
    for (int i = model.size() - 1; i > index; --i) {
        if (!isNeeded[static_cast<std::size_t>(i)])
            continue;
        for (const Source &source : wiring.sources(i)) {
            if (source.kind == Source::Kind::Layer)
                isNeeded[static_cast<std::size_t>(source.index)] = true;
        }
    }
    std::vector<std::shared_ptr<const Layer>> moved;
    std::vector<std::shared_ptr<const Layer>> kept;
    for (int i = index; i < model.size(); ++i) {
        const bool moves = i > index && isNeeded[static_cast<std::size_t>(i)];
        (moves ? moved : kept).push_back(model.layers[static_cast<std::size_t>(i)]);
    }
    model.layers.resize(static_cast<std::size_t>(index));
    model.layers.insert(model.layers.end(), moved.begin(), moved.end());
    model.layers.insert(model.layers.end(), kept.begin(), kept.end());
}

Failure notReadable(const std::string &layer, const std::string &received, Words said)
{
    return fail(Error{"E11", layer, "input", received, std::move(said)});
}

} // namespace

std::vector<std::string> readNames(const Model &model, int index)
{
    const Names &names = model.layer(index).inputs();
    if (!names.empty())
        return names;
    if (index > 0)
        return {model.layer(index - 1).name()};
    return {model.inputs.empty() ? "input" : model.inputs.front().name};
}

Result<Model> setReads(const Model &model, int index, const std::vector<std::string> &names)
{
    const std::string layer = model.layer(index).name();
    if (names.empty())
        return notReadable(layer, "", words("{layer} must read at least one tensor", layer));
    if (names == readNames(model, index))
        return model;
    const Wiring wiring(model);
    const std::vector<bool> depends = dependents(model, wiring, index);
    std::vector<int> behind;
    bool readsInput = false;
    for (const std::string &name : names) {
        const int at = wiring.indexOf(name);
        if (at < 0) {
            const bool isInput =
                model.inputs.empty()
                    ? name == "input"
                    : std::any_of(model.inputs.begin(), model.inputs.end(),
                                  [&](const ModelInput &input) { return input.name == name; });
            if (!isInput)
                return notReadable(
                    layer, name,
                    words("{layer} cannot read {name}: the model has no such tensor", layer, name));
            readsInput = true;
        } else if (depends[static_cast<std::size_t>(at)]) {
            return notReadable(
                layer, name, words("{layer} cannot read {name}, which depends on it", layer, name));
        } else if (at > index) {
            behind.push_back(at);
        }
    }
    Model changed = model;
    if (readsInput)
        nameInput(changed);
    if (behind.empty()) {
        setInputs(changed, index, names);
        return changed;
    }
    nameReads(changed);
    setInputs(changed, index, names);
    moveBefore(changed, wiring, index, behind);
    return changed;
}

Inserted insertBelow(const Model &model, int above, int reader, const LayerType &type)
{
    const Wiring wiring(model);
    const Source wanted =
        above < 0 ? Source{Source::Kind::Input, 0} : Source{Source::Kind::Layer, above};
    std::vector<int> readers;
    for (int i = std::max(above, 0); i < model.size(); ++i) {
        const std::vector<Source> sources = wiring.sources(i);
        if ((reader < 0 || i == reader) &&
            std::find(sources.begin(), sources.end(), wanted) != sources.end())
            readers.push_back(i);
    }
    const int place = above + 1;
    const bool isNext = readers.empty() ? place == model.size() : readers == std::vector{place};
    if (isNext)
        return {insertLayer(model, place, type), place};
    Model changed = model;
    // What follows may read the layer before it unnamed.
    nameReads(changed);
    const std::string name = changed.freeName(type.className);
    const std::string before = above < 0 ? changed.inputs.front().name : model.layer(above).name();
    for (const int i : readers) {
        Names names = changed.layer(i).inputs();
        std::replace(names.begin(), names.end(), before, name);
        setInputs(changed, i, std::move(names));
    }
    if (reader < 0)
        std::replace(changed.outputs.begin(), changed.outputs.end(), before, name);
    const Names reads(type.group == LayerGroup::Merge ? 2 : 1, before);
    changed.layers.insert(changed.layers.begin() + place,
                          shared(Layer(type, name).withInputs(reads)));
    return {std::move(changed), place};
}

Result<Model> moveBelow(const Model &model, int index, int above, int reader)
{
    const std::string name = model.layer(index).name();
    if (above == index || reader == index)
        return model;
    Model changed = model;
    nameReads(changed);
    const Names reads = changed.layer(index).inputs();
    if (reads.size() != 1)
        return notReadable(name, std::to_string(reads.size()),
                           words("{layer} reads {count} tensors: change what it reads in place of "
                                 "moving it",
                                 name, static_cast<int>(reads.size())));
    const std::string before = above < 0 ? changed.inputs.front().name : model.layer(above).name();
    const auto replace = [&](int at, const std::string &from, const std::string &to) {
        Names names = changed.layer(at).inputs();
        std::replace(names.begin(), names.end(), from, to);
        if (names != changed.layer(at).inputs())
            setInputs(changed, at, std::move(names));
    };
    for (int i = index + 1; i < changed.size(); ++i)
        replace(i, name, reads.front());
    std::replace(changed.outputs.begin(), changed.outputs.end(), name, reads.front());
    for (int i = 0; i < changed.size(); ++i) {
        if (i != index && (reader < 0 || i == reader))
            replace(i, before, name);
    }
    if (reader < 0)
        std::replace(changed.outputs.begin(), changed.outputs.end(), before, name);
    setInputs(changed, index, {before});
    // Right behind what it reads: who reads it stands behind that too.
    const auto layer = changed.layers[static_cast<std::size_t>(index)];
    changed.layers.erase(changed.layers.begin() + index);
    const int place = above < index ? above + 1 : above;
    changed.layers.insert(changed.layers.begin() + place, layer);
    return changed;
}

ReadOffers readOffers(const Model &model, const ModelShapes &shapes, std::span<const Shape> inputs,
                      int index, std::size_t place)
{
    const Wiring wiring(model);
    const Layer &layer = wiring.owner(index);
    const std::vector<bool> depends = dependents(model, wiring, index);
    const std::vector<Source> reads = wiring.sources(index);
    const auto shapeOf = [&](const Source &source) -> std::optional<Shape> {
        if (source.kind == Source::Kind::Layer)
            return shapes.layers[static_cast<std::size_t>(source.index)].output;
        if (source.kind == Source::Kind::Input && source.index < static_cast<int>(inputs.size()))
            return inputs[static_cast<std::size_t>(source.index)];
        return std::nullopt;
    };
    std::vector<std::optional<Shape>> present;
    for (const Source &source : reads)
        present.push_back(shapeOf(source));
    present.resize(std::max(present.size(), place + 1));
    ReadOffers offers;
    const auto offer = [&](const Source &source, const std::string &name) {
        ReadOffer one{source, name, shapeOf(source), {}, {}, -1};
        if (const auto at = std::find(reads.begin(), reads.end(), source); at != reads.end())
            one.place = static_cast<int>(at - reads.begin());
        present[place] = one.shape;
        std::vector<Shape> together;
        for (std::size_t i = 0; i < present.size(); ++i) {
            if (present[i]) {
                together.push_back(*present[i]);
                continue;
            }
            const std::string &missing =
                i == place ? name
                           : (i < reads.size() && reads[i].kind == Source::Kind::Layer
                                  ? model.layer(reads[i].index).name()
                                  : name);
            one.why =
                Error{"E11",
                      model.layer(index).name(),
                      "input",
                      {},
                      words("{name} has no output now, so that its shape is not known", missing)};
        }
        if (!one.why) {
            if (auto makes = inferShape(layer, together))
                one.makes = std::move(*makes);
            else
                one.why = makes.error();
        }
        offers.tensors.push_back(std::move(one));
    };
    if (model.inputs.empty())
        offer({Source::Kind::Input, 0}, "input");
    for (std::size_t i = 0; i < model.inputs.size(); ++i)
        offer({Source::Kind::Input, static_cast<int>(i)}, model.inputs[i].name);
    for (int i = 0; i < model.size(); ++i) {
        if (!depends[static_cast<std::size_t>(i)])
            offer({Source::Kind::Layer, i}, model.layer(i).name());
        else if (i != index)
            ++offers.loops;
    }
    return offers;
}

} // namespace convscope
