// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/model.h"

#include <algorithm>
#include <cctype>

namespace convscope {

namespace {

bool isUpper(char c)
{
    return std::isupper(static_cast<unsigned char>(c)) != 0;
}

bool isLower(char c)
{
    return std::islower(static_cast<unsigned char>(c)) != 0;
}

} // namespace

std::string snakeCase(std::string_view className)
{
    // Of a wrapper its own word.
    className = className.substr(0, className.find('('));
    if (const auto dot = className.rfind('.'); dot != std::string_view::npos)
        className.remove_prefix(dot + 1);
    std::string out;
    for (std::size_t i = 0; i < className.size(); ++i) {
        const char c = className[i];
        const bool afterLower = i > 0 && isLower(className[i - 1]);
        const bool beforeLower = i + 1 < className.size() && isLower(className[i + 1]);
        if (i > 0 && isUpper(c) && (afterLower || beforeLower))
            out += '_';
        out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

int Model::indexOf(std::string_view layerName) const
{
    for (int i = 0; i < size(); ++i) {
        if (layer(i).name() == layerName)
            return i;
    }
    return -1;
}

std::vector<Source> Model::sources(int index) const
{
    const std::vector<std::string> &names = layer(index).inputs();
    if (names.empty()) {
        if (index == 0)
            return {{Source::Kind::Input, 0}};
        return {{Source::Kind::Layer, index - 1}};
    }
    std::vector<Source> found;
    for (const std::string &wanted : names) {
        Source source;
        if (const int at = indexOf(wanted); at >= 0 && at < index) {
            source = {Source::Kind::Layer, at};
        } else {
            const auto input = std::find_if(inputs.begin(), inputs.end(),
                                            [&](const ModelInput &i) { return i.name == wanted; });
            if (input != inputs.end())
                source = {Source::Kind::Input, static_cast<int>(input - inputs.begin())};
        }
        found.push_back(source);
    }
    return found;
}

const Layer &Model::owner(int index) const
{
    const std::string &shared = layer(index).sharedWith();
    const int at = shared.empty() ? -1 : indexOf(shared);
    return at >= 0 ? layer(at) : layer(index);
}

std::vector<int> Model::outputIndices() const
{
    std::vector<int> indices;
    for (const std::string &output : outputs) {
        if (const int at = indexOf(output); at >= 0)
            indices.push_back(at);
    }
    if (indices.empty() && size() > 0)
        indices.push_back(size() - 1);
    return indices;
}

std::string Model::freeName(std::string_view className) const
{
    const std::string base = snakeCase(className);
    const auto taken = [&](const std::string &candidate) {
        return indexOf(candidate) >= 0 ||
               std::any_of(inputs.begin(), inputs.end(),
                           [&](const ModelInput &input) { return input.name == candidate; });
    };
    std::string candidate = base;
    for (int i = 1; taken(candidate); ++i)
        candidate = base + '_' + std::to_string(i);
    return candidate;
}

bool Model::operator==(const Model &other) const
{
    return name == other.name && inputs == other.inputs && outputs == other.outputs &&
           seed == other.seed &&
           std::equal(layers.begin(), layers.end(), other.layers.begin(), other.layers.end(),
                      [](const auto &a, const auto &b) { return a == b || *a == *b; });
}

} // namespace convscope
