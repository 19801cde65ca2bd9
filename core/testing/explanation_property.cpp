// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/explanation_property.h"

#include "explain/explain.h"
#include "layers/unknown_layer.h"
#include "tensor/random.h"

#include <cmath>

namespace convscope {

namespace {

LayerOperands operandsOf(const LayerProbe &probe, Tensor output)
{
    LayerOperands operands{
        probe.layer,       probe.layer.name(),      probe.inputs, {}, {}, probe.weights,
        std::move(output), dataFormat(probe.layer), "probe"};
    for (std::size_t i = 0; i < probe.inputs.size(); ++i) {
        operands.inputNames.push_back("input " + std::to_string(i));
        operands.inputFormats.push_back(dataFormat(probe.layer));
    }
    return operands;
}

double largestFinite(const Tensor &tensor)
{
    double largest = 0;
    for (const float value : tensor.values()) {
        if (std::isfinite(value))
            largest = std::max(largest, std::abs(static_cast<double>(value)));
    }
    return largest;
}

} // namespace

std::optional<Words> whyNoExplanation(const LayerProbe &probe)
{
    if (isUnknown(probe.layer))
        return words("says nothing of a class that is not known here");
    return std::nullopt;
}

Result<PropertyOutcome> checkExplanation(const LayerProbe &probe, const Tolerance &tolerance)
{
    constexpr int kCells = 4;
    const auto output = probe.compute();
    if (!output)
        return fail(output.error());
    PropertyOutcome outcome;
    outcome.said = words("there is no cell");
    if (output->size() == 0 || output->rank() < 2)
        return outcome;
    const LayerOperands operands = operandsOf(probe, *output);
    const Extents extents = cellExtents(output->extents(), operands.outputFormat);
    const RandomField random(FingerprintBuilder().add(std::uint64_t{7}).finish());
    outcome.allowed = tolerance.absolute + tolerance.relative * largestFinite(*output);
    outcome.maxError = 0;
    for (int i = 0; i < kCells; ++i) {
        Extents cell;
        for (std::size_t axis = 0; axis < extents.size(); ++axis) {
            const double at =
                random.uniform(static_cast<std::uint64_t>(i), static_cast<std::uint32_t>(axis)) *
                static_cast<double>(extents[axis]);
            cell.push_back(std::min(static_cast<std::int64_t>(at), extents[axis] - 1));
        }
        const auto explained = explain(operands, cell, 0);
        if (!explained)
            return fail(explained.error());
        const auto value = static_cast<double>(explained->value);
        const bool isSame = std::isfinite(value) && std::isfinite(explained->recomputed)
                                ? std::abs(explained->difference()) <= *outcome.allowed
                                : std::isnan(value) == std::isnan(explained->recomputed);
        if (i == 0 || std::abs(explained->difference()) > *outcome.maxError) {
            outcome.maxError = std::abs(explained->difference());
            outcome.worstIndex = tensorIndex(cell, operands.outputFormat);
            outcome.worstIndex.insert(outcome.worstIndex.begin(), 0);
        }
        outcome.holds = outcome.holds && isSame;
        outcome.said = words("cell {cell} is {value}, its explanation gives {recomputed}",
                             toString(cell), value, explained->recomputed);
        if (!outcome.holds)
            return outcome;
    }
    return outcome;
}

} // namespace convscope
