// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/number_editors.h"

#include "controls/pairs_edit.h"
#include "controls/quiet_spin_box.h"
#include "controls/tuple_edit.h"

#include <QVBoxLayout>

#include <cmath>

namespace convscope {

namespace {

/// The first whole number inside a bound, where stepping ends.
std::optional<qint64> lowest(const ParamInfo &info)
{
    if (!info.minimum)
        return std::nullopt;
    const double bound =
        info.minimumExcluded ? std::floor(*info.minimum) + 1 : std::ceil(*info.minimum);
    return static_cast<qint64>(bound);
}

std::optional<qint64> highest(const ParamInfo &info)
{
    if (!info.maximum)
        return std::nullopt;
    const double bound =
        info.maximumExcluded ? std::ceil(*info.maximum) - 1 : std::floor(*info.maximum);
    return static_cast<qint64>(bound);
}

void fill(ParamEditor *editor, QWidget *content)
{
    auto *box = new QVBoxLayout(editor);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(content);
}

template <class Field>
QList<QWidget *> widgets(const QList<Field *> &fields)
{
    return {fields.begin(), fields.end()};
}

IntList toList(const QList<qint64> &values)
{
    return {values.begin(), values.end()};
}

PairList toPairs(const QList<qint64> &flat)
{
    PairList pairs;
    for (qsizetype i = 0; i + 1 < flat.size(); i += 2)
        pairs.push_back({flat[i], flat[i + 1]});
    return pairs;
}

} // namespace

IntegerEditor::IntegerEditor(const ParamInfo &info, QWidget *parent)
    : ParamEditor(parent), m_field(new QuietSpinBox(this))
{
    fill(this, m_field);
    m_field->setAccessibleName(QString::fromStdString(info.name));
    m_field->setBounds(lowest(info), highest(info));
    connect(m_field, &QuietSpinBox::valueEdited, this, [this](qint64 value, bool continuing) {
        Q_EMIT edited(Value(std::int64_t(value)), continuing);
    });
    connect(m_field, &NumberField::textRejected, this,
            [this](const QString &text) { Q_EMIT rejected(0, text); });
}

void IntegerEditor::setValue(const Value &value, bool)
{
    if (const auto *number = std::get_if<std::int64_t>(&value))
        m_field->setValue(*number);
}

QList<QWidget *> IntegerEditor::fields() const
{
    return {m_field};
}

void IntegerEditor::scrub(int steps, bool continuing)
{
    m_field->scrub(steps, continuing);
}

NumberEditor::NumberEditor(const ParamInfo &info, QWidget *parent)
    : ParamEditor(parent), m_field(new QuietDoubleSpinBox(this))
{
    fill(this, m_field);
    m_field->setAccessibleName(QString::fromStdString(info.name));
    // Stepping onto an excluded bound is refused by the form like typing it.
    m_field->setBounds(info.minimum, info.maximum);
    connect(m_field, &QuietDoubleSpinBox::valueEdited, this,
            [this](double value, bool continuing) { Q_EMIT edited(Value(value), continuing); });
    connect(m_field, &NumberField::textRejected, this,
            [this](const QString &text) { Q_EMIT rejected(0, text); });
}

void NumberEditor::setValue(const Value &value, bool)
{
    if (const auto *number = std::get_if<double>(&value))
        m_field->setValue(*number);
    else if (const auto *whole = std::get_if<std::int64_t>(&value))
        m_field->setValue(static_cast<double>(*whole));
}

QList<QWidget *> NumberEditor::fields() const
{
    return {m_field};
}

void NumberEditor::scrub(int steps, bool continuing)
{
    m_field->scrub(steps, continuing);
}

TupleEditor::TupleEditor(const ParamInfo &info, QWidget *parent)
    : ParamEditor(parent),
      m_edit(new TupleEdit(QString::fromStdString(info.name), axisWords(info.count), this))
{
    fill(this, m_edit);
    m_edit->setBounds(lowest(info), highest(info));
    connect(m_edit, &TupleEdit::edited, this, [this](const QList<qint64> &values, bool continuing) {
        Q_EMIT edited(Value(toList(values)), continuing);
    });
    connect(m_edit, &TupleEdit::textRejected, this, &ParamEditor::rejected);
}

void TupleEditor::setValue(const Value &value, bool fresh)
{
    if (const auto *list = std::get_if<IntList>(&value))
        m_edit->setValues({list->begin(), list->end()}, fresh);
}

QList<QWidget *> TupleEditor::fields() const
{
    return widgets(m_edit->fields());
}

void TupleEditor::scrub(int steps, bool continuing)
{
    m_edit->scrub(steps, continuing);
}

PairsEditor::PairsEditor(const ParamInfo &info, QWidget *parent)
    : ParamEditor(parent),
      m_edit(new PairsEdit(QString::fromStdString(info.name), axisWords(info.count), this))
{
    fill(this, m_edit);
    m_edit->setBounds(lowest(info), highest(info));
    connect(m_edit, &PairsEdit::edited, this, [this](const QList<qint64> &values, bool continuing) {
        Q_EMIT edited(Value(toPairs(values)), continuing);
    });
    connect(m_edit, &PairsEdit::textRejected, this, &ParamEditor::rejected);
}

void PairsEditor::setValue(const Value &value, bool fresh)
{
    const auto *pairs = std::get_if<PairList>(&value);
    if (pairs == nullptr)
        return;
    QList<qint64> flat;
    for (const IntPair &pair : *pairs)
        flat << pair[0] << pair[1];
    m_edit->setValues(flat, fresh);
}

QList<QWidget *> PairsEditor::fields() const
{
    return widgets(m_edit->fields());
}

void PairsEditor::scrub(int steps, bool continuing)
{
    m_edit->scrub(steps, continuing);
}

} // namespace convscope
