// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/read_list.h"

#include "style/cached_text.h"
#include "style/chip.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kReadMime = u"application/x-convscope-read"_s;
constexpr int kHeight = 38;
constexpr int kGap = 4;
constexpr int kPicture = 28;

int rowHeight()
{
    return scaledHeight(kHeight) + kGap;
}

/// Where a row comes to stand that is put before another one.
int placeFor(int from, int before)
{
    return before > from ? before - 1 : before;
}

QRect cardOf(const QRect &item)
{
    return item.adjusted(1, 0, -1, -kGap);
}

class ReadDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {120, rowHeight()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const auto *model = static_cast<const ReadListModel *>(index.model());
        const ReadRow &row = model->row(index.row());
        const QRect card = cardOf(option.rect);
        const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintPanel(*painter, card, 4, t.surface,
                   option.state.testFlag(QStyle::State_MouseOver) ? t.control : t.line);
        if (hasFocus)
            paintRing(*painter, QRectF(card), 4, 2, t.accent);
        paintIcon(*painter, QRectF(card.left() + 3, card.center().y() - 7, 14, 14), u"grip",
                  t.text2);
        const QString place = QString::number(index.row());
        paintChip(*painter,
                  QPoint(card.left() + 36, card.center().y() + 1 - chipSize(place).height() / 2),
                  place);
        const QRectF box(card.left() + 42, card.center().y() - kPicture / 2 + 1, kPicture,
                         kPicture);
        if (row.thumbnail.isNull()) {
            painter->fillRect(box, t.sunken);
        } else {
            const QSizeF size =
                QSizeF(row.thumbnail.size()).scaled(box.size(), Qt::KeepAspectRatio);
            const QRectF target(box.center() - QPointF(size.width() / 2, size.height() / 2), size);
            painter->setRenderHint(QPainter::SmoothPixmapTransform,
                                   row.thumbnail.width() > size.width());
            painter->drawImage(target, row.thumbnail);
        }
        paintIcon(*painter, QRectF(card.right() - 21, card.center().y() - 7, 16, 16), u"close",
                  t.text2);
        const int left = qRound(box.right()) + 7;
        const int right = card.right() - 28;
        const double factor = fontFactor();
        const QRect first(left, card.top() + qRound(2 * factor), right - left, qRound(17 * factor));
        const QRect second = first.translated(0, qRound(16 * factor));
        const QFont numbers = font(FontRole::MonoCaption);
        const QFont words = font(FontRole::Caption);
        const auto line = [&](const QRect &rect, const QFont &leftFont, const QString &leftText,
                              const QColor &ink, const QFont &rightFont, const QString &rightText) {
            const int taken = qRound(std::ceil(textWidth(rightFont, rightText)));
            painter->setFont(leftFont);
            painter->setPen(ink);
            drawLineOfText(*painter, rect, Qt::AlignLeft | Qt::AlignVCenter,
                           QFontMetrics(leftFont).elidedText(leftText, Qt::ElideMiddle,
                                                             rect.width() - taken - 6));
            painter->setFont(rightFont);
            drawLineOfText(*painter, rect, Qt::AlignRight | Qt::AlignVCenter, rightText);
        };
        line(first, numbers, row.name, t.text, numbers, row.shape);
        line(second, words, row.className, t.text2, words, row.note);
        painter->restore();
    }
};

} // namespace

void ReadListModel::setRows(std::vector<ReadRow> rows)
{
    if (rows == m_rows)
        return;
    if (rows.size() == m_rows.size()) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ReadListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ReadListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ReadRow &one = row(index.row());
    if (role == Qt::DisplayRole)
        return one.name;
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        const QString said =
            tr("Input %1, %2, %3, %4")
                .arg(QString::number(index.row()), one.name, one.className, one.shape);
        return one.note.isEmpty() ? said : said + u", "_s + one.note;
    }
    return {};
}

Qt::ItemFlags ReadListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled |
           Qt::ItemNeverHasChildren;
}

