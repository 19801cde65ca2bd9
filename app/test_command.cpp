// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "test_command.h"

#include "base/concat.h"
#include "kernel_name.h"
#include "output_files.h"
#include "printable.h"
#include "progress_line.h"
#include "tensor/file_bytes.h"
#include "testing/report.h"

#include <charconv>
#include <cmath>
#include <cstdio>

namespace convscope {

namespace {

/// "1e-6,1e-5" → absolute 1e-6, relative 1e-5.
Result<Tolerance> parseTolerance(const std::string &text)
{
    const auto number = [](const char *first, const char *last, double &value) {
        const auto read = std::from_chars(first, last, value);
        return read.ec == std::errc{} && read.ptr == last && std::isfinite(value) && value >= 0;
    };
    Tolerance tolerance;
    const auto comma = text.find(',');
    const char *data = text.data();
    if (comma == std::string::npos || !number(data, data + comma, tolerance.absolute) ||
        !number(data + comma + 1, data + text.size(), tolerance.relative))
        return fail("usage", "--tolerance", '"' + text + '"',
                    concat("--tolerance takes two numbers of at least 0, ABS,REL, e.g. 1e-6,1e-5. "
                           "Received ",
                           text));
    return tolerance;
}

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

void printReport(const TestReport &report)
{
    for (const CaseResult &result : report.cases) {
        if (const std::string line = caseLine(result); !line.empty())
            std::puts(printable(line).c_str());
    }
    if (report.skipped > 0)
        std::printf("%d skipped\n", report.skipped);
    std::puts(summaryLine(report).c_str());
}

} // namespace

std::string TestCommand::description() const
{
    return "Hold layers and models against stored outputs, the textbook kernels or OpenCV";
}

void TestCommand::declare(CLI::App &options)
{
    options.add_option("PATH", m_paths, "Files of cases (.npz), or folders of them")->required();
    options
        .add_option("--oracle", m_oracle,
                    "What to compare with instead of the stored outputs: the textbook kernels, or "
                    "OpenCV (Conv2D and DepthwiseConv2D; other cases are skipped)")
        ->type_name("reference|opencv")
        ->check(CLI::IsMember({"reference", "opencv"}));
    options.add_option("--tolerance", m_tolerance, "In place of the cases' own")
        ->type_name("ABS,REL");
    options.add_option("--filter", m_filter, "Only cases whose name contains this")
        ->type_name("TEXT");
    options.add_option("--kernel", m_kernel, "\"reference\", or the one kernel to use")
        ->type_name("NAME");
    options.add_option("--junit", m_junit, "Write the outcome as JUnit XML")->type_name("FILE");
    options.add_option("--html", m_html, "Write the outcome as one HTML page")->type_name("FILE");
}

Result<int> TestCommand::run(CommandContext &context)
{
    RunnerOptions options;
    options.filter = m_filter;
    options.kernel = kernelName(m_kernel);
    options.stop = context.stop;
    if (!m_oracle.empty())
        options.oracle = m_oracle == "opencv" ? Oracle::OpenCv : Oracle::Reference;
    if (!m_tolerance.empty()) {
        const auto tolerance = parseTolerance(m_tolerance);
        if (!tolerance)
            return fail(tolerance.error());
        options.tolerance = *tolerance;
    }
    context.outputs.keep(m_paths);
    const auto junit = placeOf("--junit", m_junit, context.outputs);
    if (!junit)
        return fail(junit.error());
    const auto html = placeOf("--html", m_html, context.outputs);
    if (!html)
        return fail(html.error());
    ProgressLine progress;
    options.onCase = [&](const CaseResult &result, int file, int files) {
        progress.show(file, files, result.name);
    };
    const auto report = runTests(m_paths, options);
    progress.clear();
    if (!report)
        return fail(report.error());
    if (report->cancelled)
        return fail("cancelled", {}, {}, "The tests were interrupted.");
    if (report->cases.empty())
        return fail("input", "--filter", '"' + m_filter + '"',
                    concat("No case was run: none has a name that contains \"", m_filter, "\"."));
    for (const auto &[path, text] : {std::pair(*junit, &junitXml), std::pair(*html, &htmlPage)}) {
        if (path.empty())
            continue;
        if (auto written = writeText(path, text(*report)); !written)
            return fail(written.error());
    }
    if (auto committed = context.outputs.commit(); !committed)
        return fail(committed.error());
    if (context.json)
        writeJson(reportJson(*report));
    else
        printReport(*report);
    return report->failed > 0 ? 1 : 0;
}

} // namespace convscope
