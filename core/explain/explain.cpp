// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/explain.h"

#include "explain/activation_slope.h"
#include "explain/line_function.h"
#include "explain/stage_maker.h"
#include "explain/time_steps.h"
#include "kernels/functions/elementwise_exact.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

ActivationStep activated(const LayerOperands &operands, const ActivationRule &rule,
                         const Extents &index, double input)
{
    ActivationStep step{rule.name, rule.arguments, input, input};
    if (rule.slopes >= 0) {
        const double slope =
            learnedSlope(operands.weights[static_cast<std::size_t>(rule.slopes)], index);
        step.arguments.emplace_back("alpha", slope);
        step.output = input < 0 ? slope * input : input;
        return step;
    }
    step.output = rule.pointwise ? evaluateExactly(*rule.pointwise, input)
                                 : evaluateExactly(*rule.function, input);
    return step;
}

Words noteOf(const LayerOperands &operands)
{
    if (operands.layer.isBypassed())
        return words("The layer is bypassed: it hands its first input on.");
    if (operands.layer.type().group == LayerGroup::Noise)
        return words("The layer acts during training only: here the value passes unchanged.");
    return {};
}

} // namespace

Result<Explanation> explain(const LayerOperands &operands, const Extents &cell, std::int64_t batch,
                            const ExplainOptions &options)
{
    if (const auto known =
            checkCell(operands.name, operands.output.extents(), operands.outputFormat, cell, batch);
        !known)
        return fail(known.error());
    if (const auto folded = foldedSteps(operands))
        return explainStep(operands, *folded, cell, batch, options);
    const StageMaker maker(operands, options);
    if (maker.arithmetic().rule == Arithmetic::Rule::Opaque)
        return fail(
            "E16", {}, operands.layer.type().className,
            words("How {layer} of the class {class} computes its values is not told here, so "
                  "they cannot be explained",
                  operands.name, operands.layer.type().className));
    Extents index = tensorIndex(cell, operands.outputFormat);
    index.insert(index.begin(), batch);

    Explanation told;
    told.layer = operands.name;
    told.className = operands.layer.type().className;
    told.cell = cell;
    told.batch = batch;
    told.kernel = operands.kernel;
    told.note = noteOf(operands);
    told.inputNames = operands.inputNames;
    for (const Tensor &input : operands.inputs)
        told.inputExtents.push_back(input.extents());
    told.value = operands.output.data()[positionOf(index, operands.output.extents())];
    const ActivationRule &rule = maker.arithmetic().activation;
    if (rule.isOfLine()) {
        told.recomputed = lineFunction(maker, index, options, told.stages);
        return told;
    }
    told.recomputed = maker.at(index, &told.stages);
    if (!rule.isLinear()) {
        told.activation = activated(operands, rule, index, told.recomputed);
        told.recomputed = told.activation->output;
    }
    return told;
}

Result<void> checkCell(const std::string &name, const Extents &output, DataFormat format,
                       const Extents &cell, std::int64_t batch)
{
    const std::string received = toString(cell);
    if (output.size() < 2)
        return fail("input", "cell", received,
                    words("{layer} has no cells: its output is {shape}", name, toString(output)));
    if (batch < 0 || batch >= output.front())
        return fail("input", "batch", std::to_string(batch),
                    words("The output of {layer} has the samples 0 to {last}. Received {batch}",
                          name, output.front() - 1, batch));
    const Extents extents = cellExtents(output, format);
    if (cell.size() != extents.size())
        return fail("input", "cell", received,
                    words("A cell of {layer} has an index for each of {extents}, the channel last. "
                          "Received {cell}",
                          name, toString(extents), received));
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] < 0 || cell[i] >= extents[i])
            return fail("input", "cell", received,
                        words("There is no such cell in {layer}: index {index} goes from 0 to "
                              "{last}, as the output is {extents}, the channel last. Received "
                              "{cell}",
                              name, i, extents[i] - 1, toString(extents), received));
    }
    return {};
}

Extents tensorIndex(const Extents &cell, DataFormat format)
{
    Extents index = cell;
    if (format == DataFormat::ChannelsFirst && index.size() > 1)
        std::rotate(index.begin(), index.end() - 1, index.end());
    return index;
}

Extents cellOf(const Extents &index, DataFormat format)
{
    Extents cell = index;
    if (format == DataFormat::ChannelsFirst && cell.size() > 1)
        std::rotate(cell.begin(), cell.begin() + 1, cell.end());
    return cell;
}

Extents cellExtents(const Extents &output, DataFormat format)
{
    if (output.empty())
        return {};
    return cellOf({output.begin() + 1, output.end()}, format);
}

Extents largestCell(const Tensor &output, DataFormat format, std::int64_t batch)
{
    if (output.rank() < 2 || output.size() == 0)
        return {};
    const std::int64_t size = output.size() / output.extent(0);
    const float *values = output.data() + batch * size;
    std::int64_t best = 0;
    for (std::int64_t i = 1; i < size; ++i) {
        if (values[i] > values[best] || (std::isnan(values[best]) && !std::isnan(values[i])))
            best = i;
    }
    return cellOf(indexOf(best, {output.extents().begin() + 1, output.extents().end()}), format);
}

} // namespace convscope
