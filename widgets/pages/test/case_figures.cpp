// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/case_figures.h"

#include "language/core_words.h"
#include "pages/test/case_table_model.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/themed_icon.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMargin = 14;
constexpr int kTitle = 26;
constexpr int kLine = 20;
constexpr int kMostLines = 8;

} // namespace

CaseFigures::CaseFigures(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CaseFigures::setLook(std::shared_ptr<const CaseLook> look)
{
    m_look = std::move(look);
    m_opinions.clear();
    QStringList spoken;
    for (const auto &[name, value] : errorLines())
        spoken << name + u' ' + value;
    setAccessibleName(tr("Errors: %1").arg(spoken.join(u", "_s)));
    update();
}

void CaseFigures::setOpinions(std::vector<CaseCheck> opinions)
{
    m_opinions = std::move(opinions);
    update();
}

std::vector<CaseCheck> CaseFigures::checks() const
{
    std::vector<CaseCheck> all = m_look ? m_look->checks : std::vector<CaseCheck>();
    all.insert(all.end(), m_opinions.begin(), m_opinions.end());
    return all;
}

QSize CaseFigures::sizeHint() const
{
    return {600, 2 * 8 + kTitle + kMostLines * kLine};
}

QRect CaseFigures::columnRect(int column) const
{
    // Little room goes to the numbers first.
    constexpr int kNarrow = 640;
    const int first = width() < kNarrow ? width() * 42 / 100 : width() / 3;
    const int second = width() < kNarrow ? width() * 70 / 100 : width() * 2 / 3;
    const int left = column == 0 ? 0 : column == 1 ? first : second;
    const int right = column == 0 ? first : column == 1 ? second : width();
    return QRect(left, 8, right - left, height() - 16).adjusted(kMargin, 0, -kMargin, 0);
}

std::vector<std::pair<QString, QString>> CaseFigures::errorLines() const
{
    std::vector<std::pair<QString, QString>> lines;
    if (!m_look || !m_look->difference.isComparable)
        return lines;
    const TensorDifference &d = m_look->difference;
    lines.emplace_back(tr("largest |Δ|"), valueText(d.largest, 6));
    lines.emplace_back(tr("mean |Δ|"), valueText(d.mean, 4));
    lines.emplace_back(tr("relative"), valueText(d.relative, 3));
    if (d.ulp)
        lines.emplace_back(tr("ULP"), ulpText(*d.ulp));
    const double share = 100.0 * static_cast<double>(d.outside) / static_cast<double>(d.count);
    lines.emplace_back(tr("cells outside"),
                       tr("%1 % of %2").arg(valueText(share, 3), countText(d.count)));
    const Tolerance &t = m_look->tolerance;
    lines.emplace_back(
        tr("allowed"),
        t.elementwise
            ? tr("%1 + %2 · each").arg(valueText(t.absolute, 2)).arg(valueText(t.relative, 2))
            : valueText(m_look->result.allowed.value_or(0), 3));
    lines.emplace_back(tr("worst cell"), QString::fromStdString(toString(d.worst)));
    return lines;
}

void CaseFigures::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.fillRect(QRect(0, 0, width(), 1), tokens().line);
    if (!m_look)
        return;
    paintErrors(painter, columnRect(0));
    paintBars(painter, columnRect(1));
    paintChecks(painter, columnRect(2));
    for (const int column : {1, 2})
        painter.fillRect(QRect(columnRect(column).left() - kMargin, 14, 1, height() - 28),
                         tokens().line);
}

void CaseFigures::paintErrors(QPainter &painter, const QRect &area) const
{
    painter.setFont(convscope::font(FontRole::Title));
    painter.setPen(tokens().text);
    painter.drawText(QRect(area.topLeft(), QSize(area.width(), kTitle)), Qt::AlignVCenter,
                     tr("Error"));
    int top = area.top() + kTitle;
    const bool isFailed = m_look->result.status == CaseStatus::Failed;
    const auto lines = errorLines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const QRect line(area.left(), top, area.width(), kLine);
        painter.setFont(convscope::font(FontRole::Small));
        painter.setPen(tokens().text2);
        painter.drawText(line, Qt::AlignVCenter, lines[i].first);
        const int room =
            line.width() - QFontMetrics(painter.font()).horizontalAdvance(lines[i].first) - 6;
        painter.setFont(convscope::font(FontRole::Number));
        painter.setPen(i == 0 && isFailed ? tokens().error : tokens().text);
        painter.drawText(
            line, Qt::AlignVCenter | Qt::AlignRight,
            QFontMetrics(painter.font()).elidedText(lines[i].second, Qt::ElideRight, room));
        top += kLine;
    }
    if (lines.empty()) {
        painter.setFont(convscope::font(FontRole::Small));
        painter.setPen(tokens().text2);
        painter.drawText(QRect(area.left(), top, area.width(), 2 * kLine), Qt::TextWordWrap,
                         tr("No values were compared."));
    }
}

