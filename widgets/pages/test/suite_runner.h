// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jobs/background_jobs.h"
#include "pages/test/case_look.h"
#include "pages/test/suite_document.h"
#include "testing/runner.h"

#include <QObject>

#include <optional>
#include <unordered_map>

namespace convscope {

/// How a case stands in the table.
struct CaseOutcome
{
    CaseResult result;
    /// See TensorDifference::ulp.
    std::optional<double> ulp;
    /// It ran with the arguments of the stack as it stands.
    bool isLive = false;
};

/// A case as it is to be run: what the suite holds, or the same with the layer of the stack in the
/// place of its own.
struct CaseToRun
{
    SuiteCase test;
    SuiteCase instead;

    [[nodiscard]] const TestCase &effective() const { return instead ? *instead : *test; }
};

/// Runs cases off the GUI thread and keeps how they ended, by the identity of the case. One list of
/// cases runs at a time, beside it one case that is looked at.
class SuiteRunner : public QObject
{
    Q_OBJECT

public:
    explicit SuiteRunner(QObject *parent = nullptr);

    /// Null: it has not run.
    [[nodiscard]] const CaseOutcome *outcome(const SuiteCase &test) const;
    void forgetAll();

    /// Runs these cases; what still runs is stopped first. `oracle` empty: what they state.
    void run(std::vector<CaseToRun> cases, const std::string &oracle);
    /// Runs one case with everything kept of it, drawn: looked() follows, and then opined() where
    /// the case is asked nothing but what it states. The latest wins.
    void look(const CaseToRun &test, RunnerOptions options, bool isDark);
    void stop();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] bool isLooking() const { return m_looks.isBusy(); }
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int all() const { return m_all; }

Q_SIGNALS:
    /// Some cases have ended; told at most once a frame or two.
    void progressed();
    void finished();
    void looked(std::shared_ptr<const convscope::CaseLook> look);
    /// What every oracle says of the case that was looked at.
    void opined(const std::vector<convscope::CaseCheck> &opinions);

private:
    struct Ended
    {
        SuiteCase test;
        CaseOutcome outcome;
    };
    void take(std::vector<Ended> ended);

    std::unordered_map<const TestCase *, CaseOutcome> m_outcomes;
    /// Keeps the keys of the map alive.
    std::unordered_map<const TestCase *, SuiteCase> m_tests;
    bool m_isRunning = false;
    int m_done = 0;
    int m_all = 0;
    BackgroundJobs m_looks;
    BackgroundJobs m_jobs;
};

} // namespace convscope
