// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/plot.h"

#include "style/fonts.h"
#include "style/numbers.h"
#include "style/tokens.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

double PlotScale::x(double step) const
{
    return last > first ? rect.left() + (step - first) / (last - first) * rect.width()
                        : rect.center().x();
}

double PlotScale::y(double value) const
{
    if (!(high > low))
        return rect.center().y();
    return rect.bottom() - (value - low) / (high - low) * rect.height();
}

double PlotScale::stepAt(double x) const
{
    if (!(last > first) || rect.width() <= 0)
        return first;
    return first + std::clamp((x - rect.left()) / rect.width(), 0.0, 1.0) * (last - first);
}

namespace {

/// Long wide lines are one path to the rasteriser, whose cost grows with the square of what
/// overlaps: short pieces that share their ends look the same.
constexpr qsizetype kPiece = 24;
/// Values per pixel from which a line is drawn as upright strokes.
constexpr double kDense = 5;

void drawPieces(QPainter &painter, const QPolygonF &points)
{
    for (qsizetype from = 0; from + 1 < points.size(); from += kPiece - 1) {
        const qsizetype count = std::min(kPiece, points.size() - from);
        painter.drawPolyline(points.constData() + from, static_cast<int>(count));
    }
}

/// The step in the middle of a part.
double middleOf(const LineEnvelope &line, std::size_t part)
{
    const auto parts = static_cast<double>(line.low.size());
    const auto at = static_cast<double>(part);
    const double middle =
        line.isExact() ? at : (at + 0.5) * static_cast<double>(line.length) / parts - 0.5;
    return static_cast<double>(line.first) + middle;
}

/// Many parts per pixel: one upright stroke per pixel column, from the least to the largest value
/// in it, meeting its neighbour.
void drawDense(QPainter &painter, const LineEnvelope &line, const PlotScale &scale)
{
    QList<QLineF> strokes;
    int column = std::numeric_limits<int>::min();
    double top = 0;
    double bottom = 0;
    bool isOpen = false;
    const auto flush = [&] {
        if (isOpen)
            strokes << QLineF(column + 0.5, top - 0.5, column + 0.5, bottom + 0.5);
    };
    for (std::size_t part = 0; part < line.low.size(); ++part) {
        if (!std::isfinite(line.low[part]) || !std::isfinite(line.high[part])) {
            flush();
            isOpen = false;
            continue;
        }
        const int x = static_cast<int>(std::floor(scale.x(middleOf(line, part))));
        const double high = scale.clampedY(static_cast<double>(line.high[part]));
        const double low = scale.clampedY(static_cast<double>(line.low[part]));
        if (isOpen && x == column) {
            top = std::min(top, high);
            bottom = std::max(bottom, low);
            continue;
        }
        const bool follows = isOpen;
        const double lastTop = top;
        const double lastBottom = bottom;
        flush();
        column = x;
        top = high;
        bottom = low;
        if (follows) {
            // No gap between columns.
            top = std::min(top, lastBottom);
            bottom = std::max(bottom, lastTop);
        }
        isOpen = true;
    }
    flush();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawLines(strokes);
}

} // namespace

double PlotScale::clampedY(double value) const
{
    // Far outside stays outside, without overflowing the rasteriser.
    return std::clamp(y(value), rect.top() - 64, rect.bottom() + 64);
}

void drawLine(QPainter &painter, const LineEnvelope &line, const PlotScale &scale,
              const QColor &colour, qreal width, Qt::PenStyle style)
{
    if (line.isEmpty())
        return;
    painter.save();
    painter.setClipRect(scale.rect.adjusted(-1, -width / 2, 1, width / 2), Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    const double span =
        std::abs(scale.x(middleOf(line, line.low.size() - 1)) - scale.x(middleOf(line, 0)));
    if (static_cast<double>(line.low.size()) > span * kDense) {
        painter.setPen(QPen(colour, 1));
        drawDense(painter, line, scale);
        painter.restore();
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width, style, Qt::RoundCap, Qt::RoundJoin));
    QPolygonF points;
    const auto flush = [&] {
        if (points.size() == 1)
            painter.drawEllipse(points.front(), width / 2, width / 2);
        else
            drawPieces(painter, points);
        points.clear();
    };
    for (std::size_t part = 0; part < line.low.size(); ++part) {
        if (!std::isfinite(line.low[part]) || !std::isfinite(line.high[part])) {
            flush();
            continue;
        }
        const double x = scale.x(middleOf(line, part));
        points << QPointF(x, scale.clampedY(static_cast<double>(line.low[part])));
        if (line.high[part] > line.low[part])
            points << QPointF(x, scale.clampedY(static_cast<double>(line.high[part])));
    }
    flush();
    painter.restore();
}

