// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/sweep_page.h"

#include "controls/command_button.h"
#include "controls/quiet_combo_box.h"
#include "controls/token_label.h"
#include "document/model_document.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "evaluation/layer_results.h"
#include "language/core_words.h"
#include "pages/test/sweep_table.h"
#include "pictures/thumbnail.h"
#include "run/background.h"
#include "style/convscope_style.h"
#include "style/numbers.h"
#include "style/theme.h"
#include "style/tokens.h"
#include "sweep/sweep_cases.h"
#include "sweep/sweep_text.h"
#include "tensor/file_bytes.h"
#include "views/panel_header.h"
#include "visual/plane.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Narrower than this there is no room for the pane.
constexpr int kNarrow = 820;

/// What is worth trying, where a layer has it.
struct Suggestion
{
    const char *argument;
    const char *values;
};
constexpr std::array kSuggestions{Suggestion{"padding", "valid, same"},
                                  Suggestion{"strides", "1, 2, 3"},
                                  Suggestion{"dilation_rate", "1, 2, 4"},
                                  Suggestion{"pool_size", "1..4"},
                                  Suggestion{"size", "1..4"},
                                  Suggestion{"cropping", "0..4"},
                                  Suggestion{"kernel_size", "1, 3, 5"},
                                  Suggestion{"units", "1, 10, 100"},
                                  Suggestion{"activation", "relu, elu, tanh"},
                                  Suggestion{"negative_slope", "0, 0.1, 0.3"},
                                  Suggestion{"axis", "-1, 1"}};

/// A setting drawn, and its arithmetic.
struct SettingLook
{
    QImage picture;
    QStringList lines;
};

} // namespace

SweepPage::SweepPage(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    m_table = new SweepTable;
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_table);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(makeAxes());
    column->addWidget(scroll, 1);
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
}

void SweepPage::begin()
{
    const Model &model = m_context.document->model();
    const int layer = m_context.selection->layer();
    if (layer < 0 || layer >= model.size()) {
        m_layer = -1;
        m_jobs.stop();
        m_table->setSweep({}, {}, 0, std::nullopt);
        m_title->setText(tr("Sweep: select a layer"));
        updateSummary();
        return;
    }
    m_layer = layer;
    m_title->setText(tr("Sweep of %1").arg(QString::fromStdString(model.layer(layer).name())));
    fillArguments();
    std::size_t axis = 0;
    for (const Suggestion &suggestion : kSuggestions) {
        if (axis < kMostAxes && model.layer(layer).type().table->indexOf(suggestion.argument) >= 0)
            setAxis(axis++, QString::fromLatin1(suggestion.argument),
                    QString::fromLatin1(suggestion.values));
    }
    for (; axis < kMostAxes; ++axis)
        setAxis(axis, {}, {});
    run();
}

void SweepPage::fillArguments()
{
    for (const AxisLine &line : m_lines) {
        line.argument->clear();
        line.argument->addItem(u"–"_s, QString());
        for (const ParamInfo &info :
             m_context.document->model().layer(m_layer).type().table->params()) {
            const QString name = QString::fromStdString(std::string(info.name));
            line.argument->addItem(name, name);
        }
    }
}

