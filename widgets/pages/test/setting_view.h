// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <cstdint>

namespace convscope {

class SettingMaps;

/// The map of one setting of a sweep, with the range that all settings share.
class SettingView : public QWidget
{
    Q_OBJECT

public:
    explicit SettingView(const SettingMaps *maps, QWidget *parent = nullptr);

    /// −1: none.
    void show(std::int64_t index);
    /// More maps are there, or their range is another one.
    void refresh();

Q_SIGNALS:
    /// The value under the pointer; empty: none.
    void cellDescribed(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void fit();
    [[nodiscard]] QRect mapRect() const;

    const SettingMaps *m_maps;
    std::int64_t m_index = -1;
    /// Of the last map: what has not run keeps the room.
    int m_height = 180;
};

} // namespace convscope
