// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/wiring.h"

namespace convscope {

namespace {

int find(const std::unordered_map<std::string_view, int> &places, std::string_view name)
{
    const auto found = places.find(name);
    return found == places.end() ? -1 : found->second;
}

} // namespace

Wiring::Wiring(const Model &model) : m_model(model)
{
    m_layers.reserve(model.layers.size());
    // Of two with one name the first counts.
    for (int i = 0; i < model.size(); ++i)
        m_layers.emplace(model.layer(i).name(), i);
    for (std::size_t i = 0; i < model.inputs.size(); ++i)
        m_inputs.emplace(model.inputs[i].name, static_cast<int>(i));
}

int Wiring::indexOf(std::string_view layerName) const
{
    return find(m_layers, layerName);
}

std::vector<Source> Wiring::sources(int index) const
{
    const std::vector<std::string> &names = m_model.layer(index).inputs();
    if (names.empty()) {
        if (index == 0)
            return {{Source::Kind::Input, 0}};
        return {{Source::Kind::Layer, index - 1}};
    }
    std::vector<Source> sources;
    sources.reserve(names.size());
    for (const std::string &name : names) {
        const int layer = find(m_layers, name);
        if (layer >= 0 && layer < index) {
            sources.push_back({Source::Kind::Layer, layer});
            continue;
        }
        const int input = find(m_inputs, name);
        sources.push_back(input >= 0 ? Source{Source::Kind::Input, input} : Source{});
    }
    return sources;
}

const Layer &Wiring::owner(int index) const
{
    const std::string &shared = m_model.layer(index).sharedWith();
    const int at = shared.empty() ? -1 : find(m_layers, shared);
    return m_model.layer(at >= 0 ? at : index);
}

} // namespace convscope
