// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/comparison_view.h"

#include "style/fonts.h"
#include "style/numbers.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "visual/colormap.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kGap = 12;
constexpr int kComparisonTitle = 24;
constexpr int kBar = 26;
constexpr int kCell = 26;
constexpr int kRuler = 30;
constexpr int kComparisonLineHeight = 34;

} // namespace

ComparisonView::ComparisonView(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Expected, computed and difference"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ComparisonView::setLook(std::shared_ptr<const CaseLook> look)
{
    m_look = std::move(look);
    setFixedHeight(heightForWidth(width()));
    if (isShown())
        goToWorst();
    update();
}

void ComparisonView::setCaptions(const QString &expected, const QString &computed)
{
    m_expected = expected;
    m_computed = computed;
    update();
}

void ComparisonView::goToWorst()
{
    if (isShown())
        moveTo(m_look->difference.row, m_look->difference.column);
}

void ComparisonView::setMostMapHeight(int height)
{
    if (std::exchange(m_mostMapHeight, height) == height)
        return;
    setFixedHeight(heightForWidth(width()));
    update();
}

ComparisonView::Layout ComparisonView::layoutFor(int width) const
{
    Layout layout;
    layout.partWidth = (width - 2 * kGap) / CaseLook::kParts;
    layout.mapTop = kComparisonTitle;
    const auto rows = static_cast<double>(isShown() ? m_look->rows : 1);
    const auto columns = static_cast<double>(isShown() ? m_look->columns : 1);
    const double scale =
        std::min(layout.partWidth / columns, static_cast<double>(m_mostMapHeight) / rows);
    layout.map = QSize(std::max(static_cast<int>(columns * scale), 8),
                       std::max(static_cast<int>(rows * scale), 8));
    // A line is drawn as a strip.
    if (rows == 1)
        layout.map = QSize(layout.partWidth, kComparisonLineHeight);
    layout.barTop = layout.mapTop + layout.map.height() + 8;
    layout.numbersTop = layout.barTop + kBar;
    constexpr int kNarrowCell = 36;
    layout.cells = (layout.partWidth - kRuler) / 5 >= kNarrowCell ? 5 : 3;
    layout.cellWidth = (layout.partWidth - kRuler) / layout.cells;
    return layout;
}

int ComparisonView::partLeft(const Layout &layout, int part) const
{
    return part * (layout.partWidth + kGap);
}

int ComparisonView::heightForWidth(int width) const
{
    if (!isShown())
        return 0;
    return layoutFor(width).numbersTop +
           kCell * (1 + static_cast<int>(std::min<std::int64_t>(m_look->rows, 5)));
}

void ComparisonView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setFixedHeight(heightForWidth(width()));
}

QColor ComparisonView::colourOf(float value) const
{
    if (!std::isfinite(value))
        return QColor(255, 0, 255);
    const Colormap *map = findColormap(tokens().isDark ? "berlin" : "vik");
    const double at = (static_cast<double>(value) / m_look->range + 1) / 2 * 256;
    return QColor::fromRgb(map->colours[static_cast<std::size_t>(std::clamp(at, 0.0, 255.0))]);
}

void ComparisonView::paintEvent(QPaintEvent *)
{
    if (!isShown())
        return;
    QPainter painter(this);
    const Layout layout = layoutFor(width());
    for (int part = 0; part < CaseLook::kParts; ++part) {
        paintMap(painter, layout, part);
        paintNumbers(painter, layout, part);
    }
    paintBar(painter, layout);
}

