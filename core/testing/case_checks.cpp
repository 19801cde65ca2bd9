// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/case_checks.h"

#include "layers/constraints.h"
#include "run/losses.h"
#include "testing/file_oracle.h"
#include "testing/oracles.h"
#include "testing/property_checks.h"
#include "testing/refusal.h"
#include "testing/run_probes.h"
#include "testing/statistics_check.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace convscope {

namespace {

class Checks
{
public:
    Checks(const TestCase &test, const RunnerOptions &options, CaseResult &result,
           CaseDetail &detail)
        : m_test(test), m_options(options), m_result(result), m_detail(detail),
          m_stages(detail.stages)
    {
    }

    void run()
    {
        if (m_stages.refused || m_test.error)
            add(checkRefusal(m_test, m_stages, m_result.findings));
        else if (m_options.oracle != nullptr || !m_options.properties.empty())
            asked();
        else if (const Words lack = missing(); !lack.isEmpty())
            add({words("what is stated"), CaseStatus::Failed, lack});
        else
            stated();
        if (!m_stages.refused)
            noteLacking();
        settle();
        if (m_firstWrong >= 0)
            findReasons();
    }

private:
    void add(CaseCheck check) { m_detail.checks.push_back(std::move(check)); }

    /// Layers that were left out are told, and decide nothing.
    void noteLacking()
    {
        std::string names;
        for (int i = 0; i < m_stages.model.size(); ++i) {
            if (m_stages.isLacking(i))
                names += (names.empty() ? "" : ", ") + m_stages.model.layer(i).name();
        }
        if (!names.empty())
            add({words("layers left out"), CaseStatus::Skipped,
                 words("{layers}: not computed, as a class is not known here", names)});
    }

    /// What the options put in the place of the file's expectations.
    void asked()
    {
        if (m_stages.inputs.empty()) {
            add({words("input"), CaseStatus::Skipped, words("has no input to compute with")});
            return;
        }
        if (m_options.oracle != nullptr)
            checkOracle(*m_options.oracle);
        if (!m_options.properties.empty())
            checkProperties(m_options.properties);
    }

    void stated()
    {
        checkShapes();
        const CaseEntry &entry = m_test.entry;
        if (!entry.outputs.empty())
            checkOutputs();
        checkActivations();
        checkConstrained();
        checkLoss();
        if (m_test.statistics)
            checkStatistics();
        checkStatedProperties();
        for (const std::string &name : m_test.oracles)
            checkStatedOracle(name);
    }

    /// Why what the case states cannot be judged; empty where everything is there.
    Words missing() const
    {
        const CaseEntry &entry = m_test.entry;
        const bool computes = m_test.statistics || !m_test.properties.empty() ||
                              !m_test.oracles.empty() || m_test.loss || !entry.outputs.empty() ||
                              !entry.activations.empty();
        if (!computes && entry.constrained.empty() && m_test.outputShapes.empty())
            return words("states nothing to check: no output, shape, statistics, property, "
                         "oracle, loss or error");
        if (computes && m_stages.inputs.empty()) {
            const Words what = !entry.outputs.empty()       ? words("an output")
                               : !entry.activations.empty() ? words("the activation of {layer}",
                                                                    entry.activations.front().first)
                               : m_test.loss                ? words("a loss")
                               : m_test.statistics          ? words("statistics")
                               : !m_test.oracles.empty()    ? words("an oracle")
                                                            : words("a property");
            return words("states {what}, but has no input to compute it from", what);
        }
        const bool isBuilt = !m_stages.built.layers.empty() || m_stages.model.size() == 0;
        if (!m_test.outputShapes.empty() && !isBuilt)
            return words("states an output_shape, but has no input and no input_shape with sizes");
        if (!entry.constrained.empty() && !isBuilt)
            return words(
                "states constrained weights, but has no input and no input_shape with sizes");
        if (!entry.constrained.empty() && entry.weights.empty())
            return words("states constrained weights, but has no weights to constrain");
        return {};
    }

