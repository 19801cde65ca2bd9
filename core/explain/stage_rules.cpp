// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/merge_words.h"
#include "explain/stage_maker.h"
#include "kernels/window/upsample_weights.h"
#include "layers/resized_axis.h"

#include <algorithm>
#include <cmath>

// The rules of StageMaker that have no kernel tensor of their own.

namespace convscope {

namespace {

struct WeightedCell
{
    std::int64_t cell = 0;
    double weight = 1;
};

/// The cells of one axis that an output cell blends. Bilinear shows both neighbours, the last cell
/// twice at the edge; the others only the cells inside, whose weights are renormalised.
std::vector<WeightedCell> blendedCells(Interpolation interpolation, std::int64_t o, std::int64_t n,
                                       std::int64_t factor)
{
    if (interpolation == Interpolation::Bilinear ||
        interpolation == Interpolation::BilinearLegacy) {
        const bool isCentred = interpolation == Interpolation::Bilinear;
        const double centre = isCentred ? 0.5 : 0;
        const double at = (static_cast<double>(o) + centre) / static_cast<double>(factor) - centre;
        const auto below = static_cast<std::int64_t>(std::floor(at));
        const double share = at - static_cast<double>(below);
        return {{std::clamp<std::int64_t>(below, 0, n - 1), 1 - share},
                {std::clamp<std::int64_t>(below + 1, 0, n - 1), share}};
    }
    const AxisTaps taps = axisTapsAt(interpolation, o, n, factor);
    std::vector<WeightedCell> cells;
    for (std::size_t i = 0; i < taps.weights.size(); ++i)
        cells.push_back({taps.first + static_cast<std::int64_t>(i), taps.weights[i]});
    return cells;
}

/// The cells that a resized cell blends; −1 for what lies beside the picture. The weights are the
/// kernel's, which has floats.
std::vector<WeightedCell> resizedCells(Interpolation interpolation, std::int64_t o,
                                       const AxisMap &map)
{
    const ResizedLine line = resizedLine(map, interpolation);
    const ResizeBlend blend =
        resizeBlend(interpolation, line.isAntialiased, o, line.part, map.output);
    std::vector<WeightedCell> cells;
    for (std::size_t i = 0; i < blend.weights.size(); ++i) {
        const std::int64_t cell = line.first + blend.first + static_cast<std::int64_t>(i);
        // Where the function of the weights is 0 it may be a rounding error.
        if (std::abs(blend.weights[i]) > 1e-12F)
            cells.push_back(
                {cell < 0 || cell >= map.input ? -1 : cell, static_cast<double>(blend.weights[i])});
    }
    return cells;
}

NormalizationNumbers::Spread spreadOf(NormalizationRule::Spread spread)
{
    using Spread = NormalizationNumbers::Spread;
    switch (spread) {
    case NormalizationRule::Spread::MeanSquare:
        return Spread::MeanSquare;
    case NormalizationRule::Spread::SumOfSquares:
        return Spread::SumOfSquares;
    default:
        return Spread::Variance;
    }
}

} // namespace

Extents StageMaker::visitBlend(const Extents &index,
                               const std::function<void(const Term &)> &each) const
{
    const Tensor &input = m_operands.inputs[0];
    const Extents strides = stridesOf(input.extents());
    const auto channel = static_cast<std::size_t>(channelAxis(m_format, input.rank()));
    const auto spatial = static_cast<std::size_t>(spatialAxis(m_format));
    std::vector<std::vector<WeightedCell>> lines;
    Extents taps;
    std::int64_t count = 1;
    // Without factors the axes are stretched to a size, as the layer's sight tells.
    const std::size_t axes =
        m_arithmetic.factors.empty() ? input.extents().size() - 2 : m_arithmetic.factors.size();
    for (std::size_t i = 0; i < axes; ++i) {
        const std::int64_t o = index[spatial + i];
        lines.push_back(
            m_arithmetic.factors.empty()
                ? resizedCells(m_arithmetic.interpolation, o, m_sights[0].axes[spatial + i - 1].map)
                : blendedCells(m_arithmetic.interpolation, o, input.extents()[spatial + i],
                               m_arithmetic.factors[i]));
        taps.push_back(static_cast<std::int64_t>(lines.back().size()));
        count *= taps.back();
    }
    const std::int64_t base = index[0] * strides[0] + index[channel] * strides[channel];
    for (std::int64_t tap = 0; tap < count; ++tap) {
        const Extents at = indexOf(tap, taps);
        Term term;
        term.channel = index[channel];
        term.tap = tap;
        term.source = base;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const WeightedCell &cell = lines[i][static_cast<std::size_t>(at[i])];
            term.source = cell.cell < 0 || term.source < 0
                              ? Term::kPadding
                              : term.source + cell.cell * strides[spatial + i];
            term.weight *= cell.weight;
        }
        if (term.source >= 0)
            term.value = static_cast<double>(input.data()[term.source]);
        term.product = term.value * term.weight;
        each(term);
    }
    return taps;
}

