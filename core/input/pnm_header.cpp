// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/pnm_header.h"

#include <cstdlib>

namespace convscope {

namespace {

/// The tokens of a header, with white space and # comments between them.
class Tokens
{
public:
    Tokens(std::span<const unsigned char> bytes, std::size_t at) : m_bytes(bytes), m_at(at) {}

    std::string_view next()
    {
        while (m_at < m_bytes.size() && (m_bytes[m_at] <= ' ' || m_bytes[m_at] == '#')) {
            if (m_bytes[m_at] == '#')
                while (m_at < m_bytes.size() && m_bytes[m_at] != '\n')
                    ++m_at;
            else
                ++m_at;
        }
        const std::size_t begin = m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] > ' ')
            ++m_at;
        return {reinterpret_cast<const char *>(m_bytes.data()) + begin, m_at - begin};
    }
    /// 0 for what is no number; at most 10^9.
    std::int64_t number()
    {
        std::int64_t value = 0;
        for (const char digit : next()) {
            if (digit < '0' || digit > '9' || value > 100'000'000)
                return 0;
            value = value * 10 + (digit - '0');
        }
        return value;
    }
    /// Behind the one byte of white space that ends the header.
    [[nodiscard]] std::size_t dataAt() const { return std::min(m_at + 1, m_bytes.size()); }
    [[nodiscard]] std::size_t at() const { return m_at; }

private:
    std::span<const unsigned char> m_bytes;
    std::size_t m_at;
};

/// P7: a line per fact, closed by ENDHDR.
void readPam(Tokens &text, PnmHeader &header)
{
    header.damage = words("its header does not end");
    for (std::string_view word = text.next(); !word.empty(); word = text.next()) {
        if (word == "WIDTH")
            header.columns = text.number();
        else if (word == "HEIGHT")
            header.rows = text.number();
        else if (word == "DEPTH")
            header.channels = static_cast<int>(std::min<std::int64_t>(text.number(), 1 << 20));
        else if (word == "MAXVAL")
            header.largest = text.number();
        else if (word == "TUPLTYPE")
            header.hasAlpha = text.next().ends_with("_ALPHA");
        else if (word == "ENDHDR") {
            header.damage = {};
            return;
        }
    }
}

void checkHeader(PnmHeader &header, std::size_t size)
{
    constexpr int kMostChannels = 512;
    if (!header.damage.isEmpty())
        return;
    if (header.rows <= 0 || header.columns <= 0)
        header.damage = words("its header states no size");
    else if (header.largest < 1 || header.largest > 65535)
        header.damage = words("its maximum is {maximum}, expected 1 to 65535", header.largest);
    else if (header.channels < 1 || header.channels > kMostChannels)
        header.damage = words("it has {channels} channels, expected 1 to {limit}", header.channels,
                              kMostChannels);
    if (!header.damage.isEmpty())
        return;
    const bool isText = header.kind >= '1' && header.kind <= '3';
    // At least a digit for each number in text.
    const double rowBytes = header.kind == '4' ? double((header.columns + 7) / 8)
                                               : double(header.columns) * header.channels *
                                                     (header.isFloat                    ? 4
                                                      : header.largest > 255 && !isText ? 2
                                                                                        : 1);
    if (rowBytes * double(header.rows) > double(size - header.dataAt))
        header.damage = words("it ends in the middle of its data");
}

} // namespace

std::optional<PnmHeader> parsePnmHeader(std::span<const unsigned char> bytes)
{
    if (bytes.size() < 8 || bytes[0] != 'P' || (bytes[2] > ' ' && bytes[2] != '#'))
        return std::nullopt;
    PnmHeader header;
    header.kind = static_cast<char>(bytes[1]);
    header.isFloat = header.kind == 'F' || header.kind == 'f';
    if (!header.isFloat && (header.kind < '1' || header.kind > '7'))
        return std::nullopt;
    Tokens text(bytes, 2);
    if (header.kind == '7') {
        readPam(text, header);
    } else {
        header.columns = text.number();
        header.rows = text.number();
        const bool isColour = header.kind == '3' || header.kind == '6' || header.kind == 'F';
        header.channels = isColour ? 3 : 1;
        if (header.isFloat)
            header.isLittleEndian = text.next().starts_with('-');
        else if (header.kind != '1' && header.kind != '4')
            header.largest = text.number();
    }
    header.dataAt = text.dataAt();
    checkHeader(header, bytes.size());
    return header;
}

std::optional<PictureHeader> readPnmHeader(std::span<const unsigned char> bytes)
{
    const auto pnm = parsePnmHeader(bytes);
    if (!pnm)
        return std::nullopt;
    PictureHeader header;
    header.format = pnm->isFloat ? "PFM" : "PNM";
    header.rows = pnm->rows;
    header.columns = pnm->columns;
    header.channels = pnm->channels;
    header.bitsPerChannel = pnm->isFloat ? 32 : pnm->largest > 255 ? 16 : 8;
    header.damage = pnm->damage;
    return header;
}

} // namespace convscope
