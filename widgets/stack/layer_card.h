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

enum class CardKind
{
    Card,
    Block, ///< several layers, folded into one card
    Head,  ///< above the lines of a block that is not folded
    Line   ///< a layer inside of it
};

/// What a row of the stack shows: plain words and a picture.
struct LayerCard
{
    /// The row's number less one, as in a stack without blocks.
    static constexpr int kByRow = -2;

    CardKind kind = CardKind::Card;
    /// The layer that it stands for: of a block its last one; −1: an input.
    int layer = kByRow;
    /// The block that it folds, unfolds or is a line of; empty: none.
    QString block;
    /// How many blocks a block or line is inside of.
    int indent = 0;
    /// Line: the last one of its block.
    bool endsBlock = false;
    /// Line: of the layer's kind.
    QString icon;
    /// It uses the weights of another layer.
    bool isShared = false;
    /// Of a class that is not known here.
    bool isUnknown = false;
    /// An input behind the model's first.
    bool isFurtherInput = false;
    /// Which of the model's inputs, where it is one.
    int input = 0;
    QString title; ///< class, the input's file, or what a block is called
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
        return kind == other.kind && layer == other.layer && block == other.block &&
               indent == other.indent && endsBlock == other.endsBlock && icon == other.icon &&
               isShared == other.isShared && isUnknown == other.isUnknown &&
               isFurtherInput == other.isFurtherInput && title == other.title &&
               name == other.name && shape == other.shape && params == other.params &&
               time == other.time && thumbnail.cacheKey() == other.thumbnail.cacheKey() &&
               state == other.state && isBypassed == other.isBypassed && isStale == other.isStale &&
               description == other.description && isInput == other.isInput;
    }
};

} // namespace convscope

Q_DECLARE_METATYPE(convscope::LayerCard)
