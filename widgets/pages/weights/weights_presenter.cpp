// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/weights_presenter.h"

#include "controls/quiet_spin_box.h"
#include "controls/segmented_tabs.h"
#include "controls/token_label.h"
#include "document/model_document.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "evaluation/layer_results.h"
#include "language/core_words.h"
#include "pages/weights/preset_bar.h"
#include "pages/weights/split_map_view.h"
#include "pages/weights/weight_cells.h"
#include "pages/weights/weight_facts.h"
#include "pages/weights/weight_names.h"
#include "pages/weights/weight_overview.h"
#include "pages/weights/weight_tools.h"
#include "style/numbers.h"
#include "style/theme.h"
#include "views/panel_buttons.h"

#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Values that are measured at every change; more wait for a rest.
constexpr std::int64_t kAtOnce = std::int64_t{1} << 20;
constexpr int kRestMs = 250;
/// A larger kernel has no frequency response here.
constexpr std::int64_t kMostCells = 4096;

} // namespace

WeightsPresenter::WeightsPresenter(const PageContext &context, const WeightViews &views,
                                   QObject *parent)
    : QObject(parent), m_context(context), m_views(views), m_weights(context),
      m_editor(context, &m_weights), m_origins(context), m_live(context, views)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &WeightsPresenter::startMeasuring);
    connect(&m_live, &LiveMapPresenter::shown, this, [this] {
        // Undone, it is no longer what made the map.
        const bool isLast = m_live.hasBefore() &&
                            m_context.document->undoStack()->undoText() == m_editor.lastName();
        m_live.setNote(isLast ? m_editor.lastName() : QString());
    });
    connect(&m_editor, &WeightsEditor::gestureStarts, &m_live, &LiveMapPresenter::keepBefore);
    connect(&m_editor, &WeightsEditor::gestureStarts, this,
            [this] { m_origins.keep(m_weights.layer()); });
    connect(context.document, &ModelDocument::changed, this, [this] { follow(true); });
    connect(context.results, &LayerResults::layerChanged, this, [this](int layer) {
        if (layer == m_context.selection->layer())
            follow(false);
    });
    connect(context.results, &LayerResults::finished, this, [this] { follow(false); });
    connect(context.selection, &Selection::layerSelected, this, [this] { follow(false); });
    connect(context.selection, &Selection::lookedElsewhere, this, [this] {
        if (!m_isActive || m_isShowing)
            return;
        followMap();
        m_live.refresh();
    });
    connect(context.theme, &Theme::changed, this, [this] {
        if (m_isActive)
            m_live.refresh();
    });
    connectViews();
    connectEdits();
}

void WeightsPresenter::connectViews()
{
    connect(m_views.weights, &QTabBar::currentChanged, this, [this](int index) {
        if (m_isShowing || index < 0 || index >= static_cast<int>(m_entries.size()))
            return;
        m_entry = index;
        showEntry();
    });
    connect(m_views.target, &QTabBar::currentChanged, this, [this](int index) {
        if (!m_isShowing && index >= 0)
            setTarget(WeightTarget(index));
    });
    connect(m_views.overview, &WeightOverview::chosen, this,
            [this](OverviewTile tile) { goTo(placeOfTile(tile)); });
    connect(m_views.slice, &QuietSpinBox::valueEdited, this, [this](qint64 slice) {
        WeightPlace place = m_place;
        place.slice = std::clamp<qint64>(slice, 0, layout().kernel().slices - 1);
        goTo(place);
    });
    connect(m_views.facts, &WeightFacts::filterChosen, this, [this](std::int64_t filter) {
        WeightPlace place = m_place;
        place.filter = filter;
        goTo(place);
    });
    WeightCells *cells = m_views.cells;
    connect(cells, &WeightCells::currentChanged, this, &WeightsPresenter::takeCell);
    connect(cells, &WeightCells::hovered, this, &WeightsPresenter::describe);
    const auto step = [this](std::int64_t WeightPlace::*axis, int by) {
        WeightPlace place = m_place;
        place.*axis += by;
        goTo(place);
    };
    connect(cells, &WeightCells::filterWanted, this,
            [step](int by) { step(&WeightPlace::filter, by); });
    connect(cells, &WeightCells::channelWanted, this,
            [step](int by) { step(&WeightPlace::channel, by); });
    connect(cells, &WeightCells::sliceWanted, this,
            [step](int by) { step(&WeightPlace::slice, by); });
    connect(m_views.map, &LargeMapView::previousMap, this,
            [step] { step(&WeightPlace::filter, -1); });
    connect(m_views.map, &LargeMapView::nextMap, this, [step] { step(&WeightPlace::filter, 1); });
    connect(m_views.map, &SplitMapView::described, this,
            [status = m_context.status](const QString &text) { status->showCell(text); });
    connect(m_views.mode, &QTabBar::currentChanged, this,
            [this](int mode) { m_views.map->setMode(SplitMapView::Mode(mode)); });
    connect(m_views.map, &SplitMapView::modeChosen, this, [this](SplitMapView::Mode mode) {
        m_views.mode->setCurrentIndex(static_cast<int>(mode));
    });
    QMenu *range = m_views.range->menu();
    const auto addRange = [&](const QString &text, bool ofFilter) {
        range->addAction(text, this, [this, text, ofFilter] {
            m_isRangeOfFilter = ofFilter;
            m_views.range->setText(text);
            m_views.range->updateGeometry();
            m_views.overview->valuesChanged();
            m_views.cells->viewport()->update();
        });
    };
    addRange(tr("Range of each filter"), true);
    addRange(tr("Range of all"), false);
    m_views.range->setText(range->actions().front()->text());
}

