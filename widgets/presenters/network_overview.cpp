// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/network_overview.h"

#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "presenters/stack_search.h"
#include "stack/stack_panel.h"
#include "views/ribbon_overview.h"

#include <algorithm>
#include <cmath>

namespace convscope {

NetworkOverview::NetworkOverview(const PageContext &context, StackPanel *stack,
                                 RibbonOverview *overview, QObject *parent)
    : QObject(parent), m_context(context), m_panel(stack), m_overview(overview)
{
    connect(stack, &StackPanel::scrolled, this, &NetworkOverview::showFrame);
    connect(overview, &RibbonOverview::topWanted, this, &NetworkOverview::scrollTo);
}

void NetworkOverview::follow(const StackArrangement &stack, const StackSearch &search)
{
    m_stack = stack;
    m_positions.assign(stack.order.size(), 0);
    const Model &model = m_context.document->model();
    const LayerResults &results = *m_context.results;
    std::vector<OverviewBar> bars;
    for (std::size_t i = 0; i < stack.order.size(); ++i) {
        const int layer = stack.order[i];
        m_positions[static_cast<std::size_t>(layer)] = static_cast<int>(i);
        OverviewBar bar;
        bar.name = QString::fromStdString(model.layer(layer).name());
        if (const EvaluatedLayer *evaluated = results.at(layer); evaluated != nullptr)
            bar.milliseconds = evaluated->result.milliseconds;
        const LayerState::Kind state = results.state(layer).kind;
        bar.isUnknown = state == LayerState::Kind::Unknown;
        bar.isIllegal = state == LayerState::Kind::Illegal || state == LayerState::Kind::Failed;
        bar.isHit = search.isOpen() && search.isHit(layer);
        bar.isCurrent = !search.isOpen() && layer == m_context.selection->layer();
        bars.push_back(std::move(bar));
    }
    m_overview->setBars(std::move(bars));
    showFrame();
}

std::pair<int, int> NetworkOverview::positionsOf(int row) const
{
    const StackRow &at = m_stack.rows[static_cast<std::size_t>(row)];
    if (at.layer < 0)
        return {0, 0};
    if (at.kind == CardKind::Block || at.kind == CardKind::Head) {
        const LayerBlock &block = m_stack.blocks[static_cast<std::size_t>(at.block)];
        return {block.first, at.kind == CardKind::Block ? block.last : block.first};
    }
    const int position = m_positions[static_cast<std::size_t>(at.layer)];
    return {position, position};
}

void NetworkOverview::showFrame()
{
    const auto [first, last] = m_panel->rowsShown();
    if (first < 0 || last < first || last >= static_cast<int>(m_stack.rows.size()))
        return;
    m_overview->setShown(positionsOf(first).first, positionsOf(last).second + 1);
}

void NetworkOverview::scrollTo(double position)
{
    if (m_stack.order.empty())
        return;
    const auto last = static_cast<double>(m_stack.order.size() - 1);
    const auto at = static_cast<std::size_t>(std::lround(std::clamp(position, 0.0, last)));
    const int layer = m_stack.order[at];
    m_panel->showFromRow(at == 0 ? 0 : m_stack.rowOfLayer[static_cast<std::size_t>(layer)]);
}

} // namespace convscope
