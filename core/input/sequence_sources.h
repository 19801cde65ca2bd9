// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input.h"

namespace convscope {

// Both give a sequence (1, steps, channels). Errors: "file" (broken; the table's say line and
// column), "input" (the model takes pictures or volumes), "memory".

/// Whether the bytes begin as a sound that `readSound` reads.
[[nodiscard]] bool isSound(std::span<const unsigned char> bytes);
/// WAV (RF64 too), FLAC, Ogg, AIFF, AU and CAF in every coding that libsndfile knows. Whole numbers
/// become −1 to 1 (÷ 2^(bits − 1)), also for ValueScaling::ZeroToOne: zero is silence; AsStored
/// keeps them.
[[nodiscard]] Result<Input> readSound(std::span<const unsigned char> bytes,
                                      const std::string &title, const InputOptions &options);

/// A table of numbers, one step per line; columns are channels, named by a first line that is not
/// numbers. Separated by tabs, semicolons (then 1,5 is a number too), commas or spaces; lines that
/// begin with # are passed over. A model of pictures gets it as a grey picture (1, lines, columns,
/// 1). Values as stored.
[[nodiscard]] Result<Input> parseTable(std::string_view text, const std::string &title,
                                       const InputOptions &options);

/// Error "input": what a source is and what the model takes instead.
[[nodiscard]] Failure wrongRank(const std::string &title, Words what, int wanted);
/// "a sequence (1, steps, channels)" for 1, and so on.
[[nodiscard]] Words rankWords(int spatialRank);

} // namespace convscope
