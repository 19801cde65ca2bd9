// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/weight_overview.h"

#include "pages/weights/cell_digits.h"
#include "pages/weights/preset_bar.h"
#include "pages/weights/weight_colours.h"
#include "style/cached_text.h"
#include "style/convscope_style.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTile = 30;
constexpr int kCompactTile = 20;
/// Of kernels of one cell.
constexpr int kSmallTile = 14;
constexpr int kWidest = 50;
constexpr int kGap = 3;
constexpr int kRow = 18;
/// Below the last row of tiles.
constexpr int kBelow = 8;

} // namespace

WeightOverview::WeightOverview(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    overlayScrollBars(this);
    viewport()->setAutoFillBackground(false);
    setAcceptDrops(true);
    setAccessibleName(tr("Kernels"));
}

void WeightOverview::setSheet(OverviewSheet sheet)
{
    m_sheet = std::move(sheet);
    layOut();
    updateGeometry();
    viewport()->update();
    Q_EMIT heightChanged();
}

void WeightOverview::layOut()
{
    const std::int64_t filters = std::max<std::int64_t>(1, m_sheet.filters);
    const std::int64_t channels = std::max<std::int64_t>(1, m_sheet.channels);
    const bool isSmall = m_sheet.kernel.count() == 1;
    const std::int64_t longest = std::max(m_sheet.kernel.rows, m_sheet.kernel.columns);
    const int side = isSmall ? kSmallTile : m_isCompact ? kCompactTile : kTile;
    // Whole pixels per cell where a kernel is small enough for it.
    const int cell = std::max(1, static_cast<int>(side / longest));
    const auto extent = [&](std::int64_t cells) {
        return longest <= side ? static_cast<int>(cells) * cell
                               : std::max(1, static_cast<int>(cells * side / longest));
    };
    m_tile = {std::max(extent(m_sheet.kernel.columns), isSmall ? side : 6),
              std::max(extent(m_sheet.kernel.rows), 6)};
    const QFont face = convscope::font(FontRole::Small);
    m_left = 0;
    if (m_sheet.channelName && m_sheet.channels > 0) {
        for (std::int64_t c = 0; c < std::min<std::int64_t>(channels, 6); ++c)
            m_left = std::max(m_left, qCeil(textWidth(face, m_sheet.channelName(c))));
        m_left = std::max(m_left, qCeil(textWidth(face, m_sheet.channelName(channels - 1))));
        if (m_sheet.bias)
            m_left = std::max(m_left, qCeil(textWidth(face, tr("bias"))));
        m_left += 26;
    }
    m_left = std::max(m_left, 16);
    m_top = scaledHeight(kRow) + 2;
    m_bottom = m_sheet.bias && !isSmall ? scaledHeight(kRow) + 4 : 0;
    const int room = viewport()->width() - m_left - 8;
    const int least = m_tile.width() + (isSmall ? 2 : 2 * kGap);
    m_across = std::clamp(static_cast<int>(room / filters), least, isSmall ? least : kWidest);
    m_down = m_tile.height() + (isSmall ? 2 : kGap);
    const auto pixels = [](std::int64_t cells, int pitch) {
        return static_cast<int>(std::min<std::int64_t>(cells * pitch, 1 << 30));
    };
    horizontalScrollBar()->setRange(0, std::max(0, pixels(filters, m_across) - room));
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(m_across);
    const int high = std::max(1, viewport()->height() - m_top - m_bottom - 4);
    verticalScrollBar()->setRange(0, std::max(0, pixels(channels, m_down) - high));
    verticalScrollBar()->setPageStep(high);
    verticalScrollBar()->setSingleStep(m_down);
}

void WeightOverview::setCompact(bool isCompact)
{
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    layOut();
    updateGeometry();
    viewport()->update();
}

int WeightOverview::heightFor(int rows) const
{
    const auto shown =
        static_cast<int>(std::min<std::int64_t>(std::max<std::int64_t>(1, m_sheet.channels),
                                                m_sheet.kernel.count() == 1 ? rows * 2 : rows));
    return m_top + shown * m_down + m_bottom + kBelow;
}

