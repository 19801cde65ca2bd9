// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers_command.h"

#include "keras/json_text.h"
#include "keras/near_match.h"
#include "layers/registry.h"
#include "text_table.h"

#include <cstdio>

namespace convscope {

namespace {

using nlohmann::ordered_json;

ordered_json jsonOf(const Value &value)
{
    auto parsed = ordered_json::parse(toJsonText(value), nullptr, false);
    return parsed.is_discarded() ? ordered_json(toJsonText(value)) : parsed;
}

/// A whole number without its ".0".
ordered_json bound(const std::optional<double> &number)
{
    if (!number)
        return nullptr;
    const auto whole = static_cast<std::int64_t>(*number);
    return static_cast<double>(whole) == *number ? ordered_json(whole) : ordered_json(*number);
}

/// The words an argument may be: a choice's own, or the identifiers of a family of objects.
std::vector<std::string> wordsOf(const ParamInfo &info)
{
    if (info.family == nullptr)
        return info.choices;
    std::vector<std::string> words;
    for (const ObjectType &type : info.family->types())
        words.push_back(type.identifiers.empty() ? type.className : type.identifiers.front());
    return words;
}

/// Names of the weights a layer of default arguments has, whatever its input's extents.
std::vector<std::string> weightNames(const LayerType &type)
{
    if (!type.weightSpecs)
        return {};
    constexpr int kAnyRank = 4;
    constexpr std::int64_t kExtent = 16;
    const int rank = type.inputRank > 0 ? type.inputRank : kAnyRank;
    const Shape shape(Extents(static_cast<std::size_t>(rank), kExtent));
    const std::vector<Shape> inputs(static_cast<std::size_t>(type.minInputs), shape);
    std::vector<std::string> names;
    for (const WeightSpec &spec : type.weightSpecs(type.table->defaults(), inputs))
        names.push_back(spec.name);
    return names;
}

ordered_json documentOf(const LayerType &type)
{
    ordered_json arguments = ordered_json::array();
    for (const ParamInfo &info : type.table->params()) {
        const auto words = wordsOf(info);
        arguments.push_back({{"name", info.name},
                             {"kind", std::string(toString(info.kind))},
                             {"default", jsonOf(info.defaultValue)},
                             {"minimum", bound(info.minimum)},
                             {"choices", words.empty() ? ordered_json() : ordered_json(words)},
                             {"doc", info.doc}});
    }
    return {{"class_name", type.className},
            {"summary", type.summary.text()},
            {"input_rank", type.inputRank > 0 ? ordered_json(type.inputRank) : ordered_json()},
            {"arguments", std::move(arguments)},
            {"weights", weightNames(type)}};
}

Failure unknownClass(const std::string &name)
{
    std::vector<std::string> known;
    for (const LayerType *type : layerTypes())
        known.push_back(type->className);
    return fail(
        "usage", "CLASS", jsonText(ordered_json(name)),
        nearMatches(name, known).empty()
            ? words("There is no layer class '{class_name}'. `convscope layers` lists them.", name)
            : words(
                  "{problem} `convscope layers` lists them.",
                  didYouMean(words("There is no layer class '{class_name}'", name), name, known)));
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

void printList()
{
    TextTable table({{"class"}, {"group"}, {"what it does"}});
    for (const LayerType *type : layerTypes())
        table.addRow({type->className, std::string(title(type->group)), type->summary.text()});
    std::fputs(table.toString().c_str(), stdout);
}

void printDetails(const LayerType &type)
{
    std::printf("%s: %s.\n", type.className.c_str(), type.summary.text().c_str());
    if (type.inputRank > 0)
        std::printf("input rank: %d, batch and channels included\n", type.inputRank);
    if (const auto names = weightNames(type); !names.empty())
        std::printf("weights: %s\n", joined(names).c_str());
    for (const ParamInfo &info : type.table->params()) {
        const std::string standard = info.required ? "required" : toPython(info.defaultValue);
        std::printf("\n  %s = %s  (%s)\n", info.name.c_str(), standard.c_str(),
                    std::string(toString(info.kind)).c_str());
        if (!info.doc.empty())
            std::printf("      %s\n", info.doc.c_str());
        if (const auto words = wordsOf(info); !words.empty())
            std::printf("      one of: %s\n", joined(words).c_str());
    }
}

} // namespace

std::string LayersCommand::description() const
{
    return "List the layer classes, or one class with its arguments";
}

void LayersCommand::declare(CLI::App &options)
{
    options.add_option("CLASS", m_className, "A class, e.g. Conv2D; left out: all of them");
}

Result<int> LayersCommand::run(CommandContext &context)
{
    const LayerType *one = nullptr;
    if (!m_className.empty()) {
        one = findLayerType(m_className);
        if (one == nullptr)
            return unknownClass(m_className);
    }
    if (context.json) {
        ordered_json document = ordered_json::array();
        for (const LayerType *type : layerTypes()) {
            if (one == nullptr || one == type)
                document.push_back(documentOf(*type));
        }
        writeJson(document);
    } else if (one != nullptr) {
        printDetails(*one);
    } else {
        printList();
    }
    return 0;
}

} // namespace convscope
