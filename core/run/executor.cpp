// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run/executor.h"

#include "model/run_cost.h"
#include "model/weights.h"
#include "model/wiring.h"

#include <chrono>
#include <unordered_map>
#include <unordered_set>

namespace convscope {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// The forced kernel does not take the layer's problem.
bool isDeclined(const Error &error)
{
    return error.rule == "input" && error.argument == "kernel";
}

Shape shapeOf(const Tensor &tensor)
{
    return Shape(tensor.extents());
}

class Run
{
public:
    Run(const Model &model, std::span<const Tensor> inputs, const RunOptions &options)
        : m_model(model), m_inputs(inputs), m_options(options), m_wiring(model)
    {
    }

    RunResult run()
    {
        const auto start = Clock::now();
        std::vector<Shape> shapes;
        for (const Tensor &input : m_inputs)
            shapes.push_back(shapeOf(input));
        m_result.shapes = inferShapes(m_model, shapes);
        findShared();
        plan();
        m_result.layers.reserve(m_model.layers.size());
        for (int i = 0; i < m_model.size(); ++i) {
            if (m_options.stop.stop_requested()) {
                m_result.cancelled = true;
                break;
            }
            m_result.layers.push_back(runLayer(i));
            const LayerResult &last = m_result.layers.back();
            if (last.error && last.error->rule == "cancelled") {
                m_result.cancelled = true;
                break;
            }
            if (m_options.onLayer)
                m_options.onLayer(last);
        }
        m_result.totalMilliseconds = millisecondsSince(start);
        return std::move(m_result);
    }

private:
    void findShared()
    {
        for (int i = 0; i < m_model.size(); ++i) {
            if (const Layer &owner = m_wiring.owner(i); &owner != &m_model.layer(i))
                m_shared.insert(&owner);
        }
        for (const LayerResult &layer : m_options.atHand) {
            if (!layer.output.isNull())
                m_atHand.emplace(layer.output.fingerprint(), &layer);
        }
    }

    void plan()
    {
        m_plan = planRunHere(m_model, m_result.shapes, m_options.kernel, [this] {
            std::vector<Fingerprint> read;
            for (const Tensor &input : m_inputs)
                read.push_back(input.fingerprint());
            std::vector<bool> cached;
            for (const auto &key :
                 outputFingerprints(m_model, m_result.shapes, read, m_options.kernel))
                cached.push_back(key && isThere(*key));
            return cached;
        });
        m_isRefused = m_options.allOrNothing && m_plan.refusal() != nullptr;
    }

    bool isThere(const Fingerprint &key) const
    {
        return m_atHand.contains(key) ||
               (m_options.cache != nullptr && m_options.cache->contains(key));
    }

    std::optional<CachedActivation> find(const Fingerprint &key) const
    {
        if (m_options.cache != nullptr) {
            if (auto cached = m_options.cache->find(key))
                return cached;
        }
        const auto found = m_atHand.find(key);
        if (found == m_atHand.end())
            return std::nullopt;
        const LayerResult &layer = *found->second;
        return CachedActivation{layer.output, layer.kernel, layer.milliseconds};
    }

    /// Of a shared layer only once: later calls have the same.
    Result<std::vector<Tensor>> weightsOf(const Layer &owner, const LayerShapes &shapes)
    {
        const bool isShared = m_shared.contains(&owner);
        if (const auto known = m_sharedWeights.find(&owner);
            isShared && known != m_sharedWeights.end() && known->second.first == shapes.weights)
            return known->second.second;
        auto weights = effectiveWeights(owner, shapes.weights, m_model.seed, m_options.stop);
        if (weights && isShared)
            m_sharedWeights[&owner] = {shapes.weights, *weights};
        return weights;
    }

    LayerResult runLayer(int index)
    {
        const LayerShapes &shapes = m_result.shapes.layers[static_cast<std::size_t>(index)];
        LayerResult result;
        result.index = index;
        if (shapes.error) {
            result.error = shapes.error;
            return result;
        }
        if (const auto &refused = m_plan.refused[static_cast<std::size_t>(index)]) {
            result.error = refused;
            return result;
        }
        if (m_isRefused)
            return result;
        std::vector<Tensor> inputs;
        for (const Source &source : m_wiring.sources(index)) {
            const Tensor &input =
                source.kind == Source::Kind::Input
                    ? m_inputs[static_cast<std::size_t>(source.index)]
                    : m_result.layers[static_cast<std::size_t>(source.index)].output;
            if (input.isNull())
                return result;
            inputs.push_back(input);
        }
        const Layer &layer = m_model.layer(index);
        if (layer.isBypassed()) {
            result.output = inputs.front();
            result.kernel = "bypassed";
            return result;
        }
        compute(m_wiring.owner(index), shapes, inputs, result);
        if (result.error)
            result.error->layer = layer.name();
        return result;
    }

    void compute(const Layer &owner, const LayerShapes &shapes, std::span<const Tensor> inputs,
                 LayerResult &result)
    {
        auto weights = weightsOf(owner, shapes);
        if (!weights) {
            result.error = weights.error();
            return;
        }
        result.weights = std::move(*weights);
        std::vector<Fingerprint> read;
        for (const Tensor &input : inputs)
            read.push_back(input.fingerprint());
        const Fingerprint key = outputFingerprint(owner, m_model.seed, read, m_options.kernel);
        if (auto cached = find(key)) {
            result.output = cached->output;
            result.kernel = cached->kernel;
            result.milliseconds = cached->milliseconds;
            result.fromCache = true;
            return;
        }
        KernelContext context;
        context.stop = m_options.stop;
        context.forcedKernel = m_options.kernel;
        context.usedKernel = &result.kernel;
        const auto start = Clock::now();
        auto output = owner.type().forward(owner.params(), inputs, result.weights, context);
        if (!output && m_options.kernelIsWish && isDeclined(output.error())) {
            context.forcedKernel.clear();
            output = owner.type().forward(owner.params(), inputs, result.weights, context);
        }
        result.milliseconds = millisecondsSince(start);
        if (!output) {
            result.error = output.error();
            return;
        }
        result.output = output->withFingerprint(key);
        if (m_options.cache != nullptr)
            m_options.cache->insert(key, {result.output, result.kernel, result.milliseconds});
    }

    const Model &m_model;
    std::span<const Tensor> m_inputs;
    const RunOptions &m_options;
    Wiring m_wiring;
    RunPlan m_plan;
    bool m_isRefused = false;
    std::unordered_map<Fingerprint, const LayerResult *, FingerprintHash> m_atHand;
    std::unordered_set<const Layer *> m_shared;
    std::unordered_map<const Layer *, std::pair<std::vector<WeightSpec>, std::vector<Tensor>>>
        m_sharedWeights;
    RunResult m_result;
};

} // namespace

RunResult run(const Model &model, std::span<const Tensor> inputs, const RunOptions &options)
{
    return Run(model, inputs, options).run();
}

} // namespace convscope
