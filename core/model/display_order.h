// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/model.h"

#include <span>
#include <string>
#include <vector>

namespace convscope {

/// The layers in an order in which every one stands after what it reads and a branch stays
/// together; files mix branches. What is not branched keeps its own order. Linear.
[[nodiscard]] std::vector<int> displayOrder(const Model &model);

/// Consecutive layers of an order that belong together: a model inside the model, or layers whose
/// names begin alike.
struct LayerBlock
{
    /// What the names begin with, without the separator: "conv2_block1".
    std::string prefix;
    /// Positions in the order, both included.
    int first = 0;
    int last = 0;
    /// The block that it is part of; −1: none. It stands before this one.
    int parent = -1;
    /// A model inside the model, not only names that begin alike.
    bool isModel = false;

    [[nodiscard]] int size() const { return last - first + 1; }
    bool operator==(const LayerBlock &) const = default;
};

/// Blocks of at least two layers in the order of their first. A name's words end with '_' and '/':
/// runs that share their first words are parted by the next word as long as the parts are blocks
/// themselves (conv2 into conv2_block1 …, not that into conv2_block1_1 …). One or two layers with
/// names of their own between two of a block belong to it; automatic names (conv2d_7) make none.
[[nodiscard]] std::vector<LayerBlock> layerBlocks(const Model &model, std::span<const int> order);

/// What is left of a layer's name beside its block's prefix: "1_conv". The whole where it has none
/// of it.
[[nodiscard]] std::string_view nameInBlock(std::string_view name, std::string_view prefix);

} // namespace convscope
