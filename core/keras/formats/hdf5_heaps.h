// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace convscope {

/// Fills `into` with the bytes from `at` on; false where the file does not hold them.
using ReadAt = std::function<bool(std::uint64_t at, std::span<unsigned char> into)>;

/// Where values of variable length lie in an HDF5 file. The library believes what a file says of
/// them: an object of size 0 in their heap holds it for ever, one that is not there lies anywhere
/// in memory. So they are looked at before the library reads them. For files whose addresses and
/// lengths are of 8 bytes.
class Hdf5Heaps
{
public:
    /// `read` counts from where HDF5's part of the file begins.
    Hdf5Heaps(std::uint64_t size, ReadAt read);

    /// Whether a reference (16 bytes: length, address of the heap, index of the object) leads to an
    /// object of just that length of values of `each` bytes. Heaps are read once.
    [[nodiscard]] bool holds(std::span<const unsigned char> reference, std::uint64_t each);

    /// Whether a heap is there, has an end, and holds an object of that index.
    [[nodiscard]] bool holdsObject(std::uint64_t address, std::uint64_t index)
    {
        return heapAt(address).has_value() && heapAt(address)->contains(index);
    }

private:
    /// The sizes of a heap's objects by index.
    using Objects = std::map<std::uint64_t, std::uint64_t>;
    [[nodiscard]] const std::optional<Objects> &heapAt(std::uint64_t address);
    [[nodiscard]] std::optional<Objects> readHeap(std::uint64_t start) const;

    std::uint64_t m_size;
    ReadAt m_read;
    /// By address; nullopt: no sound heap.
    std::map<std::uint64_t, std::optional<Objects>> m_heaps;
};

/// The heap in which a group keeps the names of what it holds.
class Hdf5Names
{
public:
    /// Nullopt where it is none, or where the list of its free pieces does not end.
    [[nodiscard]] static std::optional<Hdf5Names> of(std::uint64_t at, std::uint64_t size,
                                                     const ReadAt &read);
    /// Whether a text begins there and ends in the heap.
    [[nodiscard]] bool holds(std::uint64_t offset) const;

private:
    std::vector<unsigned char> m_bytes;
};

} // namespace convscope
