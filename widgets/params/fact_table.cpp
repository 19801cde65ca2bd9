// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/fact_table.h"

#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/themed_icon.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace convscope {

namespace {

constexpr int kFactMargin = 14;
constexpr int kTop = 10;
constexpr int kTitleGap = 4;
constexpr int kBottom = 10;

int titleHeight(const QString &title)
{
    return title.isEmpty() ? 0 : scaledHeight(18) + kTitleGap;
}

} // namespace

FactTable::FactTable(const QString &title, QWidget *parent) : QWidget(parent), m_title(title)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FactTable::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return;
    const int before = heightForWidth(width());
    m_facts = facts;
    m_heights.clear();
    setAccessibleName(text());
    // A new layout of the whole inspector only where the table grows or shrinks.
    if (heightForWidth(width()) != before)
        updateGeometry();
    update();
}

QString FactTable::text() const
{
    QStringList lines;
    if (!m_title.isEmpty())
        lines << m_title;
    for (const Fact &fact : m_facts)
        lines << fact.name + u'\t' + fact.value;
    return lines.join(u'\n');
}

FactTable::Line FactTable::line(const Fact &fact, int width) const
{
    const int row = scaledHeight(20);
    const QFont values = convscope::font(FontRole::Number);
    const QFont names = convscope::font(FontRole::Text);
    if (qRound(textWidth(names, fact.name)) + 12 + qRound(textWidth(values, fact.value)) <= width)
        return {false, row};
    const QRect block =
        QFontMetrics(values).boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, fact.value);
    return {true, row + std::max(row, block.height() + 4)};
}

int FactTable::heightForWidth(int width) const
{
    if (const auto known = m_heights.constFind(width); known != m_heights.constEnd())
        return *known;
    int height = kTop + titleHeight(m_title) + kBottom;
    for (const Fact &fact : m_facts)
        height += line(fact, std::max(60, width - 2 * kFactMargin)).height;
    m_heights.insert(width, height);
    return height;
}

QSize FactTable::sizeHint() const
{
    const int wide = width() > 120 ? width() : 303;
    return {240, heightForWidth(wide)};
}

void FactTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    const int width = this->width() - 2 * kFactMargin;
    int y = kTop;
    if (!m_title.isEmpty()) {
        painter.setFont(convscope::font(FontRole::Title));
        painter.setPen(t.text);
        painter.drawText(QRect(kFactMargin, y, width, scaledHeight(18)),
                         Qt::AlignLeft | Qt::AlignVCenter, m_title);
        y += titleHeight(m_title);
    }
    for (const Fact &fact : m_facts) {
        const Line placed = line(fact, width);
        const QRect row(kFactMargin, y, width, scaledHeight(20));
        painter.setFont(convscope::font(FontRole::Text));
        painter.setPen(t.text2);
        drawLineOfText(painter, row, Qt::AlignLeft | Qt::AlignVCenter, fact.name);
        painter.setFont(convscope::font(FontRole::Number));
        painter.setPen(fact.isWrong ? t.error : t.text);
        if (placed.isOwn)
            painter.drawText(
                QRect(kFactMargin, y + row.height(), width, placed.height - row.height()),
                Qt::AlignRight | Qt::TextWordWrap, fact.value);
        else
            drawLineOfText(painter, row, Qt::AlignRight | Qt::AlignVCenter, fact.value);
        y += placed.height;
    }
}

void FactTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_heights.clear();
    QWidget::changeEvent(event);
}

void FactTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const QAction *copy = menu.addAction(themedIcon(u"copy"), tr("Copy"));
    if (menu.exec(event->globalPos()) == copy)
        QApplication::clipboard()->setText(text());
}

} // namespace convscope
