// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/stack_presenter.h"

#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "presenters/layer_cards.h"
#include "stack/stack_panel.h"
#include "style/numbers.h"
#include "style/theme.h"
#include "views/shape_ribbon.h"

#include <QtMath>

#include <algorithm>

namespace convscope {

namespace {

/// How long after an edit the cards follow at the latest: most runs have ended by then.
constexpr int kFirstCardsMs = 24;
/// While a stack is being computed they follow at this pace.
constexpr int kCardsEveryMs = 33;
/// As large as cards and ribbon show their pictures anywhere.
constexpr int kThumbnailSide = 112;

} // namespace

StackPresenter::StackPresenter(const PageContext &context, StackPanel *stack, ShapeRibbon *ribbon,
                               QObject *parent)
    : QObject(parent), m_context(context), m_stack(stack), m_ribbon(ribbon)
{
    m_cardTimer.setSingleShot(true);
    connect(&m_cardTimer, &QTimer::timeout, this, &StackPresenter::updateLayers);
    connect(context.document, &ModelDocument::changed, this, &StackPresenter::followDocument);
    const LayerResults *results = context.results;
    connect(results, &LayerResults::layerChanged, this, &StackPresenter::layerHasChanged);
    connect(results, &LayerResults::thumbnailChanged, this, &StackPresenter::layerHasChanged);
    connect(results, &LayerResults::progressed, this, &StackPresenter::followProgress);
    connect(results, &LayerResults::finished, this, &StackPresenter::makeCards);
    connect(results, &LayerResults::questionChanged, this, [this] {
        followDocument();
        updateTotals();
    });
    connect(context.selection, &Selection::layerSelected, this, &StackPresenter::showSelected);
    // Cards and ribbon show the map that is looked at.
    connect(context.selection, &Selection::lookedElsewhere, this, [this] {
        const Selection *selection = m_context.selection;
        m_context.results->setShownChannel(selection->layer(), selection->lookedAt().channel);
    });
    connect(context.theme, &Theme::changed, this, &StackPresenter::updateThumbnails);
    connectStack();
    updateThumbnails();
    followDocument();
}

void StackPresenter::connectStack()
{
    ModelDocument *document = m_context.document;
    Selection *selection = m_context.selection;
    connect(m_stack, &StackPanel::selectionChanged, selection, &Selection::selectLayer);
    connect(m_stack, &StackPanel::removeRequested, document, &ModelDocument::removeLayer);
    connect(m_stack, &StackPanel::moveRequested, document, &ModelDocument::moveLayer);
    connect(m_stack, &StackPanel::renameRequested, document, &ModelDocument::renameLayer);
    connect(m_ribbon, &ShapeRibbon::selected, selection,
            [selection](int face) { selection->selectLayer(face - 1); });
}

void StackPresenter::setScale(double devicePixelRatio)
{
    m_scale = devicePixelRatio;
    updateThumbnails();
}

void StackPresenter::updateThumbnails()
{
    const int side = qCeil(kThumbnailSide * m_scale);
    m_context.results->setThumbnails(QSize(side, side), m_context.theme->isDark());
}

void StackPresenter::followDocument()
{
    if (m_context.results->isRunning() && hasSameLayers()) {
        // Most runs end before a person sees the cards change: then they change once.
        m_areAllBehind = true;
        // Not anew for every move of a drag, or they would never change while it lasts.
        if (!m_cardTimer.isActive())
            m_cardTimer.start(kFirstCardsMs);
    } else {
        makeCards();
    }
    showSelected(m_context.selection->layer());
}

void StackPresenter::showSelected(int layer)
{
    m_stack->select(layer);
    m_ribbon->setCurrent(layer + 1);
}

bool StackPresenter::hasSameLayers() const
{
    const auto isSame = [](const std::shared_ptr<const Layer> &layer, const QString &name) {
        return cardName(*layer) == name;
    };
    const auto &layers = m_context.document->model().layers;
    return std::equal(layers.begin(), layers.end(), m_cardNames.begin(), m_cardNames.end(), isSame);
}

void StackPresenter::makeCards()
{
    const ModelDocument &document = *m_context.document;
    const LayerResults &results = *m_context.results;
    std::vector<LayerCard> cards;
    std::vector<RibbonFace> faces;
    for (int i = -1; i < document.model().size(); ++i) {
        cards.push_back(layerCard(document, results, i));
        faces.push_back(ribbonFace(document, results, i, cards.back()));
    }
    m_changedLayers.clear();
    m_areAllBehind = false;
    m_cardsAreSlow = results.isSlow();
    m_cardTimer.stop();
    m_cardNames.clear();
    for (const auto &layer : document.model().layers)
        m_cardNames << cardName(*layer);
    m_stack->setCards(std::move(cards));
    m_ribbon->setFaces(std::move(faces));
    m_ribbon->setTotals(ribbonTotals(document, results));
    updateTotals();
}

void StackPresenter::layerHasChanged(int index)
{
    // While layers end one after another, the maps come first; the end updates all cards.
    m_changedLayers.insert(index);
    if (!m_context.results->isRunning())
        updateLayers();
    else if (!m_cardTimer.isActive())
        m_cardTimer.start(kCardsEveryMs);
}

void StackPresenter::updateLayers()
{
    if (m_areAllBehind) {
        makeCards();
        return;
    }
    const ModelDocument &document = *m_context.document;
    for (const int index : m_changedLayers) {
        if (index >= document.model().size())
            continue;
        const LayerCard card = layerCard(document, *m_context.results, index);
        m_stack->setCard(index, card);
        if (index + 1 < m_ribbon->count())
            m_ribbon->setFace(index + 1, ribbonFace(document, *m_context.results, index, card));
    }
    m_changedLayers.clear();
    m_cardTimer.stop();
}

void StackPresenter::followProgress()
{
    // All cards say that they wait, once; from then on only those that have ended change.
    if (m_cardsAreSlow != m_context.results->isSlow()) {
        makeCards();
        return;
    }
    updateLayers();
    updateTotals();
}

void StackPresenter::updateTotals()
{
    const ModelDocument &document = *m_context.document;
    m_problems = 0;
    m_firstProblem.clear();
    for (int i = 0; i < document.model().size(); ++i) {
        if (!m_context.results->state(i).isProblem())
            continue;
        if (m_problems == 0)
            m_firstProblem = QString::fromStdString(document.model().layer(i).name());
        ++m_problems;
    }
    m_stack->setTotals(document.model().size(),
                       tr("%1 parameters").arg(integerText(document.shapes().params)), m_problems);
    Q_EMIT updated();
}

} // namespace convscope
