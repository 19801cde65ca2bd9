// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/hdf5_heaps.h"

#include "keras/formats/byte_cursor.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace convscope {

namespace {

constexpr std::size_t kWord = 8;
constexpr std::uint64_t kLeastHeap = 4096;
/// More objects than the texts of any model.
constexpr std::size_t kMostObjects = 1 << 20;
/// More than the names of any group.
constexpr std::uint64_t kMostNames = 64 << 20;

std::uint64_t aligned(std::uint64_t length)
{
    return (length + kWord - 1) / kWord * kWord;
}

} // namespace

Hdf5Heaps::Hdf5Heaps(std::uint64_t size, ReadAt read) : m_size(size), m_read(std::move(read)) {}

bool Hdf5Heaps::holds(std::span<const unsigned char> reference, std::uint64_t each)
{
    ByteCursor cursor(reference);
    const std::uint64_t length = cursor.number(4);
    const std::uint64_t address = cursor.number(8);
    const std::uint64_t index = cursor.number(4);
    if (!cursor.isSound())
        return false;
    if (length == 0)
        return true;
    const std::optional<Objects> &heap = heapAt(address);
    if (!heap)
        return false;
    const auto object = heap->find(index);
    return object != heap->end() && object->second == length * each;
}

const std::optional<Hdf5Heaps::Objects> &Hdf5Heaps::heapAt(std::uint64_t address)
{
    const auto known = m_heaps.find(address);
    return known != m_heaps.end() ? known->second
                                  : m_heaps.emplace(address, readHeap(address)).first->second;
}

std::optional<Hdf5Heaps::Objects> Hdf5Heaps::readHeap(std::uint64_t start) const
{
    // Signature, version, three bytes of nothing, length.
    std::array<unsigned char, 16> bytes{};
    if (!m_read(start, bytes) || std::memcmp(bytes.data(), "GCOL\1\0\0\0", 8) != 0)
        return std::nullopt;
    const std::uint64_t length = ByteCursor(std::span(bytes).subspan(8)).number(8);
    if (length < kLeastHeap || length > m_size - start)
        return std::nullopt;
    Objects objects;
    const std::uint64_t end = start + length;
    for (std::uint64_t at = start + 16; at + 16 <= end;) {
        // Index, count of references, four bytes of nothing, size.
        if (objects.size() > kMostObjects || !m_read(at, bytes))
            return std::nullopt;
        ByteCursor head(bytes);
        const std::uint64_t index = head.number(2);
        head.skip(6);
        const std::uint64_t size = head.number(8);
        if (size > end - at)
            return std::nullopt;
        // Object 0 is the free space, its head included.
        const std::uint64_t step = index == 0 ? size : 16 + aligned(size);
        if (step < kWord || step > end - at)
            return std::nullopt;
        if (index != 0)
            objects[index] = size;
        at += step;
    }
    return objects;
}

std::optional<Hdf5Names> Hdf5Names::of(std::uint64_t at, std::uint64_t size, const ReadAt &read)
{
    // Signature, version, three bytes of nothing; length, first free piece, address of the names.
    std::array<unsigned char, 32> head{};
    if (!read(at, head) || std::memcmp(head.data(), "HEAP\0", 5) != 0)
        return std::nullopt;
    ByteCursor cursor{std::span(head).subspan(8)};
    const std::uint64_t length = cursor.number(8);
    std::uint64_t free = cursor.number(8);
    const std::uint64_t address = cursor.number(8);
    if (length == 0 || length > kMostNames || length > size || address > size - length)
        return std::nullopt;
    Hdf5Names names;
    names.m_bytes.resize(static_cast<std::size_t>(length));
    if (!read(address, names.m_bytes))
        return std::nullopt;
    // 1 ends the list of free pieces; each says where the next is, and its own size.
    constexpr std::uint64_t kEnd = 1;
    for (std::uint64_t count = 0; free != kEnd; ++count) {
        if (count > length / 16 || length < 16 || free > length - 16)
            return std::nullopt;
        ByteCursor piece{std::span(names.m_bytes).subspan(static_cast<std::size_t>(free))};
        const std::uint64_t next = piece.number(8);
        const std::uint64_t bytes = piece.number(8);
        if (bytes < 16 || bytes > length - free)
            return std::nullopt;
        free = next;
    }
    return names;
}

bool Hdf5Names::holds(std::uint64_t offset) const
{
    return offset < m_bytes.size() &&
           std::find(m_bytes.begin() + static_cast<std::ptrdiff_t>(offset), m_bytes.end(), 0) !=
               m_bytes.end();
}

} // namespace convscope
