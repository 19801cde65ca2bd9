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
    static constexpr int kGap = 6;

    using QStyledItemDelegate::QStyledItemDelegate;

    /// Title and shape only.
    void setCompact(bool compact) { m_compact = compact; }

    /// Where the ⋯ button of a card is, in the card's item rectangle.
    [[nodiscard]] static QRect moreRect(const QRect &item);
    /// The card itself, without the gap below it.
    [[nodiscard]] static QRect cardRect(const QRect &item);

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
                    bool isHovered) const;
    void paintPicture(QPainter *painter, const QRect &box, const LayerCard &data) const;
    void paintText(QPainter *painter, const QRect &card, int left, const LayerCard &data,
                   bool isHovered) const;

    bool m_compact = false;
};

} // namespace convscope
