// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/explain.h"

#include "base/concat.h"
#include "explain/line_function.h"
#include "explain/stage_maker.h"
#include "kernels/functions/elementwise_exact.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// "(86, 146, 8)"; one index is written "(5,)".
std::string cellWord(const Extents &cell)
{
    return toString(cell);
}

Result<void> hasCell(const LayerOperands &operands, const Extents &cell, std::int64_t batch)
{
    const Extents &output = operands.output.extents();
    if (output.size() < 2)
        return fail("input", "cell", cellWord(cell),
                    concat(operands.name, " has no cells: its output is ", toString(output)));
    const std::int64_t samples = output.front();
    if (batch < 0 || batch >= samples)
        return fail("input", "batch", std::to_string(batch),
                    concat("The output of ", operands.name, " has the samples 0 to ", samples - 1,
                           ". Received ", batch));
    const Extents extents = cellExtents(output, operands.outputFormat);
    if (cell.size() != extents.size())
        return fail("input", "cell", cellWord(cell),
                    concat("A cell of ", operands.name, " has ", extents.size(),
                           extents.size() == 1 ? " index" : " indices",
                           ", the channel last: its output is ", toString(extents),
                           " without the batch. Received ", cellWord(cell)));
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] < 0 || cell[i] >= extents[i])
            return fail("input", "cell", cellWord(cell),
                        concat("Index ", i, " of a cell of ", operands.name, " goes from 0 to ",
                               extents[i] - 1, ": its output is ", toString(extents),
                               " without the batch. Received ", cellWord(cell)));
    }
    return {};
}

/// The slope that a learned activation has at this place of its tensor.
double slopeAt(const Tensor &slopes, const Extents &index)
{
    std::int64_t at = 0;
    for (std::size_t i = 0; i < slopes.extents().size(); ++i) {
        const std::int64_t length = slopes.extents()[i];
        at = at * length + (length == 1 ? 0 : index[i + 1]);
    }
    return static_cast<double>(slopes.data()[at]);
}

ActivationStep activated(const LayerOperands &operands, const ActivationRule &rule,
                         const Extents &index, double input)
{
    ActivationStep step{rule.name, rule.arguments, input, input};
    if (rule.slopes >= 0) {
        const double slope =
            slopeAt(operands.weights[static_cast<std::size_t>(rule.slopes)], index);
        step.arguments.emplace_back("alpha", slope);
        step.output = input < 0 ? slope * input : input;
        return step;
    }
    step.output = evaluateExactly(*rule.function, input);
    return step;
}

std::string noteOf(const LayerOperands &operands)
{
    if (operands.layer.isBypassed())
        return "The layer is bypassed: it hands its first input on.";
    if (operands.layer.type().group == LayerGroup::Noise)
        return "The layer acts during training only: here the value passes unchanged.";
    return {};
}

} // namespace

Result<Explanation> explain(const LayerOperands &operands, const Extents &cell, std::int64_t batch,
                            const ExplainOptions &options)
{
    if (const auto known = hasCell(operands, cell, batch); !known)
        return fail(known.error());
    const StageMaker maker(operands, options);
    if (maker.arithmetic().rule == Arithmetic::Rule::Opaque)
        return fail("E16", {}, operands.layer.type().className,
                    concat("The class ", operands.layer.type().className, " of ", operands.name,
                           " is not known here, so its values cannot be explained"));
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
    if (!rule.function) {
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
