// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/text_editors.h"

#include "style/fonts.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

QLineEdit *fieldIn(QWidget *editor, const ParamInfo &info)
{
    auto *row = new QHBoxLayout(editor);
    row->setContentsMargins(0, 0, 0, 0);
    auto *field = new QLineEdit(editor);
    row->addWidget(field);
    field->setFont(convscope::font(FontRole::Number));
    field->setAccessibleName(QString::fromStdString(info.name));
    return field;
}

/// Nested lists of equal lengths into `array`; `axis` is the depth.
bool addNumbers(const QJsonValue &json, std::size_t axis, NumberArray &array)
{
    if (json.isDouble()) {
        array.values.push_back(json.toDouble());
        return axis == array.shape.size();
    }
    const QJsonArray list = json.toArray();
    if (list.isEmpty())
        return false;
    if (axis == array.shape.size()) {
        if (!array.values.empty())
            return false;
        array.shape.push_back(list.size());
    }
    return array.shape[axis] == list.size() &&
           std::all_of(list.begin(), list.end(),
                       [&](const QJsonValue &item) { return addNumbers(item, axis + 1, array); });
}

QString textOf(const NumberArray &array)
{
    return QString::fromStdString(toPython(Value(array)));
}

} // namespace

TextEditor::TextEditor(const ParamInfo &info, QWidget *parent)
    : ParamEditor(parent), m_field(fieldIn(this, info))
{
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        const bool continuing = m_typing;
        m_typing = true;
        Q_EMIT edited(Value(text.toStdString()), continuing);
    });
    connect(m_field, &QLineEdit::editingFinished, this, [this] { m_typing = false; });
}

void TextEditor::setValue(const Value &value, bool)
{
    const auto *text = std::get_if<std::string>(&value);
    if (text != nullptr && m_field->text().toStdString() != *text)
        m_field->setText(QString::fromStdString(*text));
}

QList<QWidget *> TextEditor::fields() const
{
    return {m_field};
}

NumbersEditor::NumbersEditor(const ParamInfo &info, QWidget *parent)
    : ParamEditor(parent), m_field(fieldIn(this, info))
{
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        const std::optional<NumberArray> array = parse(text);
        if (!array) {
            Q_EMIT rejected(0, text);
            return;
        }
        const bool continuing = m_typing;
        m_typing = true;
        Q_EMIT edited(Value(*array), continuing);
    });
    connect(m_field, &QLineEdit::editingFinished, this, [this] {
        m_typing = false;
        if (const auto array = parse(m_field->text()))
            m_field->setText(textOf(*array));
    });
}

std::optional<NumberArray> NumbersEditor::parse(const QString &text)
{
    QString json = text.trimmed();
    json.replace(QChar(0x2212), u'-').replace(u'(', u'[').replace(u')', u']');
    const bool isOne = !json.contains(u',') && !json.startsWith(u'[');
    // Qt reads whole documents, which are lists.
    const bool isWhole = !isOne && json.startsWith(u'[') && json.endsWith(u']');
    const QJsonArray list =
        QJsonDocument::fromJson((isWhole ? json : u'[' + json + u']').toUtf8()).array();
    NumberArray array;
    if (isOne && list.size() == 1 && addNumbers(list.first(), 0, array))
        return array;
    if (!isOne && addNumbers(QJsonValue(list), 0, array))
        return array;
    return std::nullopt;
}

void NumbersEditor::setValue(const Value &value, bool)
{
    const auto *array = std::get_if<NumberArray>(&value);
    if (array != nullptr && parse(m_field->text()) != *array)
        m_field->setText(textOf(*array));
}

bool NumbersEditor::canScrub() const
{
    const auto array = parse(m_field->text());
    return array && array->shape.empty();
}

void NumbersEditor::scrub(int steps, bool continuing)
{
    auto array = parse(m_field->text());
    if (!array || !array->shape.empty())
        return;
    double &number = array->values.front();
    const double digit = number == 0 ? 1 : std::pow(10.0, std::floor(std::log10(std::abs(number))));
    number = (std::round(number / digit * 10) + steps) * digit / 10;
    m_field->setText(textOf(*array));
    Q_EMIT edited(Value(*array), continuing);
}

QList<QWidget *> NumbersEditor::fields() const
{
    return {m_field};
}

} // namespace convscope
