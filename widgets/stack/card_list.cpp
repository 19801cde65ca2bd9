// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/card_list.h"

#include <QDrag>
#include <QMimeData>
#include <QPainter>

namespace convscope {

namespace {

constexpr qreal kOpacity = 0.6;
/// From the pointer to the card's corner.
constexpr QPoint kHotSpot{-14, -10};

} // namespace

QPixmap CardList::draggedCard(const QModelIndex &index) const
{
    const QRect card = visualRect(index);
    QPixmap whole(card.size() * devicePixelRatioF());
    whole.setDevicePixelRatio(devicePixelRatioF());
    whole.fill(Qt::transparent);
    QPixmap faint = whole;
    {
        QPainter painter(&whole);
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        option.rect = QRect(QPoint(0, 0), card.size());
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
    QPainter painter(&faint);
    painter.setOpacity(kOpacity);
    painter.drawPixmap(0, 0, whole);
    return faint;
}

void CardList::startRenaming(const QModelIndex &index)
{
    // The public edit() prints a warning where there is nothing to edit.
    if (isVisible() && !isRowHidden(index.row()))
        edit(index, AllEditTriggers, nullptr);
}

void CardList::startDrag(Qt::DropActions actions)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || !model()->flags(index).testFlag(Qt::ItemIsDragEnabled))
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(model()->mimeData({index}));
    drag->setPixmap(draggedCard(index));
    drag->setHotSpot(kHotSpot);
    drag->exec(actions, Qt::MoveAction);
}

} // namespace convscope
