// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace convscope {

/// A layer in the overview of a network.
struct OverviewBar
{
    /// 0: not known.
    double milliseconds = 0;
    bool isHit = false;
    bool isIllegal = false;
    bool isUnknown = false;
    bool isCurrent = false;
    QString name;

    bool operator==(const OverviewBar &) const = default;
};

/// A whole network in 16 pixels: a bar for each layer, as high as the square root of its time, and
/// a frame around those that the stack shows. Dragging the frame, a click beside it and the wheel
/// move what the stack shows.
class RibbonOverview : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kHeight = 16;

    explicit RibbonOverview(QWidget *parent = nullptr);

    void setBars(std::vector<OverviewBar> bars);
    [[nodiscard]] const std::vector<OverviewBar> &bars() const { return m_bars; }
    /// What the stack shows, as positions among the bars; may lie between two.
    void setShown(double first, double end);
    [[nodiscard]] QRectF frame() const;
    /// The bar under x; −1: none.
    [[nodiscard]] int barAt(int x) const;

    [[nodiscard]] QSize sizeHint() const override { return {400, kHeight}; }

Q_SIGNALS:
    /// The stack should show this position at its top.
    void topWanted(double position);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] double barWidth() const;

    std::vector<OverviewBar> m_bars;
    double m_first = 0;
    double m_end = 0;
    /// From the frame's left edge to the pointer that drags it, in bars.
    double m_grip = 0;
    bool m_isDragged = false;
};

} // namespace convscope
