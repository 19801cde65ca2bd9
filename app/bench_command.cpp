// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "bench_command.h"

#include "base/concat.h"
#include "bench/problem_runner.h"
#include "bench_lines.h"
#include "kernels/direct_tile.h"
#include "kernels/parallel.h"
#include "progress_line.h"
#include "text_table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace convscope {

namespace {

using nlohmann::ordered_json;

/// Where two readings of the limits differ by more, the figures between them say little.
constexpr double kSteady = 0.05;

struct Row
{
    const BenchTask *task;
    BenchResult result; ///< ms is 0 where the forced kernel declined
};

double share(double value, double limit)
{
    return limit > 0 ? value / limit : 0.0;
}

/// The better of both readings: the machine could do that much during the run.
MachineLimits better(const MachineLimits &a, const MachineLimits &b)
{
    return {std::max(a.fmaGflops, b.fmaGflops), std::max(a.copyGbs, b.copyGbs)};
}

ordered_json documentOf(const std::vector<Row> &rows, const MachineLimits &limits)
{
    ordered_json problems = ordered_json::array();
    for (const Row &row : rows) {
        const BenchResult &r = row.result;
        ordered_json declined = ordered_json::object();
        for (const auto &[kernel, reason] : r.declined)
            declined[kernel] = reason;
        const bool ran = r.ms > 0;
        const auto figure = [ran](double x) { return ran ? ordered_json(x) : ordered_json(); };
        problems.push_back({{"suite", row.task->suite},
                            {"problem", row.task->text},
                            {"kernel", ran ? ordered_json(r.kernel) : ordered_json()},
                            {"declined", declined},
                            {"ms", figure(r.ms)},
                            {"gflops", figure(r.gflops)},
                            {"gbs", figure(r.gbs)},
                            {"fma_share", figure(share(r.gflops, limits.fmaGflops))},
                            {"copy_share", figure(share(r.gbs, limits.copyGbs))},
                            {"scratch_bytes", r.scratchBytes}});
    }
    return {{"machine",
             {{"cpu", cpuName()},
              {"simd", simdName()},
              {"threads", threadCount()},
              {"fma_gflops", limits.fmaGflops},
              {"copy_gbs", limits.copyGbs}}},
            {"problems", problems}};
}

std::string percent(double share)
{
    return concat(std::lround(share * 100), " %");
}

void printTable(const std::vector<Row> &rows, const MachineLimits &limits)
{
    using Align = TextTable::Align;
    std::printf("%s, %s, %d threads: %s GFLOP/s of fused multiply-adds, %s GB/s of copying\n\n",
                cpuName().c_str(), simdName(), threadCount(), shortNumber(limits.fmaGflops).c_str(),
                shortNumber(limits.copyGbs).c_str());
    TextTable table({{"suite"},
                     {"problem"},
                     {"kernel"},
                     {"ms", Align::Right},
                     {"GFLOP/s", Align::Right},
                     {"of peak", Align::Right},
                     {"GB/s", Align::Right},
                     {"of copy", Align::Right}});
    for (const Row &row : rows) {
        const BenchResult &r = row.result;
        if (r.ms <= 0) {
            table.addRow({row.task->suite, row.task->text, "declined", "", "", "", "", ""});
            continue;
        }
        const bool counts = r.gflops > 0;
        table.addRow({row.task->suite, row.task->text, r.kernel, shortNumber(r.ms),
                      counts ? shortNumber(r.gflops) : "",
                      counts ? percent(share(r.gflops, limits.fmaGflops)) : "", shortNumber(r.gbs),
                      percent(share(r.gbs, limits.copyGbs))});
    }
    std::fputs(table.toString().c_str(), stdout);
}

/// Problem by problem, each reason once.
void printDecliners(const std::vector<Row> &rows)
{
    std::map<std::string, int> reasons;
    for (const Row &row : rows)
        for (const auto &[kernel, reason] : row.result.declined)
            ++reasons[concat(kernel, " declined: ", reason)];
    if (!reasons.empty())
        std::puts("");
    for (const auto &[text, count] : reasons)
        std::printf("%s (%d of %zu problems)\n", text.c_str(), count, rows.size());
}

} // namespace

std::string BenchCommand::description() const
{
    return "Time convolutions and other operations against the machine's limits";
}

void BenchCommand::declare(CLI::App &options)
{
    options.add_option("--suite", m_suites, "A suite of problems, e.g. resnet50; may be repeated")
        ->type_name("NAME");
    options.add_option("--file", m_files, "A file with one problem per line, comments from # on")
        ->type_name("LIST");
    options
        .add_option("--problem", m_problems,
                    "A problem, e.g. \"conv ic3 in512x512 oc16 k3x3 p=same\"; may be repeated")
        ->type_name("TEXT");
    options.add_option("--kernel", m_kernel, "Only this kernel, e.g. reference")->type_name("NAME");
    options.add_option("--repeat", m_repeats, "Runs per problem at least (5)")
        ->type_name("N")
        ->check(CLI::Range(1, 1000000));
    options.add_option("--seconds", m_seconds, "Seconds per problem at least (0.3)")
        ->type_name("S")
        ->check(CLI::Range(0.0, 3600.0));
}

Result<int> BenchCommand::run(CommandContext &context)
{
    const auto tasks = benchTasks(m_suites, m_files, m_problems);
    if (!tasks)
        return tl::unexpected(tasks.error());
    const auto before = measureMachineLimits(context.stop);
    if (!before)
        return tl::unexpected(before.error());
    std::vector<Row> rows;
    ProgressLine progress;
    const BenchOptions options{m_kernel, m_repeats, m_seconds, context.stop};
    for (const BenchTask &task : *tasks) {
        progress.show(static_cast<int>(rows.size()), static_cast<int>(tasks->size()), task.text);
        auto result = runProblem(task.problem, options);
        const bool declined = !result && result.error().rule == "input" && tasks->size() > 1;
        if (!result && !declined)
            return tl::unexpected(result.error());
        if (declined) {
            BenchResult none;
            none.declined.emplace_back(m_kernel, result.error().message);
            result = none;
        }
        rows.push_back({&task, std::move(*result)});
    }
    progress.clear();
    const auto after = measureMachineLimits(context.stop);
    if (!after)
        return tl::unexpected(after.error());
    const MachineLimits limits = better(*before, *after);
    if (context.json)
        writeJson(documentOf(rows, limits));
    else {
        printTable(rows, limits);
        printDecliners(rows);
    }
    if (disagreement(*before, *after) > kSteady)
        std::fprintf(
            stderr,
            "The machine's limits changed during the run (%s then %s GFLOP/s, %s then %s GB/s): "
            "something else was running. Measure again.\n",
            shortNumber(before->fmaGflops).c_str(), shortNumber(after->fmaGflops).c_str(),
            shortNumber(before->copyGbs).c_str(), shortNumber(after->copyGbs).c_str());
    return 0;
}

} // namespace convscope
