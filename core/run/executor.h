// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/run_plan.h"
#include "run/activation_cache.h"

#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace convscope {

/// How one layer of a run ended.
struct LayerResult
{
    int index = 0;
    /// Null where the layer is illegal, waits or failed.
    Tensor output;
    std::string kernel;
    /// Time of the computation, also where it was an earlier one that the cache kept.
    double milliseconds = 0;
    bool fromCache = false;
    /// Why there is no output; a waiting layer has none of its own (see LayerShapes::waitsFor).
    std::optional<Error> error;
    /// The weights it ran with (shared with the model or drawn).
    std::vector<Tensor> weights;
};

struct RunOptions
{
    std::stop_token stop;
    /// See KernelContext::forcedKernel.
    std::string kernel;
    /// Layers that this kernel does not take are computed by their best one instead of failing.
    bool kernelIsWish = false;
    /// Called on the running thread as each layer ends, in order.
    std::function<void(const LayerResult &)> onLayer;
    /// May be null: then every layer is computed.
    ActivationCache *cache = nullptr;
    /// Layers of an earlier run: their outputs are there anyway and are taken like cached ones,
    /// whatever they weigh.
    std::span<const LayerResult> atHand;
    /// Where a layer would not fit into the memory nothing is computed, drawn or allocated; else
    /// that layer fails, those behind it wait, and the others run.
    bool allOrNothing = false;
};

struct RunResult
{
    ModelShapes shapes;
    std::vector<LayerResult> layers;
    bool cancelled = false;
    double totalMilliseconds = 0;
};

/// Runs a model on its inputs (one tensor per model input). The whole run is planned first
/// (run_plan.h). Every legal layer that can be reached and fits into the memory is computed or
/// taken from the cache; the others and those behind them carry errors. Blocks; thread-safe.
[[nodiscard]] RunResult run(const Model &model, std::span<const Tensor> inputs,
                            const RunOptions &options);

} // namespace convscope
