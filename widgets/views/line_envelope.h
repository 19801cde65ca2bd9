// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/plane.h"

#include <QColor>
#include <QPolygonF>
#include <QRectF>

#include <span>
#include <vector>

class QPainter;

namespace convscope {

/// The smallest and largest value in each of equal parts of a signal, so that a long signal is
/// drawn without reading it all. With as many parts as steps it is the signal. A value; build it on
/// a worker thread where the signal is long.
struct LineEnvelope
{
    std::vector<float> low;
    std::vector<float> high;
    /// Steps of the signal, ≥ low.size().
    std::int64_t length = 0;

    [[nodiscard]] static constexpr std::size_t defaultParts() { return 2048; }
    [[nodiscard]] static LineEnvelope of(std::span<const float> values,
                                         std::size_t parts = defaultParts());
    /// The first row of a plane, whatever its stride.
    [[nodiscard]] static LineEnvelope of(const Plane &plane, std::size_t parts = defaultParts());

    [[nodiscard]] bool isEmpty() const { return low.empty(); }
    [[nodiscard]] bool isExact() const { return static_cast<std::int64_t>(low.size()) == length; }
    /// Of the finite values; (0, 0) where there are none.
    [[nodiscard]] std::pair<float, float> limits() const;
};

/// Which values the lower and upper edge of a plot stand for.
struct PlotScale
{
    QRectF rect;
    double low = 0;
    double high = 1;
    std::int64_t length = 1;

    /// Step 0 at the left edge, the last step at the right one.
    [[nodiscard]] double x(double step) const;
    [[nodiscard]] double y(double value) const;
    [[nodiscard]] double stepAt(double x) const;
};

/// A line through the steps, cut off at the plot's edges; not-a-number breaks it.
void drawLine(QPainter &painter, const LineEnvelope &line, const PlotScale &scale,
              const QColor &colour, qreal width, Qt::PenStyle style = Qt::SolidLine);

/// Round numbers 1, 2, 5 · 10ⁿ apart inside [low, high], at most `most` of them.
[[nodiscard]] std::vector<double> plotTicks(double low, double high, int most);

} // namespace convscope
