// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/optional_edit.h"

#include "controls/toggle_switch.h"
#include "style/fonts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace convscope {

OptionalEdit::OptionalEdit(const QString &name, QWidget *editor, QWidget *parent)
    : QWidget(parent), m_toggle(new ToggleSwitch(this)), m_pages(new QStackedLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_toggle);
    row->addLayout(m_pages, 1);
    // Python's word, not translated.
    auto *none = new QLabel(u"None"_s, this);
    none->setFont(convscope::font(FontRole::Number));
    none->setForegroundRole(QPalette::PlaceholderText);
    none->setContentsMargins(2, 0, 0, 0);
    m_pages->addWidget(none);
    m_pages->addWidget(editor);
    m_toggle->setAccessibleName(tr("%1: give a value").arg(name));
    m_toggle->setToolTip(tr("Off: None"));
    connect(m_toggle, &ToggleSwitch::toggled, this, [this](bool on) {
        m_pages->setCurrentIndex(on ? 1 : 0);
        Q_EMIT toggled(on);
    });
}

void OptionalEdit::setHasValue(bool has)
{
    const QSignalBlocker quiet(m_toggle);
    m_toggle->setChecked(has);
    m_toggle->update();
    m_pages->setCurrentIndex(has ? 1 : 0);
}

bool OptionalEdit::hasValue() const
{
    return m_toggle->isChecked();
}

} // namespace convscope
