// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/sweep_page.h"

#include "controls/command_button.h"
#include "controls/segmented_tabs.h"
#include "controls/token_label.h"
#include "document/model_document.h"
#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "language/core_words.h"
#include "pages/test/setting_view.h"
#include "pages/test/sweep_chip.h"
#include "pages/test/sweep_table.h"
#include "run/background.h"
#include "style/numbers.h"
#include "style/tokens.h"
#include "views/panel_header.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Narrower than this there is no room for the pane.
constexpr int kSweepNarrow = 820;

/// Says how long all will take, as soon as enough has run to tell.
class Forecast
{
public:
    explicit Forecast(const std::vector<SweepCell> &cells)
    {
        for (const SweepCell &cell : cells)
            m_all += weight(cell);
    }

    /// Seconds for all together, or 0 while that is not known.
    double after(const SweepCell &cell)
    {
        m_done += weight(cell);
        const double spent =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
        constexpr double kEnough = 1;
        return spent < kEnough ? 0 : spent * m_all / m_done;
    }

private:
    static double weight(const SweepCell &cell)
    {
        return cell.error || cell.isDone ? 0 : static_cast<double>(cell.macs) + 1;
    }

    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    double m_all = 0;
    double m_done = 0;
};

} // namespace

SweepPage::SweepPage(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    m_table = new SweepTable;
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_table);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(makeAxes());
    column->addWidget(m_scroll, 1);
    column->addWidget(makeQuestion());
    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addLayout(column, 1);
    middle->addWidget(makePane());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(new HairLine);
    layout->addLayout(middle, 1);
    layout->addWidget(new HairLine);
    layout->addWidget(makeFoot());
    connect(m_table, &SweepTable::currentChanged, this, &SweepPage::showSetting);
    connect(m_table, &SweepTable::tickedChanged, this, &SweepPage::updateSummary);
    connect(m_table, &SweepTable::opened, this, &SweepPage::openSetting);
    connect(m_context.document, &ModelDocument::changed, this, &SweepPage::followStack);
}

void SweepPage::begin()
{
    const Model &model = m_context.document->model();
    const int layer = m_context.selection->layer();
    if (layer < 0 || layer >= model.size()) {
        stop();
        m_layer = -1;
        m_table->setSweep({}, {}, 0, std::nullopt);
        m_title->setText(tr("Sweep: select a layer"));
        ask({});
        updateSummary();
        return;
    }
    m_layer = layer;
    m_layerName = model.layer(layer).name();
    m_title->setText(tr("Sweep of %1").arg(QString::fromStdString(m_layerName)));
    fillArguments();
    run();
}

void SweepPage::setActive(bool active)
{
    m_isActive = active;
    if (active)
        followStack();
}

Result<Sweep> SweepPage::sweepOfLines() const
{
    const RunStage &stage = m_context.document->stage();
    Sweep sweep;
    sweep.model = stage.model;
    sweep.inputs = stage.inputs;
    sweep.layer = m_layer;
    sweep.against = m_against->currentData().toString().toStdString();
    sweep.kernel = m_context.results->kernel().toStdString();
    for (std::size_t line = 0; line < kMostAxes; ++line) {
        if (!axisOf(line))
            continue;
        auto axis = sweepAxis(sweep.model, m_layer, m_chips[line]->argument().toStdString(),
                              m_chips[line]->values().toStdString());
        if (!axis)
            return fail(axis.error());
        sweep.axes.push_back(std::move(*axis));
    }
    if (sweep.axes.empty())
        return fail("usage", "vary", {}, words("choose an argument and values for it"));
    if (sweep.count() > kMostSettings)
        return fail("usage", "vary", std::to_string(sweep.count()),
                    words("a sweep has at most {most} settings. These are {count}", kMostSettings,
                          sweep.count()));
    if (sweep.inputs.empty())
        return fail("input", "input", {}, words("open an input first"));
    return sweep;
}

void SweepPage::run()
{
    const Model &model = m_context.document->model();
    if (m_layer < 0)
        return;
    if (m_layer >= model.size() || model.layer(m_layer).name() != m_layerName) {
        begin(); // the stack has others now
        return;
    }
    stop();
    m_looks.stop();
    ask({});
    auto sweep = sweepOfLines();
    m_problem->setVisible(!sweep);
    if (!sweep) {
        m_problem->setColour(&Tokens::error);
        m_problem->setText(localized(sweep.error()));
        return;
    }
    m_sweep = std::move(*sweep);
    m_origin = model;
    m_settings.clear();
    for (std::int64_t i = 0; i < std::min(m_sweep.count(), kMostUnasked); ++i) {
        auto changed = withChoice(m_origin, m_sweep.axes, m_sweep.choiceOf(i));
        m_settings.push_back(changed ? std::optional(std::move(*changed)) : std::nullopt);
    }
    m_maps.clear();
    m_table->setSweep(m_sweep, plannedCells(m_sweep), axisOf(m_columnsLine).value_or(0),
                      std::nullopt);
    followStack();
    m_table->setCurrent(m_table->now().value_or(0));
    updateSummary();
    if (m_sweep.count() > kMostUnasked)
        ask(tr("%1 settings are many. Compute them?").arg(m_sweep.count()));
    else
        compute(false);
}

void SweepPage::goOn()
{
    if (m_layer >= 0 && !m_isRunning)
        compute(true);
}

void SweepPage::stop()
{
    if (!std::exchange(m_isRunning, false))
        return;
    m_jobs.stop();
    updateSummary();
}

