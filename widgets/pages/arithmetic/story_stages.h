// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explaining/explanation_words.h"
#include "pages/arithmetic/cell_story.h"

#include <utility>
#include <vector>

// Which stages of an explanation the pictures of its products and sums are of.

namespace convscope {

[[nodiscard]] QString digitsOf(const SumFormat &format, double value, bool all);

/// The stage whose products are shown; null: not known yet.
[[nodiscard]] const Stage *stageOf(const CellStory &story);
/// The stage whose terms are channels.
[[nodiscard]] const Stage *channelStage(const CellStory &story);
/// A function along a line that follows a sum; null: none.
[[nodiscard]] const Stage *lineStage(const CellStory &story);

/// What every channel adds, and what the chosen one and all others add together.
struct ChannelShares
{
    std::vector<std::pair<std::int64_t, double>> shares;
    double chosen = 0;
    double others = 0;
};

[[nodiscard]] ChannelShares sharesOf(const CellStory &story);

} // namespace convscope
