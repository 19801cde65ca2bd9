// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/words.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace convscope {

/// What an encoded picture says of itself, read without decoding it.
struct PictureHeader
{
    std::string_view format;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    /// As stored, alpha included; 3 for palettes.
    int channels = 3;
    int bitsPerChannel = 8;
    /// EXIF's: 1 upright, 2…8 mirrored or turned.
    int orientation = 1;
    /// Pages of a TIFF, frames of a WebP.
    int pages = 1;
    /// Frames of an animated PNG, of which the first is read.
    int frames = 1;
    /// What is missing, e.g. "it ends in the middle of its data"; empty where the structure is
    /// whole.
    Words damage;
};

/// PNG, JPEG, TIFF (and BigTIFF), BMP, WebP, JPEG 2000, PNM, PAM and PFM; nullopt for anything
/// else.
[[nodiscard]] std::optional<PictureHeader> readPictureHeader(std::span<const unsigned char> bytes);

} // namespace convscope
