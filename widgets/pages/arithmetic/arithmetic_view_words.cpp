// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/arithmetic_marks.h"
#include "pages/arithmetic/arithmetic_view.h"
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "views/device_pixels.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLine = 18;

/// "−0.3" or "1.95".
QString limitText(float value)
{
    return valueText(static_cast<double>(value), 4);
}

} // namespace

void ArithmeticView::paintMiddle(QPainter &painter)
{
    const Tokens &t = tokens();
    if (m_layout.kernel.isEmpty()) {
        painter.setFont(convscope::font(FontRole::Text));
        painter.setPen(t.text);
        painter.drawText(m_layout.words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         m_scene.words);
        if (!m_layout.isStacked)
            paintArrowSign(painter, m_layout.arrow, t.text2);
        return;
    }
    if (!m_layout.isStacked) {
        paintTimesSign(painter, m_layout.times, t.text2);
        paintArrowSign(painter, m_layout.arrow, t.text2);
    }
    paintScale(painter);
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(t.text2);
    if (!m_layout.isStacked && !m_layout.words.isEmpty())
        painter.drawText(m_layout.words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                         m_scene.words);
}

void ArithmeticView::paintScale(QPainter &painter)
{
    const QRect &at = m_layout.scale;
    if (at.isEmpty())
        return;
    const QString low = limitText(m_kernelShades.low);
    const QString high = limitText(m_kernelShades.high);
    painter.setFont(convscope::font(FontRole::MonoCaption));
    painter.setPen(tokens().text2);
    int x = at.left();
    drawLineOfText(painter, QRect(x, at.top(), 80, 14), Qt::AlignLeft | Qt::AlignVCenter, low);
    x += qRound(textWidth(painter.font(), low)) + 8;
    // Narrower where another grid stands beside it.
    const int end = at.right() - qRound(textWidth(painter.font(), high)) - 8;
    const int bar = std::clamp(end - x, 16, 72);
    for (int i = 0; m_kernelShades.map != nullptr && i < bar; ++i)
        painter.fillRect(
            x + i, at.top() + 4, 1, 7,
            QColor(m_kernelShades.map->colours[static_cast<std::size_t>(i * 255 / (bar - 1))]));
    x += bar + 8;
    drawLineOfText(painter, QRect(x, at.top(), 80, 14), Qt::AlignLeft | Qt::AlignVCenter, high);
}

