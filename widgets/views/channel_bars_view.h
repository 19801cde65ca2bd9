// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

#include <cstdint>
#include <vector>

namespace convscope {

/// What every channel adds to the cell.
struct ChannelBars
{
    struct Bar
    {
        std::int64_t channel = 0;
        double value = 0;
        /// Takes no part: another group's.
        bool isOutside = false;
    };

    QString title;
    QString note;
    std::vector<Bar> bars;
    std::int64_t current = 0;
};

/// What every channel adds, as signed bars; a click switches to the channel. Many channels scroll
/// along with the one chosen.
class ChannelBarsView : public QWidget
{
    Q_OBJECT

public:
    explicit ChannelBarsView(QWidget *parent = nullptr);

    void setBars(ChannelBars bars);
    [[nodiscard]] const ChannelBars &bars() const { return m_bars; }
    [[nodiscard]] QRect barRect(int index) const;
    [[nodiscard]] int barAt(QPoint point) const;
    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] QString spoken(int index) const;

    [[nodiscard]] QSize sizeHint() const override { return {380, 112}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {150, 100}; }

Q_SIGNALS:
    void channelChosen(std::int64_t channel);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showCurrent();
    void choose(int index);
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] double pitch() const;
    [[nodiscard]] double most() const;

    ChannelBars m_bars;
    double m_scroll = 0;
};

} // namespace convscope
