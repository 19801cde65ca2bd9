// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/quiet_spin_box.h"
#include "controls/segmented_tabs.h"
#include "controls/token_label.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "explain/cell_terms.h"
#include "explaining/explanation_words.h"
#include "explaining/ranges_text.h"
#include "language/core_words.h"
#include "model/cell_fields.h"
#include "pages/arithmetic/arithmetic_page.h"
#include "pages/arithmetic/arithmetic_view.h"
#include "pages/arithmetic/product_tiles.h"
#include "pages/arithmetic/transport.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "views/channel_bars_view.h"
#include "views/feature_map_view.h"
#include "views/message_page.h"
#include "views/sum_table.h"

#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QStringList>

#include <algorithm>

// What surrounds the picture: header, messages, the chooser beside it, the coverage.

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Heights of a row of tiles, and of bars with a full sum.
constexpr int kTiles = 74;
constexpr int kFoot = 112;

} // namespace

void ArithmeticPage::showHeader()
{
    const LayerOperands *operands = m_explainer->operands();
    const auto cell = m_explainer->cell();
    const Extents scanned = scanExtents();
    std::int64_t count = operands != nullptr && m_explainer->pinnedCell() ? 1 : 0;
    for (const std::int64_t extent : scanned)
        count *= extent;
    std::int64_t position = 0;
    if (const auto pinned = m_explainer->pinnedCell(); pinned && count > 0)
        position = positionOf(
            Extents(pinned->begin(), pinned->begin() + static_cast<std::ptrdiff_t>(scanned.size())),
            scanned);
    const Selection &selection = *context().selection;
    const QString name =
        selection.layer() < 0
            ? tr("input")
            : QString::fromStdString(context().document->model().layer(selection.layer()).name());
    const QString index = operands != nullptr && cell
                              ? cellIndexText(tensorIndex(*cell, operands->outputFormat))
                              : QString();
    m_transport->setTitle(name, index);
    m_transport->setPosition(position, count);
    m_transport->setPinned(count > 0);
}

void ArithmeticPage::describeCell(const CellStory &story, const ArithmeticScene &scene)
{
    const Explanation *told = story.told;
    if (told == nullptr) {
        context().status->showCell({});
        return;
    }
    QString text =
        u"%1 %2 = %3"_s.arg(QString::fromStdString(told->layer),
                            cellIndexText(tensorIndex(told->cell, story.operands->outputFormat)),
                            allDigits(told->value));
    // What it was read from, as far as that lies in the input.
    std::vector<CellRange> box(scene.isSequence() ? 1 : 2, {-1, -1});
    const auto take = [](CellRange &range, std::int64_t index, std::int64_t length) {
        if (index < 0 || index >= length)
            return;
        range.first = range.first < 0 ? index : std::min(range.first, index);
        range.last = std::max(range.last, index);
    };
    if (!scene.isScatter) {
        for (const Touch &touch : scene.touches) {
            take(box.back(), touch.column, scene.input.columns);
            if (box.size() > 1)
                take(box.front(), touch.row, scene.input.rows);
        }
    }
    // A plane of a volume is shown; the cell was read from several.
    if (story.axes.size() > 2 && !scene.isScatter) {
        const AxisMap &slices = story.axes.front();
        const auto read = slices.reads(story.cell.front()).value_or(std::pair(-1, -1));
        box.insert(box.begin(), {read.first, read.second});
    }
    const auto isRead = [](const CellRange &range) { return range.first >= 0; };
    if (!scene.isEmpty() && std::all_of(box.begin(), box.end(), isRead)) {
        const auto which = static_cast<std::size_t>(story.choice.input);
        text += u" ← "_s + tr("%1 of %2")
                               .arg(rangesText(box),
                                    QString::fromStdString(story.operands->inputNames[which]));
    }
    context().status->showCell(text);
}

void ArithmeticPage::showMessage()
{
    context().status->showCell({});
    m_details->hide();
    m_direction->hide();
    m_stage->hide();
    m_extraRow->hide();
    m_stack->setCurrentWidget(m_message);
    const QString &obstacle = m_explainer->obstacle();
    if (context().selection->layer() < 0) {
        m_message->showHint(tr("The input is where the numbers begin"), {},
                            tr("Select a layer to see how its values come from it."), {});
        return;
    }
    if (!obstacle.isEmpty()) {
        m_message->showHint(tr("This cell cannot be explained"), obstacle, {}, {});
        return;
    }
    if (m_explainer->operands() == nullptr) {
        m_message->showHint(tr("Not computed yet"), {},
                            tr("The arithmetic follows as soon as the layer has run."), {});
        return;
    }
    const bool isPinned = context().selection->pinned().has_value();
    m_message->showHint(
        isPinned ? tr("The pinned cell lies outside this map") : tr("No cell is pinned"),
        isPinned ? tr("The output of %1 is %2.")
                       .arg(QString::fromStdString(m_explainer->operands()->name),
                            QString::fromStdString(
                                toString(cellExtents(m_explainer->operands()->output.extents(),
                                                     m_explainer->operands()->outputFormat))))
                 : QString(),
        tr("Click a pixel of a map on Explore, or begin with the brightest one of this layer."),
        tr("Pin the largest value"));
}

void ArithmeticPage::showExtra(const CellStory &story)
{
    const bool isVolume = story.axes.size() > 2 && story.axes.front().taps > 1;
    const auto inputs = static_cast<int>(story.operands->inputs.size());
    const bool isMerge = story.arithmetic.rule == Arithmetic::Rule::Merge && inputs > 1;
    m_extraRow->setVisible(isVolume || isMerge);
    m_extraName->setText(isVolume ? tr("slice tap") : tr("input"));
    m_extra->setAccessibleName(m_extraName->text());
    m_extra->setToolTip(m_extraName->text());
    m_extra->setBounds(0, isVolume ? story.axes.front().taps - 1 : inputs - 1);
    m_extra->setValue(isVolume ? story.choice.depth : story.choice.input);
}

