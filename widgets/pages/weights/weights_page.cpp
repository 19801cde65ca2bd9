// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/weights_page.h"

#include "controls/command_action.h"
#include "controls/hair_splitter.h"
#include "controls/quiet_spin_box.h"
#include "controls/segmented_tabs.h"
#include "controls/token_label.h"
#include "document/status_sink.h"
#include "pages/weights/accessible_weights.h"
#include "pages/weights/preset_bar.h"
#include "pages/weights/split_map_view.h"
#include "pages/weights/weight_cells.h"
#include "pages/weights/weight_facts.h"
#include "pages/weights/weight_overview.h"
#include "pages/weights/weight_tools.h"
#include "pages/weights/weights_presenter.h"
#include "views/panel_buttons.h"
#include "views/panel_header.h"

#include <QHBoxLayout>
#include <QSettings>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Five cells of 58 beside each other.
constexpr int kKernelWidth = 328;

/// The line at the top of a panel, 40 high.
QHBoxLayout *header(QWidget *box)
{
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(16, 0, 12, 0);
    layout->setSpacing(8);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    box->setFixedHeight(kPanelHeader - 1);
    return layout;
}

QVBoxLayout *plainColumn(QWidget *box)
{
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

} // namespace

WeightsPage::WeightsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_stack(new QStackedLayout(this)), m_editor(new QWidget),
      m_sentence(new TokenLabel({}, FontRole::Text, &Tokens::text2)),
      m_splitter(new HairSplitter(Qt::Horizontal))
{
    installAccessibleWeights();
    auto *editor = plainColumn(m_editor);
    editor->addWidget(makeOverview());
    editor->addWidget(new HairLine);
    m_kernelPanel = makeKernel();
    m_mapPanel = makeMap();
    m_splitter->addWidget(m_kernelPanel);
    m_splitter->addWidget(m_mapPanel);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({kKernelWidth, 520});
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isMoved = true; });
    editor->addWidget(m_splitter, 1);
    editor->addWidget(new HairLine);
    m_views.presets = new PresetBar;
    // Whatever its words would like: what has no room is left out.
    m_views.presets->setMinimumWidth(440);
    editor->addWidget(m_views.presets);
    m_views.facts = new WeightFacts;
    m_beside = m_views.facts;

    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(32, 0, 32, 0);
    m_sentence->setFocusPolicy(Qt::StrongFocus);
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_sentence);

    m_presenter = new WeightsPresenter(context, m_views, this);
    connect(m_presenter, &WeightsPresenter::nothingChanged, this, &WeightsPage::showNothing);
    connect(m_presenter, &WeightsPresenter::nothingChanged, this, &Page::possibilitiesChanged);
    connect(m_views.overview, &WeightOverview::heightChanged, this, &WeightsPage::fitOverview);
    makeActions();
}

QWidget *WeightsPage::makeOverview()
{
    auto *panel = new QWidget;
    auto *head = new QWidget;
    auto *row = header(head);
    m_views.title = new TokenLabel({}, FontRole::Title, &Tokens::text);
    // A long name gives way, never its extents.
    m_views.title->setElided(true);
    m_views.shape = new TokenLabel({}, FontRole::Number, &Tokens::text2);
    m_views.shape->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_views.weights = new SegmentedTabs;
    m_views.weights->setExpanding(false);
    m_views.weights->setAccessibleName(tr("Which weight"));
    m_views.range = new PanelMenuButton(false);
    m_views.range->setIconName(u"contrast"_s);
    m_views.range->setAccessibleName(tr("Range of the colours"));
    row->addWidget(m_views.title);
    row->addWidget(m_views.shape);
    row->addStretch(1);
    row->addWidget(m_views.weights);
    row->addWidget(m_views.range);
    m_views.overview = new WeightOverview;
    m_views.overviewPanel = panel;
    auto *layout = plainColumn(panel);
    layout->addWidget(head);
    layout->addWidget(m_views.overview);
    return panel;
}

