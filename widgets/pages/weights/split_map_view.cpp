// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/split_map_view.h"

#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "views/plot.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kScale = 24;
constexpr double kGrab = 8;
/// Steps of a line that is still dashed.
constexpr std::int64_t kDashed = 256;

QRectF logical(const QRect &device, qreal ratio)
{
    return {device.x() / ratio, device.y() / ratio, device.width() / ratio,
            device.height() / ratio};
}

void paintBadgeText(QPainter &painter, const QPointF &corner, const QString &text, bool isRight)
{
    const QFont face = convscope::font(FontRole::MonoCaption);
    const qreal wide = textWidth(face, text) + 12;
    const qreal high = scaledHeight(20);
    const QRectF box(isRight ? corner.x() - wide : corner.x(), corner.y() - high, wide, high);
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintPanel(painter, box, 3, QColor(0, 0, 0, 190), QColor());
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(face);
    painter.setPen(Qt::white);
    drawLineOfText(painter, box, Qt::AlignCenter, text);
}

} // namespace

SplitMapView::SplitMapView(QWidget *parent) : LargeMapView(tr("Map before and now"), parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent, false);
}

void SplitMapView::setMaps(std::shared_ptr<const LiveMaps> maps)
{
    m_maps = std::move(maps);
    m_message.clear();
    updateViewport();
    if (m_cell &&
        (m_cell->row >= m_maps->nowPlane.rows || m_cell->column >= m_maps->nowPlane.columns))
        m_cell.reset();
    if (m_cell)
        Q_EMIT described(spokenCell());
}

void SplitMapView::setEmpty(const QString &message)
{
    m_maps.reset();
    m_cell.reset();
    m_message = message;
    update();
}

void SplitMapView::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_isDrawn = false;
    update();
}

void SplitMapView::setDivider(double share)
{
    m_divider = std::clamp(share, 0.0, 1.0);
    update();
}

bool SplitMapView::isSplit() const
{
    return m_maps && m_maps->hasBefore && m_mode == Mode::Split && !m_maps->isLine;
}

QRect SplitMapView::pictureArea() const
{
    QRect area = rect().adjusted(0, 0, 0, -scaledHeight(kScale));
    // As high as the picture, so that its scale stands below it.
    if (m_maps && !m_maps->isLine && m_maps->nowPlane.columns > 0) {
        const double high =
            double(area.width()) * double(m_maps->nowPlane.rows) / double(m_maps->nowPlane.columns);
        area.setHeight(std::min(area.height(), std::max(40, qRound(high))));
    }
    return area;
}

void SplitMapView::updateViewport()
{
    m_isDrawn = false;
    update();
    if (!m_maps || m_maps->nowPlane.isEmpty())
        return;
    const qreal ratio = devicePixelRatioF();
    const QSizeF area = QSizeF(pictureArea().size()) * ratio;
    const auto rows = double(m_maps->nowPlane.rows);
    const auto columns = double(m_maps->nowPlane.columns);
    m_transform.scale = std::min(area.width() / columns, area.height() / rows);
    m_transform.origin = {static_cast<int>((area.width() - columns * m_transform.scale) / 2),
                          static_cast<int>((area.height() - rows * m_transform.scale) / 2)};
}

QRectF SplitMapView::pictureRect() const
{
    if (!m_maps || m_maps->isLine)
        return m_maps ? QRectF(pictureArea()) : QRectF();
    const QPoint from = m_transform.origin;
    const QRect device(from.x(), from.y(),
                       m_transform.columnEdge(m_maps->nowPlane.columns) - from.x(),
                       m_transform.rowEdge(m_maps->nowPlane.rows) - from.y());
    return logical(device, devicePixelRatioF());
}

void SplitMapView::renderViews()
{
    if (m_isDrawn)
        return;
    m_isDrawn = true;
    const qreal ratio = devicePixelRatioF();
    const QSize size(static_cast<int>(pictureArea().width() * ratio),
                     static_cast<int>(pictureArea().height() * ratio));
    const auto draw = [&](const PicturePyramid &picture, QImage &out) {
        if (out.size() != size)
            out = QImage(size, QImage::Format_RGB32);
        out.setDevicePixelRatio(ratio);
        if (!picture.isNull())
            picture.draw(m_transform, m_transform.scale < 2 * ratio, out);
    };
    const bool isDifference = m_mode == Mode::Difference && m_maps->hasBefore;
    draw(isDifference ? m_maps->difference : m_maps->now, m_right);
    if (isSplit())
        draw(m_maps->before, m_left);
}

