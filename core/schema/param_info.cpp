// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "schema/param_info.h"

#include "base/check.h"
#include "base/concat.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace convscope {

namespace {

std::string bound(const ParamInfo &info)
{
    const auto text = [](double d) {
        return d == std::floor(d) && std::abs(d) < 1e15
                   ? std::to_string(static_cast<std::int64_t>(d))
                   : shortest(d);
    };
    std::string words;
    if (info.minimum) {
        if (*info.minimum == 1.0 && !info.minimumExcluded && info.kind != ParamKind::Number &&
            info.kind != ParamKind::OptionalNumber)
            words = "greater than 0";
        else
            words =
                concat(info.minimumExcluded ? "greater than " : "at least ", text(*info.minimum));
    }
    if (info.maximum)
        words += concat(words.empty() ? "" : " and ",
                        info.maximumExcluded ? "less than " : "at most ", text(*info.maximum));
    return words;
}

bool isInside(const ParamInfo &info, double x)
{
    if (std::isnan(x))
        return false;
    if (info.minimum && (info.minimumExcluded ? x <= *info.minimum : x < *info.minimum))
        return false;
    if (info.maximum && (info.maximumExcluded ? x >= *info.maximum : x > *info.maximum))
        return false;
    return true;
}

std::string wantedForm(const ParamInfo &info)
{
    switch (info.kind) {
    case ParamKind::Integer:
        return "an integer";
    case ParamKind::OptionalInteger:
        return "an integer or None";
    case ParamKind::Number:
        return "a number";
    case ParamKind::OptionalNumber:
        return "a number or None";
    case ParamKind::Boolean:
        return "True or False";
    case ParamKind::Choice:
        return "a string";
    case ParamKind::Tuple:
        return info.count == 1 ? std::string("an integer or a list of 1 integer")
                               : concat("an integer or a list of ", info.count, " integers");
    case ParamKind::OptionalTuple:
        return info.count == 1 ? std::string("None, an integer or a list of 1 integer")
                               : concat("None, an integer or a list of ", info.count, " integers");
    case ParamKind::Pairs:
        return info.count == 1 ? std::string("an integer or a pair (before, after)")
                               : concat("an integer, ", info.count, " integers or ", info.count,
                                        " pairs (before, after)");
    case ParamKind::IntegerList:
        return "a list of integers";
    case ParamKind::OptionalIntegerList:
        return "a list of integers or None";
    case ParamKind::Object:
        return concat("the name or the config of a known ", info.family->word(),
                      info.allowsNone ? ", or None" : "");
    }
    checkFailed("a known kind", std::source_location::current());
}

Failure wrongForm(const ParamInfo &info, const Value &value)
{
    return fail(info.formError(toJsonText(value), toPython(value)));
}

Failure outOfRange(const ParamInfo &info, const Value &value, const std::string &offenders)
{
    const bool several =
        !std::holds_alternative<std::int64_t>(value) && !std::holds_alternative<double>(value);
    return fail(
        info.rangeRule, info.name, toJsonText(value),
        concat(several ? "every element of " : "", info.name, " must be ", bound(info),
               ". Received ", toPython(value),
               several ? concat(", of which ", offenders,
                                offenders.find(',') == std::string::npos ? " is not" : " are not")
                       : ""));
}

template <class Range>
Result<void> eachInside(const ParamInfo &info, const Value &value, const Range &elements)
{
    std::string offenders;
    for (const std::int64_t n : elements) {
        if (!isInside(info, static_cast<double>(n)))
            offenders += (offenders.empty() ? "" : ", ") + std::to_string(n);
    }
    if (!offenders.empty())
        return outOfRange(info, value, offenders);
    return {};
}

Result<void> validateChoice(const ParamInfo &info, const Value &value)
{
    const auto *text = std::get_if<std::string>(&value);
    if (text != nullptr &&
        std::find(info.choices.begin(), info.choices.end(), *text) != info.choices.end())
        return {};
    std::string hint;
    if (text != nullptr) {
        std::string lower = *text;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (std::find(info.choices.begin(), info.choices.end(), lower) != info.choices.end())
            hint = concat(". Did you mean '", lower, "'?");
    }
    Error error = info.formError(toJsonText(value), toPython(value));
    error.message += hint;
    return fail(std::move(error));
}

} // namespace

