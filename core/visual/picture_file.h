// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "tensor/file_bytes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace convscope {

/// Bytes of a picture in row order without gaps: one channel (grey) or three (red, green, blue).
struct Picture
{
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    int channels = 3;
    std::vector<std::uint8_t> bytes;
};

/// The picture as the bytes of a PNG file. Error "file" where it has more pixels than a PNG takes.
[[nodiscard]] Result<Bytes> pngBytes(const Picture &picture);

/// Writes a PNG under a temporary name beside `path` (UTF-8) and renames it: readers see the old
/// file or the whole new one, and nothing is left behind when it fails. Error "file".
[[nodiscard]] Result<void> writePng(const Picture &picture, const std::string &path);

} // namespace convscope
