// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <optional>

class QHBoxLayout;
class QLabel;
class QSlider;

namespace convscope {

class PanelIconButton;
class PanelMenuButton;

/// The page's header: which cell, and walking through all cells of the map one after another.
class Transport : public QWidget
{
    Q_OBJECT

public:
    explicit Transport(QWidget *parent = nullptr);

    /// "conv2d_1", "[74, 110, 27]".
    void setTitle(const QString &layer, const QString &cell);
    /// `count` cells, of which the present is `position`; 0 cells: there is nothing to walk.
    void setPosition(std::int64_t position, std::int64_t count);
    void setPinned(bool isPinned);
    [[nodiscard]] bool isPlaying() const { return m_playing.isActive(); }
    [[nodiscard]] double cellsPerSecond() const { return m_speed; }
    void setCellsPerSecond(double speed);
    /// A widget between the title and the buttons; owned by the header from then on.
    void addSwitch(QWidget *widget);
    /// Of a switch: a part that goes where the header is too narrow.
    void addYielding(QWidget *part) { m_yielding << part; }
    /// Leaves out what has no room; to be called after a switch has come or gone.
    void fit();

    /// Position so many cells on; nothing where there is no cell.
    [[nodiscard]] std::optional<std::int64_t> neighbour(std::int64_t cells) const;

    [[nodiscard]] QSize minimumSizeHint() const override { return {320, height()}; }

public Q_SLOTS:
    void setPlaying(bool isPlaying);
    void togglePlaying() { setPlaying(!isPlaying()); }

Q_SIGNALS:
    /// Stands at a cell by hand or by playing.
    void moved(std::int64_t position);
    void pinToggled(bool isPinned);
    void speedChosen(double cellsPerSecond);
    void playingChanged(bool isPlaying);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void step(std::int64_t cells, bool wraps);
    void updateWords();
    void updateSpeed();

    std::int64_t m_position = 0;
    std::int64_t m_count = 0;
    double m_speed = 4;
    QHBoxLayout *m_row;
    QLabel *m_layer;
    QLabel *m_cell;
    PanelIconButton *m_pin;
    PanelIconButton *m_back;
    PanelIconButton *m_play;
    PanelIconButton *m_forward;
    QSlider *m_slider;
    QLabel *m_words;
    PanelMenuButton *m_rate;
    QList<QWidget *> m_yielding;
    QTimer m_playing;
};

} // namespace convscope
