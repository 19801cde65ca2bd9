// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "bench_command.h"

#include "bench_report.h"
#include "kernel_name.h"
#include "option_checks.h"
#include "progress_line.h"
#include "text_table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <variant>

namespace convscope {

namespace {

/// Where two readings of the limits differ by more, the figures between them say little.
constexpr double kSteady = 0.05;
/// Runs of a problem between two readings that differ, until they agree.
constexpr int kAttempts = 4;

double difference(double a, double b)
{
    return std::abs(a - b) / std::max(a, b);
}

/// The better of both readings: the machine could do that much during the run.
MachineLimits better(const MachineLimits &a, const MachineLimits &b)
{
    return {std::max(a.fmaGflops, b.fmaGflops), std::max(a.copyGbs, b.copyGbs)};
}

/// The problem between two readings of copy bandwidth, as neighbours take their share of it from
/// one second to the next.
Result<BenchRow> timedBetweenCopies(const BenchTask &task, const BenchOptions &options,
                                    CopyMeter &meter)
{
    BenchRow best{&task, {}, {}};
    double least = 2;
    for (int attempt = 0; attempt < kAttempts && least > kSteady; ++attempt) {
        const auto before = meter.measure(options.stop);
        if (!before)
            return tl::unexpected(before.error());
        auto result = runProblem(task.problem, options);
        if (!result)
            return tl::unexpected(result.error());
        const auto after = meter.measure(options.stop);
        if (!after)
            return tl::unexpected(after.error());
        if (difference(*before, *after) >= least)
            continue;
        least = difference(*before, *after);
        best.result = std::move(*result);
        best.limits.copyGbs = std::max(*before, *after);
    }
    return best;
}

Result<BenchRow> timed(const BenchTask &task, const BenchOptions &options, CopyMeter &meter)
{
    if (std::holds_alternative<MoveProblem>(task.problem))
        return timedBetweenCopies(task, options, meter);
    auto result = runProblem(task.problem, options);
    if (!result)
        return tl::unexpected(result.error());
    return BenchRow{&task, std::move(*result), {}};
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
    addKernelOption(options, m_kernel, "Only this kernel, e.g. reference, direct or vector");
    options.add_option("--repeat", m_repeats, "Runs per problem at least (5)")
        ->type_name("N")
        ->check(CLI::Range(1, 1000000));
    options.add_option("--seconds", m_seconds, "Seconds per problem at least (0.3)")
        ->type_name("S")
        ->check(numberThat([](double s) { return s > 0 && s <= 3600; }, "above 0, at most 3600"));
}

Result<int> BenchCommand::run(CommandContext &context)
{
    const auto tasks = benchTasks(m_suites, m_files, m_problems);
    if (!tasks)
        return tl::unexpected(tasks.error());
    const auto before = measureMachineLimits(context.stop);
    if (!before)
        return tl::unexpected(before.error());
    auto meter = CopyMeter::create();
    if (!meter)
        return tl::unexpected(meter.error());
    std::vector<BenchRow> rows;
    ProgressLine progress;
    const BenchOptions options{m_kernel, m_repeats, m_seconds, context.stop};
    for (const BenchTask &task : *tasks) {
        progress.show(static_cast<int>(rows.size()), static_cast<int>(tasks->size()), task.text);
        auto row = timed(task, options, *meter);
        const bool declined = !row && row.error().rule == "input" && tasks->size() > 1;
        if (!row && !declined)
            return tl::unexpected(row.error());
        if (declined) {
            BenchRow none{&task, {}, {}};
            none.result.declined.emplace_back(m_kernel, row.error().words);
            row = none;
        }
        rows.push_back(std::move(*row));
    }
    progress.clear();
    const auto after = measureMachineLimits(context.stop);
    if (!after)
        return tl::unexpected(after.error());
    MachineLimits limits = better(*before, *after);
    for (BenchRow &row : rows) {
        limits.copyGbs = std::max(limits.copyGbs, row.limits.copyGbs);
        row.limits.fmaGflops = limits.fmaGflops;
    }
    for (BenchRow &row : rows)
        if (row.limits.copyGbs <= 0)
            row.limits.copyGbs = limits.copyGbs;
    if (context.json)
        writeJson(benchDocument(rows, limits));
    else
        printBench(rows, limits);
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
