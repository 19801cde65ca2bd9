// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// How the cards, the ribbon and the totals follow the document and its results.
#include "window/main_window.h"

#include "stack/stack_panel.h"
#include "style/numbers.h"
#include "views/shape_ribbon.h"
#include "window/layer_cards.h"
#include "window/status_line.h"

namespace convscope {

namespace {

/// While a stack is being computed its cards follow at this pace.
constexpr int kCardsEveryMs = 33;

} // namespace

bool MainWindow::hasSameLayers() const
{
    const auto isSame = [](const std::shared_ptr<const Layer> &layer, const QString &name) {
        return cardName(*layer) == name;
    };
    const auto &layers = m_document.model().layers;
    return std::equal(layers.begin(), layers.end(), m_cardNames.begin(), m_cardNames.end(), isSame);
}

void MainWindow::updateCards()
{
    std::vector<LayerCard> cards;
    std::vector<RibbonFace> faces;
    for (int i = -1; i < m_document.model().size(); ++i) {
        cards.push_back(layerCard(m_document, m_results, i));
        faces.push_back(ribbonFace(m_document, m_results, i, cards.back()));
    }
    m_changedLayers.clear();
    m_areAllBehind = false;
    m_cardsAreSlow = m_results.isSlow();
    m_cardTimer.stop();
    m_cardNames.clear();
    for (const auto &layer : m_document.model().layers)
        m_cardNames << cardName(*layer);
    m_stack->setCards(std::move(cards));
    m_ribbon->setFaces(std::move(faces));
    m_ribbon->setTotals(ribbonTotals(m_document, m_results));
    updateState();
    m_host->refresh();
}

void MainWindow::layerHasChanged(int index)
{
    // While layers end one after another, the maps come first; the end updates all cards.
    m_changedLayers.insert(index);
    if (!m_results.isRunning())
        updateLayers();
    else if (!m_cardTimer.isActive())
        m_cardTimer.start(kCardsEveryMs);
}

void MainWindow::updateLayers()
{
    if (m_areAllBehind) {
        updateCards();
        return;
    }
    for (const int index : m_changedLayers) {
        if (index >= m_document.model().size())
            continue;
        const LayerCard card = layerCard(m_document, m_results, index);
        m_stack->setCard(index, card);
        if (index + 1 < m_ribbon->count())
            m_ribbon->setFace(index + 1, ribbonFace(m_document, m_results, index, card));
    }
    m_changedLayers.clear();
    m_cardTimer.stop();
}

void MainWindow::followProgress()
{
    // All cards say that they wait, once; from then on only those that have ended change.
    if (m_cardsAreSlow != m_results.isSlow()) {
        updateCards();
        return;
    }
    updateLayers();
    updateState();
    m_host->refresh();
}

void MainWindow::updateState()
{
    const int problems = problemCount(m_document, m_results);
    QString first;
    for (int i = 0; i < m_document.model().size() && first.isEmpty(); ++i) {
        if (m_results.state(i).isProblem())
            first = QString::fromStdString(m_document.model().layer(i).name());
    }
    m_stack->setTotals(m_document.model().size(),
                       tr("%1 parameters").arg(integerText(m_document.shapes().params)), problems);
    m_status->showState(m_document, m_results, problems, first);
}

} // namespace convscope
