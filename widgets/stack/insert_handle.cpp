// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/insert_handle.h"

#include "stack/layer_card_delegate.h"
#include "stack/layer_list_model.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QEvent>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>

#include <cstdlib>

namespace convscope {

namespace {

constexpr int kSize = 16;
/// From the middle of the gap: as far as the handle reaches, so that it is under the pointer when
/// it shows.
constexpr int kReach = kSize / 2;

} // namespace

InsertHandle::InsertHandle(QListView *list) : QAbstractButton(list->viewport()), m_list(list)
{
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::ArrowCursor);
    setAccessibleName(tr("Add a layer here"));
    setToolTip(tr("Adds a layer between these two (Ins adds one below the selected layer)."));
    resize(sizeHint());
    hide();
    list->viewport()->installEventFilter(this);
    // What it stands between may be something else afterwards.
    const QAbstractItemModel *model = list->model();
    connect(model, &QAbstractItemModel::modelReset, this, &QWidget::hide);
    connect(model, &QAbstractItemModel::rowsInserted, this, &QWidget::hide);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &QWidget::hide);
    connect(model, &QAbstractItemModel::rowsMoved, this, &QWidget::hide);
    connect(this, &QAbstractButton::clicked, this, [this] {
        const int row = m_rowAbove;
        hide();
        Q_EMIT insertRequested(row);
    });
}

int InsertHandle::rowAbove() const
{
    return isHidden() ? -1 : m_rowAbove;
}

QSize InsertHandle::sizeHint() const
{
    return {kSize, kSize};
}

bool InsertHandle::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->buttons() == Qt::NoButton)
            follow(mouse->position().toPoint());
        else
            hide();
        break;
    }
    case QEvent::Leave:
    case QEvent::Wheel:
    case QEvent::Resize:
    case QEvent::DragEnter:
        hide();
        break;
    default:
        break;
    }
    return QAbstractButton::eventFilter(watched, event);
}

void InsertHandle::setOffered(bool offered)
{
    m_isOffered = offered;
    if (!offered)
        hide();
}

void InsertHandle::follow(QPoint pointer)
{
    if (!m_isOffered)
        return;
    const QAbstractItemModel *model = m_list->model();
    const auto isCard = [model](int at) {
        const auto card = model->index(at, 0).data(LayerListModel::CardRole).value<LayerCard>();
        return card.kind == CardKind::Card && !card.isFurtherInput;
    };
    const int last = model->rowCount() - 1;
    const int row = m_list->indexAt(pointer).row();
    // The gap below this card or the one above it.
    for (const int above : {row, row - 1}) {
        if (row < 0 || above < 0 || above >= last || !isCard(above))
            continue;
        const QRect item = m_list->visualRect(model->index(above, 0));
        const QRect card = LayerCardDelegate::cardRect(item);
        const QRect next = LayerCardDelegate::cardRect(item.translated(0, item.height()));
        const QPoint middle(card.center().x(), (card.bottom() + next.top() + 1) / 2);
        if (std::abs(pointer.y() - middle.y()) > kReach)
            continue;
        m_rowAbove = above;
        move(middle - QPoint(kSize / 2, kSize / 2));
        show();
        raise();
        return;
    }
    hide();
}

void InsertHandle::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.accent, 1));
    painter.setBrush(underMouse() ? (isDown() ? t.pressed : t.accentSoft) : t.surface);
    painter.drawEllipse(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    paintIcon(painter, QRectF(rect()).adjusted(2, 2, -2, -2), u"add", t.accentText);
}

} // namespace convscope
