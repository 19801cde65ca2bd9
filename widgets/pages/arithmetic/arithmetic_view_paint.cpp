// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/quiet_spin_box.h"
#include "explain/axis_links.h"
#include "pages/arithmetic/arithmetic_marks.h"
#include "pages/arithmetic/arithmetic_view.h"
#include "pages/arithmetic/tap_colours.h"
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "views/device_pixels.h"
#include "views/map_marks.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFrame = 3;

QFont digitFont()
{
    QFont face = convscope::font(FontRole::Number);
    face.setPixelSize(qRound(10 * fontFactor()));
    return face;
}

} // namespace

ArithmeticView::Shades ArithmeticView::shadesOf(Grid grid) const
{
    Shades shades;
    float low = 0;
    float high = 0;
    if (m_scene.isEmpty())
        return shades;
    for (const std::int64_t row : lens(grid).rows) {
        for (const std::int64_t column : lens(grid).columns) {
            const auto value = valueAt({grid, row, column});
            if (!value || !std::isfinite(*value))
                continue;
            low = std::min(low, *value);
            high = std::max(high, *value);
        }
    }
    const bool isSigned = low < 0 || grid == Grid::Kernel;
    if (isSigned) {
        high = std::max(-low, high);
        if (high == 0)
            high = 1;
        low = -high;
    }
    if (low == high)
        high = low + 1;
    const char *name = grid == Grid::Input ? "gray" : "magma";
    if (isSigned)
        name = tokens().isDark ? "berlin" : "vik";
    shades.map = findColormap(name);
    shades.low = low;
    shades.high = high;
    return shades;
}

QRgb ArithmeticView::shade(const Shades &shades, float value) const
{
    if (shades.map == nullptr || !std::isfinite(value))
        return qRgb(255, 0, 255);
    const double share =
        static_cast<double>(value - shades.low) / static_cast<double>(shades.high - shades.low);
    return shades.map->colours[static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * 255 + 0.5)];
}

QColor ArithmeticView::inputColour(double value) const
{
    return QColor(shade(m_inputShades, static_cast<float>(value)));
}

QColor ArithmeticView::weightColour(double value) const
{
    return QColor(shade(m_kernelShades, static_cast<float>(value)));
}

QColor ArithmeticView::signedColour(double value, double most) const
{
    Shades shades;
    shades.map = findColormap(tokens().isDark ? "berlin" : "vik");
    shades.high = most > 0 ? static_cast<float>(most) : 1;
    shades.low = -shades.high;
    return QColor(shade(shades, static_cast<float>(value)));
}

QColor ArithmeticView::colourOf(int tap) const
{
    const int columns = std::max(static_cast<int>(columnMap().taps), 1);
    return tapColour(tap / columns, tap % columns, kernelRows());
}

void ArithmeticView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.fillRect(rect(), t.window);
    if (m_scene.isEmpty())
        return;
    for (const Grid grid : {Grid::Input, Grid::Kernel, Grid::Output}) {
        if (lens(grid).isEmpty())
            continue;
        paintLens(painter, grid);
        if (grid != Grid::Kernel)
            paintRulers(painter, grid);
    }
    paintTitles(painter);
    paintMarks(painter);
    paintMiddle(painter);
    paintSecond(painter);
    paintLegend(painter);
    paintRules(painter);
    if (m_scene.isStale)
        paintStaleBadge(painter, {width() - 12, 8}, tr("Out of date"));
    if (hasFocus()) {
        const Lens &at = lens(m_walked.grid == Grid::None ? cellGrid() : m_walked.grid);
        paintRing(painter, QRectF(at.rect).adjusted(-4, -4, 3, 3), 3, 2, t.accent);
    }
}

void ArithmeticView::paintLens(QPainter &painter, Grid grid)
{
    const Lens &at = lens(grid);
    const Tokens &t = tokens();
    const Shades &shades = grid == Grid::Input    ? m_inputShades
                           : grid == Grid::Kernel ? m_kernelShades
                                                  : m_outputShades;
    painter.fillRect(at.rect.adjusted(-1, -1, 0, 0), t.line);
    const bool digits = grid == Grid::Kernel ? m_layout.showsKernelDigits : m_layout.showsDigits;
    const int characters = static_cast<int>(
        (at.cell - (at.cell > ArithmeticLayout::kCell ? 8 : 4)) / textWidth(digitFont(), u"0"_s));
    painter.setFont(digitFont());
    for (int r = 0; r < static_cast<int>(at.rows.size()); ++r) {
        for (int c = 0; c < static_cast<int>(at.columns.size()); ++c) {
            const Place place{grid, at.rows[static_cast<std::size_t>(r)],
                              at.columns[static_cast<std::size_t>(c)]};
            const QRect cell = at.slotRect(r, c).adjusted(0, 0, -1, -1);
            const auto value = valueAt(place);
            if (!value) {
                paintPaddingCell(painter, cell);
                if (digits && m_scene.addsZeros && grid == Grid::Input) {
                    painter.setPen(t.text2);
                    drawLineOfText(painter, cell, Qt::AlignCenter, u"0"_s);
                }
                continue;
            }
            const QRgb colour = shade(shades, *value);
            painter.fillRect(cell, QColor(colour));
            if (!digits)
                continue;
            painter.setPen(contrasting(colour));
            drawLineOfText(painter, cell, Qt::AlignCenter,
                           cellDigits(static_cast<double>(*value), characters));
        }
    }
    if (m_scene.isStale) {
        QColor veil = t.window;
        veil.setAlphaF(0.45F);
        painter.fillRect(at.rect, veil);
    }
}