void SweepPage::compute(bool isAllowed)
{
    ask({});
    m_isRunning = true;
    updateSummary();
    const DataFormat format = dataFormat(m_sweep.model.owner(m_layer));
    const std::int64_t channel = m_context.selection->lookedAt(m_layer).channel;
    // What fills the pane at twice its size, and all settings together a few MiB.
    constexpr std::int64_t kMostCells = 640 * 480;
    constexpr std::int64_t kAllCells = 16 << 20;
    const std::int64_t mostCells =
        std::min(kMostCells, kAllCells / std::max<std::int64_t>(m_sweep.count(), 1));
    m_jobs.startLatest(
        [this, isAllowed, format, channel, mostCells, most = m_mostSeconds, sweep = m_sweep,
         cells = m_table->cells()](const BackgroundJobs::Job &job) mutable -> Result<double> {
            computeInBackground();
            double asked = 0;
            std::stop_source enough;
            const std::stop_callback stopped(job.token(), [&] { enough.request_stop(); });
            Forecast forecast(cells);
            const std::vector<SweepCell> planned = cells;
            SweepOptions options;
            options.stop = enough.get_token();
            options.onOutput = [&](std::int64_t index, const Tensor &output) {
                if (auto map = settingMap(output, format, channel, mostCells))
                    job.tell([this, index, map = std::move(*map)] { m_maps.set(index, map); });
            };
            options.onCell = [&](std::int64_t index, const SweepCell &cell, std::int64_t) {
                job.tell([this, index, cell] { take(index, cell); });
                const double seconds = forecast.after(planned[static_cast<std::size_t>(index)]);
                if (isAllowed || seconds <= most)
                    return;
                asked = seconds;
                enough.request_stop();
            };
            const auto done = runSweep(sweep, cells, options);
            if (!done)
                return fail(done.error());
            const bool isAll = std::all_of(cells.begin(), cells.end(), [](const SweepCell &cell) {
                return cell.isDone || cell.error;
            });
            return isAll ? 0 : asked;
        },
        [this](const Result<double> &asked) {
            m_isRunning = false;
            m_problem->setVisible(!asked || m_isStale);
            if (!asked) {
                m_problem->setColour(&Tokens::error);
                m_problem->setText(localized(asked.error()));
            } else if (*asked > 0) {
                ask(tr("All %1 settings take about %2. Compute the others?")
                        .arg(m_sweep.count())
                        .arg(durationText(*asked)));
            }
            m_table->update();
            updateSummary();
        });
}

void SweepPage::ask(const QString &question)
{
    m_question->setText(question);
    m_questionBar->setVisible(!question.isEmpty());
}

QString SweepPage::question() const
{
    return m_question->text();
}

void SweepPage::take(std::int64_t index, const SweepCell &cell)
{
    m_table->setCell(index, cell);
    if (m_table->showsMaps())
        m_table->update();
    // The range of all may have grown.
    m_view->refresh();
    if (index == m_table->current())
        showSetting(index);
    updateSummary();
}

void SweepPage::followStack()
{
    if (m_layer < 0 || m_settings.empty() || !m_isActive)
        return;
    const Model &model = m_context.document->model();
    const auto found = std::find(m_settings.begin(), m_settings.end(), model);
    m_table->setNow(found == m_settings.end() ? std::nullopt
                                              : std::optional(found - m_settings.begin()));
    m_isStale = found == m_settings.end() && model != m_origin;
    if (m_isStale) {
        m_problem->setColour(&Tokens::warning);
        m_problem->setText(tr("Out of date: the stack has changed since. Run again."));
    }
    m_problem->setVisible(m_isStale);
}

void SweepPage::updateSummary()
{
    int agree = 0;
    int differ = 0;
    int illegal = 0;
    int legal = 0;
    int waiting = 0;
    double time = 0;
    for (const SweepCell &cell : m_table->cells()) {
        illegal += cell.error ? 1 : 0;
        legal += cell.error ? 0 : 1;
        waiting += cell.error || cell.isDone ? 0 : 1;
        agree += cell.isDone && cell.maxDifference && !cell.exceeds() ? 1 : 0;
        differ += cell.exceeds() ? 1 : 0;
        time += cell.milliseconds.value_or(0);
    }
    QStringList parts;
    if (differ > 0)
        parts << tr("%1 differ").arg(differ);
    if (agree > 0)
        parts << tr("%1 agree").arg(agree);
    if (illegal > 0)
        parts << tr("%1 cannot be set").arg(illegal);
    if (waiting > 0)
        parts << (m_isRunning ? tr("%1 to come") : tr("%1 not computed")).arg(waiting);
    parts << (m_table->cells().size() == 1 ? tr("1 setting")
                                           : tr("%1 settings").arg(m_table->cells().size()));
    if (time > 0)
        parts << durationText(time / 1000);
    m_summary->setText(parts.join(u"   "_s));
    m_summary->setColour(differ > 0 ? &Tokens::error : &Tokens::text2);
    m_run->setVisible(!m_isRunning);
    m_stop->setVisible(m_isRunning);
    m_goOn->setVisible(!m_isRunning && waiting > 0 && waiting < legal && question().isEmpty());
    const auto ticked = m_table->ticked().size();
    m_keep->setText(tr("Keep %1 as cases").arg(ticked > 0 ? static_cast<int>(ticked) : legal));
    m_keep->setEnabled(legal > 0 || ticked > 0);
}

QString SweepPage::summary() const
{
    return m_summary->text();
}

void SweepPage::showMaps(bool maps)
{
    m_views->setCurrentIndex(maps ? 1 : 0);
    m_table->setMaps(maps ? &m_maps : nullptr);
}

void SweepPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
    if (m_pane->isVisible())
        painter.fillRect(QRect(m_pane->x(), kPanelHeader, 1, m_pane->height()), tokens().line);
}

void SweepPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_pane->setVisible(width() >= kSweepNarrow);
}

void SweepPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isRunning) {
        stop();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace convscope
