// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/explore_page.h"

#include "controls/hair_splitter.h"

#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

namespace {

constexpr int kOneColumn = 138;
constexpr int kTwoColumns = 254;
/// A tile and the gap beside it, less the pixel that each gives way.
constexpr int kMoreColumns = 119;

int gridWidth(int columns)
{
    return columns == 1 ? kOneColumn : kTwoColumns + (columns - 2) * kMoreColumns;
}

} // namespace

ExplorePage::ExplorePage(ModelDocument *document, LayerResults *results, Selection *selection,
                         QWidget *parent)
    : QWidget(parent), m_splitter(new HairSplitter(Qt::Horizontal, this)), m_grid(new MapGridPanel),
      m_panel(new MapPanel), m_contrast(new ContrastStrip),
      m_presenter(
          new MapsPresenter(document, results, selection, {m_grid, m_panel, m_contrast}, this))
{
    auto *column = new QWidget;
    auto *columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(0, 0, 0, 0);
    columnLayout->setSpacing(0);
    columnLayout->addWidget(m_panel, 1);
    columnLayout->addWidget(m_contrast);
    m_splitter->addWidget(m_grid);
    m_splitter->addWidget(column);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({gridWidth(m_columns), 616});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    connect(m_splitter, &HairSplitter::handleDoubleClicked, this, &ExplorePage::resetSizes);
}

void ExplorePage::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    // One column is a matter of room, more are a matter of taste.
    const bool isNeeded = columns == 1 || m_columns == 1;
    m_columns = columns;
    if (isNeeded || !m_isMoved)
        resetSizes();
}

QList<int> ExplorePage::chosenSizes() const
{
    return m_isMoved ? m_splitter->sizes() : QList<int>();
}

void ExplorePage::choose(const QList<int> &sizes)
{
    m_splitter->setSizes(sizes);
    m_isMoved = true;
}

void ExplorePage::resetSizes()
{
    const int width = gridWidth(m_columns);
    m_splitter->setSizes({width, std::max(m_splitter->width() - width, width)});
    m_isMoved = false;
}

} // namespace convscope
