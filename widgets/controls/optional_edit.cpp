// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/optional_edit.h"

#include "controls/toggle_switch.h"
#include "style/fonts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

/// Wider fields stand under the switch: beside it there is no room in a narrow inspector.
constexpr int kWidestBeside = 100;

} // namespace

OptionalEdit::OptionalEdit(const QString &name, QWidget *editor, QWidget *parent)
    : QWidget(parent), m_toggle(new ToggleSwitch(this)), m_none(new QLabel(u"None"_s, this)),
      m_editor(editor)
{
    // Python's word, not translated.
    m_none->setFont(convscope::font(FontRole::Number));
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->setContentsMargins(2, 0, 0, 0);
    m_none->setFixedHeight(scaledHeight(28));
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_toggle, 0, Qt::AlignLeft | Qt::AlignVCenter);
    line->addWidget(m_none, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(line);
    if (editor->minimumSizeHint().width() <= kWidestBeside)
        line->addWidget(editor, 1);
    else
        column->addWidget(editor);
    line->addStrut(scaledHeight(28));
    showValue(false);
    m_toggle->setAccessibleName(tr("%1: give a value").arg(name));
    m_toggle->setToolTip(tr("Off: None"));
    connect(m_toggle, &ToggleSwitch::toggled, this, [this](bool on) {
        showValue(on);
        Q_EMIT toggled(on);
    });
}

void OptionalEdit::setHasValue(bool has)
{
    const QSignalBlocker quiet(m_toggle);
    m_toggle->setChecked(has);
    m_toggle->update();
    showValue(has);
}

void OptionalEdit::showValue(bool has)
{
    m_none->setVisible(!has);
    m_editor->setVisible(has);
}

bool OptionalEdit::hasValue() const
{
    return m_toggle->isChecked();
}

} // namespace convscope