void WeightsPresenter::connectEdits()
{
    WeightCells *cells = m_views.cells;
    connect(cells, &WeightCells::gestureBegins, this, [this] {
        m_editor.begin();
        m_valueBefore = double(m_weights.value(m_weight, m_place));
    });
    connect(cells, &WeightCells::valueWanted, this, [this](SheetCell cell, double value) {
        setValue(weightAt(cell), placeAt(cell), value);
    });
    connect(cells, &WeightCells::gestureCancelled, &m_editor, &WeightsEditor::cancel);
    connect(cells, &WeightCells::turnWanted, this, [this] { transform(WeightOperation::Turn, 0); });
    connect(cells, &WeightCells::mirrorWanted, this, [this](bool leftRight) {
        transform(leftRight ? WeightOperation::MirrorColumns : WeightOperation::MirrorRows, 0);
    });
    connect(cells, &WeightCells::copyWanted, this, &WeightsPresenter::copy);
    connect(cells, &WeightCells::pasteWanted, this, &WeightsPresenter::paste);
    const auto showMenu = [this](const QPoint &at) { m_views.tools->menu()->popup(at); };
    connect(cells, &WeightCells::menuWanted, this, showMenu);
    connect(m_views.overview, &WeightOverview::menuWanted, this, showMenu);
    WeightTools *tools = m_views.tools;
    connect(tools, &WeightTools::wanted, this, &WeightsPresenter::transform);
    connect(tools, &WeightTools::copyWanted, this, &WeightsPresenter::copy);
    connect(tools, &WeightTools::pasteWanted, this, &WeightsPresenter::paste);
    connect(tools, &WeightTools::biasWanted, this, [this](double value, bool continuing) {
        const auto bias = biasWeight();
        if (!bias)
            return;
        const WeightPlace place{.filter =
                                    mapOf(layout(), m_place, m_weights.layout(*bias).filters())};
        if (!continuing) {
            m_editor.begin();
            m_valueBefore = double(m_weights.value(*bias, place));
        }
        setValue(*bias, place, value);
    });
    connect(m_views.presets, &PresetBar::presetWanted, this, &WeightsPresenter::applyPreset);
    connect(m_views.overview, &WeightOverview::presetDropped, this,
            [this](OverviewTile tile, KernelShape shape) {
                goTo(placeOfTile(tile));
                applyPreset(m_views.presets->presetOf(shape), false);
            });
    connect(m_views.presets, &PresetBar::randomWanted, this, [this] {
        m_views.facts->seedField()->setValue(m_views.facts->seed() + 1);
        drawStartValues(m_views.facts->seed(), false);
    });
    connect(m_views.facts, &WeightFacts::startWanted, this, &WeightsPresenter::drawStartValues);
    connect(m_views.facts, &WeightFacts::constraintWanted, this,
            &WeightsPresenter::applyConstraint);
    connect(m_views.facts, &WeightFacts::restoreWanted, this, [this](bool ofAll) {
        if (ofAll)
            restoreAll();
        else
            restoreTarget();
    });
}

void WeightsPresenter::setActive(bool isActive)
{
    m_isActive = isActive;
    m_live.setActive(isActive);
    if (isActive) {
        follow(true);
        followMap();
    } else {
        m_rest.stop();
    }
}

bool WeightsPresenter::isSettled() const
{
    return !m_rest.isActive() && !m_jobs.isBusy() && !m_edits.isBusy() && m_live.isSettled() &&
           !(m_nothing.isEmpty() && m_weights.isBehind() && m_context.results->isRunning());
}

void WeightsPresenter::setNothing(const QString &sentence)
{
    // What another layer's kernel holds must not stay in the status line.
    if (!sentence.isEmpty())
        m_context.status->showCell({});
    if (sentence == m_nothing)
        return;
    m_nothing = sentence;
    Q_EMIT nothingChanged();
}

