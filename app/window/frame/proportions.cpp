// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/frame/proportions.h"

#include "controls/hair_splitter.h"
#include "pages/page_host.h"
#include "stack/stack_panel.h"
#include "views/shape_ribbon.h"

#include <QLayout>

namespace convscope {

namespace {

// Where parts give way as the window shrinks (widths, heights), and how far it must grow again.
constexpr int kPartHysteresis = 40;
constexpr int kOneColumn = 1240;
constexpr int kThreeColumns = 1960;
constexpr int kFourColumns = 2520;
constexpr int kMostColumns = 4;
constexpr int kCompactCards = 1140;
constexpr int kLowRibbon = 740;
constexpr int kHighRibbon = 1300;

bool crosses(bool isBelow, int size, int threshold)
{
    return isBelow ? size < threshold + kPartHysteresis : size < threshold;
}

/// Columns of small maps.
int columnsFor(int width, int before)
{
    int columns = 1;
    for (const int threshold : {kOneColumn, kThreeColumns, kFourColumns}) {
        if (!crosses(before <= columns, width, threshold))
            ++columns;
    }
    return columns;
}

} // namespace

Proportions::Proportions(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    m_parts.body->setSizes({264, 872, 304});
    m_parts.ribbon->setFixedHeight(108);
    connect(m_parts.body, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    connect(m_parts.body, &HairSplitter::handleDoubleClicked, this, &Proportions::reset);
}

void Proportions::follow(QSize window)
{
    followWidth(window.width());
    followHeight(window.height());
}

void Proportions::followWidth(int width)
{
    const bool wasWide = m_columns == kMostColumns;
    m_columns = columnsFor(width, m_columns);
    for (Page *page : m_parts.pages->pages())
        page->setColumns(m_columns);
    const bool isCompact = crosses(m_isCompact, width, kCompactCards);
    if (isCompact != m_isCompact) {
        m_isCompact = isCompact;
        m_parts.stack->setCompact(isCompact);
        reset();
    } else if (wasWide != (m_columns == kMostColumns) && !m_isMoved) {
        reset();
    }
}

void Proportions::followHeight(int height)
{
    m_isLow = crosses(m_isLow, height, kLowRibbon);
    m_parts.ribbon->setFixedHeight(m_isLow ? 72 : height >= kHighRibbon ? 132 : 108);
}

void Proportions::reset()
{
    // Not yet at its size where the window has just got its own.
    QWidget *central = m_parts.body->parentWidget();
    central->layout()->setGeometry(central->rect());
    const bool isWide = m_columns == kMostColumns;
    const int stack = m_isCompact ? 208 : isWide ? 300 : 264;
    const int inspector = m_isCompact ? 272 : isWide ? 340 : 304;
    m_parts.body->setSizes({stack, m_parts.body->width() - stack - inspector, inspector});
    m_isMoved = false;
}

QList<int> Proportions::chosen() const
{
    return m_isMoved ? m_parts.body->sizes() : QList<int>();
}

void Proportions::choose(const QList<int> &sizes)
{
    m_parts.body->setSizes(sizes);
    m_isMoved = true;
}

} // namespace convscope
