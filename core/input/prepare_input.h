// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/fit.h"
#include "input/picture_range.h"

namespace convscope {

/// How an input is made what a model takes: what a person chooses, saved and undone as a whole.
struct InputPreparation
{
    /// Empty: what the model states is kept to.
    std::optional<Fit> fit;
    PictureRange values = PictureRange::Auto;
    /// Row of a picture that a model of sequences takes; empty: the middle one.
    std::optional<std::int64_t> row;
    /// Frame, page or picture that a model takes which takes one; empty: the first.
    std::optional<std::int64_t> frame;
    /// Empty: left out, or kept where the model wants four channels.
    std::optional<Alpha> alpha;
    /// What is kept of a picture that is cropped, or where one stands that is padded.
    FitAnchor anchor = FitAnchor::Centre;

    bool operator==(const InputPreparation &) const = default;
};

/// Reads what a model takes: options for `readInput` that follow from what is stated, pictures as
/// stored.
[[nodiscard]] InputOptions readingOptions(const StatedInput &stated,
                                          const InputPreparation &preparation);

/// The input, read with `readingOptions`, as the model takes it, channels last: channels and sizes
/// first, on the values as stored, then the range of values. Each thing done is a note. `automatic`
/// stands in for PictureRange::Auto. Errors: those of `fitted` and `inRange`.
[[nodiscard]] Result<Input> prepared(Input input, const StatedInput &stated,
                                     const InputPreparation &preparation, PictureRange automatic);

} // namespace convscope
