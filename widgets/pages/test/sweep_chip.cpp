// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/sweep_chip.h"

#include "controls/quiet_combo_box.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

ChipGrip::ChipGrip(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    setFixedSize(sizeHint());
    setCheckable(true);
}

void ChipGrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus())
        paintRing(painter, rect(), 4, 2, tokens().accent);
    else if (underMouse())
        paintPanel(painter, rect(), 4, tokens().sunken, {});
    paintIcon(painter, QRectF(width() / 2.0 - 8, height() / 2.0 - 8, 16, 16), u"grip",
              isChecked() ? tokens().accentText : tokens().text2);
}

void ChipGrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_from = event->position().toPoint();
    m_isDragging = false;
    setCursor(Qt::ClosedHandCursor);
}

void ChipGrip::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->buttons() & Qt::LeftButton) == 0)
        return;
    const QPoint moved = event->position().toPoint() - m_from;
    m_isDragging = m_isDragging || moved.manhattanLength() >= QApplication::startDragDistance();
    if (m_isDragging)
        Q_EMIT dragged(event->globalPosition().toPoint());
}

void ChipGrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setCursor(Qt::OpenHandCursor);
    if (std::exchange(m_isDragging, false))
        Q_EMIT dropped(event->globalPosition().toPoint());
    else if (rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void ChipGrip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        Q_EMIT moved(event->key() == Qt::Key_Left ? -1 : 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT clicked();
        return;
    case Qt::Key_Escape:
        if (std::exchange(m_isDragging, false)) {
            Q_EMIT dragCancelled();
            return;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

SweepChip::SweepChip(QWidget *parent)
    : QWidget(parent), m_grip(new ChipGrip), m_argument(new QuietComboBox), m_values(new QLineEdit)
{
    m_argument->setAccessibleName(tr("Argument that varies"));
    m_argument->setMinimumWidth(70);
    m_argument->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_values->setAccessibleName(tr("Its values"));
    m_values->setPlaceholderText(tr("1, 2, 4 or 1..5"));
    m_values->setMinimumWidth(50);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_grip);
    layout->addWidget(m_argument, 6);
    layout->addSpacing(2);
    layout->addWidget(m_values, 5);
    setFocusProxy(m_values);
    connect(m_values, &QLineEdit::editingFinished, this, [this] {
        if (std::exchange(m_given, m_values->text()) != m_values->text())
            Q_EMIT valuesGiven();
    });
    connect(m_argument, &QComboBox::activated, this, &SweepChip::argumentChosen);
}

QString SweepChip::argument() const
{
    return m_argument->currentData().toString();
}

QString SweepChip::values() const
{
    return m_values->text();
}

void SweepChip::set(const QString &argument, const QString &values)
{
    m_argument->setCurrentIndex(std::max(m_argument->findData(argument), 0));
    m_values->setText(values);
    m_given = values;
}

void SweepChip::setChoices(const QStringList &arguments)
{
    m_argument->clear();
    m_argument->addItem(tr("none"), QString());
    for (const QString &name : arguments)
        m_argument->addItem(name, name);
}

void SweepChip::setMakesColumns(bool makesColumns)
{
    m_grip->setChecked(makesColumns);
    const QString said =
        makesColumns ? tr("%1 makes the columns").arg(argument())
                     : tr("Drag %1 onto the table's upper edge, or press Enter: it makes the "
                          "columns. Left and right arrow change the order.")
                           .arg(argument());
    m_grip->setToolTip(said);
    m_grip->setAccessibleName(said);
    m_grip->update();
}

void SweepChip::chooseArgument()
{
    m_argument->setFocus();
    m_argument->showPopup();
}

void SweepChip::focusValues()
{
    m_values->setFocus();
    m_values->selectAll();
}

} // namespace convscope
