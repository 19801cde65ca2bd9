// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input.h"
#include "tensor/data_format.h"

#include <optional>
#include <string_view>

namespace convscope {

/// What happens to an input whose sizes are not those that the model states.
enum class Fit
{
    Refuse,
    Resize, ///< bilinear between the centres of cells, without antialiasing, as Keras' Resizing
    Crop,   ///< at the centre, as Keras' CenterCrop
    Pad,    ///< with zeros, the input in the centre
    Model   ///< the model takes the input's sizes
};

/// "resize" → Resize; nullopt for other words.
[[nodiscard]] std::optional<Fit> fitNamed(std::string_view word);
[[nodiscard]] std::string_view nameOf(Fit fit);

/// What a model states of one of its inputs.
struct StatedInput
{
    /// Batch first, in the model's own order; of rank 0 where nothing is stated.
    Shape shape;
    DataFormat format = DataFormat::ChannelsLast;
    /// Stated by a person (--input-shape) in place of the model; for messages.
    bool isAsked = false;
    /// What of the model depends on the sizes and cannot follow the input, for messages ("the
    /// stored weights of dense"); empty: it may take other sizes.
    Words bound;
};

/// The input with the channels and sizes that are stated: its channels follow the model (grey is
/// repeated, colour becomes grey by luminance), and its sizes as `fit` says; without one the model
/// takes what it does not state, and the rest is refused. The input is channels last, any batch; it
/// stays as it is where all fits. Each thing done is a note. Errors: "E11", or "input"
/// where a person stated it (both shapes, and what would help), "memory".
[[nodiscard]] Result<Input> fitted(Input input, const StatedInput &stated,
                                   std::optional<Fit> fit = std::nullopt);

} // namespace convscope
