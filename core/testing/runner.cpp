// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/runner.h"

#include "keras/json_text.h"
#include "testing/case_checks.h"
#include "testing/case_inputs.h"

#include <nlohmann/json.hpp>

#include <chrono>

namespace convscope {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::string configOf(const TestCase &test)
{
    constexpr std::size_t kMost = 2000;
    std::string text = jsonText(*test.entry.json);
    if (text.size() > kMost)
        text = text.substr(0, kMost) + "…";
    return text;
}

CaseResult runWith(const TestCase &test, const RunnerOptions &options, CaseInputs &inputs,
                   CaseDetail &detail)
{
    const auto start = Clock::now();
    CaseResult result;
    result.file = test.file;
    result.name = test.name();
    const bool isAsked = options.oracle != nullptr || !options.properties.empty();
    detail.stages = runStages(test, {options.stop, options.kernel, inputs, isAsked});
    checkCase(test, options, result, detail);
    if (result.status == CaseStatus::Failed)
        result.config = configOf(test);
    result.milliseconds = millisecondsSince(start);
    return result;
}

/// The cases of one file that are to run.
struct Chosen
{
    std::string path;
    std::vector<std::size_t> cases;
    /// Open since it was looked into; empty: to be opened again.
    std::optional<CaseFile> file;
};

/// So many files stay open until their cases run; a system gives a thousand.
constexpr std::size_t kMostOpen = 64;

class SuiteRun
{
public:
    SuiteRun(std::span<const std::string> paths, const RunnerOptions &options) : m_options(options)
    {
        FoundFiles found = findCaseFiles(paths);
        m_report.errors = std::move(found.errors);
        for (std::string &path : found.files)
            choose(std::move(path));
    }

    TestReport run()
    {
        const auto start = Clock::now();
        for (Chosen &chosen : m_chosen) {
            if (!m_report.cancelled)
                run(chosen);
            chosen.file.reset();
        }
        m_report.milliseconds = millisecondsSince(start);
        return std::move(m_report);
    }

private:
    /// Tables of contents alone are read: how many cases there are is known before the first runs.
    void choose(std::string path)
    {
        auto file = CaseFile::open(path);
        if (!file) {
            m_report.errors.push_back({std::move(path), file.error()});
            return;
        }
        Chosen chosen{std::move(path), {}, {}};
        for (std::size_t i = 0; i < file->names().size(); ++i) {
            if (file->names()[i].find(m_options.filter) != std::string::npos)
                chosen.cases.push_back(i);
        }
        m_all += chosen.cases.size();
        if (chosen.cases.empty())
            return;
        if (m_chosen.size() < kMostOpen)
            chosen.file = std::move(*file);
        m_chosen.push_back(std::move(chosen));
    }

    void run(Chosen &chosen)
    {
        if (!chosen.file) {
            auto opened = CaseFile::open(chosen.path);
            if (!opened) {
                m_report.errors.push_back({chosen.path, opened.error()});
                return;
            }
            chosen.file = std::move(*opened);
        }
        const CaseFile &file = *chosen.file;
        for (const std::size_t index : chosen.cases) {
            m_report.cancelled = m_options.stop.stop_requested();
            if (m_report.cancelled)
                return;
            ++m_done;
            const auto test = file.read(index);
            if (!test)
                m_report.errors.push_back({chosen.path, test.error()});
            else
                runOne(*test);
        }
    }

    void runOne(const TestCase &test)
    {
        CaseDetail detail;
        CaseResult result = runWith(test, m_options, m_inputs, detail);
        // What was stopped in its midst says nothing of the layer.
        m_report.cancelled = m_options.stop.stop_requested() && detail.stages.refused &&
                             detail.stages.refused->error.rule == "cancelled";
        if (m_report.cancelled)
            return;
        if (m_options.onFailure && result.status == CaseStatus::Failed)
            m_options.onFailure(result, detail);
        if (m_options.onCase)
            m_options.onCase(result, m_done, m_all);
        m_report.add(std::move(result));
    }

    const RunnerOptions &m_options;
    TestReport m_report;
    CaseInputs m_inputs;
    std::vector<Chosen> m_chosen;
    std::size_t m_all = 0;
    std::size_t m_done = 0;
};

} // namespace

CaseResult runCase(const TestCase &test, const RunnerOptions &options, CaseDetail *detail)
{
    CaseInputs inputs;
    CaseDetail own;
    return runWith(test, options, inputs, detail != nullptr ? *detail : own);
}

TestReport runTests(std::span<const std::string> paths, const RunnerOptions &options)
{
    return SuiteRun(paths, options).run();
}

} // namespace convscope
