// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "base/words.h"
#include "tensor/data_format.h"
#include "tensor/tensor.h"

#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// What an input file or pattern gave: a tensor with batch 1, and how it was read.
struct Input
{
    /// Rank 3 (1, steps, channels), 4 (1, rows, columns, channels) or 5 (1, slices, rows, columns,
    /// channels), where `format` is channels_last, as it is for all that readInput() gives.
    Tensor tensor;
    /// Where the channels lie: an input that was stored with a model keeps the model's order.
    DataFormat format = DataFormat::ChannelsLast;
    /// "chelsea.png", "row 86 of chelsea.png", "impulse 64 × 64".
    Words title;
    /// What was done to the values: "0 to 1", "as stored".
    Words scaling;
    /// Every change that was not asked for, e.g. "alpha left out"; empty: none.
    std::vector<Words> notes;
    /// Names of the channels where they have any: {"red", "green", "blue"}.
    std::vector<Words> channelNames;
    /// The number that stands for 1 in a picture read as stored: 255, 65535, 1 for floats; 0 where
    /// the values are scaled already, or of no picture.
    double white = 0;
    /// The picture has opacity, which was left out, used or kept.
    bool hasAlpha = false;
    /// How many rows there are to choose from where one was read as a sequence, and how many
    /// frames, pages or pictures where one was read; 0: there is nothing to choose.
    std::int64_t rowCount = 0;
    std::int64_t frameCount = 0;
    /// Path or pattern text that gives the same input again.
    std::string source;
};

/// How a file's values become floats.
enum class ValueScaling
{
    ZeroToOne,     ///< 8-bit ÷ 255, 16-bit ÷ 65535, floats as stored
    AsStored,      ///< 0…255 stays 0…255
    MinusOneToOne, ///< 2·(zero to one) − 1
    /// Pictures and frames as stored, for `inRange` later; all else as ZeroToOne.
    PicturesAsStored
};

/// What becomes of a picture's opacity.
enum class Alpha
{
    Drop,      ///< left out, colours as stored
    OverWhite, ///< colours laid over white
    OverBlack, ///< colours laid over black
    Keep       ///< the last channel
};

struct InputOptions
{
    ValueScaling scaling = ValueScaling::ZeroToOne;
    /// What the model's first layer takes: 1 a sequence, 2 a picture, 3 a volume; empty: what the
    /// file is. A picture is then also one of its rows or one slice, a volume also its first slice;
    /// the title or a note says so.
    std::optional<int> spatialRank;
    /// Row of a picture read as a sequence; empty: the middle row.
    std::optional<std::int64_t> row;
    Alpha alpha = Alpha::Drop;
    /// Frame, page or picture (from 0) where one of several is read; empty: the first.
    std::optional<std::int64_t> frame;
    /// Channels that the model's first layer takes, for patterns that do not state their own.
    std::optional<std::int64_t> channels;
    /// Largest number of frames or slices read; 0: all.
    std::int64_t maxSlices = 0;

    bool operator==(const InputOptions &) const = default;
};

/// Reads whatever the path names: a picture, .npy, video, multi-page TIFF, a folder of pictures,
/// a sound, a table, or a pattern ("pattern:impulse?size=64x64&channels=1", see patterns.h).
/// Errors: "file" (missing, unreadable, broken), "input" (of a kind the model cannot take),
/// "memory".
[[nodiscard]] Result<Input> readInput(const std::string &pathOrPattern,
                                      const InputOptions &options);

/// A picture from memory, e.g. the clipboard: the bytes of an encoded image file.
[[nodiscard]] Result<Input> decodePicture(std::span<const unsigned char> bytes,
                                          const std::string &title, const InputOptions &options);

} // namespace convscope
