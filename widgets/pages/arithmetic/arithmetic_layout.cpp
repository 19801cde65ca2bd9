// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/arithmetic_layout.h"

#include <algorithm>
#include <array>

namespace convscope {

namespace {

constexpr int kMargin = 16;
constexpr int kTimesGap = 56;
constexpr int kArrowGap = 50;
constexpr int kWordsWidth = 196;
constexpr int kSecondWidth = 126;
constexpr int kRulesHeight = 60;
/// Between the grids of a sequence, and what a sentence takes there.
constexpr int kStackGap = 26;
constexpr int kStackWords = 56;
/// A second stage as a row.
constexpr int kSecondRow = 286;
constexpr int kScaleWidth = 240;
/// Below a kernel stands the scale of its colours.
constexpr int kScaleHeight = 28;

constexpr std::array kCellSizes{36, 34, 32, 30, 28, 26, 24, 20, 16, 12, 9, 7, 5, 3};

/// One axis of input or output: which indices there are, and how many a window wants.
struct Extent
{
    /// First and last index that may be shown, padding included.
    std::int64_t first = 0;
    std::int64_t last = 0;
    /// Cells from the first to the last that a window and the next one touch.
    std::int64_t span = 1;
    /// Cells that one window touches at most.
    std::int64_t touched = 1;

