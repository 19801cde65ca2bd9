// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/error_axes.h"

#include "style/fonts.h"
#include "style/numbers.h"
#include "style/tokens.h"
#include "views/device_pixels.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kCell = 29;
constexpr int kPitch = 30;
constexpr int kLabelWidth = 78;
constexpr int kAxisHeight = 70;
constexpr int kTapRow = 42;
constexpr int kWordsGap = 16;

struct AxisLine
{
    QString words;
    bool isBad = false;
    bool isGood = false;
};

std::vector<AxisLine> linesOf(const ErrorAxis &axis)
{
    std::vector<AxisLine> lines;
    const QString input = integerText(axis.input);
    const std::int64_t zeros = axis.zerosBefore + axis.zerosAfter;
    lines.push_back({zeros > 0
                         ? ErrorAxes::tr("input %1 with %2 zeros").arg(input, integerText(zeros))
                         : ErrorAxes::tr("input %1").arg(input),
                     false, false});
    const bool isBad = axis.missing() > 0;
    lines.push_back({ErrorAxes::tr("window %1").arg(integerText(axis.window)), isBad, !isBad});
    if (isBad)
        lines.push_back(
            {ErrorAxes::tr("missing %1").arg(integerText(axis.missing())), true, false});
    else
        lines.push_back({ErrorAxes::tr("output %1").arg(integerText(axis.output)), axis.output < 1,
                         axis.output >= 1});
    return lines;
}

} // namespace

std::vector<std::int64_t> shownCells(std::int64_t count, int room)
{
    std::vector<std::int64_t> cells;
    room = std::max(room, 3);
    if (count <= room) {
        for (std::int64_t i = 0; i < count; ++i)
            cells.push_back(i);
        return cells;
    }
    const std::int64_t head = (room - 1) / 2;
    const std::int64_t tail = room - 1 - head;
    for (std::int64_t i = 0; i < head; ++i)
        cells.push_back(i);
    cells.push_back(-1);
    for (std::int64_t i = count - tail; i < count; ++i)
        cells.push_back(i);
    return cells;
}

ErrorAxes::ErrorAxes(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ErrorAxes::setAxes(std::vector<ErrorAxis> axes)
{
    m_axes = std::move(axes);
    setAccessibleName(spokenText());
    updateGeometry();
    update();
}

QString ErrorAxes::spokenText() const
{
    QStringList axes;
    for (const ErrorAxis &axis : m_axes) {
        QStringList words;
        for (const AxisLine &line : linesOf(axis))
            words << line.words;
        axes << axis.name + u": "_s + words.join(u", "_s);
    }
    return axes.join(u"; "_s);
}

QSize ErrorAxes::sizeHint() const
{
    return {600, static_cast<int>(m_axes.size()) * scaledHeight(kAxisHeight)};
}

QSize ErrorAxes::minimumSizeHint() const
{
    return {320, sizeHint().height()};
}

void ErrorAxes::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int top = 0;
    for (const ErrorAxis &axis : m_axes) {
        paintAxis(painter, axis, top);
        top += scaledHeight(kAxisHeight);
    }
}

void ErrorAxes::paintAxis(QPainter &painter, const ErrorAxis &axis, int top)
{
    const Tokens &t = tokens();
    painter.setFont(convscope::font(FontRole::Text));
    painter.setPen(t.text2);
    painter.drawText(QRect(0, top, kLabelWidth - 6, kCell), Qt::AlignVCenter | Qt::AlignLeft,
                     axis.name);

    const std::vector<AxisLine> words = linesOf(axis);
    const QFontMetrics number(convscope::font(FontRole::Number));
    int wordsWidth = 0;
    for (const AxisLine &line : words)
        wordsWidth = std::max(wordsWidth, number.horizontalAdvance(line.words));
    const std::int64_t count = std::max(axis.padded(), axis.window);
    const int room = (width() - kLabelWidth - kWordsGap - wordsWidth) / kPitch;
    const std::vector<std::int64_t> cells = shownCells(count, room);

    painter.setFont(convscope::font(FontRole::MonoCaption));
    QPolygonF taps;
    std::vector<bool> isTapMissing;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::int64_t index = cells[i];
        const QRect cell(kLabelWidth + static_cast<int>(i) * kPitch, top, kCell, kCell);
        if (index < 0) {
            painter.setPen(t.text2);
            painter.drawText(cell, Qt::AlignCenter, u"⋯"_s);
            continue;
        }
        const bool isTap = std::binary_search(axis.taps.begin(), axis.taps.end(), index);
        const bool isMissing = index >= axis.padded();
        const bool isZero =
            !isMissing && (index < axis.zerosBefore || index >= axis.zerosBefore + axis.input);
        {
            DevicePixels pixels(painter, *this);
            const QRect box = pixels.of(QRectF(cell));
            painter.fillRect(box, isMissing ? t.errorSoft : isTap ? t.accentSoft : t.surface);
            if (isZero) {
                // Hatched: a zero that padding adds.
                painter.setClipRect(box);
                painter.setPen(QPen(t.line, pixels.hairline()));
                for (int x = box.left() - box.height(); x < box.right(); x += pixels.of(6))
                    painter.drawLine(x, box.bottom(), x + box.height(), box.top());
                painter.setClipping(false);
            }
            if (isMissing) {
                QPen dashed(t.error, pixels.hairline());
                dashed.setDashPattern({3, 2});
                painter.setPen(dashed);
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(box.adjusted(0, 0, -1, -1));
            } else {
                fillFrame(painter, box, pixels.hairline(), t.line);
            }
        }
        painter.setPen(isMissing ? t.error : isTap ? t.text : t.text2);
        painter.drawText(cell, Qt::AlignCenter,
                         isZero ? u"0"_s : QString::number(index - axis.zerosBefore));
        if (isTap) {
            taps << QPointF(cell.center()) + QPointF(0.5, kTapRow - kCell / 2);
            isTapMissing.push_back(isMissing);
        }
    }

    const bool isBad = axis.missing() > 0;
    painter.setRenderHint(QPainter::Antialiasing);
    if (taps.size() > 1) {
        painter.setPen(QPen(isBad ? t.error : t.accent, 1.5));
        painter.drawLine(taps.front(), taps.back());
    }
    painter.setPen(Qt::NoPen);
    for (qsizetype i = 0; i < taps.size(); ++i) {
        painter.setBrush(isTapMissing[static_cast<std::size_t>(i)] ? t.error : t.accent);
        painter.drawEllipse(taps[i], 4, 4);
    }

    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(convscope::font(FontRole::Number));
    const int left = kLabelWidth + static_cast<int>(cells.size()) * kPitch + kWordsGap - 1;
    int y = top;
    for (const AxisLine &line : words) {
        painter.setPen(line.isBad ? t.error : line.isGood ? t.accentText : t.text);
        painter.drawText(QRect(left, y, width() - left, number.height()),
                         Qt::AlignVCenter | Qt::AlignLeft, line.words);
        y += scaledHeight(17);
    }
}

} // namespace convscope