void WeightsPresenter::follow(bool isEdited)
{
    if (!m_isActive)
        return;
    const int layer = m_context.selection->layer();
    const int before = m_weights.layer();
    const auto specs = m_weights.specs();
    const bool hadValues = !m_weights.isEmpty();
    const bool areOther = m_weights.follow(layer, isEdited);
    const bool isOther =
        before != layer || specs != m_weights.specs() || !hadValues || m_weights.isEmpty();
    // The sheets read the weights whenever they are laid out: they go with them.
    if (isOther) {
        m_views.overview->setSheet({});
        m_views.cells->setSheet({});
    }
    m_live.refresh();
    if (layer < 0) {
        setNothing(tr("The input has no weights. Select a layer."));
        m_views.facts->clear(m_nothing);
        return;
    }
    const Layer &shown = m_context.document->model().layer(layer);
    if (m_weights.specs().empty()) {
        setNothing(tr("%1 has no weights: all that it does stands in its arguments.")
                       .arg(qt(shown.type().className)));
        m_views.facts->clear(m_nothing);
        return;
    }
    if (m_weights.isEmpty()) {
        setNothing(tr("The weights of %1 are not known before it has run.").arg(qt(shown.name())));
        m_views.facts->clear(m_nothing);
        return;
    }
    setNothing({});
    if (isOther)
        build();
    else if (areOther)
        showValues();
    else if (m_weights.isWhole() && m_measuring != m_weights.tensors()[m_weight].fingerprint())
        measure();
}

void WeightsPresenter::build()
{
    m_entries.clear();
    Entry vectors{{}, true};
    for (std::size_t i = 0; i < m_weights.specs().size(); ++i) {
        if (m_weights.layout(i).isVector())
            vectors.weights.push_back(i);
        else
            m_entries.push_back({{i}, false});
    }
    if (!vectors.weights.empty())
        m_entries.push_back(vectors);
    {
        const QScopedValueRollback showing(m_isShowing, true);
        while (m_views.weights->count() > 0)
            m_views.weights->removeTab(0);
        for (const Entry &entry : m_entries)
            m_views.weights->addTab(entry.weights.size() > 1
                                        ? tr("statistics")
                                        : qt(m_weights.specs()[entry.weights.front()].name));
        m_entry = std::clamp(m_entry, 0, static_cast<int>(m_entries.size()) - 1);
        m_views.weights->setCurrentIndex(m_entry);
        m_views.weights->setVisible(m_entries.size() > 1);
    }
    showEntry();
}

void WeightsPresenter::showEntry()
{
    m_weight = entry().weights.front();
    const WeightLayout &now = layout();
    const auto within = [](std::int64_t value, std::int64_t count) {
        return std::clamp<std::int64_t>(value, 0, std::max<std::int64_t>(0, count - 1));
    };
    m_place = {within(m_place.filter, now.filters()), within(m_place.channel, now.channels()),
               within(m_place.slice, now.kernel().slices), within(m_place.row, now.kernel().rows),
               within(m_place.column, now.kernel().columns)};
    m_statistics.reset();
    m_measuring.reset();
    showNames();
    showOverview();
    showCells();
    m_views.tools->setKernel(now);
    m_views.presets->setKernel(now.kernel());
    m_views.presets->setEnabled(true);
    {
        const QScopedValueRollback showing(m_isShowing, true);
        m_views.target->setTabText(0, now.kernel().count() > 1 ? tr("Kernel") : tr("Value"));
        m_views.target->setTabVisible(1, !now.isVector());
    }
    setTarget(now.isVector() && m_target == WeightTarget::Filter ? WeightTarget::Kernel : m_target);
    showStart();
    showPlace();
    showValues();
}

void WeightsPresenter::takeCell(SheetCell cell)
{
    if (m_isShowing || !m_nothing.isEmpty())
        return;
    if (entry().isVectors && weightAt(cell) != m_weight) {
        m_weight = weightAt(cell);
        m_statistics.reset();
        showNames();
        showStart();
        measure();
    }
    goTo(placeAt(cell));
}

void WeightsPresenter::goTo(WeightPlace place)
{
    if (!m_nothing.isEmpty())
        return;
    const auto within = [](std::int64_t value, std::int64_t count) {
        return std::clamp<std::int64_t>(value, 0, std::max<std::int64_t>(0, count - 1));
    };
    place.filter = within(place.filter, layout().filters());
    place.channel = within(place.channel, layout().channels());
    place.slice = within(place.slice, layout().kernel().slices);
    const bool isOtherSlice = place.slice != m_place.slice;
    m_place = place;
    if (isOtherSlice)
        showOverview();
    showPlace();
    const EvaluatedLayer *result = m_context.results->at(m_weights.layer());
    if (result == nullptr || result->result.output.isNull())
        return;
    const std::int64_t map =
        mapOf(layout(), m_place, channelCount(result->result.output, result->format));
    LookedAt at = m_context.selection->lookedAt();
    if (map < 0 || map == at.channel)
        return;
    at.channel = map;
    const QScopedValueRollback showing(m_isShowing, true);
    m_context.selection->look(at);
    m_live.refresh();
}