void ArithmeticView::paintRulers(QPainter &painter, Grid grid)
{
    const Lens &at = lens(grid);
    const Tokens &t = tokens();
    QFont quiet = convscope::font(FontRole::MonoCaption);
    quiet.setPixelSize(qRound(11 * fontFactor()));
    QFont strong = quiet;
    strong.setWeight(QFont::DemiBold);
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> columns;
    if (grid == windowGrid()) {
        for (const Touch &touch : m_scene.touches) {
            rows.push_back(touch.row);
            columns.push_back(touch.column);
        }
    } else {
        rows.push_back(m_scene.isSequence() ? 0 : m_scene.cell.front());
        columns.push_back(m_scene.cell.back());
    }
    const auto paint = [&](const QRect &where, int alignment, std::int64_t index, bool isTouched) {
        painter.setFont(isTouched ? strong : quiet);
        painter.setPen(isTouched ? t.accentText : t.text2);
        QString text = QString::number(index);
        text.replace(u'-', QChar(0x2212));
        drawLineOfText(painter, where, alignment, text);
    };
    const auto holds = [](const std::vector<std::int64_t> &list, std::int64_t index) {
        return std::find(list.begin(), list.end(), index) != list.end();
    };
    // Every so many, where cells are narrower than numbers.
    const qreal widest = textWidth(strong, QString::number(at.columns.back())) + 6;
    const int every = std::max(1, static_cast<int>(std::ceil(widest / at.cell)));
    std::int64_t before = 0;
    for (std::size_t c = 0; c < at.columns.size(); ++c) {
        const std::int64_t index = at.columns[c];
        const QRect cell = at.slotRect(0, static_cast<int>(c));
        if (c % static_cast<std::size_t>(every) == 0)
            paint(QRect(cell.center().x() - 40, cell.top() - 20, 81, 18), Qt::AlignCenter, index,
                  holds(columns, index));
        if (c > 0 && index != before + 1)
            painter.fillRect(cell.left() - 2, at.rect.top() - 4, 3, at.rect.height() + 8,
                             t.control);
        before = index;
    }
    if (m_scene.isSequence())
        return;
    const int everyRow = at.cell < 14 ? 2 : 1;
    for (std::size_t r = 0; r < at.rows.size(); ++r) {
        const std::int64_t index = at.rows[r];
        const QRect cell = at.slotRect(static_cast<int>(r), 0);
        if (static_cast<int>(r) % everyRow == 0)
            paint(QRect(cell.left() - 54, cell.top(), 48, cell.height()),
                  Qt::AlignRight | Qt::AlignVCenter, index, holds(rows, index));
        if (r > 0 && index != before + 1)
            painter.fillRect(at.rect.left() - 4, cell.top() - 2, at.rect.width() + 8, 3, t.control);
        before = index;
    }
}

void ArithmeticView::paintTitles(QPainter &painter)
{
    const Tokens &t = tokens();
    // Up to where the next title begins; a note without room is left out.
    const auto paint = [&](const QRect &grid, int end, const QString &title, const QString &note,
                           const QFont &noteFont, int skip) {
        const bool hasRuler = !m_layout.isStacked || grid != m_layout.kernel.rect;
        const int top =
            grid.top() - (hasRuler ? ArithmeticLayout::kRuler : 0) - ArithmeticLayout::kTitle;
        const QRect line(grid.left(), top + 6, end - grid.left(), 24);
        painter.setFont(convscope::font(FontRole::Title));
        painter.setPen(t.text);
        drawLineOfText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, title);
        const int after = qRound(textWidth(painter.font(), title)) + 8 + skip;
        painter.setFont(noteFont);
        if (after + textWidth(noteFont, note) > line.width())
            return;
        painter.setPen(t.text2);
        drawLineOfText(painter, line.adjusted(after, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                       note);
    };
    const QFont text = convscope::font(FontRole::Text);
    const auto endOf = [&](Grid grid) {
        int end = width();
        for (const Grid other : {Grid::Input, Grid::Kernel, Grid::Output}) {
            const int left = lens(other).rect.left();
            if (!m_layout.isStacked && !lens(other).isEmpty() && left > lens(grid).rect.left())
                end = std::min(end, left - 8);
        }
        return end;
    };
    const bool isShown = m_channel->isVisibleTo(this);
    paint(m_layout.input.rect, endOf(Grid::Input), inputTitle(), m_scene.inputNote, text,
          isShown ? 56 + 4 : 0);
    if (!m_layout.kernel.isEmpty())
        paint(m_layout.kernel.rect, endOf(Grid::Kernel), m_scene.kernelTitle, m_scene.kernelNote,
              convscope::font(FontRole::Number), 0);
    paint(m_layout.output.rect, endOf(Grid::Output), m_scene.outputTitle, m_scene.outputNote, text,
          0);
}

