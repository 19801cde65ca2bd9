// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "stack/layer_list_model.h"
#include "stack/rail_strip.h"

#include <QWidget>

#include <map>
#include <utility>

class QHBoxLayout;
class QLabel;
class QListView;
class QMenu;
class QToolButton;

namespace convscope {

class AddRow;
class CardList;
class EdgeStrip;
class FilterBar;
class InsertHandle;
class LayerCardDelegate;
class TokenLabel;

/// The left panel: the cards of the stack with everything that can be done to them, and the lines
/// of who reads whom beside them. Owns no truth; layers are positions in the model, −1 is the
/// input.
class StackPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StackPanel(QWidget *parent = nullptr);

    void setCards(std::vector<LayerCard> cards);
    void setCard(int row, const LayerCard &card);
    /// Of the rows; shown where something does not run along the trunk, and no card is hidden.
    void setRails(Rails rails);
    [[nodiscard]] RailStrip *rails() const { return m_rails; }
    /// See LayerListModel::ChipRole.
    void setChips(std::map<int, QString> chips) { m_model->setChips(std::move(chips)); }
    /// `input`: which of the model's inputs where `layer` is −1.
    void select(int layer, int input = 0);
    [[nodiscard]] int selected() const;
    /// Selects the next (1) or the previous (−1) row, as the arrow keys do.
    void step(int direction);
    /// The selected layer should change places with the row above (−1) or below it (1).
    void moveSelected(int direction);
    [[nodiscard]] bool canStep(int direction) const;
    /// Who reads what stands at a row where a layer is added below it: the layer of the next row;
    /// −1: all who read it.
    [[nodiscard]] int readerBelow(int row) const;
    /// "5 layers" and "12 816 parameters" at the foot; problems > 0 shows the way to them instead.
    void setTotals(int layers, const QString &parameters, int problems);
    /// "in 20 blocks" beside the number of layers; 0: not said.
    void setBlocks(int blocks);
    void setCompact(bool compact);
    /// Cards of two lines, where there are many.
    void setDense(bool dense);
    /// The keys that add a layer and go to the next problem, as words; empty: none.
    void setKeys(const QString &add, const QString &problem);
    /// Entries of a card's menu; the card is selected before it opens. Not owned.
    void setContextMenu(QMenu *menu) { m_contextMenu = menu; }
    void startRenaming();
    void focusList();
    /// Opens the field that looks for layers: the cards stay and hits are marked, or, by its
    /// funnel, only hits are shown.
    void startFilter();
    /// On to the next hit (1) or back (−1); opens the field where nothing is looked for.
    void stepFind(int direction);
    /// By row, how many hits it has; which hit is the current one (−1: none) of how many.
    void setHits(std::map<int, int> byRow, int current, int total);
    [[nodiscard]] bool showsHitsOnly() const { return m_showsHitsOnly; }
    /// The first and the last row that are to be seen; −1: none.
    [[nodiscard]] std::pair<int, int> rowsShown() const;
    void showFromRow(int row);
    /// Scrolls so far that the row is seen.
    void reveal(int row);
    [[nodiscard]] FilterBar *filter() const { return m_filter; }
    /// Where a pop-up that adds a layer below `layer` should open, in global coordinates.
    [[nodiscard]] QPoint addPosition(int layer) const;
    [[nodiscard]] QListView *list() const;

Q_SIGNALS:
    void selectionChanged(int layer);
    /// The card of this input of the model was gone to, or something dropped on it.
    void inputWanted(int input);
    /// The person wants to add a layer at this position of the model, below the layer before it;
    /// `reader`: see readerBelow().
    void addRequested(int position, int reader);
    /// A block should be folded or not.
    void foldRequested(const QString &block, bool folded);
    void foldAllRequested();
    /// Another text is looked for; empty: none.
    void findChanged(const QString &text);
    /// To the next hit (1), the one before (−1), or the current one (0).
    void hitWanted(int direction);
    /// While only hits are shown, every layer should have a card of its own.
    void hitsOnlyChanged(bool isOn);
    /// rowsShown() may be others.
    void scrolled();
    void copyRequested(int layer);
    void removeRequested(int layer);
    void moveRequested(int from, int to);
    /// In a graph a layer should stand below another one (−1: the input), `reader`: see
    /// readerBelow().
    void placeRequested(int layer, int above, int reader);
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
    bool mousePressed(QMouseEvent *event);
    bool mouseReleased(QMouseEvent *event);
    bool foldByKey(QKeyEvent *event);
    [[nodiscard]] int rowToStepTo(int direction) const;
    void goToRow(int row);
    void place(int layer, int rowAbove);
    void showRails();
    void followEdges();
    void updateLook();
    void openContextMenu(QPoint globalPosition);
    void fitList();
    void applyFilter();
    void hideRows();

    LayerListModel *m_model;
    LayerCardDelegate *m_delegate;
    CardList *m_list;
    InsertHandle *m_insert;
    FilterBar *m_filter;
    QToolButton *m_add;
    AddRow *m_addBelow;
    RailStrip *m_rails;
    EdgeStrip *m_above;
    EdgeStrip *m_below;
    QHBoxLayout *m_rows;
    TokenLabel *m_layers;
    QLabel *m_parameters;
    QToolButton *m_nextProblem;
    /// In the place of cards that a filter has hidden, all of them.
    TokenLabel *m_nothingFound;
    QMenu *m_contextMenu = nullptr;
    /// The selection is being set, not made by the person.
    bool m_isQuiet = false;
    bool m_isCompact = false;
    bool m_isDense = false;
    bool m_showsHitsOnly = false;
    int m_blocks = 0;
};

} // namespace convscope