void ComparisonView::paintMap(QPainter &painter, const Layout &layout, int part) const
{
    const int left = partLeft(layout, part);
    const QString titles[]{tr("Expected"), tr("Computed"), tr("Difference")};
    const QString captions[]{m_expected, m_computed, tr("computed − expected")};
    const QFont titleFont = convscope::font(FontRole::Title);
    painter.setFont(titleFont);
    painter.setPen(tokens().text);
    const int titleWidth = QFontMetrics(titleFont).horizontalAdvance(titles[part]) + 8;
    painter.drawText(QRect(left, 0, layout.partWidth, kComparisonTitle - 4), Qt::AlignVCenter,
                     titles[part]);
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(tokens().text2);
    const QRect rest(left + titleWidth, 0, layout.partWidth - titleWidth, kComparisonTitle - 4);
    painter.drawText(
        rest, Qt::AlignVCenter,
        QFontMetrics(painter.font()).elidedText(captions[part], Qt::ElideMiddle, rest.width()));

    const QRect area(QPoint(left, layout.mapTop), layout.map);
    const QImage &picture = m_look->pictures[static_cast<std::size_t>(part)];
    const double ratio = devicePixelRatioF();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, picture.width() > area.width() * ratio);
    painter.drawImage(area, picture);
    // The marked cell, seen on every colour.
    const double cellWidth =
        static_cast<double>(area.width()) / static_cast<double>(m_look->columns);
    const double cellHeight =
        static_cast<double>(area.height()) / static_cast<double>(m_look->rows);
    QRectF mark(area.left() + static_cast<double>(m_column) * cellWidth,
                area.top() + static_cast<double>(m_row) * cellHeight, cellWidth, cellHeight);
    constexpr double kLeastMark = 10;
    if (mark.width() < kLeastMark || mark.height() < kLeastMark) {
        const QPointF centre = mark.center();
        mark.setSize({std::max(mark.width(), kLeastMark), std::max(mark.height(), kLeastMark)});
        mark.moveCenter(centre);
    }
    paintRing(painter, mark.adjusted(-1.5, -1.5, 1.5, 1.5), 0, 1.5, QColor(0, 0, 0, 204));
    paintRing(painter, mark, 0, 1.5, Qt::white);
    if (hasFocus() && part == 0)
        paintRing(painter, QRectF(area).adjusted(-2, -2, 2, 2), 0, 2, tokens().accent);
}

void ComparisonView::paintBar(QPainter &painter, const Layout &layout) const
{
    const QFont number = convscope::font(FontRole::MonoCaption);
    const QFontMetrics metrics(number);
    const QString high = valueText(m_look->range, 4);
    const QString low = valueText(-m_look->range, 4);
    painter.setFont(number);
    painter.setPen(tokens().text2);
    const int lowWidth = metrics.horizontalAdvance(low) + 8;
    const int highWidth = metrics.horizontalAdvance(high) + 8;
    const QRect line(0, layout.barTop, width(), kBar - 8);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, low);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, high);
    const int left = lowWidth;
    const int right = width() - highWidth;
    const Colormap *map = findColormap(tokens().isDark ? "berlin" : "vik");
    for (int x = left; x < right; ++x) {
        const auto at = static_cast<std::size_t>((x - left) * 255 / std::max(right - left - 1, 1));
        painter.fillRect(x, layout.barTop + 6, 1, 6, QColor::fromRgb(map->colours[at]));
    }
}

