// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/run_plan.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace convscope {

/// Identity of a layer's output: what it computes, with which weights, from which inputs.
[[nodiscard]] Fingerprint outputFingerprint(const Layer &owner, std::uint64_t seed,
                                            std::span<const Fingerprint> inputs,
                                            std::string_view kernel);

/// The fingerprint that run() will give each output, under which its cache keeps it, without
/// running anything; nothing for layers that would not run. `inputs`: of the model's inputs.
[[nodiscard]] std::vector<std::optional<Fingerprint>>
outputFingerprints(const Model &model, const ModelShapes &shapes,
                   std::span<const Fingerprint> inputs, const std::string &kernel);

/// How fast this machine computes, by kind of layer: learned from layers that have run, else from
/// layer_rates.h. A layer is bound by its multiply–adds or by its bytes, whichever takes longer;
/// before that its weights are drawn. tests/bench/forecast holds what comes of it against real
/// runs.
class MeasuredSpeeds
{
public:
    explicit MeasuredSpeeds(int threads) : m_threads(threads) {}

    [[nodiscard]] double milliseconds(const LayerWork &work) const;
    /// A layer took so long. Times too short to say anything are left out.
    void add(const LayerWork &work, double milliseconds);

private:
    struct Speed
    {
        double macsPerMs = 0;
        double bytesPerMs = 0;
        bool isMeasured = false;
    };
    [[nodiscard]] Speed speedOf(const std::string &kind) const;

    int m_threads;
    std::map<std::string, Speed> m_speeds;
};

struct RunCost
{
    double milliseconds = 0;
    /// Of the plan, and of what no plan counts: threads with their scratch, and pages that a block
    /// takes beyond its end. An upper bound.
    std::int64_t bytes = 0;

    bool operator==(const RunCost &) const = default;
};

[[nodiscard]] RunCost runCost(const RunPlan &plan, const MeasuredSpeeds &speeds);

/// What may start unasked.
struct RunLimits
{
    double milliseconds = 2000;
    /// Of the free memory.
    double memoryShare = 0.25;

    /// Everything starts unasked.
    [[nodiscard]] static RunLimits none();
    [[nodiscard]] bool isExceededBy(const RunCost &cost, std::int64_t freeBytes) const;
};

} // namespace convscope