void SplitMapView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_maps) {
        painter.setFont(convscope::font(FontRole::Text));
        painter.setPen(tokens().text2);
        painter.drawText(rect().adjusted(16, 0, -16, 0), Qt::AlignCenter | Qt::TextWordWrap,
                         m_message);
        paintEdges(painter);
        return;
    }
    painter.setOpacity(mapOpacity());
    if (m_maps->isLine)
        paintLines(painter);
    else
        paintPicture(painter);
    painter.setOpacity(1);
    paintScale(painter);
    paintBadge(painter, 12);
    paintEdges(painter);
}

void SplitMapView::paintPicture(QPainter &painter)
{
    renderViews();
    const QRectF picture = pictureRect();
    const qreal x = picture.x() + picture.width() * m_divider;
    painter.setClipRect(isSplit() ? picture.intersected(QRectF(x, 0, width(), height())) : picture);
    painter.drawImage(QPoint(0, 0), m_right);
    if (isSplit()) {
        painter.setClipRect(picture.intersected(QRectF(0, 0, x, height())));
        painter.drawImage(QPoint(0, 0), m_left);
    }
    painter.setClipping(false);
    if (isSplit())
        paintDivider(painter, picture);
    if (!m_maps->hasBefore)
        return;
    const QPointF right = picture.bottomRight() - QPointF(8, 8);
    if (isSplit() && m_divider > 0.15)
        paintBadgeText(painter, picture.bottomLeft() + QPointF(8, -8), tr("before"), false);
    if (m_mode == Mode::Difference)
        paintBadgeText(painter, right, tr("now − before"), true);
    else if (m_divider < 0.85 || !isSplit())
        paintBadgeText(painter, right, tr("now"), true);
}

void SplitMapView::paintDivider(QPainter &painter, const QRectF &picture)
{
    const qreal x = picture.x() + picture.width() * m_divider;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.fillRect(QRectF(x - 1.5, picture.top(), 3, picture.height()), QColor(0, 0, 0, 200));
    painter.fillRect(QRectF(x - 0.75, picture.top(), 1.5, picture.height()), Qt::white);
    const QRectF grip(x - 7, picture.center().y() - 11, 14, 22);
    paintPanel(painter, grip, 4, Qt::white, QColor(0, 0, 0, 140));
    painter.fillRect(QRectF(x - 2.5, grip.top() + 7, 1.5, 8), QColor(60, 60, 60));
    painter.fillRect(QRectF(x + 1, grip.top() + 7, 1.5, 8), QColor(60, 60, 60));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void SplitMapView::paintLines(QPainter &painter)
{
    const Tokens &t = tokens();
    PlotScale scale;
    scale.rect = QRectF(pictureArea()).adjusted(44, 24, -12, -22);
    scale.low = double(m_maps->range.low);
    scale.high = double(m_maps->range.high);
    if (!(scale.high > scale.low))
        scale.high = scale.low + 1;
    scale.first = 0;
    scale.last = std::max(1.0, double(m_maps->nowPlane.columns) - 1);
    paintPlotArea(painter, scale);
    paintPlotSteps(painter, scale);
    painter.setRenderHint(QPainter::Antialiasing, true);
    std::vector<LegendEntry> legend;
    if (m_maps->hasBefore && m_mode != Mode::New) {
        // Dashes along thousands of steps take a tenth of a second.
        const bool isShort = m_maps->beforeLine.length <= kDashed;
        const Qt::PenStyle style = isShort ? Qt::DashLine : Qt::SolidLine;
        drawLine(painter, m_maps->beforeLine, scale, t.text2, 1, style);
        legend.push_back({tr("before"), t.text2, LegendEntry::Kind::Line, style});
    }
    drawLine(painter, m_maps->nowLine, scale, t.accent, 1.75);
    legend.push_back({tr("now"), t.accent, LegendEntry::Kind::Line, Qt::SolidLine});
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintLegend(painter, QRectF(44, 2, width() - 56.0, 20), legend);
}

void SplitMapView::paintScale(QPainter &painter)
{
    if (m_maps->isLine)
        return;
    const bool isDifference = m_mode == Mode::Difference && m_maps->hasBefore;
    const ValueRange range = isDifference ? m_maps->differenceRange : m_maps->range;
    const Colormap *colormap = isDifference ? m_maps->differenceColormap : m_maps->colormap;
    if (colormap == nullptr)
        return;
    const QRectF line(0, pictureArea().bottom() + 7, width(), scaledHeight(16));
    const QFont face = convscope::font(FontRole::MonoCaption);
    painter.setFont(face);
    painter.setPen(tokens().text);
    const QString low = valueText(double(range.low), 4);
    const QString high = valueText(double(range.high), 4);
    const QString words = isDifference        ? tr("largest change")
                          : m_maps->hasBefore ? tr("range of both")
                                              : tr("range of the map");
    const qreal left = textWidth(face, low) + 8;
    const qreal right =
        textWidth(face, high) + textWidth(convscope::font(FontRole::Caption), words) + 24;
    drawLineOfText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, low);
    const QRectF bar(left, line.center().y() - 4, std::max<qreal>(20, line.width() - left - right),
                     8);
    QImage strip(256, 1, QImage::Format_RGB32);
    std::copy(colormap->colours.begin(), colormap->colours.end(),
              reinterpret_cast<QRgb *>(strip.scanLine(0)));
    painter.drawImage(bar, strip);
    drawLineOfText(painter, QRectF(bar.right() + 8, line.y(), 200, line.height()),
                   Qt::AlignLeft | Qt::AlignVCenter, high);
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(tokens().text2);
    drawLineOfText(painter, line, Qt::AlignRight | Qt::AlignVCenter, words);
}

