// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QListView>

namespace convscope {

/// The list of cards. A dragged card hangs at the pointer's lower right, half seen through, so that
/// the line where it would land is seen beside it.
class CardList : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;

    /// The picture of a card that is dragged away.
    [[nodiscard]] QPixmap draggedCard(const QModelIndex &index) const;

    /// Opens the field for a card's name, unless it is open or the card is not to be seen.
    void startRenaming(const QModelIndex &index);

protected:
    void startDrag(Qt::DropActions actions) override;
};

} // namespace convscope
