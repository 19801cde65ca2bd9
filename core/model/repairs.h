// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/shape_inference.h"

#include <span>
#include <string>
#include <vector>

namespace convscope {

/// One change of one argument that makes an illegal layer legal.
struct Repair
{
    /// The layer whose argument changes: the illegal one, or one it reads from.
    int layer = 0;
    std::string argument;
    Value before;
    Value after;
    /// What the repaired layer (not the changed one) then gives.
    Shape output;
    /// Input of the repaired layer after the change.
    Shape input;
    /// The whole model with the change made.
    Model model;
    /// Size of the change, 0 … 1; repairs come sorted by it.
    double change = 0;
};

/// At most `most` repairs of the illegal layer `index`, smallest change first, at most one per
/// argument. Every one was checked by shape inference. Empty where there is no obvious one.
[[nodiscard]] std::vector<Repair> findRepairs(const Model &model, std::span<const Shape> inputs,
                                              int index, std::size_t most = 4);

} // namespace convscope
