// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/words.h"
#include "model/model.h"

#include <string>
#include <vector>

namespace convscope {

/// What is right in Keras, but what Keras 3 on TensorFlow refuses, computes otherwise, or does not
/// load.
struct TensorFlowLimit
{
    /// Names, in the model's order; never empty.
    std::vector<std::string> layers;
    /// Keras name, e.g. "strides".
    std::string argument;
    /// What happens there.
    Words limit;
    /// What to change; the layers then compute something else, or the same elsewhere.
    Words change;

    bool operator==(const TensorFlowLimit &) const = default;
};

/// The limits that a model meets, each once with every layer it holds for. For saying before a
/// model is saved: ConvScope computes all of it. Shapes are the model's own; where they are
/// unknown, what depends on them is left out.
[[nodiscard]] std::vector<TensorFlowLimit> tensorFlowLimits(const Model &model);

/// "conv2d.strides: …", "strides of a and b: …" or "strides of a and 2 other layers: …", with what
/// to change.
[[nodiscard]] Words sentence(const TensorFlowLimit &limit);

} // namespace convscope
