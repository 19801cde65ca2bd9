// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/arithmetic_page.h"

#include "controls/quiet_spin_box.h"
#include "controls/segmented_tabs.h"
#include "controls/token_label.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "evaluation/layer_results.h"
#include "explain/cell_terms.h"
#include "explaining/explanation_words.h"
#include "language/core_words.h"
#include "pages/arithmetic/arithmetic_view.h"
#include "pages/arithmetic/product_tiles.h"
#include "pages/arithmetic/term_list_view.h"
#include "pages/arithmetic/transport.h"
#include "style/themed_icon.h"
#include "style/tokens.h"
#include "views/channel_bars_view.h"
#include "views/feature_map_view.h"
#include "views/message_page.h"
#include "views/sum_table.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A white sheet: the lower part of the page.
class Sheet : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().surface);
        painter.fillRect(0, 0, width(), 1, tokens().line);
    }
};

QToolButton *quietButton(const QString &icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(themedIcon(icon));
    button->setText(text);
    return button;
}

} // namespace

ArithmeticPage::ArithmeticPage(const PageContext &context, QWidget *parent)
    : Page(context, parent), m_explainer(new CellExplainer(context, this))
{
    layOut();
    connectParts();
    makeActions();
}

void ArithmeticPage::layOut()
{
    m_transport = new Transport(this);
    m_direction = new SegmentedTabs(this);
    m_direction->setAccessibleName(tr("Direction"));
    m_direction->addTab(tr("Gather"));
    m_direction->addTab(tr("Scatter"));
    m_direction->addTab(tr("Coverage"));
    m_transport->addSwitch(m_direction);
    m_stage = new SegmentedTabs(this);
    m_stage->setAccessibleName(tr("Stage"));
    m_stage->addTab(tr("Sum"));
    m_stage->addTab({});
    m_transport->addSwitch(m_stage);
    m_extraRow = new QWidget;
    m_extraName = new TokenLabel({}, FontRole::Text, &Tokens::text2);
    m_extra = new QuietSpinBox;
    m_extra->setFixedWidth(56);
    // The slider gives way, not what is read.
    m_extraRow->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *extra = new QHBoxLayout(m_extraRow);
    extra->setContentsMargins(0, 0, 0, 0);
    extra->setSpacing(6);
    extra->addWidget(m_extraName);
    extra->addWidget(m_extra);
    m_transport->addSwitch(m_extraRow);
    m_transport->addYielding(m_extraName);
    m_coverageMap = new FeatureMapView;
    m_coverageMap->setAccessibleName(tr("Coverage"));
    m_view = new ArithmeticView;
    m_terms = new TermListView;
    m_message = new MessagePage;
    m_body = new QWidget(this);
    m_stack = new QStackedLayout(m_body);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_terms);
    m_stack->addWidget(m_coverageMap);
    m_stack->addWidget(m_message);
    m_details = new Sheet(this);
    m_detailTitle = new TokenLabel({}, FontRole::Title, &Tokens::text);
    m_detailNote = new TokenLabel({}, FontRole::Text, &Tokens::text2);
    // Words give way to the buttons.
    m_detailNote->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_detailNote->setElided(true);
    m_copy = quietButton(u"copy"_s, tr("Copy sum"), m_details);
    m_digits = quietButton(u"code"_s, tr("All digits"), m_details);
    m_digits->setCheckable(true);
    m_tiles = new ProductTiles;
    m_foot = new QWidget;
    m_bars = new ChannelBarsView;
    m_sums = new SumTable;
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_detailTitle);
    head->addWidget(m_detailNote, 1);
    head->addWidget(m_copy);
    head->addWidget(m_digits);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(24);
    foot->addWidget(m_bars, 9);
    foot->addWidget(m_sums, 10);
    auto *sheet = new QVBoxLayout(m_details);
    sheet->setContentsMargins(16, 6, 16, 8);
    sheet->setSpacing(4);
    sheet->addLayout(head);
    sheet->addWidget(m_tiles);
    sheet->addWidget(m_foot);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_transport);
    column->addWidget(m_body, 1);
    column->addWidget(m_details);
}

