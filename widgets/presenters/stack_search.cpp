// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/stack_search.h"

#include "document/selection.h"
#include "presenters/layer_cards.h"
#include "stack/card_filter.h"
#include "stack/stack_panel.h"

#include <algorithm>
#include <map>

namespace convscope {

StackSearch::StackSearch(const PageContext &context, StackPanel *stack, QObject *parent)
    : QObject(parent), m_context(context), m_panel(stack)
{
    connect(stack, &StackPanel::findChanged, this, &StackSearch::look);
    connect(stack, &StackPanel::hitWanted, this, &StackSearch::step);
}

void StackSearch::follow(const StackArrangement &stack)
{
    m_stack = stack;
    if (!isOpen())
        return;
    const int current = m_current >= 0 ? m_hits[static_cast<std::size_t>(m_current)] : -1;
    findHits();
    const auto same = std::ranges::find(m_hits, current);
    if (same != m_hits.end())
        m_current = static_cast<int>(same - m_hits.begin());
    else
        setCurrentFromSelection();
    show();
}

bool StackSearch::isHit(int layer) const
{
    return std::ranges::find(m_hits, layer) != m_hits.end();
}

void StackSearch::look(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    findHits();
    setCurrentFromSelection();
    show();
    // The first hit is seen; nothing is selected by typing.
    if (m_current >= 0) {
        const auto layer = static_cast<std::size_t>(m_hits[static_cast<std::size_t>(m_current)]);
        m_panel->reveal(m_stack.rowOfLayer[layer]);
    }
    Q_EMIT changed();
}

void StackSearch::findHits()
{
    m_hits.clear();
    if (!isOpen())
        return;
    for (const int layer : m_stack.order) {
        if (matches(layerCard(*m_context.document, *m_context.results, layer), m_text))
            m_hits.push_back(layer);
    }
}

void StackSearch::setCurrentFromSelection()
{
    m_current = m_hits.empty() ? -1 : 0;
    const auto selected = std::ranges::find(m_stack.order, m_context.selection->layer());
    if (selected == m_stack.order.end())
        return;
    for (std::size_t i = 0; i < m_hits.size(); ++i) {
        if (std::ranges::find(m_stack.order, m_hits[i]) >= selected) {
            m_current = static_cast<int>(i);
            return;
        }
    }
}

void StackSearch::step(int direction)
{
    if (m_hits.empty())
        return;
    const auto count = static_cast<int>(m_hits.size());
    const auto selected = std::ranges::find(m_hits, m_context.selection->layer());
    if (selected != m_hits.end())
        m_current = static_cast<int>(selected - m_hits.begin()) + direction;
    else if (direction < 0)
        --m_current;
    m_current = (m_current + count) % count;
    const int layer = m_hits[static_cast<std::size_t>(m_current)];
    Q_EMIT layerWanted(layer);
    show();
}

void StackSearch::show()
{
    std::map<int, int> byRow;
    for (const int layer : m_hits)
        byRow[m_stack.rowOfLayer[static_cast<std::size_t>(layer)]] += 1;
    m_panel->setHits(std::move(byRow), m_current, static_cast<int>(m_hits.size()));
}

} // namespace convscope
