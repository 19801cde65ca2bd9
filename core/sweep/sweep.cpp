// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "sweep/sweep.h"

#include "base/saturating.h"
#include "model/weights.h"
#include "testing/opencv_oracle.h"
#include "testing/run_probes.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <utility>

namespace convscope {

namespace {

std::vector<Shape> shapesOf(std::span<const Tensor> tensors)
{
    std::vector<Shape> shapes;
    for (const Tensor &tensor : tensors)
        shapes.emplace_back(tensor.extents());
    return shapes;
}

int firstVaried(const Sweep &sweep)
{
    int first = sweep.layer;
    for (const SweepAxis &axis : sweep.axes)
        first = std::min(first, axis.layer);
    return first;
}

/// The layers before `end` as a model of their own.
Model headOf(const Model &model, int end)
{
    Model head = model;
    head.layers.resize(static_cast<std::size_t>(end));
    head.outputs.clear();
    return head;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::optional<Error> runError(const Model &model, const RunResult &run)
{
    for (const LayerResult &layer : run.layers) {
        if (!layer.error)
            continue;
        Error error = *layer.error;
        if (error.layer.empty())
            error.layer = model.layer(layer.index).name();
        return error;
    }
    if (run.cancelled)
        return Error("cancelled", {}, {}, {}, words("Interrupted."));
    return std::nullopt;
}

using Clock = std::chrono::steady_clock;

class Running
{
public:
    Running(const Sweep &sweep, std::vector<SweepCell> &cells, const SweepOptions &options)
        : m_sweep(sweep), m_cells(cells), m_options(options), m_first(firstVaried(sweep))
    {
    }

    Result<void> run()
    {
        const Model before = headOf(m_sweep.model, m_first);
        m_before = convscope::run(before, m_sweep.inputs, options({}));
        if (auto error = runError(before, m_before))
            return fail(std::move(*error));
        std::int64_t done = 0;
        for (const std::size_t index : cheapestFirst()) {
            if (m_options.stop.stop_requested())
                break;
            SweepCell &cell = m_cells[index];
            if (cell.isDone) {
                // Done by an earlier call.
                ++done;
                recall(cell);
                continue;
            }
            if (!cell.error)
                compute(cell, static_cast<std::int64_t>(index));
            if (m_options.stop.stop_requested() && !cell.isDone)
                break;
            cell.isDone = true;
            ++done;
            if (m_options.onCell)
                m_options.onCell(static_cast<std::int64_t>(index), cell, done);
        }
        return {};
    }

private:
    RunOptions options(std::span<const LayerResult> atHand) const
    {
        RunOptions options;
        options.stop = m_options.stop;
        options.kernel = m_sweep.kernel;
        options.allOrNothing = true;
        options.atHand = atHand;
        return options;
    }

    std::vector<std::size_t> cheapestFirst() const
    {
        std::vector<std::size_t> order(m_cells.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        // What the others are held against comes before them.
        const auto first = std::find_if(m_cells.begin(), m_cells.end(),
                                        [](const SweepCell &cell) { return !cell.error; });
        const bool isHeld = m_sweep.against == "first" && first != m_cells.end();
        const auto from = isHeld ? order.begin() + 1 : order.begin();
        if (isHeld)
            std::swap(order.front(), order[static_cast<std::size_t>(first - m_cells.begin())]);
        std::stable_sort(from, order.end(), [&](std::size_t a, std::size_t b) {
            return m_cells[a].macs < m_cells[b].macs;
        });
        return order;
    }

    /// The others are held against the first setting, also where an earlier call computed it.
    void recall(const SweepCell &cell)
    {
        if (m_sweep.against != "first" || cell.error || !m_reference.isNull())
            return;
        Model model;
        if (const auto result = runSetting(m_sweep, cell, model, m_options.stop))
            m_reference = outputOf(*result, m_sweep.layer);
    }

    void compute(SweepCell &cell, std::int64_t index)
    {
        const auto changed = withChoice(m_sweep.model, m_sweep.axes, cell.choice);
        if (!changed)
            return;
        const Model model = headOf(*changed, m_sweep.layer + 1);
        // Times of first runs include warming up: caches for each setting, threads and clocks for
        // the first of them. Long ones are their own median.
        constexpr std::size_t kRuns = 7;
        constexpr double kLongEnough = 60;
        constexpr std::chrono::milliseconds kWarmUp{20};
        if (!m_start)
            m_start = Clock::now();
        bool isFirst = true;
        std::vector<double> times;
        RunResult result;
        double spent = 0;
        while (times.size() < kRuns && spent < kLongEnough) {
            result = {};
            result = convscope::run(model, m_sweep.inputs, options(m_before.layers));
            if (auto error = runError(model, result)) {
                if (error->rule != "cancelled")
                    cell.error = std::move(error);
                return;
            }
            double time = 0;
            for (int at = m_first; at <= m_sweep.layer; ++at)
                time += result.layers[static_cast<std::size_t>(at)].milliseconds;
            const bool isWarmUp =
                std::exchange(isFirst, false) || Clock::now() < *m_start + kWarmUp;
            if (isWarmUp && time < kLongEnough)
                continue;
            times.push_back(time);
            spent += time;
        }
        cell.milliseconds = median(std::move(times));
        if (m_options.onOutput)
            m_options.onOutput(index, outputOf(result, m_sweep.layer));
        noteWeights(model, result, cell);
        compare(model, result, cell);
        cell.isDone = !m_options.stop.stop_requested();
    }

    void noteWeights(const Model &model, const RunResult &result, SweepCell &cell) const
    {
        for (int at = m_first; at <= m_sweep.layer; ++at) {
            const StoredShare share = storedShare(
                model.owner(at), result.shapes.layers[static_cast<std::size_t>(at)].weights);
            if (share.isPartial())
                cell.notes.push_back(
                    words("{stored} of {total} weights of {layer} are stored ones, "
                          "the others are drawn",
                          share.stored, share.total, model.layer(at).name()));
        }
    }

    void compare(const Model &model, const RunResult &result, SweepCell &cell)
    {
        if (m_sweep.against == "first") {
            const Tensor &output = outputOf(result, m_sweep.layer);
            if (m_reference.isNull())
                m_reference = output;
            judge(output, m_reference, cell);
        } else if (!m_sweep.against.empty()) {
            askTheOracle(model, result, cell);
        }
    }

    static const Tensor &outputOf(const RunResult &result, int layer)
    {
        return result.layers[static_cast<std::size_t>(layer)].output;
    }

    /// A layer that is too far off counts before those that are not; else the largest difference.
    void judge(const Tensor &output, const Tensor &expected, SweepCell &cell) const
    {
        if (expected.isNull() || expected.extents() != output.extents())
            return;
        const Comparison comparison = convscope::compare(output, expected, m_sweep.tolerance);
        const bool isOff = comparison.maxError > comparison.allowed;
        const bool isWorse = !cell.maxDifference || (isOff && !cell.exceeds()) ||
                             (isOff == cell.exceeds() && comparison.maxError > *cell.maxDifference);
        if (!isWorse)
            return;
        cell.maxDifference = comparison.maxError;
        cell.allowed = comparison.allowed;
    }

    /// What the oracle says of each layer from the first that varies, on the very input that it
    /// had: a later layer alone would say nothing about the one that varies.
    void askTheOracle(const Model &model, const RunResult &result, SweepCell &cell) const
    {
        const bool isOpenCv = m_sweep.against == "opencv";
        for (RunProbe &one : probesOf(model, m_sweep.inputs, result)) {
            if (one.index < m_first || one.index > m_sweep.layer)
                continue;
            if (m_options.stop.stop_requested())
                return;
            one.probe.stop = m_options.stop;
            const auto note = [&](Words reason) {
                cell.notes.push_back(
                    words("{layer}: {reason}", model.layer(one.index).name(), std::move(reason)));
            };
            if (isOpenCv) {
                if (auto reason = whyNotByOpenCv(one.probe)) {
                    note(std::move(*reason));
                    continue;
                }
            } else {
                one.probe.kernel = "reference";
            }
            const auto opinion = isOpenCv ? computeWithOpenCv(one.probe) : one.probe.compute();
            if (opinion)
                judge(outputOf(result, one.index), *opinion, cell);
            else
                note(opinion.error().words);
        }
    }

    const Sweep &m_sweep;
    std::vector<SweepCell> &m_cells;
    const SweepOptions &m_options;
    int m_first;
    RunResult m_before;
    Tensor m_reference;
    /// When the first setting was begun.
    std::optional<Clock::time_point> m_start;
};

} // namespace

std::int64_t Sweep::count() const
{
    std::int64_t count = 1;
    for (const SweepAxis &axis : axes)
        count = saturatingMultiply(count, static_cast<std::int64_t>(axis.values.size()));
    return count;
}

std::vector<std::size_t> Sweep::choiceOf(std::int64_t index) const
{
    std::vector<std::size_t> choice(axes.size());
    for (std::size_t i = axes.size(); i-- > 0;) {
        const auto values = static_cast<std::int64_t>(axes[i].values.size());
        choice[i] = static_cast<std::size_t>(index % values);
        index /= values;
    }
    return choice;
}

std::int64_t Sweep::indexOf(const std::vector<std::size_t> &choice) const
{
    std::int64_t index = 0;
    for (std::size_t i = 0; i < axes.size(); ++i)
        index = index * static_cast<std::int64_t>(axes[i].values.size()) +
                static_cast<std::int64_t>(choice[i]);
    return index;
}

std::vector<SweepCell> plannedCells(const Sweep &sweep)
{
    std::vector<SweepCell> cells;
    const std::vector<Shape> inputs = shapesOf(sweep.inputs);
    const int first = firstVaried(sweep);
    for (std::int64_t i = 0; i < std::min(sweep.count(), kMostSettings); ++i) {
        SweepCell cell;
        cell.choice = sweep.choiceOf(i);
        auto changed = withChoice(sweep.model, sweep.axes, cell.choice);
        if (!changed) {
            cell.error = changed.error();
            cells.push_back(std::move(cell));
            continue;
        }
        const Model model = headOf(*changed, sweep.layer + 1);
        const ModelShapes shapes = inferShapes(model, inputs);
        for (int at = 0; at <= sweep.layer && !cell.error; ++at) {
            const LayerShapes &layer = shapes.layers[static_cast<std::size_t>(at)];
            if (layer.error) {
                cell.error = layer.error;
                cell.error->layer = model.layer(at).name();
            }
            if (at >= first)
                cell.macs = saturatingAdd(cell.macs, layer.macs.value_or(0));
        }
        if (!cell.error)
            cell.outputShape = shapes.layers[static_cast<std::size_t>(sweep.layer)].output;
        cells.push_back(std::move(cell));
    }
    return cells;
}

Result<void> runSweep(const Sweep &sweep, std::vector<SweepCell> &cells,
                      const SweepOptions &options)
{
    return Running(sweep, cells, options).run();
}

Result<RunResult> runSetting(const Sweep &sweep, const SweepCell &cell, Model &changed,
                             const std::stop_token &stop)
{
    auto made = withChoice(sweep.model, sweep.axes, cell.choice);
    if (!made)
        return fail(made.error());
    changed = headOf(*made, sweep.layer + 1);
    RunOptions options;
    options.stop = stop;
    options.kernel = sweep.kernel;
    options.allOrNothing = true;
    RunResult result = run(changed, sweep.inputs, options);
    if (auto error = runError(changed, result))
        return fail(std::move(*error));
    return result;
}

} // namespace convscope
