// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "jobs/background_jobs.h"
#include "sweep/sweep.h"
#include "testing/test_case.h"

#include <QImage>
#include <QWidget>

#include <array>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace convscope {

class SweepTable;
class TokenLabel;

/// The selected layer under many settings of up to three arguments, within the Test page.
class SweepPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostAxes = 3;
    /// More settings than these start only when they are asked for.
    static constexpr std::int64_t kMostUnasked = 200;

    explicit SweepPage(const PageContext &context, QWidget *parent = nullptr);

    /// Takes the selected layer with arguments that suit it, and runs.
    void begin();
    void setActive(bool active) { m_isActive = active; }
    [[nodiscard]] bool isSettled() const { return !m_jobs.isBusy() && !m_looks.isBusy(); }
    [[nodiscard]] SweepTable *table() const { return m_table; }
    /// Argument and values of line `axis`; an empty argument leaves it out.
    void setAxis(std::size_t axis, const QString &argument, const QString &values);
    void run();
    /// The stack takes a setting, as one step of undo.
    void openSetting(std::int64_t index);
    /// The ticked settings as cases, or all that can be.
    void keepAsCases();
    [[nodiscard]] QString csv() const;
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void closeRequested();
    void casesMade(const std::vector<convscope::TestCase> &cases);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int kPaneWidth = 320;

    struct AxisLine
    {
        QComboBox *argument = nullptr;
        QLineEdit *values = nullptr;
    };
    QWidget *makeHeader();
    QWidget *makeAxes();
    QWidget *makePane();
    QWidget *makeFoot();
    void fillArguments();
    [[nodiscard]] Result<Sweep> sweepOfLines() const;
    [[nodiscard]] std::optional<std::int64_t> presentSetting(const Sweep &sweep) const;
    void take(std::int64_t index, const SweepCell &cell);
    void showSetting(std::int64_t index);
    void updateSummary();
    void saveCsv();

    PageContext m_context;
    bool m_isActive = false;
    int m_layer = -1;
    Sweep m_sweep;
    std::array<AxisLine, kMostAxes> m_lines;
    QComboBox *m_against = nullptr;
    TokenLabel *m_title = nullptr;
    TokenLabel *m_problem = nullptr;
    QPushButton *m_run = nullptr;
    SweepTable *m_table = nullptr;
    TokenLabel *m_summary = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_open = nullptr;
    QWidget *m_pane = nullptr;
    TokenLabel *m_pointed = nullptr;
    QLabel *m_map = nullptr;
    TokenLabel *m_facts = nullptr;
    BackgroundJobs m_looks;
    BackgroundJobs m_jobs;
};

} // namespace convscope
