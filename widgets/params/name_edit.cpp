// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/name_edit.h"

#include "controls/token_label.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace convscope {

NameEdit::NameEdit(QWidget *parent)
    : QStackedWidget(parent),
      m_label(new TokenLabel({}, FontRole::MonoCaption, &Tokens::text2, this)),
      m_field(new QLineEdit(this))
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::IBeamCursor);
    addWidget(m_label);
    addWidget(m_field);
    m_field->setFont(convscope::font(FontRole::MonoCaption));
    m_field->setFrame(false);
    m_field->setTextMargins(0, 0, 0, 0);
    m_field->setAccessibleName(tr("Name of the layer"));
    m_field->installEventFilter(this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Rename (F2)"));
    connect(m_field, &QLineEdit::editingFinished, this, [this] { finish(true); });
}

void NameEdit::setName(const QString &name)
{
    m_name = name;
    m_label->setText(name);
    setAccessibleName(tr("Layer name %1").arg(name));
    if (!m_editing)
        m_field->setText(name);
}

void NameEdit::beginEdit()
{
    m_editing = true;
    m_field->setText(m_name);
    setCurrentWidget(m_field);
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
}

void NameEdit::finish(bool accept)
{
    if (!m_editing)
        return;
    m_editing = false;
    const QString typed = m_field->text().trimmed();
    const bool hadFocus = m_field->hasFocus();
    setCurrentWidget(m_label);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    if (accept && typed != m_name)
        Q_EMIT renameRequested(typed);
}

QSize NameEdit::sizeHint() const
{
    return {120, scaledHeight(16)};
}

QSize NameEdit::minimumSizeHint() const
{
    return {40, scaledHeight(16)};
}

void NameEdit::mousePressEvent(QMouseEvent *)
{
    beginEdit();
}

void NameEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2 || event->key() == Qt::Key_Return ||
        event->key() == Qt::Key_Enter)
        beginEdit();
    else
        QStackedWidget::keyPressEvent(event);
}

bool NameEdit::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_field && m_editing &&
        (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool accepts = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (accepts || key == Qt::Key_Escape) {
            // The line edit would let Return go on, and here it begins an edit.
            if (event->type() == QEvent::KeyPress)
                finish(accepts);
            event->accept();
            return true;
        }
    }
    return QStackedWidget::eventFilter(object, event);
}

} // namespace convscope
