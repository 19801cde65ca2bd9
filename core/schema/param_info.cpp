// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "schema/param_info.h"

#include "base/check.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace convscope {

namespace {

std::string boundText(double bound)
{
    return bound == std::floor(bound) && std::abs(bound) < 1e15
               ? std::to_string(static_cast<std::int64_t>(bound))
               : shortest(bound);
}

Words lowerBound(const ParamInfo &info)
{
    const bool isReal = info.kind == ParamKind::Number || info.kind == ParamKind::OptionalNumber;
    if (*info.minimum == 1.0 && !info.minimumExcluded && !isReal)
        return words("greater than {bound}", 0);
    return info.minimumExcluded ? words("greater than {bound}", boundText(*info.minimum))
                                : words("at least {bound}", boundText(*info.minimum));
}

Words upperBound(const ParamInfo &info)
{
    return info.maximumExcluded ? words("less than {bound}", boundText(*info.maximum))
                                : words("at most {bound}", boundText(*info.maximum));
}

Words bound(const ParamInfo &info)
{
    if (info.minimum && info.maximum)
        return words("{least} and {most}", lowerBound(info), upperBound(info));
    return info.minimum ? lowerBound(info) : upperBound(info);
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

Words wantedForm(const ParamInfo &info)
{
    switch (info.kind) {
    case ParamKind::Integer:
        return words("an integer");
    case ParamKind::OptionalInteger:
        return words("an integer or None");
    case ParamKind::Number:
        return words("a number");
    case ParamKind::OptionalNumber:
        return words("a number or None");
    case ParamKind::Boolean:
        return words("True or False");
    case ParamKind::Choice:
        return words("a string");
    case ParamKind::Tuple:
        return info.count == 1 ? words("an integer or a list of 1 integer")
                               : words("an integer or a list of {count} integers", info.count);
    case ParamKind::OptionalTuple:
        return info.count == 1
                   ? words("None, an integer or a list of 1 integer")
                   : words("None, an integer or a list of {count} integers", info.count);
    case ParamKind::Pairs:
        return info.count == 1
                   ? words("an integer or a pair (before, after)")
                   : words("an integer, {count} integers or {count} pairs (before, after)",
                           info.count);
    case ParamKind::IntegerList:
        return info.takesOne ? words("an integer or a list of integers")
                             : words("a list of integers");
    case ParamKind::OptionalIntegerList:
        return words("a list of integers or None");
    case ParamKind::Text:
        return words("a string");
    case ParamKind::Numbers:
        return words("a number or a list of numbers");
    case ParamKind::OptionalNumbers:
        return words("a number, a list of numbers or None");
    case ParamKind::Object:
        return info.allowsNone
                   ? words("the name or the config of a known {family}, or None",
                           term(info.family->word()))
                   : words("the name or the config of a known {family}", term(info.family->word()));
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
    const auto said = [&] {
        if (!several)
            return words("{name} must be {bound}. Received {received}", info.name, bound(info),
                         toPython(value));
        if (offenders.find(',') == std::string::npos)
            return words("every element of {name} must be {bound}. Received {received}, of which "
                         "{offender} is not",
                         info.name, bound(info), toPython(value), offenders);
        return words("every element of {name} must be {bound}. Received {received}, of which "
                     "{offenders} are not",
                     info.name, bound(info), toPython(value), offenders);
    };
    return fail(info.rangeRule, info.name, toJsonText(value), said());
}

template <class Range>
Result<void> eachInside(const ParamInfo &info, const Value &value, const Range &elements)
{
    std::string offenders;
    for (const auto n : elements) {
        if (!isInside(info, static_cast<double>(n)))
            offenders += (offenders.empty() ? "" : ", ") + toPython(Value(n));
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
    Error error = info.formError(toJsonText(value), toPython(value));
    if (text != nullptr) {
        std::string lower = *text;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (std::find(info.choices.begin(), info.choices.end(), lower) != info.choices.end())
            error.say(words("{problem}. Did you mean '{meant}'?", error.words, lower));
    }
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
    case ParamKind::Text:
        return "text";
    case ParamKind::Numbers:
        return "numbers";
    case ParamKind::OptionalNumbers:
        return "numbers or None";
    case ParamKind::Object:
        return "object";
    }
    checkFailed("a known kind", std::source_location::current());
}

Error ParamInfo::formError(std::string receivedJson, WordsValue receivedWords) const
{
    const auto wanted = [this] {
        if (kind == ParamKind::Choice) {
            std::string known;
            for (const std::string &choice : choices)
                known += (known.empty() ? "'" : ", '") + choice + '\'';
            return allowsNone ? words("one of {choices} or None", known)
                              : words("one of {choices}", known);
        }
        if (minimum || maximum)
            return words("{form}, {bound}", wantedForm(*this), bound(*this));
        return wantedForm(*this);
    };
    return {formRule,
            {},
            name,
            std::move(receivedJson),
            words("{name} must be {wanted}. Received {received}", name, wanted(),
                  std::move(receivedWords))};
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
    case ParamKind::Text:
        if (!std::holds_alternative<std::string>(value))
            return wrongForm(*this, value);
        return {};
    case ParamKind::OptionalNumbers:
        if (isNone(value))
            return {};
        [[fallthrough]];
    case ParamKind::Numbers: {
        if (const auto *d = std::get_if<double>(&value)) {
            if (!isInside(*this, *d))
                return outOfRange(*this, value, {});
            return {};
        }
        const auto *array = std::get_if<NumberArray>(&value);
        if (array == nullptr)
            return wrongForm(*this, value);
        return eachInside(*this, value, array->values);
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