QWidget *WeightsPage::makeKernel()
{
    auto *panel = new QWidget;
    auto *head = new QWidget;
    auto *row = header(head);
    m_views.kernelTitle = new TokenLabel({}, FontRole::Title, &Tokens::text);
    m_views.target = new SegmentedTabs;
    m_views.target->setExpanding(false);
    m_views.target->addTab(tr("Kernel"));
    m_views.target->addTab(tr("Filter"));
    m_views.target->addTab(tr("All"));
    m_views.target->setAccessibleName(tr("What presets and tools change"));
    row->addWidget(m_views.kernelTitle);
    row->addStretch(1);
    row->addWidget(m_views.target);

    m_views.sliceRow = new QWidget;
    auto *slice = new QHBoxLayout(m_views.sliceRow);
    slice->setContentsMargins(16, 0, 16, 6);
    slice->setSpacing(8);
    m_views.slice = new QuietSpinBox;
    m_views.slice->setFixedWidth(72);
    m_views.slice->setAccessibleName(tr("Slice of the kernel"));
    slice->addWidget(new TokenLabel(tr("slice"), FontRole::Number, &Tokens::text2));
    slice->addWidget(m_views.slice);
    slice->addStretch(1);

    m_views.cells = new WeightCells;
    m_views.tools = new WeightTools;
    auto *cells = new QHBoxLayout;
    cells->setContentsMargins(14, 0, 8, 0);
    cells->addWidget(m_views.cells);
    auto *layout = plainColumn(panel);
    layout->addWidget(head);
    layout->addWidget(m_views.sliceRow);
    layout->addLayout(cells, 1);
    layout->addWidget(m_views.tools);
    layout->addStretch(0);
    panel->setMinimumWidth(250);
    return panel;
}

QWidget *WeightsPage::makeMap()
{
    auto *panel = new QWidget;
    auto *head = new QWidget;
    auto *row = header(head);
    m_views.mapTitle = new TokenLabel({}, FontRole::Title, &Tokens::text);
    m_views.mapNote = new TokenLabel({}, FontRole::Text, &Tokens::text2);
    m_views.mapNote->setMinimumWidth(0);
    m_views.mapNote->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_views.mode = new SegmentedTabs;
    m_views.mode->setExpanding(false);
    m_views.mode->addTab(tr("Split"));
    m_views.mode->addTab(tr("New"));
    m_views.mode->addTab(tr("Difference"));
    m_views.mode->setAccessibleName(tr("How the map is compared"));
    row->addWidget(m_views.mapTitle);
    row->addWidget(m_views.mapNote, 1);
    row->addWidget(m_views.mode);
    m_views.map = new SplitMapView;
    auto *map = new QHBoxLayout;
    map->setContentsMargins(16, 0, 16, 6);
    map->addWidget(m_views.map);
    auto *layout = plainColumn(panel);
    layout->addWidget(head);
    layout->addLayout(map, 1);
    panel->setMinimumWidth(240);
    return panel;
}