    void checkShapes()
    {
        if (m_test.outputShapes.empty())
            return;
        const std::vector<int> indices = m_stages.model.outputIndices();
        CaseCheck check{words("output shape"), CaseStatus::Passed, {}};
        if (indices.size() != m_test.outputShapes.size())
            check = {check.title, CaseStatus::Failed,
                     words("expected {expected} outputs, got {received}",
                           m_test.outputShapes.size(), indices.size())};
        for (std::size_t i = 0; i < indices.size() && check.status == CaseStatus::Passed; ++i) {
            const auto &output =
                m_stages.built.layers.at(static_cast<std::size_t>(indices[i])).output;
            if (!(output == m_test.outputShapes[i]))
                check = {check.title, CaseStatus::Failed,
                         words("expected the output shape {expected}, got {received}",
                               m_test.outputShapes[i].toString(),
                               output.value_or(Shape()).toString())};
        }
        add(std::move(check));
    }

    /// The outputs of the model with the layers they come from.
    std::vector<std::pair<int, Tensor>> outputs() const
    {
        std::vector<std::pair<int, Tensor>> tensors;
        for (const int index : m_stages.model.outputIndices()) {
            if (index < static_cast<int>(m_stages.run.layers.size()))
                tensors.emplace_back(index,
                                     m_stages.run.layers[static_cast<std::size_t>(index)].output);
        }
        // A model without layers hands its input on.
        for (const Tensor &input : m_stages.inputs) {
            if (m_stages.model.size() == 0)
                tensors.emplace_back(-1, input);
        }
        return tensors;
    }

    void checkOutputs()
    {
        const auto got = outputs();
        const std::vector<Tensor> &expected = m_test.entry.outputs;
        if (got.size() != expected.size()) {
            add({words("output"), CaseStatus::Failed,
                 words("output: expected {expected} tensors, got {received}", expected.size(),
                       got.size())});
            return;
        }
        for (std::size_t i = 0; i < got.size(); ++i)
            checkTensor(got[i].first, got[i].second, expected[i],
                        got.size() == 1 ? words("output") : words("output {number}", i));
    }

    /// The layer of that name, or the last one of a model inside the model.
    int layerNamed(const std::string &name) const
    {
        const Model &model = m_stages.model;
        if (const int at = model.indexOf(name); at >= 0)
            return at;
        int last = -1;
        for (int i = 0; i < model.size(); ++i) {
            if (model.layer(i).name().starts_with(name + '/'))
                last = i;
        }
        return last;
    }

    void checkActivations()
    {
        for (const auto &[name, expected] : m_test.entry.activations) {
            const auto &inputs = m_stages.model.inputs;
            if (std::any_of(inputs.begin(), inputs.end(),
                            [&, wanted = &name](const ModelInput &i) { return i.name == *wanted; }))
                continue;
            const int at = layerNamed(name);
            if (at < 0)
                add({words("activation of {layer}", name), CaseStatus::Failed,
                     words("there is no layer '{layer}' whose activation is given", name)});
            else
                checkTensor(at, m_stages.run.layers.at(static_cast<std::size_t>(at)).output,
                            expected, words("activation of {layer}", name));
        }
    }

    void checkConstrained()
    {
        const std::vector<Tensor> &expected = m_test.entry.constrained;
        if (expected.empty())
            return;
        std::vector<Tensor> constrained;
        for (const std::string &name : m_stages.weightOrder) {
            const auto at = static_cast<std::size_t>(m_stages.model.indexOf(name));
            const auto &specs = m_stages.built.layers[at].weights;
            const auto weights = m_stages.model.layer(static_cast<int>(at)).storedWeights();
            for (std::size_t i = 0; i < specs.size(); ++i) {
                auto value = constrain(specs[i].constraint, weights[i]);
                if (!value) {
                    add({words("constrained weights"), CaseStatus::Failed, value.error().words});
                    return;
                }
                constrained.push_back(std::move(*value));
            }
        }
        if (constrained.size() != expected.size()) {
            add({words("constrained weights"), CaseStatus::Failed,
                 words("constrained weight: expected {expected} tensors, got {received}",
                       expected.size(), constrained.size())});
            return;
        }
        for (std::size_t i = 0; i < expected.size(); ++i)
            checkTensor(-1, constrained[i], expected[i],
                        expected.size() == 1 ? words("constrained weight")
                                             : words("constrained weight {number}", i));
    }

