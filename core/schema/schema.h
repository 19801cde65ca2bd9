// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/check.h"
#include "schema/param_info.h"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace convscope {

/// N integers, one per spatial axis.
template <std::size_t N>
using Tuple = std::array<std::int64_t, N>;

/// N pairs (before, after), one per spatial axis.
template <std::size_t N>
using Pairs = std::array<IntPair, N>;

/// An enum that may be a member of a parameter struct lists its Keras words, in order of its
/// values: `template <> struct ChoiceWords<Padding> { static constexpr std::array words{"valid",
/// …}; };`
template <class E>
struct ChoiceWords;

/// How a C++ type of a member travels as a Value. One specialisation per supported type.
template <class T>
struct ValueCodec;

/// A member's type without the type: its kind, and how its bytes are read and written.
struct MemberType
{
    ParamKind kind;
    int count;
    std::vector<std::string> (*choices)();
    Value (*get)(const void *member);
    void (*set)(void *member, const Value &value);
};

/// Reading and writing of members of type M; compiled once for the usual types, see value_codec.h.
template <class M>
struct MemberAccess
{
    static Value get(const void *member);
    static void set(void *member, const Value &value);
};

template <class M>
inline constexpr MemberType memberType{ValueCodec<M>::kind, ValueCodec<M>::count,
                                       &ValueCodec<M>::choices, &MemberAccess<M>::get,
                                       &MemberAccess<M>::set};

/// A member of parameter structs of one type: reached through pointers to them.
struct MemberPlace
{
    const MemberType *type;
    std::ptrdiff_t offset;

    [[nodiscard]] Value get(const void *params) const
    {
        return type->get(static_cast<const std::byte *>(params) + offset);
    }
    /// The value must have passed the argument's validate().
    void set(void *params, const Value &value) const
    {
        type->set(static_cast<std::byte *>(params) + offset, value);
    }
};

/// An argument and where its member lies in the parameter struct. What is the same for all structs,
/// so that it is compiled once; layers write Param.
struct SchemaRow
{
    SchemaRow(std::string_view name, const MemberType &type, std::ptrdiff_t place,
              const void *defaultMember);

    // Long to compile, so done in one place.
    ~SchemaRow();
    SchemaRow(const SchemaRow &other);
    SchemaRow(SchemaRow &&other) noexcept;
    SchemaRow &operator=(const SchemaRow &) = delete;

    ParamInfo info;
    MemberPlace access;

protected:
    void setLabel(std::string_view text);
    void setDoc(std::string_view text);
    void setMinimum(double bound, bool excluded);
    void setMaximum(double bound, bool excluded);
    void setChoices(std::initializer_list<std::string_view> words);
    void setRules(std::string_view form, std::string_view range);
    void setNoneMeans(Value (*value)());
};

/// A struct with its defaults, of which rows tell where members lie.
template <class P>
[[nodiscard]] const P &defaultParams()
{
    static const P params{};
    return params;
}

/// An argument as its layer's file declares it: name, member, and words about it.
///   param("strides", &Params::strides).label("Strides").doc("…").atLeast(1)
template <class P>
class Param : public SchemaRow
{
public:
    template <class M>
    Param(std::string_view name, M P::*member)
        : SchemaRow(name, memberType<M>, placeOf(&(defaultParams<P>().*member)),
                    &(defaultParams<P>().*member))
    {
    }

