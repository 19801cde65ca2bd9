// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/accessible_map.h"

#include "views/feature_map_view.h"

namespace convscope {

namespace {

constexpr qsizetype kKeptCells = 2048;

class Cell : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    Cell(AccessibleMap *map, MapCell cell) : m_map(map), m_cell(cell) {}

    [[nodiscard]] MapCell cell() const { return m_cell; }

    bool isValid() const override
    {
        return m_map->isValid() && m_cell.row < m_map->view()->viewport().rows() &&
               m_cell.column < m_map->view()->viewport().columns();
    }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return m_map; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_map->view()->spokenCell(m_cell)
                                                      : QString();
    }

    QRect rect() const override
    {
        const QRect own = m_map->view()->cellRect(m_cell).toAlignedRect();
        return {m_map->view()->mapToGlobal(own.topLeft()), own.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.invalid = !isValid();
        state.focused = m_map->view()->hasFocus() && m_map->view()->currentCell() == m_cell;
        state.selected = isSelected();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface
                   ? static_cast<QAccessibleTableCellInterface *>(this)
                   : nullptr;
    }

    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override
    {
        return static_cast<int>(m_cell.column - m_map->visible().firstColumn);
    }
    int rowIndex() const override
    {
        return static_cast<int>(m_cell.row - m_map->visible().firstRow);
    }
    bool isSelected() const override { return m_map->view()->pinnedCell() == m_cell; }
    QAccessibleInterface *table() const override { return m_map; }

private:
    AccessibleMap *m_map;
    MapCell m_cell;
};

} // namespace

AccessibleMap::AccessibleMap(FeatureMapView *view) : QAccessibleWidget(view, QAccessible::Table) {}

AccessibleMap::~AccessibleMap()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
}

FeatureMapView *AccessibleMap::view() const
{
    return static_cast<FeatureMapView *>(widget());
}

MapRange AccessibleMap::visible() const
{
    return view()->viewport().visible();
}

void *AccessibleMap::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessibleInterface *AccessibleMap::interfaceOf(MapCell cell) const
{
    const MapRange range = visible();
    if (cell.row < range.firstRow || cell.row >= range.firstRow + range.rows ||
        cell.column < range.firstColumn || cell.column >= range.firstColumn + range.columns)
        return nullptr;
    const std::int64_t key = cell.row * view()->viewport().columns() + cell.column;
    if (const auto known = m_cells.constFind(key); known != m_cells.constEnd()) {
        auto *made = static_cast<Cell *>(QAccessible::accessibleInterface(*known));
        // Another map may have other columns.
        if (made && made->cell() == cell)
            return made;
    }
    if (m_cells.size() >= kKeptCells || m_cells.contains(key)) {
        for (const QAccessible::Id id : std::as_const(m_cells))
            QAccessible::deleteAccessibleInterface(id);
        m_cells.clear();
    }
    auto *made = new Cell(const_cast<AccessibleMap *>(this), cell);
    m_cells.insert(key, QAccessible::registerAccessibleInterface(made));
    return made;
}

int AccessibleMap::rowCount() const
{
    return static_cast<int>(visible().rows);
}

int AccessibleMap::columnCount() const
{
    return static_cast<int>(visible().columns);
}

int AccessibleMap::childCount() const
{
    return rowCount() * columnCount();
}

QAccessibleInterface *AccessibleMap::cellAt(int row, int column) const
{
    const MapRange range = visible();
    return interfaceOf({range.firstRow + row, range.firstColumn + column});
}

QAccessibleInterface *AccessibleMap::child(int index) const
{
    const int columns = columnCount();
    return index < 0 || columns == 0 ? nullptr : cellAt(index / columns, index % columns);
}

int AccessibleMap::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *cell = dynamic_cast<const Cell *>(child);
    return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
}

QAccessibleInterface *AccessibleMap::childAt(int x, int y) const
{
    const auto cell = view()->cellAt(view()->mapFromGlobal(QPoint(x, y)));
    return cell ? interfaceOf(*cell) : nullptr;
}

QAccessibleInterface *AccessibleMap::focusChild() const
{
    const auto cell = view()->currentCell();
    return cell ? interfaceOf(*cell) : nullptr;
}

QString AccessibleMap::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Value) {
        const auto cell = view()->currentCell();
        return cell ? view()->spokenCell(*cell) : QString();
    }
    return QAccessibleWidget::text(kind);
}

int AccessibleMap::selectedCellCount() const
{
    return static_cast<int>(selectedCells().size());
}

QList<QAccessibleInterface *> AccessibleMap::selectedCells() const
{
    const auto cell = view()->pinnedCell();
    QAccessibleInterface *made = cell ? interfaceOf(*cell) : nullptr;
    return made ? QList<QAccessibleInterface *>{made} : QList<QAccessibleInterface *>{};
}

QString AccessibleMap::columnDescription(int column) const
{
    return FeatureMapView::tr("column %1").arg(visible().firstColumn + column);
}

QString AccessibleMap::rowDescription(int row) const
{
    return FeatureMapView::tr("row %1").arg(visible().firstRow + row);
}

} // namespace convscope
