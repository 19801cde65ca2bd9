// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What is done with the settings of a sweep: looked at, given to the stack, kept.
#include "controls/command_button.h"
#include "controls/token_label.h"
#include "document/model_document.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "language/core_words.h"
#include "pages/test/setting_strips.h"
#include "pages/test/setting_view.h"
#include "pages/test/sweep_page.h"
#include "pages/test/sweep_table.h"
#include "run/background.h"
#include "style/numbers.h"
#include "sweep/sweep_cases.h"
#include "sweep/sweep_text.h"
#include "tensor/file_bytes.h"

#include <QFileDialog>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// "rows  ⌊(150 − 9) ÷ 1⌋ + 1 = 142", a line for each axis. Shapes alone: nothing is computed.
QStringList arithmeticOf(const Sweep &sweep, const SweepCell &cell)
{
    const auto model = withChoice(sweep.model, sweep.axes, cell.choice);
    if (!model)
        return {};
    std::vector<Shape> inputs;
    for (const Tensor &input : sweep.inputs)
        inputs.emplace_back(input.extents());
    const Layer &layer = model->owner(sweep.layer);
    const ModelShapes shapes = inferShapes(*model, inputs);
    const LayerShapes &own = shapes.layers[static_cast<std::size_t>(sweep.layer)];
    QStringList lines;
    if (own.error || own.inputs.empty() || !layer.type().axes)
        return lines;
    const auto axes = layer.type().axes(layer.params(), own.inputs.front());
    for (std::size_t i = 0; i < axes.size(); ++i)
        lines << u"%1  %2 = %3"_s.arg(
            localizedTerm(axisName(static_cast<int>(i), static_cast<int>(axes.size()))),
            localized(axes[i].formula.words()), integerText(axes[i].map.output));
    return lines;
}

} // namespace

void SweepPage::showSetting(std::int64_t index)
{
    const SweepCell cell = m_table->cells()[static_cast<std::size_t>(index)];
    const QString setting = QString::fromStdString(settingText(m_sweep, cell));
    m_pointed->setText(setting);
    m_table->setAccessibleDescription(
        cell.error
            ? setting + u": "_s + localized(*cell.error)
            : tr("%1: %2").arg(setting, cell.outputShape
                                            ? QString::fromStdString(cell.outputShape->toString())
                                            : QString()));
    m_open->setEnabled(!cell.error);
    m_view->show(cell.error ? -1 : index);
    m_strips->show(m_sweep, m_table->cells(), index);
    if (cell.error) {
        m_looks.stop();
        m_facts->setText(localized(*cell.error));
        return;
    }
    showFacts(cell, {});
    m_looks.startLatest(
        [sweep = m_sweep, cell](const BackgroundJobs::Job &) {
            computeInBackground();
            return arithmeticOf(sweep, cell);
        },
        [this, cell](const Result<QStringList> &lines) {
            if (lines)
                showFacts(cell, *lines);
        });
}

void SweepPage::showFacts(const SweepCell &cell, const QStringList &arithmetic)
{
    QStringList lines = arithmetic;
    if (lines.isEmpty() && cell.outputShape)
        lines << QString::fromStdString(cell.outputShape->toString());
    if (cell.maxDifference)
        lines << tr("largest |Δ|  %1, allowed %2")
                     .arg(valueText(*cell.maxDifference, 4), valueText(cell.allowed, 2));
    if (cell.milliseconds) {
        QString time = durationText(*cell.milliseconds / 1000);
        if (const auto now = m_table->now()) {
            const SweepCell &present = m_table->cells()[static_cast<std::size_t>(*now)];
            if (present.milliseconds && present.choice != cell.choice)
                time = tr("%1, now %2").arg(time, durationText(*present.milliseconds / 1000));
        }
        lines << tr("time  %1").arg(time);
    }
    for (const Words &note : cell.notes)
        lines << localized(note);
    m_facts->setText(lines.join(u'\n'));
}

void SweepPage::openSetting(std::int64_t index)
{
    if (index < 0)
        return;
    const SweepCell cell = m_table->cells()[static_cast<std::size_t>(index)];
    // What was swept, as long as nothing else has changed: stored weights that a setting before
    // this one had no use for are then still there.
    const Model &base = m_isStale ? m_context.document->model() : m_origin;
    auto changed = withChoice(base, m_sweep.axes, cell.choice);
    if (!changed) {
        m_context.status->showFailure(localized(changed.error()));
        return;
    }
    const QString setting = QString::fromStdString(settingText(m_sweep, cell));
    if (*changed == m_context.document->model()) {
        m_context.status->showMessage(tr("The stack has %1 already.").arg(setting), 4000);
        return;
    }
    m_context.document->changeModel(std::move(*changed), tr("take %1").arg(setting));
    m_context.status->showMessage(tr("The stack has %1 now.").arg(setting), 4000);
}

void SweepPage::keepAsCases()
{
    std::vector<SweepCell> kept;
    const std::vector<SweepCell> &cells = m_table->cells();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        // One that cannot be is kept where it is asked for: as a case that expects its refusal.
        const bool isWanted = m_table->ticked().empty()
                                  ? !cells[i].error
                                  : m_table->ticked().contains(static_cast<std::int64_t>(i));
        if (isWanted)
            kept.push_back(cells[i]);
    }
    stop();
    m_keep->setEnabled(false);
    m_keeping.start(
        [sweep = m_sweep, kept](const BackgroundJobs::Job &job) -> Result<std::vector<TestCase>> {
            computeInBackground();
            std::vector<TestCase> made;
            for (const SweepCell &cell : kept) {
                auto one = caseOfSetting(sweep, cell, job.token());
                if (!one)
                    return fail(one.error());
                made.push_back(std::move(*one));
            }
            return made;
        },
        [this](const Result<std::vector<TestCase>> &made) {
            m_keep->setEnabled(true);
            if (!made)
                m_context.status->showFailure(localized(made.error()));
            else if (!made->empty())
                Q_EMIT casesMade(*made);
        });
}

QString SweepPage::csv() const
{
    return QString::fromStdString(sweepCsv(m_sweep, m_table->cells()));
}

void SweepPage::saveCsv()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save table"), u"sweep.csv"_s,
                                                      tr("Comma-separated values (*.csv)"));
    if (path.isEmpty())
        return;
    const std::string text = csv().toStdString();
    const auto written = replaceFile(
        path.toStdString(), {reinterpret_cast<const unsigned char *>(text.data()), text.size()});
    if (written)
        m_context.status->showMessage(tr("Table saved in %1").arg(path), 4000);
    else
        m_context.status->showFailure(localized(written.error()));
}

} // namespace convscope
