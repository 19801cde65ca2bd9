// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/formats/hdf5_file.h"
#include "keras/formats/hdf5_writer.h"
#include "keras/formats/written_weights.h"
#include "keras/load_model.h"
#include "keras/model_json.h"

namespace convscope {

/// Gives a model the weights of a Keras 3 weights file (model.weights.h5), whose groups are counted
/// by class along `json`, the model's own document. Errors: "file", E17 (wrong number or shape,
/// layer named), "cancelled".
[[nodiscard]] Result<Model> withArchiveWeights(const Model &model, const Json &json,
                                               const Hdf5File &file, const LoadOptions &options);

/// Paths of a layer's weights below its group: its own first, then those of what it holds; seeds of
/// random generators, which hold no weights, are left out where `isUnknown` is false.
[[nodiscard]] Result<std::vector<std::string>>
weightPaths(const Hdf5File &file, const std::string &group, bool isUnknown);

/// Writes what withArchiveWeights reads, for `json`, the document that is saved beside it.
[[nodiscard]] Result<void> writeArchiveWeights(Hdf5Writer &file, const Model &model,
                                               const Json &json,
                                               std::span<const WrittenWeights> weights);

/// "conv2d" for "Conv2D" and "Custom>Conv2D": what the groups are called by.
[[nodiscard]] std::string weightGroupName(const std::string &className);

} // namespace convscope
