// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What the sweep is made of, left to right and top to bottom.
#include "controls/command_button.h"
#include "controls/quiet_combo_box.h"
#include "controls/token_label.h"
#include "pages/test/sweep_page.h"
#include "pages/test/sweep_table.h"
#include "style/tokens.h"
#include "views/panel_header.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

QWidget *SweepPage::makeHeader()
{
    auto *header = new QWidget;
    header->setFixedHeight(kPanelHeader - 1);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(8, 0, 12, 0);
    auto *back = new CommandButton(u"left"_s, tr("Cases"), {});
    m_title = new TokenLabel({}, FontRole::Title, &Tokens::text);
    m_run = new CommandButton(u"play"_s, tr("Run again"), {});
    m_against = new QuietComboBox;
    m_against->setAccessibleName(tr("Held against"));
    m_against->addItem(tr("against the textbook kernels"), u"reference"_s);
    m_against->addItem(tr("against OpenCV"), u"opencv"_s);
    m_against->addItem(tr("against the first setting"), u"first"_s);
    m_against->addItem(tr("against nobody"), QString());
    connect(m_against, &QComboBox::activated, this, &SweepPage::run);
    layout->addWidget(back);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_against);
    layout->addWidget(m_run);
    connect(back, &QPushButton::clicked, this, &SweepPage::closeRequested);
    connect(m_run, &QPushButton::clicked, this, &SweepPage::run);
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
    for (AxisLine &line : m_lines) {
        line.argument = new QuietComboBox;
        line.argument->setAccessibleName(tr("Argument that varies"));
        line.argument->setMinimumWidth(70);
        line.argument->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        line.values = new QLineEdit;
        line.values->setAccessibleName(tr("Its values"));
        line.values->setPlaceholderText(tr("1, 2, 4 or 1..5"));
        line.values->setMinimumWidth(60);
        row->addWidget(line.argument, 4);
        row->addWidget(line.values, 3);
        connect(line.values, &QLineEdit::returnPressed, this, &SweepPage::run);
        connect(line.argument, &QComboBox::activated, this, [this, values = line.values] {
            if (values->text().isEmpty())
                values->setFocus();
            else
                run();
        });
    }
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
    auto *layout = new QVBoxLayout(m_pane);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(8);
    m_pointed = new TokenLabel(tr("Click a setting to look at it."), FontRole::Text, &Tokens::text);
    m_pointed->setWordWrap(true);
    m_map = new QLabel;
    m_map->setAccessibleName(tr("Map of the setting"));
    m_facts = new TokenLabel({}, FontRole::Number, &Tokens::text2);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_open = new CommandButton(u"right"_s, tr("Take this setting"), {});
    m_open->setEnabled(false);
    layout->addWidget(m_pointed);
    layout->addWidget(m_map);
    layout->addWidget(m_facts);
    layout->addStretch(1);
    layout->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, [this] { openSetting(m_table->current()); });
    return m_pane;
}

QWidget *SweepPage::makeFoot()
{
    auto *foot = new QWidget;
    foot->setFixedHeight(44);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(8);
    m_keep = new CommandButton(u"save"_s, tr("Keep as cases"), {});
    auto *copy = new CommandButton(u"copy"_s, tr("Copy table"), {});
    auto *save = new CommandButton(u"export"_s, u"CSV"_s, {});
    m_summary = new TokenLabel({}, FontRole::Small, &Tokens::text2);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_keep);
    layout->addWidget(copy);
    layout->addWidget(save);
    layout->addWidget(m_summary, 1);
    connect(m_keep, &QPushButton::clicked, this, &SweepPage::keepAsCases);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(csv()); });
    connect(save, &QPushButton::clicked, this, &SweepPage::saveCsv);
    return foot;
}

} // namespace convscope
