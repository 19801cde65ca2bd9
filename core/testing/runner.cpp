// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/runner.h"

#include "base/concat.h"
#include "keras/stored_weights.h"
#include "layers/constraints.h"
#include "layers/unknown_layer.h"
#include "model/shape_inference.h"
#include "run/executor.h"
#include "run/losses.h"
#include "testing/case_model.h"
#include "testing/opencv_oracle.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>

namespace convscope {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::vector<Shape> shapesOf(std::span<const Tensor> tensors)
{
    std::vector<Shape> shapes;
    for (const Tensor &tensor : tensors)
        shapes.emplace_back(tensor.extents());
    return shapes;
}

/// Why the config alone decides that a model is not computed as it stands.
std::optional<Error> configError(const Model &model)
{
    for (const auto &layer : model.layers) {
        if (const RefusedArgument *refused = layer->refusedArgument())
            return refused->error;
        if (isUnknown(*layer))
            return Error{"E16", layer->name(), "class_name", '"' + layer->type().className + '"',
                         concat("the class ", layer->type().className, " of ", layer->name(),
                                " is not known here")};
    }
    return std::nullopt;
}

const Error *firstError(const ModelShapes &shapes)
{
    for (const LayerShapes &layer : shapes.layers) {
        if (layer.error)
            return &*layer.error;
    }
    return nullptr;
}

/// One case on its way through the stages; `m_result` passes until something fails.
class CaseRun
{
public:
    CaseRun(const TestCase &test, const RunnerOptions &options) : m_test(test), m_options(options)
    {
        m_result.file = test.file;
        m_result.name = test.name();
    }

    CaseResult run()
    {
        const auto start = Clock::now();
        if (!go() && m_result.status == CaseStatus::Failed)
            m_result.message += concat(". The case: ", config());
        m_result.milliseconds = millisecondsSince(start);
        return std::move(m_result);
    }

private:
    /// False once the outcome is known.
    bool go()
    {
        auto model = modelOfTest(m_test);
        if (!model)
            return refused(model.error(), ErrorStage::Config);
        m_model = std::move(model->entry);
        m_hasWeights = model->hasWeights;
        if (const auto error = configError(m_model.model))
            return refused(*error, ErrorStage::Config);
        return build() && giveWeights() && call() && checkOutcome();
    }

    std::string config() const
    {
        constexpr std::size_t kMost = 2000;
        std::string text = jsonText(*m_test.entry.json);
        if (text.size() > kMost)
            text = text.substr(0, kMost) + "…";
        return text;
    }

    bool failed(const std::string &message)
    {
        m_result.status = CaseStatus::Failed;
        m_result.message = message;
        return false;
    }

    bool skipped(const std::string &reason)
    {
        m_result.status = CaseStatus::Skipped;
        m_result.message = reason;
        return false;
    }

    bool refused(const Error &error, ErrorStage stage)
    {
        const std::string said =
            concat("refused (", toString(stage), ", ", error.rule, "): ", error.message);
        if (!m_test.error)
            return failed(said);
        const ExpectedError &expected = *m_test.error;
        const bool names = expected.argument.empty() || error.argument == expected.argument ||
                           error.message.find(expected.argument) != std::string::npos;
        if (error.rule == expected.rule && names && stage <= expected.stage)
            return false;
        return failed(concat("expected ", expected.rule, " naming ", expected.argument,
                             " at the stage ", toString(expected.stage), ", but it was ", said));
    }

    bool build()
    {
        m_shapes = m_test.inputShapes;
        if (m_shapes.empty())
            m_shapes = shapesOf(m_test.entry.inputs);
        if (m_shapes.empty())
            m_shapes = inputShapes(m_model.model);
        // Without any shape there is nothing to build for.
        if (m_shapes.empty() || m_shapes.front().rank() == 0)
            return true;
        m_built = inferShapes(m_model.model, m_shapes);
        if (const Error *error = firstError(m_built))
            return refused(*error, ErrorStage::Build);
        return true;
    }

