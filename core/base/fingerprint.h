// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace convscope {

/// 128 bits that stand for a value: equal fingerprints are taken for equal values. Two of n values
/// share one by chance with a probability of n² / 2^129, a thousand million values with less than
/// 2^-69. Not meant against somebody who looks for two that do.
struct Fingerprint
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    auto operator<=>(const Fingerprint &) const = default;
};

/// Builds a fingerprint piece by piece; order matters. XXH3 with 128 bits, whose results are fixed
/// for good; the same on every machine of one byte order.
class FingerprintBuilder
{
public:
    FingerprintBuilder &add(std::uint64_t value);
    FingerprintBuilder &add(std::int64_t value) { return add(static_cast<std::uint64_t>(value)); }
    FingerprintBuilder &add(double value);
    /// Adds the length too, so that "ab","c" and "a","bc" differ.
    FingerprintBuilder &add(std::string_view text);
    FingerprintBuilder &add(const Fingerprint &part) { return add(part.high).add(part.low); }
    /// Raw content, several bytes per cycle: meant for tensors. Adds the length too.
    FingerprintBuilder &addBytes(const void *data, std::size_t size);
    [[nodiscard]] Fingerprint finish() const { return m_sofar; }

private:
    /// Of the pieces so far: each piece is hashed together with it.
    Fingerprint m_sofar;
};

/// For std::unordered_map keyed by Fingerprint.
struct FingerprintHash
{
    std::size_t operator()(const Fingerprint &f) const noexcept
    {
        return static_cast<std::size_t>(f.high ^ f.low);
    }
};

} // namespace convscope
