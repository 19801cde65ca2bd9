// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/input_values_view.h"

#include "style/fonts.h"
#include "style/numbers.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "views/plot.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHeight = 212;
constexpr double kValuesMargin = 24;
constexpr double kValuesHead = 28;
constexpr double kValuesRow = 20;
constexpr double kFirstColumn = 56;
/// Narrower than this the histograms give way to the arithmetic.
constexpr int kBothFrom = 700;

QString elided(const QPainter &painter, const QString &text, double width)
{
    return QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, width);
}

} // namespace

InputValuesView::InputValuesView(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Values of the input"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void InputValuesView::setValues(InputValues values)
{
    m_values = std::move(values);
    setAccessibleDescription(text());
    update();
}

QString InputValuesView::text() const
{
    if (m_values.rows.empty())
        return {};
    QStringList lines{m_values.title + u' ' + m_values.place, m_values.heads.join(u'\t')};
    for (const QStringList &row : m_values.rows)
        lines << row.join(u'\t');
    if (!m_values.formula.isEmpty())
        lines << m_values.sentence << m_values.formula;
    return lines.join(u'\n');
}

QSize InputValuesView::sizeHint() const
{
    return {616, scaledHeight(kHeight)};
}

QSize InputValuesView::minimumSizeHint() const
{
    return {320, scaledHeight(kHeight)};
}

void InputValuesView::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRectF(0, 0, width(), hairline(painter)), t.line);
    if (width() < kBothFrom) {
        // One of the two has room: the arithmetic, as soon as there is some.
        const QRectF all(kValuesMargin, 8, width() - 2 * kValuesMargin, height() - 16);
        if (m_values.hint.isEmpty())
            paintArithmetic(painter, all);
        else
            paintValues(painter, all);
        return;
    }
    const double middle = std::round(width() * 0.48);
    painter.fillRect(QRectF(middle, 16, hairline(painter), height() - 32), t.line);
    paintValues(painter, {kValuesMargin, 8, middle - 2 * kValuesMargin, height() - 16.0});
    paintArithmetic(painter, {middle + kValuesMargin, 8, width() - middle - 2 * kValuesMargin,
                              height() - 16.0});
}

void InputValuesView::paintValues(QPainter &painter, const QRectF &left)
{
    const Tokens &t = tokens();
    painter.setFont(convscope::font(FontRole::Title));
    painter.setPen(t.text);
    const QRectF head(left.left(), left.top(), left.width(), kValuesHead);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, tr("Values"));
    std::vector<LegendEntry> legend;
    for (int i = 0; i < m_values.names.size(); ++i)
        legend.push_back({m_values.names[i], m_values.colours[static_cast<std::size_t>(i)],
                          LegendEntry::Kind::Line, Qt::SolidLine});
    paintLegend(painter, head.adjusted(60, 0, 0, 0), legend);
    const double each = (left.height() - kValuesHead) / 2;
    paintCurves(painter, {left.left(), left.top() + kValuesHead, left.width(), each},
                m_values.file);
    paintCurves(painter, {left.left(), left.top() + kValuesHead + each, left.width(), each},
                m_values.model);
}

void InputValuesView::paintCurves(QPainter &painter, const QRectF &area, const ValueCurves &curves)
{
    const Tokens &t = tokens();
    if (curves.channels.empty())
        return;
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(t.text2);
    const double caption = QFontMetricsF(painter.font()).height() + 2;
    painter.drawText(QRectF(area.left(), area.top(), area.width(), caption),
                     Qt::AlignLeft | Qt::AlignVCenter, elided(painter, curves.title, area.width()));
    painter.setFont(convscope::font(FontRole::MonoCaption));
    const QRectF plot = area.adjusted(0, caption, 0, -caption);
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), hairline(painter)), t.line);
    for (const double tick : plotTicks(curves.low, curves.high, 5)) {
        const double x =
            plot.left() + plot.width() * (tick - curves.low) / (curves.high - curves.low);
        const QString words = QString::number(tick, 'g', 4).replace(u'-', u'−');
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(words);
        painter.drawText(QPointF(std::clamp(x - width / 2, plot.left(), plot.right() - width),
                                 plot.bottom() + caption - 3),
                         words);
    }
    double most = 0;
    for (const auto &channel : curves.channels)
        for (const double share : channel)
            most = std::max(most, share);
    if (most <= 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t c = 0; c < curves.channels.size(); ++c) {
        const auto &shares = curves.channels[c];
        QPainterPath path;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            // The square root keeps what is rare visible beside a flat background.
            const QPointF at(plot.left() + plot.width() * (double(i) + 0.5) / double(shares.size()),
                             plot.bottom() - (plot.height() - 2) * std::sqrt(shares[i] / most));
            if (i == 0)
                path.moveTo(at);
            else
                path.lineTo(at);
        }
        const bool isAlone = curves.channels.size() == 1;
        painter.setPen(QPen(
            isAlone ? t.text2 : m_values.colours[std::min(c, m_values.colours.size() - 1)], 1.3));
        painter.drawPath(path);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void InputValuesView::paintArithmetic(QPainter &painter, const QRectF &area)
{
    const Tokens &t = tokens();
    painter.setFont(convscope::font(FontRole::Title));
    painter.setPen(t.text);
    const QString title = m_values.hint.isEmpty() ? m_values.title : tr("Why?");
    const QRectF head(area.left(), area.top(), area.width(), kValuesHead);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, title);
    const double used = QFontMetricsF(painter.font()).horizontalAdvance(title) + 10;
    painter.setPen(t.text2);
    if (!m_values.hint.isEmpty()) {
        painter.setFont(convscope::font(FontRole::Text));
        painter.drawText(area.adjusted(0, kValuesHead + 4, 0, 0),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_values.hint);
        return;
    }
    painter.setFont(convscope::font(FontRole::MonoCaption));
    painter.drawText(head.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     elided(painter, m_values.place, area.width() - used));
    const auto columns = static_cast<int>(m_values.heads.size()) - 1;
    const double width = columns > 0 ? (area.width() - kFirstColumn) / columns : 0;
    double y = head.bottom();
    const auto line = [&](const QStringList &cells, FontRole role, const QColor &ink) {
        for (int i = 0; i < cells.size(); ++i) {
            const bool isLast = i > 0 && i + 1 == cells.size();
            painter.setFont(convscope::font(i == 0 ? FontRole::Small : role));
            painter.setPen(isLast ? t.text : ink);
            const QRectF cell(i == 0 ? area.left() : area.left() + kFirstColumn + (i - 1) * width,
                              y, i == 0 ? kFirstColumn : width, kValuesRow);
            painter.drawText(
                cell, static_cast<int>(i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                elided(painter, cells[i], cell.width()));
        }
        y += kValuesRow;
    };
    line(m_values.heads, FontRole::Caption, t.text2);
    for (const QStringList &row : m_values.rows)
        line(row, FontRole::Number, t.text2);
    painter.setPen(t.text2);
    painter.setFont(convscope::font(FontRole::Caption));
    const QRectF rest(area.left(), y + 4, area.width(), area.bottom() - y - 4);
    QRectF taken;
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_values.sentence,
                     &taken);
    painter.setFont(convscope::font(FontRole::Number));
    painter.setPen(t.text);
    painter.drawText(rest.adjusted(0, m_values.sentence.isEmpty() ? 0 : taken.height() + 4, 0, 0),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_values.formula);
}

} // namespace convscope