void SweepPage::setAxis(std::size_t axis, const QString &argument, const QString &values)
{
    const AxisLine &line = m_lines[axis];
    line.argument->setCurrentIndex(std::max(line.argument->findData(argument), 0));
    line.values->setText(values);
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
    for (const AxisLine &line : m_lines) {
        const std::string argument = line.argument->currentData().toString().toStdString();
        if (argument.empty() || line.values->text().trimmed().isEmpty())
            continue;
        auto axis = sweepAxis(sweep.model, m_layer, argument, line.values->text().toStdString());
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

std::optional<std::int64_t> SweepPage::presentSetting(const Sweep &sweep) const
{
    for (std::int64_t i = 0; i < std::min(sweep.count(), kMostUnasked); ++i) {
        const auto changed = withChoice(sweep.model, sweep.axes, sweep.choiceOf(i));
        if (changed && *changed == sweep.model)
            return i;
    }
    return std::nullopt;
}

void SweepPage::run()
{
    if (m_layer < 0)
        return;
    m_jobs.stop();
    m_looks.stop();
    auto sweep = sweepOfLines();
    m_problem->setVisible(!sweep);
    if (!sweep) {
        m_problem->setText(localized(sweep.error()));
        return;
    }
    const bool asks = sweep->count() > kMostUnasked && sweep->axes.size() > 0 &&
                      m_sweep.count() != sweep->count();
    m_sweep = *sweep;
    // Two or three arguments: the second makes the columns.
    const std::size_t columns = m_sweep.axes.size() > 1 ? 1 : 0;
    const std::optional<std::int64_t> now = presentSetting(m_sweep);
    m_table->setSweep(m_sweep, plannedCells(m_sweep), columns, now);
    m_table->setCurrent(now.value_or(0));
    updateSummary();
    if (asks) {
        m_context.status->showMessage(
            tr("%1 settings: press Run again to compute them.").arg(m_sweep.count()), 8000);
        return;
    }
    m_jobs.startLatest(
        [this, sweep = m_sweep,
         cells = m_table->cells()](const BackgroundJobs::Job &job) mutable -> Result<int> {
            computeInBackground();
            SweepOptions options;
            options.stop = job.token();
            options.onCell = [&](std::int64_t index, const SweepCell &cell, std::int64_t) {
                job.tell([this, index, cell] { take(index, cell); });
            };
            const auto done = runSweep(sweep, cells, options);
            if (!done)
                return fail(done.error());
            return 0;
        },
        [this](const Result<int> &done) {
            m_problem->setVisible(!done);
            if (!done)
                m_problem->setText(localized(done.error()));
            updateSummary();
        });
}

void SweepPage::take(std::int64_t index, const SweepCell &cell)
{
    m_table->setCell(index, cell);
    if (index == m_table->current())
        showSetting(index);
    updateSummary();
}

void SweepPage::showSetting(std::int64_t index)
{
    const SweepCell cell = m_table->cells()[static_cast<std::size_t>(index)];
    m_pointed->setText(QString::fromStdString(settingText(m_sweep, cell)));
    m_open->setEnabled(!cell.error);
    m_map->clear();
    if (cell.error) {
        m_facts->setText(localized(*cell.error));
        m_looks.stop();
        return;
    }
    ThumbnailStyle style;
    style.format = dataFormat(m_sweep.model.owner(m_layer));
    style.channel = m_context.selection->lookedAt(m_layer).channel;
    const double ratio = devicePixelRatioF();
    style.box = QSize(kPaneWidth - 28, 220) * ratio;
    style.isDark = m_context.theme->isDark();
    m_looks.startLatest(
        [sweep = m_sweep, cell, style](const BackgroundJobs::Job &job) -> Result<SettingLook> {
            computeInBackground();
            Model model;
            const auto run = runSetting(sweep, cell, model, job.token());
            if (!run)
                return fail(run.error());
            SettingLook look;
            const Tensor &output = run->layers.back().output;
            ThumbnailStyle own = style;
            own.channel = std::min(own.channel, channelCount(output, own.format) - 1);
            look.picture = thumbnail(output, own);
            const Layer &layer = model.owner(sweep.layer);
            const Shape &read = run->shapes.layers.back().inputs.front();
            if (layer.type().axes) {
                const auto axes = layer.type().axes(layer.params(), read);
                for (std::size_t i = 0; i < axes.size(); ++i)
                    look.lines << u"%1  %2 = %3"_s.arg(
                        localizedTerm(axisName(static_cast<int>(i), static_cast<int>(axes.size()))),
                        localized(axes[i].formula.words()), integerText(axes[i].map.output));
            }
            return look;
        },
        [this, cell, ratio](Result<SettingLook> look) {
            if (!look) {
                m_facts->setText(localized(look.error()));
                return;
            }
            look->picture.setDevicePixelRatio(ratio);
            m_map->setPixmap(QPixmap::fromImage(look->picture));
            QStringList lines = look->lines;
            if (cell.maxDifference)
                lines << tr("largest |Δ|  %1").arg(valueText(*cell.maxDifference, 4));
            if (cell.milliseconds)
                lines << tr("time  %1").arg(durationText(*cell.milliseconds / 1000));
            for (const Words &note : cell.notes)
                lines << localized(note);
            m_facts->setText(lines.join(u'\n'));
        });
}

void SweepPage::openSetting(std::int64_t index)
{
    if (index < 0)
        return;
    const SweepCell &cell = m_table->cells()[static_cast<std::size_t>(index)];
    const auto changed = withChoice(m_context.document->model(), m_sweep.axes, cell.choice);
    if (!changed) {
        m_context.status->showFailure(localized(changed.error()));
        return;
    }
    const QString setting = QString::fromStdString(settingText(m_sweep, cell));
    m_context.document->changeModel(*changed, tr("Take %1").arg(setting));
    m_context.status->showMessage(tr("The stack has %1 now.").arg(setting), 4000);
}

void SweepPage::keepAsCases()
{
    std::vector<SweepCell> kept;
    const std::vector<SweepCell> &cells = m_table->cells();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool isWanted =
            m_table->ticked().empty() || m_table->ticked().contains(static_cast<std::int64_t>(i));
        if (isWanted && !cells[i].error)
            kept.push_back(cells[i]);
    }
    m_jobs.start(
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
    if (!written)
        m_context.status->showFailure(localized(written.error()));
}

QString SweepPage::summary() const
{
    return m_summary->text();
}

void SweepPage::updateSummary()
{
    int agree = 0;
    int differ = 0;
    int illegal = 0;
    int legal = 0;
    double time = 0;
    for (const SweepCell &cell : m_table->cells()) {
        illegal += cell.error ? 1 : 0;
        legal += cell.error ? 0 : 1;
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
    parts << (m_table->cells().size() == 1 ? tr("1 setting")
                                           : tr("%1 settings").arg(m_table->cells().size()));
    if (time > 0)
        parts << durationText(time / 1000);
    m_summary->setText(parts.join(u"   "_s));
    m_summary->setColour(differ > 0 ? &Tokens::error : &Tokens::text2);
    const auto ticked = m_table->ticked().size();
    m_keep->setText(tr("Keep %1 as cases").arg(ticked > 0 ? static_cast<int>(ticked) : legal));
    m_keep->setEnabled(legal > 0);
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
    m_pane->setVisible(width() >= kNarrow);
}

} // namespace convscope
