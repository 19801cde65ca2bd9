// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/suite_runner.h"

#include "run/background.h"
#include "testing/oracles.h"

#include <chrono>

namespace convscope {

namespace {

CaseOutcome outcomeOf(const CaseToRun &one, const RunnerOptions &options)
{
    CaseDetail detail;
    CaseOutcome outcome;
    outcome.result = runCase(one.effective(), options, &detail);
    outcome.isLive = one.instead != nullptr;
    if (const ComparedTensor *compared = detail.shown())
        outcome.ulp = differenceOf(*compared, DataFormat::ChannelsLast).ulp;
    return outcome;
}

/// One check for each oracle. They say nothing of cases without input, nor of those that are to be
/// refused.
std::vector<CaseCheck> opinionsOf(const TestCase &test, const BackgroundJobs::Job &job)
{
    std::vector<CaseCheck> opinions;
    if (test.error || (test.entry.inputs.empty() && test.inputSources.empty()))
        return opinions;
    for (const Oracle &oracle : oracles()) {
        RunnerOptions options;
        options.stop = job.token();
        options.oracle = &oracle;
        CaseResult result = runCase(test, options);
        if (job.isStopped())
            return {};
        opinions.push_back({verbatim(oracle.name), result.status, std::move(result.message)});
    }
    return opinions;
}

} // namespace

SuiteRunner::SuiteRunner(QObject *parent) : QObject(parent) {}

const CaseOutcome *SuiteRunner::outcome(const SuiteCase &test) const
{
    const auto found = m_outcomes.find(test.get());
    return found == m_outcomes.end() ? nullptr : &found->second;
}

void SuiteRunner::forgetAll()
{
    stop();
    m_outcomes.clear();
    m_tests.clear();
}

void SuiteRunner::run(std::vector<CaseToRun> cases, const std::string &oracle)
{
    m_jobs.stop();
    m_done = 0;
    m_all = static_cast<int>(cases.size());
    m_isRunning = m_all > 0;
    if (!m_isRunning)
        return;
    Q_EMIT progressed();
    m_jobs.start(
        [this, cases = std::move(cases), oracle](const BackgroundJobs::Job &job) {
            using Clock = std::chrono::steady_clock;
            computeInBackground();
            RunnerOptions options;
            options.stop = job.token();
            options.oracle = findOracle(oracle);
            std::vector<Ended> ended;
            auto told = Clock::now();
            for (const CaseToRun &one : cases) {
                CaseOutcome outcome = outcomeOf(one, options);
                if (job.isStopped())
                    break;
                ended.push_back({one.test, std::move(outcome)});
                constexpr std::chrono::milliseconds kFrames(30);
                if (Clock::now() - told < kFrames)
                    continue;
                job.tell([this, ended = std::move(ended)] { take(ended); });
                ended.clear();
                told = Clock::now();
            }
            return ended;
        },
        [this](Result<std::vector<Ended>> ended) {
            m_isRunning = false;
            if (ended)
                take(std::move(*ended));
            Q_EMIT finished();
        });
}

void SuiteRunner::take(std::vector<Ended> ended)
{
    for (Ended &one : ended) {
        m_tests.insert_or_assign(one.test.get(), one.test);
        m_outcomes.insert_or_assign(one.test.get(), std::move(one.outcome));
    }
    m_done += static_cast<int>(ended.size());
    Q_EMIT progressed();
}

void SuiteRunner::look(const CaseToRun &test, RunnerOptions options, bool isDark)
{
    m_looks.startLatest(
        [this, test, options = std::move(options), isDark](const BackgroundJobs::Job &job) mutable {
            computeInBackground();
            options.stop = job.token();
            CaseDetail detail;
            const CaseResult result = runCase(test.effective(), options, &detail);
            auto look = std::make_shared<const CaseLook>(lookAt(result, detail, isDark));
            job.tell([this, look = std::move(look)] { Q_EMIT looked(look); });
            const bool isAsked = options.oracle != nullptr || !options.properties.empty();
            return isAsked || job.isStopped() ? std::vector<CaseCheck>()
                                              : opinionsOf(test.effective(), job);
        },
        [this](const Result<std::vector<CaseCheck>> &opinions) {
            if (opinions)
                Q_EMIT opined(*opinions);
        });
}

void SuiteRunner::stop()
{
    m_jobs.stop();
    if (!m_isRunning)
        return;
    m_isRunning = false;
    Q_EMIT progressed();
    Q_EMIT finished();
}

} // namespace convscope
