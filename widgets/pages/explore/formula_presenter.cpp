// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/formula_presenter.h"

#include "controls/segmented_tabs.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "evaluation/layer_results.h"
#include "explain/cell_terms.h"
#include "explaining/explanation_words.h"
#include "explaining/operands_at.h"
#include "language/core_words.h"
#include "pages/explore/formula_picture.h"
#include "views/formula_strip.h"
#include "visual/plane.h"

#include <QApplication>
#include <QClipboard>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As long as a person rests on a cell.
constexpr int kRestMs = 120;

} // namespace

FormulaPresenter::FormulaPresenter(const PageContext &context, FormulaStrip *strip, QObject *parent)
    : QObject(parent), m_context(context), m_strip(strip),
      m_explainer(new CellExplainer(context, this))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kRestMs);
    connect(&m_timer, &QTimer::timeout, this, &FormulaPresenter::compute);
    connect(m_explainer, &CellExplainer::changed, this, [this] {
        show();
        follow();
    });
    connect(context.selection, &Selection::fieldToggled, this, [this] {
        show();
        follow();
    });
    connect(strip, &FormulaStrip::profileWanted, this, &FormulaPresenter::showProfile);
    connect(strip, &FormulaStrip::copyRequested, this, &FormulaPresenter::copySum);
    connect(strip, &FormulaStrip::channelChosen, this, [this](std::int64_t channel) {
        LookedAt at = m_context.selection->lookedAt();
        at.channel = channel;
        m_context.selection->look(at);
    });
    connect(strip, &FormulaStrip::photoChosen, this,
            [this] { m_context.selection->selectLayer(-1); });
}

void FormulaPresenter::setActive(bool isActive)
{
    m_isActive = isActive;
    m_explainer->setActive(isActive);
    if (!isActive) {
        m_timer.stop();
        m_jobs.stop();
    }
}

bool FormulaPresenter::isSettled() const
{
    return !m_explainer->isBusy() && !m_timer.isActive() && !m_jobs.isBusy();
}

void FormulaPresenter::copySum()
{
    if (const Explanation *told = m_explainer->explanation()) {
        QApplication::clipboard()->setText(wholeSumText(*told));
        m_context.status->showMessage(tr("Copied the sum with all digits"), 4000);
    }
}

void FormulaPresenter::show()
{
    if (!m_isActive)
        return;
    const Selection &selection = *m_context.selection;
    const LayerOperands *operands = m_explainer->operands();
    const Explanation *told = m_explainer->explanation();
    FormulaPicture picture;
    if (selection.layer() < 0) {
        picture.hint = tr("The input is where the numbers begin. Pin a pixel here to see what it "
                          "reaches in the layers behind it.");
    } else if (!m_explainer->obstacle().isEmpty()) {
        picture.hint = m_explainer->obstacle();
    } else if (operands == nullptr || !m_explainer->pinnedCell()) {
        picture.hint = selection.pinned() && operands != nullptr
                           ? tr("The pinned cell lies outside this map. Click a pixel to see why "
                                "it has its value.")
                           : tr("Click a pixel to see why it has its value.");
    } else if (told == nullptr) {
        picture.hint = tr("Adding up …");
    } else {
        const EvaluatedLayer *input = m_context.results->at(-1);
        std::vector<std::string> names;
        const std::vector<Source> sources = m_context.document->model().sources(selection.layer());
        if (!sources.empty() && sources.front().kind == Source::Kind::Input &&
            m_context.document->input() != nullptr)
            for (const Words &name : m_context.document->input()->channelNames)
                names.push_back(localized(name).toStdString());
        picture = formulaPicture(*operands, *told, names);
        // A sequence's small picture says nothing that its patches do not.
        if (input != nullptr && input->result.output.rank() > 3)
            picture.photo = input->picture.thumbnail;
        const auto field =
            PinnedField::of(*m_context.document, *m_context.results, selection, selection.layer());
        const auto box = field ? field->in(-1) : std::nullopt;
        if (field && !box && selection.showsField() && input != nullptr && sources.size() == 1)
            picture.fieldWords = tr("sees no cell of the input");
        if (box && input != nullptr && selection.showsField()) {
            const Extents extents = spatialExtents(input->result.output, input->format);
            // Of a volume the picture is one slice: rows and columns are its last two axes.
            const std::size_t rows = extents.size() == 3 ? 1 : 0;
            if (extents.size() == rows + 2 && box->cells.size() == extents.size()) {
                const auto share = [&](std::int64_t index, std::size_t axis) {
                    return static_cast<double>(index) / static_cast<double>(extents[axis]);
                };
                picture.box = QRectF(QPointF(share(box->cells[rows + 1].first, rows + 1),
                                             share(box->cells[rows].first, rows)),
                                     QPointF(share(box->cells[rows + 1].last + 1, rows + 1),
                                             share(box->cells[rows].last + 1, rows)));
            }
            picture.fieldWords = PinnedField::sentence(*box);
            if (m_effective && ownsEffective()) {
                // One cell's colour would say nothing.
                if (m_effective->field.width() * m_effective->field.height() > 1)
                    picture.field = m_effective->field;
                picture.fieldWords += u" · "_s + m_effective->words();
            }
        }
        picture.isStale = m_explainer->isStale() && m_context.results->showsStale();
    }
    m_strip->setPicture(std::move(picture));
    showProfile();
}

