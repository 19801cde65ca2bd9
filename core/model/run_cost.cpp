// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/run_cost.h"

#include "model/layer_rates.h"
#include "model/wiring.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

/// Before a kind was measured here: cores are seldom quiet and memory is not alone.
constexpr double kMargin = 1.4;
/// More threads than this wait for the same memory.
constexpr int kMemoryThreads = 4;
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
    const LayerRates rates = layerRates(kind);
    return {rates.macs * m_threads / kMargin,
            rates.bytes * std::min(m_threads, kMemoryThreads) / kMargin, false};
}

double MeasuredSpeeds::milliseconds(const LayerWork &work) const
{
    const Speed speed = speedOf(work.kind);
    return std::max(static_cast<double>(work.macs) / speed.macsPerMs,
                    static_cast<double>(work.moved) / speed.bytesPerMs) +
           static_cast<double>(work.drawn) * kMargin / (drawnBytesPerMs() * m_threads);
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