void ArithmeticView::paintMarks(QPainter &painter)
{
    const Place at = pointedAt();
    const bool isReverse = at.grid == windowGrid() && !m_scene.isScatter;
    if (isReverse && at.row >= 0 && valueAt(at)) {
        paintFeeds(painter, at);
        return;
    }
    if (at.grid == Grid::Kernel) {
        paintUses(painter, static_cast<int>(at.row * m_scene.kernelColumns + at.column));
        return;
    }
    paintWindow(painter);
    paintHand(painter);
}

void ArithmeticView::paintWindow(QPainter &painter)
{
    const Tokens &t = tokens();
    const Lens &window = lens(windowGrid());
    const auto outline = [&](const std::vector<Touch> &touches) {
        QRect all;
        for (const Touch &touch : touches) {
            if (const auto rect = window.cellRect(touch.row, touch.column))
                all |= *rect;
        }
        return all;
    };
    // The next cell in the order of the scan, where it stands in the same row.
    if (m_scene.cell.back() + 1 < columnMap().output) {
        const std::int64_t row = m_scene.isSequence() ? 0 : m_scene.cell.front();
        const QRect next = outline(touchesOf(row, m_scene.cell.back() + 1));
        if (!next.isEmpty())
            paintDashes(painter, next.adjusted(0, 0, -1, -1));
    }
    const QRect own = outline(m_scene.touches);
    if (!own.isEmpty())
        fillFrame(painter, own.adjusted(-1, -1, 0, 0), 2, t.accent);
    for (const Touch &touch : m_scene.touches) {
        if (const auto rect = window.cellRect(touch.row, touch.column))
            fillFrame(painter, rect->adjusted(0, 0, -1, -1), frameWidth(window.cell),
                      colourOf(touch.tap));
    }
    if (!m_layout.kernel.isEmpty()) {
        for (int r = 0; r < kernelRows(); ++r) {
            for (int c = 0; c < m_scene.kernelColumns; ++c) {
                const int tap = r * m_scene.kernelColumns + c;
                const bool isTouched =
                    std::any_of(m_scene.touches.begin(), m_scene.touches.end(),
                                [tap](const Touch &touch) { return touch.tap == tap; });
                const QRect cell = m_layout.kernel.slotRect(r, c).adjusted(0, 0, -1, -1);
                if (isTouched)
                    fillFrame(painter, cell, frameWidth(m_layout.kernel.cell), colourOf(tap));
                else
                    paintVeil(painter, cell);
            }
        }
    }
    const Lens &single = lens(cellGrid());
    const auto ring = [&](const std::vector<std::int64_t> &cell, bool isPinned) {
        const std::int64_t row = m_scene.isSequence() ? 0 : cell.front();
        const auto rect = single.cellRect(row, cell.back());
        if (!rect)
            return;
        if (isPinned)
            paintCellRing(painter, *rect, t.accent);
        else
            paintDashes(painter, rect->adjusted(-1, -1, 0, 0));
    };
    const auto ghostRing = [&](const std::vector<std::int64_t> &cell) {
        const auto rect = single.cellRect(m_scene.isSequence() ? 0 : cell.front(), cell.back());
        if (!rect)
            return;
        QColor pale = t.accent;
        pale.setAlphaF(0.5F);
        fillFrame(painter, rect->adjusted(-2, -2, 1, 1), 2, pale);
        paintDashes(painter, rect->adjusted(-1, -1, 0, 0));
    };
    if (m_scene.ghost && *m_scene.ghost != m_scene.cell)
        ghostRing(*m_scene.ghost);
    if (m_scene.pinned != m_scene.cell)
        ring(m_scene.pinned, false);
    ring(m_scene.cell, true);
}

