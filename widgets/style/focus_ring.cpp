// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/focus_ring.h"

#include "style/paint.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QTabBar>
#include <QVariant>

namespace convscope {

namespace {

constexpr char kRadius[] = "convscopeRingRadius";

bool isField(const QWidget *widget)
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->hasFrame();
    return qobject_cast<const QAbstractSpinBox *>(widget) != nullptr ||
           qobject_cast<const QComboBox *>(widget) != nullptr;
}

bool isButtonLike(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) != nullptr ||
           qobject_cast<const QTabBar *>(widget) != nullptr ||
           qobject_cast<const QAbstractSlider *>(widget) != nullptr;
}

} // namespace

ControlRing::ControlRing(TokenRole colour, QWidget *parent) : QFocusFrame(parent), m_colour(colour)
{
}

void ControlRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QVariant radius = widget() != nullptr ? widget()->property(kRadius) : QVariant();
    paintRing(painter, rect(), radius.isValid() ? radius.toInt() : 5, 2, tokens().*m_colour);
}

bool ControlRing::eventFilter(QObject *watched, QEvent *event)
{
    // QFocusFrame maps the control's place through its parents up to the frame's own; where the
    // frame's parent is no longer among them, it would walk past the last one.
    const QWidget *frameParent = parentWidget();
    if (widget() != nullptr && frameParent != nullptr && frameParent != widget() &&
        !frameParent->isAncestorOf(widget())) {
        setWidget(nullptr);
        return false;
    }
    return QFocusFrame::eventFilter(watched, event);
}

void setRingRadius(QWidget *control, int radius)
{
    control->setProperty(kRadius, radius);
}

FocusRing::FocusRing(QApplication &application) : QObject(&application)
{
    connect(&application, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *focused) { follow(focused); });
}

FocusRing::~FocusRing()
{
    delete m_ring;
}

void FocusRing::follow(QWidget *focused)
{
    const bool byKeyboard =
        focused != nullptr && focused->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    const bool wanted = focused != nullptr && !focused->isWindow() &&
                        (isField(focused) || (isButtonLike(focused) && byKeyboard));
    if (!wanted) {
        if (m_ring)
            m_ring->setWidget(nullptr);
        return;
    }
    // The frame dies with the window it was last shown in.
    if (!m_ring)
        m_ring = new ControlRing(&Tokens::accent);
    m_ring->setWidget(focused);
}

void setUpFocusRing(QApplication &application)
{
    if (application.findChild<FocusRing *>() == nullptr)
        new FocusRing(application);
}

} // namespace convscope
