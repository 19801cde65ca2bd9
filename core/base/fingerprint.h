// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace convscope {

/// 128 bits that stand for a value: equal fingerprints are taken for equal values.
struct Fingerprint
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    auto operator<=>(const Fingerprint &) const = default;
};

/// Builds a fingerprint piece by piece; order matters. The same on every machine of one byte order.
class FingerprintBuilder
{
public:
    FingerprintBuilder &add(std::uint64_t value);
    FingerprintBuilder &add(std::int64_t value) { return add(static_cast<std::uint64_t>(value)); }
    FingerprintBuilder &add(double value);
    /// Adds the length too, so that "ab","c" and "a","bc" differ.
    FingerprintBuilder &add(std::string_view text);
    FingerprintBuilder &add(const Fingerprint &part) { return add(part.high).add(part.low); }
    /// Raw content, several bytes per cycle: meant for tensors.
    FingerprintBuilder &addBytes(const void *data, std::size_t size);
    [[nodiscard]] Fingerprint finish() const;

private:
    std::uint64_t m_a = 0x9E3779B97F4A7C15ULL;
    std::uint64_t m_b = 0xC2B2AE3D27D4EB4FULL;
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