void ComparisonView::paintNumbers(QPainter &painter, const Layout &layout, int part) const
{
    const auto from = [](std::int64_t at, std::int64_t count, int cells) {
        return std::clamp<std::int64_t>(at - cells / 2, 0,
                                        std::max<std::int64_t>(count - cells, 0));
    };
    const Plane &plane = m_look->planes[static_cast<std::size_t>(part)];
    const int rows = static_cast<int>(std::min<std::int64_t>(plane.rows, 5));
    const int columns = static_cast<int>(std::min<std::int64_t>(plane.columns, layout.cells));
    const std::int64_t firstRow = from(m_row, plane.rows, 5);
    const std::int64_t firstColumn = from(m_column, plane.columns, layout.cells);
    const int left = partLeft(layout, part) + kRuler;
    const auto rulerPen = [&](bool isMarked) {
        painter.setPen(isMarked ? tokens().accentText : tokens().text2);
    };
    painter.setFont(convscope::font(FontRole::MonoCaption));
    for (int column = 0; column < columns; ++column) {
        rulerPen(firstColumn + column == m_column);
        painter.drawText(
            QRect(left + column * layout.cellWidth, layout.numbersTop, layout.cellWidth, kCell - 6),
            Qt::AlignCenter, QString::number(firstColumn + column));
    }
    for (int row = 0; row < rows; ++row) {
        const int top = layout.numbersTop + kCell - 6 + row * kCell;
        rulerPen(firstRow + row == m_row);
        painter.drawText(QRect(left - kRuler, top, kRuler - 4, kCell),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(firstRow + row));
        for (int column = 0; column < columns; ++column) {
            const float value = plane.at(firstRow + row, firstColumn + column);
            const QRect cell(left + column * layout.cellWidth, top, layout.cellWidth, kCell);
            const QColor fill = colourOf(value);
            painter.fillRect(cell.adjusted(0, 0, -1, -1), fill);
            const bool isWhite = contrastRatio(Qt::white, fill) > contrastRatio(Qt::black, fill);
            painter.setPen(isWhite ? Qt::white : Qt::black);
            const QFontMetrics metrics(painter.font());
            QString text = valueText(static_cast<double>(value), 4);
            for (int digits = 3; digits > 0 && metrics.horizontalAdvance(text) > cell.width() - 3;
                 --digits)
                text = digits > 1 ? QString::number(value, 'f', digits - 1).replace(u'-', u'−')
                                  : QString::number(value, 'e', 0).replace(u'-', u'−');
            painter.drawText(cell, Qt::AlignCenter, text);
            if (firstRow + row == m_row && firstColumn + column == m_column) {
                const QRectF ring = QRectF(cell).adjusted(0, 0, -1, -1);
                paintRing(painter, ring, 0, 2, isWhite ? Qt::white : Qt::black);
            }
        }
    }
}

void ComparisonView::moveTo(std::int64_t row, std::int64_t column)
{
    if (!isShown())
        return;
    m_row = std::clamp<std::int64_t>(row, 0, m_look->rows - 1);
    m_column = std::clamp<std::int64_t>(column, 0, m_look->columns - 1);
    update();
    const auto value = [&](std::size_t part) {
        return valueText(static_cast<double>(m_look->planes[part].at(m_row, m_column)), 6);
    };
    Q_EMIT cellDescribed(tr("row %1, column %2: expected %3, computed %4, difference %5")
                             .arg(m_row)
                             .arg(m_column)
                             .arg(value(0), value(1), value(2)));
}

void ComparisonView::pointAt(const QPoint &position)
{
    if (!isShown())
        return;
    const Layout layout = layoutFor(width());
    for (int part = 0; part < CaseLook::kParts; ++part) {
        const QRect area(QPoint(partLeft(layout, part), layout.mapTop), layout.map);
        if (!area.contains(position))
            continue;
        moveTo((position.y() - area.top()) * m_look->rows / area.height(),
               (position.x() - area.left()) * m_look->columns / area.width());
        return;
    }
}

void ComparisonView::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->buttons() & Qt::LeftButton) != 0)
        pointAt(event->position().toPoint());
}

void ComparisonView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        pointAt(event->position().toPoint());
}

void ComparisonView::keyPressEvent(QKeyEvent *event)
{
    const std::int64_t step = (event->modifiers() & Qt::ShiftModifier) != 0 ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        moveTo(m_row, m_column - step);
        return;
    case Qt::Key_Right:
        moveTo(m_row, m_column + step);
        return;
    case Qt::Key_Up:
        moveTo(m_row - step, m_column);
        return;
    case Qt::Key_Down:
        moveTo(m_row + step, m_column);
        return;
    case Qt::Key_Home:
        goToWorst();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT cellChosen();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace convscope