void FormulaPresenter::showProfile()
{
    const LayerOperands *operands = m_explainer->operands();
    const auto cell = m_explainer->pinnedCell();
    if (!m_isActive || m_strip->tabs()->currentIndex() != 1 || operands == nullptr || !cell ||
        operands->output.rank() < 3)
        return;
    const Tensor &output = operands->output;
    ChannelBars bars;
    Extents at = *cell;
    const std::int64_t channels = channelCount(output, operands->outputFormat);
    for (std::int64_t channel = 0; channel < channels; ++channel) {
        at.back() = channel;
        Extents index = tensorIndex(at, operands->outputFormat);
        index.insert(index.begin(), m_explainer->batch());
        bars.bars.push_back(
            {channel, static_cast<double>(output.data()[positionOf(index, output.extents())]),
             false});
    }
    if (m_strip->isProfileSorted())
        std::stable_sort(bars.bars.begin(), bars.bars.end(),
                         [](const auto &a, const auto &b) { return a.value > b.value; });
    bars.current = cell->back();
    bars.title = tr("This place in all %1 maps").arg(channels);
    bars.note = m_strip->isProfileSorted() ? tr("the largest first") : QString();
    m_strip->setProfile(std::move(bars));
}

bool FormulaPresenter::ownsEffective() const
{
    const auto cell = m_explainer->pinnedCell();
    return cell && m_effectiveLayer == m_context.selection->layer() && m_effectiveCell == *cell;
}

void FormulaPresenter::follow()
{
    if (!m_isActive)
        return;
    const Selection &selection = *m_context.selection;
    // The field is that of the layer where the cell was pinned, also while others are looked at.
    if (selection.layer() != selection.pinnedLayer())
        return;
    m_jobs.stop();
    m_timer.stop();
    const bool isKnown = m_effective && ownsEffective() && !m_explainer->isStale();
    const LayerOperands *operands = m_explainer->operands();
    if (!isKnown && m_effective) {
        m_effective.reset();
        Q_EMIT effectiveChanged();
    }
    const std::vector<Tensor> &inputs = m_context.document->inputTensors();
    const bool hasPlaces =
        !inputs.empty() && inputs.front().rank() > 2 && inputs.front().rank() < 6;
    if (!hasPlaces || !selection.showsField() || operands == nullptr ||
        !m_explainer->pinnedCell() || m_explainer->isStale())
        return;
    m_timer.start();
}

void FormulaPresenter::compute()
{
    const auto cell = m_explainer->pinnedCell();
    const int layer = m_explainer->layer();
    if (!m_isActive || !cell || layer < 0)
        return;
    WholeRun whole = wholeRun(*m_context.document, *m_context.results, m_explainer->reduction());
    if (whole.inputs.empty())
        return;
    m_jobs.startLatest(
        [model = m_context.document->model(), whole = std::move(whole), layer, cell = *cell,
         batch = m_explainer->batch()](const BackgroundJobs::Job &job) {
            return effectivePicture(model, whole.inputs, whole.result, layer, cell, batch,
                                    job.token());
        },
        [this, layer, cell = *cell](const Result<EffectivePicture> &found) {
            if (!found)
                return;
            m_effective = *found;
            m_effectiveLayer = layer;
            m_effectiveCell = cell;
            show();
            Q_EMIT effectiveChanged();
        });
}

} // namespace convscope
