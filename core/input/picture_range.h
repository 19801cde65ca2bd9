// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input.h"

#include <array>
#include <optional>
#include <string_view>

namespace convscope {

/// The numbers that a model takes for a picture's values.
enum class PictureRange
{
    Auto,          ///< what the model says, see `automaticRange`
    ZeroToOne,     ///< stored ÷ white
    MinusOneToOne, ///< 0…255 ÷ 127.5 − 1
    ZeroTo255,
    Caffe, ///< blue, green, red from 0 to 255, each less its mean in ImageNet
    Torch  ///< 0 to 1, less the mean in ImageNet, ÷ the deviation there
};

/// "-1..1" → MinusOneToOne; nullopt for other words.
[[nodiscard]] std::optional<PictureRange> pictureRangeNamed(std::string_view word);
[[nodiscard]] std::string_view nameOf(PictureRange range);

/// What `Auto` is for a model: 0 to 255 where its first layers rescale or normalise; the range of
/// the keras.applications family that its name begins with; else 0 to 1.
[[nodiscard]] PictureRange automaticRange(std::string_view modelName, bool firstLayersRescale);

/// A picture read as stored (ValueScaling::PicturesAsStored), in the range asked for, which
/// `automatic` stands in for where it is Auto; the arithmetic is that of Keras' preprocess_input.
/// What is no picture stays as it is. A note says what was done, `scaling` too. Errors: "input" for
/// Caffe and Torch of anything but three channels (an automatic one is then 0 to 1), "memory".
[[nodiscard]] Result<Input> inRange(Input input, PictureRange range, PictureRange automatic);

/// Least, largest and mean value of an input.
struct RangeFigures
{
    double minimum = 0;
    double maximum = 0;
    double mean = 0;

    bool operator==(const RangeFigures &) const = default;
};

/// What a picture read as stored would hold in each range from ZeroToOne to Torch, from one pass
/// over it; nothing where the range is not for it, or for what is no picture. NaN and infinities
/// are left out.
[[nodiscard]] std::array<std::optional<RangeFigures>, 5> rangeFigures(const Input &input);

} // namespace convscope
