// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/decode/decoders.h"

#include "input/pnm_header.h"

#include <bit>
#include <cstring>

namespace convscope {

namespace {

/// Numbers and bits in text, with white space and # comments between.
class TextSamples
{
public:
    TextSamples(std::span<const unsigned char> bytes, std::size_t at) : m_bytes(bytes), m_at(at) {}

    /// Negative at the end of the file and at what is no number.
    std::int64_t number()
    {
        passOver();
        if (m_at == m_bytes.size() || !isDigit())
            return -1;
        std::int64_t value = 0;
        for (; m_at < m_bytes.size() && isDigit() && value <= 0xFFFF; ++m_at)
            value = value * 10 + (m_bytes[m_at] - '0');
        return value;
    }
    /// Bits may stand without anything between them.
    std::int64_t bit()
    {
        passOver();
        if (m_at == m_bytes.size() || (m_bytes[m_at] != '0' && m_bytes[m_at] != '1'))
            return -1;
        return m_bytes[m_at++] - '0';
    }

private:
    [[nodiscard]] bool isDigit() const { return m_bytes[m_at] >= '0' && m_bytes[m_at] <= '9'; }
    void passOver()
    {
        for (; m_at < m_bytes.size() && (m_bytes[m_at] <= ' ' || m_bytes[m_at] == '#'); ++m_at)
            if (m_bytes[m_at] == '#')
                while (m_at < m_bytes.size() && m_bytes[m_at] != '\n')
                    ++m_at;
    }

    std::span<const unsigned char> m_bytes;
    std::size_t m_at;
};

void store(cv::Mat &values, std::int64_t index, std::int64_t value)
{
    if (values.depth() == CV_8U)
        values.data[index] = static_cast<unsigned char>(value);
    else
        reinterpret_cast<unsigned short *>(values.data)[index] = static_cast<unsigned short>(value);
}

/// False where the text ends early, holds what is no number, or a number above the maximum.
bool readText(std::span<const unsigned char> bytes, const PnmHeader &header, cv::Mat &values)
{
    TextSamples samples(bytes, header.dataAt);
    const bool isBits = header.kind == '1';
    const std::int64_t count = header.rows * header.columns * header.channels;
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t value = isBits ? samples.bit() : samples.number();
        if (value < 0 || value > header.largest)
            return false;
        store(values, i, isBits ? 1 - value : value); // a 1 is ink
    }
    return true;
}

void readBits(std::span<const unsigned char> bytes, const PnmHeader &header, cv::Mat &values)
{
    const std::int64_t rowBytes = (header.columns + 7) / 8;
    for (int y = 0; y < values.rows; ++y) {
        const unsigned char *row =
            bytes.data() + static_cast<std::int64_t>(header.dataAt) + y * rowBytes;
        for (int x = 0; x < values.cols; ++x)
            values.ptr(y)[x] = static_cast<unsigned char>(1 ^ (row[x / 8] >> (7 - x % 8) & 1));
    }
}

/// Numbers of 16 bits are stored with the high byte first.
void readNumbers(std::span<const unsigned char> bytes, const PnmHeader &header, cv::Mat &values)
{
    const auto count = static_cast<std::size_t>(header.rows * header.columns * header.channels);
    const unsigned char *from = bytes.data() + header.dataAt;
    if (values.depth() == CV_8U) {
        std::memcpy(values.data, from, count);
        return;
    }
    auto *out = reinterpret_cast<unsigned short *>(values.data);
    for (std::size_t i = 0; i < count; ++i)
        out[i] = static_cast<unsigned short>(from[2 * i] << 8 | from[2 * i + 1]);
}

/// The last row comes first.
void readFloats(std::span<const unsigned char> bytes, const PnmHeader &header, cv::Mat &values)
{
    const ByteReader reader(bytes, !header.isLittleEndian);
    const std::int64_t rowFloats = header.columns * header.channels;
    std::uint64_t at = header.dataAt;
    for (int y = values.rows - 1; y >= 0; --y) {
        auto *out = values.ptr<float>(y);
        for (std::int64_t i = 0; i < rowFloats; ++i, at += 4)
            out[i] = std::bit_cast<float>(reader.u32(at));
    }
}

} // namespace

Result<Pixels> decodePnm(std::span<const unsigned char> bytes, const std::string &title)
{
    const auto header = parsePnmHeader(bytes);
    if (!header)
        return brokenPicture(title, "PNM", words("its header cannot be read"));
    if (!header->damage.isEmpty())
        return brokenPicture(title, header->isFloat ? "PFM" : "PNM", header->damage);
    const int depth = header->isFloat ? CV_32F : header->largest > 255 ? CV_16U : CV_8U;
    auto values =
        newPixels(header->rows, header->columns, CV_MAKETYPE(depth, header->channels), title);
    if (!values)
        return fail(values.error());
    Pixels pixels{*values, {}};
    if (header->isFloat)
        readFloats(bytes, *header, pixels.values);
    else if (header->kind == '4')
        readBits(bytes, *header, pixels.values);
    else if (header->kind >= '5')
        readNumbers(bytes, *header, pixels.values);
    else if (!readText(bytes, *header, pixels.values))
        return brokenPicture(title, "PNM",
                             words("expected {count} numbers from 0 to {largest}",
                                   header->rows * header->columns * header->channels,
                                   header->largest));
    if (!header->isFloat)
        pixels.white = double(header->largest);
    if (header->hasAlpha)
        pixels.alphaChannel = header->channels - 1;
    return pixels;
}

} // namespace convscope
