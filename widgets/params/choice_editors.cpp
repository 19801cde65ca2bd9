// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/choice_editors.h"

#include "controls/optional_edit.h"
#include "controls/quiet_combo_box.h"
#include "controls/toggle_switch.h"
#include "style/fonts.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

QHBoxLayout *rowIn(QWidget *editor)
{
    auto *row = new QHBoxLayout(editor);
    row->setContentsMargins(0, 0, 0, 0);
    return row;
}

QString listText(const IntList &list)
{
    return QString::fromStdString(toPython(Value(list)));
}

} // namespace

BooleanEditor::BooleanEditor(const ParamInfo &info, QWidget *parent)
    : ParamEditor(parent), m_toggle(new ToggleSwitch(this))
{
    QHBoxLayout *row = rowIn(this);
    row->addWidget(m_toggle);
    row->addStretch();
    setFixedHeight(scaledHeight(28));
    m_toggle->setAccessibleName(QString::fromStdString(info.name));
    connect(m_toggle, &ToggleSwitch::clicked, this,
            [this](bool on) { Q_EMIT edited(Value(on), false); });
}

void BooleanEditor::setValue(const Value &value, bool)
{
    if (const auto *on = std::get_if<bool>(&value))
        m_toggle->setChecked(*on);
}

QList<QWidget *> BooleanEditor::fields() const
{
    return {m_toggle};
}

ChoiceEditor::ChoiceEditor(const ParamInfo &info, QWidget *parent)
    : ParamEditor(parent), m_combo(new QuietComboBox(this)), m_hasNone(info.allowsNone)
{
    rowIn(this)->addWidget(m_combo);
    m_combo->setAccessibleName(QString::fromStdString(info.name));
    if (m_hasNone)
        m_combo->addItem(u"None"_s);
    for (const std::string &choice : info.choices)
        m_combo->addItem(QString::fromStdString(choice));
    connect(m_combo, &QComboBox::activated, this, [this](int index) {
        Q_EMIT edited(m_hasNone && index == 0 ? Value()
                                              : Value(m_combo->itemText(index).toStdString()),
                      false);
    });
}

void ChoiceEditor::setValue(const Value &value, bool)
{
    const QSignalBlocker quiet(m_combo);
    if (const auto *word = std::get_if<std::string>(&value))
        m_combo->setCurrentIndex(m_combo->findText(QString::fromStdString(*word)));
    else if (m_hasNone)
        m_combo->setCurrentIndex(0);
}

QList<QWidget *> ChoiceEditor::fields() const
{
    return {m_combo};
}

IntegerListEditor::IntegerListEditor(const ParamInfo &info, QWidget *parent)
    : ParamEditor(parent), m_field(new QLineEdit(this))
{
    rowIn(this)->addWidget(m_field);
    m_field->setFont(convscope::font(FontRole::Number));
    m_field->setAccessibleName(QString::fromStdString(info.name));
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        const std::optional<IntList> list = parse(text);
        if (!list) {
            Q_EMIT rejected(0, text);
            return;
        }
        const bool continuing = m_typing;
        m_typing = true;
        Q_EMIT edited(Value(*list), continuing);
    });
    connect(m_field, &QLineEdit::editingFinished, this, [this] {
        m_typing = false;
        if (const auto list = parse(m_field->text()))
            m_field->setText(listText(*list));
    });
}

std::optional<IntList> IntegerListEditor::parse(const QString &text)
{
    QString inner = text.trimmed();
    const bool round = inner.startsWith(u'(') && inner.endsWith(u')');
    const bool square = inner.startsWith(u'[') && inner.endsWith(u']');
    if (inner.size() >= 2 && (round || square))
        inner = inner.mid(1, inner.size() - 2).trimmed();
    IntList list;
    if (inner.isEmpty())
        return round || square ? std::optional(list) : std::nullopt;
    static const QRegularExpression comma(u"\\s*,\\s*|\\s+"_s);
    // Python writes one element as "(2,)".
    if (inner.endsWith(u','))
        inner.chop(1);
    for (const QString &word : inner.split(comma)) {
        QString digits = word;
        digits.replace(QChar(0x2212), u'-');
        bool isNumber = false;
        list.push_back(digits.toLongLong(&isNumber));
        if (!isNumber)
            return std::nullopt;
    }
    return list;
}

void IntegerListEditor::setValue(const Value &value, bool)
{
    const auto *list = std::get_if<IntList>(&value);
    if (list != nullptr && parse(m_field->text()) != *list)
        m_field->setText(listText(*list));
}

QList<QWidget *> IntegerListEditor::fields() const
{
    return {m_field};
}

OptionalEditor::OptionalEditor(const ParamInfo &info, ParamEditor *inner, Value start,
                               QWidget *parent)
    : ParamEditor(parent), m_inner(inner),
      m_edit(new OptionalEdit(QString::fromStdString(info.name), inner, this)),
      m_last(std::move(start))
{
    rowIn(this)->addWidget(m_edit);
    setMinimumHeight(scaledHeight(28));
    connect(m_inner, &ParamEditor::edited, this, [this](const Value &value, bool continuing) {
        m_last = value;
        Q_EMIT edited(value, continuing);
    });
    connect(m_inner, &ParamEditor::rejected, this, &ParamEditor::rejected);
    connect(m_edit, &OptionalEdit::toggled, this, [this](bool hasValue) {
        if (hasValue)
            m_inner->setValue(m_last, true);
        Q_EMIT edited(hasValue ? m_last : Value(), false);
    });
}

void OptionalEditor::setValue(const Value &value, bool fresh)
{
    m_edit->setHasValue(!isNone(value));
    if (!isNone(value)) {
        m_last = value;
        m_inner->setValue(value, fresh);
    }
}

QList<QWidget *> OptionalEditor::fields() const
{
    if (!m_edit->hasValue())
        return {m_edit->toggle()};
    return m_inner->fields();
}

bool OptionalEditor::canScrub() const
{
    return m_inner->canScrub();
}

void OptionalEditor::scrub(int steps, bool continuing)
{
    if (m_edit->hasValue())
        m_inner->scrub(steps, continuing);
}

} // namespace convscope
