// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

namespace convscope {

/// What the three large views of a map have in common: how they say that what they show is old or
/// being computed, how wheel and keys go to another map, and how a screen reader hears of the
/// current cell.
class LargeMapView : public QWidget
{
    Q_OBJECT

public:
    /// The picture is from before the last edit: dimmed, with a badge.
    void setStale(bool stale);
    /// A bar on the upper edge, 0 … 1; nothing below 0.
    void setProgress(double progress);

    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

Q_SIGNALS:
    void previousMap();
    void nextMap();

protected:
    LargeMapView(const QString &name, QWidget *parent);

    /// The current cell for a screen reader; empty where there is none.
    [[nodiscard]] virtual QString spokenCurrent() const = 0;
    /// Tells it, once for many moves.
    void announceSoon() { m_announcing.start(); }
    /// Of the map, not of what is written over it.
    [[nodiscard]] double mapOpacity() const;
    /// The badge where the map is old; its distance from the upper edge.
    void paintBadge(QPainter &painter, int top);
    /// The bar and the focus, over everything else.
    void paintEdges(QPainter &painter);
    /// Whole notches, the rest is kept for the next event. With Shift some platforms turn the wheel
    /// sideways.
    [[nodiscard]] int takeNotches(const QWheelEvent &event);
    /// As the wheel turns: upwards to the map before.
    void changeMap(int notches);
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool m_isStale = false;
    double m_progress = -1;
    int m_wheelRest = 0;
    QTimer m_announcing;
};

} // namespace convscope
