// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/run_plan.h"

#include "base/saturating.h"
#include "model/weights.h"
#include "model/wiring.h"
#include "tensor/memory_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace convscope {

namespace {

/// Kernels keep their own copies of weights up to so many bytes in all, see weight_cache.h; a
/// larger one lives as long as its layer runs.
constexpr std::int64_t kKeptCopies = std::int64_t{256} << 20;

constexpr std::int64_t kOverheadShare = 30;
constexpr std::int64_t kOverhead = std::int64_t{4} << 20;

constexpr std::int64_t kBeyond = std::numeric_limits<std::int64_t>::max();

std::int64_t byteCount(const Extents &extents)
{
    return saturatingMultiply(elementCount(extents).value_or(kBeyond), 4);
}

/// As blocks of memory take them.
std::int64_t blockCount(const Extents &extents)
{
    const std::int64_t bytes = byteCount(extents);
    constexpr std::int64_t kMost = kBeyond / 2;
    return bytes > kMost ? bytes
                         : static_cast<std::int64_t>(blockBytes(static_cast<std::size_t>(bytes)));
}

std::int64_t blockCount(const Shape &shape)
{
    const auto extents = shape.extents();
    return extents ? blockCount(*extents) : 0;
}

std::int64_t byteCount(const Shape &shape)
{
    const auto extents = shape.extents();
    return extents ? byteCount(*extents) : 0;
}

/// Most bytes that a kernel's copy of a weight takes: filters are rounded up to whole vectors, and
/// three taps become six points along two axes at most.
std::int64_t copyBytes(const WeightSpec &weight)
{
    constexpr std::int64_t kVector = 16;
    constexpr std::int64_t kFew = 8;
    const Extents &shape = weight.shape;
    if (shape.size() < 3)
        return 0;
    Extents copy = shape;
    if (copy.back() > kFew && copy.back() < std::numeric_limits<std::int64_t>::max() - kVector)
        copy.back() = (copy.back() + kVector - 1) / kVector * kVector;
    const std::size_t axes = shape.size() - 2;
    for (std::size_t axis = axes - std::min<std::size_t>(axes, 2); axis < axes; ++axis) {
        if (shape[axis] == 3)
            copy[axis] = 6;
    }
    return blockCount(copy);
}

std::string mebibytes(std::int64_t bytes)
{
    if (bytes == kBeyond)
        return "2^63 bytes";
    // The next whole one: 64 KiB are not "0 MiB".
    return fmt::format("{} MiB", (bytes >> 20) + ((bytes & ((1 << 20) - 1)) != 0 ? 1 : 0));
}

class Planning
{
public:
    Planning(const Model &model, const ModelShapes &shapes, const PlanOptions &options)
        : m_model(model), m_shapes(shapes), m_options(options), m_wiring(model)
    {
    }

    RunPlan plan()
    {
        const auto count = static_cast<std::size_t>(m_model.size());
        m_plan.layers.resize(count);
        m_plan.refused.resize(count);
        m_runs.assign(count, false);
        for (int i = 0; i < m_model.size(); ++i)
            add(i);
        return std::move(m_plan);
    }

private:
    void add(int index)
    {
        const auto at = static_cast<std::size_t>(index);
        const LayerShapes &shapes = m_shapes.layers[at];
        const std::vector<Source> sources = m_wiring.sources(index);
        m_runs[at] =
            shapes.output && std::all_of(sources.begin(), sources.end(), [&](Source s) {
                return s.kind != Source::Kind::Layer || m_runs[static_cast<std::size_t>(s.index)];
            });
        if (!m_runs[at] || m_model.layer(index).isBypassed())
            return;
        const Layer &owner = m_wiring.owner(index);
        const bool isCached = at < m_options.isCached.size() && m_options.isCached[at];
        LayerWork work = workOf(owner, shapes, isCached);
        if (isCached) {
            // Its weights are wanted all the same.
            if (work.drawn == 0)
                return;
            work.macs = work.moved = work.copied = 0;
            work.filled = work.drawn;
        }
        const std::int64_t kept = saturatingAdd(m_kept, work.filled);
        const std::int64_t copies = std::min(saturatingAdd(m_copies, work.copied), kKeptCopies);
        const std::int64_t passing =
            std::max(work.copied > kKeptCopies ? work.copied : 0, work.passing);
        const std::int64_t together = saturatingAdd(saturatingAdd(kept, copies), passing);
        if (together > m_options.memory) {
            m_plan.refused[at] = refusal(index, shapes, work, together);
            m_runs[at] = false;
            return;
        }
        m_kept = kept;
        m_copies = copies;
        m_drawn.insert(&owner);
        m_plan.bytes = std::max(m_plan.bytes, together);
        m_plan.layers[at] = std::move(work);
    }