    bool giveWeights()
    {
        const bool wanted =
            !m_hasWeights && (!m_test.entry.weights.empty() || !m_test.entry.outputs.empty());
        if (!wanted || m_built.layers.empty())
            return true;
        auto model = withStoredWeights(m_model, m_test.entry.weights, m_shapes);
        if (!model)
            return refused(model.error(), ErrorStage::Weights);
        m_model.model = std::move(*model);
        return true;
    }

    /// A layer that was built for other channels keeps its weights: another input does not fit
    /// them.
    bool fitsWhatWasBuilt(const ModelShapes &called)
    {
        for (std::size_t i = 0; i < m_built.layers.size(); ++i) {
            if (m_built.layers[i].weights == called.layers[i].weights)
                continue;
            const Error error{"E11",
                              m_model.model.layer(static_cast<int>(i)).name(),
                              "input",
                              {},
                              concat("input: the layer was built for ", m_shapes.front().toString(),
                                     ", and its weights do not fit the channels of ",
                                     toString(m_test.entry.inputs.front().extents()))};
            return refused(error, ErrorStage::Call);
        }
        return true;
    }

    bool call()
    {
        const auto &inputs = m_test.entry.inputs;
        if (inputs.empty())
            return true;
        const ModelShapes shapes = inferShapes(m_model.model, shapesOf(inputs));
        if (const Error *error = firstError(shapes))
            return refused(*error, ErrorStage::Call);
        if (!fitsWhatWasBuilt(shapes))
            return false;
        auto done = runWith(m_options.kernel);
        if (!done)
            return refused(done.error(), ErrorStage::Call);
        m_run = std::move(*done);
        return true;
    }

    Result<RunResult> runWith(const std::string &kernel) const
    {
        RunOptions options;
        options.stop = m_options.stop;
        options.kernel = kernel;
        options.allOrNothing = true;
        RunResult result = convscope::run(m_model.model, m_test.entry.inputs, options);
        for (const LayerResult &layer : result.layers) {
            if (layer.error)
                return fail(*layer.error);
        }
        if (result.cancelled)
            return fail("cancelled", {}, {}, "the run was cancelled");
        return result;
    }

    bool checkOutcome()
    {
        if (m_test.error)
            return failed(concat("was accepted, but must be refused with ", m_test.error->rule,
                                 " naming ", m_test.error->argument));
        if (m_options.oracle == Oracle::OpenCv)
            return checkOpenCv();
        if (m_options.oracle == Oracle::Reference && !m_test.entry.inputs.empty())
            return checkReference();
        const CaseEntry &entry = m_test.entry;
        if (entry.outputs.empty() && entry.activations.empty() && entry.constrained.empty() &&
            !m_test.loss && m_test.outputShapes.empty())
            return failed("states nothing to check: no output, shape, loss or error");
        if (const std::string lack = missing(); !lack.empty())
            return failed(lack);
        return checkShapes() && checkOutputs(outputs(m_run), entry.outputs, "output") &&
               checkActivations() && checkConstrained() && checkLoss();
    }

    /// Why what the case states cannot be judged; empty where everything is there.
    std::string missing() const
    {
        const CaseEntry &entry = m_test.entry;
        constexpr const char *kInput = ", but has no input to compute it from";
        if (entry.inputs.empty()) {
            if (!entry.outputs.empty())
                return concat("states an output", kInput);
            if (!entry.activations.empty())
                return concat("states the activation of ", entry.activations.front().first, kInput);
            if (m_test.loss)
                return concat("states a loss", kInput);
        }
        const bool isBuilt = !m_built.layers.empty() || m_model.model.size() == 0;
        constexpr const char *kShape = ", but has no input and no input_shape with sizes";
        if (!m_test.outputShapes.empty() && !isBuilt)
            return concat("states an output_shape", kShape);
        if (!entry.constrained.empty() && !isBuilt)
            return concat("states constrained weights", kShape);
        if (!entry.constrained.empty() && entry.weights.empty())
            return "states constrained weights, but has no weights to constrain";
        return {};
    }

