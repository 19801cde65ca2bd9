// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/tokens.h"
#include "views/feature_map_view.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr double kGridFrom = 12;
constexpr double kNumbersFrom = 36;
constexpr double kOverlayOpacity = 0.5;
constexpr int kNumberPixels = 10;

QFont numberFont()
{
    QFont face = convscope::font(FontRole::Number);
    face.setPixelSize(qRound(kNumberPixels * fontFactor()));
    return face;
}

/// As many digits as fit into so many characters; empty where not even one digit does.
QString fittedValue(float value, int characters)
{
    QString text = valueText(static_cast<double>(value), 4);
    for (int digits = 3; text.size() > characters && digits >= 1; --digits)
        text = valueText(static_cast<double>(value), digits);
    return text.size() <= characters ? text : u"…"_s;
}

} // namespace

/// The visible part of the picture in device pixels, drawn again only when picture, zoom or place
/// change.
void FeatureMapView::renderView()
{
    const QSize size(qRound(width() * devicePixelRatioF()), qRound(height() * devicePixelRatioF()));
    const MapTransform transform = m_viewport.transform();
    if (m_isDrawn && m_drawn.size() == size && m_drawnTransform == transform)
        return;
    if (m_drawn.size() != size)
        m_drawn = QImage(size, QImage::Format_RGB32);
    if (m_drawn.isNull())
        return;
    const auto cells = m_pyramid.rows() * m_pyramid.columns();
    if (!m_pyramid.isComplete() && transform.scale <= 0.5 && cells <= PicturePyramid::kSmallPicture)
        m_pyramid = PicturePyramid::build(m_pyramid.picture());
    m_drawn.fill(tokens().sunken);
    m_pyramid.draw(transform, m_viewport.isSmooth(), m_drawn);
    m_drawnTransform = transform;
    m_isDrawn = true;
}

void FeatureMapView::paintEvent(QPaintEvent *)
{
    updateViewport();
    QPainter painter(this);
    const Tokens &t = tokens();
    if (isEmpty()) {
        painter.fillRect(rect(), t.sunken);
        painter.setFont(convscope::font(FontRole::Text));
        painter.setPen(t.text2);
        painter.drawText(rect().adjusted(32, 16, -32, -16), Qt::AlignCenter | Qt::TextWordWrap,
                         m_message);
    } else {
        paintPicture(painter);
        paintField(painter);
        paintBadge(painter, 12);
        paintMarkers(painter);
    }
    paintEdges(painter);
}

void FeatureMapView::paintPicture(QPainter &painter)
{
    renderView();
    {
        DevicePixels pixels(painter, *this);
        const QRect picture = m_viewport.pictureRect();
        painter.drawImage(0, 0, m_drawn);
        if (!m_overlay.isNull()) {
            painter.save();
            painter.setClipRect(m_drawn.rect());
            painter.setOpacity(kOverlayOpacity);
            painter.setRenderHint(QPainter::SmoothPixmapTransform, m_viewport.isSmooth());
            painter.drawImage(picture, m_overlay);
            painter.restore();
        }
        if (m_viewport.zoom() >= kGridFrom)
            paintGrid(painter, pixels);
        if (mapOpacity() < 1) {
            QColor veil = tokens().sunken;
            veil.setAlphaF(1 - static_cast<float>(mapOpacity()));
            painter.fillRect(picture & m_drawn.rect(), veil);
        }
    }
    if (m_showsNumbers && m_viewport.zoom() >= kNumbersFrom)
        paintNumbers(painter);
}

/// One device pixel at the left and upper edge of every cell, darkening light cells and lightening
/// dark ones a little.
void FeatureMapView::paintGrid(QPainter &painter, const DevicePixels &pixels)
{
    const MapTransform transform = m_viewport.transform();
    const QRect visible = m_viewport.pictureRect() & m_drawn.rect();
    if (visible.isEmpty())
        return;
    const QColor colour(128, 128, 128, 110);
    const int line = pixels.hairline();
    const std::int64_t lastColumn = transform.columnAt(visible.right());
    for (std::int64_t c = std::max<std::int64_t>(1, transform.columnAt(visible.left()));
         c <= lastColumn; ++c)
        painter.fillRect(transform.columnEdge(c), visible.top(), line, visible.height(), colour);
    const std::int64_t lastRow = transform.rowAt(visible.bottom());
    for (std::int64_t r = std::max<std::int64_t>(1, transform.rowAt(visible.top())); r <= lastRow;
         ++r)
        painter.fillRect(visible.left(), transform.rowEdge(r), visible.width(), line, colour);
}

const QStaticText &FeatureMapView::numberText(float value, int characters)
{
    const QString words = fittedValue(value, characters);
    if (const QStaticText *known = m_numbers.object(words))
        return *known;
    auto *text = new QStaticText(words);
    text->setTextFormat(Qt::PlainText);
    text->setPerformanceHint(QStaticText::AggressiveCaching);
    text->prepare(QTransform(), numberFont());
    m_numbers.insert(words, text);
    return *text;
}

