// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "document/selection.h"

#include <algorithm>
#include <functional>

namespace convscope {

Selection::Selection(ModelDocument *document, QObject *parent)
    : QObject(parent), m_document(document)
{
    connect(m_document, &ModelDocument::changed, this, &Selection::follow);
}

std::string Selection::nameOf(int index) const
{
    return index < 0 || index >= m_document->model().size()
               ? std::string()
               : m_document->model().layer(index).name();
}

int Selection::layer() const
{
    if (m_state.layer.empty())
        return -1;
    // Asked for every layer that ends.
    const Model &model = m_document->model();
    return m_lastIndex >= 0 && m_lastIndex < model.size() &&
                   model.layer(m_lastIndex).name() == m_state.layer
               ? m_lastIndex
               : model.indexOf(m_state.layer);
}

void Selection::selectLayer(int index)
{
    const int bounded = std::clamp(index, -1, m_document->model().size() - 1);
    const std::string name = nameOf(bounded);
    m_lastIndex = bounded;
    if (name == m_state.layer)
        return;
    m_state.layer = name;
    Q_EMIT layerSelected(bounded);
}

std::size_t Selection::input() const
{
    return m_state.input < m_document->model().inputs.size() ? m_state.input : 0;
}

void Selection::selectInput(std::size_t input)
{
    const bool isOther = input != m_state.input;
    m_state.input = input;
    selectLayer(-1);
    if (isOther)
        Q_EMIT inputSelected(input);
}

void Selection::restore(SelectionState state)
{
    const int index = state.layer.empty() ? -1 : m_document->model().indexOf(state.layer);
    if (index < 0)
        state.layer.clear();
    m_lastIndex = index;
    if (state == m_state)
        return;
    m_state = std::move(state);
    Q_EMIT layerSelected(index);
    Q_EMIT lookedElsewhere();
    Q_EMIT pinnedElsewhere();
}

LookedAt Selection::lookedAt() const
{
    const auto found = m_state.lookedAt.find(m_state.layer);
    return found == m_state.lookedAt.end() ? LookedAt{} : found->second;
}

LookedAt Selection::lookedAt(int index) const
{
    const auto found = m_state.lookedAt.find(nameOf(index));
    return found == m_state.lookedAt.end() ? LookedAt{} : found->second;
}

void Selection::look(const LookedAt &at)
{
    if (at == lookedAt())
        return;
    m_state.lookedAt[m_state.layer] = at;
    Q_EMIT lookedElsewhere();
}

void Selection::pin(std::optional<PinnedCell> cell)
{
    if (cell == m_state.pinned && m_state.pinnedIn == m_state.layer)
        return;
    m_state.pinned = std::move(cell);
    m_state.pinnedIn = m_state.layer;
    Q_EMIT pinnedElsewhere();
}

int Selection::pinnedLayer() const
{
    if (m_state.pinnedIn.empty())
        return -1;
    const int found = m_document->model().indexOf(m_state.pinnedIn);
    return found >= 0 ? found : layer();
}

void Selection::setShowsField(bool isShown)
{
    if (isShown == m_state.showsField)
        return;
    m_state.showsField = isShown;
    Q_EMIT fieldToggled(isShown);
}

std::optional<std::vector<std::int64_t>>
Selection::cellIn(const std::vector<std::int64_t> &spatialExtents) const
{
    std::vector<std::int64_t> cell;
    if (spatialExtents.size() == 3) {
        const LookedAt at = lookedAt();
        cell = {at.slice, at.row, at.column};
        for (std::size_t axis = 0; axis < cell.size(); ++axis)
            if (cell[axis] < 0)
                cell[axis] = spatialExtents[axis] / 2;
    } else if (m_state.pinned) {
        cell = m_state.pinned->place;
    }
    const bool isInside = !cell.empty() && cell.size() == spatialExtents.size() &&
                          std::equal(cell.begin(), cell.end(), spatialExtents.begin(), std::less());
    return isInside ? std::optional(cell) : std::nullopt;
}

void Selection::follow()
{
    if (m_state.layer.empty())
        return;
    const int now = layer();
    if (now >= 0) {
        m_lastIndex = now;
        return;
    }
    // The layer has gone or was renamed: what stands in its place is selected.
    const int bounded = std::clamp(m_lastIndex, -1, m_document->model().size() - 1);
    const std::string name = nameOf(bounded);
    if (const auto looked = m_state.lookedAt.find(m_state.layer); looked != m_state.lookedAt.end())
        m_state.lookedAt.try_emplace(name, looked->second);
    m_state.layer = name;
    m_lastIndex = bounded;
    Q_EMIT layerSelected(bounded);
}

} // namespace convscope
