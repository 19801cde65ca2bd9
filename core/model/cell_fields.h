// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/sight_region.h"
#include "model/shape_inference.h"

#include <span>
#include <vector>

// Receptive fields and their reverse between any two tensors of a model: which cells of the tensors
// before it an output cell depends on, and which cells of the tensors behind it a cell reaches.
// They follow from what every layer class states of its sight, before anything runs. All functions
// are pure and thread-safe; a stack of forty layers takes well below a millisecond.

namespace convscope {

/// The part of a field that comes through one of the tensor's readers.
struct FieldBranch
{
    int reader = -1; ///< the layer that reads the tensor on the way
    Region region;
};

/// What some cells of a layer depend on in one tensor before it.
struct CellField
{
    Source tensor; ///< an input of the model or a layer's output
    /// Clipped to the tensor; its axes in their order, without the batch.
    Region region;
    /// How far the windows reach along each axis, beyond the tensor's ends too.
    std::vector<CellRange> reach;
    /// Lengths of these axes.
    std::vector<std::int64_t> lengths;
    /// One entry per reader on the way; more than one where branches part.
    std::vector<FieldBranch> branches;

    /// Of the box that the windows span: the share of it that lies outside the tensor, 0 to 1.
    [[nodiscard]] double paddingShare() const;
};

/// What some cells of one tensor reach in a layer behind it.
struct CellReach
{
    int layer = -1;
    Region region;
};

/// Fields of `cells` of layer `layer` in every tensor before it that they depend on, the nearest
/// first, the model's inputs last. Shapes must be known and legal up to that layer; empty
/// otherwise. A region behind one with gaps is exact along each axis; where branches meet it is the
/// smallest that holds them all.
[[nodiscard]] std::vector<CellField> fieldsOf(const Model &model, const ModelShapes &shapes,
                                              int layer, const Region &cells);

/// The cells that depend on `cells` of `tensor`, of every layer behind it in the model's order.
/// Layers that are illegal, wait or have unknown sizes are left out, and those behind them.
[[nodiscard]] std::vector<CellReach> reachOf(const Model &model, const ModelShapes &shapes,
                                             const Source &tensor, const Region &cells);

/// First and last cell per spatial axis of a tensor in this format; empty where it has none or the
/// region is empty.
[[nodiscard]] std::vector<CellRange> spatialBox(const Region &region, DataFormat format);

} // namespace convscope
