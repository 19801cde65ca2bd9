// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QMetaType>
#include <QString>

namespace convscope {

enum class CardState
{
    Ok,
    Illegal,
    Waiting,
    Computing
};

/// What a card of the stack shows: plain words and a picture.
struct LayerCard
{
    QString title; ///< class, or the input's file
    QString name;  ///< Keras name, or how the input was read
    QString shape; ///< "300×451×16"; for an illegal or waiting layer the short fact instead
    QString params;
    QString time;
    QImage thumbnail;
    CardState state = CardState::Ok;
    bool isBypassed = false;
    /// The result belongs to an earlier state.
    bool isStale = false;
    /// The whole sentence, for the tooltip and screen readers.
    QString description;
    bool isInput = false;

    bool operator==(const LayerCard &other) const
    {
        return title == other.title && name == other.name && shape == other.shape &&
               params == other.params && time == other.time &&
               thumbnail.cacheKey() == other.thumbnail.cacheKey() && state == other.state &&
               isBypassed == other.isBypassed && isStale == other.isStale &&
               description == other.description && isInput == other.isInput;
    }
};

} // namespace convscope

Q_DECLARE_METATYPE(convscope::LayerCard)
