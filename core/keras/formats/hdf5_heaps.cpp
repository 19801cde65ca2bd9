// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/hdf5_heaps.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace convscope {

namespace {

constexpr std::size_t kWord = 8;
constexpr std::uint64_t kLeastHeap = 4096;
/// More objects than the texts of any model; the heaps of a broken file may overlap.
constexpr std::size_t kMostObjects = 1 << 20;
constexpr std::uint64_t kMostTexts = 1 << 20;

std::uint64_t aligned(std::uint64_t length)
{
    return (length + kWord - 1) / kWord * kWord;
}

std::uint64_t number(std::span<const unsigned char> bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = value << 8 | bytes[i];
    return value;
}

/// Calls `each` with every place of `pattern`, until it says no.
template <class Each>
bool everywhere(std::uint64_t size, const ReadAt &read, std::string_view pattern, const Each &each)
{
    constexpr std::size_t kBlock = 1 << 20;
    std::vector<unsigned char> block;
    for (std::uint64_t at = 0; at < size; at += kBlock) {
        block.resize(static_cast<std::size_t>(
            std::min<std::uint64_t>(kBlock + pattern.size() - 1, size - at)));
        if (!read(at, block))
            return false;
        const std::string_view text(reinterpret_cast<const char *>(block.data()), block.size());
        for (std::size_t found = text.find(pattern); found != std::string_view::npos;
             found = text.find(pattern, found + 1)) {
            if (!each(at + found))
                return false;
        }
    }
    return true;
}

} // namespace

Hdf5Heaps::Hdf5Heaps(std::uint64_t size, ReadAt read) : m_size(size), m_read(std::move(read)) {}

std::optional<Hdf5Heaps> Hdf5Heaps::of(std::uint64_t size, ReadAt read)
{
    Hdf5Heaps heaps(size, std::move(read));
    if (!everywhere(size, heaps.m_read, "GCOL", [&](std::uint64_t at) { return heaps.add(at); }))
        return std::nullopt;
    return heaps;
}

bool Hdf5Heaps::add(std::uint64_t start)
{
    // Signature, version, three bytes of nothing, length.
    std::array<unsigned char, 16> bytes{};
    if (!m_read(start, bytes))
        return true;
    const bool isHeap = bytes[4] == 1 && bytes[5] == 0 && bytes[6] == 0 && bytes[7] == 0;
    const std::uint64_t length = number(std::span(bytes).subspan(8));
    // The library refuses these itself.
    if (!isHeap || length < kLeastHeap || length > m_size - start)
        return true;
    auto &objects = m_heaps[start];
    const std::uint64_t end = start + length;
    for (std::uint64_t at = start + 16; at + 16 <= end;) {
        // Index, count of references, four bytes of nothing, size.
        if (objects.size() > kMostObjects || !m_read(at, bytes))
            return false;
        const std::uint64_t index = number(std::span(bytes).first(2));
        const std::uint64_t size = number(std::span(bytes).subspan(8));
        if (size > end - at)
            return false;
        // Object 0 is the free space, its head included.
        const std::uint64_t step = index == 0 ? size : 16 + aligned(size);
        if (step < kWord || step > end - at)
            return false;
        if (index != 0)
            objects[index] = size;
        at += step;
    }
    return true;
}

bool Hdf5Heaps::holdTextsOf(const std::string &attribute) const
{
    bool isFound = false;
    const std::string pattern = attribute + '\0';
    const bool hold = everywhere(m_size, m_read, pattern, [&](std::uint64_t at) {
        const auto held = holdTextsAt(at, pattern.size());
        isFound = isFound || held.has_value();
        return held.value_or(true);
    });
    return isFound && hold;
}

std::optional<bool> Hdf5Heaps::holdTextsAt(std::uint64_t name, std::size_t length) const
{
    // Version, flags, sizes of the name, of the type and of the extents; since version 3 also what
    // the name is written in.
    std::array<unsigned char, 9> head{};
    if (name < head.size() || !m_read(name - head.size(), head))
        return std::nullopt;
    const bool isThird = head[0] == 3 && number(std::span(head).subspan(2, 2)) == length;
    const std::span<const unsigned char> fields = std::span(head).subspan(isThird ? 0 : 1);
    const unsigned version = fields[0];
    if (!isThird && version != 1 && version != 2)
        return head[0] == 3 ? std::optional(false) : std::nullopt;
    // The library takes the name as far as it goes, and the rest by this length.
    if (number(fields.subspan(2, 2)) != length)
        return false;
    const auto padded = [&](std::uint64_t bytes) { return version == 1 ? aligned(bytes) : bytes; };
    const std::uint64_t type = name + padded(length);
    const std::uint64_t extents = type + padded(number(fields.subspan(4, 2)));
    const std::uint64_t values = extents + padded(number(fields.subspan(6, 2)));
    // A type that lies elsewhere is written by no Keras.
    std::array<unsigned char, 16> described{};
    if ((version > 1 && fields[1] != 0) || !m_read(type, described))
        return false;
    constexpr unsigned kVariable = 9;
    constexpr unsigned kText = 1;
    if ((described[0] & 0xfU) != kVariable || (described[1] & 0xfU) != kText)
        return std::nullopt;
    // The library asks for memory by the size of one letter, too.
    if (number(std::span(described).subspan(12)) != 1)
        return false;
    std::array<unsigned char, 8> bytes{};
    if (!m_read(extents, bytes))
        return false;
    const bool isFirst = bytes[0] == 1;
    const unsigned rank = bytes[1];
    std::uint64_t count = bytes[0] == 2 && bytes[3] == 2 ? 0 : 1;
    for (unsigned axis = 0; axis < rank; ++axis) {
        if (!m_read(extents + (isFirst ? 8 : 4) + axis * kWord, bytes))
            return false;
        const std::uint64_t cells = number(bytes);
        if (cells > kMostTexts || (count *= cells) > kMostTexts)
            return false;
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        if (!holdText(values + i * 16))
            return false;
    }
    return true;
}

bool Hdf5Heaps::holdText(std::uint64_t reference) const
{
    // Length, address of the heap, index of the object.
    std::array<unsigned char, 16> bytes{};
    if (!m_read(reference, bytes))
        return false;
    const std::uint64_t length = number(std::span(bytes).first(4));
    const auto heap = m_heaps.find(number(std::span(bytes).subspan(4, 8)));
    if (length == 0)
        return true;
    if (heap == m_heaps.end())
        return false;
    const auto object = heap->second.find(number(std::span(bytes).subspan(12)));
    return object != heap->second.end() && object->second == length;
}

} // namespace convscope
