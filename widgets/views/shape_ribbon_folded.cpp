// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "views/ribbon_overview.h"
#include "views/shape_ribbon.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// A lower ribbon has no room for an overview.
constexpr int kOverviewFrom = 100;
constexpr int kOverviewEdge = 14;

} // namespace

void ShapeRibbon::setFolded(bool isFolded)
{
    if (isFolded == m_isFolded)
        return;
    m_isFolded = isFolded;
    updateLayout();
}

bool ShapeRibbon::isFolded() const
{
    return m_isFolded && m_graph && m_graph->rows.size() == m_faces.size() && !m_faces.empty();
}

void ShapeRibbon::placeOverview()
{
    const QSize full = viewport()->size();
    const bool isShown = isFolded() && full.height() >= kOverviewFrom;
    m_overview->setVisible(isShown);
    if (isShown)
        m_overview->setGeometry(kOverviewEdge, full.height() - RibbonOverview::kHeight - 2,
                                full.width() - totalsWidth() - 2 * kOverviewEdge,
                                RibbonOverview::kHeight);
}

std::vector<ShapeRibbon::Total> ShapeRibbon::totalsNow() const
{
    std::vector<Total> totals = m_totals;
    if (!m_layout.isLogarithmic)
        return totals;
    const auto yields = std::ranges::find(totals, true, &Total::yieldsToScale);
    if (yields == totals.end())
        return totals;
    totals.erase(yields);
    totals.push_back({tr("face sides"), tr("log scale")});
    return totals;
}

void ShapeRibbon::paintBoxes(QPainter &painter)
{
    const Tokens &t = tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const RibbonBox &box : m_layout.boxes) {
        painter.setPen(QPen(t.line, 1));
        painter.setBrush(t.window);
        painter.drawRoundedRect(QRectF(box.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    painter.restore();
}

void ShapeRibbon::paintLinks(QPainter &painter, bool isMarked)
{
    const Tokens &t = tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const RibbonLink &link : m_layout.links) {
        const bool isHot = link.reader == m_current;
        if (isHot != isMarked)
            continue;
        painter.setPen(isHot ? QPen(t.accent, 2) : QPen(t.control, 1));
        QPolygonF line;
        for (const QPoint &point : link.points)
            line << QPointF(point.x() + 0.5, point.y() + 0.5);
        painter.drawPolyline(line);
        if (link.hasHead) {
            const QPointF tip = line.back();
            painter.drawPolyline(QPolygonF{tip + QPointF(-4, -4), tip, tip + QPointF(-4, 4)});
        }
    }
    painter.restore();
}

void ShapeRibbon::paintRuns(QPainter &painter)
{
    const Tokens &t = tokens();
    const QFont captions = convscope::font(FontRole::Caption);
    for (std::size_t i = 0; i < m_layout.captions.size(); ++i) {
        const RibbonRun &run = m_layout.captions[i];
        painter.setFont(captions);
        painter.setPen(t.text2);
        drawLineOfText(painter, run.rect, Qt::AlignCenter,
                       QFontMetrics(captions).elidedText(m_runs.words[static_cast<int>(i)],
                                                         Qt::ElideMiddle, run.rect.width()));
    }
    const QFont numbers = convscope::font(FontRole::MonoCaption);
    const QFontMetricsF metrics(numbers);
    painter.setFont(numbers);
    for (const RibbonRun &run : m_layout.shapes) {
        const bool isCurrent = m_current >= run.first && m_current <= run.last;
        // Inside of a block the shape is that of the layer that is looked at.
        const RibbonFace &of =
            face(isCurrent && face(m_current).hasTensor() ? m_current : run.last);
        const QString words = of.shapeWords.isEmpty() ? ribbonCaption(of) : of.shapeWords;
        const QColor colour = of.state == RibbonFace::State::Illegal ? t.error
                              : !of.hasTensor()                      ? t.text2
                              : isCurrent                            ? t.accentText
                                                                     : t.text;
        if (run.last > run.first)
            painter.fillRect(QRectF(run.rect.left(), run.rect.top(), run.rect.width(), 1), t.line);
        const qreal x = run.rect.center().x() + 0.5 - shapeTextWidth(numbers, words) / 2;
        const qreal y = run.rect.top() + 1 + (run.rect.height() + metrics.capHeight()) / 2;
        paintShapeText(painter, QPointF(std::round(x), std::round(y)), words, colour,
                       of.hasTensor() ? t.disabled : colour);
    }
}

} // namespace convscope
