// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explaining/cell_explainer.h"

#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "explain/kernel_slice.h"
#include "explaining/operands_at.h"
#include "language/core_words.h"
#include "visual/plane.h"

#include <algorithm>

namespace convscope {

namespace {

/// What a window's thread explains in passing: about two milliseconds.
constexpr std::int64_t kMostAtOnce = 10000;
/// Windows are shown channel by channel, so that all of their terms are wanted: 11 × 11 × 2048 and
/// more.
constexpr std::size_t kMostWindowTerms = 1000000;

ExplainOptions optionsFor(const LayerOperands &operands)
{
    ExplainOptions options;
    if (operands.layer.type().axes)
        options.mostTerms = kMostWindowTerms;
    return options;
}

} // namespace

CellExplainer::CellExplainer(const PageContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
    connect(context.selection, &Selection::layerSelected, this, [this] {
        m_isBehind = true;
        m_pointed.reset();
        refresh();
    });
    connect(context.selection, &Selection::lookedElsewhere, this, [this] {
        m_pointed.reset();
        refresh();
    });
    connect(context.selection, &Selection::pinnedElsewhere, this, [this] {
        m_pointed.reset();
        refresh();
    });
    connect(context.results, &LayerResults::layerChanged, this,
            &CellExplainer::operandsHaveChanged);
    connect(context.results, &LayerResults::finished, this, [this] {
        if (m_isStale || !m_operands || m_isBehind)
            refresh();
    });
    connect(context.document, &ModelDocument::changed, this, [this] {
        m_isBehind = true;
        refresh();
    });
}

void CellExplainer::setActive(bool isActive)
{
    m_isActive = isActive;
    m_isBehind = true;
    if (isActive) {
        refresh();
        return;
    }
    // What a page holds while nobody sees it would keep tensors alive.
    m_jobs.stop();
    m_operands.reset();
    m_explanation.reset();
    m_pointed.reset();
}

void CellExplainer::operandsHaveChanged(int layer)
{
    if (!m_isActive)
        return;
    const int selected = m_context.selection->layer();
    bool isRead = layer == selected;
    if (!isRead && selected >= 0) {
        for (const Source &source : m_context.document->model().sources(selected))
            isRead |= source.kind == Source::Kind::Layer ? source.index == layer : layer < 0;
    }
    if (!isRead)
        return;
    m_isBehind = true;
    refresh();
}

void CellExplainer::refresh()
{
    if (!m_isActive)
        return;
    takeOperands();
    explainCell();
    Q_EMIT changed();
}

void CellExplainer::takeOperands()
{
    const int layer = m_context.selection->layer();
    const LayerResults &results = *m_context.results;
    const std::string name =
        layer < 0 ? std::string() : m_context.document->model().layer(layer).name();
    const bool isOther = name != m_operandsName || layer != m_layer;
    m_layer = layer;
    m_isStale = layer >= 0 && !isCurrent(*m_context.document, results, layer);
    // Results of different runs do not belong together: what is known stays until all are there.
    if (m_isStale && !isOther && m_operands)
        return;
    if (!m_isBehind && !isOther)
        return;
    m_operandsName = name;
    m_operands.reset();
    m_explanation.reset();
    m_operandsObstacle.clear();
    if (m_isStale && results.isRunning())
        return;
    m_isBehind = false;
    auto operands = operandsAt(*m_context.document, results, layer);
    if (!operands) {
        m_operandsObstacle = localized(operands.error());
        return;
    }
    m_reduction = results.at(layer)->reduction;
    m_operands = std::make_shared<const LayerOperands>(std::move(*operands));
}

std::optional<Extents> CellExplainer::pinnedCell() const
{
    if (!m_operands)
        return std::nullopt;
    const Tensor &output = m_operands->output;
    const LookedAt at = m_context.selection->lookedAt();
    if (output.rank() == 2) {
        const auto &pinned = m_context.selection->pinned();
        if (!pinned || pinned->place.size() != 1 || pinned->place[0] >= output.extent(1))
            return std::nullopt;
        return pinned->place;
    }
    auto cell = m_context.selection->cellIn(spatialExtents(output, m_operands->outputFormat));
    const std::int64_t channels = channelCount(output, m_operands->outputFormat);
    if (!cell || channels < 1)
        return std::nullopt;
    cell->push_back(std::clamp<std::int64_t>(at.channel, 0, channels - 1));
    return cell;
}

std::optional<Extents> CellExplainer::cell() const
{
    return m_pointed ? m_pointed : pinnedCell();
}

const Explanation *CellExplainer::explanation() const
{
    return m_explanation ? &*m_explanation : nullptr;
}

void CellExplainer::explainCell()
{
    m_jobs.stop();
    m_obstacle = m_operandsObstacle;
    const std::optional<Extents> at = cell();
    if (!m_operands || !at) {
        m_explanation.reset();
        return;
    }
    const std::int64_t samples = std::max<std::int64_t>(m_operands->output.extent(0), 1);
    m_batch = std::clamp<std::int64_t>(m_context.selection->lookedAt().batch, 0, samples - 1);
    m_isQuick = explanationCost(*m_operands, *at, m_batch) <= kMostAtOnce;
    if (m_isQuick) {
        take(explain(*m_operands, *at, m_batch, optionsFor(*m_operands)));
        return;
    }
    m_explanation.reset();
    m_jobs.startLatest(
        [operands = m_operands, cell = *at, batch = m_batch](const BackgroundJobs::Job &) {
            return explain(*operands, cell, batch, optionsFor(*operands));
        },
        [this](const Result<Explanation> &told) {
            take(told);
            Q_EMIT changed();
        });
}

void CellExplainer::take(const Result<Explanation> &told)
{
    m_explanation.reset();
    if (told)
        m_explanation = *told;
    else
        m_obstacle = localized(told.error());
}

void CellExplainer::pointAt(std::optional<Extents> cell)
{
    if (cell == m_pointed || !m_operands || (cell && !m_isQuick))
        return;
    if (!cell) {
        m_pointed.reset();
    } else {
        if (!m_pointed && cell == pinnedCell())
            return;
        m_pointed = std::move(cell);
    }
    explainCell();
    Q_EMIT changed();
}

void CellExplainer::pin(const Extents &cell)
{
    if (!m_operands)
        return;
    Selection &selection = *m_context.selection;
    if (m_operands->output.rank() == 2) {
        selection.pin(PinnedCell{cell});
        return;
    }
    LookedAt at = selection.lookedAt();
    at.channel = cell.back();
    const std::vector<std::int64_t> place(cell.begin(), cell.end() - 1);
    if (place.size() == 3) {
        at.slice = place[0];
        at.row = place[1];
        at.column = place[2];
        selection.look(at);
        selection.pin(PinnedCell{{place[1], place[2]}});
        return;
    }
    selection.look(at);
    selection.pin(PinnedCell{place});
}

} // namespace convscope
