// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/run_cost.h"

#include "kernels/simd/vector_target.h"
#include "model/wiring.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

// Before anything was measured, per thread: two thirds of a multiply–add in each lane and cycle of
// 3 GHz, and memory that is touched for the first time.
constexpr double kMacsPerMsAndLane = 2e6;
constexpr double kBytesPerMs = 2e6;
/// Of random numbers.
constexpr double kDrawnBytesPerMs = 1.4e5;
/// Of the textbook's loops, against the kernels in use otherwise.
constexpr double kReferenceSlowdown = 40;
/// Below this the time is that of waking threads.
constexpr double kLeastMs = 1;

/// The old value half forgotten, on a scale of ratios.
double towards(double old, double seen, bool isMeasured)
{
    return isMeasured ? std::sqrt(old * seen) : seen;
}

} // namespace

Fingerprint outputFingerprint(const Layer &owner, std::uint64_t seed,
                              std::span<const Fingerprint> inputs, std::string_view kernel)
{
    FingerprintBuilder builder;
    builder.add(owner.fingerprint()).add(seed).add(std::string_view(owner.name())).add(kernel);
    for (const Fingerprint &input : inputs)
        builder.add(input);
    return builder.finish();
}

std::vector<std::optional<Fingerprint>> outputFingerprints(const Model &model,
                                                           const ModelShapes &shapes,
                                                           std::span<const Fingerprint> inputs,
                                                           const std::string &kernel)
{
    std::vector<std::optional<Fingerprint>> all(static_cast<std::size_t>(model.size()));
    const Wiring wiring(model);
    for (int i = 0; i < model.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (!shapes.layers[at].output)
            continue;
        std::vector<Fingerprint> read;
        for (const Source &source : wiring.sources(i)) {
            const auto from = static_cast<std::size_t>(source.index);
            if (source.kind == Source::Kind::Input && from < inputs.size())
                read.push_back(inputs[from]);
            else if (source.kind == Source::Kind::Layer && all[from])
                read.push_back(*all[from]);
        }
        if (read.empty() || read.size() != shapes.layers[at].inputs.size())
            continue;
        if (model.layer(i).isBypassed()) {
            all[at] = read.front();
            continue;
        }
        all[at] = outputFingerprint(wiring.owner(i), model.seed, read, kernel);
    }
    return all;
}

MeasuredSpeeds::Speed MeasuredSpeeds::speedOf(const std::string &kind) const
{
    if (const auto found = m_speeds.find(kind); found != m_speeds.end())
        return found->second;
    // The textbook's loops wait for each sum; memory is no slower for them.
    const double slowdown = kind.ends_with("/reference") ? kReferenceSlowdown : 1;
    const double macs = kMacsPerMsAndLane * static_cast<double>(vectorFloats()) / slowdown;
    return {macs * m_threads, kBytesPerMs * m_threads, false};
}

double MeasuredSpeeds::milliseconds(const LayerWork &work) const
{
    const Speed speed = speedOf(work.kind);
    return std::max(static_cast<double>(work.macs) / speed.macsPerMs,
                    static_cast<double>(work.moved) / speed.bytesPerMs) +
           static_cast<double>(work.drawn) / (kDrawnBytesPerMs * m_threads);
}

void MeasuredSpeeds::add(const LayerWork &work, double milliseconds)
{
    if (milliseconds < kLeastMs)
        return;
    Speed speed = speedOf(work.kind);
    const double macs = static_cast<double>(work.macs) / milliseconds;
    const double bytes = static_cast<double>(work.moved) / milliseconds;
    // Only what the time refutes is mended: a layer bound by its bytes says of multiply–adds no
    // more than that so many are possible.
    const bool isByMacs = macs / speed.macsPerMs >= bytes / speed.bytesPerMs;
    if (macs > speed.macsPerMs || (isByMacs && macs > 0))
        speed.macsPerMs = towards(speed.macsPerMs, macs, speed.isMeasured);
    if (bytes > speed.bytesPerMs || (!isByMacs && bytes > 0))
        speed.bytesPerMs = towards(speed.bytesPerMs, bytes, speed.isMeasured);
    speed.isMeasured = true;
    m_speeds[work.kind] = speed;
}

RunCost runCost(const RunPlan &plan, const MeasuredSpeeds &speeds)
{
    RunCost cost;
    for (const LayerWork &layer : plan.layers)
        cost.milliseconds += speeds.milliseconds(layer);
    cost.bytes = withOverhead(plan.bytes);
    return cost;
}

RunLimits RunLimits::none()
{
    return {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
}

bool RunLimits::isExceededBy(const RunCost &cost, std::int64_t freeBytes) const
{
    return cost.milliseconds > milliseconds ||
           static_cast<double>(cost.bytes) > memoryShare * static_cast<double>(freeBytes);
}

} // namespace convscope
