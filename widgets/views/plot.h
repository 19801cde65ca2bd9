// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pictures/line_envelope.h"

#include <QColor>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace convscope {

/// What the edges of a plot stand for. Logical pixels.
struct PlotScale
{
    QRectF rect;
    double low = 0;
    double high = 1;
    /// Steps at the left and right edge.
    double first = 0;
    double last = 0;

    [[nodiscard]] double x(double step) const;
    [[nodiscard]] double y(double value) const;
    /// As y, at most a little outside the plot.
    [[nodiscard]] double clampedY(double value) const;
    [[nodiscard]] double stepAt(double x) const;
};

/// A line through the steps, cut off at the plot's edges; not-a-number breaks it.
void drawLine(QPainter &painter, const LineEnvelope &line, const PlotScale &scale,
              const QColor &colour, qreal width, Qt::PenStyle style = Qt::SolidLine);

/// Round numbers 1, 2, 5 · 10ⁿ apart inside [low, high], at most `most` of them.
[[nodiscard]] std::vector<double> plotTicks(double low, double high, int most);

/// The area with a rule and a number at the left for each round value; the zero line stronger.
void paintPlotArea(QPainter &painter, const PlotScale &scale);
/// Step numbers below the area.
void paintPlotSteps(QPainter &painter, const PlotScale &scale);

struct LegendEntry
{
    enum class Kind
    {
        Line,
        Area
    };
    QString words;
    QColor colour;
    Kind kind = Kind::Line;
    Qt::PenStyle dash = Qt::SolidLine;
};

/// Right-aligned at the right edge of `rect`; entries that do not fit are left out from the front.
void paintLegend(QPainter &painter, const QRectF &rect, const std::vector<LegendEntry> &entries);

} // namespace convscope
