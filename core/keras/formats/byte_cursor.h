// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace convscope {

/// Goes through bytes of a file that may be damaged: whoever reads past their end gets zeros, and
/// finds out at the end.
class ByteCursor
{
public:
    explicit ByteCursor(std::span<const unsigned char> bytes) : m_bytes(bytes) {}

    /// Nothing was read past the end.
    [[nodiscard]] bool isSound() const { return m_isSound; }
    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] std::size_t left() const { return m_bytes.size() - m_at; }
    [[nodiscard]] std::span<const unsigned char> rest() const { return m_bytes.subspan(m_at); }

    /// A little-endian number of so many bytes, at most 8.
    std::uint64_t number(std::size_t width)
    {
        std::uint64_t value = 0;
        const auto taken = take(width);
        for (std::size_t i = taken.size(); i-- > 0;)
            value = value << 8 | taken[i];
        return value;
    }
    /// The next bytes; none where there are fewer.
    std::span<const unsigned char> take(std::uint64_t count)
    {
        if (count > left()) {
            m_isSound = false;
            m_at = m_bytes.size();
            return {};
        }
        const auto taken = m_bytes.subspan(m_at, static_cast<std::size_t>(count));
        m_at += static_cast<std::size_t>(count);
        return taken;
    }
    void skip(std::uint64_t count) { take(count); }
    /// Behind the next 0; returns how many bytes stand before it.
    std::size_t skipText()
    {
        for (std::size_t i = m_at; i < m_bytes.size(); ++i) {
            if (m_bytes[i] == 0) {
                const std::size_t length = i - m_at;
                m_at = i + 1;
                return length;
            }
        }
        m_isSound = false;
        m_at = m_bytes.size();
        return 0;
    }
    /// For what the reader itself finds wrong.
    void spoil() { m_isSound = false; }

private:
    std::span<const unsigned char> m_bytes;
    std::size_t m_at = 0;
    bool m_isSound = true;
};

} // namespace convscope
