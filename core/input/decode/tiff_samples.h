// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <optional>

namespace convscope {

/// How a TIFF stores one number. Bytes are in the machine's order, as libtiff gives them.
struct TiffSample
{
    enum class Kind
    {
        Unsigned,
        Signed,
        Float
    };
    Kind kind = Kind::Unsigned;
    int bits = 8;

    /// The depth that holds every value: CV_8U … CV_64F; nullopt where it cannot be read. Unsigned
    /// numbers of more than 16 bits become doubles, OpenCV has no type for them.
    [[nodiscard]] std::optional<int> depth() const;
    /// Largest number of an unsigned kind; 0 for the others.
    [[nodiscard]] double largest() const;
};

/// Writes `count` samples, packed one after another in `line`, to `out`, `out + stride` … (in
/// values of sample.depth()).
void unpackSamples(const TiffSample &sample, const unsigned char *line, std::int64_t count,
                   unsigned char *out, std::int64_t stride);
/// Of unsigned numbers: the first channel of every pixel becomes `largest` less it.
void invertFirst(cv::Mat &values, double largest);

} // namespace convscope
