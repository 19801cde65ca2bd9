// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/refusal.h"

namespace convscope {

namespace {

/// Stored weights of a single layer that has not run because they do not fit it.
std::vector<Finding> causesOfMisfit(const TestCase &test, const CaseStages &stages)
{
    const CaseEntry &entry = test.entry;
    if (stages.refused->stage != ErrorStage::Weights || stages.model.size() != 1 ||
        stages.inputs.empty() || entry.outputs.size() != 1)
        return {};
    const LayerProbe probe{stages.model.layer(0), stages.inputs, entry.weights, {}, {}};
    return findCauses(probe, entry.outputs.front(), test.tolerance);
}

} // namespace

CaseCheck checkRefusal(const TestCase &test, const CaseStages &stages,
                       std::vector<Finding> &findings)
{
    const Words title = words("refusal");
    if (!stages.refused)
        return {title, CaseStatus::Failed,
                words("was accepted, but must be refused with {rule} naming {argument}",
                      test.error->rule, test.error->argument)};
    const auto &[stage, error] = *stages.refused;
    Words said =
        words("refused ({stage}, {rule}): {message}", toString(stage), error.rule, error.words);
    if (!test.error) {
        findings = causesOfMisfit(test, stages);
        return {title, CaseStatus::Failed, std::move(said)};
    }
    const ExpectedError &expected = *test.error;
    const bool names = expected.argument.empty() || error.argument == expected.argument ||
                       error.message.find(expected.argument) != std::string::npos;
    if (error.rule == expected.rule && names && stage <= expected.stage)
        return {title, CaseStatus::Passed, std::move(said)};
    return {title, CaseStatus::Failed,
            words("expected {rule} naming {argument} at the stage {stage}, but it was {refusal}",
                  expected.rule, expected.argument, toString(expected.stage), std::move(said))};
}

} // namespace convscope