QString SplitMapView::spokenCell() const
{
    if (!m_maps || !m_cell)
        return {};
    const QString now = valueText(double(m_maps->nowPlane.at(m_cell->row, m_cell->column)));
    const QString place = m_maps->isLine
                              ? tr("step %1").arg(m_cell->column)
                              : tr("row %1, column %2").arg(m_cell->row).arg(m_cell->column);
    if (!m_maps->hasBefore)
        return u"%1, %2"_s.arg(place, now);
    const QString before = valueText(double(m_maps->beforePlane.at(m_cell->row, m_cell->column)));
    return tr("%1, before %2, now %3").arg(place, before, now);
}

void SplitMapView::point(std::optional<MapCell> cell)
{
    if (cell == m_cell)
        return;
    m_cell = cell;
    announceSoon();
    Q_EMIT described(spokenCell());
}

void SplitMapView::resizeEvent(QResizeEvent *event)
{
    LargeMapView::resizeEvent(event);
    updateViewport();
}

void SplitMapView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton && isSplit() &&
        pictureRect().contains(event->position())) {
        m_isDragging = true;
        mouseMoveEvent(event);
    }
}

void SplitMapView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_maps)
        return;
    const QRectF picture = pictureRect();
    if (m_isDragging && picture.width() > 0) {
        setDivider((event->position().x() - picture.x()) / picture.width());
        return;
    }
    const bool isNear = isSplit() && std::abs(event->position().x() - picture.x() -
                                              picture.width() * m_divider) < kGrab;
    setCursor(isNear ? Qt::SplitHCursor : Qt::CrossCursor);
    if (m_maps->isLine) {
        const QRectF plot = QRectF(pictureArea()).adjusted(44, 0, -12, 0);
        const double share = (event->position().x() - plot.x()) / std::max(1.0, plot.width());
        const auto step = std::llround(share * double(m_maps->nowPlane.columns - 1));
        const bool isInside = share >= 0 && share <= 1;
        point(isInside ? std::optional(MapCell{0, step}) : std::nullopt);
        return;
    }
    const QPointF at = event->position() * devicePixelRatioF();
    const MapCell cell{m_transform.rowAt(qRound(at.y())), m_transform.columnAt(qRound(at.x()))};
    const bool isInside = cell.row >= 0 && cell.row < m_maps->nowPlane.rows && cell.column >= 0 &&
                          cell.column < m_maps->nowPlane.columns;
    point(isInside ? std::optional(cell) : std::nullopt);
}

void SplitMapView::mouseReleaseEvent(QMouseEvent *)
{
    m_isDragging = false;
}

void SplitMapView::leaveEvent(QEvent *event)
{
    point(std::nullopt);
    LargeMapView::leaveEvent(event);
}

void SplitMapView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        changeMap(takeNotches(*event));
    else
        event->ignore();
}

void SplitMapView::keyPressEvent(QKeyEvent *event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 0.1 : 0.01;
    if (isSplit() && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right))
        setDivider(m_divider + (event->key() == Qt::Key_Left ? -step : step));
    else if (event->key() == Qt::Key_D)
        Q_EMIT modeChosen(m_mode == Mode::Difference ? Mode::Split : Mode::Difference);
    else if (event->key() == Qt::Key_V)
        Q_EMIT modeChosen(m_mode == Mode::Split ? Mode::New : Mode::Split);
    else
        LargeMapView::keyPressEvent(event);
}

} // namespace convscope
