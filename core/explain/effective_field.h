// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explain/explain.h"
#include "layers/sight_region.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace convscope {

/// How much each cell of one input of the model counts for one output value: the value's slope in
/// that cell, with the present activations.
struct EffectiveField
{
    /// Position among the model's inputs.
    int input = 0;
    /// Index in that tensor of the first cell of `slopes`: without the batch, axes as stored.
    Extents first;
    /// Extents of the box that holds every cell with a slope; row by row.
    Extents extents;
    std::vector<double> slopes;
};

struct EffectiveFields
{
    /// One per input that the value depends on.
    std::vector<EffectiveField> inputs;
    /// Everything on the way is linear piece by piece, so the slopes hold for every change that
    /// switches no piece; else they are a first order only.
    bool isExact = true;
};

/// Pushes the slope of one value back through the model, layer by layer. `cell` as in explain().
/// Errors: those of operandsOf and explain; "cancelled"; "memory" where a tensor on the way has no
/// room. Blocks, thread-safe; costs the products within the field.
[[nodiscard]] Result<EffectiveFields> effectiveFields(const Model &model,
                                                      std::span<const Tensor> inputs,
                                                      const RunResult &result, int layer,
                                                      const Extents &cell, std::int64_t batch,
                                                      const std::stop_token &stop = {});

} // namespace convscope
