// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/feature_map_view.h"

#include "style/numbers.h"

#include <QAccessible>
#include <QApplication>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QWheelEvent>
#include <QtConcurrent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kWheelNotch = 120;
constexpr int kAnnounceDelay = 200;
constexpr int kKeptNumbers = 4096;

} // namespace

FeatureMapView::FeatureMapView(QWidget *parent) : QWidget(parent), m_numbers(kKeptNumbers)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Map"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_announcing.setSingleShot(true);
    m_announcing.setInterval(kAnnounceDelay);
    connect(&m_announcing, &QTimer::timeout, this, &FeatureMapView::announce);
    connect(&m_halving, &QFutureWatcher<PicturePyramid>::finished, this, [this] {
        PicturePyramid pyramid = m_halving.result();
        // A newer picture may have come meanwhile.
        if (pyramid.picture().cacheKey() != m_pyramid.picture().cacheKey())
            return;
        m_pyramid = std::move(pyramid);
        m_isDrawn = false;
        update();
    });
}

FeatureMapView::~FeatureMapView()
{
    m_halving.waitForFinished();
}

void FeatureMapView::setPicture(const QImage &picture, const Plane &plane)
{
    const auto cells = static_cast<std::int64_t>(picture.width()) * picture.height();
    if (cells <= PicturePyramid::kSmallPicture) {
        installPicture(PicturePyramid::build(picture), plane);
        return;
    }
    PicturePyramid flat = PicturePyramid::flat(picture);
    m_halving.setFuture(QtConcurrent::run(&PicturePyramid::build, flat.picture()));
    installPicture(std::move(flat), plane);
}

void FeatureMapView::setPicture(const PicturePyramid &pyramid, const Plane &plane)
{
    installPicture(pyramid, plane);
}

void FeatureMapView::installPicture(PicturePyramid pyramid, const Plane &plane)
{
    const bool isOtherExtent =
        pyramid.rows() != m_viewport.rows() || pyramid.columns() != m_viewport.columns();
    m_pyramid = std::move(pyramid);
    m_plane = plane;
    m_message.clear();
    m_isDrawn = false;
    m_viewport.setPicture(m_pyramid.rows(), m_pyramid.columns());
    if (isOtherExtent) {
        m_walked.reset();
        setHovered(std::nullopt);
        if (m_pinned &&
            (m_pinned->row >= m_viewport.rows() || m_pinned->column >= m_viewport.columns()))
            unpin();
        viewMoved();
    }
    update();
    if (hasFocus() && currentCell())
        m_announcing.start();
}

void FeatureMapView::setEmpty(const QString &message)
{
    installPicture({}, {});
    m_message = message;
    unpin();
}

void FeatureMapView::setOverlay(const QImage &photo)
{
    m_overlay = photo;
    update();
}

void FeatureMapView::setStale(bool stale)
{
    if (m_isStale == stale)
        return;
    m_isStale = stale;
    update();
}

void FeatureMapView::setProgress(double progress)
{
    if (m_progress == progress)
        return;
    m_progress = progress;
    update(0, 0, width(), 3);
}

void FeatureMapView::setNumbersShown(bool shown)
{
    m_showsNumbers = shown;
    update();
}

void FeatureMapView::setZoom(double zoom)
{
    m_viewport.setZoom(zoom, m_viewport.centre());
    viewMoved();
}

void FeatureMapView::zoomIn()
{
    m_viewport.stepZoom(1, m_viewport.centre());
    viewMoved();
}

void FeatureMapView::zoomOut()
{
    m_viewport.stepZoom(-1, m_viewport.centre());
    viewMoved();
}

void FeatureMapView::fit()
{
    m_viewport.fit();
    viewMoved();
}

void FeatureMapView::viewMoved()
{
    update();
    Q_EMIT zoomChanged(m_viewport.zoom(), m_viewport.isFit());
}

std::optional<MapCell> FeatureMapView::currentCell() const
{
    if (m_pinned)
        return m_pinned;
    return m_hovered ? m_hovered : m_walked;
}

void FeatureMapView::pin(MapCell cell)
{
    if (isEmpty())
        return;
    cell.row = std::clamp<std::int64_t>(cell.row, 0, m_viewport.rows() - 1);
    cell.column = std::clamp<std::int64_t>(cell.column, 0, m_viewport.columns() - 1);
    if (m_pinned == cell)
        return;
    m_pinned = cell;
    m_walked = cell;
    update();
    Q_EMIT cellPinned(m_pinned);
    m_announcing.start();
}

void FeatureMapView::unpin()
{
    if (!m_pinned)
        return;
    m_pinned.reset();
    update();
    Q_EMIT cellPinned(std::nullopt);
}

ReadOut FeatureMapView::readOut(MapCell cell) const
{
    const QString value =
        m_plane.isEmpty() ? QString() : valueText(m_plane.at(cell.row, cell.column));
    return {value, tr("row %1  col %2").arg(cell.row).arg(cell.column)};
}

