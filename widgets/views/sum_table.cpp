// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/sum_table.h"

#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"

#include <QPainter>
#include <QStringList>

namespace convscope {

namespace {

constexpr int kRow = 20;
constexpr int kResult = 28;

} // namespace

SumTable::SumTable(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("The sum"));
}

void SumTable::setRows(std::vector<SumRow> rows)
{
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    QStringList words;
    for (const SumRow &row : m_rows)
        words << row.label + u' ' + row.value + u' ' + row.note;
    setAccessibleDescription(words.join(u"; "));
    update();
}

int SumTable::wholeHeight() const
{
    int wanted = 2;
    for (const SumRow &row : m_rows)
        wanted += row.isResult ? kResult : kRow;
    return wanted;
}

void SumTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.fillRect(rect(), t.surface);
    const int wanted = wholeHeight();
    // Closer where the panel is low.
    const double squeeze = wanted > height() ? static_cast<double>(height()) / wanted : 1;
    double y = 2;
    for (const SumRow &row : m_rows) {
        const double pitch = (row.isResult ? kResult : kRow) * squeeze;
        const QRectF line(0, y, width(), pitch);
        if (row.hasRule)
            painter.fillRect(QRectF(0, std::round(y), width(), hairline(painter)), t.line);
        painter.setFont(convscope::font(FontRole::Text));
        painter.setPen(t.text2);
        drawLineOfText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, row.label);
        const qreal after = textWidth(painter.font(), row.label) + 6;
        const QFont number = convscope::font(row.isResult ? FontRole::Result : FontRole::Number);
        const qreal taken = textWidth(number, row.value);
        painter.setFont(convscope::font(FontRole::Caption));
        if (after + textWidth(painter.font(), row.note) + 8 < width() - taken)
            drawLineOfText(painter, line.adjusted(after, 1, 0, 1), Qt::AlignLeft | Qt::AlignVCenter,
                           row.note);
        painter.setFont(number);
        painter.setPen(t.text);
        drawLineOfText(painter, line, Qt::AlignRight | Qt::AlignVCenter, row.value);
        y += pitch;
    }
}

} // namespace convscope
