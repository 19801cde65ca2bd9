// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/quiet_spin_box.h"
#include "controls/segmented_tabs.h"
#include "controls/token_label.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "explain/cell_terms.h"
#include "explaining/explanation_words.h"
#include "language/core_words.h"
#include "pages/arithmetic/arithmetic_page.h"
#include "pages/arithmetic/transport.h"
#include "views/feature_map_view.h"
#include "views/message_page.h"

#include <QScopedValueRollback>
#include <QStackedLayout>

// What surrounds the picture: header, messages, the chooser beside it, the coverage.

namespace convscope {

using namespace Qt::Literals::StringLiterals;

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
    const Explanation *told = m_explainer->explanation();
    QString text;
    if (told != nullptr)
        text = u"%1 %2 = %3"_s.arg(name, index,
                                   QString::number(static_cast<double>(told->value), 'g', 7));
    context().status->showCell(text);
}

void ArithmeticPage::showMessage()
{
    m_details->hide();
    m_direction->hide();
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

} // namespace convscope