    std::vector<Tensor> outputs(const RunResult &run) const
    {
        std::vector<Tensor> tensors;
        for (const int index : m_model.model.outputIndices()) {
            if (index < static_cast<int>(run.layers.size()))
                tensors.push_back(run.layers[static_cast<std::size_t>(index)].output);
        }
        // A model without layers hands its input on.
        if (m_model.model.size() == 0)
            tensors = m_test.entry.inputs;
        return tensors;
    }

    bool checkShapes()
    {
        if (m_test.outputShapes.empty())
            return true;
        const std::vector<int> indices = m_model.model.outputIndices();
        if (indices.size() != m_test.outputShapes.size())
            return failed(
                concat("expected ", m_test.outputShapes.size(), " outputs, got ", indices.size()));
        for (std::size_t i = 0; i < indices.size(); ++i) {
            const auto &output = m_built.layers.at(static_cast<std::size_t>(indices[i])).output;
            if (!(output == m_test.outputShapes[i]))
                return failed(concat("expected the output shape ",
                                     m_test.outputShapes[i].toString(), ", got ",
                                     output.value_or(Shape()).toString()));
        }
        return true;
    }

    bool checkOutputs(const std::vector<Tensor> &got, const std::vector<Tensor> &expected,
                      const std::string &what)
    {
        if (expected.empty())
            return true;
        if (got.size() != expected.size())
            return failed(
                concat(what, ": expected ", expected.size(), " tensors, got ", got.size()));
        for (std::size_t i = 0; i < got.size(); ++i) {
            if (!checkTensor(got[i], expected[i], got.size() == 1 ? what : concat(what, ' ', i)))
                return false;
        }
        return true;
    }

    bool checkTensor(const Tensor &got, const Tensor &expected, const std::string &what)
    {
        Tolerance tolerance = m_options.tolerance.value_or(m_test.tolerance);
        tolerance.elementwise = m_test.tolerance.elementwise;
        const Comparison comparison = compare(got, expected, tolerance);
        const double share = comparison.maxError / std::max(comparison.allowed, 1e-300);
        if (!m_result.maxError || share > m_worstShare || !comparison.matches) {
            m_worstShare = share;
            m_result.maxError = comparison.maxError;
            m_result.allowed = comparison.allowed;
            m_result.worstIndex = comparison.worstIndex;
        }
        return comparison.matches || failed(concat(what, ' ', comparison.message));
    }

    /// The layer of that name, or the last one of a model inside the model.
    int layerNamed(const std::string &name) const
    {
        const Model &model = m_model.model;
        if (const int at = model.indexOf(name); at >= 0)
            return at;
        int last = -1;
        for (int i = 0; i < model.size(); ++i) {
            if (model.layer(i).name().starts_with(name + '/'))
                last = i;
        }
        return last;
    }

    bool checkActivations()
    {
        for (const auto &[name, expected] : m_test.entry.activations) {
            const auto input =
                std::find_if(m_model.model.inputs.begin(), m_model.model.inputs.end(),
                             [&](const ModelInput &i) { return i.name == name; });
            if (input != m_model.model.inputs.end())
                continue;
            const int at = layerNamed(name);
            if (at < 0)
                return failed(concat("there is no layer '", name, "' whose activation is given"));
            if (!checkTensor(m_run.layers.at(static_cast<std::size_t>(at)).output, expected,
                             "activation of " + name))
                return false;
        }
        return true;
    }

