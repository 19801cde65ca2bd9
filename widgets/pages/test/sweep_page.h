// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "jobs/background_jobs.h"
#include "pages/test/setting_maps.h"
#include "sweep/sweep.h"
#include "testing/test_case.h"

#include <QWidget>

#include <array>

class QComboBox;
class QPushButton;
class QScrollArea;

namespace convscope {

class CommandButton;
class SegmentedTabs;
class SettingStrips;
class SettingView;
class SweepChip;
class SweepTable;
class TokenLabel;

/// The selected layer under many settings of up to three arguments, within the Test page. A click
/// gives the stack a setting; the table stays, and marks which setting the stack has now.
class SweepPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostAxes = 3;
    /// More settings than these, or more seconds, are computed only when somebody says so.
    static constexpr std::int64_t kMostUnasked = 200;
    static constexpr double kMostSeconds = 5;

    explicit SweepPage(const PageContext &context, QWidget *parent = nullptr);

    /// Takes the selected layer with arguments that suit it, and runs.
    void begin();
    void setActive(bool active);
    [[nodiscard]] bool isSettled() const
    {
        return !m_jobs.isBusy() && !m_looks.isBusy() && !m_keeping.isBusy();
    }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] SweepTable *table() const { return m_table; }
    [[nodiscard]] const SettingMaps &maps() const { return m_maps; }
    /// Argument and values of line `axis`; an empty argument leaves it out.
    void setAxis(std::size_t axis, const QString &argument, const QString &values);
    /// The argument of line `axis` makes the columns.
    void setColumns(std::size_t axis);
    /// Lines `a` and `b` change places, and with them the order of the rows.
    void swapAxes(std::size_t a, std::size_t b);
    void showMaps(bool maps);
    /// Plans all settings and computes them, unless there are too many; goOn() computes those
    /// then.
    void run();
    /// What has not been computed, however long it takes.
    void goOn();
    /// What is done is kept.
    void stop();
    /// The question that stands; empty: none.
    [[nodiscard]] QString question() const;
    /// How many seconds are begun without being asked for.
    void setMostSeconds(double seconds) { m_mostSeconds = seconds; }
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
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr int kPaneWidth = 320;

    QWidget *makeHeader();
    QWidget *makeAxes();
    QWidget *makePane();
    QWidget *makeQuestion();
    QWidget *makeFoot();
    void fillArguments();
    void suggestValues(std::size_t axis);
    void updateChips();
    void dropChip(std::size_t axis, const QPoint &global);
    [[nodiscard]] std::size_t chipAt(const QPoint &global) const;
    /// Position among the axes that are used of line `line`; nothing where it is not.
    [[nodiscard]] std::optional<std::size_t> axisOf(std::size_t line) const;
    [[nodiscard]] Result<Sweep> sweepOfLines() const;
    void compute(bool isAllowed);
    void ask(const QString &question);
    void take(std::int64_t index, const SweepCell &cell);
    void followStack();
    void showSetting(std::int64_t index);
    void showFacts(const SweepCell &cell, const QStringList &arithmetic);
    void updateSummary();
    void saveCsv();

    PageContext m_context;
    bool m_isActive = false;
    int m_layer = -1;
    std::string m_layerName;
    Sweep m_sweep;
    /// The stack as it was when the sweep began, and with each of the first settings.
    Model m_origin;
    std::vector<std::optional<Model>> m_settings;
    bool m_isStale = false;
    bool m_isRunning = false;
    double m_mostSeconds = kMostSeconds;
    /// Which line makes the columns.
    std::size_t m_columnsLine = 1;
    SettingMaps m_maps;
    std::array<SweepChip *, kMostAxes> m_chips{};
    CommandButton *m_addArgument = nullptr;
    QComboBox *m_against = nullptr;
    SegmentedTabs *m_views = nullptr;
    TokenLabel *m_title = nullptr;
    TokenLabel *m_problem = nullptr;
    CommandButton *m_run = nullptr;
    CommandButton *m_stop = nullptr;
    CommandButton *m_goOn = nullptr;
    SweepTable *m_table = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_questionBar = nullptr;
    TokenLabel *m_question = nullptr;
    TokenLabel *m_summary = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_open = nullptr;
    QWidget *m_pane = nullptr;
    TokenLabel *m_pointed = nullptr;
    SettingView *m_view = nullptr;
    TokenLabel *m_facts = nullptr;
    SettingStrips *m_strips = nullptr;
    BackgroundJobs m_looks;
    BackgroundJobs m_keeping;
    BackgroundJobs m_jobs;
};

} // namespace convscope
