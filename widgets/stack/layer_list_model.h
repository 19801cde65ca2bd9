// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "stack/layer_card.h"

#include <QAbstractListModel>
#include <map>
#include <vector>

namespace convscope {

/// The cards of a stack as a list, the inputs first. Holds no truth: it is told the cards, and asks
/// for edits by signals, whose numbers are layers of the model.
class LayerListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        CardRole = Qt::UserRole,
        /// At which places the selected layer reads what this card makes: "0", "0 2"; a text.
        ChipRole,
        /// How many hits of a search it has; an int, 0 of most.
        HitRole
    };

    using QAbstractListModel::QAbstractListModel;

    /// Tells the view exactly which rows came, went or changed; moved rows keep their selection.
    void setCards(std::vector<LayerCard> cards);
    void setCard(int row, const LayerCard &card);
    [[nodiscard]] const LayerCard &card(int row) const
    {
        return m_cards[static_cast<std::size_t>(row)];
    }

    /// The card of a layer, or of the folded block that ends with it; −1: there is none now.
    [[nodiscard]] int rowOf(int layer, int input = 0) const;
    /// What ChipRole says, by row.
    void setChips(std::map<int, QString> chips);
    /// What HitRole says, by row.
    void setHits(std::map<int, int> hits);
    [[nodiscard]] int hits(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row,
                                       int column, const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// A card was dropped: layer `from` should stand at `to` (positions of layers).
    void moveRequested(int from, int to);
    /// The same drop by rows: the layer should stand below the one of a row.
    void placeRequested(int layer, int rowAbove);
    /// A new name was typed for a layer.
    void renameRequested(int layer, const QString &name);

private:
    std::vector<LayerCard> m_cards;
    std::map<int, QString> m_chips;
    std::map<int, int> m_hits;
};

} // namespace convscope