void ArithmeticView::paintSecond(QPainter &painter)
{
    if (!m_scene.second || m_layout.second.isEmpty())
        return;
    const Tokens &t = tokens();
    const QRect at = m_layout.second;
    painter.setFont(convscope::font(FontRole::Title));
    painter.setPen(t.text);
    drawLineOfText(painter,
                   QRect(at.left() + 16, at.top() - (m_layout.isStacked ? 26 : 22), 200, 20),
                   Qt::AlignLeft | Qt::AlignVCenter, m_scene.second->title);
    const QStringList signs{QString(), u"×"_s, m_scene.second->sign};
    const bool isRow = m_layout.isStacked;
    const int each = (at.width() + 8) / 3;
    for (int i = 0; i < m_scene.second->numbers.size() && i < 3; ++i) {
        const QRect cell =
            isRow ? QRect(at.left() + 16 + i * each, at.center().y() - 14, each - 24, 28)
                  : QRect(at.left() + 16, at.top() + i * 34, at.width() - 16, 28);
        paintPanel(painter, cell, 4, t.surface, t.line);
        painter.setFont(convscope::font(FontRole::Number));
        painter.setPen(t.text);
        drawLineOfText(painter, cell.adjusted(4, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter,
                       m_scene.second->numbers[i]);
        painter.setPen(t.text2);
        drawLineOfText(painter, QRect(cell.left() - 18, cell.top(), 14, 28), Qt::AlignCenter,
                       signs[i]);
    }
    if (!m_layout.isStacked)
        paintArrowSign(painter,
                       QPoint((m_layout.kernel.rect.right() + at.left()) / 2, m_layout.times.y()),
                       t.text2);
}

void ArithmeticView::paintLegend(QPainter &painter)
{
    const Tokens &t = tokens();
    const QRect at = m_layout.legend;
    if (at.isEmpty())
        return;
    int y = at.top();
    painter.setFont(convscope::font(FontRole::Caption));
    const auto line = [&](const QString &words) {
        painter.setPen(t.text2);
        drawLineOfText(painter, QRect(at.left() + 20, y, at.width() - 20, kLine),
                       Qt::AlignLeft | Qt::AlignVCenter, words);
        y += kLine;
    };
    const auto square = [&] { return QRect(at.left(), y + 3, 12, 12); };
    const bool hasPadding =
        !m_scene.isScatter &&
        (m_layout.input.rows.front() < 0 || m_layout.input.columns.front() < 0 ||
         m_layout.input.rows.back() >= m_scene.input.rows ||
         m_layout.input.columns.back() >= m_scene.input.columns);
    if (hasPadding) {
        paintPaddingCell(painter, square());
        line(m_scene.addsZeros ? tr("zero added by padding") : tr("padding, not counted"));
    }
    if (columnMap().output > 1 && columnMap().taps > 1) {
        paintDashes(painter, square());
        line(m_scene.isScatter ? tr("cells of the next one") : tr("window of the next cell"));
    }
    if (!m_scene.coverage.isEmpty())
        line(m_scene.coverage);
    painter.setPen(t.text2);
    const QString shades = tr("input %1 … %2, output %3 … %4")
                               .arg(limitText(m_inputShades.low), limitText(m_inputShades.high),
                                    limitText(m_outputShades.low), limitText(m_outputShades.high));
    painter.drawText(QRect(at.left(), y + 2, at.width(), 30),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, shades);
}

void ArithmeticView::paintRules(QPainter &painter)
{
    const Tokens &t = tokens();
    const QFont text = convscope::font(FontRole::Text);
    const QFont mono = convscope::font(FontRole::Number);
    QFont strong = mono;
    strong.setWeight(QFont::DemiBold);
    int spacing = 12;
    const auto widthOf = [&](const RulePart &part) {
        return qRound(textWidth(part.isOutside ? mono : strong, part.text)) + spacing;
    };
    const auto widthOfAll = [&](const std::vector<RulePart> &parts) {
        int width = 0;
        for (const RulePart &part : parts)
            width += widthOf(part);
        return width;
    };
    const auto widestOf = [&] {
        int width = 0;
        for (const RuleLine &rule : m_scene.rules)
            width = std::max(width, widthOfAll(rule.cells));
        return width;
    };
    int expressionWidth = 0;
    int axisWidth = 0;
    std::size_t most = 0;
    for (const RuleLine &rule : m_scene.rules) {
        axisWidth = std::max(axisWidth, qRound(textWidth(text, rule.axis)));
        expressionWidth = std::max(expressionWidth, qRound(textWidth(mono, rule.expression)));
        most = std::max(most, rule.cells.size());
    }
    int widest = widestOf();
    const int start = m_layout.rules.left() + axisWidth + 10;
    const int first = start + expressionWidth + 24;
    const int room = width() - 8 - first;
    // Beside all numbers: the notes; else what they begin with; else fewer numbers, if that helps.
    QStringList notes;
    for (const RuleLine &rule : m_scene.rules)
        notes << rule.note;
    const auto noteWidth = [&] {
        int width = 0;
        for (const QString &note : notes)
            width = std::max(width, qRound(textWidth(text, note)));
        return width > 0 ? width + 16 : 0;
    };
    if (widest + noteWidth() > room) {
        for (QString &note : notes)
            note = note.section(u';', 0, 0);
    }
    if (widest + noteWidth() > room) {
        spacing = 8;
        widest = widestOf();
    }
    if (widest + noteWidth() > room) {
        // A gap in a few numbers would save nothing.
        constexpr std::size_t kFew = 4;
        constexpr int kLeastNumbers = 100;
        if (most <= kFew || room - noteWidth() < kLeastNumbers)
            notes.fill(QString());
        widest = std::min(widest, room - noteWidth());
    }
    const auto fitting = [&](std::vector<RulePart> parts) {
        const RulePart gap{u"…"_s, false};
        int wanted = widthOfAll(parts);
        if (wanted <= widest)
            return parts;
        wanted += widthOf(gap);
        while (wanted > widest && parts.size() > 2) {
            wanted -= widthOf(parts[parts.size() - 2]);
            parts.erase(parts.end() - 2);
        }
        parts.insert(parts.end() - 1, gap);
        return parts;
    };
    int y = m_layout.rules.top();
    const int noteLeft = std::max(first + widest + 16, m_layout.rules.left() + 300);
    for (std::size_t i = 0; i < m_scene.rules.size(); ++i) {
        const RuleLine &rule = m_scene.rules[i];
        const QRect line(m_layout.rules.left(), y, m_layout.rules.width(), 20);
        painter.setFont(text);
        painter.setPen(t.text2);
        drawLineOfText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, rule.axis);
        painter.setFont(mono);
        painter.setPen(t.text);
        drawLineOfText(painter, QRect(start, y, line.width(), 20), Qt::AlignLeft | Qt::AlignVCenter,
                       rule.expression);
        painter.setPen(t.text2);
        if (!rule.cells.empty())
            drawLineOfText(painter, QRect(first - 16, y, 20, 20), Qt::AlignLeft | Qt::AlignVCenter,
                           u"="_s);
        int x = first;
        for (const RulePart &part : fitting(rule.cells)) {
            painter.setFont(part.isOutside ? mono : strong);
            painter.setPen(part.isOutside ? t.warning : t.accentText);
            drawLineOfText(painter, QRect(x, y, 200, 20), Qt::AlignLeft | Qt::AlignVCenter,
                           part.text);
            x += widthOf(part);
        }
        // In a column of their own where there is room.
        const QString &note = notes[static_cast<qsizetype>(i)];
        const int left = std::min(noteLeft, width() - 8 - qRound(textWidth(text, note)));
        painter.setFont(text);
        painter.setPen(t.text2);
        drawLineOfText(painter, QRect(left, y, width() - left, 20),
                       Qt::AlignLeft | Qt::AlignVCenter, note);
        y += ArithmeticLayout::kRuleLine;
    }
}

} // namespace convscope
