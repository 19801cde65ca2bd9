// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/html_report.h"

#include "testing/failure_section.h"
#include "testing/markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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
section { border-top: 1px solid var(--line); padding-bottom: 1rem; }
.row { display: flex; flex-wrap: wrap; gap: 1.2rem; align-items: flex-start; }
figure { margin: 0; } figcaption, caption { text-align: left; font-weight: 600; font-size: .9em; }
.map { position: relative; display: inline-block; line-height: 0; }
.map img { max-width: 100%; image-rendering: pixelated; }
.map > i { position: absolute; box-sizing: border-box; border: 2px solid #000; outline: 1.5px solid #fff; }
table.cells, table.facts { width: auto; font-variant-numeric: tabular-nums; font-size: .85em; }
table.cells td { text-align: right; } table.cells td.worst { outline: 2px solid currentColor; font-weight: 600; }
table.facts th { font-weight: 400; color: var(--dim); }
.scale { color: var(--dim); font-size: .85em; }
.finding { border-left: 4px solid #8a5300; padding: .3rem .6rem; background: #8a530018; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85em; } pre.command::before { content: "$ "; color: var(--dim); }
</style>
</head>
<body>
)";

std::string shortNumber(double value)
{
    return fmt::format("{:.3g}", value);
}

/// How much of the allowed error was used, as a bar with its number for screen readers.
std::string shareBar(const CaseResult &result)
{
    if (!result.maxError || !result.allowed || !(*result.allowed > 0))
        return {};
    const double share = *result.maxError / *result.allowed * 100;
    const double width = std::isfinite(share) ? std::clamp(share, 0.0, 100.0) : 100;
    const std::string said =
        std::isfinite(share) ? shortNumber(share) + " % of the allowed error" : "beyond all";
    return fmt::format("<span class=\"bar\" role=\"img\" aria-label=\"{0}\" title=\"{0}\"><i "
                       "style=\"width:{1}%\"></i></span>",
                       said, shortNumber(width));
}

std::string row(const CaseResult &result)
{
    const auto optional = [](const std::optional<double> &value) {
        return value ? shortNumber(*value) : std::string();
    };
    std::string said;
    if (!result.message.isEmpty())
        said = fmt::format("<div class=\"message\">{}</div>", escapedMarkup(result.message.text()));
    for (const Finding &finding : result.findings)
        said += fmt::format("<div class=\"message\"><b>{}</b> {}</div>", finding.kind,
                            escapedMarkup(finding.message.text()));
    return fmt::format("<tr><td class=\"{0}\">{0}</td><td>{1}{2}</td><td class=\"number\">{3}</td>"
                       "<td class=\"number\">{4}</td><td class=\"{0}\">{5}</td>"
                       "<td class=\"number\">{6}</td></tr>\n",
                       toString(result.status), escapedMarkup(result.name), said,
                       optional(result.maxError), optional(result.allowed), shareBar(result),
                       shortNumber(result.milliseconds));
}

std::string unreadFiles(const TestReport &report)
{
    if (report.errors.empty())
        return {};
    std::string text = "<h2>Not read</h2>\n<ul>\n";
    for (const UnreadFile &unread : report.errors)
        text += fmt::format("<li class=\"failed\">{}</li>\n", escapedMarkup(unread.error.message));
    return text + "</ul>\n";
}

std::string tables(const TestReport &report)
{
    std::vector<const CaseResult *> ordered;
    for (const CaseResult &result : report.cases)
        ordered.push_back(&result);
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto *a, const auto *b) {
        const bool aFailed = a->status == CaseStatus::Failed;
        const bool bFailed = b->status == CaseStatus::Failed;
        return aFailed != bFailed ? aFailed : a->file < b->file;
    });
    std::string text;
    std::string heading;
    for (const CaseResult *result : ordered) {
        const std::string wanted = result->status == CaseStatus::Failed ? "Failed" : result->file;
        if (wanted != heading) {
            if (!heading.empty())
                text += "</table>\n";
            heading = wanted;
            text += fmt::format("<h2>{}</h2>\n<table>\n<tr><th>Status</th><th>Case</th><th "
                                "class=\"number\">Largest error</th><th class=\"number\">Allowed"
                                "</th><th>Share</th><th class=\"number\">ms</th></tr>\n",
                                escapedMarkup(heading));
        }
        text += row(*result);
    }
    return heading.empty() ? text : text + "</table>\n";
}

} // namespace

void HtmlReport::addFailure(const CaseResult &result, const CaseDetail &detail)
{
    constexpr int kMostDrawn = 100;
    if (m_drawn == kMostDrawn) {
        ++m_left;
        return;
    }
    ++m_drawn;
    m_failures += failureSection(result, detail, m_options);
}

std::string HtmlReport::page(const TestReport &report) const
{
    std::string page(kHead);
    page += fmt::format(
        "<h1>ConvScope test report</h1>\n<p><span class=\"passed\">{} passed</span>, "
        "<span class=\"{}\">{} failed</span>, <span class=\"skipped\">{} skipped</span> in {} "
        "s</p>\n",
        report.passed, report.failed > 0 ? "failed" : "skipped", report.failed, report.skipped,
        shortNumber(report.milliseconds / 1000));
    page += unreadFiles(report) + tables(report);
    if (!m_failures.empty())
        page += "<h2>The failures</h2>\n" + m_failures;
    if (m_left > 0)
        page += fmt::format("<p>{} more failures are drawn by a run with --filter.</p>\n", m_left);
    return page + "</body>\n</html>\n";
}

} // namespace convscope
