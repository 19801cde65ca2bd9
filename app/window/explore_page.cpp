// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/explore_page.h"

#include "controls/hair_splitter.h"

#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr int kGridWidth = 254;
constexpr int kNarrowGridWidth = 138;

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
    m_splitter->setSizes({kGridWidth, 616});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connect(m_splitter, &HairSplitter::handleDoubleClicked, this, [this] {
        m_splitter->setSizes({kGridWidth, m_splitter->width() - kGridWidth});
    });
}

void ExplorePage::setNarrow(bool narrow)
{
    const int width = narrow ? kNarrowGridWidth : kGridWidth;
    m_splitter->setSizes({width, m_splitter->width() - width});
}

} // namespace convscope
