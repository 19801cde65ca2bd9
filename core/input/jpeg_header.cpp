// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/jpeg_header.h"

#include "input/byte_reader.h"
#include "input/tiff_header.h"

#include <algorithm>

namespace convscope {

namespace {

/// The first marker at or after `at` that is not part of a scan's data; its 0xFF, or the size of
/// the file.
std::size_t nextMarker(std::span<const unsigned char> bytes, std::size_t at)
{
    while (at + 1 < bytes.size()) {
        const auto found = std::find(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(),
                                     static_cast<unsigned char>(0xFF));
        at = static_cast<std::size_t>(found - bytes.begin());
        if (at + 1 >= bytes.size())
            break;
        const unsigned char code = bytes[at + 1];
        const bool isStuffing = code == 0x00;
        const bool isRestart = code >= 0xD0 && code <= 0xD7;
        if (code == 0xFF)
            ++at;
        else if (isStuffing || isRestart)
            at += 2;
        else
            return at;
    }
    return bytes.size();
}

/// SOF0…SOF15 without DHT, JPG and DAC: the segments that hold the size.
bool isFrame(unsigned code)
{
    return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
}

} // namespace

std::optional<PictureHeader> readJpegHeader(std::span<const unsigned char> bytes)
{
    const ByteReader reader(bytes, true);
    if (!reader.reads(0, "\xFF\xD8\xFF"))
        return std::nullopt;
    PictureHeader header;
    header.format = "JPEG";
    header.damage = words("it ends in the middle of its data");
    std::size_t at = 2;
    while ((at = nextMarker(bytes, at)) < bytes.size()) {
        const unsigned code = bytes[at + 1];
        if (code == 0xD9) { // end of image
            header.damage = header.rows > 0 ? Words() : words("it holds no picture");
            break;
        }
        if (code == 0xD8 || code == 0x01) {
            at += 2;
            continue;
        }
        const std::size_t length = reader.u16(at + 2);
        if (length < 2 || !reader.has(at + 2, length))
            break;
        if (isFrame(code)) {
            header.bitsPerChannel = reader.u8(at + 4);
            header.rows = reader.u16(at + 5);
            header.columns = reader.u16(at + 7);
            header.channels = reader.u8(at + 9);
        } else if (code == 0xE1 && reader.reads(at + 4, std::string_view("Exif\0\0", 6)) &&
                   length > 8) {
            header.orientation = exifOrientation(reader.part(at + 10, length - 8));
        }
        at += 2 + length;
    }
    return header;
}

} // namespace convscope
