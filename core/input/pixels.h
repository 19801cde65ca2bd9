// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "input/input.h"
#include "input/picture_header.h"

#include <opencv2/core.hpp>

namespace convscope {

/// A decoded picture or frame, channels in the order red, green, blue, others.
struct Pixels
{
    cv::Mat values;
    /// What was done that was not asked for.
    std::vector<Words> notes;
    /// The stored number that stands for 1; 0: the end of its type (255, 65535), and floats and
    /// signed numbers as they are.
    double white = 0;
    /// Which channel is opacity; -1: none.
    int alphaChannel = -1;
    /// Whether the colours are stored multiplied by the opacity.
    bool isMultiplied = false;
    /// It has had an opacity, whatever became of it.
    bool hasAlpha = false;
};

/// Decodes one encoded picture (of frames the first), upright. `title` begins the
/// messages. Refuses, before decoding, what is cut off ("file") and what memory cannot hold as
/// floats ("memory").
[[nodiscard]] Result<Pixels> decodePixels(std::span<const unsigned char> bytes,
                                          const std::string &title, Alpha alpha);

/// Error "memory" where `pictures` of this header, decoded and as floats, exceed the free memory,
/// or one has more pixels than OpenCV decodes (2^30).
[[nodiscard]] Result<void> checkSize(const PictureHeader &header, const std::string &title,
                                     std::int64_t pictures);

/// Leaves out the opacity, lays the colours over white or black by it, or keeps it, grey then as
/// three colours; a note says which.
void settleAlpha(Pixels &pixels, Alpha alpha);
/// Turns and mirrors so that EXIF orientation 1…8 stands upright, with a note unless it is 1 (or
/// none).
void turnUpright(Pixels &pixels, int orientation);
/// A copy of OpenCV's blue, green, red (alpha) as red, green, blue; other pictures as they are.
[[nodiscard]] cv::Mat redFirst(const cv::Mat &values);

/// The number that stands for 1: `white` where it is stated, the end of unsigned depths, and 1 for
/// floats and signed numbers.
[[nodiscard]] double whiteOf(int depth, double white);

/// Writes rows · columns · channels floats. `white`: as in Pixels.
void writeValues(const cv::Mat &values, double white, ValueScaling scaling, float *out);

/// How `writeValues` scales values of this depth (CV_8U …): "0 to 1", "as stored, 0 to 255", "−1 to
/// 1".
[[nodiscard]] Words scalingText(int depth, double white, ValueScaling scaling);
/// {"red", "green", "blue"}, {"grey"}; empty for numbers of channels without usual names.
[[nodiscard]] std::vector<Words> usualChannelNames(int channels);

} // namespace convscope
