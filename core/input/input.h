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

struct InputOptions
{
    ValueScaling scaling = ValueScaling::ZeroToOne;
    /// What the model's first layer takes: 1 a sequence, 2 a picture, 3 a volume; empty: what the
    /// file is. A picture is then also one of its rows or one slice, a volume also its first slice;
    /// the title or a note says so.
    std::optional<int> spatialRank;
    /// Row of a picture read as a sequence; empty: the middle row.
    std::optional<std::int64_t> row;
    bool keepAlpha = false;
    /// Channels that the model's first layer takes, for patterns that do not state their own.
    std::optional<std::int64_t> channels;
    /// Largest number of frames or slices read; 0: all.
    std::int64_t maxSlices = 0;
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