std::string_view toString(ParamKind kind)
{
    switch (kind) {
    case ParamKind::Integer:
        return "integer";
    case ParamKind::OptionalInteger:
        return "integer or None";
    case ParamKind::Number:
        return "number";
    case ParamKind::OptionalNumber:
        return "number or None";
    case ParamKind::Boolean:
        return "boolean";
    case ParamKind::Choice:
        return "choice";
    case ParamKind::Tuple:
        return "tuple";
    case ParamKind::OptionalTuple:
        return "tuple or None";
    case ParamKind::Pairs:
        return "pairs";
    case ParamKind::IntegerList:
        return "integer list";
    case ParamKind::OptionalIntegerList:
        return "integer list or None";
    case ParamKind::Object:
        return "object";
    }
    checkFailed("a known kind", std::source_location::current());
}

Error ParamInfo::formError(std::string receivedJson, std::string_view receivedWords) const
{
    std::string wanted;
    if (kind == ParamKind::Choice) {
        for (const std::string &choice : choices)
            wanted += (wanted.empty() ? "one of '" : ", '") + choice + '\'';
        wanted += allowsNone ? " or None" : "";
    } else {
        wanted = wantedForm(*this) + (minimum || maximum ? ", " + bound(*this) : "");
    }
    return {formRule,
            {},
            name,
            std::move(receivedJson),
            concat(name, " must be ", wanted, ". Received ", receivedWords)};
}

Result<void> ParamInfo::validate(const Value &value) const
{
    switch (kind) {
    case ParamKind::OptionalInteger:
        if (isNone(value))
            return {};
        [[fallthrough]];
    case ParamKind::Integer:
        if (const auto *n = std::get_if<std::int64_t>(&value)) {
            if (!isInside(*this, static_cast<double>(*n)))
                return outOfRange(*this, value, {});
            return {};
        }
        return wrongForm(*this, value);
    case ParamKind::OptionalNumber:
        if (isNone(value))
            return {};
        [[fallthrough]];
    case ParamKind::Number: {
        const auto *d = std::get_if<double>(&value);
        if (d == nullptr)
            return wrongForm(*this, value);
        if (!isInside(*this, *d))
            return outOfRange(*this, value, {});
        return {};
    }
    case ParamKind::Boolean:
        if (!std::holds_alternative<bool>(value))
            return wrongForm(*this, value);
        return {};
    case ParamKind::Choice:
        if (isNone(value) && allowsNone)
            return {};
        return validateChoice(*this, value);
    case ParamKind::OptionalTuple:
        if (isNone(value))
            return {};
        [[fallthrough]];
    case ParamKind::Tuple: {
        const auto *list = std::get_if<IntList>(&value);
        if (list == nullptr || static_cast<int>(list->size()) != count)
            return wrongForm(*this, value);
        return eachInside(*this, value, *list);
    }
    case ParamKind::Pairs: {
        const auto *pairs = std::get_if<PairList>(&value);
        if (pairs == nullptr || static_cast<int>(pairs->size()) != count)
            return wrongForm(*this, value);
        IntList flat;
        for (const IntPair &pair : *pairs)
            flat.insert(flat.end(), pair.begin(), pair.end());
        return eachInside(*this, value, flat);
    }
    case ParamKind::OptionalIntegerList:
        if (isNone(value))
            return {};
        [[fallthrough]];
    case ParamKind::IntegerList: {
        const auto *list = std::get_if<IntList>(&value);
        if (list == nullptr)
            return wrongForm(*this, value);
        return eachInside(*this, value, *list);
    }
    case ParamKind::Object: {
        const auto *object = std::get_if<ObjectValue>(&value);
        if (object == nullptr || (object->isNone() && !allowsNone))
            return wrongForm(*this, value);
        return family->validate(*object, name);
    }
    }
    checkFailed("a known kind", std::source_location::current());
}

} // namespace convscope