QStringList ReadListModel::mimeTypes() const
{
    return {kReadMime};
}

QMimeData *ReadListModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(kReadMime, QByteArray::number(indexes.front().row()));
    return data;
}

bool ReadListModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int,
                                 const QModelIndex &)
{
    if (!data->hasFormat(kReadMime))
        return false;
    const int from = data->data(kReadMime).toInt();
    const int to = placeFor(from, row < 0 ? rowCount() : row);
    if (from >= 0 && from < rowCount() && to != from)
        Q_EMIT moveRequested(from, to);
    // The document moves it; the view must not take the old row out itself.
    return false;
}

ReadList::ReadList(QWidget *parent) : QListView(parent), m_model(new ReadListModel(this))
{
    setModel(m_model);
    setItemDelegate(new ReadDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    viewport()->setAutoFillBackground(false);
    connect(m_model, &ReadListModel::moveRequested, this, &ReadList::moveRequested);
}

void ReadList::setRows(std::vector<ReadRow> rows)
{
    const int place = std::max(current(), 0);
    const auto size = static_cast<int>(rows.size());
    const bool isOther = size != count();
    m_model->setRows(std::move(rows));
    if (size > 0 && (isOther || current() < 0))
        setCurrentIndex(m_model->index(std::min(place, size - 1)));
    if (isOther)
        updateGeometry();
}

int ReadList::current() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

QRect ReadList::removeRect(int place) const
{
    const QRect card = cardOf(visualRect(m_model->index(place)));
    return {card.right() - 26, card.top(), 26, card.height()};
}

QSize ReadList::sizeHint() const
{
    return {120, rowHeight() * std::max(count(), 1)};
}

bool ReadList::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isMove = key->modifiers() == Qt::AltModifier &&
                            (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        if (isMove || key->key() == Qt::Key_Delete) {
            event->accept();
            return true;
        }
    }
    return QListView::event(event);
}

void ReadList::keyPressEvent(QKeyEvent *event)
{
    const int place = current();
    const bool isUp = event->key() == Qt::Key_Up;
    if (event->modifiers() == Qt::AltModifier && (isUp || event->key() == Qt::Key_Down)) {
        const int to = place + (isUp ? -1 : 1);
        if (place >= 0 && to >= 0 && to < count()) {
            // The row that was moved stays the current one.
            setCurrentIndex(m_model->index(to));
            Q_EMIT moveRequested(place, to);
        }
        return;
    }
    if (event->key() == Qt::Key_Delete && place >= 0) {
        Q_EMIT removeRequested(place);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && place >= 0) {
        Q_EMIT replaceRequested(place);
        return;
    }
    QListView::keyPressEvent(event);
}

void ReadList::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() &&
        removeRect(index.row()).contains(event->position().toPoint())) {
        Q_EMIT removeRequested(index.row());
        return;
    }
    QListView::mousePressEvent(event);
}

void ReadList::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() &&
        !removeRect(index.row()).contains(event->position().toPoint()))
        Q_EMIT replaceRequested(index.row());
}

void ReadList::dragMoveEvent(QDragMoveEvent *event)
{
    QListView::dragMoveEvent(event);
    if (!event->mimeData()->hasFormat(kReadMime))
        return;
    const int from = event->mimeData()->data(kReadMime).toInt();
    // The gap that is nearest, as the line shows it.
    const int y = event->position().toPoint().y() + verticalOffset();
    const int before = std::clamp((y + rowHeight() / 2) / rowHeight(), 0, count());
    Q_EMIT moveConsidered(from, placeFor(from, before));
}

void ReadList::dragLeaveEvent(QDragLeaveEvent *event)
{
    QListView::dragLeaveEvent(event);
    Q_EMIT moveConsidered(-1, -1);
}

void ReadList::dropEvent(QDropEvent *event)
{
    QListView::dropEvent(event);
    Q_EMIT moveConsidered(-1, -1);
}

} // namespace convscope
