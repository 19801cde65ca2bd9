// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/pairs_edit.h"

#include "controls/quiet_spin_box.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

namespace convscope {

PairsEdit::PairsEdit(const QString &name, const QStringList &axes, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (int axis = 0; axis < axes.size(); ++axis) {
        const QString lineName = axes.size() == 1 ? name : name + u' ' + axes[axis];
        auto *line = new TupleEdit(lineName, {tr("before"), tr("after")}, this);
        m_lines << line;
        column->addWidget(line);
        connect(line, &TupleEdit::edited, this, [this](const QList<qint64> &, bool continuing) {
            Q_EMIT edited(values(), continuing);
        });
        connect(line, &TupleEdit::textRejected, this, [this, axis](int side, const QString &text) {
            Q_EMIT textRejected(2 * axis + side, text);
        });
    }
}

void PairsEdit::setValues(const QList<qint64> &values, bool fresh)
{
    for (int axis = 0; axis < m_lines.size(); ++axis)
        m_lines[axis]->setValues(values.mid(2 * axis, 2), fresh);
}

QList<qint64> PairsEdit::values() const
{
    QList<qint64> values;
    for (const TupleEdit *line : m_lines)
        values << line->values();
    return values;
}

void PairsEdit::setBounds(std::optional<qint64> minimum, std::optional<qint64> maximum)
{
    for (TupleEdit *line : m_lines)
        line->setBounds(minimum, maximum);
}

QList<QuietSpinBox *> PairsEdit::fields() const
{
    QList<QuietSpinBox *> fields;
    for (const TupleEdit *line : m_lines)
        fields << line->fields();
    return fields;
}

void PairsEdit::scrub(int steps, bool continuing)
{
    const QList<qint64> before = values();
    {
        const QSignalBlocker quiet(this);
        for (TupleEdit *line : m_lines)
            line->scrub(steps, continuing);
    }
    if (values() != before)
        Q_EMIT edited(values(), continuing);
}

} // namespace convscope
