// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/test/suite_runner.h"

#include <QAbstractTableModel>

#include <vector>

namespace convscope {

/// The cases of a suite as rows: those that the filter leaves, in the order of a column, with a
/// row for each file where they are grouped.
class CaseTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Name,
        Against,
        Largest,
        Ulp,
        ColumnCount
    };

    CaseTableModel(const SuiteDocument *suite, const SuiteRunner *runner,
                   QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

    void setFilter(const QString &text);
    void setGrouped(bool grouped);
    [[nodiscard]] bool isGrouped() const { return m_isGrouped; }

    /// Position in the suite of a row's case; −1 for the row of a file.
    [[nodiscard]] int caseAt(int row) const;
    /// −1 where the filter leaves it out.
    [[nodiscard]] int rowOf(int caseIndex) const;
    [[nodiscard]] int shownCases() const { return m_shown; }
    /// The next row whose case failed, going round; −1 where none has.
    [[nodiscard]] int nextFailed(int row, int step) const;

    /// The suite has changed.
    void refresh();
    /// Outcomes alone have.
    void refreshOutcomes();

private:
    struct Row
    {
        /// −1: of a file.
        int test = -1;
        std::string file;
    };
    [[nodiscard]] const SuiteCase &at(int test) const;
    [[nodiscard]] const CaseOutcome *outcome(int test) const;
    [[nodiscard]] QVariant text(const Row &row, int column) const;
    [[nodiscard]] bool isBefore(int a, int b) const;
    void rebuild();

    const SuiteDocument *m_suite;
    const SuiteRunner *m_runner;
    std::vector<Row> m_rows;
    QString m_filter;
    bool m_isGrouped = false;
    int m_sortColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    int m_shown = 0;
};

/// Units in the last place, a dash where they are beyond meaning.
[[nodiscard]] QString ulpText(double ulp);
/// What a case is held against, in a word or two: "stored", "shape", "refusal", "linear" …
[[nodiscard]] QString againstText(const TestCase &test);

} // namespace convscope
