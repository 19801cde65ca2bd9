// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/weight_origins.h"

#include "document/model_document.h"

#include <QFileInfo>

namespace convscope {

WeightOrigins::WeightOrigins(const PageContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
    connect(context.document->undoStack(), &QUndoStack::indexChanged, this, [this] {
        // Opened or new: there is no history.
        if (m_context.document->undoStack()->count() == 0)
            m_origins.clear();
    });
}

void WeightOrigins::keep(int layer)
{
    const Model &model = m_context.document->model();
    const Layer &owner = model.owner(layer);
    const QString path = m_context.document->path();
    QString name = tr("drawn from the seed");
    if (owner.hasStoredWeights())
        name = path.isEmpty() ? tr("the bundled stack") : QFileInfo(path).fileName();
    m_origins.try_emplace(owner.name(), Origin{owner, model.seed, name});
}

const WeightOrigins::Origin *WeightOrigins::of(int layer) const
{
    const Model &model = m_context.document->model();
    if (layer < 0 || layer >= model.size())
        return nullptr;
    const Layer &owner = model.owner(layer);
    const auto found = m_origins.find(owner.name());
    if (found == m_origins.end() || found->second.layer.withWeightsOf(owner) == found->second.layer)
        return nullptr;
    return &found->second;
}

} // namespace convscope
