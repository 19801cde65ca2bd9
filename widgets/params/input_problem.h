// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run/chosen_input.h"

#include <QString>

namespace convscope {

/// Why the model does not read the chosen input, with both shapes and what would help; empty: it
/// does. `bound`: see StatedInput.
[[nodiscard]] QString inputProblem(const ChosenInput &chosen, const Words &bound);
/// In a few words, for the card: "not 8×8×1".
[[nodiscard]] QString shortInputProblem(const ChosenInput &chosen);

/// What the model states in the order of the input as it was read, unknown sizes and other ranks
/// those of the input.
[[nodiscard]] Extents statedExtents(const ChosenInput &chosen);
/// The fit in force.
[[nodiscard]] Fit fitOf(const ChosenInput &chosen);
/// The range of values in force, never Auto.
[[nodiscard]] PictureRange rangeOf(const ChosenInput &chosen);
/// Whether slices or steps are fewer than the wanted ones; rows and columns can always be cropped
/// and padded.
[[nodiscard]] bool isAnyShorter(const Extents &have, const Extents &wanted);

} // namespace convscope
