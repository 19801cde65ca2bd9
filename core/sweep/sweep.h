// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run/executor.h"
#include "sweep/sweep_axis.h"
#include "testing/comparison.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace convscope {

/// Everything that a sweep computes: a model with its inputs, the arguments that vary, and the
/// layer that is looked at.
struct Sweep
{
    Model model;
    /// One per model input, as the model reads them.
    std::vector<Tensor> inputs;
    /// One to three.
    std::vector<SweepAxis> axes;
    int layer = 0;
    /// "reference", "opencv", "first" (the first setting that can be), or empty: nobody.
    std::string against;
    Tolerance tolerance;
    /// See KernelContext::forcedKernel.
    std::string kernel;

    /// How many settings there are; saturates.
    [[nodiscard]] std::int64_t count() const;
    /// The positions of setting `index` in the axes; the last axis runs fastest.
    [[nodiscard]] std::vector<std::size_t> choiceOf(std::int64_t index) const;
    /// The setting at these positions.
    [[nodiscard]] std::int64_t indexOf(const std::vector<std::size_t> &choice) const;
};

/// At most so many settings are computed.
inline constexpr std::int64_t kMostSettings = 10'000;

/// One setting.
struct SweepCell
{
    std::vector<std::size_t> choice;
    /// Of the layer looked at.
    std::optional<Shape> outputShape;
    /// Of the layers from the first that varies to the one looked at: the median of up to seven.
    std::optional<double> milliseconds;
    /// Against "first": of the layer looked at. Against an oracle: the largest of the layers from
    /// the first that varies to the one looked at, each on the input that it had; where any is off
    /// by more than is allowed, the largest of those. Nothing without `against`, where shapes
    /// differ, and where the oracle says nothing.
    std::optional<double> maxDifference;
    /// What was allowed there; farther off is a difference that fails the sweep.
    double allowed = 0;
    /// Why this cannot be set.
    std::optional<Error> error;
    /// What became of stored weights, why nothing was compared.
    std::vector<Words> notes;
    /// Multiply–adds of those layers.
    std::int64_t macs = 0;
    bool isDone = false;

    [[nodiscard]] bool exceeds() const { return maxDifference && *maxDifference > allowed; }
};

struct SweepOptions
{
    std::stop_token stop;
    /// As each setting is computed, on the calling thread: its position, and how many are done.
    std::function<void(std::int64_t index, const SweepCell &, std::int64_t done)> onCell;
    /// What the layer looked at has computed, before onCell() of that setting.
    std::function<void(std::int64_t index, const Tensor &output)> onOutput;
};

/// Shapes and errors of every setting, in order; nothing is computed. Cheap: shape arithmetic.
[[nodiscard]] std::vector<SweepCell> plannedCells(const Sweep &sweep);

/// Computes the cells that are not done, the cheapest first. What was stopped leaves the others as
/// planned: a later call goes on with them. Blocks.
/// Errors: those of the layers before the first that varies.
[[nodiscard]] Result<void> runSweep(const Sweep &sweep, std::vector<SweepCell> &cells,
                                    const SweepOptions &options);

/// One setting again, as far as the layer looked at: for a closer look and for cases.
[[nodiscard]] Result<RunResult> runSetting(const Sweep &sweep, const SweepCell &cell,
                                           Model &changed, const std::stop_token &stop);

} // namespace convscope
