// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <optional>
#include <span>
#include <vector>

namespace convscope {

/// Where the channels of each layer's output lie: the layer's own data_format, or that of what it
/// reads where the class has none (activations, merging layers). `inputs`: of the model's inputs,
/// the last one for those that it leaves out.
[[nodiscard]] std::vector<DataFormat> outputFormats(const Model &model,
                                                    std::span<const DataFormat> inputs);
[[nodiscard]] std::vector<DataFormat> outputFormats(const Model &model, DataFormat input);

/// Where the model wants the channels of each of its inputs, at least one: the data_format of the
/// first layer with one that reads it, directly or through layers without; else that of the model's
/// first layer with one; channels_last where none has. Bypassed layers have none.
[[nodiscard]] std::vector<DataFormat> inputFormats(const Model &model);
/// Of the first input.
[[nodiscard]] DataFormat inputFormat(const Model &model);

/// Rank of the tensor that the model reads, with the batch: that of its first input with a known
/// one, else what the first layer that is particular wants; 0 where any will do.
[[nodiscard]] int inputRank(const Model &model);
/// As how many spatial axes a file is read for the model: 1 a sequence, 2 a picture, 3 a volume;
/// nothing where it is read as what it is.
[[nodiscard]] std::optional<int> spatialRank(const Model &model);

} // namespace convscope
