// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace convscope {

class FilterBar;
class MapGrid;
class PanelMenuButton;

/// How the tiles are ordered; the owner computes the order and calls MapGrid::setOrder.
enum class MapOrder
{
    Index,
    Energy,
    Contrast,
    Similarity
};

/// The grid with its header: how many maps, which slice, and their order.
class MapGridPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MapGridPanel(QWidget *parent = nullptr);

    [[nodiscard]] MapGrid *grid() const { return m_grid; }
    [[nodiscard]] MapOrder order() const { return m_order; }
    void setOrder(MapOrder order);
    [[nodiscard]] static QString orderName(MapOrder order);
    /// Beside the number of maps, e.g. "slice 11"; empty: nothing.
    void setNote(const QString &note);
    /// Reads the number of maps from the grid again; call after MapGrid::setMaps.
    void updateTitle();
    /// Opens the field that shows only some of the maps (see TileFilter).
    void startFilter();
    [[nodiscard]] FilterBar *filter() const { return m_filter; }

Q_SIGNALS:
    void orderChanged(convscope::MapOrder order);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateLook();

    QLabel *m_title;
    QLabel *m_note;
    PanelMenuButton *m_sort;
    MapGrid *m_grid;
    FilterBar *m_filter;
    MapOrder m_order = MapOrder::Index;
};

} // namespace convscope
