// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/report.h"

#include "base/concat.h"
#include "testing/markup.h"

#include <algorithm>
#include <cmath>
#include <iomanip>

namespace convscope {

namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ConvScope test report</title>
<style>
:root { color-scheme: light dark; --line: #8884; --bad: #c4314b; --good: #2e7d4f; --dim: #767676; }
body { font: 15px/1.5 "Inter", system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.failed { color: var(--bad); font-weight: 600; } .passed { color: var(--good); } .skipped { color: var(--dim); }
.message { overflow-wrap: anywhere; font-size: .9em; }
.bar { display: inline-block; width: 5rem; height: .5rem; background: var(--line); }
.bar > i { display: block; height: 100%; background: currentColor; }
</style>
</head>
<body>
)";

std::string shortNumber(double value)
{
    std::ostringstream out;
    out << std::setprecision(3) << value;
    return std::move(out).str();
}

/// How much of the allowed error was used, as a bar with its number for screen readers.
std::string shareBar(const CaseResult &result)
{
    if (!result.maxError || !result.allowed || !(*result.allowed > 0))
        return {};
    const double share = *result.maxError / *result.allowed * 100;
    const double width = std::isfinite(share) ? std::clamp(share, 0.0, 100.0) : 100;
    const std::string words =
        std::isfinite(share) ? concat(shortNumber(share), " % of the allowed error") : "beyond all";
    return concat("<span class=\"bar\" role=\"img\" aria-label=\"", words, "\" title=\"", words,
                  "\"><i style=\"width:", shortNumber(width), "%\"></i></span>");
}

std::string row(const CaseResult &result)
{
    const auto optional = [](const std::optional<double> &value) {
        return value ? shortNumber(*value) : std::string();
    };
    const std::string status(toString(result.status));
    return concat(
        "<tr><td class=\"", status, "\">", status, "</td><td>", escapedMarkup(result.name),
        result.message.empty() ? "" : "<div class=\"message\">", escapedMarkup(result.message),
        result.message.empty() ? "" : "</div>", "</td><td class=\"number\">",
        optional(result.maxError), "</td><td class=\"number\">", optional(result.allowed),
        "</td><td class=\"", status, "\">", shareBar(result), "</td><td class=\"number\">",
        shortNumber(result.milliseconds), "</td></tr>\n");
}

} // namespace

std::string htmlPage(const TestReport &report)
{
    std::string page(kHead);
    page += concat("<h1>ConvScope test report</h1>\n<p><span class=\"passed\">", report.passed,
                   " passed</span>, <span class=\"", report.failed > 0 ? "failed" : "skipped",
                   "\">", report.failed, " failed</span>, <span class=\"skipped\">", report.skipped,
                   " skipped</span> in ", shortNumber(report.milliseconds / 1000), " s</p>\n");
    std::vector<const CaseResult *> ordered;
    for (const CaseResult &result : report.cases)
        ordered.push_back(&result);
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto *a, const auto *b) {
        const bool aFailed = a->status == CaseStatus::Failed;
        const bool bFailed = b->status == CaseStatus::Failed;
        return aFailed != bFailed ? aFailed : a->file < b->file;
    });
    std::string heading;
    for (const CaseResult *result : ordered) {
        const std::string wanted = result->status == CaseStatus::Failed ? "Failed" : result->file;
        if (wanted != heading) {
            if (!heading.empty())
                page += "</table>\n";
            heading = wanted;
            page += concat("<h2>", escapedMarkup(heading),
                           "</h2>\n<table>\n<tr><th>Status</th><th>Case</th><th "
                           "class=\"number\">Largest error</th><th class=\"number\">Allowed</th>"
                           "<th>Share</th><th class=\"number\">ms</th></tr>\n");
        }
        page += row(*result);
    }
    if (!heading.empty())
        page += "</table>\n";
    return page + "</body>\n</html>\n";
}

} // namespace convscope