void WeightsPresenter::followMap()
{
    const EvaluatedLayer *result = m_context.results->at(m_context.selection->layer());
    if (!m_nothing.isEmpty() || m_entries.empty() || result == nullptr ||
        result->result.output.isNull())
        return;
    WeightPlace place = m_place;
    if (!placeOfMap(layout(), m_context.selection->lookedAt().channel,
                    channelCount(result->result.output, result->format), place))
        return;
    m_place.filter = std::min(place.filter, layout().filters() - 1);
    m_place.channel = std::min(place.channel, layout().channels() - 1);
    showPlace();
}

void WeightsPresenter::showPlace()
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_views.overview->setCurrent(isTurned() ? OverviewTile{m_place.channel, m_place.filter}
                                            : OverviewTile{m_place.filter, m_place.channel});
    m_views.cells->setCurrent(cellOf(m_place));
    m_views.cells->viewport()->update();
    m_views.slice->setValue(m_place.slice);
    m_views.facts->setCurrentFilter(m_place.filter);
    QString title;
    if (entry().isVectors || layout().isMatrix())
        title = cellName(spec(), layout().indices(m_place));
    else if (layout().channels() > 1)
        title = tr("Filter %1 · %2").arg(m_place.filter).arg(nameOfChannel(m_place.channel));
    else
        title = tr("Filter %1").arg(m_place.filter);
    m_views.kernelTitle->setText(title);
    const auto bias = biasWeight();
    m_views.tools->setBias(
        bias ? std::optional(m_weights.value(
                   *bias, {.filter = mapOf(layout(), m_place, m_weights.layout(*bias).filters())}))
             : std::nullopt);
    // What is seen of one kernel: its slice.
    const KernelExtents &kernel = layout().kernel();
    std::vector<float> values;
    double sum = 0;
    const bool isKernel = !entry().isVectors && kernel.count() > 1;
    if (isKernel && kernel.rows * kernel.columns <= kMostCells) {
        WeightPlace place = m_place;
        for (place.row = 0; place.row < kernel.rows; ++place.row) {
            for (place.column = 0; place.column < kernel.columns; ++place.column) {
                values.push_back(m_weights.value(m_weight, place));
                sum += double(values.back());
            }
        }
    } else if (!isKernel) {
        sum = double(m_weights.value(m_weight, m_place));
    }
    m_views.tools->setSum(sum);
    const bool isFinite =
        std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
    const bool isFilter = isFinite && spec().name.ends_with("kernel");
    showEdited();
    m_views.facts->setKernel(isFilter ? values : std::vector<float>(), kernel.rows, kernel.columns);
    describe(std::nullopt);
}

void WeightsPresenter::showValues()
{
    m_views.overview->valuesChanged();
    m_views.cells->valuesChanged();
    showPlace();
    measure();
}

void WeightsPresenter::measure()
{
    if (!m_isActive)
        return;
    // Edits that lie over the tensor come into it with the next run; a drag goes on.
    if (!m_weights.isWhole()) {
        m_rest.stop();
        m_jobs.stop();
        m_measuring.reset();
        return;
    }
    if (m_weights.tensors()[m_weight].size() <= kAtOnce)
        startMeasuring();
    else
        m_rest.start();
}

void WeightsPresenter::startMeasuring()
{
    if (!m_isActive || m_weights.isEmpty() || !m_weights.isWhole() ||
        m_weight >= m_weights.tensors().size())
        return;
    const Tensor &tensor = m_weights.tensors()[m_weight];
    m_measuring = tensor.fingerprint();
    m_jobs.startLatest(
        [tensor, layout = layout()](const BackgroundJobs::Job &job) {
            return weightStatistics(tensor, layout, job.token());
        },
        [this, weight = m_weight](Result<WeightStatistics> statistics) {
            if (!statistics || weight != m_weight || !m_nothing.isEmpty())
                return;
            m_measured = weight;
            m_statistics = std::make_shared<const WeightStatistics>(std::move(*statistics));
            m_views.facts->setStatistics(tr("All of %1").arg(qt(spec().name)), *m_statistics,
                                         !layout().isVector() && layout().filters() > 1);
            m_views.facts->setCurrentFilter(m_place.filter);
            m_views.overview->valuesChanged();
            m_views.cells->viewport()->update();
        });
}

} // namespace convscope
