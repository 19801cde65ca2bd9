// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/object_editor.h"

#include "controls/drag_label.h"
#include "controls/quiet_combo_box.h"
#include "language/core_words.h"
#include "style/fonts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

/// Of nested rows.
constexpr int kIndent = 14;

QString shownName(const ObjectType &type)
{
    return QString::fromStdString(type.identifiers.empty() ? type.className
                                                           : type.identifiers.front());
}

/// A field of a config seen as an argument: its default tells the kind.
ParamInfo asParam(const ObjectFieldInfo &field, const std::string &argument)
{
    ParamInfo info;
    info.name = argument + ' ' + field.name;
    info.label = field.name;
    info.doc = field.doc;
    info.minimum = field.minimum;
    info.choices = field.choices;
    info.defaultValue = field.defaultValue;
    if (isNone(field.defaultValue))
        info.kind = field.choices.empty() ? ParamKind::OptionalInteger : ParamKind::Choice;
    else if (std::holds_alternative<bool>(field.defaultValue))
        info.kind = ParamKind::Boolean;
    else if (std::holds_alternative<std::int64_t>(field.defaultValue))
        info.kind = ParamKind::Integer;
    else if (std::holds_alternative<double>(field.defaultValue))
        info.kind = ParamKind::Number;
    else if (std::holds_alternative<IntList>(field.defaultValue))
        info.kind = ParamKind::IntegerList;
    else
        info.kind = ParamKind::Choice;
    info.allowsNone = isNone(field.defaultValue);
    if (info.kind == ParamKind::Choice && info.choices.empty()) {
        if (const auto *word = std::get_if<std::string>(&field.defaultValue))
            info.choices.push_back(*word);
    }
    return info;
}

} // namespace

ObjectEditor::ObjectEditor(const ParamInfo &info, QWidget *parent)
    : ParamEditor(parent), m_name(QString::fromStdString(info.name)), m_family(*info.family),
      m_hasNone(info.allowsNone), m_combo(new QuietComboBox(this)), m_nested(new QWidget(parent)),
      m_grid(new QGridLayout(m_nested))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_combo);
    m_combo->setAccessibleName(m_name);
    if (m_hasNone)
        m_combo->addItem(u"None"_s);
    for (const ObjectType &type : m_family.types()) {
        m_combo->addItem(shownName(type), QString::fromStdString(type.className));
        m_combo->setItemData(m_combo->count() - 1, localizedTerm(type.doc), Qt::ToolTipRole);
    }
    m_grid->setContentsMargins(kIndent, 6, 0, 0);
    m_grid->setVerticalSpacing(6);
    m_grid->setHorizontalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    m_nested->hide();
    connect(m_combo, &QComboBox::activated, this, [this](int index) {
        const QString className = m_combo->itemData(index).toString();
        const ObjectValue object =
            className.isEmpty() ? ObjectValue() : m_family.make(className.toStdString());
        show(object, true);
        Q_EMIT edited(Value(object), false);
    });
}

ObjectEditor::~ObjectEditor() = default;

void ObjectEditor::setLabelWidth(int width)
{
    m_grid->setColumnMinimumWidth(0, width - kIndent);
}

void ObjectEditor::build(const ObjectType *type)
{
    if (type == m_built)
        return;
    m_built = type;
    qDeleteAll(m_labels);
    m_labels.clear();
    for (FieldRow &row : m_rows) {
        // One of them may be speaking right now.
        row.editor->hide();
        row.editor->deleteLater();
    }
    m_rows.clear();
    m_nested->setVisible(type != nullptr && !type->fields.empty());
    if (type == nullptr)
        return;
    for (const ObjectFieldInfo &field : type->fields) {
        ParamInfo info = asParam(field, m_name.toStdString());
        const int line = static_cast<int>(m_rows.size());
        auto *label =
            new DragLabel(QString::fromStdString(field.name), FontRole::MonoCaption, m_nested);
        label->setToolTip(localizedTerm(field.doc));
        ParamEditor *editor = makeParamEditor(info, m_nested);
        label->setScrubbing(editor->canScrub());
        connect(label, &DragLabel::scrubbed, editor, &ParamEditor::scrub);
        connect(editor, &ParamEditor::edited, this,
                [this, line](const Value &value, bool continuing) {
                    m_value.fields[static_cast<std::size_t>(line)].value = value;
                    Q_EMIT edited(Value(m_value), continuing);
                });
        connect(editor, &ParamEditor::rejected, this,
                [this, line](int, const QString &text) { Q_EMIT rejected(line + 1, text); });
        m_grid->addWidget(label, line, 0, Qt::AlignLeft | Qt::AlignVCenter);
        m_grid->addWidget(editor, line, 1);
        m_labels << label;
        m_rows.push_back({std::move(info), editor});
    }
    // Late children would come last of the whole window.
    const QList<QWidget *> order = fields();
    for (qsizetype i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
}

void ObjectEditor::show(const ObjectValue &object, bool fresh)
{
    const ObjectType *type = object.isNone() ? nullptr : m_family.find(object.className);
    build(type);
    m_value = object;
    if (type == nullptr)
        return;
    // Every field in the family's order, also where the object names fewer.
    ObjectValue whole = m_family.make(object.className);
    for (std::size_t i = 0; i < whole.fields.size(); ++i) {
        if (const Value *given = convscope::find(object, whole.fields[i].name))
            whole.fields[i].value = *given;
        m_rows[i].editor->setValue(whole.fields[i].value, fresh);
    }
    m_value = std::move(whole);
}

void ObjectEditor::setValue(const Value &value, bool fresh)
{
    const auto *object = std::get_if<ObjectValue>(&value);
    if (object == nullptr)
        return;
    const QSignalBlocker quiet(m_combo);
    const int index = object->isNone()
                          ? (m_hasNone ? 0 : -1)
                          : m_combo->findData(QString::fromStdString(object->className));
    m_combo->setCurrentIndex(index);
    show(*object, fresh);
}

QList<QWidget *> ObjectEditor::fields() const
{
    QList<QWidget *> all{m_combo};
    for (const FieldRow &row : m_rows)
        all << row.editor->fields();
    return all;
}

} // namespace convscope
