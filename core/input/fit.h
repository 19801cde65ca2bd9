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
    Crop,   ///< cut to the stated aspect, then resized: Keras' crop_to_aspect_ratio
    Pad,    ///< laid among zeros of the stated aspect, then resized: pad_to_aspect_ratio
    Model   ///< the model takes the input's sizes
};

/// Rows and columns.
struct PlaneSize
{
    std::int64_t rows = 0;
    std::int64_t columns = 0;

    bool operator==(const PlaneSize &) const = default;
};

/// Of a picture the part that Crop keeps, or the frame that Pad lays it in, before it is resized;
/// for other fits what there is.
[[nodiscard]] PlaneSize fitFrame(Fit fit, PlaneSize have, PlaneSize wanted);

/// Which part of a picture is kept by Crop, or where it stands in the frame of Pad: how much of
/// what is left over lies above it and to its left, from 0 to 1.
struct FitAnchor
{
    double row = 0.5;
    double column = 0.5;

    static const FitAnchor Centre;
    static const FitAnchor TopLeft;
    static const FitAnchor TopRight;
    static const FitAnchor BottomLeft;
    static const FitAnchor BottomRight;

    bool operator==(const FitAnchor &) const = default;
};

inline constexpr FitAnchor FitAnchor::Centre{0.5, 0.5};
inline constexpr FitAnchor FitAnchor::TopLeft{0, 0};
inline constexpr FitAnchor FitAnchor::TopRight{0, 1};
inline constexpr FitAnchor FitAnchor::BottomLeft{1, 0};
inline constexpr FitAnchor FitAnchor::BottomRight{1, 1};

/// Where along an axis of `have` cells the `wanted` begin (cropping), or where the `have` stand
/// among the `wanted` (padding); `axis` 0 for rows, 1 for columns; others are centred.
[[nodiscard]] std::int64_t fitOffset(FitAnchor anchor, int axis, std::int64_t have,
                                     std::int64_t wanted);

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

    bool operator==(const StatedInput &) const = default;
};

/// The input with the channels and sizes that are stated: its channels follow the model (grey is
/// repeated, colour becomes grey by luminance), and its sizes as `fit` says; without one the model
/// takes what it does not state, and the rest is refused. Slices and steps have no aspect: they are
/// cut or padded alone, where there are enough, or few enough. The input is channels last, any
/// batch; it stays as it is where all fits. Each thing done is a note. Errors: "E11", or "input"
/// where a person stated it (both shapes, and what would help), "memory".
[[nodiscard]] Result<Input> fitted(Input input, const StatedInput &stated,
                                   std::optional<Fit> fit = std::nullopt,
                                   FitAnchor anchor = FitAnchor::Centre);

} // namespace convscope
