// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/explore_page.h"

#include "controls/hair_splitter.h"
#include "controls/save_path.h"
#include "controls/segmented_tabs.h"
#include "controls/token_label.h"
#include "document/model_document.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "language/core_words.h"
#include "pages/explore/explore_actions.h"
#include "pages/explore/formula_presenter.h"
#include "pages/explore/input_pair_presenter.h"
#include "pages/explore/large_map_presenter.h"
#include "pages/explore/map_export.h"
#include "style/theme.h"
#include "style/themed_icon.h"
#include "views/feature_map_view.h"
#include "views/formula_strip.h"
#include "views/input_pair_view.h"
#include "views/input_values_view.h"
#include "views/map_grid.h"
#include "views/panel_header.h"
#include "views/signal_view.h"
#include "views/volume_view.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenu>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kOneColumn = 138;
constexpr int kTwoColumns = 254;
/// A tile and the gap beside it, less the pixel that each gives way.
constexpr int kMoreColumns = 119;

/// Below this height the formula is a line.
constexpr int kCompactBelow = 600;
constexpr int kHysteresis = 40;

int gridWidth(int columns)
{
    return columns == 1 ? kOneColumn : kTwoColumns + (columns - 2) * kMoreColumns;
}

/// Of an enumeration whose values run from 0; nothing where the number is none of them.
template <class E>
std::optional<E> enumAt(const QVariant &value, E last)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= 0 && number <= static_cast<int>(last)
               ? std::optional(static_cast<E>(number))
               : std::nullopt;
}

} // namespace

ExplorePage::ExplorePage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_splitter(new HairSplitter(Qt::Horizontal, this)),
      m_grid(new MapGridPanel), m_panel(new MapPanel), m_contrast(new ContrastStrip),
      m_formula(new FormulaStrip),
      m_presenter(new MapsPresenter(context, {m_grid, m_panel, m_contrast}, this)),
      m_formulaPresenter(new FormulaPresenter(context, m_formula, this)), m_inputHead(new QWidget),
      m_inputTitle(new TokenLabel({}, FontRole::Title, &Tokens::text)),
      m_inputTabs(new SegmentedTabs), m_inputPart(new QWidget), m_pair(new InputPairView),
      m_values(new InputValuesView),
      m_pairPresenter(new InputPairPresenter(context, {m_pair, m_values}, this)),
      m_actions(new ExploreActions(this))
{
    layOut();
    connectFormula();
    connectMenus();
    connect(m_presenter, &MapsPresenter::shownChanged, this, [this] {
        if (const RenderedMaps *shown = m_presenter->shown())
            Q_EMIT layerMeasured(m_presenter->layerShown(), shown->statistics);
        Q_EMIT possibilitiesChanged();
    });
    connect(m_presenter, &MapsPresenter::cellDescribed, this,
            [status = context.status](const QString &text) { status->showCell(text); });
    connect(m_pairPresenter, &InputPairPresenter::cellDescribed, this,
            [this, status = context.status](const QString &text) {
                if (!m_inputPart->isHidden())
                    status->showCell(text);
            });
    connect(m_pairPresenter, &InputPairPresenter::possibleChanged, this,
            &ExplorePage::showInputOrMaps);
    connect(m_inputTabs, &QTabBar::currentChanged, this, &ExplorePage::showInputOrMaps);
    connect(context.selection, &Selection::inputSelected, this, &ExplorePage::showInputOrMaps);
    connect(m_panel->map(), &FeatureMapView::zoomChanged, this, [this](double zoom) {
        if (m_presenter->isActive())
            this->context().status->showZoom(zoom);
    });
    m_presenter->setDark(context.theme->isDark());
    connect(context.theme, &Theme::changed, this,
            [this] { m_presenter->setDark(this->context().theme->isDark()); });
}

void ExplorePage::connectFormula()
{
    connect(m_formula, &FormulaStrip::arithmeticRequested, this, &ExplorePage::openArithmetic);
    connect(m_panel, &MapPanel::cellOpened, this, &ExplorePage::openArithmetic);
    connect(m_formulaPresenter, &FormulaPresenter::effectiveChanged, this,
            [this] { m_presenter->largeMap()->setHeat(m_formulaPresenter->effective()); });
}

void ExplorePage::openArithmetic()
{
    Q_EMIT pageWanted(u"arithmetic"_s);
}

bool ExplorePage::isSettled() const
{
    return m_presenter->isSettled() && m_formulaPresenter->isSettled() &&
           m_pairPresenter->isSettled();
}

void ExplorePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (height() < kCompactBelow)
        m_formula->setCompact(true);
    else if (height() >= kCompactBelow + kHysteresis)
        m_formula->setCompact(false);
}