double StageMaker::interpolated(const Extents &index, std::vector<Stage> *stages) const
{
    TermList list(Reduce::Interpolate, m_options);
    Stage stage;
    double beside = 0;
    stage.taps = visitBlend(index, [&](const Term &term) {
        list.add(term);
        beside += term.source == Term::kPadding ? term.weight : 0;
    });
    const double fill = beside * static_cast<double>(static_cast<float>(m_arithmetic.offset));
    const double result = list.sum() + fill;
    if (stages != nullptr) {
        stage.name = "interpolation";
        stage.reduce = Reduce::Interpolate;
        stage.isWeighted = true;
        list.finish(stage);
        stage.sum = list.sum();
        // What lies beside the picture, where that is not 0.
        if (fill != 0)
            stage.bias = fill;
        stage.result = result;
        stages->push_back(std::move(stage));
    }
    return result;
}

double StageMaker::merged(const Extents &index, std::vector<Stage> *stages) const
{
    Stage stage;
    for (std::size_t which = 0; which < m_sights.size(); ++which) {
        window(index, which).visit([&](const SeenCell &cell) {
            Term term = termOf(cell, which);
            term.tap = 0;
            stage.terms.push_back(term);
        });
    }
    if (!m_arithmetic.stated.values.empty()) {
        Term term;
        term.input = -1;
        term.source = Term::kStated;
        term.channel = stage.terms.front().channel;
        term.value = numberAt(m_arithmetic.stated, index);
        stage.terms.insert(m_arithmetic.isStatedFirst ? stage.terms.begin() : stage.terms.end(),
                           term);
    }
    // The second of two may have a factor of its own, a float as the kernel has it.
    stage.isWeighted = m_arithmetic.scale != 1;
    for (std::size_t i = 0; stage.isWeighted && i < stage.terms.size(); ++i) {
        Term &term = stage.terms[i];
        term.weight = i == 1 ? static_cast<double>(static_cast<float>(m_arithmetic.scale)) : 1;
        term.product = term.value * term.weight;
    }
    stage.result = stage.terms.front().value;
    for (std::size_t i = 1; i < stage.terms.size(); ++i)
        stage.result = mergedValue(m_arithmetic.merge, stage.result,
                                   stage.terms[i].value * stage.terms[i].weight);
    if (m_arithmetic.merge == MergeOp::Average) {
        stage.count = static_cast<std::int64_t>(stage.terms.size());
        stage.sum = stage.result;
        stage.result /= static_cast<double>(stage.terms.size());
    }
    const double result = stage.result;
    if (stages != nullptr) {
        stage.name = "merge";
        stage.reduce = Reduce::Merge;
        stage.operation = wordOf(m_arithmetic.merge);
        stages->push_back(std::move(stage));
    }
    return result;
}

Term StageMaker::samePlaceTerm(const Extents &index) const
{
    const Tensor &input = m_operands.inputs[0];
    Term term;
    term.source = positionOf(index, input.extents());
    term.channel = index[static_cast<std::size_t>(channelAxis(m_format, input.rank()))];
    term.value = static_cast<double>(input.data()[term.source]);
    return term;
}

double StageMaker::affine(Term term, double weight, double bias, Stage stage,
                          std::vector<Stage> *stages) const
{
    term.weight = weight;
    term.product = term.value * weight;
    const double result = term.product + bias;
    if (stages != nullptr) {
        stage.isWeighted = true;
        stage.sum = term.product;
        stage.terms = {term};
        stage.bias = bias;
        stage.result = result;
        stages->push_back(std::move(stage));
    }
    return result;
}

