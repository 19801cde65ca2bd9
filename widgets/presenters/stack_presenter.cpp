// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/stack_presenter.h"

#include "document/selection.h"
#include "document/status_sink.h"
#include "evaluation/layer_results.h"
#include "language/core_words.h"
#include "model/rewire.h"
#include "presenters/layer_cards.h"
#include "stack/stack_panel.h"
#include "style/numbers.h"
#include "style/theme.h"
#include "views/shape_ribbon.h"

#include <QtMath>

#include <algorithm>
#include <map>

namespace convscope {

namespace {

/// How long after an edit the cards follow at the latest: most runs have ended by then.
constexpr int kFirstCardsMs = 24;
/// While a stack is being computed they follow at this pace.
constexpr int kCardsEveryMs = 33;
/// As large as cards and ribbon show their pictures anywhere.
constexpr int kThumbnailSide = 112;
/// From so many layers on cards beside lines have two lines of text.
constexpr int kDenseFrom = 10;

} // namespace

StackPresenter::StackPresenter(const PageContext &context, StackPanel *stack, ShapeRibbon *ribbon,
                               QObject *parent)
    : QObject(parent), m_context(context), m_stack(stack), m_ribbon(ribbon),
      m_inputs(context.document), m_search(context, stack),
      m_overview(context, stack, ribbon->overview())
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
    connect(context.selection, &Selection::inputSelected, this,
            [this] { showSelected(m_context.selection->layer()); });
    // Cards and ribbon show the map that is looked at.
    connect(context.selection, &Selection::lookedElsewhere, this, [this] {
        const Selection *selection = m_context.selection;
        m_context.results->setShownChannel(selection->layer(), selection->lookedAt().channel);
    });
    connect(context.theme, &Theme::changed, this, &StackPresenter::updateThumbnails);
    connect(&m_inputs, &FurtherInputs::changed, this, &StackPresenter::makeCards);
    connectStack();
    updateThumbnails();
    followDocument();
}

void StackPresenter::connectStack()
{
    ModelDocument *document = m_context.document;
    Selection *selection = m_context.selection;
    connect(m_stack, &StackPanel::selectionChanged, selection, &Selection::selectLayer);
    connect(m_stack, &StackPanel::inputWanted, selection,
            [selection](int input) { selection->selectInput(static_cast<std::size_t>(input)); });
    connect(m_stack, &StackPanel::removeRequested, document, &ModelDocument::removeLayer);
    connect(m_stack, &StackPanel::moveRequested, document, &ModelDocument::moveLayer);
    connect(m_stack, &StackPanel::placeRequested, this, &StackPresenter::place);
    connect(m_stack, &StackPanel::renameRequested, document, &ModelDocument::renameLayer);
    connect(m_ribbon, &ShapeRibbon::selected, selection, [this, selection](int index) {
        const RibbonFace &face = m_ribbon->face(index);
        if (face.layer < 0)
            selection->selectInput(static_cast<std::size_t>(face.input));
        else
            selection->selectLayer(face.layer);
    });
    connect(m_stack, &StackPanel::foldRequested, this, &StackPresenter::fold);
    connect(m_stack, &StackPanel::foldAllRequested, this, &StackPresenter::foldAll);
    connect(&m_search, &StackSearch::layerWanted, this, &StackPresenter::goToHit);
    connect(&m_search, &StackSearch::changed, this, [this] { showOverview(); });
    connect(m_stack, &StackPanel::hitsOnlyChanged, this, [this] {
        m_areRowsOld = true;
        makeCards();
        showSelected(m_context.selection->layer());
    });
    // Another file; a path also changes where the same one is saved.
    connect(document, &ModelDocument::pathChanged, this, [this, document] {
        if (document->undoStack()->count() > 0)
            return;
        m_folds.open(document->model().size());
        m_areRowsOld = true;
        makeCards();
        showSelected(m_context.selection->layer());
    });
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
    m_inputs.setStyle(QSize(side, side), m_context.theme->isDark());
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
    unfoldFor(layer);
    m_stack->select(layer, static_cast<int>(m_context.selection->input()));
    m_ribbon->setCurrent(faceOf(layer));
    showOverview();
    showChips();
}

int StackPresenter::faceOf(int layer) const
{
    for (int face = 0; face < m_ribbon->count(); ++face) {
        const RibbonFace &at = m_ribbon->face(face);
        if (at.layer == layer &&
            (layer >= 0 || at.input == static_cast<int>(m_context.selection->input())))
            return face;
    }
    return -1;
}

