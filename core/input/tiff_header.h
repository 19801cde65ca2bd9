// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/picture_header.h"

namespace convscope {

/// nullopt where the bytes do not begin as a TIFF or BigTIFF. Sizes are those of the first page.
[[nodiscard]] std::optional<PictureHeader> readTiffHeader(std::span<const unsigned char> bytes);

/// EXIF is a TIFF without pixels: its orientation, 1 where it has none.
[[nodiscard]] int exifOrientation(std::span<const unsigned char> exif);

} // namespace convscope
