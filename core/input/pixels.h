// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "input/input.h"
#include "input/picture_header.h"

#include <opencv2/core.hpp>

namespace convscope {

/// A decoded picture or frame, upright, in OpenCV's order of channels (blue, green, red, alpha).
struct Pixels
{
    cv::Mat values;
    /// What was done that was not asked for.
    std::vector<std::string> notes;
};

/// Decodes one encoded picture (of a TIFF the first page). `title` begins the messages. Refuses,
/// before decoding, what is cut off ("file") and what memory cannot hold as floats ("memory").
[[nodiscard]] Result<Pixels> decodePixels(std::span<const unsigned char> bytes,
                                          const std::string &title, bool keepAlpha);

/// Error "memory" where `pictures` of this header, decoded and as floats, exceed the free memory,
/// or one has more pixels than OpenCV decodes (2^30).
[[nodiscard]] Result<void> checkSize(const PictureHeader &header, const std::string &title,
                                     std::int64_t pictures);

/// Leaves out or keeps the alpha channel of a 4-channel picture.
void settleAlpha(Pixels &pixels, bool keepAlpha);

/// Writes rows · columns · channels floats in the order red, green, blue, alpha.
void writeValues(const cv::Mat &values, ValueScaling scaling, float *out);

/// How `writeValues` scales values of this depth (CV_8U …): "0 to 1", "as stored, 0 to 255", "−1 to
/// 1".
[[nodiscard]] std::string scalingText(int depth, ValueScaling scaling);
/// {"red", "green", "blue"}, {"grey"}; empty for numbers of channels without usual names.
[[nodiscard]] std::vector<std::string> usualChannelNames(int channels);

} // namespace convscope
