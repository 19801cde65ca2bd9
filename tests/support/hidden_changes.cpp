// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "support/hidden_changes.h"

#include "layers/sight_region.h"

#include <set>
#include <string>

namespace convscope::testing {

namespace {

/// How many cells of the first input the first cell of the output sees.
std::int64_t cellsSeen(const Layer &layer, const Extents &input, const Extents &output)
{
    const Sight sight = sightOf(layer, std::vector<Shape>{Shape(input)}, Shape(output), 0);
    std::int64_t count = 1;
    for (const CellSet &cells :
         seenRegion(sight, regionOf(Extents(output.size() - 1, 0)), input, output))
        count *= cells.count();
    return count;
}

} // namespace

bool hidesChanges(const LayerType &type)
{
    static const std::set<std::string> kHiding{"ops.Clip", "ops.Flip", "ops.Power", "ops.Stack"};
    return kHiding.contains(type.className);
}

bool normalizesLines(const LayerType &type)
{
    static const std::set<std::string> kNormalizing{"GroupNormalization",
                                                    "LayerNormalization",
                                                    "RMSNormalization",
                                                    "UnitNormalization",
                                                    "ops.LogSoftmax",
                                                    "ops.Normalize",
                                                    "ops.Softmax",
                                                    "ops.Std",
                                                    "ops.Var"};
    return kNormalizing.contains(type.className);
}

bool mayHide(const Layer &layer, const Extents &input, const Extents &output)
{
    if (hidesChanges(layer.type()))
        return true;
    if (normalizesLines(layer.type()))
        return cellsSeen(layer, input, output) <= 2;
    // Too small a picture is stretched.
    if (layer.type().className == "CenterCrop")
        return layer.type().arithmetic(layer.params(), std::vector<Shape>{Shape(input)}).rule !=
               Arithmetic::Rule::Copy;
    if (layer.type().className == "Softmax") {
        const auto axis = std::get<std::int64_t>(layer.value("axis"));
        const auto rank = static_cast<std::int64_t>(output.size());
        return output[static_cast<std::size_t>(axis < 0 ? axis + rank : axis)] == 1;
    }
    for (const ParamInfo &info : layer.type().table->params()) {
        if (info.name == "interpolation" && layer.value(info.name) != Value("nearest"))
            return true;
        if (info.name != "activation")
            continue;
        const std::string name = std::get<ObjectValue>(layer.value(info.name)).className;
        if (name == "sparsemax" || (name.find("oftmax") != std::string::npos && output.back() == 1))
            return true;
    }
    return false;
}

} // namespace convscope::testing
