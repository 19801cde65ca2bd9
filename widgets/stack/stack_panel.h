// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "stack/layer_list_model.h"

#include <QWidget>

class QLabel;
class QListView;
class QMenu;
class QToolButton;

namespace convscope {

class AddRow;
class CardList;
class FilterBar;
class InsertHandle;
class LayerCardDelegate;
class TokenLabel;

/// The left panel: the cards of the stack with everything that can be done to them. Owns no truth;
/// layers are positions in the model, −1 is the input.
class StackPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StackPanel(QWidget *parent = nullptr);

    void setCards(std::vector<LayerCard> cards);
    void setCard(int layer, const LayerCard &card);
    void select(int layer);
    [[nodiscard]] int selected() const;
    /// "5 layers" and "12 816 parameters" at the foot; problems > 0 shows the way to them instead.
    void setTotals(int layers, const QString &parameters, int problems);
    void setCompact(bool compact);
    /// The keys that add a layer and go to the next problem, as words; empty: none.
    void setKeys(const QString &add, const QString &problem);
    /// Entries of a card's menu; the card is selected before it opens. Not owned.
    void setContextMenu(QMenu *menu) { m_contextMenu = menu; }
    void startRenaming();
    void focusList();
    /// Opens the field that shows only some of the cards, by class, name or shape.
    void startFilter();
    [[nodiscard]] FilterBar *filter() const { return m_filter; }
    /// Where a pop-up that adds a layer below `layer` should open, in global coordinates.
    [[nodiscard]] QPoint addPosition(int layer) const;
    [[nodiscard]] QListView *list() const;

Q_SIGNALS:
    void selectionChanged(int layer);
    /// The person wants to add a layer at this position of the model.
    void addRequested(int position);
    void copyRequested(int layer);
    void removeRequested(int layer);
    void moveRequested(int from, int to);
    void renameRequested(int layer, const QString &name);
    void nextProblemRequested();
    /// Files were dropped on the cards.
    void filesDropped(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    bool keyPressed(QKeyEvent *event);
    bool mouseReleased(QMouseEvent *event);
    void openContextMenu(QPoint globalPosition);
    void fitList();
    void applyFilter();
    void goToFound();

    LayerListModel *m_model;
    LayerCardDelegate *m_delegate;
    CardList *m_list;
    InsertHandle *m_insert;
    FilterBar *m_filter;
    QToolButton *m_add;
    AddRow *m_addBelow;
    TokenLabel *m_layers;
    QLabel *m_parameters;
    QToolButton *m_nextProblem;
    /// In the place of cards that a filter has hidden, all of them.
    TokenLabel *m_nothingFound;
    QMenu *m_contextMenu = nullptr;
    /// The selection is being set, not made by the person.
    bool m_isQuiet = false;
};

} // namespace convscope
