// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/archive_weights.h"

#include "keras/formats/read_count.h"
#include "keras/model_builder.h"
#include "keras/operation_nodes.h"
#include "keras/stored_weights.h"
#include "layers/unknown_layer.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace convscope {

namespace {

/// Keras 2.12 to 2.14 named the layers of a model by this, each one that holds weights twice.
constexpr const char *kOldContainer = "_layer_checkpoint_dependencies";

class ArchiveReader
{
public:
    ArchiveReader(const Model &model, const Hdf5File &file, const LoadOptions &options)
        : m_model(model), m_file(file), m_count(options, file.size())
    {
    }

    Result<Model> read(const Json &json)
    {
        if (auto done = readContainer(json, {}, {}); !done)
            return fail(done.error());
        m_count.finish();
        return std::move(m_model);
    }

private:
    Result<void> readContainer(const Json &model, const std::string &group,
                               const std::string &prefix)
    {
        const std::string start = group.empty() ? std::string() : group + '/';
        const bool isOld = m_file.kind(start + kOldContainer) == Hdf5File::Kind::Group;
        const std::string container = start + (isOld ? kOldContainer : "layers");
        const Json *entries = layerEntries(model);
        if (entries == nullptr)
            return {};
        std::map<std::string, int> used;
        for (const Json &entry : *entries) {
            if (isOperationEntry(entry) || (isInputLayer(entry) && isSequentialEntry(model)))
                continue;
            const std::string id = weightGroupName(stringMember(entry, "class_name"));
            std::string place = container + '/' + numbered(used, id);
            if (isOld) {
                const auto arrays = m_file.arraysBelow(place);
                if (!arrays)
                    return fail(arrays.error());
                if (!arrays->empty())
                    numbered(used, id);
            }
            if (m_file.kind(place) == Hdf5File::Kind::Missing)
                place = placeByName(container, entryName(entry)).value_or(place);
            const std::string name = prefix + nameHere(entry);
            auto done = isModelEntry(entry) ? readContainer(entry, place, name + '/')
                                            : readLayer(name, place);
            if (!done)
                return done;
        }
        return {};
    }

    static std::string numbered(std::map<std::string, int> &used, const std::string &id)
    {
        const int number = used[id]++;
        return number == 0 ? id : fmt::format("{}_{}", id, number);
    }

    /// Since Keras 3.6 the group of the values carries the layer's own name.
    std::optional<std::string> placeByName(const std::string &container,
                                           const std::string &name) const
    {
        const auto children = m_file.children(container);
        if (!children)
            return std::nullopt;
        for (const auto &child : *children) {
            const std::string values = fmt::format("{}/{}/vars", container, child.name);
            if (!m_file.hasAttribute(values, "name"))
                continue;
            if (const auto stated = m_file.text(values, "name"); stated && *stated == name)
                return container + '/' + child.name;
        }
        return std::nullopt;
    }

    Result<void> readLayer(const std::string &name, const std::string &place)
    {
        const int at = m_model.indexOf(name);
        if (at < 0)
            return {};
        auto &layer = m_model.layers[static_cast<std::size_t>(at)];
        auto paths = weightPaths(m_file, place, isUnknown(*layer));
        if (!paths)
            return fail(paths.error());
        std::vector<Tensor> weights;
        for (const std::string &path : *paths) {
            auto weight = m_file.array(place + '/' + path, std::ref(m_count));
            if (!weight) {
                Error error = weight.error();
                error.layer = name;
                return fail(std::move(error));
            }
            weights.push_back(std::move(*weight));
        }
        if (!weights.empty())
            layer = std::make_shared<const Layer>(
                isUnknown(*layer)
                    ? withUnknownWeights(*layer, std::move(*paths), std::move(weights))
                    : layer->withWeights(std::move(weights)));
        return {};
    }

    Model m_model;
    const Hdf5File &m_file;
    ReadCount m_count;
};

/// Layers that Keras' own classes hold, in the order in which they are made and get_weights() lists
/// them; groups of a file stand in the order of their letters.
std::size_t placeInConstruction(const std::string &path)
{
    static constexpr std::array<std::string_view, 7> kOrder{
        "vars",      "forward_layer", "backward_layer", "query_dense",
        "key_dense", "value_dense",   "output_dense"};
    const auto found = std::find(kOrder.begin(), kOrder.end(), path.substr(0, path.find('/')));
    return static_cast<std::size_t>(found - kOrder.begin());
}

} // namespace

std::string weightGroupName(const std::string &className)
{
    const auto last = className.find_last_of(">.");
    return snakeCase(last == std::string::npos ? className : className.substr(last + 1));
}

Result<std::vector<std::string>> weightPaths(const Hdf5File &file, const std::string &group,
                                             bool isUnknown)
{
    auto paths = file.arraysBelow(group);
    if (!paths)
        return paths;
    std::stable_sort(paths->begin(), paths->end(), [](const auto &a, const auto &b) {
        return placeInConstruction(a) < placeInConstruction(b);
    });
    if (isUnknown)
        return paths;
    std::erase_if(*paths, [](const std::string &path) {
        return path.find("seed_generator") != std::string::npos;
    });
    return paths;
}

Result<Model> withArchiveWeights(const Model &model, const Json &json, const Hdf5File &file,
                                 const LoadOptions &options)
{
    auto read = ArchiveReader(model, file, options).read(json);
    if (!read)
        return read;
    if (auto fits = checkStoredWeights(*read); !fits)
        return fail(fits.error());
    return read;
}

} // namespace convscope
