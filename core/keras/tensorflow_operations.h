// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace convscope {

/// A function of TensorFlow that tf.keras wraps in a TFOpLambda or SlicingOpLambda, and the layer
/// class of this program that does the same.
struct TensorFlowOperation
{
    /// As the config's `function` names it, e.g. "math.reduce_mean".
    std::string_view function;
    std::string className;
    /// TensorFlow's keyword argument → the class's argument.
    std::vector<std::pair<std::string_view, std::string>> arguments;
    /// Arguments that the function does not have, as JSON texts.
    std::vector<std::pair<std::string, std::string_view>> fixed;

    [[nodiscard]] Json constants() const;
    /// Keyword arguments that say nothing.
    [[nodiscard]] bool isPassedOver(std::string_view key) const;
    [[nodiscard]] std::optional<std::string> argument(std::string_view key) const;
    /// The argument holds height and width.
    [[nodiscard]] bool splitsSize(std::string_view key) const;
    /// The value as the class's argument has it.
    [[nodiscard]] Json meant(std::string_view key, const Json &value) const;
};

/// nullptr where the function is not known here.
[[nodiscard]] const TensorFlowOperation *findTensorFlowOperation(std::string_view function);

} // namespace convscope
