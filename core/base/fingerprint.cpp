// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "base/fingerprint.h"

#include <array>
#include <bit>

#include <xxhash.h>

namespace convscope {

namespace {

Fingerprint hashOf(const void *data, std::size_t size)
{
    const XXH128_hash_t hash = XXH3_128bits(data, size);
    return {hash.high64, hash.low64};
}

} // namespace

// Numbers are hashed as three words and contents as five, so that neither is taken for the other.

FingerprintBuilder &FingerprintBuilder::add(std::uint64_t value)
{
    const std::array words{m_sofar.high, m_sofar.low, value};
    m_sofar = hashOf(words.data(), sizeof words);
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
    const Fingerprint content = hashOf(data, size);
    const std::array words{m_sofar.high, m_sofar.low, static_cast<std::uint64_t>(size),
                           content.high, content.low};
    m_sofar = hashOf(words.data(), sizeof words);
    return *this;
}

} // namespace convscope
