// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input.h"
#include "input/picture_header.h"

namespace convscope {

// Each gives a volume where the model takes one (or nothing is known), else its first frame as a
// picture or a row of it, with a note. Errors: "file", "input", "memory".

/// A video that OpenCV's back ends can read.
[[nodiscard]] Result<Input> readVideo(const std::string &path, const InputOptions &options);
/// A TIFF of several pages or an animated WebP, whose header this is.
[[nodiscard]] Result<Input> readPages(const std::string &title,
                                      std::span<const unsigned char> bytes,
                                      const PictureHeader &header, const InputOptions &options);
/// The pictures of a folder in natural order (2 before 10); other files are passed over with a
/// note.
[[nodiscard]] Result<Input> readFolder(const std::string &path, const InputOptions &options);

/// "2" before "10": runs of digits compare as numbers, everything else byte by byte.
[[nodiscard]] bool naturallyLess(std::string_view left, std::string_view right);

} // namespace convscope