void ExplorePage::layOut()
{
    auto *column = new QWidget;
    auto *columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(0, 0, 0, 0);
    columnLayout->setSpacing(0);
    columnLayout->addWidget(m_panel, 1);
    columnLayout->addWidget(m_contrast);
    columnLayout->addWidget(m_formula);
    m_splitter->addWidget(m_grid);
    m_splitter->addWidget(column);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({gridWidth(m_columns), 616});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildInput());
    layout->addWidget(m_inputPart, 1);
    layout->addWidget(m_splitter, 1);
    showInputOrMaps();
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    connect(m_splitter, &HairSplitter::handleDoubleClicked, this, &ExplorePage::resetSizes);
}

QWidget *ExplorePage::buildInput()
{
    auto *what =
        new TokenLabel(tr("as it is and as the model reads it"), FontRole::Text, &Tokens::text2);
    what->setElided(true);
    m_inputTabs->addTab(tr("Colour"));
    m_inputTabs->addTab(tr("Channels"));
    m_inputTabs->setAccessibleName(tr("How the input is shown"));
    m_inputHead->setFixedHeight(kPanelHeader);
    auto *head = new QHBoxLayout(m_inputHead);
    head->setContentsMargins(12, 0, 12, 0);
    head->addWidget(m_inputTitle);
    head->addSpacing(4);
    head->addWidget(what, 1);
    head->addWidget(m_inputTabs);
    auto *column = new QVBoxLayout(m_inputPart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pair, 1);
    column->addWidget(m_values);
    return m_inputHead;
}

void ExplorePage::showInputOrMaps()
{
    const std::vector<ModelInput> &inputs = context().document->model().inputs;
    m_inputTitle->setText(inputs.size() < 2 ? tr("Input")
                                            : tr("Input %1")
                                                  .arg(QString::fromStdString(
                                                      inputs[context().selection->input()].name)));
    const bool isPossible = m_pairPresenter->isPossible();
    const bool isShown = isPossible && m_inputTabs->currentIndex() == 0;
    m_inputHead->setVisible(isPossible);
    m_inputPart->setVisible(isShown);
    m_splitter->setVisible(!isShown);
}

QWidget *ExplorePage::mainPanel() const
{
    return m_inputPart->isHidden() ? static_cast<QWidget *>(m_panel) : m_pair;
}

void ExplorePage::connectMenus()
{
    MapGrid *grid = m_grid->grid();
    FeatureMapView *map = m_panel->map();
    for (QWidget *view :
         {static_cast<QWidget *>(grid), static_cast<QWidget *>(map),
          static_cast<QWidget *>(m_panel->signal()), static_cast<QWidget *>(m_panel->volume())})
        view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(grid, &QWidget::customContextMenuRequested, this, [this, grid](QPoint at) {
        // The menu is about the map that it opens over.
        if (const int index = grid->indexAt(at); index >= 0)
            grid->select(index);
        openMenu(grid->mapToGlobal(at), std::nullopt);
    });
    connect(map, &QWidget::customContextMenuRequested, this, [this, map](QPoint at) {
        const auto cell = map->cellAt(QPointF(at));
        openMenu(map->mapToGlobal(at), cell ? cell : map->currentCell());
    });
    for (QWidget *view :
         {static_cast<QWidget *>(m_panel->signal()), static_cast<QWidget *>(m_panel->volume())})
        connect(view, &QWidget::customContextMenuRequested, this,
                [this, view](QPoint at) { openMenu(view->mapToGlobal(at), std::nullopt); });
}

void ExplorePage::openMenu(QPoint global, std::optional<MapCell> cell)
{
    if (m_presenter->shown() == nullptr)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(themedIcon(u"copy"), tr("Copy map")), &QAction::triggered, this,
            &ExplorePage::copy);
    if (const QString value = m_presenter->cellWords(); !value.isEmpty())
        connect(menu->addAction(tr("Copy value")), &QAction::triggered, this,
                [value] { QApplication::clipboard()->setText(value); });
    connect(menu->addAction(themedIcon(u"export"), tr("Save map…")), &QAction::triggered, this,
            [this] { exportShown(window()); });
    menu->addSeparator();
    FeatureMapView *map = m_panel->map();
    if (cell && map->pinnedCell() != cell)
        connect(menu->addAction(themedIcon(u"pin"), tr("Pin cell")), &QAction::triggered, map,
                [map, cell] { map->pin(*cell); });
    else if (m_panel->kind() != MapPanel::Kind::Volume)
        connect(menu->addAction(themedIcon(u"pin"), tr("Pin or unpin the cell")),
                &QAction::triggered, this, &ExplorePage::togglePin);
    menu->addSeparator();
    const MapPanelHeader *header = m_panel->header();
    menu->addMenu(header->rangeMenu())->setText(tr("Range"));
    menu->addMenu(header->colormapMenu())->setText(tr("Colormap"));
    menu->addAction(m_actions->overlay());
    menu->addMenu(m_actions->orders());
    menu->popup(global);
}