    LayerWork workOf(const Layer &owner, const LayerShapes &shapes, bool isCached) const
    {
        LayerWork work;
        const std::string &kernel = m_options.kernel;
        work.kind = kernel.empty() ? owner.type().className : owner.type().className + '/' + kernel;
        work.macs = shapes.macs.value_or(0);
        std::int64_t weights = 0;
        for (const WeightSpec &weight : shapes.weights)
            weights = saturatingAdd(weights, byteCount(weight.shape));
        const std::int64_t output = byteCount(*shapes.output);
        work.moved = saturatingAdd(output, weights);
        for (const Shape &input : shapes.inputs)
            work.moved = saturatingAdd(work.moved, byteCount(input));
        // Later calls of a shared layer use what its first one drew.
        if (!m_drawn.contains(&owner)) {
            const DrawingBytes drawing =
                bytesToDraw(owner, shapes.weights, m_model.seed,
                            isCached ? Remembered::AskedOfAll : Remembered::AskedOfLarge);
            work.drawn = drawing.kept;
            work.passing = drawing.passing;
        }
        work.filled = saturatingAdd(blockCount(*shapes.output), work.drawn);
        // What runs along spatial axes sorts its weights anew; a matrix is read as it is.
        if (owner.type().axes && kernel != "reference") {
            for (const WeightSpec &weight : shapes.weights)
                work.copied = saturatingAdd(work.copied, copyBytes(weight));
        }
        return work;
    }

    Error refusal(int index, const LayerShapes &shapes, const LayerWork &work,
                  std::int64_t together) const
    {
        Words parts = words("its output {shape} needs {output}", shapes.output->toString(),
                            mebibytes(blockCount(*shapes.output)));
        if (work.drawn > 0)
            parts = words("{parts}, its weights {weights}", parts, mebibytes(work.drawn));
        if (work.copied > kLittleMemory)
            parts =
                words("{parts}, the kernel's copy of them {copy}", parts, mebibytes(work.copied));
        if (work.passing > 0)
            parts = words("{parts}, their drawing {drawing}", parts, mebibytes(work.passing));
        if (m_kept > 0)
            parts = words("{parts}, the layers before it keep {kept}", parts, mebibytes(m_kept));
        const Words sum = together == kBeyond ? words("more than can be addressed")
                                              : verbatim(mebibytes(together));
        return {"memory",
                m_model.layer(index).name(),
                {},
                {},
                words("The run does not fit into the memory: {parts}; together {sum}, but {free} "
                      "are free",
                      parts, sum, mebibytes(m_options.memory))};
    }

    const Model &m_model;
    const ModelShapes &m_shapes;
    const PlanOptions &m_options;
    Wiring m_wiring;
    RunPlan m_plan;
    std::vector<bool> m_runs;
    std::unordered_set<const Layer *> m_drawn;
    std::int64_t m_kept = 0;
    std::int64_t m_copies = 0;
};

} // namespace

const Error *RunPlan::refusal() const
{
    const auto found = std::find_if(refused.begin(), refused.end(),
                                    [](const auto &error) { return error.has_value(); });
    return found == refused.end() ? nullptr : &**found;
}

std::int64_t withOverhead(std::int64_t planned)
{
    if (planned == 0)
        return 0;
    return saturatingAdd(planned, saturatingAdd(planned / kOverheadShare, kOverhead));
}

RunPlan planRun(const Model &model, const ModelShapes &shapes, const PlanOptions &options)
{
    return Planning(model, shapes, options).plan();
}

std::int64_t freeMemory()
{
    return saturatingAdd(availableMemory(), static_cast<std::int64_t>(idleBlockBytes()));
}

RunPlan planRunHere(const Model &model, const ModelShapes &shapes, const std::string &kernel,
                    const std::function<std::vector<bool>()> &isCached)
{
    PlanOptions options;
    options.kernel = kernel;
    RunPlan plan = planRun(model, shapes, options);
    if (plan.bytes <= kLittleMemory)
        return plan;
    // So much that with what comes on top it is still there.
    options.memory =
        std::max<std::int64_t>(freeMemory() - kOverhead, 0) / (kOverheadShare + 1) * kOverheadShare;
    if (isCached)
        options.isCached = isCached();
    return planRun(model, shapes, options);
}

} // namespace convscope
