// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "sweep/sweep_axis.h"

#include "keras/config_rules.h"
#include "keras/param_json.h"
#include "keras/python_literal.h"
#include "model/edit.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace convscope {

namespace {

constexpr std::size_t kMostValues = 10'000;

Failure usage(std::string_view text, Words said)
{
    return fail("usage", "vary", jsonText(Json(std::string(text))), std::move(said));
}

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

/// Between commas that stand in no brackets and no quotes.
std::vector<std::string> parts(std::string_view text)
{
    std::vector<std::string> found;
    int depth = 0;
    char quote = 0;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(' || c == '[' || c == '{') {
            ++depth;
        } else if (c == ')' || c == ']' || c == '}') {
            --depth;
        } else if (c == ',' && depth <= 0) {
            found.push_back(trimmed(text.substr(from, at - from)));
            from = at + 1;
        }
    }
    found.push_back(trimmed(text.substr(from)));
    return found;
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// Dots in quotes or brackets belong to a value.
bool isRange(const std::string &text)
{
    return text.find("..") != std::string::npos &&
           std::string_view("'\"([{").find(text.front()) == std::string_view::npos;
}

/// "1..4" → 1 and 4.
Result<std::pair<std::int64_t, std::int64_t>> rangeOf(const std::string &text)
{
    const auto dots = text.find("..");
    const auto first = wholeNumber(trimmed(std::string_view(text).substr(0, dots)));
    const auto last = wholeNumber(trimmed(std::string_view(text).substr(dots + 2)));
    if (!first || !last)
        return usage(text,
                     words("a range is A..B with two whole numbers. Received {received}", text));
    if (*first > *last)
        return usage(text, words("a range counts upwards, {first} is more than {last}. Received "
                                 "{received}",
                                 *first, *last, text));
    // Unsigned, as the distance of two numbers may be more than a signed one holds.
    if (static_cast<std::uint64_t>(*last) - static_cast<std::uint64_t>(*first) >= kMostValues)
        return usage(text, words("a range has at most {most} numbers. Received {received}",
                                 kMostValues, text));
    return std::pair(*first, *last);
}

std::string layerNames(const Model &model)
{
    std::string names;
    for (const auto &layer : model.layers)
        names += (names.empty() ? "" : ", ") + layer->name();
    return names;
}

/// A setting that is given twice is computed once.
class OnceEach
{
public:
    void operator()(SweepAxis &axis, std::string text, Json value)
    {
        if (!m_known.insert(jsonText(value)).second)
            return;
        axis.texts.push_back(std::move(text));
        axis.values.push_back(std::move(value));
    }

private:
    std::set<std::string> m_known;
};

} // namespace

Result<SweepAxis> sweepAxis(const Model &model, int layer, std::string_view argument,
                            std::string_view values)
{
    const Layer &swept = model.layer(layer);
    SweepAxis axis{layer, swept.name(), std::string(argument), {}, {}};
    if (swept.type().table->indexOf(argument) < 0)
        return fail("usage", axis.argument, jsonText(Json(axis.argument)),
                    words("{layer} is a {class}, which has no argument {argument}", axis.layerName,
                          swept.type().className, axis.argument));
    const auto atArgument = [&](Error error) {
        error.layer = axis.layerName;
        error.argument = axis.argument;
        return fail(std::move(error));
    };
    if (trimmed(values).empty())
        return atArgument(usage(values, words("{argument} has no values: they are expected behind "
                                              "the equals sign",
                                              axis.argument))
                              .value());
    OnceEach add;
    for (const std::string &part : parts(values)) {
        if (!part.empty() && isRange(part)) {
            const auto range = rangeOf(part);
            if (!range)
                return atArgument(range.error());
            for (std::int64_t value = range->first; value <= range->second; ++value)
                add(axis, std::to_string(value), Json(value));
            continue;
        }
        auto value =
            part.empty()
                ? Result<Json>(usage(values, words("a value is missing in '{values}'", values)))
                : Result<Json>(parsePythonLiteral(part));
        if (!value)
            return atArgument(value.error());
        add(axis, part, std::move(*value));
    }
    return axis;
}

Result<SweepAxis> sweepAxis(const Model &model, std::string_view text)
{
    const std::size_t equals = text.find('=');
    // A layer's name may hold dots, an argument's never does.
    const std::size_t dot = equals == std::string_view::npos ? equals : text.rfind('.', equals);
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == equals)
        return usage(text, words("--vary expects LAYER.ARG=A,B,C, like conv2d.strides=1,2; "
                                 "received '{text}'.",
                                 text));
    const std::string layer(text.substr(0, dot));
    const int index = model.indexOf(layer);
    if (index < 0)
        return usage(text, words("--vary names the layer '{layer}'; the model has {names}.", layer,
                                 layerNames(model)));
    return sweepAxis(model, index, text.substr(dot + 1, equals - dot - 1), text.substr(equals + 1));
}

Result<Model> withChoice(const Model &model, const std::vector<SweepAxis> &axes,
                         const std::vector<std::size_t> &choice)
{
    std::map<int, std::vector<std::pair<int, Value>>> byLayer;
    const auto named = [](Error error, const SweepAxis &axis) {
        error.layer = axis.layerName;
        if (error.argument.empty())
            error.argument = axis.argument;
        return fail(std::move(error));
    };
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const SweepAxis &axis = axes[i];
        const ParamTable &table = *model.layer(axis.layer).type().table;
        const int index = table.indexOf(axis.argument);
        auto value =
            valueFromJson(table.params()[static_cast<std::size_t>(index)], axis.values[choice[i]]);
        if (!value)
            return named(value.error(), axis);
        byLayer[axis.layer].emplace_back(index, std::move(*value));
    }
    Model changed = model;
    for (const auto &[layer, values] : byLayer) {
        const Layer &old = model.layer(layer);
        auto params = old.type().table->with(old.params(), values);
        if (!params) {
            const auto axis =
                std::find_if(axes.begin(), axes.end(),
                             [&, at = layer](const SweepAxis &a) { return a.layer == at; });
            return named(params.error(), *axis);
        }
        changed = replaceLayer(changed, layer, old.withParams(std::move(*params)));
    }
    return changed;
}

} // namespace convscope
