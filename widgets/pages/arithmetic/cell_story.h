// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/explain.h"
#include "explain/kernel_slice.h"
#include "pages/arithmetic/arithmetic_scene.h"
#include "pages/arithmetic/sum_pictures.h"

#include <optional>

namespace convscope {

/// What the person has chosen to look at within one cell.
struct StoryChoice
{
    /// Of the input; of a separable convolution the channel between the stages.
    std::int64_t channel = 0;
    /// The slice of a volume's window: which tap along the first axis.
    std::int64_t depth = 0;
    /// Of several inputs.
    int input = 0;
    /// A transposed convolution from an input cell, which is given along the axes shown.
    std::optional<std::vector<std::int64_t>> scatterFrom;
};

/// A layer's run as the page's pictures need it, and one cell of it in words and numbers. Pure
/// functions of it: no work grows with a tensor.
struct CellStory
{
    const LayerOperands *operands = nullptr;
    /// Of the cell; null: on its way.
    const Explanation *told = nullptr;
    Extents pinned;
    Extents cell;
    std::int64_t batch = 0;
    Arithmetic arithmetic;
    /// Spatial maps of the layer; of one that keeps places, the same index. Empty: no places.
    std::vector<AxisMap> axes;
    StoryChoice choice;

    /// Position of the stage that the choice's products belong to.
    [[nodiscard]] int stage() const;
    /// The maps of the axes shown: the last two, or the only one.
    [[nodiscard]] std::vector<AxisMap> shownAxes() const;
    /// A cell (the channel last) along them.
    [[nodiscard]] std::vector<std::int64_t> shown(const Extents &cell) const;
    [[nodiscard]] bool isTransposed() const;
    [[nodiscard]] bool isSeparable() const;
    /// Channels that can be chosen, and whether there is more than one.
    [[nodiscard]] ChannelRange channels() const;
    /// The map of the input that is shown.
    [[nodiscard]] std::int64_t inputChannel() const;
    /// Terms of the stage that belong to the choice.
    [[nodiscard]] std::vector<Term> terms() const;
    /// Taps of the shown part of the kernel, and the tap of a term in it; −1: not in it.
    [[nodiscard]] int shownTap(const Term &term) const;
    /// A function along a line (softmax) follows what the rule gives.
    [[nodiscard]] bool hasLine() const;
    /// Where the cell stands on the line of such a function, its only stage included; −1: of none.
    [[nodiscard]] std::int64_t placeOnLine() const;
    /// The cell at another place of that line.
    [[nodiscard]] Extents cellOnLine(std::int64_t place) const;

private:
    /// The output's axis (from 1) that the line runs along; 0: none.
    [[nodiscard]] int lineAxis() const;
};

/// With a choice that the layer does not have replaced by the nearest it has.
[[nodiscard]] CellStory storyOf(const LayerOperands &operands, const Explanation *told,
                                const Extents &pinned, const Extents &cell, std::int64_t batch,
                                StoryChoice choice);

/// The picture of input, kernel and output; empty for layers without places.
[[nodiscard]] ArithmeticScene sceneOf(const CellStory &story);
/// The products of the chosen channel.
[[nodiscard]] ProductsPicture productsOf(const CellStory &story, bool allDigits);
[[nodiscard]] ChannelBars barsOf(const CellStory &story);
/// The channel that adds most; nothing where that is not known.
[[nodiscard]] std::optional<std::int64_t> largestChannel(const CellStory &story);
[[nodiscard]] std::vector<SumRow> sumOf(const CellStory &story, bool allDigits);
/// For layers without places.
[[nodiscard]] TermsPicture termsOf(const CellStory &story, bool allDigits);
/// The line that hasLine() tells of.
[[nodiscard]] TermsPicture lineOf(const CellStory &story, bool allDigits);

} // namespace convscope
