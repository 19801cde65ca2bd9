// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sweep/sweep.h"

#include <QWidget>

namespace convscope {

class SettingMaps;

/// The maps beside one setting: for each argument a strip of its values, the others as they are.
class SettingStrips : public QWidget
{
    Q_OBJECT

public:
    explicit SettingStrips(const SettingMaps *maps, QWidget *parent = nullptr);

    /// `cells`: those of the sweep, which say what cannot be.
    void show(const Sweep &sweep, const std::vector<SweepCell> &cells, std::int64_t index);

Q_SIGNALS:
    void chosen(std::int64_t index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    static constexpr int kTitle = 24;
    static constexpr int kPicture = 72;
    static constexpr int kLabel = 20;
    static constexpr int kGap = 8;
    static constexpr int kMost = 3;

    struct Tile
    {
        QRect area;
        std::int64_t index = -1;
        QString value;
        bool canBe = false;
    };
    struct Strip
    {
        int top = 0;
        QString argument;
        /// The other arguments as they stand.
        QString others;
        std::vector<Tile> tiles;
    };
    void arrange();

    const SettingMaps *m_maps;
    Sweep m_sweep;
    std::vector<bool> m_canBe;
    std::int64_t m_index = -1;
    std::vector<Strip> m_strips;
};

} // namespace convscope
