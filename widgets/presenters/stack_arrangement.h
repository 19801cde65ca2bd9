// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/display_order.h"
#include "stack/layer_card.h"
#include "stack/rail_strip.h"

#include <set>
#include <string>
#include <vector>

namespace convscope {

/// Which blocks there are and which are folded, by name, so that it stays while layers come and go.
class Folds
{
public:
    /// For a model that was opened with so many layers: one with many has blocks of names that
    /// begin alike, and all are folded; another has those of models inside it alone, unfolded.
    void open(int layers);
    [[nodiscard]] bool hasNamedBlocks() const { return m_hasNamedBlocks; }
    void foldAll();
    void unfoldAll();
    [[nodiscard]] bool isFolded(const std::string &block) const
    {
        return m_isFolded != m_others.contains(block);
    }
    void setFolded(const std::string &block, bool folded);

private:
    bool m_hasNamedBlocks = false;
    bool m_isFolded = false;
    /// Those that differ.
    std::set<std::string> m_others;
};

/// One row of the stack.
struct StackRow
{
    CardKind kind = CardKind::Card;
    /// Index in the model, of blocks that of their last layer; −1: an input.
    int layer = -1;
    /// Of an input: which.
    int input = 0;
    /// Of blocks, and the block that a line is in; −1: none.
    int block = -1;
    int indent = 0;
    bool endsBlock = false;

    bool operator==(const StackRow &) const = default;
};

/// The rows of a model as they are shown.
struct StackArrangement
{
    std::vector<StackRow> rows;
    std::vector<LayerBlock> blocks;
    /// What a block is called, by its position in `blocks`: its prefix, counted where several have
    /// the same.
    std::vector<std::string> blockNames;
    /// Layers in the order of the rows.
    std::vector<int> order;
    /// By layer: the row that shows it, which may be that of a folded block.
    std::vector<int> rowOfLayer;
    Rails rails;

    /// The layers that a row stands for: of a block all.
    [[nodiscard]] std::vector<int> layersOf(const StackRow &row) const;
    /// The folded block that shows a layer; −1: it has a row of its own.
    [[nodiscard]] int foldedBlockOf(int layer) const;
    [[nodiscard]] int blockNamed(const std::string &name) const;

    bool operator==(const StackArrangement &) const = default;
};

/// From how many layers on a model is opened with its blocks folded.
inline constexpr int kFoldedFrom = 41;

/// `folds` null: every layer has a card of its own, in the order of the branches. Linear.
[[nodiscard]] StackArrangement arrangeStack(const Model &model, const Folds *folds);

} // namespace convscope
