// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/ribbon_folded_layout.h"

#include <QStringList>

#include <vector>

namespace convscope {

struct RibbonFace;

/// What the faces of a folded ribbon have in common, with the words over them: "conv4, 6 blocks"
/// over blocks whose names begin alike, else the name of the block.
struct WordedRuns
{
    RibbonRuns runs;
    /// Of the captions.
    QStringList words;
};

[[nodiscard]] WordedRuns runsOf(const std::vector<RibbonFace> &faces);

/// What the names of neighbouring blocks have in common: "conv4" of "conv4_block2", "block2" of
/// "block2a"; the name itself where it has one part.
[[nodiscard]] QString runName(const QString &block);

} // namespace convscope
