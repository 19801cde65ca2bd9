// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <span>

namespace convscope {

// Edits are pure: they return a changed model that shares every untouched layer with the old one.
// Indices must be valid. Readers that name a layer follow it through renames, inserts and removals.

/// A new layer of a class at `index`, with a free automatic name and default arguments. Layers that
/// name the layer before it and stand directly after it read the new one instead.
[[nodiscard]] Model insertLayer(const Model &model, int index, const LayerType &type);
[[nodiscard]] Model insertLayer(const Model &model, int index, Layer layer);
/// Its readers read its first input.
[[nodiscard]] Model removeLayer(const Model &model, int index);
/// A copy directly below, with a free name.
[[nodiscard]] Model duplicateLayer(const Model &model, int index);
/// Fails (E11) where an explicit reader would stand before what it reads.
[[nodiscard]] Result<Model> moveLayer(const Model &model, int from, int to);
/// Fails on an empty name, one with '/' and on one taken.
[[nodiscard]] Result<Model> renameLayer(const Model &model, int index, const std::string &name);
[[nodiscard]] Model setBypassed(const Model &model, int index, bool bypassed);
[[nodiscard]] Result<Model> setArgument(const Model &model, int index, std::string_view argument,
                                        const Value &value);
/// Sets a block of one weight of a layer, or of the layer that it shares its weights with. From
/// then on the weights are stored ones; `present` are those that it runs with
/// (LayerResult::weights), which become the stored ones where it had none, or none that fit. Costs
/// the block: the tensor is copied when it is next run, on the thread that runs it, and undo keeps
/// blocks. A drag asks for one edit per step; while it changes one block there is one. Errors:
/// "input" where there is no such weight, or the block lies outside of it.
[[nodiscard]] Result<Model> setWeights(const Model &model, int index,
                                       std::span<const Tensor> present, WeightBlock block);
/// Replaces layer `index` by any other value of a layer of the same name.
[[nodiscard]] Model replaceLayer(const Model &model, int index, Layer layer);

} // namespace convscope
