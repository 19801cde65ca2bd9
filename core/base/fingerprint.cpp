// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/fingerprint.h"

#include <bit>
#include <cstring>

namespace convscope {

namespace {

/// The finaliser of MurmurHash3's 64-bit variant (Austin Appleby, public domain).
std::uint64_t mix(std::uint64_t x)
{
    x ^= x >> 33;
    x *= 0xFF51AFD7ED558CCDULL;
    x ^= x >> 33;
    x *= 0xC4CEB9FE1A85EC53ULL;
    x ^= x >> 33;
    return x;
}

} // namespace

FingerprintBuilder &FingerprintBuilder::add(std::uint64_t value)
{
    m_a = mix(m_a ^ value) + m_b;
    m_b = std::rotl(m_b, 29) ^ mix(value + 0x9E3779B97F4A7C15ULL + m_a);
    return *this;
}

FingerprintBuilder &FingerprintBuilder::add(double value)
{
    return add(std::bit_cast<std::uint64_t>(value));
}

FingerprintBuilder &FingerprintBuilder::add(std::string_view text)
{
    return addBytes(text.data(), text.size());
}

FingerprintBuilder &FingerprintBuilder::addBytes(const void *data, std::size_t size)
{
    const auto *bytes = static_cast<const unsigned char *>(data);
    // Eight independent lanes of multiply–rotate keep the multiplier busy.
    std::uint64_t lane[8];
    for (int i = 0; i < 8; ++i)
        lane[i] = 0x9E3779B97F4A7C15ULL * static_cast<std::uint64_t>(i + 1);
    std::size_t rest = size;
    for (; rest >= 64; rest -= 64, bytes += 64) {
        std::uint64_t block[8];
        std::memcpy(block, bytes, 64);
        for (int i = 0; i < 8; ++i)
            lane[i] = std::rotl((lane[i] ^ block[i]) * 0xC4CEB9FE1A85EC53ULL, 31);
    }
    if (rest > 0) {
        std::uint64_t block[8] = {};
        std::memcpy(block, bytes, rest);
        for (int i = 0; i < 8; ++i)
            lane[i] = std::rotl((lane[i] ^ block[i]) * 0xC4CEB9FE1A85EC53ULL, 31);
    }
    add(static_cast<std::uint64_t>(size));
    for (const std::uint64_t l : lane)
        add(l);
    return *this;
}

Fingerprint FingerprintBuilder::finish() const
{
    return {mix(m_a ^ std::rotl(m_b, 17)), mix(m_b + m_a)};
}

} // namespace convscope
