// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "model/model.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// One argument of a sweep and the values it takes.
struct SweepAxis
{
    int layer = 0;
    std::string layerName;
    std::string argument;
    /// As written: "valid", "(2, 2)", "3".
    std::vector<std::string> texts;
    /// The same read as Python literals; a value that the argument does not take fails its cells.
    std::vector<Json> values;
};

/// "valid,same", "1..4", "(1,2),(2,1)": values between commas, which do not count inside brackets
/// and quotes; A..B are whole numbers, both ends included. What is given twice is there once.
/// Errors: "usage".
[[nodiscard]] Result<SweepAxis> sweepAxis(const Model &model, int layer, std::string_view argument,
                                          std::string_view values);
/// "LAYER.ARG=VALUES". Errors: "usage" (form, no such layer or argument).
[[nodiscard]] Result<SweepAxis> sweepAxis(const Model &model, std::string_view text);

/// The model with one value for each axis; arguments of one layer change together, so that rules
/// over several see them all. `choice`: a position in each axis' values. Errors: those of the
/// arguments, with the layer's name.
[[nodiscard]] Result<Model> withChoice(const Model &model, const std::vector<SweepAxis> &axes,
                                       const std::vector<std::size_t> &choice);

} // namespace convscope
