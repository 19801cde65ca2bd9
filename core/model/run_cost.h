// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/shape_inference.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace convscope {

/// What a layer has to do in a run. Nothing where it is bypassed, illegal or waits.
struct LayerWork
{
    /// What speeds are measured by: the class and the kernel that was forced, if any.
    std::string kind;
    std::int64_t macs = 0;
    /// Bytes of its inputs, weights and output.
    std::int64_t moved = 0;
    /// Bytes of memory that it fills: the output, and weights that are drawn.
    std::int64_t filled = 0;

    bool operator==(const LayerWork &) const = default;
};

/// The work of every layer. A layer whose output is larger than `mostBytes` fails at once, those
/// behind it wait: none of them has any.
[[nodiscard]] std::vector<LayerWork> stackWork(const Model &model, const ModelShapes &shapes,
                                               const std::string &kernel, std::int64_t mostBytes);

/// Identity of a layer's output: what it computes, with which weights, from which inputs.
[[nodiscard]] Fingerprint outputFingerprint(const Layer &owner, std::uint64_t seed,
                                            std::span<const Fingerprint> inputs,
                                            std::string_view kernel);

/// The fingerprint that run() will give each output, under which its cache keeps it, without
/// running anything; nothing for layers that would not run. `inputs`: of the model's inputs.
[[nodiscard]] std::vector<std::optional<Fingerprint>>
outputFingerprints(const Model &model, const ModelShapes &shapes,
                   std::span<const Fingerprint> inputs, const std::string &kernel);

/// How fast this machine computes, by kind of layer: learned from layers that have run, careful
/// guesses for kinds that have not. A layer is bound by its multiply–adds or by its bytes,
/// whichever takes longer.
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
    std::int64_t bytes = 0;

    bool operator==(const RunCost &) const = default;
};

[[nodiscard]] RunCost runCost(std::span<const LayerWork> work, const MeasuredSpeeds &speeds);

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