QString FeatureMapView::cellText() const
{
    const auto cell = currentCell();
    if (!cell)
        return {};
    const ReadOut text = readOut(*cell);
    return text.value + u"  "_s + text.place;
}

QString FeatureMapView::spokenCell(MapCell cell) const
{
    const QString place = tr("row %1, column %2").arg(cell.row).arg(cell.column);
    if (m_plane.isEmpty())
        return place;
    return place + u", "_s + valueText(m_plane.at(cell.row, cell.column));
}

QPoint FeatureMapView::devicePoint(QPointF position) const
{
    return (position * devicePixelRatioF()).toPoint();
}

QRectF FeatureMapView::cellRect(MapCell cell) const
{
    const QRectF device = m_viewport.cellRect(cell);
    const qreal ratio = devicePixelRatioF();
    return {device.topLeft() / ratio, device.size() / ratio};
}

std::optional<MapCell> FeatureMapView::cellAt(QPointF position) const
{
    const qreal ratio = devicePixelRatioF();
    return m_viewport.cellAt({static_cast<int>(std::floor(position.x() * ratio)),
                              static_cast<int>(std::floor(position.y() * ratio))});
}

void FeatureMapView::setHovered(std::optional<MapCell> cell)
{
    if (m_hovered == cell)
        return;
    m_hovered = cell;
    update();
    Q_EMIT cellHovered(cell);
}

void FeatureMapView::goTo(MapCell cell)
{
    m_viewport.ensureVisible(cell, devicePoint({24, 0}).x());
    if (m_pinned) {
        pin(cell);
    } else {
        m_walked = cell;
        m_hovered = cell;
        Q_EMIT cellHovered(cell);
        m_announcing.start();
    }
    update();
}

void FeatureMapView::moveCell(std::int64_t rows, std::int64_t columns)
{
    if (isEmpty())
        return;
    const auto current = currentCell();
    if (!current) {
        goTo({m_viewport.rows() / 2, m_viewport.columns() / 2});
        return;
    }
    goTo({std::clamp<std::int64_t>(current->row + rows, 0, m_viewport.rows() - 1),
          std::clamp<std::int64_t>(current->column + columns, 0, m_viewport.columns() - 1)});
}

void FeatureMapView::stepInScanOrder(int step)
{
    const auto current = currentCell();
    if (isEmpty() || !current) {
        moveCell(0, 0);
        return;
    }
    const std::int64_t last = m_viewport.rows() * m_viewport.columns() - 1;
    const std::int64_t next = std::clamp<std::int64_t>(
        current->row * m_viewport.columns() + current->column + step, 0, last);
    goTo({next / m_viewport.columns(), next % m_viewport.columns()});
}

void FeatureMapView::announce()
{
    const auto cell = currentCell();
    if (!cell)
        return;
    QAccessibleValueChangeEvent change(this, spokenCell(*cell));
    QAccessible::updateAccessibility(&change);
}

void FeatureMapView::updateViewport()
{
    m_viewport.setView(
        QSize(qRound(width() * devicePixelRatioF()), qRound(height() * devicePixelRatioF())),
        devicePixelRatioF());
}

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
        update();
    }
    QWidget::changeEvent(event);
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
    // With Shift some platforms turn the wheel sideways.
    const QPoint angle = event->angleDelta();
    const int turn = angle.y() != 0 ? angle.y() : angle.x();
    const bool changesMap =
        modifiers.testFlag(Qt::ShiftModifier) ||
        (m_wheelMode == WheelMode::NextMap && !modifiers.testFlag(Qt::ControlModifier));
    const bool pans = !modifiers.testFlag(Qt::ControlModifier) &&
                      (isTouchPad || m_wheelMode == WheelMode::Scroll);
    if (!changesMap && pans) {
        const QPoint shift = event->pixelDelta().isNull() ? angle / 2 : event->pixelDelta();
        m_viewport.panBy(devicePoint(shift));
        viewMoved();
        setHovered(cellAt(event->position()));
        return;
    }
    m_wheelRest += turn;
    const int steps = m_wheelRest / kWheelNotch;
    m_wheelRest -= steps * kWheelNotch;
    if (steps == 0)
        return;
    if (changesMap) {
        for (int i = 0; i < std::abs(steps); ++i) {
            if (steps > 0)
                Q_EMIT previousMap();
            else
                Q_EMIT nextMap();
        }
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
    case Qt::Key_PageUp:
        if (!isControl) {
            Q_EMIT previousMap();
            return;
        }
        break;
    case Qt::Key_PageDown:
        if (!isControl) {
            Q_EMIT nextMap();
            return;
        }
        break;
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
        if (m_pinned)
            return unpin();
        if (const auto cell = currentCell())
            return pin(*cell);
        return;
    case Qt::Key_Escape:
        if (m_pinned)
            return unpin();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace convscope