void ArithmeticPage::connectParts()
{
    connect(m_explainer, &CellExplainer::changed, this, &ArithmeticPage::show);
    connect(m_view, &ArithmeticView::outputPointed, this,
            [this](const std::optional<std::vector<std::int64_t>> &shown) {
                if (isScattering())
                    return;
                if (m_transport->isPlaying()) {
                    // The picture follows the playing; a ghost stays at the pointer.
                    if (shown)
                        m_ghost = cellOfShown(*shown);
                    return;
                }
                m_explainer->pointAt(shown ? std::optional(cellOfShown(*shown)) : std::nullopt);
            });
    connect(m_view, &ArithmeticView::cellChosen, this, &ArithmeticPage::choose);
    connect(m_view, &ArithmeticView::tapChosen, this, &ArithmeticPage::chooseTap);
    connect(m_view, &ArithmeticView::channelChosen, this, &ArithmeticPage::chooseChannel);
    connect(m_extra, &QuietSpinBox::valueEdited, this, [this](qint64 value) {
        if (const LayerOperands *operands = m_explainer->operands();
            operands != nullptr && operands->inputs.size() > 1)
            m_choice.input = static_cast<int>(value);
        else
            m_choice.depth = value;
        showStory();
    });
    connect(m_coverageMap, &FeatureMapView::cellPinned, this, [this](std::optional<MapCell> cell) {
        if (!cell || m_isShowing)
            return;
        const bool isRow = m_coverageAxes.size() < 2;
        if (const Extents to = cellOfShown(isRow ? std::vector{cell->column}
                                                 : std::vector{cell->row, cell->column});
            !to.empty())
            m_explainer->pin(to);
    });
    connect(m_tiles, &ProductTiles::tapChosen, this, [this](int tap) {
        const LayerOperands *operands = m_explainer->operands();
        // A merge's tile is an input: its map is shown.
        if (operands != nullptr && operands->inputs.size() > 1 && m_extraRow->isVisibleTo(this) &&
            tap < static_cast<int>(operands->inputs.size()) && tap != m_choice.input) {
            m_choice.input = tap;
            showStory();
        }
        chooseTap(tap);
    });
    connect(m_tiles, &ProductTiles::widthChanged, this, [this] {
        m_tilesHeight = 0;
        fitDetails(!m_tiles->isHidden());
    });
    connect(m_terms, &TermListView::rowChosen, this, [this](int row) {
        const std::int64_t place = m_terms->picture().rows[static_cast<std::size_t>(row)].onLine;
        if (place >= 0)
            goAlongLine(place);
    });
    connect(m_stage, &QTabBar::currentChanged, this, &ArithmeticPage::showStory);
    connect(m_transport, &Transport::playingChanged, this, &ArithmeticPage::followPlaying);
    connect(m_bars, &ChannelBarsView::channelChosen, this, &ArithmeticPage::chooseChannel);
    connect(m_transport, &Transport::moved, this, &ArithmeticPage::goTo);
    connect(m_transport, &Transport::pinToggled, this, [this](bool isPinned) {
        if (!isPinned)
            context().selection->pin(std::nullopt);
        else if (const auto cell = m_explainer->cell())
            m_explainer->pin(*cell);
    });
    connect(m_direction, &QTabBar::currentChanged, this, [this] {
        m_choice.scatterFrom.reset();
        showStory();
    });
    connect(m_copy, &QToolButton::clicked, this, &ArithmeticPage::copy);
    connect(m_digits, &QToolButton::toggled, this, [this](bool isShown) {
        m_showsAllDigits = isShown;
        showStory();
    });
    connect(m_message, &MessagePage::actionRequested, this, &ArithmeticPage::pinLargest);
}

void ArithmeticPage::activate()
{
    m_isActive = true;
    m_explainer->setActive(true);
}

void ArithmeticPage::deactivate()
{
    m_isActive = false;
    m_transport->setPlaying(false);
    m_explainer->setActive(false);
}

bool ArithmeticPage::isSettled() const
{
    return !m_explainer->isBusy() && !m_jobs.isBusy();
}

QList<PagePanel> ArithmeticPage::panels() const
{
    return {{u"arithmetic"_s, m_body},
            {u"products"_s, m_tiles},
            {u"channels"_s, m_bars},
            {u"sum"_s, m_details}};
}

QWidget *ArithmeticPage::mainPanel() const
{
    return m_body;
}

void ArithmeticPage::copy()
{
    const Explanation *told = m_explainer->explanation();
    if (told == nullptr)
        return;
    QApplication::clipboard()->setText(wholeSumText(*told));
    context().status->showMessage(tr("Copied the sum with all digits"), 4000);
}

