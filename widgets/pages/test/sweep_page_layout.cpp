// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What the sweep is made of, left to right and top to bottom.
#include "controls/command_button.h"
#include "controls/quiet_combo_box.h"
#include "controls/segmented_tabs.h"
#include "controls/token_label.h"
#include "document/model_document.h"
#include "document/status_sink.h"
#include "pages/test/setting_strips.h"
#include "pages/test/setting_view.h"
#include "pages/test/sweep_chip.h"
#include "pages/test/sweep_page.h"
#include "pages/test/sweep_table.h"
#include "style/convscope_style.h"
#include "style/tokens.h"
#include "views/panel_header.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

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

} // namespace

QWidget *SweepPage::makeHeader()
{
    auto *header = new QWidget;
    header->setFixedHeight(kPanelHeader - 1);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(8, 0, 12, 0);
    layout->setSpacing(8);
    auto *back = new CommandButton(u"left"_s, tr("Cases"), {});
    m_title = new TokenLabel({}, FontRole::Title, &Tokens::text);
    m_title->setElided(true);
    m_views = new SegmentedTabs;
    m_views->setAccessibleName(tr("In the cells"));
    m_views->addTab(tr("Figures"));
    m_views->addTab(tr("Maps"));
    m_run = new CommandButton(u"play"_s, tr("Run again"), {});
    m_run->setToolTip(tr("Computes all settings with the stack as it is now (F5)"));
    m_goOn = new CommandButton(u"play"_s, tr("Go on"), {});
    m_goOn->setToolTip(tr("Computes the settings that are left"));
    m_stop = new CommandButton(u"pause"_s, tr("Stop"), {});
    m_stop->setToolTip(tr("Keeps what is done (Esc)"));
    m_against = new QuietComboBox;
    m_against->setAccessibleName(tr("Held against"));
    m_against->addItem(tr("against the textbook kernels"), u"reference"_s);
    m_against->addItem(tr("against OpenCV"), u"opencv"_s);
    m_against->addItem(tr("against the first setting"), u"first"_s);
    m_against->addItem(tr("against nobody"), QString());
    m_against->setMinimumWidth(90);
    m_against->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_against, &QComboBox::activated, this, &SweepPage::run);
    layout->addWidget(back);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_against);
    layout->addWidget(m_views);
    layout->addWidget(m_goOn);
    layout->addWidget(m_run);
    layout->addWidget(m_stop);
    connect(back, &QPushButton::clicked, this, &SweepPage::closeRequested);
    connect(m_views, &QTabBar::currentChanged, this, [this](int view) { showMaps(view == 1); });
    connect(m_run, &QPushButton::clicked, this, &SweepPage::run);
    connect(m_goOn, &QPushButton::clicked, this, &SweepPage::goOn);
    connect(m_stop, &QPushButton::clicked, this, &SweepPage::stop);
    return header;
}

QWidget *SweepPage::makeAxes()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    for (std::size_t axis = 0; axis < kMostAxes; ++axis) {
        auto *chip = new SweepChip;
        m_chips[axis] = chip;
        row->addWidget(chip, 1);
        connect(chip, &SweepChip::valuesGiven, this, [this] {
            updateChips();
            run();
        });
        connect(chip, &SweepChip::argumentChosen, this, [this, axis] {
            suggestValues(axis);
            updateChips();
            if (m_chips[axis]->argument().isEmpty() || !m_chips[axis]->values().isEmpty())
                run();
            else
                m_chips[axis]->focusValues();
        });
        connect(chip->grip(), &ChipGrip::clicked, this, [this, axis] { setColumns(axis); });
        connect(chip->grip(), &ChipGrip::moved, this, [this, axis](int step) {
            const std::size_t other = axis + static_cast<std::size_t>(step);
            if (other >= kMostAxes)
                return;
            swapAxes(axis, other);
            m_chips[other]->grip()->setFocus();
        });
        connect(chip->grip(), &ChipGrip::dragged, this, [this](const QPoint &global) {
            m_table->setDropEdge(m_table->edgeAt(m_table->mapFromGlobal(global)));
        });
        connect(chip->grip(), &ChipGrip::dragCancelled, this,
                [this] { m_table->setDropEdge(SweepTable::Edge::None); });
        connect(chip->grip(), &ChipGrip::dropped, this,
                [this, axis](const QPoint &global) { dropChip(axis, global); });
    }
    m_addArgument = new CommandButton(u"add"_s, tr("Argument"), {});
    m_addArgument->setAccented(true);
    row->addWidget(m_addArgument);
    connect(m_addArgument, &QPushButton::clicked, this, [this] {
        for (SweepChip *chip : m_chips) {
            if (chip->isVisibleTo(this))
                continue;
            chip->show();
            m_addArgument->setVisible(!m_chips.back()->isVisibleTo(this));
            chip->chooseArgument();
            return;
        }
    });
    layout->addLayout(row);
    m_problem = new TokenLabel({}, FontRole::Caption, &Tokens::error);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    return box;
}

