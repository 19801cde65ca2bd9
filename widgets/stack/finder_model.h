// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "stack/finder_popup.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <vector>

namespace convscope {

/// The rows of a finder: headings and the entries that answer the query, best first within a group.
class FinderModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit FinderModel(std::vector<FinderEntry> entries, QObject *parent);

    void setQuery(const QString &query);
    /// nullptr: the row is a heading.
    [[nodiscard]] const FinderEntry *entry(int row) const;
    [[nodiscard]] int entryCount() const { return m_count; }
    [[nodiscard]] int total() const { return static_cast<int>(m_entries.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString heading;
        /// −1: a heading.
        int entry = -1;
    };

    std::vector<FinderEntry> m_entries;
    std::vector<Row> m_rows;
    int m_count = 0;
};

/// Paints a heading, or icon, title, subtitle and note of an entry.
class FinderDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    /// A row that is cut says itself whole.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace convscope
