// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/stage_maker.h"

#include "base/check.h"

#include <limits>
#include <utility>

namespace convscope {

namespace {

double weightOf(const Tensor &weights, std::int64_t at)
{
    return static_cast<double>(weights.data()[at]);
}

const char *nameOf(KernelLayout layout)
{
    switch (layout) {
    case KernelLayout::Convolution:
        return "convolution";
    case KernelLayout::Transposed:
        return "transposed";
    case KernelLayout::Depthwise:
        return "depthwise";
    }
    checkFailed("a known layout", std::source_location::current());
}

Reduce reductionOf(Arithmetic::Rule rule)
{
    switch (rule) {
    case Arithmetic::Rule::Max:
        return Reduce::Max;
    case Arithmetic::Rule::Min:
        return Reduce::Min;
    case Arithmetic::Rule::Mean:
        return Reduce::Mean;
    default:
        return Reduce::Sum;
    }
}

std::int64_t axisFromEnd(const Tensor &tensor, int back)
{
    return tensor.extent(tensor.rank() - back);
}

} // namespace

StageMaker::StageMaker(const LayerOperands &operands, const ExplainOptions &options)
    : m_operands(operands), m_options(options), m_extents(operands.output.extents())
{
    const Layer &layer = operands.layer;
    std::vector<Shape> shapes;
    for (const Tensor &input : operands.inputs)
        shapes.emplace_back(input.extents());
    const std::size_t read = layer.isBypassed() ? 1 : shapes.size();
    if (!layer.isBypassed())
        m_arithmetic = layer.type().arithmetic(layer.params(), shapes);
    for (std::size_t which = 0; which < read; ++which)
        m_sights.push_back(sightOf(layer, shapes, Shape(operands.output.extents()), which));
    const bool hasFormat = layer.type().dataFormat && !layer.isBypassed();
    m_format = hasFormat ? dataFormat(layer) : operands.inputFormats.front();
    m_hasWindow = m_arithmetic.rule != Arithmetic::Rule::Sum || layer.type().axes != nullptr;
    // Dense weighs the last axis, whatever it holds.
    if (m_arithmetic.rule == Arithmetic::Rule::Sum && !m_hasWindow)
        m_format = DataFormat::ChannelsLast;
    if (m_arithmetic.activation.isGlu)
        m_extents.back() *= 2;
}

int StageMaker::channelAxisOfOutput() const
{
    return channelAxis(m_format, static_cast<int>(m_extents.size()));
}

CellWindow StageMaker::window(const Extents &index, std::size_t which, bool alongLines) const
{
    const DataFormat format = which == 0 ? m_format : m_operands.inputFormats[which];
    return CellWindow(m_sights[which], m_operands.inputs[which], format, index, m_extents,
                      alongLines);
}

Term StageMaker::termOf(const SeenCell &cell, std::size_t which) const
{
    Term term;
    term.input = static_cast<int>(which);
    term.source = cell.source < 0 ? Term::kPadding : cell.source;
    term.channel = cell.channel;
    term.tap = cell.tap;
    if (cell.source >= 0)
        term.value = static_cast<double>(m_operands.inputs[which].data()[cell.source]);
    return term;
}

Extents StageMaker::tapsOf(const CellWindow &window) const
{
    return m_hasWindow ? window.taps() : Extents();
}

double StageMaker::at(const Extents &index, std::vector<Stage> *stages) const
{
    switch (m_arithmetic.rule) {
    case Arithmetic::Rule::Copy:
        return copy(index, stages);
    case Arithmetic::Rule::Sum:
        return weightedSum(index, stages);
    case Arithmetic::Rule::Separable:
        return separable(index, stages);
    case Arithmetic::Rule::Total:
    case Arithmetic::Rule::Max:
    case Arithmetic::Rule::Min:
    case Arithmetic::Rule::Mean:
        return pooled(index, stages);
    case Arithmetic::Rule::Variance:
        return variance(index, stages);
    case Arithmetic::Rule::Interpolate:
        return interpolated(index, stages);
    case Arithmetic::Rule::Merge:
        return merged(index, stages);
    case Arithmetic::Rule::Scale:
        return scaled(index, stages);
    case Arithmetic::Rule::Normalize:
        return normalized(index, stages);
    case Arithmetic::Rule::Opaque:
        break;
    }
    checkFailed("a rule that can be told", std::source_location::current());
}

Term StageMaker::copied(const Extents &index) const
{
    Term term;
    for (std::size_t which = 0; which < m_sights.size(); ++which) {
        window(index, which).visit([&](const SeenCell &cell) {
            if (cell.source >= 0 || which == 0)
                term = termOf(cell, which);
        });
        if (term.source >= 0)
            break;
    }
    term.tap = 0;
    return term;
}

double StageMaker::copy(const Extents &index, std::vector<Stage> *stages) const
{
    const Term term = copied(index);
    if (stages != nullptr) {
        Stage stage;
        stage.name = "copy";
        stage.reduce = Reduce::Copy;
        stage.terms = {term};
        stage.result = term.value;
        stages->push_back(std::move(stage));
    }
    return term.value;
}

std::int64_t StageMaker::kernelPosition(KernelLayout layout, const SeenCell &cell,
                                        std::int64_t firstChannel, std::int64_t filter) const
{
    const Tensor &kernel = m_operands.weights[0];
    const std::int64_t rows = axisFromEnd(kernel, 2);
    const std::int64_t columns = axisFromEnd(kernel, 1);
    std::int64_t row = cell.channel;
    std::int64_t column = filter;
    switch (layout) {
    case KernelLayout::Convolution:
        row -= firstChannel;
        break;
    case KernelLayout::Transposed:
        std::swap(row, column);
        break;
    case KernelLayout::Depthwise:
        column %= columns;
        break;
    }
    return (cell.tap * rows + row) * columns + column;
}

double StageMaker::kernelSum(const CellWindow &window, KernelLayout layout, std::int64_t filter,
                             Stage *stage) const
{
    const Tensor &kernel = m_operands.weights[0];
    const std::int64_t first = window.firstChannel();
    double sum = 0;
    TermList list(Reduce::Sum, m_options);
    window.visit([&](const SeenCell &cell) {
        if (layout == KernelLayout::Transposed && cell.source < 0)
            return;
        const std::int64_t at = kernelPosition(layout, cell, first, filter);
        const double weight = weightOf(kernel, at);
        if (stage == nullptr) {
            if (cell.source >= 0)
                sum += static_cast<double>(m_operands.inputs[0].data()[cell.source]) * weight;
            return;
        }
        Term term = termOf(cell);
        term.weightAt = at;
        term.weight = weight;
        term.product = cell.source < 0 ? 0 : term.value * weight;
        list.add(term);
    });
    if (stage == nullptr)
        return sum;
    stage->name = m_hasWindow ? nameOf(layout) : "dense";
    stage->isWeighted = true;
    stage->weights = 0;
    stage->taps = tapsOf(window);
    list.finish(*stage);
    stage->sum = list.sum();
    return list.sum();
}

double StageMaker::weightedSum(const Extents &index, std::vector<Stage> *stages) const
{
    const std::int64_t filter = index[static_cast<std::size_t>(channelAxisOfOutput())];
    Stage stage;
    double result =
        kernelSum(window(index), m_arithmetic.layout, filter, stages != nullptr ? &stage : nullptr);
    if (m_arithmetic.hasBias) {
        stage.bias = weightOf(m_operands.weights[1], filter);
        result += *stage.bias;
    }
    if (stages != nullptr) {
        stage.result = result;
        stages->push_back(std::move(stage));
    }
    return result;
}

double StageMaker::separable(const Extents &index, std::vector<Stage> *stages) const
{
    const std::int64_t filter = index[static_cast<std::size_t>(channelAxisOfOutput())];
    const std::int64_t multiplier = m_arithmetic.multiplier;
    const Tensor &pointwise = m_operands.weights[1];
    const std::int64_t between = axisFromEnd(pointwise, 2);
    const std::int64_t filters = axisFromEnd(pointwise, 1);
    const std::size_t firstStage = stages != nullptr ? stages->size() : 0;
    const int channel = channelAxis(m_format, m_operands.inputs[0].rank());
    Stage last;
    TermList list(Reduce::Sum, m_options);
    Sight sight = m_sights[0];
    for (std::int64_t j = 0; j < between; ++j) {
        // The layer sees all channels, this stage one: that of its own kernel.
        Extents at = index;
        at[static_cast<std::size_t>(channel)] = j / multiplier;
        AxisSight &one = sight.axes[static_cast<std::size_t>(channel) - 1];
        one = sameIndex(channel, m_operands.inputs[0].extent(channel));
        const CellWindow window(sight, m_operands.inputs[0], m_format, at, m_extents);
        Stage stage;
        stage.result =
            kernelSum(window, KernelLayout::Depthwise, j, stages != nullptr ? &stage : nullptr);
        Term term;
        term.input = -1;
        term.stage = static_cast<int>(firstStage) + static_cast<int>(j);
        term.source = Term::kComputed;
        term.channel = j;
        term.value = stage.result;
        term.weightAt = j * filters + filter;
        term.weight = weightOf(pointwise, term.weightAt);
        term.product = term.value * term.weight;
        list.add(term);
        if (stages != nullptr)
            stages->push_back(std::move(stage));
    }
    double result = list.sum();
    if (m_arithmetic.hasBias) {
        last.bias = weightOf(m_operands.weights[2], filter);
        result += *last.bias;
    }
    if (stages != nullptr) {
        last.name = "pointwise";
        last.isWeighted = true;
        last.weights = 1;
        list.finish(last);
        last.sum = list.sum();
        last.result = result;
        stages->push_back(std::move(last));
    }
    return result;
}

double StageMaker::pooled(const Extents &index, std::vector<Stage> *stages) const
{
    const Reduce reduce = reductionOf(m_arithmetic.rule);
    const bool isRanked = reduce == Reduce::Max || reduce == Reduce::Min;
    const CellWindow seen = window(index);
    TermList list(reduce, m_options);
    seen.visit([&](const SeenCell &cell) {
        if (cell.source < 0)
            return;
        Term term = termOf(cell);
        term.product = term.value;
        list.add(term);
    });
    Stage stage;
    if (isRanked) {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        stage.result = list.winner() != nullptr ? list.winner()->value
                       : reduce == Reduce::Max  ? -kInfinity
                                                : kInfinity;
    } else {
        stage.sum = list.sum();
        stage.result = list.sum();
        if (reduce == Reduce::Mean) {
            stage.count = list.count();
            stage.result = list.count() > 0 ? list.sum() / static_cast<double>(list.count()) : 0;
        }
    }
    const double result = stage.result;
    if (stages != nullptr) {
        stage.name = "window";
        stage.reduce = reduce;
        stage.isWeighted = reduce == Reduce::Mean;
        stage.taps = tapsOf(seen);
        list.finish(stage);
        stages->push_back(std::move(stage));
    }
    return result;
}

} // namespace convscope