    Param &&label(std::string_view text) && { return (setLabel(text), std::move(*this)); }
    Param &&doc(std::string_view text) && { return (setDoc(text), std::move(*this)); }
    Param &&atLeast(double bound) && { return (setMinimum(bound, false), std::move(*this)); }
    Param &&atMost(double bound) && { return (setMaximum(bound, false), std::move(*this)); }
    Param &&above(double bound) && { return (setMinimum(bound, true), std::move(*this)); }
    Param &&below(double bound) && { return (setMaximum(bound, true), std::move(*this)); }
    /// Narrows the words of a choice, e.g. padding without "causal".
    Param &&choices(std::initializer_list<std::string_view> words) &&
    {
        return (setChoices(words), std::move(*this));
    }
    Param &&family(const ObjectFamily &objects) &&
    {
        return (info.family = &objects, std::move(*this));
    }
    Param &&orNone() && { return (info.allowsNone = true, std::move(*this)); }
    /// A config may write a list of one as its element.
    Param &&orOne() && { return (info.takesOne = true, std::move(*this)); }
    Param &&required() && { return (info.required = true, std::move(*this)); }
    Param &&rare() && { return (info.rare = true, std::move(*this)); }
    /// Numbers in the error catalogue for a wrong form and for a value out of range.
    Param &&rules(std::string_view form, std::string_view range) &&
    {
        return (setRules(form, range), std::move(*this));
    }
    Param &&rule(std::string_view both) && { return (setRules(both, both), std::move(*this)); }
    Param &&noneMeans(Value (*value)()) && { return (setNoneMeans(value), std::move(*this)); }
    /// None is Keras' default too, and what it means may change while the program runs.
    Param &&noneByDefault() && { return (info.noneIsDefault = true, std::move(*this)); }

private:
    static std::ptrdiff_t placeOf(const void *member)
    {
        return static_cast<const std::byte *>(member) -
               static_cast<const std::byte *>(static_cast<const void *>(&defaultParams<P>()));
    }
};

template <class P, class M>
[[nodiscard]] Param<P> param(std::string_view name, M P::*member)
{
    return Param<P>(name, member);
}

/// A rule over several arguments, e.g. strides together with dilation_rate.
template <class P>
using CrossRule = Result<void> (*)(const P &);

/// Parameters of some layer, type-erased and immutable.
using AnyParams = std::shared_ptr<const void>;

/// The consumers' view of a schema: arguments in order, values in and out, validation.
class ParamTable
{
public:
    virtual ~ParamTable() = default;

    [[nodiscard]] std::span<const ParamInfo> params() const { return m_params; }
    /// Position of an argument, or −1.
    [[nodiscard]] int indexOf(std::string_view name) const;

    /// Arguments that are None by default start as what None means at that time.
    [[nodiscard]] AnyParams defaults() const;
    [[nodiscard]] Value get(const AnyParams &params, int index) const;
    /// A copy with one argument replaced; checks the argument alone and then the cross rules.
    [[nodiscard]] Result<AnyParams> with(const AnyParams &params, int index,
                                         const Value &value) const;
    /// A copy with several arguments replaced, the cross rules checked once at the end.
    [[nodiscard]] Result<AnyParams> with(const AnyParams &params,
                                         std::span<const std::pair<int, Value>> values) const;
    [[nodiscard]] virtual bool equal(const AnyParams &a, const AnyParams &b) const = 0;

protected:
    void append(const SchemaRow &row);
    /// Of the struct's defaults where `params` is null.
    [[nodiscard]] virtual std::shared_ptr<void> copyOf(const void *params) const = 0;
    [[nodiscard]] virtual Result<void> checkRules(const void *params) const = 0;

private:
    std::vector<ParamInfo> m_params;
    std::vector<MemberPlace> m_access;
};

template <class P>
class Schema final : public ParamTable
{
public:
    Schema(std::initializer_list<Param<P>> params, std::initializer_list<CrossRule<P>> rules = {})
        : m_rules(rules)
    {
        for (const Param<P> &row : params)
            append(row);
    }

    /// Of rows that several classes share.
    Schema(const std::vector<Param<P>> &params, std::initializer_list<CrossRule<P>> rules = {})
        : m_rules(rules)
    {
        for (const Param<P> &row : params)
            append(row);
    }

    [[nodiscard]] bool equal(const AnyParams &a, const AnyParams &b) const override
    {
        return of(a) == of(b);
    }

    [[nodiscard]] static const P &of(const AnyParams &params)
    {
        return *static_cast<const P *>(params.get());
    }

private:
    [[nodiscard]] std::shared_ptr<void> copyOf(const void *params) const override
    {
        return std::make_shared<P>(params == nullptr ? defaultParams<P>()
                                                     : *static_cast<const P *>(params));
    }

    [[nodiscard]] Result<void> checkRules(const void *params) const override
    {
        for (const CrossRule<P> rule : m_rules) {
            if (auto valid = rule(*static_cast<const P *>(params)); !valid)
                return valid;
        }
        return {};
    }

    std::vector<CrossRule<P>> m_rules;
};

} // namespace convscope

#include "schema/value_codec.h"
