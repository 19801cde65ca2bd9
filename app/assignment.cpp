// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "assignment.h"

#include "keras/config_rules.h"
#include "keras/param_json.h"
#include "keras/python_literal.h"
#include "model/edit.h"

#include <map>
#include <utility>
#include <vector>

namespace convscope {

namespace {

using json = nlohmann::ordered_json;

/// One text taken apart.
struct Assignment
{
    int layer = 0;
    std::string argument;
    json value;
};

std::string asJson(std::string_view text)
{
    return json(std::string(text)).dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Assignment> parse(const Model &model, const std::string &text)
{
    const std::size_t equals = text.find('=');
    // A layer's name may hold dots, an argument's never does.
    const std::size_t dot = equals == std::string::npos ? equals : text.rfind('.', equals);
    if (dot == std::string::npos || dot == 0 || dot + 1 == equals)
        return fail(
            "usage", {}, asJson(text),
            words("--set expects LAYER.ARG=VALUE, like conv2d_1.strides=(2,2); received '{text}'.",
                  text));
    Assignment assignment;
    const std::string layer = text.substr(0, dot);
    assignment.argument = text.substr(dot + 1, equals - dot - 1);
    assignment.layer = model.indexOf(layer);
    if (assignment.layer < 0)
        return fail("usage", assignment.argument, asJson(layer),
                    words("--set names the layer '{layer}'; the model has {layers}.", layer,
                          model.size() == 0 ? WordsValue(words("no layers"))
                                            : WordsValue(layerNames(model))));
    auto value = parsePythonLiteral(std::string_view(text).substr(equals + 1));
    if (!value) {
        Error error = value.error();
        error.layer = layer;
        error.argument = assignment.argument;
        return fail(std::move(error));
    }
    assignment.value = std::move(*value);
    return assignment;
}

/// One layer with all its assignments made.
Result<Layer> changed(const Layer &layer, std::span<const Assignment> assignments)
{
    Layer result = layer;
    std::vector<std::pair<int, Value>> values;
    for (const Assignment &assignment : assignments) {
        if (assignment.argument == "trainable" && assignment.value.is_boolean()) {
            result = result.withTrainable(assignment.value.get<bool>());
            continue;
        }
        const ParamTable &table = *layer.type().table;
        const int index = table.indexOf(assignment.argument);
        if (index < 0) {
            return fail("E16", assignment.argument, jsonText(assignment.value),
                        unknownKeyMessage(layer.type(), assignment.argument));
        }
        auto value =
            valueFromJson(table.params()[static_cast<std::size_t>(index)], assignment.value);
        if (!value)
            return fail(value.error());
        values.emplace_back(index, std::move(*value));
    }
    auto params = layer.type().table->with(result.params(), values);
    if (!params)
        return fail(params.error());
    return result.withParams(std::move(*params));
}

} // namespace

std::string layerNames(const Model &model)
{
    constexpr int kMostNames = 8;
    std::string names;
    for (int i = 0; i < model.size(); ++i) {
        if (model.size() > kMostNames && i == kMostNames - 1) {
            names += ", …";
            i = model.size() - 1;
        }
        names += (i == 0 ? "" : ", ") + model.layer(i).name();
    }
    return names;
}

Result<Model> withAssignments(Model model, std::span<const std::string> texts)
{
    std::map<int, std::vector<Assignment>> byLayer;
    for (const std::string &text : texts) {
        auto assignment = parse(model, text);
        if (!assignment)
            return fail(assignment.error());
        byLayer[assignment->layer].push_back(std::move(*assignment));
    }
    for (const auto &[index, assignments] : byLayer) {
        auto layer = changed(model.layer(index), assignments);
        if (!layer) {
            Error error = layer.error();
            error.layer = model.layer(index).name();
            return fail(std::move(error));
        }
        model = replaceLayer(model, index, std::move(*layer));
    }
    return model;
}

} // namespace convscope
