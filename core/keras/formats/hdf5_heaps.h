// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace convscope {

/// Fills `into` with the bytes from `at` on; false where the file does not hold them.
using ReadAt = std::function<bool(std::uint64_t at, std::span<unsigned char> into)>;

/// Where texts of variable length lie in an HDF5 file. The library believes what a file says of
/// them: an object of size 0 in their heap holds it for ever, one that is not there lies anywhere
/// in memory. So they are looked at before the library reads them. For files whose addresses and
/// lengths are of 8 bytes.
class Hdf5Heaps
{
public:
    /// Finds all heaps in a pass over the file; nullopt where one has no end. `read` counts from
    /// where HDF5's part of the file begins.
    [[nodiscard]] static std::optional<Hdf5Heaps> of(std::uint64_t size, ReadAt read);

    /// Whether every text of every attribute of that name lies in its heap. Costs a pass too.
    [[nodiscard]] bool holdTextsOf(const std::string &attribute) const;

private:
    Hdf5Heaps(std::uint64_t size, ReadAt read);
    [[nodiscard]] bool add(std::uint64_t start);
    /// Of the attribute whose name begins at `name`; nullopt where it is none of texts.
    [[nodiscard]] std::optional<bool> holdTextsAt(std::uint64_t name, std::size_t length) const;
    [[nodiscard]] bool holdText(std::uint64_t reference) const;

    std::uint64_t m_size;
    ReadAt m_read;
    /// By address: the sizes of its objects by index.
    std::map<std::uint64_t, std::map<std::uint64_t, std::uint64_t>> m_heaps;
};

} // namespace convscope
