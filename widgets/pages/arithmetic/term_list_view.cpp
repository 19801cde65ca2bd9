// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/term_list_view.h"

#include "pages/arithmetic/accessible_arithmetic.h"
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int kHead = 40;
constexpr int kRow = 24;
constexpr int kListMargin = 16;
constexpr int kNumber = 96;

} // namespace

TermListView::TermListView(QWidget *parent) : QAbstractScrollArea(parent)
{
    installAccessibleArithmetic();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Terms, the largest first"));
}

void TermListView::setPicture(TermsPicture picture)
{
    m_picture = std::move(picture);
    m_most = 0;
    for (const TermRow &row : m_picture.rows) {
        if (std::isfinite(row.share))
            m_most = std::max(m_most, std::abs(row.share));
    }
    m_current = std::clamp(m_current, 0, std::max(static_cast<int>(m_picture.rows.size()) - 1, 0));
    setToolTip(m_picture.note);
    updateScroll();
    viewport()->update();
}

void TermListView::updateScroll()
{
    const int rows = static_cast<int>(m_picture.rows.size());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(kRow);
    verticalScrollBar()->setRange(0, std::max(0, kHead + rows * kRow + 8 - viewport()->height()));
}

QRect TermListView::rowRect(int row) const
{
    return {0, kHead + row * kRow - verticalScrollBar()->value(), viewport()->width(), kRow};
}

int TermListView::rowAt(QPoint point) const
{
    const int y = point.y() + verticalScrollBar()->value() - kHead;
    if (point.y() < kHead || y < 0)
        return -1;
    return y / kRow < static_cast<int>(m_picture.rows.size()) ? y / kRow : -1;
}

QString TermListView::spoken(int row) const
{
    const TermRow &term = m_picture.rows[static_cast<std::size_t>(row)];
    if (m_picture.hasWeights)
        return tr("%1, %2 times %3 is %4").arg(term.place, term.value, term.weight, term.product);
    return m_picture.hasProducts ? tr("%1, %2 gives %3").arg(term.place, term.value, term.product)
                                 : tr("%1, %2").arg(term.place, term.value);
}

void TermListView::setCurrent(int row)
{
    if (row < 0 || row >= static_cast<int>(m_picture.rows.size()))
        return;
    m_current = row;
    const QRect at = rowRect(row);
    QScrollBar *bar = verticalScrollBar();
    if (at.top() < kHead)
        bar->setValue(bar->value() - (kHead - at.top()));
    else if (at.bottom() > viewport()->height())
        bar->setValue(bar->value() + at.bottom() - viewport()->height() + 4);
    viewport()->update();
    QAccessibleValueChangeEvent change(this, spoken(row));
    QAccessible::updateAccessibility(&change);
}

void TermListView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Tokens &t = tokens();
    painter.fillRect(viewport()->rect(), t.window);
    const int width = viewport()->width();
    int columns = 1;
    if (m_picture.hasWeights)
        columns += 2;
    else if (m_picture.hasProducts)
        columns += 1;
    const int barRoom = std::clamp(width / 4, 80, 260);
    const int numbers = columns * kNumber + (m_picture.hasWeights ? 32 : 16);
    const int placeRoom = std::max(width - 2 * kListMargin - barRoom - numbers - 16, 60);
    const int first = std::max(0, verticalScrollBar()->value() / kRow - 2);
    const int last = std::min(static_cast<int>(m_picture.rows.size()) - 1,
                              first + viewport()->height() / kRow + 3);
    const int barLeft = width - kListMargin - barRoom;
    const int zero = barLeft + barRoom / 2;
    for (int i = first; i <= last; ++i) {
        const TermRow &row = m_picture.rows[static_cast<std::size_t>(i)];
        const QRect at = rowRect(i);
        if (i == m_current && hasFocus())
            painter.fillRect(at, t.accentSoft);
        else if (row.isMarked)
            painter.fillRect(at, t.hover);
        painter.setFont(convscope::font(FontRole::Number));
        painter.setPen(row.isMarked ? t.accentText : t.text2);
        const QString place =
            QFontMetrics(painter.font()).elidedText(row.place, Qt::ElideMiddle, placeRoom);
        drawLineOfText(painter, QRect(kListMargin, at.top(), placeRoom, kRow),
                       Qt::AlignLeft | Qt::AlignVCenter, place);
        int x = kListMargin + placeRoom + 8;
        const auto number = [&](const QString &sign, const QString &text) {
            painter.setPen(t.text2);
            drawLineOfText(painter, QRect(x - 14, at.top(), 14, kRow), Qt::AlignCenter, sign);
            painter.setPen(t.text);
            drawLineOfText(painter, QRect(x, at.top(), kNumber - 12, kRow),
                           Qt::AlignRight | Qt::AlignVCenter, text);
            x += kNumber + 6;
        };
        number({}, row.value);
        if (m_picture.hasWeights)
            number(QStringLiteral("×"), row.weight);
        if (m_picture.hasWeights || m_picture.hasProducts)
            number(QStringLiteral("→"), row.product);
        if (m_most > 0 && std::isfinite(row.share)) {
            const double length = row.share / m_most * (barRoom / 2.0);
            painter.fillRect(QRectF(length < 0 ? zero + length : zero, at.top() + 6,
                                    std::max(std::abs(length), 1.0), kRow - 12),
                             row.share < 0 ? t.minus : t.plus);
        }
        painter.fillRect(zero, at.top(), 1, kRow, t.control);
    }
    painter.fillRect(0, 0, width, kHead, t.window);
    painter.setFont(convscope::font(FontRole::Title));
    painter.setPen(t.text);
    const QRect head(kListMargin, 4, width - 2 * kListMargin, kHead - 8);
    drawLineOfText(painter, head, Qt::AlignLeft | Qt::AlignVCenter, m_picture.title);
    const int after = qRound(textWidth(painter.font(), m_picture.title)) + 8;
    painter.setFont(convscope::font(FontRole::Text));
    painter.setPen(t.text2);
    drawLineOfText(painter, head.adjusted(after, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetrics(painter.font())
                       .elidedText(m_picture.note, Qt::ElideRight, head.width() - after));
    if (hasFocus())
        paintRing(painter, QRectF(viewport()->rect()), 3, 2, t.accent);
}

void TermListView::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->pos());
    setCurrent(row);
    if (row >= 0)
        Q_EMIT rowChosen(row);
}

void TermListView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_picture.rows.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        return setCurrent(std::max(m_current - 1, 0));
    case Qt::Key_Down:
        return setCurrent(std::min(m_current + 1, last));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current <= last && m_picture.rows[static_cast<std::size_t>(m_current)].onLine >= 0)
            Q_EMIT rowChosen(m_current);
        else
            event->ignore();
        return;
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(last);
    default:
        event->ignore();
    }
}

void TermListView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScroll();
}

void TermListView::changeEvent(QEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

void TermListView::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void TermListView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace convscope
