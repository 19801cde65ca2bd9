// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/pixels.h"

#include "base/concat.h"
#include "input/byte_reader.h"
#include "input/quiet_decoders.h"

#include <opencv2/imgcodecs.hpp>

#include <new>

namespace convscope {

namespace {

/// OpenCV's own limit (CV_IO_MAX_IMAGE_PIXELS), stated here in a message instead of thrown.
constexpr std::int64_t kLargestPicture = std::int64_t{1} << 30;

/// Turns and mirrors so that EXIF orientation 1…8 stands upright.
cv::Mat upright(const cv::Mat &stored, int orientation)
{
    cv::Mat turned = stored;
    if (orientation >= 5)
        cv::transpose(stored, turned);
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
    return result;
}

/// The file without its colour profile, which is not applied anyway; libpng complains about many of
/// them on stderr. The structure was found whole before.
std::vector<unsigned char> pngWithoutProfile(std::span<const unsigned char> bytes)
{
    const ByteReader reader(bytes, true);
    std::vector<unsigned char> kept(bytes.begin(), bytes.begin() + 8);
    for (std::uint64_t at = 8; reader.has(at, 12);) {
        const std::uint64_t length = std::uint64_t{12} + reader.u32(at);
        const auto chunk = reader.part(at, length);
        if (!reader.reads(at + 4, "iCCP"))
            kept.insert(kept.end(), chunk.begin(), chunk.end());
        at += length;
    }
    return kept;
}

cv::Mat decoded(std::span<const unsigned char> bytes, std::string &reason)
{
    quietDecoders();
    try {
        auto *data = const_cast<unsigned char *>(bytes.data()); // read only
        const cv::Mat raw(1, static_cast<int>(bytes.size()), CV_8U, data);
        return cv::imdecode(raw, cv::IMREAD_UNCHANGED);
    } catch (const cv::Exception &exception) {
        reason = exception.code == cv::Error::StsNoMem ? "memory" : exception.err;
    } catch (const std::bad_alloc &) {
        reason = "memory";
    }
    return {};
}

bool isOpaque(const cv::Mat &alpha)
{
    double low = 0;
    cv::minMaxLoc(alpha, &low);
    switch (alpha.depth()) {
    case CV_8U:
        return low >= 255;
    case CV_16U:
        return low >= 65535;
    default:
        return low >= 1;
    }
}

} // namespace

Result<void> checkSize(const PictureHeader &header, const std::string &title, std::int64_t pictures)
{
    if (header.rows <= 0 || header.columns <= 0)
        return {};
    const std::int64_t pixels = header.rows > kLargestPicture / header.columns
                                    ? kLargestPicture + 1
                                    : header.rows * header.columns;
    const std::string size = concat(title, ": ", header.rows, " × ", header.columns, " pixels");
    if (pixels > kLargestPicture)
        return fail("memory", {}, {},
                    concat(size, " are too many: expected at most 2^30 = ", kLargestPicture));
    const std::int64_t depth = std::max(1, header.bitsPerChannel / 8);
    const double needed = double(pixels) * header.channels * double(depth + 4) * double(pictures);
    const std::int64_t available = availableMemory();
    if (needed <= double(available))
        return {};
    return fail("memory", {}, {},
                concat(size, pictures > 1 ? concat(" in ", pictures, " pictures") : "", " · ",
                       header.channels, " channels · (", depth,
                       " + 4) bytes = ", static_cast<std::int64_t>(needed) >> 20, " MiB, but ",
                       available >> 20, " MiB are free"));
}

void settleAlpha(Pixels &pixels, bool keepAlpha)
{
    if (keepAlpha || pixels.values.channels() != 4)
        return;
    cv::Mat alpha;
    cv::extractChannel(pixels.values, alpha, 3);
    cv::Mat colours(pixels.values.size(), CV_MAKETYPE(pixels.values.depth(), 3));
    const int kept[] = {0, 0, 1, 1, 2, 2};
    cv::mixChannels(&pixels.values, 1, &colours, 1, kept, 3);
    pixels.values = colours;
    pixels.notes.emplace_back(isOpaque(alpha) ? "alpha left out (opaque everywhere)"
                                              : "alpha left out, colours as stored");
}

Result<Pixels> decodePixels(std::span<const unsigned char> bytes, const std::string &title,
                            bool keepAlpha)
{
    if (bytes.empty())
        return fail("file", {}, {}, concat(title, " is empty"));
    const auto header = readPictureHeader(bytes);
    if (header && !header->damage.empty())
        return fail("file", {}, {},
                    concat(title, " is a broken ", header->format, " file: ", header->damage));
    if (header)
        if (const auto fits = checkSize(*header, title, 1); !fits)
            return fail(fits.error());
    if (bytes.size() > std::size_t{0x7FFFFFFF})
        return fail("file", {}, {}, concat(title, " is longer than 2 GiB"));

    std::string reason;
    Pixels pixels;
    std::vector<unsigned char> copy;
    if (header && header->format == "PNG")
        bytes = copy = pngWithoutProfile(bytes);
    pixels.values = decoded(bytes, reason);
    if (reason == "memory")
        return fail("memory", {}, {}, concat(title, " does not fit into memory"));
    if (pixels.values.empty()) {
        if (header)
            return fail("file", {}, {},
                        concat(title, " is a broken ", header->format,
                               " file: its data cannot be decoded",
                               reason.empty() ? "" : concat(" (", reason, ")")));
        return fail("file", {}, {},
                    concat(title, " is not of a kind that can be read: expected a picture (PNG, "
                                  "JPEG, TIFF, BMP, WebP …), .npy, video, WAV or CSV"));
    }
    if (header && header->isCmyk)
        pixels.notes.emplace_back("converted from CMYK to RGB");
    if (header && header->isGreyWithAlpha && pixels.values.channels() == 4) {
        // The decoder repeats the grey three times.
        if (keepAlpha) {
            pixels.notes.emplace_back("grey repeated as red, green and blue beside alpha");
        } else {
            settleAlpha(pixels, false);
            cv::Mat grey;
            cv::extractChannel(pixels.values, grey, 0);
            pixels.values = grey;
        }
    }
    settleAlpha(pixels, keepAlpha);
    if (header && header->orientation != 1) {
        pixels.values = upright(pixels.values, header->orientation);
        pixels.notes.push_back(
            concat("turned upright, as its EXIF orientation ", header->orientation, " says"));
    }
    return pixels;
}

} // namespace convscope