    [[nodiscard]] std::int64_t count() const { return std::max<std::int64_t>(last - first + 1, 1); }
};

std::int64_t dividedUp(std::int64_t a, std::int64_t b)
{
    return (a + b - 1) / b;
}

Extent inputExtent(const AxisMap &map, bool withNext)
{
    Extent extent;
    const std::int64_t taps = std::max<std::int64_t>(map.taps, 1);
    const std::int64_t reach = (taps - 1) * std::abs(map.tapStep) + (withNext ? map.step : 0);
    extent.span = dividedUp(reach, std::max<std::int64_t>(map.divisor, 1)) + 1;
    extent.touched = taps;
    extent.first = std::min<std::int64_t>(0, -map.padBefore());
    extent.last = std::max<std::int64_t>(map.input - 1 + map.padAfter(), extent.first);
    return extent;
}

Extent outputExtent(const AxisMap &map)
{
    return {0, std::max<std::int64_t>(map.output - 1, 0), 1, 1};
}

/// `count` indices around the middle of [low, high], within what there is.
std::vector<std::int64_t> around(std::int64_t low, std::int64_t high, std::int64_t count,
                                 const Extent &extent)
{
    count = std::min(count, extent.count());
    // Rounded down, also below 0.
    std::int64_t first = ((low + high) >> 1) - (count - 1) / 2;
    first = std::clamp(first, extent.first, extent.last - count + 1);
    std::vector<std::int64_t> indices;
    for (std::int64_t i = 0; i < count; ++i)
        indices.push_back(first + i);
    return indices;
}

/// The slots of the input along one axis for output cell `o`.
std::vector<std::int64_t> inputIndices(const AxisMap &map, std::int64_t o, std::int64_t slots,
                                       bool withNext)
{
    const Extent extent = inputExtent(map, withNext);
    std::vector<std::int64_t> touched;
    const std::int64_t taps = std::max<std::int64_t>(map.taps, 1);
    for (std::int64_t k = 0; k < taps; ++k) {
        if (const auto index = touchedIndex(map, o, k))
            touched.push_back(*index);
    }
    std::sort(touched.begin(), touched.end());
    if (touched.empty()) {
        // Outside: the nearest cell.
        const std::int64_t place = std::clamp<std::int64_t>(
            (o * map.step - map.offset) / std::max<std::int64_t>(map.divisor, 1), extent.first,
            extent.last);
        touched.push_back(place);
    }
    if (std::min(extent.span, extent.count()) > slots) {
        // With gaps: what is touched alone, thinned out where even that is too much.
        touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
        if (static_cast<std::int64_t>(touched.size()) > slots)
            touched.resize(static_cast<std::size_t>(std::max<std::int64_t>(slots, 1)));
        return touched;
    }
    std::int64_t low = touched.front();
    std::int64_t high = touched.back();
    if (withNext && o + 1 < map.output) {
        for (std::int64_t k = 0; k < taps; ++k) {
            if (const auto index = touchedIndex(map, o + 1, k)) {
                low = std::min(low, *index);
                high = std::max(high, *index);
            }
        }
    }
    // Taps that lie further out than any zero that is added stand beside what is shown.
    Extent shown = extent;
    shown.first = std::min(shown.first, touched.front());
    shown.last = std::max(shown.last, touched.back());
    return around(low, high, slots, shown);
}

std::vector<std::int64_t> counted(std::int64_t count)
{
    std::vector<std::int64_t> indices;
    for (std::int64_t i = 0; i < count; ++i)
        indices.push_back(i);
    return indices;
}

Lens lensAt(QPoint at, int cell, std::vector<std::int64_t> rows, std::vector<std::int64_t> columns)
{
    Lens lens;
    lens.cell = cell;
    lens.rows = std::move(rows);
    lens.columns = std::move(columns);
    lens.rect = QRect(at, QSize(cell * static_cast<int>(lens.columns.size()),
                                cell * static_cast<int>(lens.rows.size())));
    return lens;
}

int kernelCellFor(int cell, std::int64_t rows, std::int64_t columns)
{
    const std::int64_t most = std::max(rows, columns);
    if (cell < ArithmeticLayout::kCell)
        return most <= 3 ? std::min(cell + 12, ArithmeticLayout::kKernelCell) : cell;
    return most <= 3 ? ArithmeticLayout::kKernelCell : most <= 4 ? 42 : cell;
}

/// Of a sentence in the kernel's place; narrow windows give it less.
int wordsWidth(QSize size)
{
    return size.width() < 640 ? 136 : kWordsWidth;
}

/// Between the input and what follows: a × sign, or nothing before a sentence.
int gapBehindInput(ArithmeticMiddle middle)
{
    return middle == ArithmeticMiddle::Words ? 32 : kTimesGap;
}

/// How the widths are shared out for one size of cells.
struct Plan
{
    int cell = 36;
    int kernelCell = 48;
    std::int64_t inputColumns = 1;
    std::int64_t inputRows = 1;
    std::int64_t outputColumns = 1;
    std::int64_t outputRows = 1;
    bool fits = false;
};

/// Lines of the axes' rules, and the gap above them.
int rulesHeight(int lines)
{
    return 8 + ArithmeticLayout::kRuleLine * lines;
}

Plan planBeside(std::span<const AxisMap> axes, QSize size, ArithmeticMiddle middle, int ruleLines,
                int cell)
{
    const Extent rows = inputExtent(axes[0], false);
    const Extent columns = inputExtent(axes[1], true);
    const Extent outputRows = outputExtent(axes[0]);
    const Extent outputColumns = outputExtent(axes[1]);
    Plan plan;
    plan.cell = cell;
    plan.kernelCell = kernelCellFor(cell, axes[0].taps, axes[1].taps);
    int middleWidth = wordsWidth(size);
    if (middle != ArithmeticMiddle::Words)
        middleWidth = std::max(plan.kernelCell * static_cast<int>(axes[1].taps), 104);
    if (middle == ArithmeticMiddle::Stages)
        middleWidth += kSecondWidth;
    const int room = size.width() - 2 * kMargin - 2 * (ArithmeticLayout::kRulerWidth - 8) -
                     gapBehindInput(middle) - kArrowGap - middleWidth;
    const int whole = size.height() - ArithmeticLayout::kTitle - ArithmeticLayout::kRuler;
    const int height = whole - std::max(rulesHeight(ruleLines), kRulesHeight);
    const std::int64_t across = std::max(room / cell, 0);
    const std::int64_t down = std::max(height / cell, 1);
    const std::int64_t least = std::min(columns.span, columns.count());
    const std::int64_t leastOutput = std::min<std::int64_t>(3, outputColumns.count());
    const std::int64_t leastRows = std::min(rows.span, rows.count());
    const bool kernelFits =
        middle == ArithmeticMiddle::Words ||
        plan.kernelCell * axes[0].taps + kScaleHeight <= whole - rulesHeight(ruleLines);
    plan.fits = least + leastOutput <= across && leastRows <= down && kernelFits;
    const std::int64_t wantedOutput = std::min<std::int64_t>(5, outputColumns.count());
    plan.inputColumns =
        std::clamp<std::int64_t>(across - wantedOutput, least, std::max<std::int64_t>(least, 9));
    plan.inputColumns = std::min(
        {plan.inputColumns, columns.count(), std::max<std::int64_t>(across - leastOutput, 1)});
    plan.outputColumns = std::clamp<std::int64_t>(across - plan.inputColumns, 1, wantedOutput);
    plan.inputRows = std::min({rows.count(), down, std::max<std::int64_t>(leastRows, 9)});
    plan.outputRows = std::min({outputRows.count(), down, std::int64_t{5}});
    return plan;
}

ArithmeticLayout layoutBeside(std::span<const AxisMap> axes, std::span<const std::int64_t> cell,
                              QSize size, ArithmeticMiddle middle, int ruleLines)
{
    Plan plan;
    for (const int candidate : kCellSizes) {
        plan = planBeside(axes, size, middle, ruleLines, candidate);
        if (plan.fits)
            break;
        // Windows with gaps need no smaller cells as long as what they touch has room.
        if (candidate <= 24 && axes[1].taps + 1 <= plan.inputColumns &&
            axes[0].taps <= plan.inputRows)
            break;
    }
    ArithmeticLayout layout;
    layout.showsDigits = plan.cell >= ArithmeticLayout::kLeastDigits;
    layout.showsKernelDigits = plan.kernelCell >= ArithmeticLayout::kLeastDigits;
    const int top = ArithmeticLayout::kTitle + ArithmeticLayout::kRuler;
    const int left = kMargin + ArithmeticLayout::kRulerWidth - 8;
    layout.input =
        lensAt({left, top}, plan.cell, inputIndices(axes[0], cell[0], plan.inputRows, false),
               inputIndices(axes[1], cell[1], plan.inputColumns, true));
    // The room of the input stays the same where a window with gaps shows fewer cells.
    const int inputWidth = plan.cell * static_cast<int>(plan.inputColumns);
    int x = left + inputWidth + gapBehindInput(middle);
    int middleWidth = wordsWidth(size);
    if (middle != ArithmeticMiddle::Words) {
        layout.kernel =
            lensAt({x, top}, plan.kernelCell, counted(axes[0].taps), counted(axes[1].taps));
        middleWidth = std::max(layout.kernel.rect.width(), 104);
        layout.times = {x - kTimesGap / 2, top + layout.kernel.rect.height() / 2};
        layout.scale = QRect(x, layout.kernel.rect.bottom() + 12, kScaleWidth, 14);
        const int below = layout.kernel.rect.bottom() + 1 + kScaleHeight;
        layout.words = QRect(x, below + 8, std::max(middleWidth, 144), 76);
        if (middle == ArithmeticMiddle::Stages) {
            layout.second = QRect(x + middleWidth + 30, top, kSecondWidth - 30, 3 * 34);
            // A low kernel's scale ends before it.
            if (layout.scale.top() < layout.second.bottom())
                layout.scale.setWidth(middleWidth + 20);
            middleWidth += kSecondWidth;
        }
    } else {
        layout.words = QRect(x - 12, top, middleWidth, 200);
    }
    x += middleWidth;
    layout.arrow = {x + kArrowGap / 2 - 4,
                    middle == ArithmeticMiddle::Words ? top + plan.cell / 2 : layout.times.y()};
    x += kArrowGap + ArithmeticLayout::kRulerWidth - 8;
    const Extent outputRows = outputExtent(axes[0]);
    const Extent outputColumns = outputExtent(axes[1]);
    layout.output =
        lensAt({x, top}, plan.cell, around(cell[0], cell[0], plan.outputRows, outputRows),
               around(cell[1], cell[1], plan.outputColumns, outputColumns));
    // The scale ends before the ruler of an output that reaches as far down.
    if (layout.scale.top() <= layout.output.rect.bottom())
        layout.scale.setRight(
            std::min(layout.scale.right(), x - ArithmeticLayout::kRulerWidth - 1));
    layout.legend =
        QRect(x, layout.output.rect.bottom() + 14, std::max(size.width() - x - kMargin, 60), 110);
    int bottom = std::max(layout.input.rect.bottom() + 1, layout.output.rect.bottom() + 1);
    if (!layout.kernel.isEmpty())
        bottom = std::max(bottom, layout.kernel.rect.bottom() + 1 + kScaleHeight);
    layout.rules = QRect(left, bottom + 8, size.width() - left - kMargin,
                         ArithmeticLayout::kRuleLine * ruleLines);
    if (layout.legend.width() < 150 || layout.legend.top() + 56 > layout.rules.top())
        layout.legend = QRect();
    // Words below a tall kernel have no room.
    if (!layout.kernel.isEmpty() && layout.words.bottom() > layout.rules.top())
        layout.words = QRect();
    return layout;
}

ArithmeticLayout layoutStacked(const AxisMap &axis, std::int64_t cell, QSize size,
                               ArithmeticMiddle middle)
{
    const Extent extent = inputExtent(axis, true);
    const int left = kMargin + 8;
    const int room = size.width() - left - kMargin;
    int chosen = kCellSizes.back();
    for (const int candidate : kCellSizes) {
        const std::int64_t across = room / candidate;
        if (std::max(std::min(extent.span, extent.count()), axis.taps) <= across ||
            (candidate <= 24 && axis.taps + 1 <= across)) {
            chosen = candidate;
            break;
        }
    }
    const std::int64_t across = std::max(room / chosen, 1);
    ArithmeticLayout layout;
    layout.isStacked = true;
    layout.showsDigits = chosen >= ArithmeticLayout::kLeastDigits;
    const bool isKernel = middle != ArithmeticMiddle::Words;
    const int head = ArithmeticLayout::kTitle + ArithmeticLayout::kRuler;
    const bool isWide =
        axis.taps * ArithmeticLayout::kKernelCell <= room && chosen == ArithmeticLayout::kCell;
    int kernelCell = isWide ? ArithmeticLayout::kKernelCell : chosen;
    // What stands between the three comes out of the height: a kernel has no ruler, and its scale
    // and the gaps go where they have no room.
    const int rules = kRulesHeight - 24;
    const auto leftOver = [&] {
        const int between = isKernel ? ArithmeticLayout::kTitle + kernelCell : kStackWords;
        return size.height() - 2 * (head + chosen) - between - rules - 10;
    };
    if (isKernel && leftOver() < 2 * kStackGap)
        kernelCell = chosen;
    const int gap = std::clamp(leftOver() / 2, 0, kStackGap);
    const std::int64_t inputSlots =
        std::min(across, std::max<std::int64_t>(std::min(extent.span, extent.count()), 21));
    layout.input = lensAt({left, head}, chosen, {0}, inputIndices(axis, cell, inputSlots, true));
    int y = head + chosen + gap;
    if (isKernel) {
        layout.kernel =
            lensAt({left, y + ArithmeticLayout::kTitle}, kernelCell, {0},
                   counted(std::min(axis.taps, std::max<std::int64_t>(room / kernelCell, 1))));
        layout.showsKernelDigits = kernelCell >= ArithmeticLayout::kLeastDigits;
        const QRect &kernel = layout.kernel.rect;
        layout.times = {left - 12, kernel.center().y()};
        int right = kernel.right() + 28;
        if (middle == ArithmeticMiddle::Stages && right + kSecondRow <= size.width() - kMargin) {
            layout.second = QRect(right, kernel.top(), kSecondRow, kernelCell);
            right += kSecondRow + 28;
        }
        // Beside the kernel, or below it.
        if (right + kScaleWidth <= size.width() - kMargin)
            layout.scale = QRect(right, kernel.center().y() - 7, kScaleWidth, 14);
        else if (gap >= 20)
            layout.scale = QRect(left, kernel.bottom() + 7, kScaleWidth, 14);
        layout.words = QRect(right, kernel.top(), std::max(size.width() - right - kMargin, 0), 48);
        y = kernel.bottom() + 1 + gap;
    } else {
        layout.words = QRect(left, y + 8, room, kStackWords - 8);
        y += kStackWords;
    }
    layout.output =
        lensAt({left, y + head}, chosen, {0},
               around(cell, cell, std::min<std::int64_t>(across, 21), outputExtent(axis)));
    layout.arrow = {left - 12, layout.output.rect.center().y()};
    layout.rules = QRect(left, layout.output.rect.bottom() + 10, room, rules);
    layout.legend = QRect(left, layout.rules.bottom() + 4, room, 60);
    if (layout.legend.top() + 36 > size.height())
        layout.legend = QRect();
    return layout;
}

} // namespace

std::optional<std::int64_t> touchedIndex(const AxisMap &map, std::int64_t o, std::int64_t k)
{
    const std::int64_t position = o * map.step + k * map.tapStep - map.offset;
    // Transposed convolutions, whose taps run backwards, and up-sampling add no zeros.
    if (map.divisor == 1 && map.tapStep >= 0)
        return position;
    const std::int64_t cell = map.source(o, k);
    return cell < 0 ? std::nullopt : std::optional(cell);
}

QRect Lens::slotRect(int row, int column) const
{
    return QRect(rect.left() + column * cell, rect.top() + row * cell, cell, cell);
}

int Lens::rowSlot(std::int64_t row) const
{
    const auto found = std::find(rows.begin(), rows.end(), row);
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

int Lens::columnSlot(std::int64_t column) const
{
    const auto found = std::find(columns.begin(), columns.end(), column);
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::optional<QRect> Lens::cellRect(std::int64_t row, std::int64_t column) const
{
    const int r = rowSlot(row);
    const int c = columnSlot(column);
    return r < 0 || c < 0 ? std::nullopt : std::optional(slotRect(r, c));
}

std::optional<QPoint> Lens::slotAt(QPoint point) const
{
    if (isEmpty() || !rect.contains(point))
        return std::nullopt;
    return QPoint((point.x() - rect.left()) / cell, (point.y() - rect.top()) / cell);
}

ArithmeticLayout layoutArithmetic(std::span<const AxisMap> axes, std::span<const std::int64_t> cell,
                                  QSize size, ArithmeticMiddle middle, int ruleLines)
{
    if (axes.size() == 1)
        return layoutStacked(axes[0], cell[0], size, middle);
    return layoutBeside(axes, cell, size, middle, ruleLines);
}

AxisMap scatterMap(const AxisMap &map)
{
    AxisMap scattered;
    scattered.input = map.output;
    scattered.output = map.input;
    scattered.taps = map.taps;
    scattered.step = map.divisor;
    scattered.tapStep = -map.tapStep;
    scattered.offset = -map.offset;
    return scattered;
}

ArithmeticLayout layoutScatter(std::span<const AxisMap> axes, std::span<const std::int64_t> cell,
                               QSize size, int ruleLines)
{
    ArithmeticLayout layout =
        layoutArithmetic(axes, cell, size, ArithmeticMiddle::Kernel, ruleLines);
    std::swap(layout.input, layout.output);
    if (layout.isStacked) {
        const int top = layout.output.rect.top();
        layout.output.rect.moveTop(layout.input.rect.top());
        layout.input.rect.moveTop(top);
        return layout;
    }
    const int left = layout.output.rect.left();
    const int right = layout.input.rect.right();
    layout.input.rect.moveLeft(left);
    layout.output.rect.moveRight(right);
    const int gap = layout.kernel.rect.left() - left - layout.output.rect.width();
    const int shift = left + layout.input.rect.width() + gap - layout.kernel.rect.left();
    layout.kernel.rect.translate(shift, 0);
    layout.words.translate(shift, 0);
    layout.scale.translate(shift, 0);
    layout.times.rx() += shift;
    layout.arrow.setX((layout.kernel.rect.right() + layout.output.rect.left() -
                       ArithmeticLayout::kRulerWidth + 8) /
                      2);
    layout.legend = QRect(left, layout.input.rect.bottom() + 14,
                          std::max(layout.input.rect.width(), 176), layout.legend.height());
    return layout;
}

} // namespace convscope
