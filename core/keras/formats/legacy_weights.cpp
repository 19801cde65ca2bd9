// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/legacy_weights.h"

#include "keras/formats/read_count.h"
#include "keras/stored_weights.h"
#include "layers/unknown_layer.h"
#include "model/shape_inference.h"

#include <algorithm>
#include <functional>
#include <map>

namespace convscope {

namespace {

std::shared_ptr<const Layer> weighted(const Layer &layer, std::vector<std::string> names,
                                      std::vector<Tensor> weights)
{
    return std::make_shared<const Layer>(
        isUnknown(layer) ? withUnknownWeights(layer, std::move(names), std::move(weights))
                         : layer.withWeights(std::move(weights)));
}

/// Shares the weights of a model inside the model out among its layers.
class InnerModel
{
public:
    InnerModel(const ModelEntry &entry, Model &model, const LegacyGroup &group)
        : m_model(model), m_group(group)
    {
        const std::string prefix = group.name + '/';
        for (const std::string &name : entry.weightOrder) {
            if (name.starts_with(prefix))
                m_layers.push_back(model.indexOf(name));
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_layers.empty(); }

    Result<void> give()
    {
        const ModelShapes shapes = inferShapes(m_model, inputShapes(m_model));
        const bool areKnown = std::all_of(m_layers.begin(), m_layers.end(), [&](int at) {
            return shapes.layers[static_cast<std::size_t>(at)].output &&
                   !isUnknown(m_model.layer(at));
        });
        return areKnown ? giveByShape(shapes) : giveByName();
    }

private:
    /// Keras lists what is trained first, then what is not (the statistics of a normalization).
    Result<void> giveByShape(const ModelShapes &shapes)
    {
        std::vector<std::pair<int, std::size_t>> trained;
        std::vector<std::pair<int, std::size_t>> frozen;
        std::vector<WeightSpec> specs;
        for (const int at : m_layers) {
            const auto &own = shapes.layers[static_cast<std::size_t>(at)].weights;
            for (std::size_t i = 0; i < own.size(); ++i)
                (m_model.layer(at).isTrainable() && own[i].trainable ? trained : frozen)
                    .emplace_back(at, i);
        }
        trained.insert(trained.end(), frozen.begin(), frozen.end());
        for (const auto &[at, i] : trained)
            specs.push_back(shapes.layers[static_cast<std::size_t>(at)].weights[i]);
        if (auto fits = checkWeights(m_group.name, specs, m_group.weights); !fits)
            return fits;
        std::map<int, std::vector<Tensor>> own;
        for (const auto &[at, i] : trained)
            own[at].resize(shapes.layers[static_cast<std::size_t>(at)].weights.size());
        for (std::size_t k = 0; k < trained.size(); ++k)
            own[trained[k].first][trained[k].second] = m_group.weights[k];
        for (auto &[at, weights] : own)
            set(at, {}, std::move(weights));
        return {};
    }

    /// Where shapes are not known the layer's name stands among the parts of the weight's.
    Result<void> giveByName()
    {
        std::map<int, std::pair<std::vector<std::string>, std::vector<Tensor>>> own;
        for (std::size_t i = 0; i < m_group.weights.size(); ++i) {
            const std::string name = '/' + m_group.weightNames[i];
            const auto found = std::find_if(m_layers.begin(), m_layers.end(), [&](int at) {
                std::string layer = m_model.layer(at).name();
                layer = layer.substr(layer.rfind('/') + 1);
                return name.find('/' + layer + '/') != std::string::npos;
            });
            if (found == m_layers.end())
                return fail(Error{"E17",
                                  m_group.name,
                                  "weights",
                                  {},
                                  words("weights: {weight} belongs to no layer of {name}",
                                        m_group.weightNames[i], m_group.name)});
            own[*found].first.push_back(m_group.weightNames[i]);
            own[*found].second.push_back(m_group.weights[i]);
        }
        for (auto &[at, named] : own)
            set(at, std::move(named.first), std::move(named.second));
        return {};
    }

    void set(int at, std::vector<std::string> names, std::vector<Tensor> weights)
    {
        auto &layer = m_model.layers[static_cast<std::size_t>(at)];
        layer = weighted(*layer, std::move(names), std::move(weights));
    }

    Model &m_model;
    const LegacyGroup &m_group;
    std::vector<int> m_layers;
};

} // namespace

Result<std::vector<LegacyGroup>> readLegacyGroups(const Hdf5File &file, const std::string &group,
                                                  const LoadOptions &options)
{
    const auto layers = file.texts(group, "layer_names");
    if (!layers)
        return fail(layers.error());
    const std::string start = group.empty() ? std::string() : group + '/';
    std::vector<LegacyGroup> groups;
    ReadCount count(options, file.size());
    for (const std::string &layer : *layers) {
        LegacyGroup read;
        read.name = layer;
        const auto named = [&](Error error) {
            error.layer = layer;
            return fail(std::move(error));
        };
        auto names = file.texts(start + layer, "weight_names");
        if (!names)
            return named(names.error());
        read.weightNames = std::move(*names);
        for (const std::string &name : read.weightNames) {
            const std::string path = start + layer + '/' + name;
            if (file.kind(path) == Hdf5File::Kind::Missing)
                return named(
                    {"E17",
                     {},
                     "weights",
                     {},
                     words("weights: the file lists {weight} of {layer}, but does not hold it",
                           name, layer)});
            auto weight = file.array(path, std::ref(count));
            if (!weight)
                return named(weight.error());
            read.weights.push_back(std::move(*weight));
        }
        groups.push_back(std::move(read));
    }
    count.finish();
    return groups;
}

Result<Model> withLegacyWeights(const ModelEntry &entry, std::vector<LegacyGroup> groups)
{
    Model model = entry.model;
    for (LegacyGroup &group : groups) {
        if (group.weights.empty())
            continue;
        if (const int at = model.indexOf(group.name); at >= 0) {
            auto &layer = model.layers[static_cast<std::size_t>(at)];
            layer = weighted(*layer, std::move(group.weightNames), std::move(group.weights));
            continue;
        }
        InnerModel inner(entry, model, group);
        if (inner.isEmpty())
            return fail(Error{
                "E17",
                group.name,
                "weights",
                {},
                words("weights: the file holds some of {name}, which is no layer of the model",
                      group.name)});
        if (auto given = inner.give(); !given)
            return fail(given.error());
    }
    if (auto fits = checkStoredWeights(model); !fits)
        return fail(fits.error());
    return model;
}

} // namespace convscope
