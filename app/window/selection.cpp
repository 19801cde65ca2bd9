// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/selection.h"

#include <algorithm>

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
    if (m_name.empty())
        return -1;
    // Asked for every layer that ends.
    const Model &model = m_document->model();
    return m_lastIndex >= 0 && m_lastIndex < model.size() &&
                   model.layer(m_lastIndex).name() == m_name
               ? m_lastIndex
               : model.indexOf(m_name);
}

void Selection::selectLayer(int index)
{
    const int bounded = std::clamp(index, -1, m_document->model().size() - 1);
    const std::string name = nameOf(bounded);
    m_lastIndex = bounded;
    if (name == m_name)
        return;
    m_name = name;
    Q_EMIT layerSelected(bounded);
}

LookedAt Selection::lookedAt() const
{
    const auto found = m_lookedAt.find(m_name);
    return found == m_lookedAt.end() ? LookedAt{} : found->second;
}

LookedAt Selection::lookedAt(int index) const
{
    const auto found = m_lookedAt.find(nameOf(index));
    return found == m_lookedAt.end() ? LookedAt{} : found->second;
}

void Selection::look(const LookedAt &at)
{
    if (at == lookedAt())
        return;
    m_lookedAt[m_name] = at;
    Q_EMIT lookedElsewhere();
}

void Selection::follow()
{
    if (m_name.empty())
        return;
    const int now = layer();
    if (now >= 0) {
        m_lastIndex = now;
        return;
    }
    // The layer has gone or was renamed: what stands in its place is selected.
    const int bounded = std::clamp(m_lastIndex, -1, m_document->model().size() - 1);
    const std::string name = nameOf(bounded);
    if (const auto looked = m_lookedAt.find(m_name); looked != m_lookedAt.end())
        m_lookedAt.try_emplace(name, looked->second);
    m_name = name;
    m_lastIndex = bounded;
    Q_EMIT layerSelected(bounded);
}

} // namespace convscope
