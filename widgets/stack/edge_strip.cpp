// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/edge_strip.h"

#include "stack/rail_strip.h"
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"

#include <QFontMetrics>
#include <QListView>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHeight = 20;

} // namespace

EdgeStrip::EdgeStrip(Edge edge, QListView *list, RailStrip *rails, QWidget *parent)
    : QAbstractButton(parent), m_edge(edge), m_list(list), m_rails(rails)
{
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    hide();
    connect(this, &QAbstractButton::clicked, this, [this] { Q_EMIT rowWanted(m_told.row); });
}

EdgeStrip::Told EdgeStrip::tell(int first, int last) const
{
    const Rails &rails = m_rails->rails();
    Told told;
    const auto name = [&](int node) { return rails.names[static_cast<std::size_t>(node)]; };
    /// The end that is nearest.
    int nearest = -1;
    for (const Lane &lane : rails.lanes.lanes) {
        const int source = m_rails->rowOfNode(lane.source);
        if (m_edge == Edge::Below) {
            if (source < first || source > last)
                continue;
            const auto reader =
                std::find_if(lane.readers.begin(), lane.readers.end(),
                             [&](int node) { return m_rails->rowOfNode(node) > last; });
            if (reader == lane.readers.end())
                continue;
            const int row = m_rails->rowOfNode(*reader);
            if (nearest >= 0 && row >= nearest)
                continue;
            nearest = row;
            told = {row, tr("%1 reads %2").arg(name(*reader), name(lane.source)),
                    tr("%n below", nullptr, row - last)};
            continue;
        }
        const auto reader = std::find_if(lane.readers.begin(), lane.readers.end(), [&](int node) {
            const int row = m_rails->rowOfNode(node);
            return row >= first && row <= last;
        });
        if (source >= first || reader == lane.readers.end() || source <= nearest)
            continue;
        nearest = source;
        told = {source, tr("%1 reads %2").arg(name(*reader), name(lane.source)),
                tr("%n above", nullptr, first - source)};
    }
    return told;
}

void EdgeStrip::follow()
{
    const QRect view = m_list->viewport()->rect();
    const auto rowAt = [&](int y) { return m_list->indexAt(QPoint(view.width() / 2, y)).row(); };
    // What the strip itself covers is not to be seen; at the end of the list there is none.
    const int covered = scaledHeight(kHeight);
    const QScrollBar *bar = m_list->verticalScrollBar();
    const int first = bar->value() == bar->minimum() ? 0 : rowAt(view.top() + covered);
    const int last = bar->value() == bar->maximum() ? m_list->model()->rowCount() - 1
                                                    : rowAt(view.bottom() - covered);
    m_told = {};
    if (m_rails->isVisible() && first >= 0 && last >= first &&
        static_cast<int>(m_rails->rails().rows.size()) == m_list->model()->rowCount())
        m_told = tell(first, last);
    if (m_told.row < 0) {
        hide();
        return;
    }
    const QRect list(m_list->mapTo(parentWidget(), QPoint()), m_list->size());
    const int top = m_edge == Edge::Below ? list.bottom() + 1 - covered : list.top();
    setGeometry(0, top, parentWidget()->width(), covered);
    setAccessibleName(m_told.words + u", "_s + m_told.distance);
    show();
    raise();
    update();
}

void EdgeStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), underMouse() ? t.hover : t.window);
    painter.fillRect(QRectF(0, m_edge == Edge::Below ? 0 : height() - hairline(painter), width(),
                            hairline(painter)),
                     t.line);
    painter.setRenderHint(QPainter::Antialiasing);
    paintChevron(painter, QPointF(14, height() / 2.0), 7, m_edge == Edge::Below ? 0 : 180, t.text2);
    const QFont words = convscope::font(FontRole::Caption);
    painter.setFont(words);
    painter.setPen(t.text2);
    const QRectF room = QRectF(rect()).adjusted(24, 0, -12, 0);
    drawLineOfText(painter, room, Qt::AlignRight | Qt::AlignVCenter, m_told.distance);
    const int taken = qRound(textWidth(words, m_told.distance)) + 8;
    drawLineOfText(painter, room, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetrics(words).elidedText(m_told.words, Qt::ElideMiddle,
                                                  qRound(room.width()) - taken));
}

} // namespace convscope