QWidget *SweepPage::makePane()
{
    m_pane = new QWidget;
    m_pane->setFixedWidth(kPaneWidth);
    auto *inside = new QWidget;
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(8);
    m_pointed =
        new TokenLabel(tr("Point at a setting to look at it."), FontRole::Number, &Tokens::text);
    m_pointed->setWordWrap(true);
    m_view = new SettingView(&m_maps);
    m_facts = new TokenLabel({}, FontRole::Number, &Tokens::text2);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_strips = new SettingStrips(&m_maps);
    layout->addWidget(m_pointed);
    layout->addWidget(m_view);
    layout->addWidget(m_facts);
    layout->addWidget(m_strips);
    layout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(14, 8, 14, 8);
    m_open = new CommandButton(u"check"_s, tr("Take this setting"), u"Enter"_s);
    markPrimary(m_open);
    m_open->setEnabled(false);
    foot->addWidget(m_open, 1);
    auto *column = new QVBoxLayout(m_pane);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(new HairLine);
    column->addLayout(foot);
    connect(m_open, &QPushButton::clicked, this, [this] { openSetting(m_table->current()); });
    connect(m_view, &SettingView::cellDescribed, this, [this](const QString &text) {
        if (m_isActive)
            m_context.status->showCell(text);
    });
    connect(m_strips, &SettingStrips::chosen, m_table, &SweepTable::setCurrent);
    return m_pane;
}

QWidget *SweepPage::makeQuestion()
{
    m_questionBar = new QWidget;
    auto *layout = new QHBoxLayout(m_questionBar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_question = new TokenLabel({}, FontRole::Text, &Tokens::warning);
    m_question->setWordWrap(true);
    auto *yes = new CommandButton(u"play"_s, tr("Compute"), {});
    auto *no = new CommandButton({}, tr("Leave it"), {});
    layout->addWidget(m_question, 1);
    layout->addWidget(yes);
    layout->addWidget(no);
    m_questionBar->hide();
    connect(yes, &QPushButton::clicked, this, &SweepPage::goOn);
    connect(no, &QPushButton::clicked, this, [this] {
        ask({});
        updateSummary();
    });
    return m_questionBar;
}

QWidget *SweepPage::makeFoot()
{
    auto *foot = new QWidget;
    foot->setFixedHeight(44);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(8);
    m_keep = new CommandButton(u"save"_s, tr("Keep as cases"), {});
    m_keep->setToolTip(tr("The ticked settings, or all that can be. Space or Ctrl+click ticks."));
    auto *copy = new CommandButton(u"copy"_s, tr("Copy table"), {});
    auto *save = new CommandButton(u"export"_s, u"CSV"_s, {});
    save->setToolTip(tr("Saves the table"));
    m_summary = new TokenLabel({}, FontRole::Small, &Tokens::text2);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_summary->setElided(true);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_keep);
    layout->addWidget(copy);
    layout->addWidget(save);
    layout->addWidget(m_summary, 1);
    connect(m_keep, &QPushButton::clicked, this, &SweepPage::keepAsCases);
    connect(copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(csv());
        m_context.status->showMessage(tr("Table copied."), 3000);
    });
    connect(save, &QPushButton::clicked, this, &SweepPage::saveCsv);
    return foot;
}

// --- chips ---------------------------------------------------------------------------------------

