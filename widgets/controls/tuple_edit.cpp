// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/tuple_edit.h"

#include "controls/expression.h"
#include "controls/quiet_spin_box.h"
#include "style/paint.h"
#include "style/themed_icon.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

bool allEqual(const QList<qint64> &values)
{
    return std::all_of(values.begin(), values.end(),
                       [&](qint64 value) { return value == values.front(); });
}

/// Linked is told by the icon alone: a filled ground would outshine the fields.
class LinkButton : public QToolButton
{
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokens();
        if (isDown() || underMouse())
            paintPanel(painter, rect(), 5, isDown() ? t.pressed : t.hover, QColor());
        paintIcon(painter, rect().adjusted((width() - 16) / 2, 4, -(width() - 16) / 2, -4),
                  isChecked() ? u"link" : u"unlink",
                  !isEnabled()  ? t.disabled
                  : isChecked() ? t.accentText
                                : t.text2);
    }
};

} // namespace

QToolButton *makeLinkButton(QWidget *parent)
{
    auto *link = new LinkButton(parent);
    link->setCheckable(true);
    link->setChecked(true);
    link->setAutoRaise(true);
    link->setFixedSize(18, 24);
    link->setFocusPolicy(Qt::TabFocus);
    return link;
}

TupleEdit::TupleEdit(const QString &name, const QStringList &axes, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (int axis = 0; axis < axes.size(); ++axis) {
        auto *field = new QuietSpinBox(this);
        field->setAccessibleName(axes.size() == 1 ? name : name + u' ' + axes[axis]);
        m_fields << field;
        field->setReader([this, axis](const QString &text) { return takeTuple(axis, text); });
        row->addWidget(field, 1);
        if (axes.size() == 2 && axis == 0) {
            m_link = makeLinkButton(this);
            row->addWidget(m_link);
        }
        connect(
            field, &QuietSpinBox::valueEdited, this,
            [this, axis](qint64 value, bool continuing) { takeField(axis, value, continuing); });
        connect(field, &QuietSpinBox::textRejected, this,
                [this, axis](const QString &text) { Q_EMIT textRejected(axis, text); });
    }
    if (axes.size() > 2) {
        m_link = makeLinkButton(this);
        m_link->setFixedWidth(16);
        row->addWidget(m_link);
    }
    if (m_link == nullptr)
        return;
    // Tab goes through the fields first.
    setTabOrder(m_fields.back(), m_link);
    m_link->setAccessibleName(tr("%1: link %2").arg(name, axes.join(tr(" and "))));
    showLink();
    connect(m_link, &QToolButton::toggled, this, &TupleEdit::showLink);
    connect(m_link, &QToolButton::clicked, this, [this](bool linked) {
        if (linked && !allEqual(values()))
            takeField(0, m_fields.front()->value(), false);
    });
}

void TupleEdit::showLink()
{
    m_link->setToolTip(m_link->isChecked() ? tr("Linked: the axes change together")
                                           : tr("Not linked: each axis has its own value"));
}

void TupleEdit::setValues(const QList<qint64> &values, bool fresh)
{
    for (int axis = 0; axis < m_fields.size() && axis < values.size(); ++axis)
        m_fields[axis]->setValue(values[axis]);
    if (m_link != nullptr) {
        const bool equal = allEqual(values);
        if (!equal || fresh)
            m_link->setChecked(equal);
    }
}

QList<qint64> TupleEdit::values() const
{
    QList<qint64> values;
    for (const QuietSpinBox *field : m_fields)
        values << field->value();
    return values;
}

void TupleEdit::setBounds(std::optional<qint64> minimum, std::optional<qint64> maximum)
{
    for (QuietSpinBox *field : m_fields)
        field->setBounds(minimum, maximum);
}

bool TupleEdit::isLinked() const
{
    return m_link != nullptr && m_link->isChecked();
}

std::optional<qint64> TupleEdit::takeTuple(int axis, const QString &text)
{
    QString inner = text.trimmed();
    const QChar open = inner.isEmpty() ? QChar() : inner.front();
    if (open == u'(' || open == u'[') {
        if (!inner.endsWith(open == u'(' ? u')' : u']'))
            return std::nullopt;
        inner = inner.mid(1, inner.size() - 2).trimmed();
    }
    // Python's tuple of one: "(3,)".
    if (inner.endsWith(u','))
        inner.chop(1);
    QList<qint64> typed;
    for (const QString &part : inner.split(u',')) {
        const std::optional<qint64> value = evaluateInteger(part);
        if (!value)
            return std::nullopt;
        typed << *value;
    }
    if (typed.size() != m_fields.size())
        return std::nullopt;
    if (m_beforeTuple.isEmpty())
        m_beforeTuple = values();
    for (int other = 0; other < m_fields.size(); ++other) {
        if (other != axis)
            m_fields[other]->setValue(typed[other]);
    }
    if (m_link != nullptr)
        m_link->setChecked(allEqual(typed));
    return typed[axis];
}

void TupleEdit::takeField(int axis, qint64 value, bool continuing)
{
    const bool isTuple = m_fields[axis]->text().contains(u',');
    if (!isTuple && !m_beforeTuple.isEmpty()) {
        const QList<qint64> before = std::exchange(m_beforeTuple, {});
        if (continuing && value == before[axis]) {
            setValues(before, true);
            Q_EMIT edited(before, continuing);
            return;
        }
    }
    if (isLinked()) {
        for (int other = 0; other < m_fields.size(); ++other) {
            if (other != axis)
                m_fields[other]->setValue(value);
        }
    }
    Q_EMIT edited(values(), continuing);
}

void TupleEdit::scrub(int steps, bool continuing)
{
    const QList<qint64> before = values();
    {
        // One edit for all axes.
        const QSignalBlocker quiet(this);
        for (QuietSpinBox *field : m_fields) {
            const QSignalBlocker each(field);
            field->scrub(steps, continuing);
        }
    }
    if (values() != before)
        Q_EMIT edited(values(), continuing);
}

} // namespace convscope
