// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "schema/schema.h"

namespace convscope {

SchemaRow::SchemaRow(std::string_view name, const MemberType &type, std::ptrdiff_t place,
                     const void *defaultMember)
    : access{&type, place}
{
    info.name = name;
    info.kind = type.kind;
    info.count = type.count;
    info.choices = type.choices();
    info.defaultValue = type.get(defaultMember);
}

SchemaRow::~SchemaRow() = default;
SchemaRow::SchemaRow(const SchemaRow &other) = default;
SchemaRow::SchemaRow(SchemaRow &&other) noexcept = default;

void SchemaRow::setLabel(std::string_view text)
{
    info.label = text;
}

void SchemaRow::setDoc(std::string_view text)
{
    info.doc = text;
}

void SchemaRow::setMinimum(double bound, bool excluded)
{
    info.minimum = bound;
    info.minimumExcluded = excluded;
}

void SchemaRow::setMaximum(double bound, bool excluded)
{
    info.maximum = bound;
    info.maximumExcluded = excluded;
}

void SchemaRow::setChoices(std::initializer_list<std::string_view> words)
{
    info.choices.assign(words.begin(), words.end());
}

void SchemaRow::setRules(std::string_view form, std::string_view range)
{
    info.formRule = form;
    info.rangeRule = range;
}

void SchemaRow::setNoneMeans(Value (*value)())
{
    info.noneMeans = value;
}

int ParamTable::indexOf(std::string_view name) const
{
    for (std::size_t i = 0; i < m_params.size(); ++i) {
        if (m_params[i].name == name)
            return static_cast<int>(i);
    }
    return -1;
}

AnyParams ParamTable::defaults() const
{
    const std::shared_ptr<void> params = copyOf(nullptr);
    for (std::size_t i = 0; i < m_params.size(); ++i) {
        if (m_params[i].noneIsDefault)
            m_access[i].set(params.get(), m_params[i].noneMeans());
    }
    return params;
}

Value ParamTable::get(const AnyParams &params, int index) const
{
    return m_access[static_cast<std::size_t>(index)].get(params.get());
}

Result<AnyParams> ParamTable::with(const AnyParams &params, int index, const Value &value) const
{
    const std::pair<int, Value> one{index, value};
    return with(params, std::span(&one, 1));
}

Result<AnyParams> ParamTable::with(const AnyParams &params,
                                   std::span<const std::pair<int, Value>> values) const
{
    const std::shared_ptr<void> changed = copyOf(params.get());
    for (const auto &[index, value] : values) {
        const auto i = static_cast<std::size_t>(index);
        if (auto valid = m_params[i].validate(value); !valid)
            return fail(valid.error());
        m_access[i].set(changed.get(), value);
    }
    if (auto valid = checkRules(changed.get()); !valid)
        return fail(valid.error());
    return AnyParams(changed);
}

void ParamTable::append(const SchemaRow &row)
{
    m_params.push_back(row.info);
    m_access.push_back(row.access);
}

template struct MemberAccess<std::int64_t>;
template struct MemberAccess<double>;
template struct MemberAccess<bool>;
template struct MemberAccess<IntList>;
template struct MemberAccess<ObjectValue>;
template struct MemberAccess<std::optional<std::int64_t>>;
template struct MemberAccess<std::optional<double>>;
template struct MemberAccess<std::optional<IntList>>;
template struct MemberAccess<Tuple<1>>;
template struct MemberAccess<Tuple<2>>;
template struct MemberAccess<Tuple<3>>;
template struct MemberAccess<std::optional<Tuple<1>>>;
template struct MemberAccess<std::optional<Tuple<2>>>;
template struct MemberAccess<std::optional<Tuple<3>>>;
template struct MemberAccess<Pairs<1>>;
template struct MemberAccess<Pairs<2>>;
template struct MemberAccess<Pairs<3>>;

} // namespace convscope