void ArithmeticPage::updateCoverage(const CellStory &story)
{
    if (!story.isTransposed() || story.axes.empty())
        return;
    const std::vector<AxisMap> axes = story.shownAxes();
    if (axes == m_coverageAxes)
        return;
    m_coverageAxes = axes;
    m_coverage.reset();
    m_jobs.startLatest([axes](const BackgroundJobs::Job &) { return coveragePicture(axes); },
                       [this](const Result<CoveragePicture> &picture) {
                           if (!picture) {
                               context().status->showFailure(localized(picture.error()));
                               return;
                           }
                           m_coverage = *picture;
                           m_coverageMap->setPicture(picture->picture, picture->plane);
                           showStory();
                       });
}

void ArithmeticPage::showCoverage(const CellStory &story)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_stack->setCurrentWidget(m_coverageMap);
    const std::vector<std::int64_t> at = story.shown(story.pinned);
    m_coverageMap->pin({at.size() > 1 ? at.front() : 0, at.back()});
    m_detailTitle->setText(tr("Coverage"));
    m_detailNote->setText(m_coverage->words());
}

void ArithmeticPage::fitDetails(bool hasPlaces)
{
    if (m_explainer->explanation() == nullptr)
        return;
    int foot = m_bars->isVisibleTo(m_foot) ? kFoot : 0;
    if (m_sums->isVisibleTo(m_foot))
        foot = std::max(foot, std::min(m_sums->wholeHeight(), kFoot));
    m_footHeight = std::max(m_footHeight, foot);
    m_foot->setFixedHeight(scaledHeight(m_footHeight));
    if (!hasPlaces)
        return;
    // What the sums and the picture leave free goes to the tiles, in the first form that is seen
    // whole.
    using Form = ProductTiles::Form;
    const int room = std::max(kTiles + kFoot - m_footHeight, roomForTiles());
    int wanted = kTiles;
    for (const Form form : {Form::Tall, Form::Flat, Form::Brief, Form::Small}) {
        const int whole = std::max(m_tiles->wholeHeight(form), kTiles);
        // Three lines of columns are worse to read than lines of numbers beside each other.
        if (form == Form::Tall && whole > 2 * kTiles + 4)
            continue;
        wanted = std::min(whole, room);
        if (whole <= room)
            break;
    }
    // It only grows, but for what bars and sums have come to need.
    m_tilesHeight = std::min(std::max(m_tilesHeight, wanted), room);
    m_tiles->setFixedHeight(m_tilesHeight);
    showNote();
}

int ArithmeticPage::roomForTiles() const
{
    const int tiles =
        m_tiles->minimumHeight() > 0 ? m_tiles->minimumHeight() : m_tiles->sizeHint().height();
    const int head = std::clamp(m_transport->sizeHint().height(), m_transport->minimumHeight(),
                                m_transport->maximumHeight());
    // Heights given just now count.
    m_details->layout()->invalidate();
    const int room = height() - head - m_details->sizeHint().height() + tiles;
    const auto layoutBeside = [&](int height) {
        return m_view->layoutIn({m_view->width(), room - height});
    };
    const ArithmeticLayout whole = layoutBeside(kTiles);
    const auto isAsGood = [&](int height) {
        const ArithmeticLayout at = layoutBeside(height);
        return at.input.cell == whole.input.cell && at.kernel.cell == whole.kernel.cell &&
               at.scale.isEmpty() == whole.scale.isEmpty() && at.rules.bottom() < room - height;
    };
    // The more the tiles take, the worse the picture.
    int good = kTiles;
    int bad = std::max(room, kTiles + 1);
    while (bad - good > 1) {
        const int middle = (good + bad) / 2;
        (isAsGood(middle) ? good : bad) = middle;
    }
    return good;
}

void ArithmeticPage::showNote()
{
    if (m_tiles->isHidden()) {
        m_detailNote->setText({});
        return;
    }
    if (m_stack->currentWidget() == m_coverageMap)
        return;
    const ProductsPicture &products = m_tiles->picture();
    QStringList words{products.note};
    // Tiles without all numbers: those of the product at hand.
    const int at = m_tiles->indexOfTap(m_tiles->tap());
    const bool isWhole =
        m_tiles->form() == ProductTiles::Form::Tall || m_tiles->form() == ProductTiles::Form::Flat;
    if (!isWhole && at >= 0)
        words.prepend(products.tiles[static_cast<std::size_t>(at)].brief());
    if (!m_tiles->showsSum())
        words.prepend(tr("sum %1 %2").arg(products.sign, products.sum));
    m_detailNote->setText(words.join(u" · "_s));
}

void ArithmeticPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    // Another room: what was needed before does not count.
    m_tilesHeight = 0;
    fitDetails(!m_tiles->isHidden());
}

void ArithmeticPage::followPlaying(bool isPlaying)
{
    m_ghost = isPlaying ? m_explainer->cell() : std::nullopt;
    if (isPlaying)
        m_explainer->pointAt(std::nullopt);
    showStory();
}

void ArithmeticPage::goAlongLine(std::int64_t place)
{
    const LayerOperands *operands = m_explainer->operands();
    const auto pinned = m_explainer->pinnedCell();
    if (operands == nullptr || !pinned)
        return;
    m_explainer->pin(storyOf(*operands, nullptr, *pinned, *pinned, m_explainer->batch(), m_choice)
                         .cellOnLine(place));
}

} // namespace convscope
