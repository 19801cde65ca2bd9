// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/case_table_model.h"

#include "language/core_words.h"
#include "style/fonts.h"
#include "style/numbers.h"
#include "style/themed_icon.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QString iconOf(const CaseOutcome *outcome)
{
    if (outcome == nullptr)
        return u"wait"_s;
    switch (outcome->result.status) {
    case CaseStatus::Passed:
        return u"check"_s;
    case CaseStatus::Failed:
        return u"error"_s;
    case CaseStatus::Skipped:
        return u"step_forward"_s;
    }
    return {};
}

QColor colourOf(const CaseOutcome *outcome)
{
    if (outcome == nullptr || outcome->result.status == CaseStatus::Skipped)
        return tokens().text2;
    return outcome->result.status == CaseStatus::Passed ? tokens().passed : tokens().error;
}

QString statusWord(const CaseOutcome *outcome)
{
    if (outcome == nullptr)
        return CaseTableModel::tr("not run");
    switch (outcome->result.status) {
    case CaseStatus::Passed:
        return CaseTableModel::tr("passed");
    case CaseStatus::Failed:
        return CaseTableModel::tr("failed");
    case CaseStatus::Skipped:
        return CaseTableModel::tr("skipped");
    }
    return {};
}

} // namespace

QString ulpText(double ulp)
{
    // Beyond that it counts nothing that a person could mean.
    constexpr double kMost = 1e5;
    return ulp <= kMost ? integerText(static_cast<qint64>(std::ceil(ulp))) : u"–"_s;
}

QString againstText(const TestCase &test)
{
    if (test.error)
        return CaseTableModel::tr("refusal");
    QStringList parts;
    if (!test.entry.outputs.empty() || !test.entry.activations.empty())
        parts << CaseTableModel::tr("stored");
    for (const std::string &oracle : test.oracles)
        parts << QFileInfo(QString::fromStdString(oracle)).fileName();
    for (const std::string &property : test.properties)
        parts << QString::fromStdString(property);
    if (test.statistics)
        parts << CaseTableModel::tr("statistics");
    if (parts.isEmpty() && !test.outputShapes.empty())
        parts << CaseTableModel::tr("shape");
    if (parts.isEmpty() && test.loss)
        parts << CaseTableModel::tr("loss");
    if (parts.isEmpty() && !test.entry.constrained.empty())
        parts << CaseTableModel::tr("constraint");
    return parts.join(u", "_s);
}

CaseTableModel::CaseTableModel(const SuiteDocument *suite, const SuiteRunner *runner,
                               QObject *parent)
    : QAbstractTableModel(parent), m_suite(suite), m_runner(runner)
{
}

int CaseTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CaseTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

const SuiteCase &CaseTableModel::at(int test) const
{
    return m_suite->cases()[static_cast<std::size_t>(test)];
}

const CaseOutcome *CaseTableModel::outcome(int test) const
{
    return m_runner->outcome(at(test));
}

QVariant CaseTableModel::text(const Row &row, int column) const
{
    if (row.test < 0)
        return column == Name
                   ? QVariant(row.file.empty()
                                  ? tr("in no file yet")
                                  : QFileInfo(QString::fromStdString(row.file)).fileName())
                   : QVariant();
    const TestCase &test = *at(row.test);
    const CaseOutcome *ended = outcome(row.test);
    switch (column) {
    case Name:
        return QString::fromStdString(test.name());
    case Against:
        return ended != nullptr && ended->isLive ? tr("%1, live").arg(againstText(test))
                                                 : againstText(test);
    case Largest:
        return ended != nullptr && ended->result.maxError ? valueText(*ended->result.maxError, 4)
                                                          : QString();
    case Ulp:
        return ended != nullptr && ended->ulp ? ulpText(*ended->ulp) : QString();
    default:
        return {};
    }
}

