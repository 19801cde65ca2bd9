// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/check.h"
#include "schema/param_info.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
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

/// An argument as its layer's file declares it: name, member, and words about it.
///   param("strides", &Params::strides).label("Strides").doc("…").atLeast(1)
template <class P>
class Param
{
public:
    template <class M>
    Param(std::string name, M P::*member)
    {
        info.name = std::move(name);
        info.kind = ValueCodec<M>::kind;
        info.count = ValueCodec<M>::count;
        info.choices = ValueCodec<M>::choices();
        info.defaultValue = ValueCodec<M>::toValue(P{}.*member);
        get = [member](const P &params) { return ValueCodec<M>::toValue(params.*member); };
        set = [member](P &params, const Value &value) {
            params.*member = ValueCodec<M>::fromValue(value);
        };
    }

    Param &&label(std::string text) && { return with(&ParamInfo::label, std::move(text)); }
    Param &&doc(std::string text) && { return with(&ParamInfo::doc, std::move(text)); }
    Param &&atLeast(double bound) && { return with(&ParamInfo::minimum, bound); }
    Param &&atMost(double bound) && { return with(&ParamInfo::maximum, bound); }
    Param &&above(double bound) &&
    {
        info.minimumExcluded = true;
        return with(&ParamInfo::minimum, bound);
    }
    Param &&below(double bound) &&
    {
        info.maximumExcluded = true;
        return with(&ParamInfo::maximum, bound);
    }
    /// Narrows the words of a choice, e.g. padding without "causal".
    Param &&choices(std::vector<std::string> words) &&
    {
        return with(&ParamInfo::choices, std::move(words));
    }
    Param &&family(const ObjectFamily &objects) && { return with(&ParamInfo::family, &objects); }
    Param &&orNone() && { return with(&ParamInfo::allowsNone, true); }
    Param &&required() && { return with(&ParamInfo::required, true); }
    Param &&rare() && { return with(&ParamInfo::rare, true); }
    /// Numbers in the error catalogue for a wrong form and for a value out of range.
    Param &&rules(std::string form, std::string range) &&
    {
        info.rangeRule = std::move(range);
        return with(&ParamInfo::formRule, std::move(form));
    }
    Param &&rule(std::string both) && { return std::move(*this).rules(both, both); }
    Param &&noneMeans(std::function<Value()> value) &&
    {
        return with(&ParamInfo::noneMeans, std::move(value));
    }
    /// None is Keras' default too, and what it means may change while the program runs.
    Param &&noneByDefault() && { return with(&ParamInfo::noneIsDefault, true); }

    ParamInfo info;
    std::function<Value(const P &)> get;
    /// The value must have passed info.validate().
    std::function<void(P &, const Value &)> set;

private:
    template <class M, class V>
    Param &&with(M ParamInfo::*member, V &&value)
    {
        info.*member = std::forward<V>(value);
        return std::move(*this);
    }
};

template <class P, class M>
[[nodiscard]] Param<P> param(std::string name, M P::*member)
{
    return Param<P>(std::move(name), member);
}

/// A rule over several arguments, e.g. strides together with dilation_rate.
template <class P>
using CrossRule = std::function<Result<void>(const P &)>;

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

    [[nodiscard]] virtual AnyParams defaults() const = 0;
    [[nodiscard]] virtual Value get(const AnyParams &params, int index) const = 0;
    /// A copy with one argument replaced; checks the argument alone and then the cross rules.
    [[nodiscard]] virtual Result<AnyParams> with(const AnyParams &params, int index,
                                                 const Value &value) const = 0;
    /// A copy with several arguments replaced, the cross rules checked once at the end.
    [[nodiscard]] virtual Result<AnyParams>
    with(const AnyParams &params, std::span<const std::pair<int, Value>> values) const = 0;
    [[nodiscard]] virtual bool equal(const AnyParams &a, const AnyParams &b) const = 0;

protected:
    std::vector<ParamInfo> m_params;
};

template <class P>
class Schema final : public ParamTable
{
public:
    Schema(std::vector<Param<P>> params, std::vector<CrossRule<P>> rules = {})
        : m_rules(std::move(rules))
    {
        for (Param<P> &p : params) {
            m_params.push_back(std::move(p.info));
            m_access.push_back({std::move(p.get), std::move(p.set)});
        }
    }

    /// Arguments that are None by default start as what None means at that time.
    [[nodiscard]] AnyParams defaults() const override
    {
        auto params = std::make_shared<P>();
        for (std::size_t i = 0; i < m_params.size(); ++i) {
            if (m_params[i].noneIsDefault)
                m_access[i].set(*params, m_params[i].noneMeans());
        }
        return params;
    }

    [[nodiscard]] Value get(const AnyParams &params, int index) const override
    {
        return m_access[static_cast<std::size_t>(index)].get(of(params));
    }

    [[nodiscard]] Result<AnyParams> with(const AnyParams &params, int index,
                                         const Value &value) const override
    {
        const std::pair<int, Value> one{index, value};
        return with(params, std::span(&one, 1));
    }

    [[nodiscard]] Result<AnyParams>
    with(const AnyParams &params, std::span<const std::pair<int, Value>> values) const override
    {
        auto changed = std::make_shared<P>(of(params));
        for (const auto &[index, value] : values) {
            const auto i = static_cast<std::size_t>(index);
            if (auto valid = m_params[i].validate(value); !valid)
                return fail(valid.error());
            m_access[i].set(*changed, value);
        }
        for (const CrossRule<P> &rule : m_rules) {
            if (auto valid = rule(*changed); !valid)
                return fail(valid.error());
        }
        return AnyParams(std::move(changed));
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
    struct Access
    {
        std::function<Value(const P &)> get;
        std::function<void(P &, const Value &)> set;
    };
    std::vector<Access> m_access;
    std::vector<CrossRule<P>> m_rules;
};

} // namespace convscope

#include "schema/value_codec.h"