void ArithmeticPage::save(QSettings &settings) const
{
    settings.setValue(u"cells_per_second"_s, m_transport->cellsPerSecond());
    settings.setValue(u"all_digits"_s, m_showsAllDigits);
}

void ArithmeticPage::restore(const QSettings &settings)
{
    m_transport->setCellsPerSecond(settings.value(u"cells_per_second"_s, 4.0).toDouble());
    m_digits->setChecked(settings.value(u"all_digits"_s, false).toBool());
}

bool ArithmeticPage::isScattering() const
{
    return m_choice.scatterFrom.has_value();
}

Extents ArithmeticPage::cellOfShown(const std::vector<std::int64_t> &shown) const
{
    Extents cell = m_explainer->pinnedCell().value_or(Extents());
    if (cell.size() < shown.size() + 1)
        return cell;
    const std::size_t first = cell.size() - 1 - shown.size();
    std::copy(shown.begin(), shown.end(), cell.begin() + static_cast<std::ptrdiff_t>(first));
    return cell;
}

void ArithmeticPage::choose(const std::vector<std::int64_t> &shown)
{
    if (isScattering()) {
        m_choice.scatterFrom = shown;
        showStory();
        return;
    }
    if (const Extents cell = cellOfShown(shown); !cell.empty())
        m_explainer->pin(cell);
}

void ArithmeticPage::chooseChannel(std::int64_t channel)
{
    // The bars of a softmax are the places of its line.
    const LayerOperands *operands = m_explainer->operands();
    if (operands != nullptr && m_barsAreLine) {
        goAlongLine(channel);
        return;
    }
    m_choice.channel = channel;
    showStory();
}

void ArithmeticPage::chooseTap(int tap)
{
    m_view->setTap(tap);
    m_tiles->setTap(tap);
    showNote();
}

void ArithmeticPage::show()
{
    if (!m_isActive)
        return;
    const LayerOperands *operands = m_explainer->operands();
    const std::string layer = operands != nullptr ? operands->name : std::string();
    if (operands != nullptr && layer != m_choiceLayer) {
        // Another layer: the middle of its window, the channel that matters most.
        m_choiceLayer = layer;
        m_choice = {};
        m_isFresh = true;
        m_tilesHeight = 0;
        m_footHeight = 0;
        m_ghost.reset();
        m_direction->setCurrentIndex(0);
        m_stage->setCurrentIndex(0);
    }
    showStory();
}

