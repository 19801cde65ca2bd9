// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/property_checks.h"

#include "testing/run_probes.h"

#include <algorithm>

namespace convscope {

namespace {

/// An input small enough to be read, as its shape and values.
std::string textOf(const Tensor &input)
{
    constexpr std::int64_t kMost = 24;
    std::string text = toString(input.extents()) + " [";
    for (std::int64_t i = 0; i < std::min(input.size(), kMost); ++i)
        text += (i > 0 ? ", " : "") + shortest(static_cast<double>(input.data()[i]));
    return text + (input.size() > kMost ? ", …]" : "]");
}

std::string textOf(const std::vector<Tensor> &inputs)
{
    std::string text;
    for (const Tensor &input : inputs)
        text += (text.empty() ? "" : "; ") + textOf(input);
    return text;
}

void take(PropertyChecks &all, const Property &property, const std::string &layer,
          PropertyOutcome outcome)
{
    const double share =
        outcome.maxError.value_or(0) / std::max(outcome.allowed.value_or(0), 1e-300);
    const double worst = all.maxError.value_or(0) / std::max(all.allowed.value_or(0), 1e-300);
    const bool isFirstBroken = !outcome.holds && all.smallestInputs.empty();
    if (outcome.maxError &&
        (!all.maxError || isFirstBroken || (share > worst && all.smallestInputs.empty()))) {
        all.maxError = outcome.maxError;
        all.allowed = outcome.allowed;
        all.worstIndex = outcome.worstIndex;
    }
    CaseCheck check{words("{property} of {layer}", property.name, layer),
                    outcome.holds ? CaseStatus::Passed : CaseStatus::Failed, outcome.said};
    if (!outcome.holds) {
        check.said = words("{property} does not hold for {layer}: {difference}", property.name,
                           layer, outcome.said);
        const std::string inputs = textOf(outcome.smallestInputs);
        if (outcome.smallestInputs.size() == 1)
            check.said = words("{sentence}; the smallest input found that breaks it: {input}",
                               std::move(check.said), inputs);
        else if (!outcome.smallestInputs.empty())
            check.said = words("{sentence}; the smallest inputs found that break it: {inputs}",
                               std::move(check.said), inputs);
        if (isFirstBroken)
            all.smallestInputs = std::move(outcome.smallestInputs);
    }
    all.checks.push_back(std::move(check));
}

} // namespace

PropertyChecks checkProperties(std::span<const Property *const> properties,
                               const CaseStages &stages, const PropertyOptions &options)
{
    PropertyChecks all;
    std::vector<RunProbe> probes = probesOf(stages.model, stages.inputs, stages.run);
    for (RunProbe &one : probes) {
        one.probe.kernel = options.kernel;
        one.probe.stop = options.stop;
    }
    for (const Property *property : properties) {
        std::optional<Words> reason = words("there is no layer to be computed");
        bool isAsked = false;
        for (const RunProbe &one : probes) {
            reason = property->whyNot(one.probe);
            if (reason)
                continue;
            isAsked = true;
            const std::string &layer = stages.model.layer(one.index).name();
            auto outcome = checkProperty(*property, one.probe, options.tolerance);
            if (outcome)
                take(all, *property, layer, std::move(*outcome));
            else
                all.checks.push_back({words("{property} of {layer}", property->name, layer),
                                      CaseStatus::Failed,
                                      words("{property} could not be tried on {layer}: {reason}",
                                            property->name, layer, outcome.error().words)});
        }
        if (!isAsked)
            all.checks.push_back({verbatim(std::string(property->name)), CaseStatus::Skipped,
                                  words("{property}: {reason}", property->name, *reason)});
    }
    return all;
}

Result<std::vector<const Property *>> propertiesNamed(const std::string &name)
{
    std::vector<const Property *> found;
    std::string known = "all";
    for (const Property &property : properties()) {
        known += ", " + std::string(property.name);
        if (name == "all" || property.name == name)
            found.push_back(&property);
    }
    if (found.empty())
        return fail("usage", "property", '"' + name + '"',
                    words("there is no property {name}; there are {known}", name, known));
    return found;
}

} // namespace convscope
