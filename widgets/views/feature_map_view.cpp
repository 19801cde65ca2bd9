// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/feature_map_view.h"

#include "style/numbers.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kKeptNumbers = 4096;

} // namespace

FeatureMapView::FeatureMapView(QWidget *parent)
    : LargeMapView(tr("Map"), parent), m_numbers(kKeptNumbers)
{
    setCursor(Qt::CrossCursor);
}

void FeatureMapView::setPicture(const QImage &picture, const Plane &plane)
{
    const auto cells = static_cast<std::int64_t>(picture.width()) * picture.height();
    if (cells <= PicturePyramid::kSmallPicture) {
        // Halved where it is shown zoomed out.
        installPicture(PicturePyramid::flat(picture), plane);
        return;
    }
    PicturePyramid flat = PicturePyramid::flat(picture);
    m_jobs.startLatest(
        [whole = flat.picture()](const BackgroundJobs::Job &) {
            return PicturePyramid::build(whole);
        },
        [this](Result<PicturePyramid> halved) {
            // A newer picture, a small one, may have come meanwhile.
            if (!halved || halved->picture().cacheKey() != m_pyramid.picture().cacheKey())
                return;
            m_pyramid = std::move(*halved);
            m_isDrawn = false;
            update();
        });
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
    if (std::exchange(m_keepsView, false))
        m_viewport.replacePicture(m_pyramid.rows(), m_pyramid.columns());
    else
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
        announceSoon();
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

void FeatureMapView::setField(std::optional<MapField> field)
{
    m_field = std::move(field);
    update();
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
    announceSoon();
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
        announceSoon();
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

QString FeatureMapView::spokenCurrent() const
{
    const auto cell = currentCell();
    return cell ? spokenCell(*cell) : QString();
}

void FeatureMapView::updateViewport()
{
    m_viewport.setView(
        QSize(qRound(width() * devicePixelRatioF()), qRound(height() * devicePixelRatioF())),
        devicePixelRatioF());
}

} // namespace convscope