QRect WeightOverview::tileRect(OverviewTile tile) const
{
    return {m_left - horizontalScrollBar()->value() + static_cast<int>(tile.filter * m_across) +
                (m_across - m_tile.width()) / 2,
            m_top - verticalScrollBar()->value() + static_cast<int>(tile.channel * m_down),
            m_tile.width(), m_tile.height()};
}

std::optional<OverviewTile> WeightOverview::tileAt(QPoint position) const
{
    const int x = position.x() - m_left + horizontalScrollBar()->value();
    if (position.x() < m_left || x < 0 || m_sheet.filters <= 0)
        return std::nullopt;
    const std::int64_t filter = x / m_across;
    if (filter >= m_sheet.filters)
        return std::nullopt;
    // Its number and its bias belong to the filter.
    if (position.y() < m_top || position.y() >= viewport()->height() - m_bottom)
        return OverviewTile{filter, m_current.channel};
    const std::int64_t channel = (position.y() - m_top + verticalScrollBar()->value()) / m_down;
    if (channel >= m_sheet.channels)
        return std::nullopt;
    return OverviewTile{filter, channel};
}

QString WeightOverview::spoken(OverviewTile tile) const
{
    if (m_sheet.isTurned)
        return m_sheet.channels > 1 ? tr("channel %1, filter %2").arg(tile.filter).arg(tile.channel)
                                    : tr("channel %1").arg(tile.filter);
    const QString filter = tr("filter %1").arg(tile.filter);
    return m_sheet.channelName && m_sheet.channels > 1
               ? u"%1, %2"_s.arg(filter, m_sheet.channelName(tile.channel))
               : filter;
}

void WeightOverview::setCurrent(OverviewTile tile)
{
    if (tile == m_current)
        return;
    m_current = tile;
    const QRect rect = tileRect(tile);
    const int right = viewport()->width() - 8;
    QScrollBar *across = horizontalScrollBar();
    if (rect.left() < m_left)
        across->setValue(across->value() + rect.left() - m_left - kGap);
    else if (rect.right() > right)
        across->setValue(across->value() + rect.right() - right + kGap);
    const int bottom = viewport()->height() - m_bottom - 4;
    QScrollBar *down = verticalScrollBar();
    if (rect.top() < m_top)
        down->setValue(down->value() + rect.top() - m_top);
    else if (rect.bottom() > bottom)
        down->setValue(down->value() + rect.bottom() - bottom);
    viewport()->update();
    QAccessibleValueChangeEvent change(this, spoken(tile));
    QAccessible::updateAccessibility(&change);
}

void WeightOverview::choose(OverviewTile tile)
{
    tile.filter =
        std::clamp<std::int64_t>(tile.filter, 0, std::max<std::int64_t>(0, m_sheet.filters - 1));
    tile.channel =
        std::clamp<std::int64_t>(tile.channel, 0, std::max<std::int64_t>(0, m_sheet.channels - 1));
    if (tile == m_current)
        return;
    setCurrent(tile);
    Q_EMIT chosen(tile);
}

bool WeightOverview::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto tile = tileAt(help->pos());
        QToolTip::showText(help->globalPos(), tile ? spoken(*tile) : QString(), viewport(),
                           tile ? tileRect(*tile) : QRect());
        return true;
    }
    if (event->type() == QEvent::ContextMenu) {
        Q_EMIT menuWanted(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void WeightOverview::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(PresetTile::shapeIn(*event->mimeData()).has_value());
}

void WeightOverview::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(PresetTile::shapeIn(*event->mimeData()) &&
                       tileAt(event->position().toPoint()));
}

void WeightOverview::dropEvent(QDropEvent *event)
{
    const auto shape = PresetTile::shapeIn(*event->mimeData());
    const auto tile = tileAt(event->position().toPoint());
    if (!shape || !tile)
        return;
    event->acceptProposedAction();
    Q_EMIT presetDropped(*tile, *shape);
}

