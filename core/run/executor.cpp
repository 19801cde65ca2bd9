// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run/executor.h"

#include "model/run_cost.h"
#include "model/weights.h"

#include <chrono>

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
        : m_model(model), m_inputs(inputs), m_options(options)
    {
    }

    RunResult run()
    {
        const auto start = Clock::now();
        std::vector<Shape> shapes;
        for (const Tensor &input : m_inputs)
            shapes.push_back(shapeOf(input));
        m_result.shapes = inferShapes(m_model, shapes);
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
    LayerResult runLayer(int index)
    {
        const LayerShapes &shapes = m_result.shapes.layers[static_cast<std::size_t>(index)];
        LayerResult result;
        result.index = index;
        if (shapes.error) {
            result.error = shapes.error;
            return result;
        }
        std::vector<Tensor> inputs;
        for (const Source &source : m_model.sources(index)) {
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
        compute(m_model.owner(index), shapes, inputs, result);
        if (result.error)
            result.error->layer = layer.name();
        return result;
    }

    void compute(const Layer &owner, const LayerShapes &shapes, std::span<const Tensor> inputs,
                 LayerResult &result)
    {
        auto weights = effectiveWeights(owner, shapes.weights, m_model.seed, m_options.stop);
        if (!weights) {
            result.error = weights.error();
            return;
        }
        result.weights = std::move(*weights);
        std::vector<Fingerprint> read;
        for (const Tensor &input : inputs)
            read.push_back(input.fingerprint());
        const Fingerprint key = outputFingerprint(owner, m_model.seed, read, m_options.kernel);
        if (m_options.cache != nullptr) {
            if (auto cached = m_options.cache->find(key)) {
                result.output = cached->output;
                result.kernel = cached->kernel;
                result.milliseconds = cached->milliseconds;
                result.fromCache = true;
                return;
            }
        }
        // Before anything is planned for extents that no memory holds.
        if (const auto extents = shapes.output->extents()) {
            if (const auto enough = memoryFor(*extents, "its output"); !enough) {
                result.error = enough.error();
                return;
            }
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
    RunResult m_result;
};

} // namespace

RunResult run(const Model &model, std::span<const Tensor> inputs, const RunOptions &options)
{
    return Run(model, inputs, options).run();
}

} // namespace convscope
