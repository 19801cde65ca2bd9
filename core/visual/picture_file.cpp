// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/picture_file.h"

#include "base/check.h"
#include "base/concat.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <filesystem>
#include <fstream>
#include <random>

namespace convscope {

namespace {

Result<std::vector<unsigned char>> encodedPng(const Picture &picture)
{
    std::vector<unsigned char> encoded;
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
                concat("a picture of ", picture.rows, " × ", picture.columns,
                       " pixels cannot be written as PNG"));
}

} // namespace

Result<void> writePng(const Picture &picture, const std::string &path)
{
    check(picture.channels == 1 || picture.channels == 3, "a grey or a colour picture");
    check(static_cast<std::int64_t>(picture.bytes.size()) ==
              picture.rows * picture.columns * picture.channels,
          "a byte per pixel and channel");
    const auto encoded = encodedPng(picture);
    if (!encoded)
        return fail(encoded.error());

    namespace fs = std::filesystem;
    const fs::path target(path);
    const fs::path temporary(path + concat(".", std::random_device{}(), ".part"));
    std::error_code ignored;
    {
        std::ofstream file(temporary, std::ios::binary);
        file.write(reinterpret_cast<const char *>(encoded->data()),
                   static_cast<std::streamsize>(encoded->size()));
        file.close();
        if (!file) {
            fs::remove(temporary, ignored);
            return fail(
                "file", {}, {},
                concat(path, " cannot be written: is the folder there, writable and not full?"));
        }
    }
    std::error_code error;
    fs::rename(temporary, target, error);
    if (error) {
        fs::remove(temporary, ignored);
        return fail("file", {}, {}, concat(path, " cannot be written: ", error.message()));
    }
    return {};
}

} // namespace convscope
