// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/line_function.h"

#include "kernels/functions/softmax_line.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace convscope {

namespace {

double largest(const std::vector<double> &values)
{
    double most = -std::numeric_limits<double>::infinity();
    for (const double value : values)
        most = std::isnan(value) || value > most ? value : most;
    return most;
}

/// What each value of the line counts for, and the result at `own`.
double functionOfLine(SoftmaxKind kind, const std::vector<double> &values, std::size_t own,
                      std::vector<double> &products, double &sum)
{
    if (kind == SoftmaxKind::Sparsemax) {
        std::vector<double> sorted = values;
        std::sort(sorted.begin(), sorted.end(), std::greater<>());
        const double threshold = sparsemaxThreshold(sorted);
        for (const double value : values)
            products.push_back(std::max(value - threshold, 0.0));
        sum = std::accumulate(products.begin(), products.end(), 0.0);
        return products[own];
    }
    const double most = largest(values);
    for (const double value : values)
        products.push_back(std::exp(value - most));
    sum = std::accumulate(products.begin(), products.end(), 0.0);
    return kind == SoftmaxKind::Softmax ? products[own] / sum : values[own] - most - std::log(sum);
}

} // namespace

double lineFunction(const StageMaker &maker, const Extents &index, const ExplainOptions &options,
                    std::vector<Stage> &stages)
{
    const ActivationRule &rule = maker.arithmetic().activation;
    const auto rank = static_cast<int>(index.size());
    const auto axis = static_cast<std::size_t>(rule.axis < 0 ? rule.axis + rank : rule.axis);
    const auto channel = static_cast<std::size_t>(maker.channelAxisOfOutput());
    const bool isCopy = maker.arithmetic().rule == Arithmetic::Rule::Copy;
    const std::int64_t length = maker.extents()[axis];
    std::vector<Term> terms;
    std::vector<double> values;
    Extents at = index;
    for (std::int64_t i = 0; i < length; ++i) {
        // A gated unit has two values: its own half's and the other's.
        if (rule.isGlu && i % (length / 2) != index[axis])
            continue;
        at[axis] = i;
        Term term;
        if (isCopy) {
            term = maker.copied(at);
        } else {
            const bool isOwn = i == index[axis];
            term.input = -1;
            term.source = Term::kComputed;
            term.value = maker.at(at, isOwn ? &stages : nullptr);
            if (isOwn)
                term.stage = static_cast<int>(stages.size()) - 1;
        }
        term.channel = at[channel];
        term.tap = i;
        terms.push_back(term);
        values.push_back(term.value);
    }
    Stage stage;
    stage.name = rule.name;
    stage.reduce = Reduce::Line;
    stage.taps = {length};
    if (rule.isGlu) {
        stage.terms = std::move(terms);
        stage.result = values[0] / (1 + std::exp(-values[1]));
    } else {
        std::vector<double> products;
        double sum = 0;
        stage.result = functionOfLine(*rule.line, values, static_cast<std::size_t>(index[axis]),
                                      products, sum);
        TermList list(Reduce::Sum, options);
        for (std::size_t i = 0; i < terms.size(); ++i) {
            terms[i].product = products[i];
            list.add(terms[i]);
        }
        stage.hasProducts = true;
        list.finish(stage);
        stage.sum = sum;
    }
    const double result = stage.result;
    stages.push_back(std::move(stage));
    return result;
}

} // namespace convscope
