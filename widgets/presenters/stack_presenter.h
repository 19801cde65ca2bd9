// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "presenters/further_inputs.h"
#include "presenters/network_overview.h"
#include "presenters/stack_arrangement.h"
#include "presenters/stack_search.h"
#include "views/shape_ribbon.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <set>
#include <vector>

namespace convscope {

class StackPanel;

/// Keeps cards, ribbon and totals showing the document and its results, and turns what is done to
/// the cards into edits. While a stack is being computed they follow at a pace of their own: the
/// maps come first.
class StackPresenter : public QObject
{
    Q_OBJECT

public:
    /// `stack` and `ribbon` must outlive this object.
    StackPresenter(const PageContext &context, StackPanel *stack, ShapeRibbon *ribbon,
                   QObject *parent = nullptr);

    /// Draws the small pictures for a screen of so many device pixels per pixel.
    void setScale(double devicePixelRatio);
    /// How many layers cannot run by themselves.
    [[nodiscard]] int problemCount() const { return m_problems; }
    /// Name of the first of them; empty: none.
    [[nodiscard]] const QString &firstProblem() const { return m_firstProblem; }

    /// The model has blocks to fold.
    [[nodiscard]] bool hasBlocks() const { return !m_arrangement.blocks.empty(); }
    void foldAll();
    void unfoldAll();

Q_SIGNALS:
    /// Problems, or how far the run is, may be others.
    void updated();

private:
    void connectStack();
    void followDocument();
    void followProgress();
    void layerHasChanged(int index);
    void makeCards();
    void updateLayers();
    void updateTotals();
    void showSelected(int layer);
    [[nodiscard]] bool hasSameLayers() const;
    /// Rows and lanes anew, where layers, their reads or what is folded have changed.
    void arrange();
    void place(int layer, int above, int reader);
    void fold(const QString &block, bool folded);
    /// Until the layer is seen; `asLine`: not as the last one of a folded block either.
    void unfoldFor(int layer, bool asLine = false);
    void goToHit(int layer);
    /// One face for each block, as the network was opened with its blocks folded.
    [[nodiscard]] bool isRibbonFolded() const;
    void showOverview();
    void showChips();
    [[nodiscard]] int faceOf(int layer) const;
    [[nodiscard]] LayerCard cardOf(const StackRow &row) const;
    [[nodiscard]] RibbonFace faceOf(const StackRow &row, const LayerCard &card) const;
    void updateThumbnails();

    PageContext m_context;
    StackPanel *m_stack;
    ShapeRibbon *m_ribbon;
    FurtherInputs m_inputs;
    double m_scale = 1;
    /// Layers whose cards and faces are behind, and when they catch up.
    std::set<int> m_changedLayers;
    bool m_areAllBehind = false;
    /// The cards say what has still to be computed.
    bool m_cardsAreSlow = false;
    StackArrangement m_arrangement;
    /// The layers and the names of the inputs that it was made of.
    std::vector<std::shared_ptr<const Layer>> m_arranged;
    std::vector<std::string> m_arrangedInputs;
    /// Folds or a search have changed: the arrangement is another though the layers are not.
    bool m_areRowsOld = true;
    Folds m_folds;
    StackSearch m_search;
    NetworkOverview m_overview;
    QTimer m_cardTimer;
    int m_problems = 0;
    QString m_firstProblem;
};

} // namespace convscope
