// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/run_cost.h"

#include "base/saturating.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

// Before anything was measured: about a tenth of what present machines do, per thread. A question
// too many does less harm than a window that is busy for a minute.
constexpr double kMacsPerMs = 3e6;
constexpr double kBytesPerMs = 1e6;
/// The textbook's loops, against the kernels in use otherwise.
constexpr double kReferenceSlowdown = 40;
/// Below this the time is that of waking threads.
constexpr double kLeastMs = 1;

std::int64_t byteCount(const Extents &extents)
{
    return saturatingMultiply(
        elementCount(extents).value_or(std::numeric_limits<std::int64_t>::max()), 4);
}

std::int64_t byteCount(const Shape &shape)
{
    const auto extents = shape.extents();
    return extents ? byteCount(*extents) : 0;
}

LayerWork layerWork(const Layer &owner, const LayerShapes &shapes, const std::string &kernel)
{
    LayerWork work;
    work.kind = kernel.empty() ? owner.type().className : owner.type().className + '/' + kernel;
    work.macs = shapes.macs.value_or(0);
    std::int64_t weights = 0;
    for (const WeightSpec &weight : shapes.weights)
        weights = saturatingAdd(weights, byteCount(weight.shape));
    const std::int64_t output = byteCount(*shapes.output);
    work.moved = saturatingAdd(output, weights);
    for (const Shape &input : shapes.inputs)
        work.moved = saturatingAdd(work.moved, byteCount(input));
    work.filled = owner.storedWeights().empty() ? saturatingAdd(output, weights) : output;
    return work;
}

/// The old value half forgotten, on a scale of ratios.
double towards(double old, double seen, bool isMeasured)
{
    return isMeasured ? std::sqrt(old * seen) : seen;
}

} // namespace

std::vector<LayerWork> stackWork(const Model &model, const ModelShapes &shapes,
                                 const std::string &kernel, std::int64_t mostBytes)
{
    std::vector<LayerWork> all(static_cast<std::size_t>(model.size()));
    std::vector<bool> runs(all.size(), false);
    for (int i = 0; i < model.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const LayerShapes &layer = shapes.layers[at];
        const std::vector<Source> sources = model.sources(i);
        runs[at] = layer.output && byteCount(*layer.output) <= mostBytes &&
                   std::all_of(sources.begin(), sources.end(), [&](const Source &source) {
                       return source.kind != Source::Kind::Layer ||
                              runs[static_cast<std::size_t>(source.index)];
                   });
        if (runs[at] && !model.layer(i).isBypassed())
            all[at] = layerWork(model.owner(i), layer, kernel);
    }
    return all;
}

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
    for (int i = 0; i < model.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (!shapes.layers[at].output)
            continue;
        std::vector<Fingerprint> read;
        for (const Source &source : model.sources(i)) {
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
        all[at] = outputFingerprint(model.owner(i), model.seed, read, kernel);
    }
    return all;
}

MeasuredSpeeds::Speed MeasuredSpeeds::speedOf(const std::string &kind) const
{
    if (const auto found = m_speeds.find(kind); found != m_speeds.end())
        return found->second;
    const double slowdown = kind.ends_with("/reference") ? kReferenceSlowdown : 1;
    return {kMacsPerMs * m_threads / slowdown, kBytesPerMs * m_threads / slowdown, false};
}

double MeasuredSpeeds::milliseconds(const LayerWork &work) const
{
    const Speed speed = speedOf(work.kind);
    return std::max(static_cast<double>(work.macs) / speed.macsPerMs,
                    static_cast<double>(work.moved) / speed.bytesPerMs);
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

RunCost runCost(std::span<const LayerWork> work, const MeasuredSpeeds &speeds)
{
    RunCost cost;
    for (const LayerWork &layer : work) {
        cost.milliseconds += speeds.milliseconds(layer);
        cost.bytes = saturatingAdd(cost.bytes, layer.filled);
    }
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