void CaseFigures::paintBars(QPainter &painter, const QRect &area) const
{
    painter.setFont(convscope::font(FontRole::Title));
    painter.setPen(tokens().text);
    painter.drawText(QRect(area.topLeft(), QSize(area.width(), kTitle)), Qt::AlignVCenter,
                     tr("Largest |Δ| per map"));
    const std::vector<double> &all = m_look->difference.perMap;
    if (all.empty())
        return;
    // The worst ones where there are more than fit.
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    if (all.size() > kMostLines) {
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return all[a] > all[b]; });
        order.resize(kMostLines - 1);
    }
    const double largest = *std::max_element(all.begin(), all.end());
    painter.setFont(convscope::font(FontRole::MonoCaption));
    const int index = QFontMetrics(painter.font()).horizontalAdvance(u"0000"_s);
    constexpr int kNumber = 60;
    int top = area.top() + kTitle;
    for (const std::size_t map : order) {
        const QRect line(area.left(), top, area.width(), kLine);
        painter.setPen(tokens().text2);
        painter.drawText(line, Qt::AlignVCenter, QString::number(map));
        const int room = area.width() - index - kNumber;
        const double share = largest > 0 && std::isfinite(largest) ? all[map] / largest : 0;
        const int length = static_cast<int>(share * std::max(room, 0));
        const bool isWorst = all[map] > 0 && all[map] == largest;
        const bool isFailed = m_look->result.status == CaseStatus::Failed;
        painter.fillRect(QRect(area.left() + index, top + 6, length, 8),
                         isWorst && isFailed ? tokens().error : tokens().control);
        painter.setPen(isWorst ? tokens().text : tokens().text2);
        painter.drawText(QRect(area.left() + index + length + 6, top, kNumber + 20, kLine),
                         Qt::AlignVCenter, valueText(all[map], 3));
        top += kLine;
    }
    if (order.size() < all.size()) {
        painter.setFont(convscope::font(FontRole::Caption));
        painter.setPen(tokens().text2);
        painter.drawText(QRect(area.left(), top, area.width(), kLine), Qt::AlignVCenter,
                         tr("the worst of %1 maps").arg(all.size()));
    }
}

void CaseFigures::paintChecks(QPainter &painter, const QRect &area) const
{
    painter.setFont(convscope::font(FontRole::Title));
    painter.setPen(tokens().text);
    painter.drawText(QRect(area.topLeft(), QSize(area.width(), kTitle)), Qt::AlignVCenter,
                     tr("Checks"));
    painter.setFont(convscope::font(FontRole::Small));
    int top = area.top() + kTitle;
    const std::vector<CaseCheck> all = checks();
    const auto count = all.size();
    const auto shown = count > kMostLines ? std::size_t{kMostLines - 1} : count;
    for (std::size_t i = 0; i < shown; ++i) {
        const CaseCheck &check = all[i];
        const bool isPassed = check.status == CaseStatus::Passed;
        const bool isFailed = check.status == CaseStatus::Failed;
        paintIcon(painter, QRectF(area.left(), top + 2, 16, 16),
                  isPassed   ? u"check"
                  : isFailed ? u"error"
                             : u"step_forward",
                  isPassed   ? tokens().passed
                  : isFailed ? tokens().error
                             : tokens().text2);
        painter.setPen(tokens().text);
        const QRect line(area.left() + 22, top, area.width() - 22, kLine);
        painter.setFont(convscope::font(FontRole::Small));
        const QFontMetrics metrics(painter.font());
        const QString title =
            metrics.elidedText(localized(check.title), Qt::ElideMiddle, line.width());
        painter.drawText(line, Qt::AlignVCenter, title);
        const int rest = metrics.horizontalAdvance(title) + 8;
        if (!isPassed && line.width() - rest > 40) {
            painter.setFont(convscope::font(FontRole::Caption));
            painter.setPen(tokens().text2);
            painter.drawText(
                line.adjusted(rest, 0, 0, 0), Qt::AlignVCenter,
                QFontMetrics(painter.font())
                    .elidedText(localized(check.said), Qt::ElideRight, line.width() - rest));
        }
        top += kLine;
    }
    painter.setPen(tokens().text2);
    if (shown < count)
        painter.drawText(QRect(area.left(), top, area.width(), kLine), Qt::AlignVCenter,
                         tr("and %1 more").arg(count - shown));
}

bool CaseFigures::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_look)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QRect area = columnRect(2);
    const std::vector<CaseCheck> all = checks();
    const int line = (help->y() - area.top() - kTitle) / kLine;
    const bool isCheck = help->x() >= area.left() && help->y() >= area.top() + kTitle &&
                         line < static_cast<int>(std::min<std::size_t>(all.size(), kMostLines));
    if (!isCheck) {
        QToolTip::hideText();
        return true;
    }
    const CaseCheck &check = all[static_cast<std::size_t>(line)];
    QToolTip::showText(help->globalPos(),
                       check.said.isEmpty()
                           ? localized(check.title)
                           : u"%1: %2"_s.arg(localized(check.title), localized(check.said)),
                       this);
    return true;
}

} // namespace convscope
