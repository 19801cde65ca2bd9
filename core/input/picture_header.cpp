// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/picture_header.h"

#include "input/byte_reader.h"
#include "input/jpeg_header.h"
#include "input/pnm_header.h"
#include "input/tiff_header.h"

#include <cstdlib>

namespace convscope {

namespace {

std::optional<PictureHeader> readPng(std::span<const unsigned char> bytes)
{
    const ByteReader reader(bytes, true);
    if (!reader.reads(0, "\x89PNG\r\n\x1a\n"))
        return std::nullopt;
    PictureHeader header;
    header.format = "PNG";
    header.damage = words("it ends in the middle of its data");
    for (std::uint64_t at = 8; reader.has(at, 12);) {
        const std::uint64_t length = reader.u32(at);
        if (!reader.has(at + 12, length))
            break;
        if (reader.reads(at + 4, "IHDR")) {
            header.columns = reader.u32(at + 8);
            header.rows = reader.u32(at + 12);
            header.bitsPerChannel = reader.u8(at + 16) == 16 ? 16 : 8;
            const unsigned colour = reader.u8(at + 17);
            header.channels = colour == 0 ? 1 : colour == 4 ? 2 : colour == 6 ? 4 : 3;
        } else if (reader.reads(at + 4, "eXIf")) {
            header.orientation = exifOrientation(reader.part(at + 8, length));
        } else if (reader.reads(at + 4, "acTL")) {
            header.frames = static_cast<int>(reader.u32(at + 8) & 0x7FFFFFFF);
        } else if (reader.reads(at + 4, "IEND")) {
            header.damage = {};
            break;
        }
        at += 12 + length;
    }
    return header;
}

std::optional<PictureHeader> readBmp(std::span<const unsigned char> bytes)
{
    const ByteReader reader(bytes);
    if (!reader.reads(0, "BM") || !reader.has(14, 16))
        return std::nullopt;
    PictureHeader header;
    header.format = "BMP";
    const bool isOld = reader.u32(14) == 12;
    const auto extent = [&](std::uint64_t at) {
        return isOld ? std::int64_t{reader.u16(at)}
                     : std::abs(std::int64_t{static_cast<std::int32_t>(reader.u32(at))});
    };
    header.columns = extent(18);
    header.rows = extent(isOld ? 20 : 22);
    const unsigned bits = reader.u16(isOld ? 24 : 28);
    header.channels = bits == 32 ? 4 : 3;
    const bool isRaw = isOld || reader.u32(30) == 0 || reader.u32(30) == 3;
    const std::uint64_t rowBytes =
        (static_cast<std::uint64_t>(header.columns) * bits + 31) / 32 * 4;
    if (isRaw && !reader.has(reader.u32(10), rowBytes * static_cast<std::uint64_t>(header.rows)))
        header.damage = words("it ends in the middle of its data");
    return header;
}

std::optional<PictureHeader> readWebp(std::span<const unsigned char> bytes)
{
    const ByteReader reader(bytes);
    if (!reader.reads(0, "RIFF") || !reader.reads(8, "WEBP"))
        return std::nullopt;
    PictureHeader header;
    header.format = "WebP";
    if (reader.reads(12, "VP8X")) {
        header.columns = static_cast<std::int64_t>(reader.number(24, 3)) + 1;
        header.rows = static_cast<std::int64_t>(reader.number(27, 3)) + 1;
        header.channels = (reader.u8(20) & 0x10) != 0 ? 4 : 3;
    } else if (reader.reads(12, "VP8L")) {
        const std::uint32_t packed = reader.u32(21);
        header.columns = (packed & 0x3FFF) + 1;
        header.rows = (packed >> 14 & 0x3FFF) + 1;
        header.channels = (packed >> 28 & 1) != 0 ? 4 : 3;
    } else {
        header.columns = reader.u16(26) & 0x3FFF;
        header.rows = reader.u16(28) & 0x3FFF;
    }
    if (!reader.has(8, reader.u32(4)))
        header.damage = words("it ends in the middle of its data");
    int frames = 0;
    for (std::uint64_t at = 12; reader.has(at, 8);) {
        const std::uint64_t length = reader.u32(at + 4);
        if (reader.reads(at, "ANMF"))
            ++frames;
        else if (reader.reads(at, "EXIF"))
            header.orientation = exifOrientation(reader.part(at + 8, length));
        at += 8 + length + length % 2;
    }
    header.pages = std::max(frames, 1);
    return header;
}

std::optional<PictureHeader> readJpeg2000(std::span<const unsigned char> bytes)
{
    const ByteReader reader(bytes, true);
    constexpr std::uint64_t kFirstBoxes = 256;
    if (!reader.reads(4, "jP  "))
        return std::nullopt;
    PictureHeader header;
    header.format = "JPEG 2000";
    for (std::uint64_t at = 12; at < kFirstBoxes; ++at) {
        if (!reader.reads(at, "ihdr"))
            continue;
        header.rows = reader.u32(at + 4);
        header.columns = reader.u32(at + 8);
        header.channels = reader.u16(at + 12);
        header.bitsPerChannel = (reader.u8(at + 14) & 0x7F) > 7 ? 16 : 8;
        break;
    }
    // A box of the 16 bytes that name it, then EXIF.
    for (std::uint64_t at = 0; reader.has(at, 8);) {
        const std::uint64_t stated = reader.u32(at);
        const std::uint64_t length = stated == 0   ? reader.size() - at
                                     : stated == 1 ? reader.u64(at + 8)
                                                   : stated;
        if (length < 8 || !reader.has(at, length))
            break;
        if (reader.reads(at + 4, "uuidJpgTiffExif->JP2"))
            header.orientation = exifOrientation(reader.part(at + 24, length - 24));
        at += length;
    }
    return header;
}

} // namespace

std::optional<PictureHeader> readPictureHeader(std::span<const unsigned char> bytes)
{
    for (const auto read :
         {readPng, readJpegHeader, readTiffHeader, readBmp, readWebp, readJpeg2000, readPnmHeader})
        if (auto header = read(bytes))
            return header;
    return std::nullopt;
}

} // namespace convscope
