// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "style/themed_icon.h"

#include <QFocusFrame>
#include <QPointer>

class QApplication;

namespace convscope {

/// Two pixels of colour around a control, one of them outside its edge: focus (accent) or error.
/// Lets go of a control that leaves the window or its part of it (a form that is built anew).
class ControlRing : public QFocusFrame
{
    Q_OBJECT

public:
    explicit ControlRing(TokenRole colour, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    TokenRole m_colour;
};

/// Corner radius of the ring around a control that is rounder than a field.
void setRingRadius(QWidget *control, int radius);

/// Moves one accent ring to whatever field, or button reached by keyboard, has the focus. Painted
/// views draw their own focus. Installed once by setUpFocusRing().
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QApplication &application);
    ~FocusRing() override;

private:
    void follow(QWidget *focused);

    QPointer<ControlRing> m_ring;
};

/// The ring for the life of the application; a second call changes nothing.
void setUpFocusRing(QApplication &application);

} // namespace convscope
