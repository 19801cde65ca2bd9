// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace convscope {

/// Numbers in a file's bytes; reading past the end gives 0, `has` tells.
class ByteReader
{
public:
    explicit ByteReader(std::span<const unsigned char> bytes, bool bigEndian = false)
        : m_bytes(bytes), m_bigEndian(bigEndian)
    {
    }

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] bool has(std::uint64_t at, std::uint64_t count) const
    {
        return at <= m_bytes.size() && count <= m_bytes.size() - at;
    }
    [[nodiscard]] std::uint64_t number(std::uint64_t at, unsigned count) const
    {
        if (!has(at, count))
            return 0;
        std::uint64_t value = 0;
        for (unsigned i = 0; i < count; ++i) {
            const unsigned place = m_bigEndian ? i : count - 1 - i;
            value = value << 8 | m_bytes[static_cast<std::size_t>(at + place)];
        }
        return value;
    }
    [[nodiscard]] std::uint8_t u8(std::uint64_t at) const
    {
        return static_cast<std::uint8_t>(number(at, 1));
    }
    [[nodiscard]] std::uint16_t u16(std::uint64_t at) const
    {
        return static_cast<std::uint16_t>(number(at, 2));
    }
    [[nodiscard]] std::uint32_t u32(std::uint64_t at) const
    {
        return static_cast<std::uint32_t>(number(at, 4));
    }
    [[nodiscard]] std::uint64_t u64(std::uint64_t at) const { return number(at, 8); }
    /// Whether these letters stand at `at`.
    [[nodiscard]] bool reads(std::uint64_t at, std::string_view letters) const
    {
        if (!has(at, letters.size()))
            return false;
        for (std::size_t i = 0; i < letters.size(); ++i)
            if (m_bytes[static_cast<std::size_t>(at) + i] != static_cast<unsigned char>(letters[i]))
                return false;
        return true;
    }
    /// Empty where it leaves the bytes.
    [[nodiscard]] std::span<const unsigned char> part(std::uint64_t at, std::uint64_t count) const
    {
        if (!has(at, count))
            return {};
        return m_bytes.subspan(static_cast<std::size_t>(at), static_cast<std::size_t>(count));
    }

private:
    std::span<const unsigned char> m_bytes;
    bool m_bigEndian;
};

} // namespace convscope
