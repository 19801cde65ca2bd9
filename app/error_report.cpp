// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "error_report.h"

#include "command.h"
#include "printable.h"

#include <cstdio>

namespace convscope {

namespace {

using nlohmann::ordered_json;

ordered_json orNull(const std::string &text)
{
    return text.empty() ? ordered_json() : ordered_json(text);
}

/// `received` is JSON text; what is none (NaN, a cut-off file) is shown as it is.
ordered_json receivedValue(const std::string &text)
{
    if (text.empty())
        return nullptr;
    auto value = ordered_json::parse(text, nullptr, false);
    return value.is_discarded() ? ordered_json(text) : value;
}

ordered_json valuesOf(const Words &words);

ordered_json valueOf(const WordsValue &value)
{
    if (value.integer() != nullptr)
        return *value.integer();
    if (value.real() != nullptr)
        return *value.real();
    if (value.string() != nullptr)
        return *value.string();
    return {{"template", value.words()->pattern}, {"values", valuesOf(*value.words())}};
}

ordered_json valuesOf(const Words &words)
{
    ordered_json values = ordered_json::object();
    for (const NamedValue &value : words.values)
        values[value.name] = valueOf(value.value);
    return values;
}

} // namespace

int exitStatus(const Error &error)
{
    if (error.rule == "cancelled")
        return 130;
    return error.rule == "usage" || error.rule == "file" ? 2 : 1;
}

ordered_json errorDocument(const Error &error)
{
    // What a person typed is an input too: the contract knows no rule of its own for it.
    const std::string rule = error.rule == "usage" ? "input" : error.rule;
    return {{"error",
             {{"rule", rule},
              {"layer", orNull(error.layer)},
              {"argument", orNull(error.argument)},
              {"received", receivedValue(error.received)},
              {"template", error.words.pattern},
              {"values", valuesOf(error.words)},
              {"message", error.message}}}};
}

int reportError(const Error &error, bool json)
{
    // Where the message begins with the layer itself, once is enough.
    const bool named = error.layer.empty() || error.message.starts_with(error.layer);
    const std::string where = named ? "" : error.layer + ": ";
    std::fprintf(stderr, "convscope: %s\n", printable(where + error.message).c_str());
    if (json)
        writeJson(errorDocument(error));
    return exitStatus(error);
}

} // namespace convscope
