// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/formats/hdf5_file.h"
#include "keras/load_model.h"
#include "keras/model_json.h"

#include <string>
#include <vector>

namespace convscope {

/// The weights of one entry of a legacy weights group: a layer, or a model inside the model with
/// all of its layers.
struct LegacyGroup
{
    std::string name;
    /// As the file calls them, e.g. "conv2d/kernel:0".
    std::vector<std::string> weightNames;
    std::vector<Tensor> weights;
};

/// What model.save("x.h5") keeps in "model_weights" and save_weights() of Keras 2 at the root.
/// Errors: "file", E17 where a named weight is missing, "cancelled".
[[nodiscard]] Result<std::vector<LegacyGroup>>
readLegacyGroups(const Hdf5File &file, const std::string &group, const LoadOptions &options);

/// Gives a model its weights, group by group by name. Errors: E17 with the layer named.
[[nodiscard]] Result<Model> withLegacyWeights(const ModelEntry &entry,
                                              std::vector<LegacyGroup> groups);

} // namespace convscope
