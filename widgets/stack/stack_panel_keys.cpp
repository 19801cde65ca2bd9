// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/filter_bar.h"
#include "stack/card_list.h"
#include "stack/layer_card_delegate.h"
#include "stack/stack_panel.h"

#include <QKeyEvent>
#include <QMenu>

namespace convscope {

bool StackPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress)
        return keyPressed(static_cast<QKeyEvent *>(event));
    if (watched == m_list && event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete || key->matches(QKeySequence::Copy) ||
            (key->modifiers() == Qt::AltModifier &&
             (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)))
            event->accept();
        return false;
    }
    if (watched == m_list->viewport()) {
        if (event->type() == QEvent::MouseButtonPress ||
            event->type() == QEvent::MouseButtonDblClick)
            return mousePressed(static_cast<QMouseEvent *>(event));
        if (event->type() == QEvent::MouseButtonRelease)
            return mouseReleased(static_cast<QMouseEvent *>(event));
        if (event->type() == QEvent::Resize)
            followEdges();
        if (event->type() == QEvent::ContextMenu) {
            openContextMenu(static_cast<QContextMenuEvent *>(event)->globalPos());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool StackPanel::keyPressed(QKeyEvent *event)
{
    const int layer = selected();
    if (event->key() == Qt::Key_Escape && m_filter->isOpen()) {
        m_filter->dismiss();
        return true;
    }
    const bool isBlock = m_list->currentIndex().isValid() &&
                         m_model->card(m_list->currentIndex().row()).kind == CardKind::Block;
    if (event->key() == Qt::Key_Delete && layer >= 0 && isBlock)
        return true; // not the last layer of what is folded
    if (event->key() == Qt::Key_Delete && layer >= 0) {
        Q_EMIT removeRequested(layer);
        return true;
    }
    // The list would copy the words of the card.
    if (event->matches(QKeySequence::Copy)) {
        if (layer >= 0)
            Q_EMIT copyRequested(layer);
        return true;
    }
    if (foldByKey(event))
        return true;
    const bool isUp = event->key() == Qt::Key_Up;
    if (event->modifiers() == Qt::AltModifier && (isUp || event->key() == Qt::Key_Down)) {
        // Also at the ends: the list would move the selection instead.
        moveSelected(isUp ? -1 : 1);
        return true;
    }
    return false;
}

void StackPanel::moveSelected(int direction)
{
    const int layer = selected();
    if (layer < 0)
        return;
    if (!m_rails->rails().isShown) {
        const int to = layer + direction;
        if (to >= 0 && to < m_model->rowCount() - 1)
            Q_EMIT moveRequested(layer, to);
        return;
    }
    const int row = m_list->currentIndex().row();
    const int other = rowToStepTo(direction);
    if (other < 0 || m_model->card(row).kind == CardKind::Block || m_model->card(other).isInput)
        return;
    if (direction > 0) {
        place(layer, other);
        return;
    }
    int above = other - 1;
    while (above > 0 && m_model->card(above).kind == CardKind::Head)
        --above;
    place(layer, above);
}

void StackPanel::place(int layer, int rowAbove)
{
    if (!m_rails->rails().isShown || rowAbove < 0)
        return;
    const LayerCard &above = m_model->card(rowAbove);
    // Further inputs are read by name, in the inspector.
    if (!above.isFurtherInput)
        Q_EMIT placeRequested(layer, above.layer, readerBelow(rowAbove));
}

bool StackPanel::mouseReleased(QMouseEvent *event)
{
    const QModelIndex index = m_list->indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid() ||
        m_model->card(index.row()).kind != CardKind::Card || m_model->card(index.row()).isInput)
        return false;
    if (!LayerCardDelegate::moreRect(m_list->visualRect(index)).contains(event->pos()))
        return false;
    m_list->setCurrentIndex(index);
    openContextMenu(event->globalPosition().toPoint());
    return true;
}

void StackPanel::openContextMenu(QPoint globalPosition)
{
    const QModelIndex index = m_list->indexAt(m_list->viewport()->mapFromGlobal(globalPosition));
    if (index.isValid())
        m_list->setCurrentIndex(index);
    if (m_contextMenu != nullptr && selected() >= 0)
        m_contextMenu->popup(globalPosition);
}

int StackPanel::rowToStepTo(int direction) const
{
    for (int row = m_list->currentIndex().row() + direction; row >= 0 && row < m_model->rowCount();
         row += direction) {
        if (!m_list->isRowHidden(row) &&
            m_model->flags(m_model->index(row)).testFlag(Qt::ItemIsSelectable))
            return row;
    }
    return -1;
}

void StackPanel::step(int direction)
{
    goToRow(rowToStepTo(direction));
}

bool StackPanel::canStep(int direction) const
{
    return rowToStepTo(direction) >= 0;
}

void StackPanel::goToRow(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    if (!m_model->flags(m_model->index(row)).testFlag(Qt::ItemIsSelectable)) {
        // The head of a block.
        Q_EMIT selectionChanged(m_model->card(row).layer);
        return;
    }
    m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_model->index(row));
}

bool StackPanel::foldByKey(QKeyEvent *event)
{
    const QModelIndex index = m_list->currentIndex();
    const bool isLeft = event->key() == Qt::Key_Left;
    if (!index.isValid() || (!isLeft && event->key() != Qt::Key_Right))
        return false;
    const LayerCard &card = m_model->card(index.row());
    if (isLeft && event->modifiers() == Qt::ShiftModifier) {
        Q_EMIT foldAllRequested();
        return true;
    }
    if (event->modifiers() != Qt::NoModifier)
        return false;
    if (!isLeft) {
        if (card.kind == CardKind::Block)
            Q_EMIT foldRequested(card.block, false);
        return true;
    }
    // The block whose head stands above.
    for (int row = index.row() - 1; row >= 0; --row) {
        const LayerCard &above = m_model->card(row);
        if (above.kind == CardKind::Head && above.indent < card.indent) {
            Q_EMIT foldRequested(above.block, true);
            break;
        }
    }
    return true;
}

bool StackPanel::mousePressed(QMouseEvent *event)
{
    const QModelIndex index = m_list->indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return false;
    const LayerCard card = m_model->card(index.row());
    const bool isOnTriangle =
        LayerCardDelegate::foldRect(m_list->visualRect(index), card).contains(event->pos());
    const bool isDouble = event->type() == QEvent::MouseButtonDblClick;
    if (card.kind == CardKind::Head || (card.kind == CardKind::Block && (isOnTriangle || isDouble)))
        Q_EMIT foldRequested(card.block, card.kind == CardKind::Head);
    else
        return false;
    return true;
}

} // namespace convscope