void SweepPage::fillArguments()
{
    const ParamTable &table = *m_context.document->model().layer(m_layer).type().table;
    QStringList names;
    for (const ParamInfo &info : table.params())
        names << QString::fromStdString(info.name);
    for (SweepChip *chip : m_chips)
        chip->setChoices(names);
    std::size_t axis = 0;
    for (const Suggestion &suggestion : kSuggestions) {
        if (axis < kMostAxes && table.indexOf(suggestion.argument) >= 0)
            m_chips[axis++]->set(QString::fromLatin1(suggestion.argument),
                                 QString::fromLatin1(suggestion.values));
    }
    for (; axis < kMostAxes; ++axis)
        m_chips[axis]->set({}, {});
    m_columnsLine = axisOf(1) ? 1 : 0;
    updateChips();
}

void SweepPage::suggestValues(std::size_t axis)
{
    SweepChip &chip = *m_chips[axis];
    const std::string argument = chip.argument().toStdString();
    QStringList values;
    for (const Suggestion &suggestion : kSuggestions) {
        if (argument == suggestion.argument)
            values << QString::fromLatin1(suggestion.values);
    }
    const ParamTable &table = *m_context.document->model().layer(m_layer).type().table;
    const int index = table.indexOf(argument);
    if (values.isEmpty() && index >= 0) {
        const ParamInfo &info = table.params()[static_cast<std::size_t>(index)];
        if (info.kind == ParamKind::Boolean)
            values << u"True, False"_s;
        for (const std::string &choice : info.choices)
            values << QString::fromStdString(choice);
    }
    chip.set(chip.argument(), values.join(u", "_s));
}

void SweepPage::updateChips()
{
    bool isRoom = false;
    for (std::size_t axis = 0; axis < kMostAxes; ++axis) {
        SweepChip &chip = *m_chips[axis];
        chip.setVisible(!chip.argument().isEmpty() || axis == 0);
        chip.setMakesColumns(axis == m_columnsLine);
        isRoom = isRoom || (chip.argument().isEmpty() && axis > 0);
    }
    m_addArgument->setVisible(isRoom);
}

std::optional<std::size_t> SweepPage::axisOf(std::size_t line) const
{
    const auto isUsed = [this](std::size_t at) {
        return !m_chips[at]->argument().isEmpty() && !m_chips[at]->values().trimmed().isEmpty();
    };
    if (!isUsed(line))
        return std::nullopt;
    std::size_t axis = 0;
    for (std::size_t at = 0; at < line; ++at)
        axis += isUsed(at) ? 1 : 0;
    return axis;
}

void SweepPage::setAxis(std::size_t axis, const QString &argument, const QString &values)
{
    m_chips[axis]->set(argument, values);
    updateChips();
}

void SweepPage::setColumns(std::size_t axis)
{
    const auto used = axisOf(axis);
    if (!used)
        return;
    m_columnsLine = axis;
    updateChips();
    m_table->setColumns(*used);
}

void SweepPage::swapAxes(std::size_t a, std::size_t b)
{
    SweepChip &first = *m_chips[a];
    SweepChip &second = *m_chips[b];
    const std::pair kept(first.argument(), first.values());
    first.set(second.argument(), second.values());
    second.set(kept.first, kept.second);
    // The same argument goes on making the columns.
    if (m_columnsLine == a || m_columnsLine == b)
        m_columnsLine = m_columnsLine == a ? b : a;
    updateChips();
    run();
}

std::size_t SweepPage::chipAt(const QPoint &global) const
{
    std::size_t at = 0;
    while (at < kMostAxes && !(m_chips[at]->isVisible() &&
                               m_chips[at]->rect().contains(m_chips[at]->mapFromGlobal(global))))
        ++at;
    return at;
}

void SweepPage::dropChip(std::size_t axis, const QPoint &global)
{
    m_table->setDropEdge(SweepTable::Edge::None);
    if (const std::size_t other = chipAt(global); other < kMostAxes) {
        if (other != axis)
            swapAxes(axis, other);
        return;
    }
    switch (m_table->edgeAt(m_table->mapFromGlobal(global))) {
    case SweepTable::Edge::Columns:
        setColumns(axis);
        break;
    case SweepTable::Edge::Rows:
        // Another one has to make the columns then.
        for (std::size_t other = 0; axis == m_columnsLine && other < kMostAxes; ++other) {
            if (other != axis && axisOf(other))
                setColumns(other);
        }
        break;
    case SweepTable::Edge::None:
        break;
    }
}

} // namespace convscope
