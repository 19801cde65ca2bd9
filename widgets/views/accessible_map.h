// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pictures/map_viewport.h"

#include <QAccessibleWidget>
#include <QHash>

namespace convscope {

class FeatureMapView;

/// The visible cells of a map as a table: rows and columns carry the map's own indices in their
/// descriptions, cells are named "row 86, column 146, 1.3864". Cells exist only while asked for.
class AccessibleMap : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit AccessibleMap(FeatureMapView *view);
    ~AccessibleMap() override;
    Q_DISABLE_COPY_MOVE(AccessibleMap)

    [[nodiscard]] FeatureMapView *view() const;
    /// Nothing where the cell is out of sight.
    [[nodiscard]] QAccessibleInterface *interfaceOf(MapCell cell) const;
    [[nodiscard]] MapRange visible() const;

    void *interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override;
    [[nodiscard]] int selectedCellCount() const override;
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override;
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return 0; }
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

private:
    /// By row · columns of the map + column.
    mutable QHash<std::int64_t, QAccessible::Id> m_cells;
};

} // namespace convscope
