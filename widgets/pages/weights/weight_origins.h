// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "layers/layer.h"

#include <QObject>

#include <cstdint>
#include <map>
#include <string>

namespace convscope {

/// The weights that layers had before the first edit of them, to be brought back. Layers share
/// their tensors, so keeping one costs nothing; opening another model forgets them all.
class WeightOrigins : public QObject
{
    Q_OBJECT

public:
    struct Origin
    {
        /// The layer that holds the weights, as it was.
        Layer layer;
        /// With which it drew what it had not stored.
        std::uint64_t seed = 0;
        /// Where they came from: a file's name, or what drew them.
        QString name;
    };

    explicit WeightOrigins(const PageContext &context, QObject *parent = nullptr);

    /// The weights of this layer are about to be changed.
    void keep(int layer);
    /// Null where they are what they were, or were never changed here.
    [[nodiscard]] const Origin *of(int layer) const;

private:
    PageContext m_context;
    /// By the name of the layer that holds the weights.
    std::map<std::string, Origin> m_origins;
};

} // namespace convscope