    void checkLoss()
    {
        if (!m_test.loss)
            return;
        CaseCheck check{words("loss"), CaseStatus::Passed, {}};
        constexpr double kRelative = 1e-5;
        const auto all = losses(m_stages.model, m_stages.run);
        if (!all)
            check = {check.title, CaseStatus::Failed, all.error().words};
        else if (!(std::abs(all->total - *m_test.loss) <= kRelative * std::abs(*m_test.loss)))
            check = {
                check.title, CaseStatus::Failed,
                words("expected the loss {expected}, got {received}", *m_test.loss, all->total)};
        add(std::move(check));
    }

    void checkStatistics()
    {
        const auto all = outputs();
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (CaseCheck &check : statisticsChecks(*m_test.statistics, all[i].second)) {
                if (all.size() > 1)
                    check.said = words("{tensor}: {sentence}", words("output {number}", i),
                                       std::move(check.said));
                if (check.status == CaseStatus::Failed)
                    m_wrongStatistics.push_back(m_detail.checks.size());
                add(std::move(check));
            }
        }
    }

    Tolerance tolerance() const
    {
        Tolerance tolerance = m_options.tolerance.value_or(m_test.tolerance);
        tolerance.elementwise = m_test.tolerance.elementwise;
        return tolerance;
    }

    void checkStatedProperties()
    {
        std::vector<const Property *> stated;
        for (const std::string &name : m_test.properties) {
            const auto named = propertiesNamed(name);
            if (named)
                stated.insert(stated.end(), named->begin(), named->end());
            else
                add({verbatim(name), CaseStatus::Failed, named.error().words});
        }
        if (!stated.empty())
            checkProperties(stated);
    }

    void checkProperties(std::span<const Property *const> properties)
    {
        PropertyChecks checked = convscope::checkProperties(
            properties, m_stages, {tolerance(), m_options.kernel, m_options.stop});
        for (CaseCheck &check : checked.checks)
            add(std::move(check));
        if (!m_result.maxError && checked.maxError) {
            m_result.maxError = checked.maxError;
            m_result.allowed = checked.allowed;
            m_result.worstIndex = std::move(checked.worstIndex);
        }
        m_detail.smallestInputs = std::move(checked.smallestInputs);
    }

    void checkStatedOracle(const std::string &name)
    {
        if (const Oracle *oracle = findOracle(name)) {
            checkOracle(*oracle);
            return;
        }
        const auto file =
            fileOracle((std::filesystem::path(m_test.file).parent_path() / name).string());
        if (file)
            checkOracle(*file);
        else
            add({words("oracle {name}", name), CaseStatus::Failed, file.error().words});
    }

    void checkOracle(const Oracle &oracle)
    {
        const OracleCase asked{m_test.name(), m_stages.model, m_stages.inputs, m_stages.run,
                               m_options.stop};
        const Words title = words("oracle {name}", oracle.name);
        if (auto reason = oracle.whyNot(asked)) {
            add({title, CaseStatus::Skipped, std::move(*reason)});
            return;
        }
        const auto opinions = oracle.compute(asked);
        if (!opinions && opinions.error().rule == "declined") {
            add({title, CaseStatus::Skipped, opinions.error().words});
            return;
        }
        if (!opinions) {
            add({title, CaseStatus::Failed,
                 words("{oracle} failed: {reason}", oracle.name, opinions.error().words)});
            return;
        }
        for (const OracleOpinion &opinion : *opinions)
            checkOpinion(opinion);
    }

    void checkOpinion(const OracleOpinion &opinion)
    {
        const Tensor &computed =
            m_stages.run.layers.at(static_cast<std::size_t>(opinion.layer)).output;
        Comparison comparison = compare(computed, opinion.expected, tolerance());
        std::optional<OtherReading> proved;
        if (!comparison.matches && opinion.readings) {
            for (OtherReading &reading : opinion.readings()) {
                if (!compare(computed, reading.expected, tolerance()).matches)
                    continue;
                proved = std::move(reading);
                break;
            }
        }
        if (!proved) {
            judge(opinion.layer, computed, opinion.expected, opinion.what, std::move(comparison));
            return;
        }
        if (proved->isStorage) {
            m_note = words("{tensor}: {finding}", opinion.what, proved->finding.message);
            checkTensor(opinion.layer, computed, proved->expected, opinion.what);
        } else {
            judge(opinion.layer, computed, opinion.expected, opinion.what, std::move(comparison));
        }
        m_result.findings.push_back(std::move(proved->finding));
    }

