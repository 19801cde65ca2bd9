// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/weight_match_dialog.h"

#include "style/fonts.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

using State = WeightMatchRow::State;

constexpr QSize kSize{720, 420};

enum Column
{
    LayerColumn,
    GroupColumn,
    ExpectedColumn,
    ReceivedColumn,
    StateColumn,
    kColumns
};

QString shapesText(const std::vector<Extents> &shapes)
{
    QStringList texts;
    for (const Extents &shape : shapes)
        texts << QString::fromStdString(toString(shape));
    return texts.isEmpty() ? u"–"_s : texts.join(u" · "_s);
}

QString stateText(State state)
{
    switch (state) {
    case State::Fits:
        return WeightMatchDialog::tr("fits");
    case State::WrongShape:
        return WeightMatchDialog::tr("other shapes");
    case State::NoDonor:
        return WeightMatchDialog::tr("not in the file");
    case State::NoLayer:
        break;
    }
    return WeightMatchDialog::tr("no such layer");
}

QString wayText(WeightMatch::By by)
{
    switch (by) {
    case WeightMatch::By::Name:
        return WeightMatchDialog::tr("matched by name");
    case WeightMatch::By::Class:
        return WeightMatchDialog::tr("matched by class and number, as the names differ");
    case WeightMatch::By::Order:
        break;
    }
    return WeightMatchDialog::tr("matched by order, as the names differ");
}

int fitting(const WeightMatch &match)
{
    return static_cast<int>(
        std::count_if(match.rows.begin(), match.rows.end(),
                      [](const WeightMatchRow &row) { return row.state == State::Fits; }));
}

} // namespace

WeightMatchDialog::WeightMatchDialog(const QString &fileName, const Model &model,
                                     const WeightMatch &match, QWidget *parent)
    : QDialog(parent), m_table(new QTableWidget(this)), m_take(nullptr)
{
    setWindowTitle(tr("Weights of %1").arg(fileName));
    const int count = fitting(match);
    const auto layers =
        static_cast<int>(std::count_if(match.rows.begin(), match.rows.end(),
                                       [](const WeightMatchRow &row) { return row.layer >= 0; }));
    auto *summary = new QLabel(
        tr("%1 of %n layers with weights, %2.", nullptr, layers).arg(count).arg(wayText(match.by)),
        this);
    summary->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_take = buttons->addButton(count == layers ? tr("Take the weights")
                                                : tr("Take the %n that fit", nullptr, count),
                                QDialogButtonBox::AcceptRole);
    m_take->setEnabled(count > 0);
    m_take->setDefault(count > 0);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(summary);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    fill(model, match);
    resize(kSize);
}

void WeightMatchDialog::fill(const Model &model, const WeightMatch &match)
{
    m_table->setAccessibleName(tr("Which weights go where"));
    m_table->setColumnCount(kColumns);
    m_table->setHorizontalHeaderLabels(
        {tr("Layer"), tr("In the file"), tr("Expected"), tr("Received"), QString()});
    m_table->setRowCount(static_cast<int>(match.rows.size()));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    for (int at = 0; at < m_table->rowCount(); ++at) {
        const WeightMatchRow &row = match.rows[static_cast<std::size_t>(at)];
        const auto set = [&](Column which, const QString &text) {
            auto *item = new QTableWidgetItem(text);
            item->setFont(
                convscope::font(which == StateColumn ? FontRole::Text : FontRole::Number));
            item->setToolTip(text);
            m_table->setItem(at, which, item);
            return item;
        };
        const bool hasGroup = row.group >= 0;
        const DonatedGroup *group =
            hasGroup ? &match.groups[static_cast<std::size_t>(row.group)] : nullptr;
        QString inFile = u"–"_s;
        if (group != nullptr)
            inFile = QString::fromStdString(group->name.empty() ? group->id : group->name);
        // A flat list has no names at all.
        if (inFile.isEmpty())
            inFile = tr("arrays %1").arg(row.group + 1);
        set(LayerColumn,
            row.layer >= 0 ? QString::fromStdString(model.layer(row.layer).name()) : u"–"_s);
        set(GroupColumn, inFile);
        set(ExpectedColumn, shapesText(row.expected));
        set(ReceivedColumn, shapesText(row.received));
        QTableWidgetItem *state = set(StateColumn, stateText(row.state));
        const bool fits = row.state == State::Fits;
        state->setIcon(fits                             ? themedIcon(u"check", &Tokens::passed)
                       : row.state == State::WrongShape ? themedIcon(u"error", &Tokens::error)
                                                        : themedIcon(u"warning", &Tokens::warning));
    }
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
}

} // namespace convscope
