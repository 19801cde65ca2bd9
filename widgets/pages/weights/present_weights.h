// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "layers/edited_weights.h"
#include "weights_edit/weight_layout.h"

#include <vector>

namespace convscope {

/// The weights that a layer of the document has now, for threads that must answer at once: no large
/// tensor is copied. Of a large one that is being edited these are the values of the last run with
/// the edits since laid over them, until the next run brings them.
class PresentWeights
{
public:
    explicit PresentWeights(const PageContext &context) : m_context(context) {}

    /// Catches up with the document and its results; returns whether values may be others.
    /// `isEdited`: the document has changed.
    bool follow(int layer, bool isEdited);
    /// The next change of the document sets these blocks: they are known before a run shows them.
    void lay(const std::vector<WeightBlock> &blocks);

    /// Position of the layer; −1: none.
    [[nodiscard]] int layer() const { return m_layer; }
    /// How they stand in the layer, in Keras' order; empty where it has none or they are not known.
    [[nodiscard]] const std::vector<WeightSpec> &specs() const { return m_specs; }
    [[nodiscard]] const std::vector<Tensor> &tensors() const { return m_tensors; }
    [[nodiscard]] bool isEmpty() const { return m_tensors.empty(); }
    /// They belong to an earlier state of the document: nothing can be based on them.
    [[nodiscard]] bool isBehind() const { return m_isBehind; }
    /// No edits lie over the tensors.
    [[nodiscard]] bool isWhole() const { return m_blocks.empty(); }

    [[nodiscard]] const WeightLayout &layout(std::size_t weight) const { return m_layouts[weight]; }
    [[nodiscard]] float value(std::size_t weight, const WeightPlace &place) const;
    /// A copy of a block. Rule "memory".
    [[nodiscard]] Result<Tensor> block(std::size_t weight, const WeightRegion &region) const;

private:
    /// Another layer, or the same with other weights.
    bool look(int layer);
    [[nodiscard]] bool fits(const std::vector<Tensor> &tensors) const;

    PageContext m_context;
    int m_layer = -1;
    std::vector<WeightSpec> m_specs;
    std::vector<WeightLayout> m_layouts;
    std::vector<Tensor> m_tensors;
    std::vector<WeightBlock> m_blocks;
    bool m_isBehind = false;
    /// The next change of the document is the one of lay().
    bool m_isOwn = false;
};

} // namespace convscope
