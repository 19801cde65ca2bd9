// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/picture_file.h"

#include "base/check.h"
#include "tensor/file_bytes.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace convscope {

Result<Bytes> pngBytes(const Picture &picture)
{
    check(picture.channels == 1 || picture.channels == 3, "a grey or a colour picture");
    check(static_cast<std::int64_t>(picture.bytes.size()) ==
              picture.rows * picture.columns * picture.channels,
          "a byte per pixel and channel");
    Bytes encoded;
    try {
        // OpenCV takes a pointer to non-const but only reads here.
        auto *bytes = const_cast<std::uint8_t *>(picture.bytes.data());
        const cv::Mat pixels(static_cast<int>(picture.rows), static_cast<int>(picture.columns),
                             CV_8UC(picture.channels), bytes);
        cv::Mat ordered = pixels;
        if (picture.channels == 3)
            cv::cvtColor(pixels, ordered, cv::COLOR_RGB2BGR);
        if (cv::imencode(".png", ordered, encoded))
            return encoded;
    } catch (const cv::Exception &) {
        encoded.clear();
    }
    return fail("file", {}, {},
                words("a picture of {rows} × {columns} pixels cannot be written as PNG",
                      picture.rows, picture.columns));
}

Result<void> writePng(const Picture &picture, const std::string &path)
{
    const auto encoded = pngBytes(picture);
    if (!encoded)
        return fail(encoded.error());
    return replaceFile(path, *encoded);
}

} // namespace convscope