    bool checkConstrained()
    {
        if (m_test.entry.constrained.empty())
            return true;
        std::vector<Tensor> constrained;
        for (const std::string &name : m_model.weightOrder) {
            const auto at = static_cast<std::size_t>(m_model.model.indexOf(name));
            const auto &specs = m_built.layers[at].weights;
            const auto &weights = m_model.model.layer(static_cast<int>(at)).storedWeights();
            for (std::size_t i = 0; i < specs.size(); ++i) {
                auto value = constrain(specs[i].constraint, weights[i]);
                if (!value)
                    return failed(value.error().message);
                constrained.push_back(std::move(*value));
            }
        }
        return checkOutputs(constrained, m_test.entry.constrained, "constrained weight");
    }

    bool checkLoss()
    {
        if (!m_test.loss)
            return true;
        const auto all = losses(m_model.model, m_run);
        if (!all)
            return failed(all.error().message);
        const double sum = all->total;
        constexpr double kRelative = 1e-5;
        if (std::abs(sum - *m_test.loss) <= kRelative * std::abs(*m_test.loss))
            return true;
        return failed(concat("expected the loss ", *m_test.loss, ", got ", sum));
    }

    bool checkReference()
    {
        const auto reference = runWith("reference");
        if (!reference)
            return failed(concat("the reference kernels failed: ", reference.error().message));
        for (std::size_t i = 0; i < m_run.layers.size(); ++i) {
            if (!checkTensor(m_run.layers[i].output, reference->layers[i].output,
                             concat(m_model.model.layer(static_cast<int>(i)).name(), " by ",
                                    m_run.layers[i].kernel)))
                return false;
        }
        return true;
    }

    bool checkOpenCv()
    {
        if (m_test.entry.inputs.empty() || m_model.model.size() != 1)
            return skipped("the OpenCV oracle computes single layers on an input");
        const Layer &layer = m_model.model.layer(0);
        const auto reference =
            computeWithOpenCv(layer, m_test.entry.inputs.front(), m_run.layers.front().weights);
        if (!reference)
            return reference.error().rule == "input" ? skipped(reference.error().message)
                                                     : failed(reference.error().message);
        return checkTensor(m_run.layers.front().output, *reference, "output against OpenCV");
    }

    const TestCase &m_test;
    const RunnerOptions &m_options;
    CaseResult m_result;
    double m_worstShare = 0;
    ModelEntry m_model;
    bool m_hasWeights = false;
    std::vector<Shape> m_shapes;
    ModelShapes m_built;
    RunResult m_run;
};

void count(TestReport &report, CaseStatus status)
{
    switch (status) {
    case CaseStatus::Passed:
        ++report.passed;
        return;
    case CaseStatus::Failed:
        ++report.failed;
        return;
    case CaseStatus::Skipped:
        ++report.skipped;
        return;
    }
}

} // namespace

std::string_view toString(CaseStatus status)
{
    switch (status) {
    case CaseStatus::Passed:
        return "passed";
    case CaseStatus::Failed:
        return "failed";
    case CaseStatus::Skipped:
        return "skipped";
    }
    checkFailed("a known status", std::source_location::current());
}

CaseResult runCase(const TestCase &test, const RunnerOptions &options)
{
    return CaseRun(test, options).run();
}

Result<TestReport> runTests(std::span<const std::string> paths, const RunnerOptions &options)
{
    const auto start = Clock::now();
    const auto files = findCaseFiles(paths);
    if (!files)
        return fail(files.error());
    TestReport report;
    int number = 0;
    for (const std::string &file : *files) {
        ++number;
        const auto cases = readTestCases(file);
        if (!cases)
            return fail(cases.error());
        for (const TestCase &test : *cases) {
            if (test.name().find(options.filter) == std::string::npos)
                continue;
            CaseResult result = runCase(test, options);
            if (options.stop.stop_requested()) {
                report.cancelled = true;
                return report;
            }
            count(report, result.status);
            if (options.onCase)
                options.onCase(result, number, static_cast<int>(files->size()));
            report.cases.push_back(std::move(result));
        }
    }
    report.milliseconds = millisecondsSince(start);
    return report;
}

} // namespace convscope
