// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// The keys of WeightCells.
#include "pages/weights/weight_cells.h"

#include <QKeyEvent>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

bool WeightCells::takesKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        Q_EMIT pasteWanted();
        return true;
    }
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyWanted();
        return true;
    }
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    const bool isShift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->modifiers().testFlag(Qt::AltModifier))
        return false;
    const std::int64_t step = isShift ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int sign = event->key() == Qt::Key_Up ? -1 : 1;
        if (isControl)
            stepValue(-sign, isShift);
        else
            moveBy(sign * step, 0);
        return true;
    }
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (isControl)
            return false;
        moveBy(0, event->key() == Qt::Key_Left ? -step : step);
        return true;
    case Qt::Key_Home:
        setCurrent({isControl ? 0 : m_current.row, 0});
        return true;
    case Qt::Key_End:
        setCurrent({isControl ? m_sheet.rows - 1 : m_current.row, m_sheet.columns - 1});
        return true;
    default:
        break;
    }
    if (isControl)
        return false;
    switch (event->key()) {
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        Q_EMIT filterWanted(event->key() == Qt::Key_PageUp ? -1 : 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        openField(nullptr);
        return true;
    case Qt::Key_T:
        Q_EMIT turnWanted();
        return true;
    case Qt::Key_M:
        Q_EMIT mirrorWanted(!isShift);
        return true;
    case Qt::Key_BracketLeft:
    case Qt::Key_BracketRight:
        Q_EMIT channelWanted(event->key() == Qt::Key_BracketLeft ? -1 : 1);
        return true;
    case Qt::Key_Less:
    case Qt::Key_Greater:
        Q_EMIT sliceWanted(event->key() == Qt::Key_Less ? -1 : 1);
        return true;
    default:
        break;
    }
    const QString text = event->text();
    if (text.size() == 1 &&
        (text[0].isDigit() || u"-.,+"_s.contains(text[0]) || text[0] == QChar(0x2212))) {
        openField(event);
        return true;
    }
    return false;
}

void WeightCells::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isDragging)
        endDrag(false);
    else if (m_sheet.rows <= 0 || !takesKey(event))
        QAbstractScrollArea::keyPressEvent(event);
}

bool WeightCells::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        // Paste here means numbers, Esc takes a drag back.
        if (key->matches(QKeySequence::Paste) || key->matches(QKeySequence::Copy) ||
            (key->key() == Qt::Key_Escape && m_isDragging) ||
            (key->modifiers() == Qt::ControlModifier &&
             (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

} // namespace convscope