void FeatureMapView::paintNumbers(QPainter &painter)
{
    if (m_plane.isEmpty())
        return;
    const MapTransform transform = m_viewport.transform();
    const QRect visible = m_viewport.pictureRect() & m_drawn.rect();
    if (visible.isEmpty())
        return;
    const QFont face = numberFont();
    const int characters = static_cast<int>(
        (m_viewport.zoom() - 5) / std::max(1.0, QFontMetricsF(face).horizontalAdvance(u'0')));
    painter.setFont(face);
    const qreal ratio = devicePixelRatioF();
    for (std::int64_t r = transform.rowAt(visible.top()); r <= transform.rowAt(visible.bottom());
         ++r) {
        const auto *line =
            reinterpret_cast<const QRgb *>(m_pyramid.picture().constScanLine(static_cast<int>(r)));
        for (std::int64_t c = transform.columnAt(visible.left());
             c <= transform.columnAt(visible.right()); ++c) {
            const QStaticText &text = numberText(m_plane.at(r, c), characters);
            const QRectF cell(m_viewport.cellRect({r, c}));
            const QPointF middle = cell.center() / ratio;
            painter.setPen(contrasting(line[c]));
            painter.drawStaticText(QPointF(middle.x() - text.size().width() / 2,
                                           middle.y() - text.size().height() / 2),
                                   text);
        }
    }
}

void FeatureMapView::paintField(QPainter &painter)
{
    if (!m_field)
        return;
    QRect box;
    {
        DevicePixels pixels(painter, *this);
        painter.setClipRect(m_drawn.rect());
        if (!m_field->heat.isNull()) {
            const MapCell end{m_field->heatAt.row + m_field->heat.height() - 1,
                              m_field->heatAt.column + m_field->heat.width() - 1};
            const QRect heat =
                m_viewport.cellRect(m_field->heatAt).united(m_viewport.cellRect(end));
            painter.setRenderHint(QPainter::SmoothPixmapTransform, m_viewport.isSmooth());
            painter.drawImage(heat, m_field->heat);
        }
        box = m_viewport.cellRect(m_field->first).united(m_viewport.cellRect(m_field->last));
        const int line = pixels.of(1.5);
        // Two-toned: seen on every colour.
        fillFrame(painter, box.adjusted(-2 * line, -2 * line, 2 * line, 2 * line), 2 * line,
                  QColor(0, 0, 0, 204));
        fillFrame(painter,
                  box.adjusted(-2 * line + line / 2, -2 * line + line / 2, 2 * line - line / 2,
                               2 * line - line / 2),
                  line, Qt::white);
    }
    if (m_hovered || !box.intersects(m_drawn.rect()))
        return;
    const qreal ratio = devicePixelRatioF();
    const QRect logical =
        QRectF(QPointF(box.topLeft()) / ratio, QSizeF(box.size()) / ratio).toAlignedRect() &
        rect().adjusted(24, 24, -24, -24);
    // Two lines: whose it is, and what is said of it.
    const ReadOut name{m_field->name, {}};
    const ReadOut words{{}, m_field->words};
    const QSize above = tagSize(name);
    const QSize below = tagSize(words);
    const QRect both =
        tagRect(QSize(std::max(above.width(), below.width()), above.height() + below.height()),
                logical, rect().adjusted(4, 4, -4, -4));
    paintTag(painter, QRect(both.topLeft(), above), name);
    paintTag(painter, QRect(QPoint(both.left(), both.top() + above.height()), below), words);
}

void FeatureMapView::paintMarkers(QPainter &painter)
{
    const auto shown = m_hovered ? m_hovered : (m_pinned ? m_pinned : m_walked);
    QRect marked;
    {
        DevicePixels pixels(painter, *this);
        for (const auto &cell : {shown, m_pinned}) {
            if (!cell)
                continue;
            const CellMark mark = cell == m_pinned ? CellMark::Pinned : CellMark::Pointed;
            const QRect rect = m_viewport.cellRect(*cell);
            if (!rect.intersects(m_drawn.rect()))
                continue;
            paintCellMarker(painter, pixels, rect, mark);
            if (cell == shown)
                marked = cellMarkerRect(pixels, rect, mark);
        }
    }
    // The tag is about the pointer's cell; without one about the pinned or walked cell.
    if (!shown || !m_viewport.cellRect(*shown).intersects(m_drawn.rect()))
        return;
    const qreal ratio = devicePixelRatioF();
    const QRect logical(QPoint(static_cast<int>(std::floor(marked.left() / ratio)),
                               static_cast<int>(std::floor(marked.top() / ratio))),
                        QPoint(static_cast<int>(std::ceil((marked.right() + 1) / ratio)) - 1,
                               static_cast<int>(std::ceil((marked.bottom() + 1) / ratio)) - 1));
    const ReadOut text = readOut(*shown);
    paintTag(painter, tagRect(tagSize(text), logical, rect().adjusted(4, 4, -4, -4)), text);
}

} // namespace convscope
