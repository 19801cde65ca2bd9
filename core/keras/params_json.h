// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "keras/keras_version.h"
#include "layers/layer_statement.h"
#include "layers/layer_type.h"

#include <vector>

namespace convscope {

/// Parameters as far as they are legal, and what is not.
struct ReadParams
{
    AnyParams params;
    std::vector<RefusedArgument> refused;
};

/// The arguments of a config as that version meant them. What is refused leaves the defaults in
/// place, one argument after the other.
[[nodiscard]] ReadParams paramsFromJson(const LayerType &type, const Json &config,
                                        const KerasVersion &version);

} // namespace convscope