QVariant CaseTableModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const CaseOutcome *ended = row.test < 0 ? nullptr : outcome(row.test);
    const bool isNumber = index.column() == Largest || index.column() == Ulp;
    const bool isFailed = ended != nullptr && ended->result.status == CaseStatus::Failed;
    switch (role) {
    case Qt::DisplayRole:
        // The style draws text to the very edge.
        return isNumber ? QVariant(text(row, index.column()).toString() + u'\u2002')
                        : text(row, index.column());
    case Qt::DecorationRole:
        if (index.column() != Name || row.test < 0)
            return {};
        return iconPixmap(iconOf(ended), colourOf(ended), 16, 2.0);
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        return font(isNumber                   ? FontRole::Number
                    : row.test < 0 || isFailed ? FontRole::Title
                                               : FontRole::Text);
    case Qt::ForegroundRole:
        if (isFailed && isNumber)
            return tokens().error;
        return index.column() == Name && row.test >= 0 ? tokens().text : tokens().text2;
    case Qt::BackgroundRole:
        return isFailed ? QVariant(tokens().errorSoft) : QVariant();
    case Qt::ToolTipRole:
        if (row.test < 0)
            return QString::fromStdString(row.file);
        return ended != nullptr && !ended->result.message.isEmpty()
                   ? localized(ended->result.message)
                   : QString::fromStdString(at(row.test)->name());
    case Qt::AccessibleTextRole:
        if (row.test >= 0 && index.column() == Name)
            return tr("%1, %2").arg(text(row, Name).toString(), statusWord(ended));
        return text(row, index.column());
    default:
        return {};
    }
}

QVariant CaseTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section >= Largest ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role == Qt::FontRole)
        return font(FontRole::Caption);
    if (role == Qt::ForegroundRole)
        return tokens().text2;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return u'\u2002' + tr("case");
    case Against:
        return tr("against");
    case Largest:
        return tr("largest |Δ|") + u'\u2002';
    case Ulp:
        return u"ULP\u2002"_s;
    default:
        return {};
    }
}

Qt::ItemFlags CaseTableModel::flags(const QModelIndex &index) const
{
    return caseAt(index.row()) < 0 ? Qt::ItemFlags(Qt::ItemIsEnabled)
                                   : QAbstractTableModel::flags(index);
}

void CaseTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    rebuild();
}

void CaseTableModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    rebuild();
}

void CaseTableModel::setGrouped(bool grouped)
{
    if (grouped == m_isGrouped)
        return;
    m_isGrouped = grouped;
    rebuild();
}

int CaseTableModel::caseAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].test : -1;
}

int CaseTableModel::rowOf(int caseIndex) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (caseIndex >= 0 && m_rows[static_cast<std::size_t>(row)].test == caseIndex)
            return row;
    }
    return -1;
}

int CaseTableModel::nextFailed(int row, int step) const
{
    const int rows = rowCount();
    for (int i = 1; i <= rows; ++i) {
        const int at = ((row + step * i) % rows + rows) % rows;
        const int test = caseAt(at);
        const CaseOutcome *ended = test < 0 ? nullptr : outcome(test);
        if (ended != nullptr && ended->result.status == CaseStatus::Failed)
            return at;
    }
    return -1;
}

bool CaseTableModel::isBefore(int a, int b) const
{
    const auto number = [this](int test) {
        const CaseOutcome *ended = outcome(test);
        if (ended == nullptr)
            return -2.0;
        const std::optional<double> &value =
            m_sortColumn == Ulp ? ended->ulp : ended->result.maxError;
        return value.value_or(-1);
    };
    switch (m_sortColumn) {
    case Name:
        return at(a)->name() < at(b)->name();
    case Against:
        return againstText(*at(a)) < againstText(*at(b));
    default:
        return number(a) < number(b);
    }
}

void CaseTableModel::rebuild()
{
    beginResetModel();
    std::vector<int> order;
    for (int i = 0; i < m_suite->count(); ++i) {
        if (m_filter.isEmpty() ||
            QString::fromStdString(at(i)->name()).contains(m_filter, Qt::CaseInsensitive))
            order.push_back(i);
    }
    m_shown = static_cast<int>(order.size());
    if (m_sortColumn >= 0)
        std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
            return m_order == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a);
        });
    if (m_isGrouped)
        std::stable_sort(order.begin(), order.end(),
                         [this](int a, int b) { return at(a)->file < at(b)->file; });
    m_rows.clear();
    for (const int test : order) {
        const std::string &file = at(test)->file;
        if (m_isGrouped && (m_rows.empty() || m_rows.back().file != file))
            m_rows.push_back({-1, file});
        m_rows.push_back({test, file});
    }
    endResetModel();
}

void CaseTableModel::refresh()
{
    rebuild();
}

void CaseTableModel::refreshOutcomes()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace convscope