void WeightOverview::mousePressEvent(QMouseEvent *event)
{
    if (const auto tile = tileAt(event->pos()))
        choose(*tile);
}

void WeightOverview::mouseMoveEvent(QMouseEvent *event)
{
    const auto tile = tileAt(event->pos());
    if (tile && event->buttons().testFlag(Qt::LeftButton))
        choose(*tile);
}

void WeightOverview::keyPressEvent(QKeyEvent *event)
{
    const std::int64_t step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    OverviewTile tile = m_current;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_PageUp:
        tile.filter -= step;
        break;
    case Qt::Key_Right:
    case Qt::Key_PageDown:
        tile.filter += step;
        break;
    case Qt::Key_Up:
    case Qt::Key_BracketLeft:
        tile.channel -= step;
        break;
    case Qt::Key_Down:
    case Qt::Key_BracketRight:
        tile.channel += step;
        break;
    case Qt::Key_Home:
        tile.filter = 0;
        break;
    case Qt::Key_End:
        tile.filter = m_sheet.filters - 1;
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (event->modifiers().testFlag(Qt::AltModifier) ||
        event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    choose(tile);
}

void WeightOverview::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void WeightOverview::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

void WeightOverview::changeEvent(QEvent *event)
{
    layOut();
    viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

void WeightOverview::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void WeightOverview::scrollContentsBy(int, int)
{
    viewport()->update();
}

void WeightOverview::paintEvent(QPaintEvent *)
{
    if (m_sheet.filters <= 0 || m_sheet.channels <= 0)
        return;
    QPainter painter(viewport());
    const int x = horizontalScrollBar()->value();
    const int y = verticalScrollBar()->value();
    const OverviewTile first{x / m_across, y / m_down};
    const OverviewTile last{
        std::min<std::int64_t>(m_sheet.filters - 1, (x + viewport()->width()) / m_across),
        std::min<std::int64_t>(m_sheet.channels - 1, (y + viewport()->height()) / m_down)};
    const QRect column = tileRect({m_current.filter, 0});
    const QRect inner = viewport()->rect().adjusted(m_left, 0, 0, 0);
    painter.setClipRect(inner);
    const QRectF chosen(column.center().x() - m_across / 2.0 + 1, 1, m_across - 1,
                        std::min<qreal>(viewport()->height() - 2,
                                        m_top + double(m_sheet.channels) * m_down + m_bottom + 2));
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintPanel(painter, chosen, 5, tokens().accentSoft, QColor());
    paintRing(painter, chosen, 5, hasFocus() ? 2 : 1.5, tokens().accent);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintHeads(painter, first, last);
    // Up to the gap that stands below the last row: no sliver of the next one.
    painter.setClipRect(QRect(m_left, m_top - 2, viewport()->width() - m_left,
                              viewport()->height() - m_top - m_bottom - kBelow + 2));
    paintTiles(painter, first, last);
}

void WeightOverview::paintHeads(QPainter &painter, OverviewTile first, OverviewTile last) const
{
    const Tokens &t = tokens();
    const QFont mono = convscope::font(FontRole::MonoCaption);
    painter.setFont(mono);
    // Every second, fifth, tenth … where there is no room for all.
    const qreal widest = textWidth(mono, QString::number(m_sheet.filters - 1)) + 6;
    std::int64_t every = 1;
    for (int i = 0; double(every) * m_across < widest; ++i)
        every = i % 3 == 0 ? every * 2 : i % 3 == 1 ? every / 2 * 5 : every * 2;
    for (std::int64_t f = first.filter; f <= last.filter; ++f) {
        const QRect tile = tileRect({f, 0});
        const bool isCurrent = f == m_current.filter;
        if (f % every != 0 && !(isCurrent && every == 1))
            continue;
        painter.setPen(isCurrent ? t.accentText : t.text2);
        const QRectF head(tile.center().x() - 40, 3, 80, m_top - 5);
        drawLineOfText(painter, head, Qt::AlignCenter, QString::number(f));
        if (m_bottom == 0)
            continue;
        // A bias of two digits would read as zero: where there is no more room, the current one's
        // alone stands there.
        const auto room = static_cast<int>((m_across - 2) / textWidth(mono, u"0"_s));
        if (room < 5 && !isCurrent)
            continue;
        const int wide = std::max(m_across, 48);
        QRectF foot(tile.center().x() - wide / 2.0, viewport()->height() - m_bottom - 2, wide,
                    m_bottom - 2);
        const QString bias = cellDigits(m_sheet.bias(f), 5);
        if (room < 5) {
            // Wider than its column: whole, over the column's edge and what lies beside it.
            const qreal width = textWidth(mono, bias) + 6;
            const qreal left =
                std::clamp<qreal>(foot.center().x() - width / 2, m_left,
                                  std::max<qreal>(m_left, viewport()->width() - width));
            foot = QRectF(left, foot.top(), width, foot.height());
            paintPanel(painter, foot, 3, t.accentSoft, QColor());
        }
        painter.setPen(isCurrent ? t.accentText : t.text2);
        drawLineOfText(painter, foot, Qt::AlignCenter, bias);
    }
    if (!m_sheet.channelName)
        return;
    painter.setFont(convscope::font(FontRole::Small));
    const int high = scaledHeight(16);
    const std::int64_t everyRow = std::max(1, (high + m_down - 1) / m_down);
    painter.setClipRect(
        QRect(0, m_top - 4, m_left, viewport()->height() - m_top - m_bottom - kBelow + 4));
    for (std::int64_t c = first.channel; c <= last.channel; ++c) {
        if (c % everyRow != 0)
            continue;
        painter.setPen(c == m_current.channel ? t.text : t.text2);
        const QRect tile = tileRect({0, c});
        drawLineOfText(painter, QRectF(0, tile.center().y() - high / 2.0, m_left - 12, high),
                       Qt::AlignRight | Qt::AlignVCenter, m_sheet.channelName(c));
    }
    painter.setClipRect(QRect(0, viewport()->height() - m_bottom - 2, m_left, m_bottom));
    painter.setPen(t.text2);
    if (m_bottom > 0)
        drawLineOfText(painter,
                       QRectF(0, viewport()->height() - m_bottom - 2, m_left - 12, m_bottom - 2),
                       Qt::AlignRight | Qt::AlignVCenter, tr("bias"));
}

void WeightOverview::paintTiles(QPainter &painter, OverviewTile first, OverviewTile last) const
{
    const KernelExtents &kernel = m_sheet.kernel;
    // Larger kernels are sampled: a tile has no more to show.
    const auto rows = static_cast<int>(std::min<std::int64_t>(kernel.rows, m_tile.height()));
    const auto columns = static_cast<int>(std::min<std::int64_t>(kernel.columns, m_tile.width()));
    QImage picture(columns, rows, QImage::Format_RGB32);
    for (std::int64_t f = first.filter; f <= last.filter; ++f) {
        const WeightColours colours(m_sheet.reach(f));
        for (std::int64_t c = first.channel; c <= last.channel; ++c) {
            for (int row = 0; row < rows; ++row) {
                auto *line = reinterpret_cast<QRgb *>(picture.scanLine(row));
                for (int column = 0; column < columns; ++column)
                    line[column] =
                        colours.colour(m_sheet.value({f, c, m_sheet.slice, row * kernel.rows / rows,
                                                      column * kernel.columns / columns}));
            }
            const QRect tile = tileRect({f, c});
            painter.drawImage(tile, picture);
            if (f == m_current.filter && c == m_current.channel && m_sheet.channels > 1)
                paintRing(painter, QRectF(tile).adjusted(-2, -2, 2, 2), 2, 1.5, tokens().accent);
        }
    }
}

} // namespace convscope
