// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/map_grid_panel.h"

#include "controls/filter_bar.h"
#include "style/fonts.h"
#include "style/tokens.h"
#include "views/device_pixels.h"
#include "views/map_grid.h"
#include "views/panel_buttons.h"
#include "views/panel_header.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kNarrow = 200;

} // namespace

MapGridPanel::MapGridPanel(QWidget *parent) : QWidget(parent)
{
    m_title = new QLabel(this);
    m_note = new QLabel(this);
    m_sort = new PanelMenuButton(true, this);
    m_sort->setIconName(u"sort"_s);
    m_sort->setAccessibleName(tr("Order of the maps"));
    m_grid = new MapGrid(this);
    // The panel as a whole has the focus where its maps have it.
    setFocusProxy(m_grid);

    auto *actions = new QActionGroup(this);
    for (const MapOrder order :
         {MapOrder::Index, MapOrder::Energy, MapOrder::Contrast, MapOrder::Similarity}) {
        QAction *action = m_sort->menu()->addAction(orderName(order));
        action->setCheckable(true);
        action->setData(static_cast<int>(order));
        actions->addAction(action);
        connect(action, &QAction::triggered, this, [this, order] { setOrder(order); });
    }

    auto *header = new QHBoxLayout;
    header->setContentsMargins(10, 0, 4, 0);
    header->setSpacing(8);
    header->addWidget(m_title);
    header->addWidget(m_note);
    header->addStretch(1);
    header->addWidget(m_sort);
    auto *headerBox = new QWidget(this);
    headerBox->setLayout(header);
    headerBox->setMinimumWidth(100);
    header->setSizeConstraint(QLayout::SetNoConstraint);
    headerBox->setFixedHeight(kPanelHeader - 1);
    m_filter = new FilterBar(tr("Filter maps"), tr("12, 3-9 or dead"), headerBox);
    connect(m_filter, &FilterBar::textChanged, this,
            [this] { m_grid->setFilter(TileFilter(m_filter->text())); });
    connect(m_filter, &FilterBar::listWanted, this, [this] {
        if (m_grid->shownCount() == 0)
            return;
        if (m_grid->positionOf(m_grid->selected()) < 0)
            m_grid->selectNext(0);
        m_grid->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_grid, &MapGrid::shownCountChanged, this,
            [this] { m_filter->setMatches(m_grid->shownCount(), m_grid->count()); });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headerBox);
    column->addWidget(m_grid, 1);
    updateLook();
    updateTitle();
}

QString MapGridPanel::orderName(MapOrder order)
{
    switch (order) {
    case MapOrder::Index:
        break;
    case MapOrder::Energy:
        return tr("Energy");
    case MapOrder::Contrast:
        return tr("Contrast");
    case MapOrder::Similarity:
        return tr("Similarity to the selected map");
    }
    return tr("Index");
}

void MapGridPanel::setOrder(MapOrder order)
{
    const bool isOther = order != m_order;
    m_order = order;
    updateLook();
    if (isOther)
        Q_EMIT orderChanged(order);
}

void MapGridPanel::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty() && width() >= kNarrow);
}

void MapGridPanel::updateTitle()
{
    const int count = m_grid->count();
    m_title->setText(count == 1 ? tr("1 map") : tr("%n maps", nullptr, count));
    m_sort->setEnabled(count > 1);
}

void MapGridPanel::startFilter()
{
    m_filter->open();
}

void MapGridPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_filter->isOpen())
        m_filter->dismiss();
    else
        QWidget::keyPressEvent(event);
}

void MapGridPanel::updateLook()
{
    m_title->setFont(convscope::font(FontRole::Title));
    m_note->setFont(convscope::font(FontRole::MonoCaption));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_sort->setFont(convscope::font(FontRole::Small));
    for (QAction *action : m_sort->menu()->actions()) {
        const bool isCurrent = action->data().toInt() == static_cast<int>(m_order);
        action->setChecked(isCurrent);
        if (isCurrent)
            m_sort->setText(m_order == MapOrder::Similarity ? tr("Similarity") : action->text());
    }
    m_sort->setToolTip(tr("Order of the maps: %1").arg(m_sort->text()));
    m_sort->updateGeometry();
    m_sort->update();
}

void MapGridPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
}

void MapGridPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_sort->setCompact(width() < kNarrow);
    m_note->setVisible(!m_note->text().isEmpty() && width() >= kNarrow);
}

void MapGridPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        updateLook();
    QWidget::changeEvent(event);
}

} // namespace convscope
