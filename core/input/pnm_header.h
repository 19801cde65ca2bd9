// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/words.h"
#include "input/byte_reader.h"
#include "input/picture_header.h"

namespace convscope {

/// The header of a portable picture: P1 to P7, PF and Pf.
struct PnmHeader
{
    char kind = 0; ///< '1' … '7', 'F', 'f'
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    int channels = 1;
    /// White: 1 to 65535; 1 for bits and floats.
    std::int64_t largest = 1;
    bool isFloat = false;
    bool isLittleEndian = false; ///< of floats
    bool hasAlpha = false;       ///< the last channel is opacity
    std::size_t dataAt = 0;
    /// Why it cannot be read; empty where it is whole.
    Words damage;
};

/// nullopt where the bytes are no portable picture.
[[nodiscard]] std::optional<PnmHeader> parsePnmHeader(std::span<const unsigned char> bytes);
/// The same as for every other format.
[[nodiscard]] std::optional<PictureHeader> readPnmHeader(std::span<const unsigned char> bytes);

} // namespace convscope
