// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/filter_bar.h"
#include "stack/card_list.h"
#include "stack/insert_handle.h"
#include "stack/stack_panel.h"

#include <QScrollBar>

namespace convscope {

void StackPanel::startFilter()
{
    m_filter->open();
    applyFilter();
}

void StackPanel::stepFind(int direction)
{
    if (m_filter->isOpen() && !m_filter->text().isEmpty())
        Q_EMIT hitWanted(direction);
    else
        startFilter();
}

void StackPanel::applyFilter()
{
    const QString text = m_filter->text();
    const bool showsHitsOnly = m_filter->isOpen() && m_filter->showsHitsOnly() && !text.isEmpty();
    if (m_showsHitsOnly != showsHitsOnly) {
        // The cards come anew, and with them the hits.
        m_showsHitsOnly = showsHitsOnly;
        showRails();
        Q_EMIT hitsOnlyChanged(showsHitsOnly);
    }
    Q_EMIT findChanged(text);
    hideRows();
}

void StackPanel::setHits(std::map<int, int> byRow, int current, int total)
{
    m_model->setHits(std::move(byRow));
    m_filter->setMatches(current + 1, total);
    if (m_showsHitsOnly)
        hideRows();
}

void StackPanel::hideRows()
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_list->setRowHidden(row, m_showsHitsOnly && m_model->hits(row) == 0);
    // Between two cards that are not neighbours no place is meant.
    m_list->setDragEnabled(!m_showsHitsOnly);
    m_list->setAcceptDrops(!m_showsHitsOnly);
    m_insert->setOffered(!m_showsHitsOnly);
    fitList();
}

std::pair<int, int> StackPanel::rowsShown() const
{
    const QRect view = m_list->viewport()->rect();
    const QModelIndex first = m_list->indexAt(view.topLeft() + QPoint(view.width() / 2, 2));
    const QModelIndex last = m_list->indexAt(view.bottomLeft() + QPoint(view.width() / 2, -2));
    // All fit, and more.
    return {first.isValid() ? first.row() : -1,
            last.isValid() ? last.row() : m_model->rowCount() - 1};
}

void StackPanel::showFromRow(int row)
{
    m_list->scrollTo(m_model->index(row), QAbstractItemView::PositionAtTop);
}

void StackPanel::reveal(int row)
{
    m_list->scrollTo(m_model->index(row));
}

} // namespace convscope
