// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/shape_inference.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace convscope {

// Edits of what a layer reads, beside those in edit.h: pure, indices must be valid.

/// The tensors that a layer reads, by name and in its order, the one it reads unnamed included.
[[nodiscard]] std::vector<std::string> readNames(const Model &model, int index);

/// The layer reads these tensors, in this order; the same one twice is two reads. Layers that it
/// then reads and that stand behind it are moved before it, with what they read, and nothing else
/// is read differently. Fails (E11) where a name is none of the model's, or depends on the layer.
/// How many a class reads is not asked: a layer with too few is an error of its shapes.
[[nodiscard]] Result<Model> setReads(const Model &model, int index,
                                     const std::vector<std::string> &names);

/// A new layer that reads `above` (−1: the first input). Its output is read in the place of
/// `above` by the layer `reader`, or by all who read that (−1). Returns the model and where the
/// layer stands. A merge reads `above` twice until it is wired.
struct Inserted
{
    Model model;
    int index = 0;
};
[[nodiscard]] Inserted insertBelow(const Model &model, int above, int reader,
                                   const LayerType &type);

/// The layer goes to another place of a graph: who read it reads what it read, and it is put below
/// `above` as insertBelow() puts a new one. Fails (E11) where it reads several tensors, whose place
/// no list can say. Put below itself it stays.
[[nodiscard]] Result<Model> moveBelow(const Model &model, int index, int above, int reader);

/// A tensor that a layer could read.
struct ReadOffer
{
    Source source;
    std::string name;
    /// Unknown where the tensor has none now.
    std::optional<Shape> shape;
    /// What the layer would give.
    std::optional<Shape> makes;
    /// Where it does not fit: the rule with the shapes.
    std::optional<Error> why;
    /// Where the layer reads it already: the first place; −1: it does not.
    int place = -1;
};

struct ReadOffers
{
    /// Inputs of the model, then layers in the model's order.
    std::vector<ReadOffer> tensors;
    /// Layers that are left out: they depend on this one.
    int loops = 0;
};

/// What the layer could read in place of what it reads at `place`, or beside what it reads where
/// `place` is their number. `inputs`: shapes of the model's inputs. Linear in the layers.
[[nodiscard]] ReadOffers readOffers(const Model &model, const ModelShapes &shapes,
                                    std::span<const Shape> inputs, int index, std::size_t place);

} // namespace convscope