double StageMaker::scaled(const Extents &index, std::vector<Stage> *stages) const
{
    Stage stage;
    stage.name = "scale";
    // The numbers that the kernel has; with a gamma the factor is its own along the last axis.
    const auto number = [&](const NumberArray &array, double otherwise) {
        return array.values.empty() ? static_cast<double>(static_cast<float>(otherwise))
                                    : numberAt(array, index);
    };
    const int gamma = m_arithmetic.normalization.gamma;
    const double scale =
        gamma < 0 ? number(m_arithmetic.scales, m_arithmetic.scale)
                  : static_cast<double>(
                        m_operands.weights[static_cast<std::size_t>(gamma)].data()[index.back()]);
    return affine(copied(index), scale, number(m_arithmetic.offsets, m_arithmetic.offset),
                  std::move(stage), stages);
}

NormalizationNumbers StageMaker::statistics(const CellWindow &seen,
                                            NormalizationNumbers::Spread spread, Stage *stage) const
{
    using Spread = NormalizationNumbers::Spread;
    NormalizationNumbers numbers;
    numbers.spread = spread;
    TermList list(Reduce::Line, m_options);
    seen.visit([&](const SeenCell &cell) {
        Term term = termOf(cell);
        term.product = term.value;
        list.add(term);
    });
    const auto count = static_cast<double>(list.count());
    if (spread == Spread::Variance)
        numbers.mean = list.sum() / count;
    double squares = 0;
    seen.visit([&](const SeenCell &cell) {
        const double away = termOf(cell).value - numbers.mean;
        squares += away * away;
    });
    numbers.variance = spread == Spread::SumOfSquares ? squares : squares / count;
    if (stage == nullptr)
        return numbers;
    stage->name = "line";
    stage->reduce = Reduce::Line;
    stage->taps = tapsOf(seen);
    stage->count = list.count();
    stage->sum = list.sum();
    stage->normalization = numbers;
    list.finish(*stage);
    return numbers;
}

double StageMaker::variance(const Extents &index, std::vector<Stage> *stages) const
{
    Stage stage;
    stage.result = statistics(window(index), NormalizationNumbers::Spread::Variance,
                              stages != nullptr ? &stage : nullptr)
                       .variance;
    const double result = stage.result;
    if (stages != nullptr)
        stages->push_back(std::move(stage));
    return result;
}

double StageMaker::normalized(const Extents &index, std::vector<Stage> *stages) const
{
    const NormalizationRule &rule = m_arithmetic.normalization;
    const auto rank = static_cast<int>(m_extents.size());
    std::int64_t at = 0;
    for (const int axis : rule.axes) {
        const auto a = static_cast<std::size_t>(axis < 0 ? axis + rank : axis);
        at = at * m_extents[a] + index[a];
    }
    const auto stored = [&](int which, double otherwise) {
        return which < 0 ? otherwise
                         : static_cast<double>(
                               m_operands.weights[static_cast<std::size_t>(which)].data()[at]);
    };
    NormalizationNumbers numbers;
    if (!rule.isOfLine()) {
        numbers.mean = stored(rule.mean, 0);
        numbers.variance = stored(rule.variance, 1);
    } else {
        Stage line;
        numbers = statistics(window(index, 0, true), spreadOf(rule.spread),
                             stages != nullptr ? &line : nullptr);
        if (stages != nullptr) {
            line.result = numbers.spread == NormalizationNumbers::Spread::Variance
                              ? numbers.mean
                              : numbers.variance;
            stages->push_back(std::move(line));
        }
    }
    numbers.epsilon = rule.epsilon;
    numbers.gamma = stored(rule.gamma, 1);
    numbers.beta = stored(rule.beta, 0);
    if (rule.least > 0)
        numbers.variance = std::max(numbers.variance, rule.least * rule.least);
    const double weight = numbers.gamma / std::sqrt(numbers.variance + numbers.epsilon);
    Stage stage;
    stage.name = "normalization";
    stage.normalization = numbers;
    return affine(samePlaceTerm(index), weight, numbers.beta - numbers.mean * weight,
                  std::move(stage), stages);
}

} // namespace convscope
