// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/words.h"

#include <span>
#include <string>

struct tiff;

namespace convscope {

/// A TIFF in memory as libtiff reads it. What libtiff would print is kept instead. The bytes must
/// outlive it.
class TiffFile
{
public:
    explicit TiffFile(std::span<const unsigned char> bytes);
    TiffFile(const TiffFile &) = delete;
    TiffFile &operator=(const TiffFile &) = delete;
    ~TiffFile();

    /// nullptr where it cannot be opened.
    [[nodiscard]] tiff *handle() const { return m_handle; }
    /// The first thing that went wrong; "its data cannot be decoded" where libtiff named nothing.
    [[nodiscard]] Words reason() const;

    // For libtiff's calls back.
    std::span<const unsigned char> bytes;
    std::size_t at = 0;
    std::string firstError;

private:
    tiff *m_handle = nullptr;
};

} // namespace convscope
