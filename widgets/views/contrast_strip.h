// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/render.h"

#include <QImage>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace convscope {

/// The histogram of the values over the colour bar, with a handle for each end of the range.
class ContrastStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ContrastStrip(QWidget *parent = nullptr);

    /// Of all values that share the range; bars are log(1 + count) high.
    void setDistribution(const Distribution &distribution);
    void setRange(ValueRange range);
    void setColormap(const Colormap &colormap, bool inverted);
    /// The share that Auto shows, 0.996, 0.98 or 1; 0 where the range was set by hand.
    void setAutomaticShare(double share);
    /// The line under the button: "shared by 16 maps".
    void setSharing(const QString &words);
    void setStale(bool stale);

    [[nodiscard]] ValueRange range() const { return m_range; }
    /// Values outside the range, estimated from the histogram.
    [[nodiscard]] std::int64_t clippedCount() const;
    /// Where a value is on the axis, logical x; clamped to the strip.
    [[nodiscard]] double xOf(double value) const;
    [[nodiscard]] double valueAt(double x) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By hand; `continuing` while a handle is being dragged. One that meets the other end takes it
    /// along.
    void rangeEdited(convscope::ValueRange range, bool continuing, bool movesLow, bool movesHigh);
    /// The button: 99.6 % → 98 % → full range → 99.6 %.
    void automaticRequested(double share);

public Q_SLOTS:
    /// The next automatic range (key A in the map).
    void cycleAutomatic();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Handle
    {
        None,
        Low,
        High
    };

    [[nodiscard]] bool isCompact() const { return height() < 56; }
    [[nodiscard]] QRect barsRect() const;
    [[nodiscard]] QRect colourRect() const;
    [[nodiscard]] Handle handleAt(QPointF position) const;
    [[nodiscard]] std::pair<double, double> axis() const;
    void edit(Handle handle, double value, bool continuing);
    void tellRange(bool continuing);
    void openField(Handle handle);
    void closeField(bool keep);
    void placeParts();
    void updateWords();
    void paintLabels(QPainter &painter);

    Distribution m_distribution;
    ValueRange m_range;
    std::array<QRgb, 256> m_colours{};
    double m_share = 0.996;
    QString m_sharing;
    QPushButton *m_button;
    QLineEdit *m_field;
    /// The handle that keys move; dragged where m_isDragging.
    Handle m_active = Handle::High;
    Handle m_editing = Handle::None;
    bool m_isDragging = false;
    /// Which ends the edit that goes on has moved.
    bool m_movesLow = false;
    bool m_movesHigh = false;
    bool m_isStale = false;
};

} // namespace convscope
