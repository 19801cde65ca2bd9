// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/layer_list_model.h"

#include <QMimeData>
#include <algorithm>
#include <utility>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kLayerMime = u"application/x-convscope-layer"_s;

} // namespace

void LayerListModel::setCards(std::vector<LayerCard> cards)
{
    for (std::size_t row = 0; row < cards.size(); ++row) {
        if (cards[row].layer == LayerCard::kByRow)
            cards[row].layer = static_cast<int>(row) - 1;
    }
    const auto sameLayer = [](const LayerCard &a, const LayerCard &b) {
        return a.kind == b.kind && a.isInput == b.isInput && a.isFurtherInput == b.isFurtherInput &&
               (a.isInput || a.name == b.name);
    };
    // Common beginning and end stay; what lies between is taken out and put in.
    std::size_t head = 0;
    while (head < m_cards.size() && head < cards.size() && sameLayer(m_cards[head], cards[head]))
        ++head;
    std::size_t tail = 0;
    while (tail < m_cards.size() - head && tail < cards.size() - head &&
           sameLayer(m_cards[m_cards.size() - 1 - tail], cards[cards.size() - 1 - tail]))
        ++tail;
    const auto first = static_cast<std::ptrdiff_t>(head);
    if (const auto gone = static_cast<int>(m_cards.size() - head - tail); gone > 0) {
        beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head) + gone - 1);
        m_cards.erase(m_cards.begin() + first, m_cards.begin() + first + gone);
        endRemoveRows();
    }
    if (const auto added = static_cast<int>(cards.size() - head - tail); added > 0) {
        beginInsertRows({}, static_cast<int>(head), static_cast<int>(head) + added - 1);
        m_cards.insert(m_cards.begin() + first, cards.begin() + first,
                       cards.begin() + first + added);
        endInsertRows();
    }
    for (std::size_t row = 0; row < cards.size(); ++row)
        setCard(static_cast<int>(row), cards[row]);
}

void LayerListModel::setCard(int row, const LayerCard &card)
{
    LayerCard &old = m_cards[static_cast<std::size_t>(row)];
    if (old == card)
        return;
    old = card;
    Q_EMIT dataChanged(index(row), index(row));
}

int LayerListModel::rowOf(int layer, int input) const
{
    for (std::size_t row = 0; row < m_cards.size(); ++row) {
        const LayerCard &card = m_cards[row];
        if (card.layer == layer && card.kind != CardKind::Head &&
            (layer >= 0 || card.input == input))
            return static_cast<int>(row);
    }
    return -1;
}

void LayerListModel::setChips(std::map<int, QString> chips)
{
    const std::map<int, QString> before = std::exchange(m_chips, std::move(chips));
    const auto tell = [this](const std::map<int, QString> &from, const std::map<int, QString> &to) {
        for (const auto &[row, chip] : from) {
            const auto other = to.find(row);
            if (row < rowCount() && (other == to.end() || other->second != chip))
                Q_EMIT dataChanged(index(row), index(row), {ChipRole});
        }
    };
    tell(before, m_chips);
    tell(m_chips, before);
}

void LayerListModel::setHits(std::map<int, int> hits)
{
    if (hits == m_hits)
        return;
    m_hits = std::move(hits);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {HitRole});
}

int LayerListModel::hits(int row) const
{
    const auto found = m_hits.find(row);
    return found == m_hits.end() ? 0 : found->second;
}

int LayerListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

QVariant LayerListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LayerCard &c = card(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return c.title;
    case Qt::EditRole:
        return c.name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return c.description;
    case CardRole:
        return QVariant::fromValue(c);
    case HitRole:
        return hits(index.row());
    case ChipRole: {
        const auto chip = m_chips.find(index.row());
        return chip == m_chips.end() ? QString() : chip->second;
    }
    default:
        return {};
    }
}

bool LayerListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const QString name = value.toString().trimmed();
    if (name == card(index.row()).name)
        return false;
    // Only when the editor has closed: the new name takes the row out and puts it in again, and the
    // view would be told to close an editor that it no longer has.
    const auto ask = [this, at = QPersistentModelIndex(index), name] {
        if (at.isValid())
            Q_EMIT renameRequested(card(at.row()).layer, name);
    };
    QMetaObject::invokeMethod(this, ask, Qt::QueuedConnection);
    return true;
}

Qt::ItemFlags LayerListModel::flags(const QModelIndex &index) const
{
    // Drops land between the cards only; the input is never dragged.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const LayerCard &c = card(index.row());
    // The keys pass over what cannot be selected.
    if (c.kind == CardKind::Head)
        return Qt::ItemNeverHasChildren;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (!c.isInput && c.kind != CardKind::Block)
        flags |= Qt::ItemIsDragEnabled | Qt::ItemIsEditable;
    return flags;
}

QStringList LayerListModel::mimeTypes() const
{
    return {kLayerMime};
}

QMimeData *LayerListModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(kLayerMime, QByteArray::number(indexes.front().row()));
    return data;
}

bool LayerListModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int,
                                     const QModelIndex &parent) const
{
    return data->hasFormat(kLayerMime) && !parent.isValid();
}

bool LayerListModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                  const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const int dragged = data->data(kLayerMime).toInt();
    if (dragged < 0 || dragged >= rowCount())
        return false;
    const int from = card(dragged).layer;
    // Behind the layer that stands above the place.
    int above = (row < 0 ? rowCount() : std::max(row, 1)) - 1;
    while (above > 0 && card(above).kind == CardKind::Head)
        --above;
    const int behind = card(above).layer;
    const int to = behind < from ? behind + 1 : behind;
    if (from >= 0 && above != dragged)
        Q_EMIT placeRequested(from, above);
    if (from >= 0 && to != from && to >= 0)
        Q_EMIT moveRequested(from, to);
    // The document moves the layer; the view must not take the old row out itself.
    return false;
}

} // namespace convscope
