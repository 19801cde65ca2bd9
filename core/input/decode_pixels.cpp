// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/pixels.h"

#include "input/decode/decoders.h"
#include "input/decode/tiff_file.h"

#include <algorithm>
#include <optional>

namespace convscope {

namespace {

/// OpenCV's own limit (CV_IO_MAX_IMAGE_PIXELS), stated here in a message instead of thrown.
constexpr std::int64_t kLargestPicture = std::int64_t{1} << 30;

bool isOpaque(const cv::Mat &alpha, double white)
{
    double low = 0;
    cv::minMaxIdx(alpha, &low);
    if (white > 0)
        return low >= white;
    switch (alpha.depth()) {
    case CV_8U:
        return low >= 255;
    case CV_16U:
        return low >= 65535;
    default:
        return low >= 1;
    }
}

/// The channels that `wanted` names, in its order.
cv::Mat channelsOf(const cv::Mat &values, const std::vector<int> &wanted)
{
    cv::Mat picked(values.size(), CV_MAKETYPE(values.depth(), static_cast<int>(wanted.size())));
    std::vector<int> pairs;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        pairs.insert(pairs.end(), {wanted[i], static_cast<int>(i)});
    cv::mixChannels(&values, 1, &picked, 1, pairs.data(), wanted.size());
    return picked;
}

/// Colours over a plain ground, in their own depth, rounded.
cv::Mat laidOver(const cv::Mat &colours, const cv::Mat &opacity, double white, bool isWhite,
                 bool isMultiplied)
{
    cv::Mat values;
    cv::Mat share;
    colours.convertTo(values, CV_32F);
    opacity.convertTo(share, CV_32F, 1.0 / white);
    const float ground = isWhite ? static_cast<float>(white) : 0.0F;
    const int channels = colours.channels();
    for (int row = 0; row < values.rows; ++row) {
        auto *value = values.ptr<float>(row);
        const auto *alpha = share.ptr<float>(row);
        for (int column = 0; column < values.cols; ++column) {
            const float a = std::clamp(alpha[column], 0.0F, 1.0F);
            for (int c = 0; c < channels; ++c, ++value)
                *value = (isMultiplied ? *value : *value * a) + ground * (1.0F - a);
        }
    }
    cv::Mat result;
    values.convertTo(result, colours.depth());
    return result;
}

Failure unknownKind(const std::string &title)
{
    return fail("file", {}, {},
                words("{file} is not of a kind that can be read: expected a picture (PNG, "
                      "JPEG, TIFF, BMP, WebP …), .npy, video, WAV or CSV",
                      title));
}

Result<Pixels> decodeBy(const std::optional<PictureHeader> &header,
                        std::span<const unsigned char> bytes, const std::string &title)
{
    const std::string_view format = header ? header->format : std::string_view();
    if (format == "PNG")
        return decodePng(bytes, title);
    if (format == "JPEG")
        return decodeJpeg(bytes, title);
    if (format == "TIFF")
        return decodeTiff(TiffFile(bytes), title, 0);
    if (format == "WebP")
        return decodeWebp(bytes, title);
    if (format == "PNM" || format == "PFM")
        return decodePnm(bytes, title);
    auto pixels = decodeOther(bytes, title);
    if (pixels && pixels->values.empty())
        return header ? brokenPicture(title, format, words("its data cannot be decoded"))
                      : unknownKind(title);
    return pixels;
}

} // namespace

Result<void> checkSize(const PictureHeader &header, const std::string &title, std::int64_t pictures)
{
    if (header.rows <= 0 || header.columns <= 0)
        return {};
    const std::int64_t pixels = header.rows > kLargestPicture / header.columns
                                    ? kLargestPicture + 1
                                    : header.rows * header.columns;
    if (pixels > kLargestPicture)
        return fail("memory", {}, {},
                    words("{input}: {rows} × {columns} pixels are too many: expected at most 2^30 "
                          "= {limit}",
                          title, header.rows, header.columns, kLargestPicture));
    const std::int64_t depth = std::max(1, header.bitsPerChannel / 8);
    const double needed = double(pixels) * header.channels * double(depth + 4) * double(pictures);
    const std::int64_t available = availableMemory();
    if (needed <= double(available))
        return {};
    const std::int64_t neededMiB = static_cast<std::int64_t>(needed) >> 20;
    if (pictures > 1)
        return fail("memory", {}, {},
                    words("{input}: {rows} × {columns} pixels in {pictures} pictures · {channels} "
                          "channels · ({depth} + 4) bytes = {needed} MiB, but {free} MiB are free",
                          title, header.rows, header.columns, pictures, header.channels, depth,
                          neededMiB, available >> 20));
    return fail("memory", {}, {},
                words("{input}: {rows} × {columns} pixels · {channels} channels · ({depth} + 4) "
                      "bytes = {needed} MiB, but {free} MiB are free",
                      title, header.rows, header.columns, header.channels, depth, neededMiB,
                      available >> 20));
}

void settleAlpha(Pixels &pixels, Alpha wanted)
{
    const int alpha = pixels.alphaChannel;
    const int channels = pixels.values.channels();
    if (alpha < 0)
        return;
    pixels.hasAlpha = true;
    if (wanted == Alpha::Keep) {
        if (pixels.isMultiplied)
            pixels.notes.push_back(
                words("alpha kept, colours as stored, which are multiplied by it in the file"));
        if (channels == 2) {
            pixels.values = channelsOf(pixels.values, {0, 0, 0, alpha});
            pixels.alphaChannel = 3;
            pixels.notes.push_back(words("grey repeated as red, green and blue beside alpha"));
        }
        return;
    }
    cv::Mat opacity;
    cv::extractChannel(pixels.values, opacity, alpha);
    std::vector<int> kept;
    for (int channel = 0; channel < channels; ++channel)
        if (channel != alpha)
            kept.push_back(channel);
    pixels.alphaChannel = -1;
    if (wanted != Alpha::Drop) {
        const bool isWhite = wanted == Alpha::OverWhite;
        pixels.values =
            laidOver(channelsOf(pixels.values, kept), opacity,
                     whiteOf(opacity.depth(), pixels.white), isWhite, pixels.isMultiplied);
        pixels.notes.push_back(isWhite ? words("laid over white by its alpha")
                                       : words("laid over black by its alpha"));
        return;
    }
    pixels.values = channelsOf(pixels.values, kept);
    pixels.notes.push_back(
        isOpaque(opacity, pixels.white) ? words("alpha left out (opaque everywhere)")
        : pixels.isMultiplied
            ? words("alpha left out, colours as stored, which are multiplied by it in the file")
            : words("alpha left out, colours as stored"));
}

void turnUpright(Pixels &pixels, int orientation)
{
    if (orientation < 2 || orientation > 8)
        return;
    cv::Mat turned = pixels.values;
    if (orientation >= 5)
        cv::transpose(pixels.values, turned);
    const bool flipColumns =
        orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    const bool flipRows =
        orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    cv::Mat result = turned;
    if (flipColumns && flipRows)
        cv::flip(turned, result, -1);
    else if (flipColumns)
        cv::flip(turned, result, 1);
    else if (flipRows)
        cv::flip(turned, result, 0);
    pixels.values = result;
    pixels.notes.push_back(
        words("turned upright, as its EXIF orientation {orientation} says", orientation));
}

cv::Mat redFirst(const cv::Mat &values)
{
    switch (values.channels()) {
    case 3:
        return channelsOf(values, {2, 1, 0});
    case 4:
        return channelsOf(values, {2, 1, 0, 3});
    default:
        return values.clone();
    }
}

Result<Pixels> decodePixels(std::span<const unsigned char> bytes, const std::string &title,
                            Alpha alpha)
{
    if (bytes.empty())
        return fail("file", {}, {}, words("{file} is empty", title));
    const auto header = readPictureHeader(bytes);
    if (header && !header->damage.isEmpty())
        return brokenPicture(title, header->format, header->damage);
    if (header)
        if (const auto fits = checkSize(*header, title, 1); !fits)
            return fail(fits.error());
    if (bytes.size() > std::size_t{0x7FFFFFFF})
        return fail("file", {}, {}, words("{file} is longer than 2 GiB", title));
    auto pixels = decodeBy(header, bytes, title);
    if (!pixels)
        return pixels;
    if (header && header->frames > 1)
        pixels->notes.push_back(words("the first of {count} frames", header->frames));
    settleAlpha(*pixels, alpha);
    if (header)
        turnUpright(*pixels, header->orientation);
    return pixels;
}

} // namespace convscope
