// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

// Included by schema.h: how each C++ type of a parameter member travels as a Value.

#include "schema/schema.h"

#include <algorithm>

namespace convscope {

/// For members whose C++ type is one of Value's alternatives.
template <class T, ParamKind Kind>
struct PlainCodec
{
    static constexpr ParamKind kind = Kind;
    static constexpr int count = 0;
    static std::vector<std::string> choices() { return {}; }
    static Value toValue(const T &value) { return value; }
    static T fromValue(const Value &value) { return std::get<T>(value); }
};

template <class T, ParamKind Kind>
struct OptionalCodec
{
    static constexpr ParamKind kind = Kind;
    static constexpr int count = ValueCodec<T>::count;
    static std::vector<std::string> choices() { return ValueCodec<T>::choices(); }
    static Value toValue(const std::optional<T> &value)
    {
        return value ? ValueCodec<T>::toValue(*value) : Value{};
    }
    static std::optional<T> fromValue(const Value &value)
    {
        if (isNone(value))
            return std::nullopt;
        return ValueCodec<T>::fromValue(value);
    }
};

template <>
struct ValueCodec<std::int64_t> : PlainCodec<std::int64_t, ParamKind::Integer>
{
};
template <>
struct ValueCodec<double> : PlainCodec<double, ParamKind::Number>
{
};
template <>
struct ValueCodec<bool> : PlainCodec<bool, ParamKind::Boolean>
{
};
template <>
struct ValueCodec<IntList> : PlainCodec<IntList, ParamKind::IntegerList>
{
};
template <>
struct ValueCodec<std::string> : PlainCodec<std::string, ParamKind::Text>
{
};
template <>
struct ValueCodec<NumberArray> : PlainCodec<NumberArray, ParamKind::Numbers>
{
    /// A number alone may come as one.
    static NumberArray fromValue(const Value &value)
    {
        if (const auto *d = std::get_if<double>(&value))
            return {{}, {*d}};
        return std::get<NumberArray>(value);
    }
};
template <>
struct ValueCodec<std::optional<NumberArray>>
    : OptionalCodec<NumberArray, ParamKind::OptionalNumbers>
{
};
template <>
struct ValueCodec<ObjectValue> : PlainCodec<ObjectValue, ParamKind::Object>
{
};
template <>
struct ValueCodec<std::optional<std::int64_t>>
    : OptionalCodec<std::int64_t, ParamKind::OptionalInteger>
{
};
template <>
struct ValueCodec<std::optional<double>> : OptionalCodec<double, ParamKind::OptionalNumber>
{
};
template <>
struct ValueCodec<std::optional<IntList>> : OptionalCodec<IntList, ParamKind::OptionalIntegerList>
{
};

template <std::size_t N>
struct ValueCodec<Tuple<N>>
{
    static constexpr ParamKind kind = ParamKind::Tuple;
    static constexpr int count = static_cast<int>(N);
    static std::vector<std::string> choices() { return {}; }
    static Value toValue(const Tuple<N> &tuple) { return IntList(tuple.begin(), tuple.end()); }
    static Tuple<N> fromValue(const Value &value)
    {
        Tuple<N> tuple{};
        std::copy_n(std::get<IntList>(value).begin(), N, tuple.begin());
        return tuple;
    }
};
template <std::size_t N>
struct ValueCodec<std::optional<Tuple<N>>> : OptionalCodec<Tuple<N>, ParamKind::OptionalTuple>
{
};

template <std::size_t N>
struct ValueCodec<Pairs<N>>
{
    static constexpr ParamKind kind = ParamKind::Pairs;
    static constexpr int count = static_cast<int>(N);
    static std::vector<std::string> choices() { return {}; }
    static Value toValue(const Pairs<N> &pairs) { return PairList(pairs.begin(), pairs.end()); }
    static Pairs<N> fromValue(const Value &value)
    {
        Pairs<N> pairs{};
        std::copy_n(std::get<PairList>(value).begin(), N, pairs.begin());
        return pairs;
    }
};

/// Enums with ChoiceWords travel as their Keras word.
template <class E>
requires std::is_enum_v<E>
struct ValueCodec<E>
{
    static constexpr ParamKind kind = ParamKind::Choice;
    static constexpr int count = 0;
    static std::vector<std::string> choices()
    {
        return {ChoiceWords<E>::words.begin(), ChoiceWords<E>::words.end()};
    }
    static Value toValue(E value)
    {
        return std::string(ChoiceWords<E>::words[static_cast<std::size_t>(value)]);
    }
    static E fromValue(const Value &value)
    {
        const auto &words = ChoiceWords<E>::words;
        const auto word = std::find(words.begin(), words.end(), std::get<std::string>(value));
        check(word != words.end(), "a word of the choice");
        return static_cast<E>(word - words.begin());
    }
};

template <class M>
Value MemberAccess<M>::get(const void *member)
{
    return ValueCodec<M>::toValue(*static_cast<const M *>(member));
}

template <class M>
void MemberAccess<M>::set(void *member, const Value &value)
{
    *static_cast<M *>(member) = ValueCodec<M>::fromValue(value);
}

// In schema.cpp: every layer's file would compile them anew.
extern template struct MemberAccess<std::int64_t>;
extern template struct MemberAccess<double>;
extern template struct MemberAccess<bool>;
extern template struct MemberAccess<IntList>;
extern template struct MemberAccess<ObjectValue>;
extern template struct MemberAccess<std::optional<std::int64_t>>;
extern template struct MemberAccess<std::optional<double>>;
extern template struct MemberAccess<std::optional<IntList>>;
extern template struct MemberAccess<Tuple<1>>;
extern template struct MemberAccess<Tuple<2>>;
extern template struct MemberAccess<Tuple<3>>;
extern template struct MemberAccess<std::optional<Tuple<1>>>;
extern template struct MemberAccess<std::optional<Tuple<2>>>;
extern template struct MemberAccess<std::optional<Tuple<3>>>;
extern template struct MemberAccess<Pairs<1>>;
extern template struct MemberAccess<Pairs<2>>;
extern template struct MemberAccess<Pairs<3>>;

} // namespace convscope