void ExplorePage::togglePin()
{
    if (m_panel->kind() == MapPanel::Kind::Signal) {
        SignalView *sequence = m_panel->signal();
        if (sequence->pinnedStep())
            sequence->unpin();
        else if (const auto step = sequence->currentStep())
            sequence->pin(*step);
        return;
    }
    FeatureMapView *map = m_panel->map();
    if (map->pinnedCell())
        map->unpin();
    else if (const auto cell = map->currentCell())
        map->pin(*cell);
}

void ExplorePage::activate()
{
    context().status->showZoom(m_panel->map()->zoom());
    m_presenter->setActive(true);
    m_formulaPresenter->setActive(true);
    m_pairPresenter->setActive(true);
}

void ExplorePage::deactivate()
{
    m_presenter->setActive(false);
    m_formulaPresenter->setActive(false);
    m_pairPresenter->setActive(false);
}

QList<PagePanel> ExplorePage::panels() const
{
    return {{u"grid"_s, m_grid},
            {u"map"_s, m_panel},
            {u"contrast"_s, m_contrast},
            {u"formula"_s, m_formula},
            {u"input"_s, m_pair}};
}

QList<QAction *> ExplorePage::actions() const
{
    return m_actions->list();
}

bool ExplorePage::startFilter()
{
    // What there is to filter of an input are its channels.
    if (!m_inputPart->isHidden())
        m_inputTabs->setCurrentIndex(1);
    m_grid->startFilter();
    return true;
}

void ExplorePage::copy()
{
    if (!m_inputPart->isHidden()) {
        if (const QString text = m_values->text(); !text.isEmpty())
            QApplication::clipboard()->setText(text);
        else if (const QImage &model = m_pair->pair().model; !model.isNull())
            QApplication::clipboard()->setImage(model);
        return;
    }
    if (const RenderedMaps *shown = m_presenter->shown())
        QApplication::clipboard()->setImage(shown->picture.picture());
}

void ExplorePage::exportShown(QWidget *dialogs)
{
    const RenderedMaps *shown = m_presenter->shown();
    if (shown == nullptr)
        return;
    const QString name =
        shown->request.isInput ? u"input"_s : QString::fromStdString(shown->request.layer);
    const QString path =
        askSavePath(dialogs, tr("Export map"), u"%1_map%2"_s.arg(name).arg(shown->request.channel),
                    {tr("Picture of the map (*.png)"), tr("Values of the map (*.npy)")});
    if (path.isEmpty())
        return;
    if (const auto exported = exportPlane(path, shown->plane, shown->picture.picture()); !exported)
        context().status->showFailure(localized(exported.error()));
    else
        context().status->showMessage(tr("Exported %1").arg(path), 4000);
}

std::optional<PrintableMaps> ExplorePage::printable() const
{
    const RenderedMaps *shown = m_presenter->shown();
    if (shown == nullptr)
        return std::nullopt;
    PrintableMaps maps;
    maps.request = shown->request;
    maps.cells = QSize(static_cast<int>(shown->plane.columns), static_cast<int>(shown->plane.rows));
    const MapGrid *grid = m_grid->grid();
    const int count = RenderedMaps::count(shown->request.output, shown->request.format);
    for (int i = 0; i < std::min(count, grid->count()); ++i)
        maps.order.push_back(grid->indexAtPosition(i));
    return maps;
}

std::optional<EarlyDrawing> ExplorePage::prepareEarly()
{
    return m_presenter->prepareEarly();
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

void ExplorePage::save(QSettings &settings) const
{
    QVariantList sizes;
    for (const int size : chosenSizes())
        sizes << size;
    settings.setValue(u"sizes"_s, sizes);
    const DisplaySettings &display = m_presenter->settings();
    settings.setValue(u"colormap"_s, display.colormap);
    settings.setValue(u"inverted"_s, display.inverted);
    settings.setValue(u"scope"_s, static_cast<int>(display.scope));
    settings.setValue(u"wheel"_s, static_cast<int>(m_panel->map()->wheelMode()));
}

void ExplorePage::restore(const QSettings &settings)
{
    QList<int> sizes;
    for (const QVariant &size : settings.value(u"sizes"_s).toList())
        sizes << size.toInt();
    if (sizes.size() == m_splitter->count())
        choose(sizes);
    DisplaySettings display = m_presenter->settings();
    display.colormap = settings.value(u"colormap"_s).toString();
    display.inverted = settings.value(u"inverted"_s, false).toBool();
    // A fixed range belongs to one stack: the next session starts with a shared one.
    display.scope = enumAt(settings.value(u"scope"_s), RangeScope::All).value_or(display.scope);
    m_presenter->setSettings(display);
    using WheelMode = FeatureMapView::WheelMode;
    m_actions->chooseWheel(
        enumAt(settings.value(u"wheel"_s), WheelMode::NextMap).value_or(WheelMode::Zoom));
}

} // namespace convscope
