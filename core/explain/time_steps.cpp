// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/time_steps.h"

#include "layers/time_distributed.h"

namespace convscope {

std::optional<LayerOperands> foldedSteps(const LayerOperands &operands)
{
    const LayerType *inside = insideTimeDistributed(operands.layer.type());
    if (inside == nullptr || operands.layer.isBypassed())
        return std::nullopt;
    LayerOperands steps = operands;
    steps.layer = Layer(*inside, operands.layer.name()).withParams(operands.layer.params());
    for (Tensor &input : steps.inputs)
        input = withoutSteps(input);
    steps.output = withoutSteps(operands.output);
    steps.outputFormat = dataFormat(steps.layer);
    steps.inputFormats.assign(steps.inputs.size(), steps.outputFormat);
    return steps;
}

Extents foldedIndex(const Extents &index, std::int64_t steps)
{
    Extents inner(index.begin() + 1, index.end());
    inner.front() += index.front() * steps;
    return inner;
}

Result<Explanation> explainStep(const LayerOperands &operands, const LayerOperands &folded,
                                const Extents &cell, std::int64_t batch,
                                const ExplainOptions &options)
{
    Extents index = tensorIndex(cell, operands.outputFormat);
    index.insert(index.begin(), batch);
    const Extents inner = foldedIndex(index, operands.output.extent(1));
    auto told = explain(folded, cellOf({inner.begin() + 1, inner.end()}, folded.outputFormat),
                        inner.front(), options);
    if (!told)
        return told;
    told->className = operands.layer.type().className;
    told->cell = cell;
    told->batch = batch;
    for (std::size_t i = 0; i < operands.inputs.size(); ++i)
        told->inputExtents[i] = operands.inputs[i].extents();
    // The window is one step long.
    const auto axes = static_cast<std::size_t>(folded.inputs.front().rank()) - 2;
    for (Stage &stage : told->stages) {
        if (!stage.taps.empty() && stage.taps.size() == axes && stage.reduce != Reduce::Line)
            stage.taps.insert(stage.taps.begin(), 1);
    }
    return told;
}

} // namespace convscope
