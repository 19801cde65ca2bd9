// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "test_command.h"

#include "kernel_name.h"
#include "output_files.h"
#include "printable.h"
#include "progress_line.h"
#include "tensor/file_bytes.h"
#include "testing/file_oracle.h"
#include "testing/html_report.h"
#include "testing/property_checks.h"
#include "testing/report.h"
#include "testing/runner.h"
#include "tolerance_argument.h"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace convscope {

namespace {

Result<void> writeText(const std::string &path, const std::string &text)
{
    return replaceFile(path, {reinterpret_cast<const unsigned char *>(text.data()), text.size()});
}

/// Where to write a report; empty where none is asked for.
Result<std::string> placeOf(const std::string &option, const std::string &path,
                            OutputFiles &outputs)
{
    return path.empty() ? Result<std::string>() : outputs.add(option, path);
}

/// The oracle of a name, or the one that reads a file.
Result<Oracle> oracleNamed(const std::string &name)
{
    if (const Oracle *found = findOracle(name))
        return *found;
    if (name.ends_with(".npy") || name.ends_with(".npz"))
        return fileOracle(name);
    std::string known;
    for (const Oracle &oracle : oracles())
        known += oracle.name + ", ";
    return fail(
        "usage", "--oracle", '"' + name + '"',
        words("--oracle takes {known}FILE.npy or FILE.npz. Received {received}", known, name));
}

/// A line each, and only what a terminal may be given. At once: an interrupted run has said what it
/// found out.
void printCase(const CaseResult &result)
{
    const std::string text = caseLine(result);
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        std::puts(printable(text.substr(from, end - from)).c_str());
        from = end + 1;
    }
}

void printTotals(const TestReport &report)
{
    for (const UnreadFile &unread : report.errors)
        std::fprintf(stderr, "convscope: %s\n", printable(unread.error.message).c_str());
    if (report.skipped > 0)
        std::printf("%d skipped\n", report.skipped);
    std::puts(summaryLine(report).c_str());
}

/// Why no case was run.
Words nothingRun(const std::string &filter)
{
    return filter.empty()
               ? words("No case was run: there is none in what was given.")
               : words("No case was run: none has a name that contains \"{filter}\".", filter);
}

/// Of a run that shows nothing: who reads "0 failed" alone would take it for a success.
void saySilence(const TestReport &report, const std::string &filter)
{
    if (report.cancelled)
        return;
    Words said;
    if (report.cases.empty())
        said = nothingRun(filter);
    else if (report.skipped == static_cast<int>(report.cases.size()))
        said = words("Every case was skipped: nothing has been compared.");
    if (!said.isEmpty())
        std::fprintf(stderr, "convscope: %s\n", printable(said.text()).c_str());
}

int statusOf(const TestReport &report)
{
    if (report.cancelled)
        return 130;
    if (!report.errors.empty())
        return 2;
    return report.failed > 0 ? 1 : 0;
}

} // namespace

std::string TestCommand::description() const
{
    return "Hold layers and models against stored outputs, second opinions and properties";
}

void TestCommand::declare(CLI::App &options)
{
    options.add_option("PATH", m_paths, "Files of cases (.npz), or folders of them")->required();
    std::string known;
    for (const Oracle &oracle : oracles())
        known += oracle.name + '|';
    options
        .add_option("--oracle", m_oracle,
                    "Who computes what is expected, instead of the stored outputs; cases of which "
                    "it says nothing are skipped, with the reason. Cases that expect a refusal "
                    "are held against it as ever")
        ->type_name(known + "FILE.npy|FILE.npz");
    std::string names;
    for (const Property &property : properties())
        names += std::string(property.name) + '|';
    options
        .add_option("--property", m_property,
                    "What must be true of every layer whatever its weights, in place of what is "
                    "stored; the smallest input that breaks it is shown. Cases that expect a "
                    "refusal are held against it as ever")
        ->type_name(names + "all");
    options.add_option("--tolerance", m_tolerance, "In place of the cases' own")
        ->type_name("ABS,REL");
    options.add_option("--filter", m_filter, "Only cases whose name contains this")
        ->type_name("TEXT");
    addKernelOption(options, m_kernel, "\"reference\", or the one kernel to use");
    options.add_option("--junit", m_junit, "Write the outcome as JUnit XML")->type_name("FILE");
    options.add_option("--html", m_html, "Write the outcome as one HTML page")->type_name("FILE");
}

Result<int> TestCommand::run(CommandContext &context)
{
    RunnerOptions options;
    options.filter = m_filter;
    options.kernel = m_kernel;
    options.stop = context.stop;
    std::optional<Oracle> oracle;
    if (!m_oracle.empty()) {
        auto named = oracleNamed(m_oracle);
        if (!named)
            return fail(named.error());
        options.oracle = &oracle.emplace(std::move(*named));
    }
    if (!m_property.empty()) {
        auto named = propertiesNamed(m_property);
        if (!named)
            return fail(named.error());
        options.properties = std::move(*named);
    }
    if (!m_tolerance.empty()) {
        const auto tolerance = parseTolerance(m_tolerance);
        if (!tolerance)
            return fail(tolerance.error());
        options.tolerance = *tolerance;
    }
    context.outputs.keep(m_paths);
    if (oracle && findOracle(m_oracle) == nullptr)
        context.outputs.keep(std::vector<std::string>{m_oracle});
    const auto junit = placeOf("--junit", m_junit, context.outputs);
    if (!junit)
        return fail(junit.error());
    const auto html = placeOf("--html", m_html, context.outputs);
    if (!html)
        return fail(html.error());
    HtmlReport page(repeatedOptions());
    if (!html->empty())
        options.onFailure = [&](const CaseResult &result, const CaseDetail &detail) {
            page.addFailure(result, detail);
        };
    ProgressLine progress;
    options.onCase = [&](const CaseResult &result, std::size_t done, std::size_t all) {
        if (!context.json && !result.message.isEmpty()) {
            progress.clear();
            printCase(result);
            std::fflush(stdout);
        }
        progress.show(static_cast<int>(done), static_cast<int>(all), result.name);
    };
    const TestReport report = runTests(m_paths, options);
    progress.clear();
    // Nothing could be read at all: a wrong usage like any other.
    if (report.cases.empty() && report.errors.size() == 1 && m_paths.size() == 1 &&
        !report.cancelled)
        return fail(report.errors.front().error);
    if (report.cases.empty() && report.errors.empty() && !report.cancelled)
        return fail("input", m_filter.empty() ? "PATH" : "--filter", '"' + m_filter + '"',
                    nothingRun(m_filter));
    // What an interrupted run leaves is what it prints.
    if (!report.cancelled) {
        if (auto written = junit->empty() ? Result<void>() : writeText(*junit, junitXml(report));
            !written)
            return fail(written.error());
        if (auto written = html->empty() ? Result<void>() : writeText(*html, page.page(report));
            !written)
            return fail(written.error());
        if (auto committed = context.outputs.commit(); !committed)
            return fail(committed.error());
    }
    saySilence(report, m_filter);
    if (context.json)
        writeJson(reportJson(report));
    else
        printTotals(report);
    return statusOf(report);
}

std::string TestCommand::repeatedOptions() const
{
    std::string text;
    for (const auto &[name, value] :
         {std::pair("--oracle", &m_oracle), std::pair("--property", &m_property),
          std::pair("--tolerance", &m_tolerance), std::pair("--kernel", &m_kernel)}) {
        if (!value->empty())
            text += std::string(" ") + name + ' ' + *value;
    }
    return text;
}

} // namespace convscope
