// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/tiff_header.h"

#include "input/byte_reader.h"

#include <unordered_set>

namespace convscope {

namespace {

enum Tag : std::uint32_t
{
    kWidth = 256,
    kLength = 257,
    kBitsPerSample = 258,
    kStripOffsets = 273,
    kOrientation = 274,
    kSamplesPerPixel = 277,
    kStripByteCounts = 279,
    kTileOffsets = 324,
    kTileByteCounts = 325,
    kSampleFormat = 339,
};

/// The directories of a file, both of the 32-bit and of the 64-bit form.
class TiffReader
{
public:
    static std::optional<TiffReader> open(std::span<const unsigned char> bytes)
    {
        const ByteReader either(bytes);
        const bool little = either.reads(0, "II");
        if (!little && !either.reads(0, "MM"))
            return std::nullopt;
        const ByteReader reader(bytes, !little);
        const unsigned version = reader.u16(2);
        if (version != 42 && version != 43)
            return std::nullopt;
        return TiffReader(reader, version == 43);
    }

    [[nodiscard]] std::uint64_t firstDirectory() const
    {
        return m_isBig ? m_reader.u64(8) : m_reader.u32(4);
    }
    [[nodiscard]] bool isWhole(std::uint64_t directory) const
    {
        return m_reader.has(directory, countSize()) &&
               m_reader.has(directory + countSize(), entries(directory) * entrySize());
    }
    [[nodiscard]] bool hasNext(std::uint64_t directory) const
    {
        return m_reader.has(directory + countSize() + entries(directory) * entrySize(),
                            m_isBig ? 8 : 4);
    }
    [[nodiscard]] std::uint64_t next(std::uint64_t directory) const
    {
        const std::uint64_t at = directory + countSize() + entries(directory) * entrySize();
        return m_isBig ? m_reader.u64(at) : m_reader.u32(at);
    }
    /// First value of a tag (SHORT or LONG), `otherwise` where the directory lacks it.
    [[nodiscard]] std::uint64_t value(std::uint64_t directory, Tag tag,
                                      std::uint64_t otherwise) const
    {
        const auto entry = find(directory, tag);
        return entry ? m_reader.number(entry->place, entry->bytes) : otherwise;
    }
    /// Whether every strip or tile of the page lies inside the file.
    [[nodiscard]] bool hasData(std::uint64_t directory) const
    {
        return holds(directory, kStripOffsets, kStripByteCounts) &&
               holds(directory, kTileOffsets, kTileByteCounts);
    }

private:
    TiffReader(const ByteReader &reader, bool isBig) : m_reader(reader), m_isBig(isBig) {}

    /// Where the values of a tag lie.
    struct Entry
    {
        std::uint64_t place = 0;
        std::uint64_t count = 0;
        unsigned bytes = 1;
    };

    [[nodiscard]] std::optional<Entry> find(std::uint64_t directory, Tag tag) const
    {
        for (std::uint64_t i = 0; i < entries(directory); ++i) {
            const std::uint64_t at = directory + countSize() + i * entrySize();
            if (m_reader.u16(at) != tag)
                continue;
            Entry entry;
            const unsigned type = m_reader.u16(at + 2);
            entry.bytes = type == 3 ? 2 : type == 4 ? 4 : type == 16 ? 8 : 1;
            entry.count = m_isBig ? m_reader.u64(at + 4) : m_reader.u32(at + 4);
            entry.place = at + (m_isBig ? 12 : 8);
            if (entry.count > (m_isBig ? 8U : 4U) / entry.bytes)
                entry.place = m_isBig ? m_reader.u64(entry.place) : m_reader.u32(entry.place);
            return entry;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool holds(std::uint64_t directory, Tag offsets, Tag byteCounts) const
    {
        const auto starts = find(directory, offsets);
        const auto lengths = find(directory, byteCounts);
        if (!starts || !lengths)
            return true;
        if (starts->count != lengths->count || starts->count > m_reader.size())
            return false;
        for (std::uint64_t i = 0; i < starts->count; ++i) {
            const auto number = [&](const Entry &entry) {
                return m_reader.number(entry.place + i * entry.bytes, entry.bytes);
            };
            if (!m_reader.has(number(*starts), number(*lengths)))
                return false;
        }
        return true;
    }
    [[nodiscard]] std::uint64_t countSize() const { return m_isBig ? 8 : 2; }
    [[nodiscard]] std::uint64_t entrySize() const { return m_isBig ? 20 : 12; }
    /// Limited to what 16 bits hold, in both forms: the reader then cannot be sent far beyond the
    /// file.
    [[nodiscard]] std::uint64_t entries(std::uint64_t directory) const
    {
        return (m_isBig ? m_reader.u64(directory) : m_reader.u16(directory)) & 0xFFFF;
    }

    ByteReader m_reader;
    bool m_isBig;
};

} // namespace

std::optional<PictureHeader> readTiffHeader(std::span<const unsigned char> bytes)
{
    const auto tiff = TiffReader::open(bytes);
    if (!tiff)
        return std::nullopt;
    PictureHeader header;
    header.format = "TIFF";
    const std::uint64_t first = tiff->firstDirectory();
    if (first == 0 || !tiff->isWhole(first)) {
        header.damage = words("it ends before its directory of pages");
        return header;
    }
    const auto number = [&](Tag tag, std::uint64_t otherwise) {
        return tiff->value(first, tag, otherwise);
    };
    header.rows = static_cast<std::int64_t>(number(kLength, 0) & 0xFFFFFFFF);
    header.columns = static_cast<std::int64_t>(number(kWidth, 0) & 0xFFFFFFFF);
    header.channels = static_cast<int>(number(kSamplesPerPixel, 1) & 0xFFFF);
    header.bitsPerChannel = static_cast<int>(number(kBitsPerSample, 1) & 0xFFFF);
    // Unsigned numbers that OpenCV has no type for are decoded as doubles.
    constexpr std::uint64_t kUnsigned = 1;
    if (header.bitsPerChannel > 16 && number(kSampleFormat, kUnsigned) == kUnsigned)
        header.bitsPerChannel = 64;
    header.pages = 0;
    std::unordered_set<std::uint64_t> seen; // a broken file may lead in a circle
    for (std::uint64_t at = first; at != 0 && seen.insert(at).second; at = tiff->next(at)) {
        if (!tiff->isWhole(at) || !tiff->hasNext(at)) {
            header.damage = words("it ends in the directory of page {page}", header.pages + 1);
            break;
        }
        ++header.pages;
        if (header.damage.isEmpty() && !tiff->hasData(at))
            header.damage = words("it ends in the data of page {page}", header.pages);
    }
    return header;
}

int exifOrientation(std::span<const unsigned char> exif)
{
    // Some writers leave JPEG's mark before it in other formats too.
    if (ByteReader(exif).reads(0, std::string_view("Exif\0\0", 6)))
        exif = exif.subspan(6);
    const auto tiff = TiffReader::open(exif);
    if (!tiff || !tiff->isWhole(tiff->firstDirectory()))
        return 1;
    const std::uint64_t value = tiff->value(tiff->firstDirectory(), kOrientation, 1);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

} // namespace convscope
