// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/largest_table.h"

#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/tokens.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTableMargin = 14;
constexpr int kTitle = 34;
constexpr int kLine = 23;
constexpr int kIndexWidth = 30;
constexpr int kValueWidth = 62;

QString digits(double value)
{
    return QString::number(value, 'f', 5);
}

} // namespace

LargestShares largestShares(const float *values, qint64 size, int count)
{
    std::vector<qint64> order(static_cast<std::size_t>(size));
    std::iota(order.begin(), order.end(), 0);
    const auto before = [values](qint64 a, qint64 b) {
        const bool isA = !std::isnan(values[a]);
        const bool isB = !std::isnan(values[b]);
        if (isA != isB)
            return isA;
        return isA && values[a] != values[b] ? values[a] > values[b] : a < b;
    };
    const auto kept = static_cast<std::ptrdiff_t>(std::min<qint64>(count, size));
    std::partial_sort(order.begin(), order.begin() + kept, order.end(), before);
    LargestShares shares;
    for (std::ptrdiff_t i = 0; i < kept; ++i) {
        const qint64 at = order[static_cast<std::size_t>(i)];
        shares.largest.push_back({at, values[at]});
    }
    for (auto i = order.begin() + kept; i != order.end(); ++i)
        shares.rest += values[*i];
    shares.others = size - static_cast<qint64>(kept);
    return shares;
}

LargestTable::LargestTable(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LargestTable::setShares(LargestShares shares)
{
    if (shares == m_shares)
        return;
    const bool isOther = shares.largest.size() != m_shares.largest.size() ||
                         (shares.others > 0) != (m_shares.others > 0);
    m_shares = std::move(shares);
    QStringList said;
    for (const LargestShares::Share &share : m_shares.largest)
        said << tr("index %1: %2").arg(integerText(share.index), digits(share.value));
    setAccessibleName(tr("Largest values"));
    setAccessibleDescription(said.join(u", "_s));
    if (isOther)
        updateGeometry();
    update();
}

QSize LargestTable::sizeHint() const
{
    const auto lines = static_cast<int>(m_shares.largest.size()) + (m_shares.others > 0 ? 2 : 1);
    return {200, scaledHeight(kTitle) + lines * scaledHeight(kLine) + 10};
}

QSize LargestTable::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void LargestTable::paintEvent(QPaintEvent *)
{
    if (m_shares.isEmpty())
        return;
    const Tokens &t = tokens();
    QPainter painter(this);
    const double factor = fontFactor();
    const int left = kTableMargin;
    const int right = width() - kTableMargin;
    painter.setFont(convscope::font(FontRole::Title));
    painter.setPen(t.text);
    const auto count = static_cast<int>(m_shares.largest.size());
    drawLineOfText(painter, QRectF(left, 0, right - left, scaledHeight(kTitle)),
                   Qt::AlignLeft | Qt::AlignVCenter,
                   count == 1 ? tr("The largest") : tr("%n largest", nullptr, count));
    painter.setFont(convscope::font(FontRole::Caption));
    painter.setPen(t.text2);
    drawLineOfText(painter, QRectF(left, 0, right - left, scaledHeight(kTitle)),
                   Qt::AlignRight | Qt::AlignVCenter, tr("index, share"));
    const int indexWidth = qRound(kIndexWidth * factor);
    const int valueWidth = qRound(kValueWidth * factor);
    int top = scaledHeight(kTitle);
    const auto row = [&] { return QRectF(left, top, right - left, scaledHeight(kLine)); };
    const double most = std::max(m_shares.largest.front().value, 1e-30);
    double sum = m_shares.rest;
    for (const LargestShares::Share &share : m_shares.largest) {
        sum += share.value;
        painter.setFont(convscope::font(FontRole::Number));
        painter.setPen(t.text);
        drawLineOfText(painter, QRectF(left, top, indexWidth, scaledHeight(kLine)),
                       Qt::AlignRight | Qt::AlignVCenter, QString::number(share.index));
        drawLineOfText(painter, row(), Qt::AlignRight | Qt::AlignVCenter, digits(share.value));
        QRectF bar(left + indexWidth + 8, top + (scaledHeight(kLine) - 9) / 2.0,
                   right - left - indexWidth - valueWidth - 12, 9);
        painter.fillRect(bar, t.track);
        bar.setWidth(bar.width() * std::clamp(share.value / most, 0.0, 1.0));
        painter.fillRect(bar, t.accent);
        top += scaledHeight(kLine);
    }
    const auto total = [&](const QString &words, double value) {
        painter.setFont(convscope::font(FontRole::Text));
        painter.setPen(t.text2);
        drawLineOfText(painter, row().adjusted(indexWidth + 8, 0, 0, 0),
                       Qt::AlignLeft | Qt::AlignVCenter, words);
        painter.setFont(convscope::font(FontRole::Number));
        painter.setPen(t.text);
        drawLineOfText(painter, row(), Qt::AlignRight | Qt::AlignVCenter, digits(value));
        top += scaledHeight(kLine);
    };
    if (m_shares.others > 0)
        total(m_shares.others == 1 ? tr("1 other")
                                   : tr("%1 others").arg(integerText(m_shares.others)),
              m_shares.rest);
    painter.fillRect(QRectF(left + indexWidth + 8, top, right - left - indexWidth - 8, 1), t.line);
    total(tr("sum"), sum);
}

} // namespace convscope
