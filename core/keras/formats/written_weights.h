// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/save_model.h"
#include "model/model.h"
#include "tensor/tensor.h"

#include <span>
#include <string>
#include <vector>

namespace convscope {

/// The weights of one layer as they are saved.
struct WrittenWeights
{
    /// Position in the model.
    int layer = 0;
    /// "kernel", "bias" …; of an unknown class as its file calls them.
    std::vector<std::string> names;
    std::vector<Tensor> weights;
    /// For each weight whether it is trained.
    std::vector<bool> isTrained;
};

/// What a saved model computes with: stored weights where they fit, drawn ones elsewhere, so that
/// Keras computes the same. One entry per layer with weights, in the model's order; calls of shared
/// layers have none of their own. Layers whose weights cannot be known are named in the report.
/// Errors: those of drawing weights.
[[nodiscard]] Result<std::vector<WrittenWeights>> weightsToWrite(const Model &model,
                                                                 SaveReport &report);

/// Those of a layer by its position in the model; nullptr where it has none. `all` is what
/// weightsToWrite() gave.
[[nodiscard]] const WrittenWeights *weightsOf(std::span<const WrittenWeights> all, int layer);

} // namespace convscope
