// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace convscope {

/// What the chunks of a WAV say; libsndfile, which decodes it, takes a file that is cut off for a
/// short one.
struct WavHeader
{
    unsigned coding = 0; ///< 1 PCM, 3 floats, others compressed
    unsigned bits = 0;
    /// Where the length of the data stands, and what it ought to be.
    std::uint64_t lengthAt = 0;
    std::uint64_t dataBytes = 0;
    /// Whether the length is the placeholder of a program that wrote into a pipe.
    bool isOpenEnded = false;
    /// Bytes of an incomplete last step.
    std::uint64_t restBytes = 0;
};

/// nullopt where the bytes are no RIFF WAVE. Errors: "file", naming what is cut off.
[[nodiscard]] Result<std::optional<WavHeader>> readWavHeader(std::span<const unsigned char> bytes,
                                                             const std::string &title);

} // namespace convscope
