// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/report.h"

#include "base/concat.h"
#include "testing/markup.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <iomanip>
#include <map>

namespace convscope {

namespace {

Json number(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? Json(*value) : Json();
}

std::string seconds(double milliseconds)
{
    std::ostringstream out;
    out << std::fixed << std::setprecision(6) << milliseconds / 1000;
    return std::move(out).str();
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
    Json cases = Json::array();
    for (const CaseResult &result : report.cases) {
        Json one = Json::object();
        one["file"] = result.file;
        one["name"] = result.name;
        one["status"] = toString(result.status);
        one["max_error"] = number(result.maxError);
        one["allowed"] = number(result.allowed);
        one["worst_index"] = result.worstIndex.empty() ? Json() : Json(result.worstIndex);
        one["message"] = result.message;
        one["ms"] = result.milliseconds;
        cases.push_back(std::move(one));
    }
    json["cases"] = std::move(cases);
    return json;
}

std::string caseLine(const CaseResult &result)
{
    if (result.status == CaseStatus::Passed)
        return {};
    return concat(toString(result.status), "  ", result.name, ": ", result.message);
}

std::string summaryLine(const TestReport &report)
{
    return concat(report.passed, " passed, ", report.failed, " failed");
}

std::string junitXml(const TestReport &report)
{
    std::string xml = concat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"",
                             report.cases.size(), "\" failures=\"", report.failed, "\" skipped=\"",
                             report.skipped, "\" time=\"", seconds(report.milliseconds), "\">\n");
    for (const auto &[file, suite] : suitesOf(report)) {
        xml +=
            concat("  <testsuite name=\"", escapedMarkup(file), "\" tests=\"", suite.cases.size(),
                   "\" failures=\"", suite.failed, "\" errors=\"0\" skipped=\"", suite.skipped,
                   "\" time=\"", seconds(suite.milliseconds), "\">\n");
        for (const CaseResult *result : suite.cases) {
            xml += concat("    <testcase classname=\"", escapedMarkup(file), "\" name=\"",
                          escapedMarkup(result->name), "\" time=\"", seconds(result->milliseconds),
                          "\"");
            const std::string message = escapedMarkup(result->message);
            if (result->status == CaseStatus::Passed)
                xml += "/>\n";
            else if (result->status == CaseStatus::Skipped)
                xml += concat("><skipped message=\"", message, "\"/></testcase>\n");
            else
                xml += concat("><failure message=\"", message, "\">", message,
                              "</failure></testcase>\n");
        }
        xml += "  </testsuite>\n";
    }
    return xml + "</testsuites>\n";
}

} // namespace convscope
