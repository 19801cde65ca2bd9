// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "stack/layer_card.h"

#include <QStyledItemDelegate>

namespace convscope {

/// Paints a card of the stack and edits its Keras name in place.
class LayerCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kHeight = 64;
    static constexpr int kCompactHeight = 46;
    static constexpr int kDenseHeight = 44;
    static constexpr int kBlockHeight = 38;
    static constexpr int kHeadHeight = 26;
    static constexpr int kLineHeight = 20;
    static constexpr int kGap = 6;

    using QStyledItemDelegate::QStyledItemDelegate;

    /// How much a card says in how much room.
    enum class Look
    {
        Full,
        Dense,  ///< two lines: class and name, shape and time
        Compact ///< class and shape only
    };
    void setLook(Look look) { m_look = look; }
    /// Something stands beside the cards, so that they have less room.
    void setNarrow(bool narrow) { m_isNarrow = narrow; }
    [[nodiscard]] Look look() const { return m_look; }

    /// Where the ⋯ button of a card is, in the card's item rectangle.
    [[nodiscard]] static QRect moreRect(const QRect &item);
    /// The card itself, without the gap below it.
    [[nodiscard]] static QRect cardRect(const QRect &item);
    /// Where a row's dot stands among the lines beside the cards.
    [[nodiscard]] static int middleOf(const QRect &item, const LayerCard &card);
    /// The triangle that folds or unfolds, in the item's rectangle; null where there is none.
    [[nodiscard]] static QRect foldRect(const QRect &item, const LayerCard &card);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    void paintFrame(QPainter *painter, const QRect &card, const LayerCard &data, bool isSelected,
                    bool isHovered, bool isRead) const;
    void paintPicture(QPainter *painter, const QRect &box, const LayerCard &data) const;
    /// `taken`: how much of the first line something else has at its right.
    void paintText(QPainter *painter, const QRect &card, int left, const LayerCard &data, int taken,
                   bool isHovered) const;
    void paintDenseText(QPainter *painter, const QRect &card, int left, const LayerCard &data,
                        const QString &chip, bool isHovered) const;
    [[nodiscard]] QSize pictureSize() const;

    Look m_look = Look::Full;
    bool m_isNarrow = false;
};

} // namespace convscope
