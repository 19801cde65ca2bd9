// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/shift_property.h"

#include "base/integer_division.h"

#include <algorithm>
#include <numeric>

namespace convscope {

namespace {

/// The smallest shift of the input, and of the output, that the map's strides divide.
struct Shift
{
    std::int64_t input = 1;
    std::int64_t output = 1;
};

Shift smallestShift(const AxisMap &map)
{
    // i = (o·step − …) ÷ divisor: Δi·divisor = Δo·step.
    const std::int64_t common = std::gcd(map.step, map.divisor);
    return {map.step / common, map.divisor / common};
}

/// Whether every input cell that the window of output cell `o` meets lies in [0, cells).
bool staysInside(const AxisMap &map, std::int64_t o, std::int64_t cells)
{
    for (std::int64_t k = 0; k < map.taps; ++k) {
        const std::int64_t position = o * map.step + k * map.tapStep - map.offset;
        if (!map.floors && position % map.divisor != 0)
            continue;
        const std::int64_t i = floorDivide(position, map.divisor);
        if (i < 0 || i >= cells)
            return false;
    }
    return true;
}

/// The input with its cells moved towards the end along one axis; the first ones stay.
Result<Tensor> moved(const Tensor &tensor, std::size_t axis, std::int64_t by)
{
    Extents source;
    return makeTensor(tensor.extents(), "a shifted input", [&](const Extents &index) {
        source = index;
        source[axis] = std::max<std::int64_t>(index[axis] - by, 0);
        return tensor.values()[flatIndex(tensor.extents(), source)];
    });
}

/// Cells first … last − 1 of an axis.
Result<Tensor> part(const Tensor &tensor, std::size_t axis, std::int64_t first, std::int64_t last)
{
    Extents extents = tensor.extents();
    extents[axis] = last - first;
    Extents source;
    return makeTensor(extents, "a part of the output", [&](const Extents &index) {
        source = index;
        source[axis] += first;
        return tensor.values()[flatIndex(tensor.extents(), source)];
    });
}

} // namespace

std::optional<Words> whyNoShift(const LayerProbe &probe)
{
    if (probe.axes().empty() || probe.inputs.size() != 1)
        return words("says nothing of {class}, which has no windows", probe.layer.type().className);
    if (runsAlongAnAxis(probe))
        return words("{activation} runs along an axis", probe.activation());
    if (probe.layer.type().table->indexOf("interpolation") >= 0 &&
        toPython(probe.layer.value("interpolation")) != "'nearest'")
        return words("blending repeats the cells at the edge");
    // A picture smaller than what is cut out of it is stretched.
    const std::vector<Shape> shapes{Shape(probe.inputs.front().extents())};
    if (probe.layer.type().className == "CenterCrop" &&
        probe.layer.type().arithmetic(probe.layer.params(), shapes).rule != Arithmetic::Rule::Copy)
        return words("blending repeats the cells at the edge");
    return std::nullopt;
}

Result<PropertyOutcome> checkShift(const LayerProbe &probe, const Tolerance &tolerance)
{
    const auto before = probe.compute();
    if (!before)
        return fail(before.error());
    const std::vector<AxisReport> axes = probe.axes();
    const Tensor &input = probe.inputs.front();
    const std::size_t firstSpatial = dataFormat(probe.layer) == DataFormat::ChannelsLast ? 1 : 2;
    PropertyOutcome outcome;
    std::string tried;
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
        const AxisMap &map = axes[axis].map;
        const Shift shift = smallestShift(map);
        const std::size_t at = firstSpatial + axis;
        // Output cells that are safe before the shift and, moved, after it: a run from first on.
        std::int64_t first = 0;
        const std::int64_t cells = input.extents()[at] - shift.input;
        while (first + shift.output < map.output && !(staysInside(map, first, cells) && cells > 0))
            ++first;
        std::int64_t last = first;
        while (last + shift.output < map.output && staysInside(map, last, cells))
            ++last;
        if (last <= first)
            continue;
        auto shifted = moved(input, at, shift.input);
        if (!shifted)
            return fail(shifted.error());
        const auto after = probe.withInput(std::move(*shifted)).compute();
        if (!after)
            return fail(after.error());
        const auto wanted = part(*before, at, first, last);
        const auto got = part(*after, at, first + shift.output, last + shift.output);
        if (!wanted || !got)
            return fail(wanted ? got.error() : wanted.error());
        const Comparison comparison = compare(*got, *wanted, tolerance);
        if (!tried.empty())
            tried += ", ";
        tried += axisName(static_cast<int>(axis), static_cast<int>(axes.size())) + ' ' +
                 std::to_string(shift.input) + " → " + std::to_string(shift.output);
        if (comparison.maxError >= outcome.maxError.value_or(-1)) {
            outcome.maxError = comparison.maxError;
            outcome.allowed = comparison.allowed;
            outcome.worstIndex = comparison.worstIndex;
        }
        if (!comparison.matches) {
            outcome.holds = false;
            outcome.said =
                words("shifts that must hold: {shifts}: {difference}", tried, comparison.message);
            return outcome;
        }
    }
    outcome.said = tried.empty()
                       ? words("no window lies wholly inside the input before and after a shift")
                       : words("shifts that must hold: {shifts}", tried);
    return outcome;
}

} // namespace convscope
