// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "sweep/sweep_cases.h"

#include "testing/case_writer.h"
#include "testing/run_probes.h"

#include <algorithm>

namespace convscope {

std::string settingText(const Sweep &sweep, const SweepCell &cell)
{
    std::string text;
    for (std::size_t i = 0; i < sweep.axes.size(); ++i)
        text += (i > 0 ? ", " : "") + sweep.axes[i].argument + '=' +
                sweep.axes[i].texts[cell.choice[i]];
    return text;
}

Result<TestCase> caseOfSetting(const Sweep &sweep, const SweepCell &cell,
                               const std::stop_token &stop)
{
    Model model;
    const auto run = runSetting(sweep, cell, model, stop);
    if (!run)
        return fail(run.error());
    std::vector<std::vector<Tensor>> weights;
    for (const LayerResult &layer : run->layers)
        weights.push_back(layer.weights);
    const std::vector<Tensor> outputs{run->layers.back().output};
    std::string name = model.layer(sweep.layer).name() + ' ' + settingText(sweep, cell);
    // Slashes part names from what belongs to them.
    std::replace(name.begin(), name.end(), '/', '_');
    const bool isAlone =
        std::all_of(sweep.axes.begin(), sweep.axes.end(),
                    [&](const SweepAxis &axis) { return axis.layer == sweep.layer; });
    const std::vector<RunProbe> probes = probesOf(model, sweep.inputs, *run);
    if (isAlone && !probes.empty() && probes.back().index == sweep.layer) {
        const LayerProbe &probe = probes.back().probe;
        Model single;
        single.layers.push_back(std::make_shared<const Layer>(probe.layer.withInputs({})));
        const std::vector<std::vector<Tensor>> own{probe.weights};
        return recordedCase({name, single, probe.inputs, own, outputs});
    }
    return recordedCase({name, model, sweep.inputs, weights, outputs});
}

} // namespace convscope
