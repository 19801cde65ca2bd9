// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/report.h"

#include "testing/markup.h"

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>

namespace convscope {

namespace {

Json number(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? Json(*value) : Json();
}

std::string seconds(double milliseconds)
{
    return fmt::format("{:.6f}", milliseconds / 1000);
}

/// The sentence with the config at fault and what was found out.
std::string fullMessage(const CaseResult &result)
{
    std::string text = result.message.text();
    if (!result.config.empty())
        text += ". The case: " + result.config;
    return text;
}

/// Where the document is written.
struct Text : pugi::xml_writer
{
    void write(const void *data, std::size_t size) override
    {
        content.append(static_cast<const char *>(data), size);
    }
    std::string content;
};

void setAttribute(pugi::xml_node &node, const char *name, const std::string &value)
{
    node.append_attribute(name).set_value(withoutControls(value).c_str());
}

void appendCase(pugi::xml_node &suite, const CaseResult &result)
{
    pugi::xml_node node = suite.append_child("testcase");
    setAttribute(node, "classname", result.file);
    setAttribute(node, "name", result.name);
    setAttribute(node, "time", seconds(result.milliseconds));
    switch (result.status) {
    case CaseStatus::Passed:
        break;
    case CaseStatus::Skipped: {
        pugi::xml_node skipped = node.append_child("skipped");
        setAttribute(skipped, "message", result.message.text());
        break;
    }
    case CaseStatus::Failed: {
        pugi::xml_node failure = node.append_child("failure");
        setAttribute(failure, "message", result.message.text());
        std::string text = fullMessage(result);
        for (const Finding &finding : result.findings)
            text += '\n' + finding.kind + ": " + finding.message.text();
        failure.text().set(withoutControls(text).c_str());
        break;
    }
    }
}

struct Suite
{
    std::vector<const CaseResult *> cases;
    int failed = 0;
    int skipped = 0;
    double milliseconds = 0;
};

std::map<std::string, Suite> suitesOf(const TestReport &report)
{
    std::map<std::string, Suite> suites;
    for (const CaseResult &result : report.cases) {
        Suite &suite = suites[result.file];
        suite.cases.push_back(&result);
        suite.failed += result.status == CaseStatus::Failed ? 1 : 0;
        suite.skipped += result.status == CaseStatus::Skipped ? 1 : 0;
        suite.milliseconds += result.milliseconds;
    }
    return suites;
}

} // namespace

Json reportJson(const TestReport &report)
{
    Json json = Json::object();
    json["passed"] = report.passed;
    json["failed"] = report.failed;
    json["skipped"] = report.skipped;
    Json errors = Json::array();
    for (const UnreadFile &unread : report.errors)
        errors.push_back({{"file", unread.file}, {"message", unread.error.message}});
    json["errors"] = std::move(errors);
    Json cases = Json::array();
    for (const CaseResult &result : report.cases) {
        Json one = Json::object();
        one["file"] = result.file;
        one["name"] = result.name;
        one["status"] = toString(result.status);
        one["max_error"] = number(result.maxError);
        one["allowed"] = number(result.allowed);
        one["worst_index"] = result.worstIndex.empty() ? Json() : Json(result.worstIndex);
        one["message"] = fullMessage(result);
        Json findings = Json::array();
        for (const Finding &finding : result.findings)
            findings.push_back({{"kind", finding.kind}, {"message", finding.message.text()}});
        one["findings"] = std::move(findings);
        one["ms"] = result.milliseconds;
        cases.push_back(std::move(one));
    }
    json["cases"] = std::move(cases);
    return json;
}

std::string caseLine(const CaseResult &result)
{
    if (result.message.isEmpty())
        return {};
    std::string line =
        fmt::format("{}  {}: {}", toString(result.status), result.name, result.message.text());
    for (const Finding &finding : result.findings)
        line += fmt::format("\n        {}: {}", finding.kind, finding.message.text());
    return line;
}

std::string summaryLine(const TestReport &report)
{
    return fmt::format("{} passed, {} failed", report.passed, report.failed);
}

std::string junitXml(const TestReport &report)
{
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    setAttribute(declaration, "version", "1.0");
    setAttribute(declaration, "encoding", "UTF-8");
    pugi::xml_node all = document.append_child("testsuites");
    setAttribute(all, "tests", std::to_string(report.cases.size()));
    setAttribute(all, "failures", std::to_string(report.failed));
    setAttribute(all, "errors", std::to_string(report.errors.size()));
    setAttribute(all, "skipped", std::to_string(report.skipped));
    setAttribute(all, "time", seconds(report.milliseconds));
    for (const auto &[file, suite] : suitesOf(report)) {
        pugi::xml_node node = all.append_child("testsuite");
        setAttribute(node, "name", file);
        setAttribute(node, "tests", std::to_string(suite.cases.size()));
        setAttribute(node, "failures", std::to_string(suite.failed));
        setAttribute(node, "errors", "0");
        setAttribute(node, "skipped", std::to_string(suite.skipped));
        setAttribute(node, "time", seconds(suite.milliseconds));
        for (const CaseResult *result : suite.cases)
            appendCase(node, *result);
    }
    for (const UnreadFile &unread : report.errors) {
        pugi::xml_node node = all.append_child("testsuite");
        setAttribute(node, "name", unread.file);
        setAttribute(node, "tests", "1");
        setAttribute(node, "failures", "0");
        setAttribute(node, "errors", "1");
        pugi::xml_node one = node.append_child("testcase");
        setAttribute(one, "classname", unread.file);
        setAttribute(one, "name", "reading");
        pugi::xml_node error = one.append_child("error");
        setAttribute(error, "message", unread.error.message);
    }
    Text text;
    document.save(text, "  ", pugi::format_indent, pugi::encoding_utf8);
    return std::move(text.content);
}

} // namespace convscope
