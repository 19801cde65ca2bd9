// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/json_text.h"
#include "keras/keras_version.h"
#include "layers/layer_type.h"

#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// The keys of a layer's config that are arguments of its class, under their present names.
using ConfigItems = std::vector<std::pair<std::string, Json>>;

/// Drops what is bookkeeping, renames what was renamed, folds the case of words, unwraps lists of
/// one (section "importer normalisation" of the Keras formats). Fails (E16) on quantised, LoRA and
/// renormalised layers and on `groups` other than 1 where a class has none.
[[nodiscard]] Result<ConfigItems> normalizedConfig(const LayerType &type, const Json &config,
                                                   const KerasVersion &version);

/// Names of arguments that only Keras 1 wrote.
[[nodiscard]] std::vector<std::string> keras1Keys(const Json &config);

/// The sentence for a key the class does not have: near matches, and the present name of old ones.
[[nodiscard]] Words unknownKeyMessage(const LayerType &type, const std::string &key);

} // namespace convscope
