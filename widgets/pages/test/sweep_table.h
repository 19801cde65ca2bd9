// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sweep/sweep.h"

#include <QWidget>

#include <optional>
#include <set>
#include <vector>

namespace convscope {

class SettingMaps;

/// The settings of a sweep as a table: one argument makes the columns, the others nested rows. A
/// cell shows its output shape, its largest difference and its time, or its map; or why it cannot
/// be. The pointer and the arrows look at a setting, a click and Enter open it.
class SweepTable : public QWidget
{
    Q_OBJECT

public:
    explicit SweepTable(QWidget *parent = nullptr);

    /// `columns`: which axis makes the columns. `now`: the position of the stack's own setting.
    void setSweep(const Sweep &sweep, std::vector<SweepCell> cells, std::size_t columns,
                  std::optional<std::int64_t> now);
    void setNow(std::optional<std::int64_t> now);
    [[nodiscard]] std::optional<std::int64_t> now() const { return m_now; }
    void setColumns(std::size_t axis);
    [[nodiscard]] std::size_t columns() const { return m_columns; }
    /// Maps in the cells; nullptr: figures. They stay the caller's.
    void setMaps(const SettingMaps *maps);
    [[nodiscard]] bool showsMaps() const { return m_maps != nullptr; }

    /// What a chip let go there would become.
    enum class Edge
    {
        None,
        Columns,
        Rows
    };
    [[nodiscard]] Edge edgeAt(const QPoint &point) const;
    void setDropEdge(Edge edge);
    void setCell(std::int64_t index, const SweepCell &cell);
    [[nodiscard]] const std::vector<SweepCell> &cells() const { return m_cells; }
    /// Position of the cell looked at; −1: none.
    [[nodiscard]] std::int64_t current() const { return m_current; }
    void setCurrent(std::int64_t index);
    [[nodiscard]] const std::set<std::int64_t> &ticked() const { return m_ticked; }
    /// Where a setting stands in the widget.
    [[nodiscard]] QRect cellRect(std::int64_t index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(std::int64_t index);
    void tickedChanged();
    /// A click or Enter: the stack is to take this setting.
    void opened(std::int64_t index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    static constexpr int kHeader = 34;
    static constexpr int kCellHeight = 58;
    static constexpr int kMapCellHeight = 104;
    static constexpr int kLeastCell = 128;
    static constexpr int kMostCell = 220;
    static constexpr int kRowHeader = 104;

    /// Touching cells with the same reason.
    struct ErrorField
    {
        QRect cells;
        QString why;
    };

    [[nodiscard]] int columnCount() const;
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] int cellWidth() const;
    [[nodiscard]] int cellHeight() const;
    [[nodiscard]] int rowHeaderWidth() const;
    /// Position of the setting in a row and column of the table.
    [[nodiscard]] std::int64_t indexAt(int row, int column) const;
    [[nodiscard]] std::pair<int, int> placeOf(std::int64_t index) const;
    [[nodiscard]] std::int64_t indexAtPoint(const QPoint &point) const;
    /// Axes that make rows, outermost first.
    [[nodiscard]] std::vector<std::size_t> rowAxes() const;
    void paintHeaders(QPainter &painter) const;
    void paintCell(QPainter &painter, std::int64_t index) const;
    void paintFigures(QPainter &painter, const SweepCell &cell, const QRect &line) const;
    void paintErrors(QPainter &painter, const QRect &seen) const;
    [[nodiscard]] std::vector<ErrorField> errorFields() const;
    void toggleTick(std::int64_t index);
    [[nodiscard]] bool canBe(std::int64_t index) const;

    std::vector<SweepAxis> m_axes;
    std::vector<SweepCell> m_cells;
    std::size_t m_columns = 0;
    std::optional<std::int64_t> m_now;
    std::int64_t m_current = -1;
    std::set<std::int64_t> m_ticked;
    bool m_isCompared = false;
    double m_slowest = 0;
    const SettingMaps *m_maps = nullptr;
    /// Found when they are painted; empty: to be found again.
    mutable std::optional<std::vector<ErrorField>> m_fields;
    Edge m_dropEdge = Edge::None;
    /// Where the button went down.
    std::int64_t m_pressed = -1;
};

} // namespace convscope
