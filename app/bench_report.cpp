// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "bench_report.h"

#include "kernels/parallel.h"
#include "kernels/simd/vector_target.h"
#include "text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace convscope {

namespace {

using nlohmann::ordered_json;
using Align = TextTable::Align;

double share(double value, double limit)
{
    return limit > 0 ? value / limit : 0.0;
}

double fmaShare(const BenchRow &row)
{
    return share(row.result.gflops, row.limits.fmaGflops);
}

double copyShare(const BenchRow &row)
{
    return share(row.result.gbs, row.limits.copyGbs);
}

bool computes(const BenchRow &row)
{
    return row.result.gflops > 0;
}

double firstCall(const BenchRow &row)
{
    return share(row.result.firstMs, row.result.ms);
}

std::string percent(double value)
{
    return fmt::format("{} %", std::lround(value * 100));
}

ordered_json problemOf(const BenchRow &row)
{
    const BenchResult &r = row.result;
    ordered_json declined = ordered_json::object();
    for (const auto &[kernel, reason] : r.declined)
        declined[kernel] = reason.text();
    const bool ran = r.ms > 0;
    const auto figure = [ran](double x) { return ran ? ordered_json(x) : ordered_json(); };
    return {{"suite", row.task->suite},
            {"problem", row.task->text},
            {"kernel", ran ? ordered_json(r.kernel) : ordered_json()},
            {"declined", declined},
            {"ms", figure(r.ms)},
            {"first_ms", figure(r.firstMs)},
            {"gflops", figure(r.gflops)},
            {"gbs", figure(r.gbs)},
            {"fma_share", figure(fmaShare(row))},
            {"copy_share", figure(copyShare(row))},
            {"scratch_bytes", r.scratchBytes}};
}

void printProblems(const std::vector<BenchRow> &rows)
{
    TextTable table({{"suite"},
                     {"problem"},
                     {"kernel"},
                     {"ms", Align::Right},
                     {"first", Align::Right},
                     {"GFLOP/s", Align::Right},
                     {"of peak", Align::Right},
                     {"GB/s", Align::Right},
                     {"of copy", Align::Right}});
    for (const BenchRow &row : rows) {
        const BenchResult &r = row.result;
        if (r.ms <= 0) {
            table.addRow({row.task->suite, row.task->text, "declined", "", "", "", "", "", ""});
            continue;
        }
        table.addRow({row.task->suite, row.task->text, r.kernel, shortNumber(r.ms),
                      shortNumber(r.firstMs), computes(row) ? shortNumber(r.gflops) : "",
                      computes(row) ? percent(fmaShare(row)) : "", shortNumber(r.gbs),
                      percent(copyShare(row))});
    }
    std::fputs(table.toString().c_str(), stdout);
}

void printSuites(const std::vector<BenchRow> &rows)
{
    TextTable table({{"suite"},
                     {"problems", Align::Right},
                     {"share of"},
                     {"geometric mean", Align::Right},
                     {"least", Align::Right},
                     {"least problem"},
                     {"first ÷ later, at most", Align::Right}});
    for (const SuiteSummary &s : summarized(rows))
        table.addRow({s.suite, std::to_string(s.problems), s.computes ? "FMA peak" : "copying",
                      percent(s.mean), percent(s.least), s.leastProblem, shortNumber(s.firstCall)});
    std::puts("");
    std::fputs(table.toString().c_str(), stdout);
}

/// Each reason once.
void printDecliners(const std::vector<BenchRow> &rows)
{
    std::map<std::string, int> reasons;
    for (const BenchRow &row : rows)
        for (const auto &[kernel, reason] : row.result.declined)
            ++reasons[fmt::format("{} declined: {}", kernel, reason.text())];
    if (!reasons.empty())
        std::puts("");
    for (const auto &[text, count] : reasons)
        std::printf("%s (%d of %zu problems)\n", text.c_str(), count, rows.size());
}

} // namespace

std::vector<SuiteSummary> summarized(const std::vector<BenchRow> &rows)
{
    std::vector<SuiteSummary> suites;
    for (const BenchRow &row : rows) {
        if (row.result.ms <= 0)
            continue;
        auto found = std::find_if(suites.begin(), suites.end(), [&](const SuiteSummary &s) {
            return s.suite == row.task->suite && s.computes == computes(row);
        });
        if (found == suites.end())
            found =
                suites.insert(suites.end(), {row.task->suite, computes(row), 0, 1.0, 0.0, {}, 0.0});
        const double value = computes(row) ? fmaShare(row) : copyShare(row);
        if (found->problems == 0 || value < found->least) {
            found->least = value;
            found->leastProblem = row.task->text;
        }
        found->firstCall = std::max(found->firstCall, firstCall(row));
        // The mean of the logarithms so far.
        const double count = found->problems++;
        found->mean = std::exp((std::log(found->mean) * count + std::log(value)) / (count + 1));
    }
    return suites;
}

ordered_json benchDocument(const std::vector<BenchRow> &rows, const MachineLimits &limits)
{
    ordered_json problems = ordered_json::array();
    for (const BenchRow &row : rows)
        problems.push_back(problemOf(row));
    ordered_json suites = ordered_json::array();
    for (const SuiteSummary &s : summarized(rows))
        suites.push_back({{"suite", s.suite},
                          {"problems", s.problems},
                          {"limit", s.computes ? "fma" : "copy"},
                          {"geometric_mean", s.mean},
                          {"least", s.least},
                          {"least_problem", s.leastProblem},
                          {"first_call", s.firstCall}});
    return {{"machine",
             {{"cpu", cpuName()},
              {"simd", simdName()},
              {"threads", threadCount()},
              {"fma_gflops", limits.fmaGflops},
              {"copy_gbs", limits.copyGbs}}},
            {"problems", problems},
            {"suites", suites}};
}

void printBench(const std::vector<BenchRow> &rows, const MachineLimits &limits)
{
    std::printf("%s, %s, %d threads: %s GFLOP/s of fused multiply-adds, %s GB/s of copying\n\n",
                cpuName().c_str(), simdName(), threadCount(), shortNumber(limits.fmaGflops).c_str(),
                shortNumber(limits.copyGbs).c_str());
    printProblems(rows);
    printSuites(rows);
    printDecliners(rows);
}

} // namespace convscope
