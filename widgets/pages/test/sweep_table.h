// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sweep/sweep.h"

#include <QWidget>

#include <optional>
#include <set>
#include <vector>

namespace convscope {

/// The settings of a sweep as a table: one argument makes the columns, the others nested rows. A
/// cell shows its output shape, its largest difference and its time, or why it cannot be.
class SweepTable : public QWidget
{
    Q_OBJECT

public:
    explicit SweepTable(QWidget *parent = nullptr);

    /// `columns`: which axis makes the columns. `now`: the position of the stack's own setting.
    void setSweep(const Sweep &sweep, std::vector<SweepCell> cells, std::size_t columns,
                  std::optional<std::int64_t> now);
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
    /// Enter or double click: the stack is to take this setting.
    void opened(std::int64_t index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int columnCount() const;
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] int cellWidth() const;
    [[nodiscard]] int rowHeaderWidth() const;
    /// Position of the setting in a row and column of the table.
    [[nodiscard]] std::int64_t indexAt(int row, int column) const;
    [[nodiscard]] std::pair<int, int> placeOf(std::int64_t index) const;
    [[nodiscard]] std::int64_t indexAtPoint(const QPoint &point) const;
    /// Axes that make rows, outermost first.
    [[nodiscard]] std::vector<std::size_t> rowAxes() const;
    void paintHeaders(QPainter &painter) const;
    void paintCell(QPainter &painter, std::int64_t index) const;
    void paintErrors(QPainter &painter) const;

    std::vector<SweepAxis> m_axes;
    std::vector<SweepCell> m_cells;
    std::size_t m_columns = 0;
    std::optional<std::int64_t> m_now;
    std::int64_t m_current = -1;
    std::set<std::int64_t> m_ticked;
    bool m_isCompared = false;
    double m_slowest = 0;
};

} // namespace convscope
