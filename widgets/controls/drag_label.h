// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "controls/token_label.h"

namespace convscope {

/// A label that scrubs the number beside it: one step per 8 pixels of sideways drag, ten with
/// Shift. Esc during the drag takes it back.
class DragLabel : public TokenLabel
{
    Q_OBJECT

public:
    DragLabel(const QString &text, FontRole face, QWidget *parent = nullptr);

    /// Off where there is no number to drag.
    void setScrubbing(bool enabled);

Q_SIGNALS:
    /// `continuing`: not the first step of this drag.
    void scrubbed(int steps, bool continuing);
    /// Esc: the number is to be what it was before the drag.
    void takenBack();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void letGo();

    bool m_scrubbing = false;
    bool m_held = false;
    bool m_moved = false;
    double m_from = 0;
};

} // namespace convscope
