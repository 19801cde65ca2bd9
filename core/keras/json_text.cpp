// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/json_text.h"

#include "tensor/file_bytes.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

/// Deeper documents are no models, and code that walks them recursively stays within the stack.
constexpr int kDeepest = 200;
constexpr std::size_t kLongestWords = 120;

bool isTooDeep(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kDeepest)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

/// Python writes numbers that JSON has no words for. They pass the parser as strings that no file
/// holds.
struct PythonNumber
{
    std::string_view word;
    std::string_view stand;
    double value;
};

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::array<PythonNumber, 3> kPythonNumbers{{
    {"NaN", "\\u0001NaN", std::numeric_limits<double>::quiet_NaN()},
    {"-Infinity", "\\u0001-Infinity", -kInfinity},
    {"Infinity", "\\u0001Infinity", kInfinity},
}};

/// `text` with Python's words replaced by their stands, or nullopt where it holds none.
std::optional<std::string> withoutPythonNumbers(std::string_view text)
{
    if (text.find("NaN") == std::string_view::npos &&
        text.find("Infinity") == std::string_view::npos)
        return std::nullopt;
    std::string out;
    bool inString = false;
    bool isChanged = false;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        std::size_t taken = 1;
        if (inString) {
            taken = c == '\\' && i + 1 < text.size() ? 2 : 1;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else {
            for (const PythonNumber &number : kPythonNumbers) {
                if (text.substr(i).starts_with(number.word)) {
                    out += '"';
                    out += number.stand;
                    out += '"';
                    taken = 0;
                    i += number.word.size();
                    isChanged = true;
                    break;
                }
            }
        }
        out += text.substr(i, taken);
        i += taken;
    }
    return isChanged ? std::optional(std::move(out)) : std::nullopt;
}

/// Turns the stands into the numbers they stand for.
void restorePythonNumbers(Json &json)
{
    if (json.is_string()) {
        const auto &text = json.get_ref<const std::string &>();
        if (text.empty() || text.front() != '\x01')
            return;
        for (const PythonNumber &number : kPythonNumbers) {
            if (std::string_view(text).substr(1) == number.word) {
                json = number.value;
                return;
            }
        }
    } else if (json.is_structured()) {
        for (Json &item : json)
            restorePythonNumbers(item);
    }
}

std::string valueWords(const Json &value)
{
    switch (value.type()) {
    case Json::value_t::null:
        return "None";
    case Json::value_t::boolean:
        return value.get<bool>() ? "True" : "False";
    case Json::value_t::string:
        return '\'' + value.get<std::string>() + '\'';
    case Json::value_t::array: {
        std::string out = "[";
        for (const Json &item : value) {
            if (out.size() > kLongestWords)
                return out;
            out += (out.size() == 1 ? "" : ", ") + valueWords(item);
        }
        return out + ']';
    }
    case Json::value_t::object: {
        std::string out = "{";
        for (const auto &[key, item] : value.items()) {
            if (out.size() > kLongestWords)
                return out;
            out += (out.size() == 1 ? "'" : ", '") + key + "': " + valueWords(item);
        }
        return out + '}';
    }
    case Json::value_t::number_float:
        if (!std::isfinite(value.get<double>()))
            return std::isnan(value.get<double>()) ? "NaN"
                   : value.get<double>() > 0       ? "Infinity"
                                                   : "-Infinity";
        return jsonText(value);
    default:
        return jsonText(value);
    }
}

} // namespace

Result<Json> parseJson(std::string_view text, const std::string &what)
{
    if (isTooDeep(text))
        return fileError(what, words("is JSON nested more than {limit} levels deep", kDeepest));
    try {
        if (const auto changed = withoutPythonNumbers(text)) {
            // Where it is no JSON anyway, the message counts in the text as it came.
            if (Json json = Json::parse(*changed, nullptr, false); !json.is_discarded()) {
                restorePythonNumbers(json);
                return json;
            }
        }
        return Json::parse(text);
    } catch (const Json::parse_error &error) {
        const std::size_t at = std::min(error.byte == 0 ? 0 : error.byte - 1, text.size());
        const std::string_view before = text.substr(0, at);
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        const auto start = before.rfind('\n');
        const std::size_t column = at - (start == std::string_view::npos ? 0 : start + 1) + 1;
        return fileError(
            what, at >= text.size()
                      ? words("is not whole JSON: it ends in line {line}", line)
                      : words("is not JSON: wrong in line {line}, column {column}", line, column));
    } catch (const Json::exception &error) {
        return fileError(what, words("is not readable JSON: {what}", error.what()));
    }
}

std::string jsonText(const Json &value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string pythonText(const Json &value)
{
    std::string out = valueWords(value);
    if (out.size() > kLongestWords) {
        std::size_t end = kLongestWords;
        // Not in the middle of a UTF-8 sequence.
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80)
            --end;
        out.resize(end);
        out += "…";
    }
    return out;
}

std::optional<std::int64_t> integerOf(const Json &value)
{
    if (value.is_number_unsigned()) {
        const auto n = value.get<std::uint64_t>();
        if (n > static_cast<std::uint64_t>(INT64_MAX))
            return std::nullopt;
        return static_cast<std::int64_t>(n);
    }
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (value.is_number_float()) {
        const auto d = value.get<double>();
        constexpr double kExact = 9007199254740992.0; // 2^53
        if (std::abs(d) <= kExact && d == std::floor(d))
            return static_cast<std::int64_t>(d);
    }
    return std::nullopt;
}

const Json *member(const Json &object, std::string_view key)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

std::string stringMember(const Json &object, std::string_view key)
{
    const Json *value = member(object, key);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

} // namespace convscope
