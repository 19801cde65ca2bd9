// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/stage_maker.h"

#include <cmath>
#include <limits>

// Slopes of StageMaker's rules: how fast the number at an index changes with each value it is made
// of.

namespace convscope {

void StageMaker::visitSlopes(const Extents &index, const Slope &each) const
{
    switch (m_arithmetic.rule) {
    case Arithmetic::Rule::Sum:
        return kernelSlopes(index, each);
    case Arithmetic::Rule::Separable:
        return separableSlopes(index, each);
    case Arithmetic::Rule::Total:
    case Arithmetic::Rule::Max:
    case Arithmetic::Rule::Min:
    case Arithmetic::Rule::Mean:
    case Arithmetic::Rule::Variance:
        return pooledSlopes(index, each);
    case Arithmetic::Rule::Merge:
        return mergedSlopes(index, each);
    case Arithmetic::Rule::Interpolate:
        visitBlend(index, [&](const Term &term) {
            if (term.source >= 0)
                each(0, term.source, term.weight);
        });
        return;
    case Arithmetic::Rule::Normalize:
        if (m_arithmetic.normalization.isOfLine())
            return lineSlopes(index, each);
        break;
    default:
        break;
    }
    // One value, or a few, times a weight.
    std::vector<Stage> stages;
    static_cast<void>(at(index, &stages));
    for (const Term &term : stages.back().terms) {
        if (term.source >= 0)
            each(static_cast<std::size_t>(term.input), term.source, term.weight);
    }
}

void StageMaker::kernelSlopes(const Extents &index, const Slope &each) const
{
    const Tensor &kernel = m_operands.weights[0];
    const std::int64_t filter = index[static_cast<std::size_t>(channelAxisOfOutput())];
    const CellWindow seen = window(index);
    const std::int64_t first = seen.firstChannel();
    seen.visit([&](const SeenCell &cell) {
        if (cell.source >= 0)
            each(0, cell.source,
                 static_cast<double>(
                     kernel.data()[kernelPosition(m_arithmetic.layout, cell, first, filter)]));
    });
}

void StageMaker::separableSlopes(const Extents &index, const Slope &each) const
{
    const std::int64_t filter = index[static_cast<std::size_t>(channelAxisOfOutput())];
    const Tensor &depthwise = m_operands.weights[0];
    const Tensor &pointwise = m_operands.weights[1];
    const std::int64_t filters = pointwise.extent(pointwise.rank() - 1);
    const std::int64_t multiplier = m_arithmetic.multiplier;
    window(index).visit([&](const SeenCell &cell) {
        if (cell.source < 0)
            return;
        double slope = 0;
        for (std::int64_t m = 0; m < multiplier; ++m) {
            const std::int64_t j = cell.channel * multiplier + m;
            const std::int64_t at = kernelPosition(KernelLayout::Depthwise, cell, 0, j);
            slope += static_cast<double>(depthwise.data()[at]) *
                     static_cast<double>(pointwise.data()[j * filters + filter]);
        }
        each(0, cell.source, slope);
    });
}

void StageMaker::pooledSlopes(const Extents &index, const Slope &each) const
{
    const CellWindow seen = window(index);
    const float *values = m_operands.inputs[0].data();
    const auto value = [&](const SeenCell &cell) {
        return static_cast<double>(values[cell.source]);
    };
    using Rule = Arithmetic::Rule;
    const Rule rule = m_arithmetic.rule;
    if (rule == Rule::Total || rule == Rule::Mean || rule == Rule::Variance) {
        std::int64_t cells = 0;
        double sum = 0;
        seen.visit([&](const SeenCell &cell) {
            cells += cell.source >= 0 ? 1 : 0;
            sum += cell.source >= 0 ? value(cell) : 0;
        });
        const auto count = static_cast<double>(cells);
        seen.visit([&](const SeenCell &cell) {
            if (cell.source >= 0)
                each(0, cell.source,
                     rule == Rule::Total  ? 1
                     : rule == Rule::Mean ? 1 / count
                                          : 2 * (value(cell) - sum / count) / count);
        });
        return;
    }
    std::int64_t winner = -1;
    seen.visit([&](const SeenCell &cell) {
        if (cell.source < 0)
            return;
        const bool wins = winner < 0 || (rule == Rule::Min ? values[cell.source] < values[winner]
                                                           : values[cell.source] > values[winner]);
        if (wins)
            winner = cell.source;
    });
    if (winner >= 0)
        each(0, winner, 1);
}

void StageMaker::mergedSlopes(const Extents &index, const Slope &each) const
{
    std::vector<Stage> stages;
    const double result = merged(index, &stages);
    const std::vector<Term> &terms = stages.back().terms;
    bool isTaken = false;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        double slope = 1;
        switch (m_arithmetic.merge) {
        case MergeOp::Add:
            slope = terms[i].weight;
            break;
        case MergeOp::Subtract:
            slope = i == 0 ? 1 : -1;
            break;
        case MergeOp::Average:
            slope = 1 / static_cast<double>(terms.size());
            break;
        case MergeOp::Multiply:
            for (std::size_t j = 0; j < terms.size(); ++j)
                slope *= j == i ? 1 : terms[j].value;
            break;
        case MergeOp::Divide:
            slope =
                i == 0 ? 1 / terms[1].value : -terms[0].value / (terms[1].value * terms[1].value);
            break;
        case MergeOp::Power:
            slope = i == 0 ? terms[1].value * std::pow(terms[0].value, terms[1].value - 1)
                           : result * std::log(terms[0].value);
            break;
        case MergeOp::Maximum:
        case MergeOp::Minimum:
            slope = !isTaken && terms[i].value == result ? 1 : 0;
            isTaken = isTaken || slope != 0;
            break;
        }
        if (terms[i].source >= 0)
            each(static_cast<std::size_t>(terms[i].input), terms[i].source, slope);
    }
}

void StageMaker::lineSlopes(const Extents &index, const Slope &each) const
{
    std::vector<Stage> stages;
    static_cast<void>(at(index, &stages));
    const Stage &own = stages.back();
    const NormalizationNumbers &numbers = *own.normalization;
    const CellWindow seen = window(index, 0, true);
    using Spread = NormalizationNumbers::Spread;
    const auto count = static_cast<double>(seen.count());
    const double meanShare = numbers.spread == Spread::Variance ? 1 / count : 0;
    const double spread =
        (numbers.variance + numbers.epsilon) * (numbers.spread == Spread::SumOfSquares ? 1 : count);
    const double least = m_arithmetic.normalization.least;
    // Divided by the least number it may be, which no value changes.
    const bool isLeast = least > 0 && numbers.variance <= least * least;
    const double away = own.terms[0].value - numbers.mean;
    seen.visit([&](const SeenCell &cell) {
        const double other =
            static_cast<double>(m_operands.inputs[0].data()[cell.source]) - numbers.mean;
        const double self = cell.source == own.terms[0].source ? 1 : 0;
        each(0, cell.source,
             own.terms[0].weight * (self - meanShare - (isLeast ? 0 : away * other / spread)));
    });
}

} // namespace convscope