std::vector<double> plotTicks(double low, double high, int most)
{
    std::vector<double> ticks;
    if (!(high > low) || !std::isfinite(high - low) || most < 1)
        return ticks;
    double step = std::pow(10.0, std::floor(std::log10((high - low) / most)));
    // 1, 2, 5, 10, 20, 50
    for (const double factor : {2.0, 2.5, 2.0, 2.0, 2.5}) {
        if (std::floor(high / step + 1e-9) - std::ceil(low / step - 1e-9) + 1 <= most)
            break;
        step *= factor;
    }
    for (double n = std::ceil(low / step - 1e-9); n * step <= high + 1e-9 * step; n += 1)
        ticks.push_back(n == 0 ? 0 : n * step);
    return ticks;
}

void paintPlotArea(QPainter &painter, const PlotScale &scale)
{
    const Tokens &t = tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(scale.rect, t.surface);
    painter.setFont(font(FontRole::MonoCaption));
    const int mostRules = std::clamp(static_cast<int>(scale.rect.height() / 30), 3, 9);
    for (const double tick : plotTicks(scale.low, scale.high, mostRules)) {
        const double y = std::round(scale.y(tick)) + 0.5;
        const bool isAxis = tick == 0 && scale.low < 0 && scale.high > 0;
        painter.setPen(QPen(isAxis ? t.control : t.line, 1));
        painter.drawLine(QPointF(scale.rect.left(), y), QPointF(scale.rect.right(), y));
        painter.setPen(t.text2);
        // A tick is a round number: its shortest form is exact.
        QString words = QString::number(tick, 'g', 6);
        words.replace(u'-', QChar(0x2212));
        painter.drawText(QRectF(scale.rect.left() - 68, y - 10, 60, 20),
                         Qt::AlignVCenter | Qt::AlignRight, words);
    }
    painter.restore();
}

void paintPlotSteps(QPainter &painter, const PlotScale &scale)
{
    painter.save();
    painter.setFont(font(FontRole::MonoCaption));
    painter.setPen(tokens().text2);
    const QFontMetricsF metrics(painter.font());
    const int most = std::max(2, static_cast<int>(scale.rect.width() / 52));
    for (const double tick : plotTicks(scale.first, scale.last, most)) {
        if (tick != std::floor(tick))
            continue;
        const QString words = integerText(static_cast<qint64>(tick));
        const double width = metrics.horizontalAdvance(words);
        painter.drawText(QRectF(scale.x(tick) - width / 2 - 4, scale.rect.bottom() + 3, width + 8,
                                metrics.height()),
                         Qt::AlignCenter, words);
    }
    painter.restore();
}

void paintLegend(QPainter &painter, const QRectF &rect, const std::vector<LegendEntry> &entries)
{
    constexpr double kMark = 18;
    constexpr double kGap = 14;
    painter.save();
    painter.setFont(font(FontRole::Caption));
    const QFontMetricsF metrics(painter.font());
    double right = rect.right();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const double width = metrics.horizontalAdvance(entry->words);
        const double left = right - width - 6 - kMark;
        if (left < rect.left())
            break;
        const double y = std::round(rect.center().y());
        painter.setRenderHint(QPainter::Antialiasing, entry->kind == LegendEntry::Kind::Line);
        if (entry->kind == LegendEntry::Kind::Line) {
            painter.setPen(QPen(entry->colour, 2, entry->dash, Qt::FlatCap));
            painter.drawLine(QPointF(left + 1, y), QPointF(left + kMark - 1, y));
        } else {
            painter.setPen(Qt::NoPen);
            painter.fillRect(QRectF(left + 3, y - 5, 13, 10), entry->colour);
        }
        painter.setPen(tokens().text);
        painter.drawText(QRectF(right - width, rect.top(), width + 2, rect.height()),
                         Qt::AlignVCenter | Qt::AlignLeft, entry->words);
        right = left - kGap;
    }
    painter.restore();
}

} // namespace convscope
