// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/picture_header.h"

namespace convscope {

/// nullopt where the bytes do not begin as a JPEG. Walks all segments and scans, since decoders
/// fill what is cut off with grey and call it a picture.
[[nodiscard]] std::optional<PictureHeader> readJpegHeader(std::span<const unsigned char> bytes);

} // namespace convscope