void ArithmeticPage::showStory()
{
    if (!m_isActive)
        return;
    showHeader();
    const LayerOperands *operands = m_explainer->operands();
    const auto pinned = m_explainer->pinnedCell();
    const auto cell = m_explainer->cell();
    if (operands == nullptr || !pinned || !cell || !m_explainer->obstacle().isEmpty()) {
        showMessage();
        Q_EMIT possibilitiesChanged();
        return;
    }
    CellStory story = storyOf(*operands, m_explainer->explanation(), *pinned, *cell,
                              m_explainer->batch(), m_choice);
    if (m_isFresh && story.told != nullptr) {
        m_isFresh = false;
        m_choice.channel = largestChannel(story).value_or(m_choice.channel);
        if (story.axes.size() > 2)
            m_choice.depth = story.axes.front().taps / 2;
        story = storyOf(*operands, story.told, *pinned, *cell, m_explainer->batch(), m_choice);
        const std::vector<Term> terms = story.terms();
        if (!terms.empty())
            chooseTap(std::max(story.shownTap(terms[terms.size() / 2]), 0));
    }
    m_direction->setVisible(story.isTransposed() && !story.axes.empty());
    const int direction = story.isTransposed() ? m_direction->currentIndex() : int(Gather);
    if (direction == Scatter && !story.choice.scatterFrom) {
        // From the first input cell that reaches the pinned cell.
        std::vector<std::int64_t> from;
        const std::vector<AxisMap> axes = story.shownAxes();
        const std::vector<std::int64_t> at = story.shown(*pinned);
        for (std::size_t i = 0; i < axes.size(); ++i)
            from.push_back(axes[i].reads(at[i]).value_or(std::pair(0, 0)).first);
        story.choice.scatterFrom = from;
    }
    m_choice = story.choice;
    updateCoverage(story);
    ArithmeticScene scene = sceneOf(story);
    scene.isStale = m_explainer->isStale();
    if (story.isTransposed() && m_coverage)
        scene.coverage = m_coverage->words();
    describeCell(story, scene);
    m_stage->setVisible(story.hasLine());
    if (story.hasLine())
        m_stage->setTabText(1, QString::fromStdString(story.arithmetic.activation.name));
    const bool isLine = story.hasLine() && m_stage->currentIndex() == 1;
    if (m_ghost && scene.cell.size() == story.shownAxes().size())
        scene.ghost = story.shown(*m_ghost);
    const bool hasPlaces = !scene.isEmpty() && !isLine;
    const ChannelRange range = story.channels();
    m_view->setChannels(range.first, range.first + std::max<std::int64_t>(range.count, 1) - 1,
                        m_choice.channel, range.count > 1);
    showExtra(story);
    if (scene.winner)
        chooseTap(*scene.winner);
    m_view->setScene(std::move(scene));
    ProductsPicture products = productsOf(story, m_showsAllDigits);
    double most = 0;
    for (const ProductTile &tile : products.tiles)
        most = std::max(most, std::isfinite(tile.rawProduct) ? std::abs(tile.rawProduct) : 0);
    for (ProductTile &tile : products.tiles) {
        tile.productFill = m_view->signedColour(tile.rawProduct, most);
        tile.valueFill = m_view->inputColour(tile.rawValue);
        tile.weightFill = m_view->weightColour(tile.rawWeight);
    }
    m_tiles->setVisible(hasPlaces);
    m_detailTitle->setText(hasPlaces ? products.title : tr("The sum"));
    m_tiles->setPicture(std::move(products));
    showNote();
    if (!hasPlaces)
        m_terms->setPicture(isLine ? lineOf(story, m_showsAllDigits)
                                   : termsOf(story, m_showsAllDigits));
    ChannelBars bars = barsOf(story);
    m_barsAreLine =
        story.placeOnLine() >= 0 && story.told != nullptr && story.told->stages.size() == 1;
    m_bars->setVisible(hasPlaces && !bars.bars.empty() && !isScattering());
    m_bars->setBars(std::move(bars));
    m_sums->setRows(sumOf(story, m_showsAllDigits));
    m_sums->setVisible(!isScattering());
    fitDetails(hasPlaces);
    m_details->show();
    m_transport->fit();
    if (direction == Coverage && m_coverage)
        showCoverage(story);
    else
        m_stack->setCurrentWidget(hasPlaces ? static_cast<QWidget *>(m_view) : m_terms);
    Q_EMIT possibilitiesChanged();
}

Extents ArithmeticPage::scanExtents() const
{
    const LayerOperands *operands = m_explainer->operands();
    if (operands == nullptr)
        return {};
    Extents extents = cellExtents(operands->output.extents(), operands->outputFormat);
    if (extents.size() > 1)
        extents.pop_back();
    return extents;
}

void ArithmeticPage::goTo(std::int64_t position)
{
    const auto pinned = m_explainer->pinnedCell();
    const Extents extents = scanExtents();
    if (!pinned || extents.empty())
        return;
    Extents cell = indexOf(position, extents);
    if (pinned->size() > cell.size())
        cell.push_back(pinned->back());
    if (isScattering())
        m_choice.scatterFrom.reset();
    m_explainer->pin(cell);
}

void ArithmeticPage::pinLargest()
{
    const LayerOperands *operands = m_explainer->operands();
    if (operands == nullptr)
        return;
    m_jobs.startLatest(
        [output = operands->output, format = operands->outputFormat,
         batch = context().selection->lookedAt().batch](const BackgroundJobs::Job &) {
            return largestCell(output, format,
                               std::clamp<std::int64_t>(batch, 0, output.extent(0) - 1));
        },
        [this, layer = operands->name](const Result<Extents> &cell) {
            const LayerOperands *now = m_explainer->operands();
            if (cell && !cell->empty() && now != nullptr && now->name == layer)
                m_explainer->pin(*cell);
        });
}

void ArithmeticPage::moveMap(int step)
{
    const LayerOperands *operands = m_explainer->operands();
    if (operands == nullptr || operands->output.rank() < 3)
        return;
    LookedAt at = context().selection->lookedAt();
    const std::int64_t count = channelCount(operands->output, operands->outputFormat);
    at.channel = std::clamp<std::int64_t>(at.channel + step, 0, count - 1);
    context().selection->look(at);
}

} // namespace convscope