void StackPresenter::goToHit(int layer)
{
    unfoldFor(layer, true);
    m_context.selection->selectLayer(layer);
    showSelected(layer);
}

bool StackPresenter::isRibbonFolded() const
{
    return m_folds.hasNamedBlocks() && !m_arrangement.blocks.empty();
}

void StackPresenter::showOverview()
{
    if (isRibbonFolded())
        m_overview.follow(m_arrangement, m_search);
}

void StackPresenter::unfoldFor(int layer, bool asLine)
{
    // The card of a block stands for its last layer.
    bool hasUnfolded = false;
    for (;;) {
        const int block = m_arrangement.foldedBlockOf(layer);
        if (block < 0)
            break;
        const LayerBlock &folded = m_arrangement.blocks[static_cast<std::size_t>(block)];
        if (!asLine && m_arrangement.order[static_cast<std::size_t>(folded.last)] == layer)
            break;
        m_folds.setFolded(m_arrangement.blockNames[static_cast<std::size_t>(block)], false);
        m_areRowsOld = true;
        arrange();
        hasUnfolded = true;
    }
    if (hasUnfolded)
        makeCards();
}

void StackPresenter::place(int layer, int above, int reader)
{
    ModelDocument *document = m_context.document;
    auto moved = moveBelow(document->model(), layer, above, reader);
    if (!moved) {
        m_context.status->showFailure(localized(moved.error()));
        return;
    }
    const QString name = QString::fromStdString(document->model().layer(layer).name());
    document->changeModel(std::move(*moved), tr("move %1").arg(name));
}

void StackPresenter::fold(const QString &name, bool folded)
{
    const int block = m_arrangement.blockNamed(name.toStdString());
    if (block < 0)
        return;
    m_folds.setFolded(name.toStdString(), folded);
    m_areRowsOld = true;
    // What is looked at stays to be seen: the block shows its last layer.
    const StackRow row{CardKind::Block, -1, 0, block, 0, false};
    const std::vector<int> layers = m_arrangement.layersOf(row);
    const int selected = m_context.selection->layer();
    makeCards();
    if (folded && std::find(layers.begin(), layers.end(), selected) != layers.end())
        m_context.selection->selectLayer(layers.back());
    showSelected(m_context.selection->layer());
}

void StackPresenter::foldAll()
{
    const int selected = m_context.selection->layer();
    m_folds.foldAll();
    m_areRowsOld = true;
    makeCards();
    if (const int block = m_arrangement.foldedBlockOf(selected); block >= 0)
        m_context.selection->selectLayer(m_arrangement.order[static_cast<std::size_t>(
            m_arrangement.blocks[static_cast<std::size_t>(block)].last)]);
    showSelected(m_context.selection->layer());
}

void StackPresenter::unfoldAll()
{
    m_folds.unfoldAll();
    m_areRowsOld = true;
    makeCards();
    showSelected(m_context.selection->layer());
}

void StackPresenter::showChips()
{
    const Model &model = m_context.document->model();
    const int layer = m_context.selection->layer();
    std::map<int, QString> chips;
    if (layer >= 0 && layer < static_cast<int>(m_arrangement.rowOfLayer.size()) &&
        m_arrangement.foldedBlockOf(layer) < 0 && m_arrangement.rails.isShown) {
        int place = 0;
        for (const Source &source : model.sources(layer)) {
            int row = -1;
            if (source.kind == Source::Kind::Layer)
                row = m_arrangement.rowOfLayer[static_cast<std::size_t>(source.index)];
            else if (source.kind == Source::Kind::Input)
                row = source.index;
            if (row >= 0) {
                QString &chip = chips[row];
                chip += (chip.isEmpty() ? QString() : QStringLiteral(" ")) + QString::number(place);
            }
            ++place;
        }
    }
    std::map<int, QString> faces;
    for (const auto &[row, chip] : chips)
        faces[m_arrangement.rails.rows[static_cast<std::size_t>(row)].node] = chip;
    // One read needs no number.
    if (model.size() > layer && layer >= 0 && model.sources(layer).size() < 2)
        faces.clear();
    m_ribbon->setChips(std::move(faces));
    m_stack->setChips(std::move(chips));
}

