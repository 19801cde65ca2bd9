// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/reads_section.h"

#include "controls/token_label.h"
#include "style/fonts.h"
#include "style/themed_icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace convscope {

ReadsSection::ReadsSection(QWidget *parent)
    : QWidget(parent), m_count(new TokenLabel({}, FontRole::Caption, &Tokens::text2, this)),
      m_list(new ReadList(this)), m_add(new QPushButton(this))
{
    auto *title = new TokenLabel(tr("Reads"), FontRole::Title, &Tokens::text, this);
    m_count->setElided(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_count);
    m_list->setAccessibleName(tr("What the layer reads"));
    m_list->setToolTip(tr("Enter replaces what is read, Del takes it away, Alt+↑ ↓ moves it."));
    m_add->setText(tr("Add input"));
    m_add->setAccessibleName(tr("Add input"));
    m_add->setToolTip(tr("Lets the layer read another tensor as well."));
    m_add->setIcon(themedIcon(u"add"));
    m_add->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_add->setFixedHeight(scaledHeight(28));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_list);
    column->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &ReadsSection::addRequested);
}

void ReadsSection::setReads(std::vector<ReadRow> rows, bool canAdd)
{
    const auto count = static_cast<int>(rows.size());
    m_countWords = count == 1 ? tr("1 tensor") : tr("%n tensors, in this order", nullptr, count);
    m_count->setText(m_countWords);
    m_list->setRows(std::move(rows));
    m_add->setVisible(canAdd);
}

void ReadsSection::setOutcome(const QString &words)
{
    m_count->setText(words.isEmpty() ? m_countWords : words);
}

QPoint ReadsSection::pickerPosition() const
{
    const QWidget *below = m_add->isVisible() ? static_cast<const QWidget *>(m_add) : m_list;
    return below->mapToGlobal(QPoint(-8, below->height() + 2));
}

} // namespace convscope
