// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/explain.h"

#include <optional>

namespace convscope {

/// What the layer within a TimeDistributed ran with: all steps as one batch, over the same values,
/// so that positions among them are the same. Nullopt of every other layer, and of a bypassed one.
[[nodiscard]] std::optional<LayerOperands> foldedSteps(const LayerOperands &operands);

/// An index with batch and step (b, t, …) in a tensor of `steps` steps, as (b·steps + t, …).
[[nodiscard]] Extents foldedIndex(const Extents &index, std::int64_t steps);

/// The explanation of a cell of such a layer: that of the layer within, told of the outer cell.
[[nodiscard]] Result<Explanation> explainStep(const LayerOperands &operands,
                                              const LayerOperands &folded, const Extents &cell,
                                              std::int64_t batch, const ExplainOptions &options);

} // namespace convscope