void WeightsPage::makeActions()
{
    const auto add = [this](const CommandAction &command, auto &&done) {
        QAction *action = makeAction(command, this);
        connect(action, &QAction::triggered, m_presenter, done);
        m_actions << action;
    };
    const auto separate = [this] {
        auto *separator = new QAction(this);
        separator->setSeparator(true);
        m_actions << separator;
    };
    const auto operation = [this](WeightOperation wanted) {
        return [this, wanted] { m_presenter->transform(wanted, 0); };
    };
    add({u"weights.copy"_s,
         tr("Copy values"),
         {},
         u"copy"_s,
         tr("The chosen kernel, filter or weight as text for spreadsheets and numpy.")},
        &WeightsPresenter::copy);
    add({u"weights.paste"_s,
         tr("Paste values"),
         {},
         u"paste"_s,
         tr("Numbers from a spreadsheet, from numpy or from here.")},
        &WeightsPresenter::paste);
    separate();
    add({u"weights.turn"_s, tr("Turn by 90°"), {}, u"rotate"_s, {}},
        operation(WeightOperation::Turn));
    add({u"weights.mirror_columns"_s, tr("Mirror left and right"), {}, u"mirror_h"_s, {}},
        operation(WeightOperation::MirrorColumns));
    add({u"weights.mirror_rows"_s, tr("Mirror top and bottom"), {}, u"mirror_v"_s, {}},
        operation(WeightOperation::MirrorRows));
    add({u"weights.transpose"_s, tr("Transpose"), {}, {}, {}},
        operation(WeightOperation::Transpose));
    add({u"weights.sum_zero"_s, tr("Sum to 0"), {}, {}, {}}, operation(WeightOperation::SumToZero));
    add({u"weights.sum_one"_s, tr("Sum to 1"), {}, {}, {}}, operation(WeightOperation::SumToOne));
    add({u"weights.norm_one"_s, tr("Norm to 1"), {}, {}, {}},
        operation(WeightOperation::NormToOne));
    add({u"weights.invert"_s, tr("Invert signs"), {}, {}, {}}, operation(WeightOperation::Invert));
    add({u"weights.shuffle"_s, tr("Shuffle"), {}, {}, {}}, operation(WeightOperation::Shuffle));
    add({u"weights.zero"_s, tr("Set to zero"), {}, {}, {}}, operation(WeightOperation::Zero));
    separate();
    add({u"weights.draw"_s,
         tr("Draw new start values"),
         {},
         u"dice"_s,
         tr("Values of the chosen kernel, filter or weight from its initializer.")},
        [this] {
            m_views.facts->seedField()->setValue(m_views.facts->seed() + 1);
            m_presenter->drawStartValues(m_views.facts->seed(), false);
        });
    add({u"weights.constraint"_s, tr("Apply the constraint of the weight"), {}, {}, {}},
        &WeightsPresenter::applyConstraint);
}

void WeightsPage::activate()
{
    m_presenter->setActive(true);
    showNothing();
}

void WeightsPage::deactivate()
{
    m_presenter->setActive(false);
}

bool WeightsPage::isSettled() const
{
    return m_presenter->isSettled();
}

QString WeightsPage::sentence() const
{
    return m_presenter->nothing();
}

void WeightsPage::showNothing()
{
    m_sentence->setText(m_presenter->nothing());
    m_stack->setCurrentIndex(m_presenter->nothing().isEmpty() ? 0 : 1);
    fitOverview();
}

void WeightsPage::fitOverview()
{
    // Three channels, smaller where the page is low.
    m_views.overview->setCompact(height() < 640);
    m_views.overview->setFixedHeight(m_views.overview->heightFor(3));
}

void WeightsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitOverview();
    m_views.range->setCompact(width() < 620);
    m_views.tools->setCompact(height() < 600);
}

QList<PagePanel> WeightsPage::panels() const
{
    return {{u"overview"_s, m_views.overviewPanel},
            {u"kernel"_s, m_kernelPanel},
            {u"map"_s, m_mapPanel},
            {u"presets"_s, m_views.presets}};
}

QWidget *WeightsPage::inspectorTab() const
{
    return m_beside;
}

bool WeightsPage::canCopy() const
{
    return m_presenter->nothing().isEmpty();
}

void WeightsPage::copy()
{
    m_presenter->copy();
}

std::optional<EarlyDrawing> WeightsPage::prepareEarly()
{
    return m_presenter->live()->prepareEarly();
}

void WeightsPage::setColumns(int columns)
{
    // The narrow window has one column of maps: here the kernel gives way a little.
    if (!m_isMoved)
        m_splitter->setSizes(columns == 1 ? QList<int>{252, 300} : QList<int>{kKernelWidth, 520});
}

void WeightsPage::save(QSettings &settings) const
{
    settings.setValue(u"target"_s, static_cast<int>(m_presenter->target()));
    settings.setValue(u"mode"_s, m_views.mode->currentIndex());
}

void WeightsPage::restore(const QSettings &settings)
{
    const int target = settings.value(u"target"_s).toInt();
    if (target >= 0 && target <= static_cast<int>(WeightTarget::All))
        m_presenter->setTarget(WeightTarget(target));
    const int mode = settings.value(u"mode"_s).toInt();
    if (mode >= 0 && mode < m_views.mode->count())
        m_views.mode->setCurrentIndex(mode);
}

} // namespace convscope
