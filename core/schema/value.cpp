// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "schema/value.h"

#include <charconv>
#include <cmath>

namespace convscope {

namespace {

template <class... Fs>
struct Overloaded : Fs...
{
    using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

std::string quoted(std::string_view text, char quote)
{
    std::string out(1, quote);
    for (const char c : text) {
        if (c == quote || c == '\\')
            out += '\\';
        out += c;
    }
    return out + quote;
}

template <class Range, class Write>
std::string joined(char open, const Range &range, char close, Write write)
{
    std::string out(1, open);
    bool first = true;
    for (const auto &item : range) {
        if (!first)
            out += ", ";
        first = false;
        out += write(item);
    }
    if (open == '(' && range.size() == 1)
        out += ',';
    return out + close;
}

/// Nested lists, as Python and JSON write them alike.
std::string arrayText(const NumberArray &array)
{
    std::string out;
    const std::size_t rank = array.shape.size();
    for (std::size_t i = 0; i < array.values.size(); ++i) {
        // How many lists begin, and further down end, at this number.
        std::size_t begins = 0;
        std::size_t ends = 0;
        std::int64_t block = 1;
        for (std::size_t axis = rank; axis-- > 0;) {
            block *= array.shape[axis];
            const auto at = static_cast<std::int64_t>(i);
            begins += at % block == 0 ? 1U : 0U;
            ends += (at + 1) % block == 0 ? 1U : 0U;
        }
        out += i == 0 ? "" : ", ";
        out.append(begins, '[');
        out += shortest(array.values[i]);
        out.append(ends, ']');
    }
    return array.values.empty() ? "[]" : out;
}

std::string number(std::int64_t n)
{
    return std::to_string(n);
}

} // namespace

bool ObjectValue::operator==(const ObjectValue &other) const
{
    return className == other.className && fields == other.fields;
}

const Value *find(const ObjectValue &object, std::string_view field)
{
    for (const ObjectField &f : object.fields) {
        if (f.name == field)
            return &f.value;
    }
    return nullptr;
}

std::string shortest(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    std::string out(text, end);
    if (out.find_first_of(".e") == std::string::npos)
        out += ".0";
    return out;
}

std::string toPython(const Value &value)
{
    return std::visit(Overloaded{[](std::monostate) { return std::string("None"); },
                                 [](bool b) { return std::string(b ? "True" : "False"); },
                                 [](std::int64_t n) { return number(n); },
                                 [](double d) { return shortest(d); },
                                 [](const std::string &s) { return quoted(s, '\''); },
                                 [](const IntList &list) { return joined('(', list, ')', number); },
                                 [](const PairList &list) {
                                     return joined('(', list, ')', [](const IntPair &pair) {
                                         return joined('(', pair, ')', number);
                                     });
                                 },
                                 [](const NumberArray &array) { return arrayText(array); },
                                 [](const ObjectValue &object) {
                                     if (object.isNone())
                                         return std::string("None");
                                     std::string call = object.className;
                                     char separator = '(';
                                     for (const ObjectField &f : object.fields) {
                                         call += separator == '(' ? "(" : ", ";
                                         separator = ',';
                                         call += f.name + '=' + toPython(f.value);
                                     }
                                     return call + (separator == '(' ? "()" : ")");
                                 }},
                      value);
}

std::string toJsonText(const Value &value)
{
    return std::visit(
        Overloaded{[](std::monostate) { return std::string("null"); },
                   [](bool b) { return std::string(b ? "true" : "false"); },
                   [](std::int64_t n) { return number(n); }, [](double d) { return shortest(d); },
                   [](const std::string &s) { return quoted(s, '"'); },
                   [](const IntList &list) { return joined('[', list, ']', number); },
                   [](const PairList &list) {
                       return joined('[', list, ']', [](const IntPair &pair) {
                           return joined('[', pair, ']', number);
                       });
                   },
                   [](const NumberArray &array) { return arrayText(array); },
                   [](const ObjectValue &object) {
                       if (object.isNone())
                           return std::string("null");
                       return "{\"class_name\": " + quoted(object.className, '"') +
                              ", \"config\": " +
                              joined('{', object.fields, '}',
                                     [](const ObjectField &f) {
                                         return quoted(f.name, '"') + ": " + toJsonText(f.value);
                                     }) +
                              "}";
                   }},
        value);
}

} // namespace convscope