    void checkTensor(int layer, const Tensor &computed, const Tensor &expected, Words what)
    {
        judge(layer, computed, expected, std::move(what), compare(computed, expected, tolerance()));
    }

    void judge(int layer, const Tensor &computed, const Tensor &expected, Words what,
               Comparison comparison)
    {
        const double share = comparison.maxError / std::max(comparison.allowed, 1e-300);
        const bool isWorst = !m_result.maxError || share > m_worstShare;
        // The first that does not match is the one to be looked at, later ones may follow from it.
        if ((isWorst && !m_isWrong) || (!comparison.matches && !m_isWrong)) {
            m_worstShare = share;
            m_result.maxError = comparison.maxError;
            m_result.allowed = comparison.allowed;
            m_result.worstIndex = comparison.worstIndex;
        }
        if (!comparison.matches) {
            m_isWrong = true;
            if (layer >= 0 && (m_firstWrong < 0 || layer < m_wrongLayer)) {
                m_firstWrong = static_cast<int>(m_detail.compared.size());
                m_wrongLayer = layer;
            }
        }
        CaseCheck check{what, comparison.matches ? CaseStatus::Passed : CaseStatus::Failed, {}};
        if (!comparison.matches)
            check.said = words("{tensor} {difference}", what, comparison.message);
        add(std::move(check));
        m_detail.compared.push_back(
            {std::move(what), layer, computed, expected, tolerance(), std::move(comparison)});
    }

    /// The outcome of all checks together, and the sentence of the one that decides it.
    void settle()
    {
        const auto with = [&](CaseStatus status) {
            return std::find_if(m_detail.checks.begin(), m_detail.checks.end(),
                                [&](const CaseCheck &check) { return check.status == status; });
        };
        const auto end = m_detail.checks.end();
        m_result.message = m_note;
        if (const auto failed = with(CaseStatus::Failed); failed != end) {
            m_result.status = CaseStatus::Failed;
            m_result.message = failed->said;
            // Bounds do not follow from each other: all that are broken are told.
            for (const std::size_t at : m_wrongStatistics) {
                const CaseCheck &check = m_detail.checks[at];
                if (&check != &*failed)
                    m_result.message =
                        words("{sentence}; {other}", std::move(m_result.message), check.said);
            }
        } else if (const auto skipped = with(CaseStatus::Skipped);
                   skipped != end && with(CaseStatus::Passed) == end) {
            m_result.status = CaseStatus::Skipped;
            m_result.message = skipped->said;
        }
    }

    /// Tries what may have caused the difference at the first layer that is wrong.
    void findReasons()
    {
        const ComparedTensor &wrong = m_detail.compared[static_cast<std::size_t>(m_firstWrong)];
        for (const RunProbe &one : probesOf(m_stages.model, m_stages.inputs, m_stages.run)) {
            if (one.index != m_wrongLayer)
                continue;
            LayerProbe probe = one.probe;
            probe.stop = m_options.stop;
            for (Finding &finding : findCauses(probe, wrong.expected, wrong.tolerance))
                // How the array was read is not told again as what is wrong with the layer.
                if (std::none_of(m_result.findings.begin(), m_result.findings.end(),
                                 [&](const Finding &told) {
                                     return told.kind == finding.kind &&
                                            told.kind == "channel_order";
                                 }))
                    m_result.findings.push_back(std::move(finding));
        }
    }

    const TestCase &m_test;
    const RunnerOptions &m_options;
    CaseResult &m_result;
    CaseDetail &m_detail;
    const CaseStages &m_stages;
    Words m_note;
    /// Positions of checks.
    std::vector<std::size_t> m_wrongStatistics;
    double m_worstShare = 0;
    bool m_isWrong = false;
    /// Position among the compared tensors of the first layer that is wrong, and that layer.
    int m_firstWrong = -1;
    int m_wrongLayer = -1;
};

} // namespace

void checkCase(const TestCase &test, const RunnerOptions &options, CaseResult &result,
               CaseDetail &detail)
{
    Checks(test, options, result, detail).run();
}

} // namespace convscope
