// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/finder_model.h"

#include "style/fonts.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <utility>

namespace convscope {

namespace {

constexpr int kHeading = 26;
constexpr int kEntry = 42;
constexpr int kPlainEntry = 30;

bool lettersInOrder(const QString &text, const QString &query)
{
    qsizetype at = 0;
    for (const QChar c : text) {
        if (at < query.size() && c == query[at])
            ++at;
    }
    return at == query.size();
}

int scoreOf(const QString &text, const QString &query)
{
    if (text.startsWith(query))
        return 100;
    if (const qsizetype at = text.indexOf(query); at > 0)
        return text[at - 1].isLetterOrNumber() ? 60 : 80;
    return lettersInOrder(text, query) ? 30 : 0;
}

} // namespace

int finderScore(const FinderEntry &entry, const QString &query)
{
    const QString wanted = query.trimmed().toLower();
    if (wanted.isEmpty())
        return 1;
    int score = scoreOf(entry.title.toLower(), wanted);
    for (const QString &word : entry.keywords)
        score = std::max(score, std::min(scoreOf(word.toLower(), wanted), 90) - 10);
    if (entry.subtitle.toLower().contains(wanted))
        score = std::max(score, 20);
    return std::max(score, 0);
}

FinderModel::FinderModel(std::vector<FinderEntry> entries, QObject *parent)
    : QAbstractListModel(parent), m_entries(std::move(entries))
{
}

void FinderModel::setQuery(const QString &query)
{
    beginResetModel();
    m_rows.clear();
    m_count = 0;
    std::vector<std::pair<int, int>> found; // score, entry
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (const int score = finderScore(m_entries[i], query); score > 0)
            found.emplace_back(score, static_cast<int>(i));
    }
    const auto entryOf = [this](int i) -> const FinderEntry & {
        return m_entries[static_cast<std::size_t>(i)];
    };
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    // Groups keep together, in the order of their best entry.
    std::vector<QString> groups;
    for (const auto &[score, i] : found) {
        if (std::find(groups.begin(), groups.end(), entryOf(i).group) == groups.end())
            groups.push_back(entryOf(i).group);
    }
    for (const QString &group : groups) {
        if (!group.isEmpty())
            m_rows.push_back({group, -1});
        for (const auto &[score, i] : found) {
            if (entryOf(i).group == group) {
                m_rows.push_back({{}, i});
                ++m_count;
            }
        }
    }
    endResetModel();
}

const FinderEntry *FinderModel::entry(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const int i = m_rows[static_cast<std::size_t>(row)].entry;
    return i < 0 ? nullptr : &m_entries[static_cast<std::size_t>(i)];
}

int FinderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FinderModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FinderEntry *e = entry(index.row());
    if (role == Qt::DisplayRole)
        return e != nullptr ? e->title : m_rows[static_cast<std::size_t>(index.row())].heading;
    if (role == Qt::ToolTipRole && e != nullptr)
        return e->subtitle.isEmpty() ? e->title : e->title + u'\n' + e->subtitle;
    if (role == Qt::AccessibleTextRole && e != nullptr)
        return QStringList{e->title, e->subtitle, e->note}.join(QStringLiteral(", "));
    return {};
}

Qt::ItemFlags FinderModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || entry(index.row()) == nullptr)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

namespace {

/// Where the words of a row begin and end, between its icon and its note.
std::pair<int, int> roomOf(const QRect &row, const FinderEntry &entry)
{
    const int note = QFontMetrics(font(FontRole::Number)).horizontalAdvance(entry.note);
    return {row.left() + (entry.icon.isEmpty() ? 0 : 32), row.right() - note - 8};
}

} // namespace

bool FinderDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *model = qobject_cast<const FinderModel *>(index.model());
    const FinderEntry *e = model != nullptr ? model->entry(index.row()) : nullptr;
    if (e == nullptr)
        return false;
    const auto [left, right] = roomOf(option.rect.adjusted(12, 0, -12, 0), *e);
    const int title = QFontMetrics(font(FontRole::Title)).horizontalAdvance(e->title);
    const int subtitle = QFontMetrics(font(FontRole::Caption)).horizontalAdvance(e->subtitle);
    if (std::max(title, subtitle) <= right - left) {
        QToolTip::hideText();
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

QSize FinderDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = static_cast<const FinderModel *>(index.model());
    const FinderEntry *e = model->entry(index.row());
    if (e == nullptr)
        return {100, scaledHeight(kHeading)};
    return {100, scaledHeight(e->subtitle.isEmpty() ? kPlainEntry : kEntry)};
}

void FinderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const auto *model = static_cast<const FinderModel *>(index.model());
    const FinderEntry *e = model->entry(index.row());
    painter->save();
    if (e == nullptr) {
        QFont heading = convscope::font(FontRole::Caption);
        heading.setWeight(QFont::DemiBold);
        painter->setFont(heading);
        painter->setPen(t.text2);
        painter->drawText(option.rect.adjusted(12, 4, -12, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          index.data().toString());
        painter->restore();
        return;
    }
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(option.rect, t.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, t.hover);
    const QRect row = option.rect.adjusted(12, 0, -12, 0);
    const auto [left, right] = roomOf(row, *e);
    if (!e->icon.isEmpty())
        paintIcon(*painter, QRectF(row.left() - 1, row.center().y() - 9, 20, 20), e->icon,
                  isSelected ? t.accentText : t.text2);
    painter->setFont(convscope::font(FontRole::Number));
    painter->setPen(isSelected && !e->isQuiet ? t.text : t.text2);
    painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, e->note);
    const bool hasSubtitle = !e->subtitle.isEmpty();
    painter->setFont(convscope::font(isSelected && hasSubtitle ? FontRole::Title : FontRole::Text));
    painter->setPen(e->isQuiet ? t.text2 : t.text);
    const int half = row.height() / 2;
    const QRect title(left, row.top() + (hasSubtitle ? 3 : 0), right - left,
                      hasSubtitle ? half : row.height());
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(e->title, Qt::ElideRight, title.width()));
    if (hasSubtitle) {
        painter->setFont(convscope::font(FontRole::Caption));
        painter->setPen(t.text2);
        const QRect line(left, row.top() + half, right - left, half - 4);
        painter->drawText(
            line, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(e->subtitle, Qt::ElideRight, line.width()));
    }
    painter->restore();
}

} // namespace convscope
