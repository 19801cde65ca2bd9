// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/kernel_slice.h"

#include "explain/cell_terms.h"
#include "explain/time_steps.h"

#include <algorithm>

namespace convscope {

namespace {

std::vector<Shape> inputShapesOf(const LayerOperands &operands)
{
    std::vector<Shape> shapes;
    for (const Tensor &input : operands.inputs)
        shapes.emplace_back(input.extents());
    return shapes;
}

/// Where the layer takes its channels from.
std::int64_t inputChannels(const LayerOperands &operands)
{
    const Tensor &input = operands.inputs.front();
    const bool hasFormat = operands.layer.type().dataFormat && !operands.layer.isBypassed();
    const DataFormat format =
        hasFormat ? dataFormat(operands.layer) : operands.inputFormats.front();
    return input.extent(channelAxis(format, input.rank()));
}

bool isWindowOfWeights(const LayerOperands &operands, const Arithmetic &arithmetic)
{
    return (arithmetic.rule == Arithmetic::Rule::Sum ||
            arithmetic.rule == Arithmetic::Rule::Separable) &&
           operands.layer.type().axes && !operands.weights.empty();
}

} // namespace

Arithmetic layerArithmetic(const LayerOperands &operands)
{
    if (operands.layer.isBypassed())
        return {};
    // Within TimeDistributed what the inner layer does, its axes one further. With channels_first
    // they stand where nobody looks for them: such a layer is not told here.
    const auto folded = foldedSteps(operands);
    if (folded && dataFormat(folded->layer) == DataFormat::ChannelsLast) {
        Arithmetic inner = layerArithmetic(*folded);
        const auto moved = [](int axis) { return axis > 0 ? axis + 1 : axis; };
        inner.activation.axis = moved(inner.activation.axis);
        for (int &axis : inner.normalization.axes)
            axis = moved(axis);
        return inner;
    }
    return operands.layer.type().arithmetic(operands.layer.params(), inputShapesOf(operands));
}

std::optional<KernelSlice> kernelSlice(const LayerOperands &operands, std::int64_t input,
                                       std::int64_t output)
{
    const Arithmetic arithmetic = layerArithmetic(operands);
    if (!isWindowOfWeights(operands, arithmetic))
        return std::nullopt;
    const bool isSeparable = arithmetic.rule == Arithmetic::Rule::Separable;
    const KernelLayout layout = isSeparable ? KernelLayout::Depthwise : arithmetic.layout;
    const Tensor &kernel = operands.weights.front();
    const std::int64_t rows = kernel.extent(kernel.rank() - 2);
    const std::int64_t columns = kernel.extent(kernel.rank() - 1);
    std::int64_t row = input;
    std::int64_t column = output;
    if (layout == KernelLayout::Convolution) {
        row -= channelsSeen(operands, output).first;
    } else if (layout == KernelLayout::Transposed) {
        std::swap(row, column);
    } else {
        if (output / arithmetic.multiplier != input)
            return std::nullopt;
        column = output % columns;
    }
    if (row < 0 || row >= rows || column < 0 || column >= columns)
        return std::nullopt;
    KernelSlice slice;
    slice.taps.assign(kernel.extents().begin(), kernel.extents().end() - 2);
    slice.first.assign(slice.taps.size(), 0);
    slice.first.push_back(row);
    slice.first.push_back(column);
    std::int64_t count = 1;
    for (const std::int64_t length : slice.taps)
        count *= length;
    slice.values.reserve(static_cast<std::size_t>(count));
    for (std::int64_t tap = 0; tap < count; ++tap)
        slice.values.push_back(kernel.data()[(tap * rows + row) * columns + column]);
    return slice;
}

ChannelRange channelsSeen(const LayerOperands &operands, std::int64_t output)
{
    const std::int64_t channels = inputChannels(operands);
    const Arithmetic arithmetic = layerArithmetic(operands);
    switch (arithmetic.rule) {
    case Arithmetic::Rule::Sum: {
        if (arithmetic.layout == KernelLayout::Depthwise)
            return {output / std::max<std::int64_t>(arithmetic.multiplier, 1), 1};
        if (arithmetic.groups < 2 || operands.weights.empty())
            return {0, channels};
        const Tensor &kernel = operands.weights.front();
        const std::int64_t perGroup = kernel.extent(kernel.rank() - 2);
        const std::int64_t filters = kernel.extent(kernel.rank() - 1);
        return {output / std::max<std::int64_t>(filters / arithmetic.groups, 1) * perGroup,
                perGroup};
    }
    case Arithmetic::Rule::Max:
    case Arithmetic::Rule::Min:
    case Arithmetic::Rule::Mean:
    case Arithmetic::Rule::Interpolate:
    case Arithmetic::Rule::Copy:
    case Arithmetic::Rule::Merge:
    case Arithmetic::Rule::Scale:
    case Arithmetic::Rule::Normalize:
        return {std::min(output, std::max<std::int64_t>(channels - 1, 0)), 1};
    case Arithmetic::Rule::Total:
    case Arithmetic::Rule::Variance:
    case Arithmetic::Rule::Separable:
    case Arithmetic::Rule::Opaque:
        break;
    }
    return {0, channels};
}

std::int64_t inputChannelOf(const LayerOperands &operands, std::int64_t between)
{
    const Arithmetic arithmetic = layerArithmetic(operands);
    return arithmetic.rule == Arithmetic::Rule::Separable
               ? between / std::max<std::int64_t>(arithmetic.multiplier, 1)
               : between;
}

std::int64_t explanationCost(const LayerOperands &operands, const Extents &cell, std::int64_t batch)
{
    const std::vector<Shape> shapes = inputShapesOf(operands);
    const Arithmetic arithmetic = layerArithmetic(operands);
    Extents index = tensorIndex(cell, operands.outputFormat);
    index.insert(index.begin(), batch);
    std::int64_t count = 0;
    const std::size_t read = operands.layer.isBypassed() ? 1 : shapes.size();
    for (std::size_t which = 0; which < read; ++which) {
        const Sight sight =
            sightOf(operands.layer, shapes, Shape(operands.output.extents()), which);
        // A function along a line is applied to what the rule gives at each of its cells.
        count += CellWindow(sight, operands.inputs[which], operands.inputFormats[which], index,
                            operands.output.extents(), true)
                     .count();
    }
    count += arithmetic.stated.values.empty() ? 0 : 1;
    count *= std::max<std::int64_t>(arithmetic.multiplier, 1);
    const ActivationRule &activation = arithmetic.activation;
    if (activation.isOfLine() && arithmetic.rule != Arithmetic::Rule::Copy) {
        const auto rank = static_cast<int>(index.size());
        const int axis = activation.axis < 0 ? activation.axis + rank : activation.axis;
        count *=
            operands.output.extents()[static_cast<std::size_t>(axis)] * (activation.isGlu ? 2 : 1);
    }
    return count;
}

} // namespace convscope
