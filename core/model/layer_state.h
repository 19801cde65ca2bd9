// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/shape_inference.h"

#include <optional>
#include <string>

namespace convscope {

/// How a layer stands. Cards, ribbon, pages, status line, printing and command line all read this.
struct LayerState
{
    enum class Kind
    {
        Fine,
        Illegal, ///< its arguments do not fit what it reads
        Waits,   ///< for a layer before it
        Failed,  ///< legal, but its last run ended with an error (memory)
        Unknown  ///< of a class that is not known here
    };

    Kind kind = Kind::Fine;
    /// Illegal and Failed: why.
    std::optional<Error> error;
    /// Waits: the layer that has to be put right first.
    std::string waitsFor;

    /// Something is to be done at this layer itself.
    [[nodiscard]] bool isProblem() const { return kind == Kind::Illegal || kind == Kind::Failed; }
};

/// The state of a layer from its shapes and the error of its last run (null: none, or it has not
/// run).
[[nodiscard]] LayerState layerState(const LayerShapes &shapes, const Error *failure);

} // namespace convscope
