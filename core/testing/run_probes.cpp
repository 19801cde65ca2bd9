// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/run_probes.h"

#include <algorithm>

namespace convscope {

std::vector<RunProbe> probesOf(const Model &model, std::span<const Tensor> inputs,
                               const RunResult &run)
{
    std::vector<RunProbe> probes;
    for (std::size_t i = 0; i < run.layers.size(); ++i) {
        const auto index = static_cast<int>(i);
        const LayerResult &result = run.layers[i];
        if (result.error || result.output.isNull() || model.layer(index).isBypassed())
            continue;
        std::vector<Tensor> read;
        for (const Source &source : model.sources(index)) {
            const auto at = static_cast<std::size_t>(source.index);
            read.push_back(source.kind == Source::Kind::Input ? inputs[at] : run.layers[at].output);
        }
        const bool isComplete =
            !read.empty() && std::all_of(read.begin(), read.end(), [](const Tensor &t) {
                return !t.isNull() && t.size() > 0;
            });
        if (isComplete)
            probes.push_back(
                {index, {model.owner(index), std::move(read), result.weights, {}, {}}});
    }
    return probes;
}

} // namespace convscope
