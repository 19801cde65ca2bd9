// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/chip.h"
#include "style/fonts.h"
#include "style/tokens.h"
#include "views/device_pixels.h"
#include "views/map_grid.h"
#include "views/plot.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr double kGridStaleOpacity = 0.55;
/// Below this width the index tag is set a size smaller.
constexpr int kSmallTag = 96;

QFont tagFont(int tileWidth)
{
    QFont face = convscope::font(FontRole::MonoCaption);
    if (tileWidth < kSmallTag)
        face.setPixelSize(qRound(10 * fontFactor()));
    return face;
}

} // namespace

void MapGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens().window);
    for (const int index : visibleIndices())
        paintTile(painter, index);
    paintHeadings(painter);
    if (count() > 0 && shownCount() == 0) {
        painter.setFont(convscope::font(FontRole::Text));
        painter.setPen(tokens().text2);
        painter.drawText(viewport()->rect().adjusted(12, 12, -12, -12),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, tr("No map matches"));
    }
    if (hasFocus()) {
        DevicePixels pixels(painter, *viewport());
        fillFrame(painter, pixels.of(QRectF(viewport()->rect())), pixels.of(2), tokens().accent);
    }
}

/// Each over its tiles; that of the section at the upper edge stays there while it is scrolled.
void MapGrid::paintHeadings(QPainter &painter)
{
    const Tokens &t = tokens();
    const QFont names = convscope::font(FontRole::MonoCaption);
    const QFont notes = convscope::font(FontRole::Caption);
    const auto sections = static_cast<int>(m_layout.sections.size());
    for (int i = 0; i < sections; ++i) {
        QRect rect = m_layout.headingRect(i).translated(0, -top());
        const int next = i + 1 < sections
                             ? m_layout.headingRect(i + 1).top() - top() - rect.height()
                             : viewport()->height();
        if (rect.top() < 0)
            rect.moveTop(std::min(0, next));
        if (rect.bottom() < 0 || rect.top() >= viewport()->height())
            continue;
        const GridHeading &heading = m_headings[m_shownHeadings[static_cast<std::size_t>(i)]];
        painter.fillRect(0, rect.top(), viewport()->width(), rect.height(), t.window);
        const QSize chip = chipSize(heading.chip);
        paintChip(painter,
                  QPoint(rect.left() + chip.width(), rect.center().y() - chip.height() / 2 + 1),
                  heading.chip);
        painter.setFont(notes);
        painter.setPen(t.text2);
        const int noteWidth = QFontMetrics(notes).horizontalAdvance(heading.note);
        const QRect words = rect.adjusted(chip.width() + 7, 0, 0, 0);
        // A narrow grid has room for the name alone.
        const bool hasNote = words.width() - noteWidth > 50;
        if (hasNote)
            painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, heading.note);
        painter.setFont(names);
        painter.setPen(t.text);
        painter.drawText(
            words, Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(names).elidedText(heading.name, Qt::ElideMiddle,
                                           words.width() - (hasNote ? noteWidth + 8 : 0)));
    }
}

void MapGrid::paintTile(QPainter &painter, int index)
{
    const Tokens &t = tokens();
    const QRect tile = tileRect(index);
    {
        DevicePixels pixels(painter, *viewport());
        const QRect box = pixels.of(QRectF(tile));
        if (index == m_selected || index == m_hovered) {
            const int gap = pixels.hairline();
            const int ring = pixels.of(index == m_selected ? 2 : 1);
            fillFrame(painter, box.adjusted(-gap - ring, -gap - ring, gap + ring, gap + ring), ring,
                      index == m_selected ? t.accent : t.control);
        }
        painter.setOpacity(m_isStale ? kGridStaleOpacity : 1.0);
        if (m_showsLines) {
            painter.fillRect(box, t.surface);
            fillFrame(painter, box, pixels.hairline(), t.line);
        } else if (const QImage *picture = m_tiles.object(index)) {
            const QSize size = picture->size().scaled(box.size(), Qt::KeepAspectRatio);
            // One device pixel of rounding is not worth a border.
            const bool fills = std::abs(size.width() - box.width()) <= 1 &&
                               std::abs(size.height() - box.height()) <= 1;
            QRect target(QPoint(), fills ? box.size() : size);
            target.moveCenter(box.center());
            if (target.size() != box.size())
                painter.fillRect(box, t.sunken);
            drawPicture(painter, target, *picture);
        } else {
            painter.fillRect(box, t.sunken);
        }
    }
    if (m_showsLines) {
        if (const auto found = m_lines.find(index); found != m_lines.end()) {
            PlotScale scale;
            scale.rect = QRectF(tile).adjusted(1, 3, -1, -3);
            scale.low = static_cast<double>(m_lineLow);
            scale.high = static_cast<double>(m_lineHigh);
            scale.last = static_cast<double>(found->second.length - 1);
            drawLine(painter, found->second, scale, t.text, 1);
        }
    }
    painter.setOpacity(1);
    paintLabel(painter, tile, index);
    paintFlag(painter, tile, index);
    if (index == m_selected && hasFocus()) {
        DevicePixels pixels(painter, *viewport());
        const QRect box = pixels.of(QRectF(tile));
        fillFrame(painter, box, pixels.of(1), QColor(0, 0, 0, 204));
        fillFrame(painter, box.adjusted(1, 1, -1, -1), pixels.of(1), Qt::white);
    }
}

/// The index on a dark tag, lower left, readable on any picture.
void MapGrid::paintLabel(QPainter &painter, const QRect &tile, int index)
{
    const QFont face = tagFont(tile.width());
    const QFontMetrics metrics(face);
    const QString text = QString::number(index);
    const int width = metrics.horizontalAdvance(text) + 8;
    const int height = scaledHeight(14);
    const QRect tag(tile.left() + 3, tile.bottom() + 1 - 3 - height, width, height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, m_showsLines ? 160 : 150));
    painter.drawRoundedRect(tag, 2, 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::white);
    painter.setFont(face);
    painter.drawText(tag, Qt::AlignCenter, text);
}

void MapGrid::paintFlag(QPainter &painter, const QRect &tile, int index)
{
    const QString text = flagText(index);
    if (text.isEmpty())
        return;
    const QFont face = convscope::font(FontRole::Caption);
    const QFontMetrics metrics(face);
    const int width = std::min(tile.width() - 6, metrics.horizontalAdvance(text) + 8);
    const QRect chip(tile.right() + 1 - 3 - width, tile.top() + 3, width, scaledHeight(14));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().warningSoft);
    painter.drawRoundedRect(chip, 2, 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(tokens().warning);
    painter.setFont(face);
    painter.drawText(chip, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, width - 4));
}

} // namespace convscope