bool StackPresenter::hasSameLayers() const
{
    const Model &model = m_context.document->model();
    const auto isSame = [](const std::shared_ptr<const Layer> &a,
                           const std::shared_ptr<const Layer> &b) {
        return a == b ||
               (a->name() == b->name() && a->inputs() == b->inputs() && &a->type() == &b->type());
    };
    return std::ranges::equal(model.inputs, m_arrangedInputs, {}, &ModelInput::name) &&
           std::equal(model.layers.begin(), model.layers.end(), m_arranged.begin(),
                      m_arranged.end(), isSame);
}

LayerCard StackPresenter::cardOf(const StackRow &row) const
{
    LayerCard card = rowCard(*m_context.document, *m_context.results, m_arrangement, row);
    if (row.layer < 0 && row.input > 0)
        card.thumbnail = m_inputs.at(row.input).thumbnail;
    return card;
}

RibbonFace StackPresenter::faceOf(const StackRow &row, const LayerCard &card) const
{
    RibbonFace face = rowFace(*m_context.document, *m_context.results, row, card);
    if (row.layer < 0)
        face.caption = card.title;
    if (row.block >= 0) {
        auto block = static_cast<std::size_t>(row.block);
        while (m_arrangement.blocks[block].parent >= 0)
            block = static_cast<std::size_t>(m_arrangement.blocks[block].parent);
        face.block = QString::fromStdString(m_arrangement.blockNames[block]);
        face.isLine = row.kind == CardKind::Line || static_cast<int>(block) != row.block;
    }
    if (row.layer < 0 && row.input > 0) {
        const LayerPicture picture = m_inputs.at(row.input);
        face.picture = picture.thumbnail;
        face.lines = picture.lines;
    }
    return face;
}

void StackPresenter::arrange()
{
    // An edit of arguments or weights leaves every row where it is.
    if (!m_areRowsOld && hasSameLayers())
        return;
    m_areRowsOld = false;
    const Model &model = m_context.document->model();
    m_arrangement = arrangeStack(model, m_stack->showsHitsOnly() ? nullptr : &m_folds);
    m_arranged = model.layers;
    m_arrangedInputs.clear();
    for (const ModelInput &input : model.inputs)
        m_arrangedInputs.push_back(input.name);
}

void StackPresenter::makeCards()
{
    const ModelDocument &document = *m_context.document;
    const LayerResults &results = *m_context.results;
    arrange();
    std::vector<LayerCard> cards;
    std::vector<RibbonFace> faces;
    for (const StackRow &row : m_arrangement.rows) {
        cards.push_back(cardOf(row));
        if (row.kind != CardKind::Head)
            faces.push_back(faceOf(row, cards.back()));
    }
    m_changedLayers.clear();
    m_areAllBehind = false;
    m_cardsAreSlow = results.isSlow();
    m_cardTimer.stop();
    m_stack->setDense(m_arrangement.rails.isShown && document.model().size() >= kDenseFrom);
    m_stack->setCards(std::move(cards));
    m_stack->setRails(m_arrangement.rails);
    m_ribbon->setFolded(isRibbonFolded());
    m_ribbon->setGraph(m_arrangement.rails.isShown || isRibbonFolded()
                           ? std::optional(m_arrangement.rails.lanes)
                           : std::nullopt);
    m_ribbon->setFaces(std::move(faces));
    m_ribbon->setTotals(ribbonTotals(document, results));
    m_search.follow(m_arrangement);
    showOverview();
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
    std::set<int> rows;
    for (const int index : m_changedLayers) {
        if (index >= static_cast<int>(m_arrangement.rowOfLayer.size()))
            continue;
        rows.insert(index < 0 ? 0 : m_arrangement.rowOfLayer[static_cast<std::size_t>(index)]);
    }
    for (const int row : rows) {
        const StackRow &at = m_arrangement.rows[static_cast<std::size_t>(row)];
        const LayerCard card = cardOf(at);
        m_stack->setCard(row, card);
        const int face = m_arrangement.rails.rows[static_cast<std::size_t>(row)].node;
        if (face < m_ribbon->count())
            m_ribbon->setFace(face, faceOf(at, card));
    }
    m_changedLayers.clear();
    m_cardTimer.stop();
    if (!m_context.results->isRunning())
        showOverview();
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
    m_stack->setBlocks(static_cast<int>(m_arrangement.blocks.size()));
    m_stack->setTotals(document.model().size(),
                       m_arrangement.blocks.empty()
                           ? tr("%1 parameters").arg(integerText(document.shapes().params))
                           : integerText(document.shapes().params),
                       m_problems);
    Q_EMIT updated();
}

} // namespace convscope
