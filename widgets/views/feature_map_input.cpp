// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/feature_map_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace convscope {

bool FeatureMapView::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            return QWidget::event(event);
        m_viewport.setZoom(m_viewport.zoom() * (1 + gesture->value()),
                           devicePoint(gesture->position()));
        viewMoved();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // Letters and signs belong to the map while it has the focus.
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isPlain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        if (isPlain && (key->key() == Qt::Key_Comma || key->key() == Qt::Key_Period ||
                        key->key() == Qt::Key_Plus || key->key() == Qt::Key_Minus ||
                        key->key() == Qt::Key_N)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void FeatureMapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateViewport();
    if (m_viewport.isFit())
        Q_EMIT zoomChanged(m_viewport.zoom(), true);
}

void FeatureMapView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_isDrawn = false;
        m_numbers.clear();
    }
    LargeMapView::changeEvent(event);
}

void FeatureMapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_isPressed = true;
    m_isPanning = event->button() == Qt::MiddleButton;
    m_isDoubleClick = false;
    m_pressPosition = event->position();
    m_dragPosition = event->position();
}

void FeatureMapView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isPressed && !m_isPanning &&
        (event->position() - m_pressPosition).manhattanLength() >=
            QApplication::startDragDistance())
        m_isPanning = true;
    if (m_isPanning) {
        setCursor(Qt::ClosedHandCursor);
        const QPoint shift = devicePoint(event->position()) - devicePoint(m_dragPosition);
        m_dragPosition = event->position();
        m_viewport.panBy(shift);
        viewMoved();
        return;
    }
    setHovered(cellAt(event->position()));
}

void FeatureMapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isPressed)
        return;
    m_isPressed = false;
    if (m_isPanning) {
        m_isPanning = false;
        setCursor(Qt::CrossCursor);
        setHovered(cellAt(event->position()));
        return;
    }
    if (m_isDoubleClick || event->button() != Qt::LeftButton)
        return;
    if (const auto cell = cellAt(event->position())) {
        if (m_pinned == cell)
            unpin();
        else
            pin(*cell);
    }
}

void FeatureMapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    // The first click pinned the cell; it stays pinned.
    m_isPressed = true;
    m_isDoubleClick = true;
    if (const auto cell = cellAt(event->position()))
        pin(*cell);
    fit();
}

void FeatureMapView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_walked = m_hovered ? m_hovered : m_walked;
    setHovered(std::nullopt);
}

void FeatureMapView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const bool isTouchPad = event->pointingDevice() &&
                            event->pointingDevice()->type() == QInputDevice::DeviceType::TouchPad;
    const auto modifiers = event->modifiers();
    const bool changesMap =
        modifiers.testFlag(Qt::ShiftModifier) ||
        (m_wheelMode == WheelMode::NextMap && !modifiers.testFlag(Qt::ControlModifier));
    const bool pans = !modifiers.testFlag(Qt::ControlModifier) &&
                      (isTouchPad || m_wheelMode == WheelMode::Scroll);
    if (!changesMap && pans) {
        const QPoint shift =
            event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
        m_viewport.panBy(devicePoint(shift));
        viewMoved();
        setHovered(cellAt(event->position()));
        return;
    }
    const int steps = takeNotches(*event);
    if (steps == 0)
        return;
    if (changesMap) {
        changeMap(steps);
        return;
    }
    m_viewport.stepZoom(steps, devicePoint(event->position()));
    viewMoved();
    setHovered(cellAt(event->position()));
}

void FeatureMapView::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    const std::int64_t step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    const std::int64_t far = std::max(m_viewport.rows(), m_viewport.columns());
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCell(0, -step);
    case Qt::Key_Right:
        return moveCell(0, step);
    case Qt::Key_Up:
        return moveCell(-step, 0);
    case Qt::Key_Down:
        return moveCell(step, 0);
    case Qt::Key_Home:
        return moveCell(isControl ? -far : 0, -far);
    case Qt::Key_End:
        return moveCell(isControl ? far : 0, far);
    case Qt::Key_Comma:
        return stepInScanOrder(-1);
    case Qt::Key_Period:
        return stepInScanOrder(1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        if (!isControl)
            return zoomIn();
        break;
    case Qt::Key_Minus:
        if (!isControl)
            return zoomOut();
        break;
    case Qt::Key_N:
        if (event->modifiers() == Qt::NoModifier)
            return setNumbersShown(!m_showsNumbers);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isControl)
            break;
        // Pinned already: into its arithmetic. Escape unpins.
        if (m_pinned)
            Q_EMIT cellOpened();
        else if (const auto cell = currentCell())
            pin(*cell);
        return;
    case Qt::Key_Escape:
        if (m_pinned)
            return unpin();
        break;
    default:
        break;
    }
    LargeMapView::keyPressEvent(event);
}

} // namespace convscope