void ArithmeticView::paintFeeds(QPainter &painter, const Place &place)
{
    // Every output that this input cell feeds, each framed as the weight it does so by.
    const Tokens &t = tokens();
    std::vector<AxisLink> rows{{0, 0, 0}};
    if (!m_scene.isSequence())
        rows = linksOfInput(rowMap(), place.row);
    const std::vector<AxisLink> columns = linksOfInput(columnMap(), place.column);
    std::vector<int> taps;
    for (const AxisLink &row : rows) {
        for (const AxisLink &column : columns) {
            const int tap = static_cast<int>(row.tap * columnMap().taps + column.tap);
            taps.push_back(tap);
            if (const auto rect = m_layout.output.cellRect(row.output, column.output))
                fillFrame(painter, rect->adjusted(0, 0, -1, -1), frameWidth(m_layout.output.cell),
                          colourOf(tap));
        }
    }
    for (int tap = 0; !m_layout.kernel.isEmpty() && tap < kernelRows() * m_scene.kernelColumns;
         ++tap) {
        const QRect cell =
            m_layout.kernel.slotRect(tap / m_scene.kernelColumns, tap % m_scene.kernelColumns)
                .adjusted(0, 0, -1, -1);
        if (std::find(taps.begin(), taps.end(), tap) != taps.end())
            fillFrame(painter, cell, frameWidth(m_layout.kernel.cell), colourOf(tap));
        else
            paintVeil(painter, cell);
    }
    if (const auto rect = rectOf(place))
        paintCellRing(painter, *rect, t.text);
    const std::int64_t row = m_scene.isSequence() ? 0 : m_scene.pinned.front();
    if (const auto rect = m_layout.output.cellRect(row, m_scene.pinned.back()))
        paintDashes(painter, rect->adjusted(-1, -1, 0, 0));
}

void ArithmeticView::paintUses(QPainter &painter, int tap)
{
    // Every place shown where this weight meets an input cell.
    const std::int64_t kr = tap / std::max<std::int64_t>(columnMap().taps, 1);
    const std::int64_t kc = tap % std::max<std::int64_t>(columnMap().taps, 1);
    const QColor colour = colourOf(tap);
    const Lens &window = lens(windowGrid());
    const Lens &single = lens(cellGrid());
    const auto inside = [&](std::int64_t row, std::int64_t column) {
        const Plane &plane = windowGrid() == Grid::Input ? m_scene.input : m_scene.output;
        return row >= 0 && column >= 0 && row < plane.rows && column < plane.columns;
    };
    for (const std::int64_t row : single.rows) {
        for (const std::int64_t column : single.columns) {
            const auto r = touchedIndex(rowMap(), row, kr);
            const auto c = touchedIndex(columnMap(), column, kc);
            if (r && c && inside(*r, *c))
                fillFrame(painter, single.cellRect(row, column)->adjusted(0, 0, -1, -1),
                          frameWidth(single.cell), colour);
        }
    }
    // Places in the window's grid may belong to outputs that are not shown.
    for (const std::int64_t row : window.rows) {
        const bool meetsRow = meetsOutput(rowMap(), row, kr);
        for (const std::int64_t column : window.columns) {
            if (meetsRow && inside(row, column) && meetsOutput(columnMap(), column, kc))
                fillFrame(painter, window.cellRect(row, column)->adjusted(0, 0, -1, -1),
                          frameWidth(window.cell), colour);
        }
    }
    if (m_layout.kernel.isEmpty())
        return;
    for (int other = 0; other < kernelRows() * m_scene.kernelColumns; ++other) {
        const QRect cell =
            m_layout.kernel.slotRect(other / m_scene.kernelColumns, other % m_scene.kernelColumns);
        if (other != tap)
            paintVeil(painter, cell.adjusted(0, 0, -1, -1));
        else
            fillFrame(painter, cell.adjusted(0, 0, -1, -1), frameWidth(m_layout.kernel.cell),
                      colour);
    }
    paintHand(painter);
}

void ArithmeticView::paintHand(QPainter &painter)
{
    // The product at hand: a ring in every grid.
    const QColor ring = tokens().isDark ? QColor(Qt::white) : QColor(Qt::black);
    const Lens &window = lens(windowGrid());
    for (const Touch &touch : m_scene.touches) {
        if (touch.tap != m_tap)
            continue;
        if (const auto rect = window.cellRect(touch.row, touch.column))
            paintCellRing(painter, *rect, ring);
    }
    if (m_layout.kernel.isEmpty() || m_tap >= kernelRows() * m_scene.kernelColumns)
        return;
    paintCellRing(
        painter,
        m_layout.kernel.slotRect(m_tap / m_scene.kernelColumns, m_tap % m_scene.kernelColumns),
        ring);
}

} // namespace convscope
