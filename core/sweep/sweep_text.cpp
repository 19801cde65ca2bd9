// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "sweep/sweep_text.h"

#include "schema/value.h"

#include <algorithm>

namespace convscope {

namespace {

/// In quotes where commas, quotes or lines would be taken for the table's own.
std::string field(const std::string &text)
{
    if (text.find_first_of(",\"\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

} // namespace

std::string errorText(const Sweep &sweep, const SweepCell &cell)
{
    if (!cell.error)
        return {};
    const std::string &layer = cell.error->layer;
    const bool isVaried =
        std::any_of(sweep.axes.begin(), sweep.axes.end(),
                    [&](const SweepAxis &axis) { return axis.layerName == layer; });
    // Which of several is at fault is told where it is not plain.
    const bool isPlain = layer.empty() || (isVaried && sweep.axes.size() == 1);
    return isPlain ? cell.error->message : layer + ": " + cell.error->message;
}

std::string sweepCsv(const Sweep &sweep, std::span<const SweepCell> cells)
{
    std::string text;
    for (const SweepAxis &axis : sweep.axes)
        text += field(axis.layerName + '.' + axis.argument) + ',';
    text += "output_shape,ms,max_difference,error\n";
    for (const SweepCell &cell : cells) {
        for (std::size_t i = 0; i < sweep.axes.size(); ++i)
            text += field(sweep.axes[i].texts[cell.choice[i]]) + ',';
        text += field(cell.outputShape ? cell.outputShape->toString() : std::string()) + ',';
        text += (cell.milliseconds ? shortest(*cell.milliseconds) : std::string()) + ',';
        text += (cell.maxDifference ? shortest(*cell.maxDifference) : std::string()) + ',';
        text += field(errorText(sweep, cell)) + '\n';
    }
    return text;
}

} // namespace convscope
