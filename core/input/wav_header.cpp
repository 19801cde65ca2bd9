// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/wav_header.h"

#include "input/byte_reader.h"

namespace convscope {

namespace {

constexpr unsigned kExtensible = 0xFFFE;

Failure broken(const std::string &title, Words reason)
{
    return fail("file", {}, {},
                words("{file} is a broken WAV file: {reason}", title, std::move(reason)));
}

/// What programs write that do not know the length yet: 0, or the largest that 32 bits hold, signed
/// or not, some less a header or rounded to a page.
bool isPlaceholder(std::uint64_t bytes)
{
    constexpr std::uint64_t kSigned = 0x7FFF'F000;
    constexpr std::uint64_t kUnsigned = 0xFFFF'F000;
    return bytes == 0 || (bytes >= kSigned && bytes <= 0x8000'0000) || bytes >= kUnsigned;
}

} // namespace

// Source of the format: Microsoft, "Multimedia Programming Interface and Data Specifications 1.0",
// and WAVEFORMATEXTENSIBLE.
Result<std::optional<WavHeader>> readWavHeader(std::span<const unsigned char> bytes,
                                               const std::string &title)
{
    const ByteReader reader(bytes);
    if (!reader.reads(0, "RIFF") || !reader.reads(8, "WAVE"))
        return std::optional<WavHeader>();
    WavHeader header;
    unsigned frame = 0;
    bool hasFormat = false;
    bool hasData = false;
    for (std::uint64_t at = 12; reader.has(at, 8);) {
        const std::uint64_t length = reader.u32(at + 4);
        const std::uint64_t body = at + 8;
        if (reader.reads(at, "fmt ")) {
            if (length < 16 || !reader.has(body, length))
                return broken(title, words("its format chunk is cut off"));
            hasFormat = true;
            header.coding = reader.u16(body);
            header.bits = reader.u16(body + 14);
            frame = reader.u16(body + 12);
            if (header.coding == kExtensible && length >= 40)
                header.coding = reader.u16(body + 24); // begins the sub-format's GUID
        } else if (reader.reads(at, "data")) {
            hasData = true;
            const std::uint64_t rest = reader.size() - body;
            header.lengthAt = at + 4;
            header.isOpenEnded = rest > 0 && isPlaceholder(length) && length != rest;
            header.dataBytes = header.isOpenEnded ? rest : length;
            if (header.dataBytes > rest)
                return broken(
                    title,
                    words("it ends in the middle of its data, {there} of {stated} bytes are there",
                          rest, length));
            if (hasFormat && (header.dataBytes == 0 || header.dataBytes < frame))
                return broken(title, words("it holds no sound"));
            if (hasFormat) {
                header.restBytes = frame > 0 ? header.dataBytes % frame : 0;
                return std::optional(header);
            }
        }
        at = body + length + length % 2;
    }
    return broken(title,
                  hasData ? words("it does not state its format") : words("it holds no sound"));
}

} // namespace convscope
