// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/weights.h"
#include "run/executor.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <vector>

namespace convscope {

/// What `run` states of one layer's output.
struct LayerFigures
{
    std::string name;
    std::string className;
    /// False for a class that is not known here.
    bool isKnown = true;
    std::string kernel;
    Extents outputShape;
    double milliseconds = 0;
    /// Of the finite values; not-a-number where there is none.
    double minimum = 0;
    double mean = 0;
    double maximum = 0;
    double standardDeviation = 0;
    std::int64_t nonfinite = 0;
    /// Of the weights it ran with.
    StoredShare weights;
};

/// One per layer. One without an output (it depends on a class that is not known here) has figures
/// that are no numbers and no shape.
[[nodiscard]] std::vector<LayerFigures> layerFigures(const Model &model, const RunResult &result);

[[nodiscard]] nlohmann::ordered_json toJson(std::span<const LayerFigures> figures);
/// A table for people.
[[nodiscard]] std::string toText(std::span<const LayerFigures> figures);

} // namespace convscope
