// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/pixels.h"

namespace convscope {

class TiffFile;

// One function per format, each in a file of its own, over the format's own library. All give the
// values as stored, alpha among them, not turned. `bytes` hold the whole file; `title` begins the
// messages. Errors: "file" (broken, or of a kind that cannot be read), "memory". Nothing is
// printed.

/// 8 or 16 bits; fewer become 8, palettes become colours, a transparent colour becomes alpha.
[[nodiscard]] Result<Pixels> decodePng(std::span<const unsigned char> bytes,
                                       const std::string &title);
/// CMYK becomes RGB, with a note; damage that the decoder gets over is a note too.
[[nodiscard]] Result<Pixels> decodeJpeg(std::span<const unsigned char> bytes,
                                        const std::string &title);
/// Page `page` of a TIFF, counted from 0, turned upright as its tag says. Integers of up to 64
/// bits, floats of 16, 32 and 64, up to 512 channels, in strips or tiles, together or in separate
/// planes.
[[nodiscard]] Result<Pixels> decodeTiff(const TiffFile &file, const std::string &title, int page);
/// Of an animation the first frame.
[[nodiscard]] Result<Pixels> decodeWebp(std::span<const unsigned char> bytes,
                                        const std::string &title);
/// The first `frames` frames of an animation, each as it is shown: over those before it.
[[nodiscard]] Result<std::vector<Pixels>> decodeWebpFrames(std::span<const unsigned char> bytes,
                                                           const std::string &title, int frames);
/// P1 to P7 and the float pictures PF and Pf. The maximum in the header is white.
[[nodiscard]] Result<Pixels> decodePnm(std::span<const unsigned char> bytes,
                                       const std::string &title);
/// BMP, JPEG 2000 and whatever else OpenCV reads; a null picture where it reads none.
[[nodiscard]] Result<Pixels> decodeOther(std::span<const unsigned char> bytes,
                                         const std::string &title);

/// "photo.png is a broken PNG file: REASON".
[[nodiscard]] Failure brokenPicture(const std::string &title, std::string_view format,
                                    WordsValue reason);
/// "photo.tif is a TIFF file of a kind that cannot be read: REASON".
[[nodiscard]] Failure unreadPicture(const std::string &title, std::string_view format,
                                    WordsValue reason);
/// Room for a picture; error "memory" where there is none.
[[nodiscard]] Result<cv::Mat> newPixels(std::int64_t rows, std::int64_t columns, int type,
                                        const std::string &title);
/// Cyan, magenta, yellow, black (0 none, 255 or 65535 full; the other way round where `inverted`)
/// as red, green, blue; channels behind the four are kept.
[[nodiscard]] Result<cv::Mat> rgbOfInks(const cv::Mat &inks, bool inverted,
                                        const std::string &title);

} // namespace convscope
