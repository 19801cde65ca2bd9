// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/test/case_table_model.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace convscope {

class ResultBar;
class SearchField;
class TokenLabel;

/// The cases of the suite as a table, with how the run stands above it and what makes cases below.
class CaseList : public QWidget
{
    Q_OBJECT

public:
    CaseList(const SuiteDocument *suite, const SuiteRunner *runner, QWidget *parent = nullptr);

    [[nodiscard]] CaseTableModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] SearchField *filter() const { return m_filter; }
    [[nodiscard]] QString summary() const;
    /// Position of the chosen case in the suite; −1: none.
    [[nodiscard]] int current() const;
    void choose(int caseIndex);
    /// To the next case that failed, or the one before; false where none has.
    bool goToFailed(int step);
    /// To the first in the order shown that failed; stays where none has.
    void goToFirstFailed();

    /// The cases are others.
    void refresh();
    /// They stand otherwise.
    void refreshOutcomes();

Q_SIGNALS:
    void runAllRequested();
    void openRequested();
    void saveLayerRequested();
    void sweepRequested();
    /// Another case is chosen, −1: none.
    void chosen(int caseIndex);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeFoot();
    void updateSummary();

    const SuiteDocument *m_suite;
    const SuiteRunner *m_runner;
    CaseTableModel *m_model;
    SearchField *m_filter;
    ResultBar *m_bar;
    TokenLabel *m_summary;
    QTableView *m_table;
    QPushButton *m_runAll;
    QPushButton *m_open;
    TokenLabel *m_empty;
    bool m_isRefreshing = false;
};

} // namespace convscope
