// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT

// Where an object says that its values, or the objects it holds, lie: trees that could be circles.
#include "keras/formats/hdf5_structure.h"

#include <array>
#include <cstring>

namespace convscope {

namespace {

constexpr std::uint64_t kPlaceNowhere = UINT64_MAX;
/// Trees of 32 branches are never as deep or wide.
constexpr int kHighest = 16;
constexpr std::size_t kMostNodes = 1 << 20;
/// The library takes memory for one chunk, whatever is stored of it.
constexpr std::uint64_t kLargestChunk = 256 << 20;
constexpr std::size_t kTreeHead = 24;
constexpr std::size_t kSymbol = 40;

/// The ways in which an array lies in a file, by their numbers there.
struct LayoutClass
{
    enum : unsigned
    {
        Compact = 0,
        Contiguous = 1,
        Chunked = 2,
        Virtual = 3
    };
};

struct TreeHead
{
    bool isTree = false;
    unsigned kind = 0;
    int level = 0;
    std::uint64_t entries = 0;
};

TreeHead treeHead(std::uint64_t at, const ReadAt &read)
{
    // Signature, kind, level, entries, the nodes at the left and the right.
    std::array<unsigned char, kTreeHead> bytes{};
    TreeHead head;
    head.isTree = read(at, bytes) && std::memcmp(bytes.data(), "TREE", 4) == 0;
    head.kind = bytes[4];
    head.level = bytes[5];
    head.entries = ByteCursor(std::span(bytes).subspan(6)).number(2);
    return head;
}

} // namespace

Words Hdf5Structure::readGroup(std::uint64_t tree, std::uint64_t namesAt)
{
    const auto names = Hdf5Names::of(namesAt, m_size, m_read);
    if (!names)
        return words("the names of its members at byte {at} are damaged", namesAt);
    std::size_t nodes = 0;
    if (!holdsGroupNode(tree, -1, *names, nodes))
        return words("the list of its members at byte {at} is damaged", tree);
    return {};
}

/// `level` is what the node must have; −1: the top, of whatever level.
bool Hdf5Structure::holdsGroupNode(std::uint64_t at, int level, const Hdf5Names &names,
                                   std::size_t &nodes)
{
    const TreeHead head = treeHead(at, m_read);
    // The library reads a whole node, however many entries are used.
    const std::uint64_t length = kTreeHead + 2ULL * m_groupSize * 8 + (2ULL * m_groupSize + 1) * 8;
    if (!head.isTree || head.kind != 0 || head.entries > 2ULL * m_groupSize ||
        head.level > kHighest || (level >= 0 && head.level != level) || !isPlace(at, length) ||
        ++nodes > kMostNodes)
        return false;
    std::vector<unsigned char> bytes(static_cast<std::size_t>((2 * head.entries + 1) * 8));
    if (!m_read(at + kTreeHead, bytes))
        return false;
    ByteCursor cursor(bytes);
    for (std::uint64_t i = 0; i <= head.entries; ++i) {
        if (!names.holds(cursor.number(8)))
            return false;
        if (i == head.entries)
            break;
        const std::uint64_t child = cursor.number(8);
        const bool isSound = head.level == 0 ? ++nodes <= kMostNodes && holdsSymbols(child, names)
                                             : holdsGroupNode(child, head.level - 1, names, nodes);
        if (!isSound)
            return false;
    }
    return true;
}

bool Hdf5Structure::holdsSymbols(std::uint64_t at, const Hdf5Names &names)
{
    // Signature, version, nothing, count.
    std::array<unsigned char, 8> head{};
    const std::uint64_t most = 2ULL * m_leafSize;
    if (!isPlace(at, head.size() + most * kSymbol) || !m_read(at, head) ||
        std::memcmp(head.data(), "SNOD\1", 5) != 0)
        return false;
    const std::uint64_t count = ByteCursor(std::span(head).subspan(6)).number(2);
    if (count > most)
        return false;
    std::vector<unsigned char> bytes(static_cast<std::size_t>(count) * kSymbol);
    if (!m_read(at + head.size(), bytes))
        return false;
    ByteCursor cursor(bytes);
    constexpr std::uint64_t kSymbolicLink = 2;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t name = cursor.number(8);
        const std::uint64_t address = cursor.number(8);
        const std::uint64_t kind = cursor.number(4);
        cursor.skip(4);
        const std::uint64_t link = cursor.number(4);
        cursor.skip(12);
        if (!names.holds(name) || kind > kSymbolicLink)
            return false;
        if (kind == kSymbolicLink ? !names.holds(link) : address >= m_size)
            return false;
    }
    return true;
}

Words Hdf5Structure::readLayout(ByteCursor cursor)
{
    const auto damaged = [] { return words("its layout is damaged"); };
    const std::uint64_t version = cursor.number(1);
    if (version < 1 || version > 4)
        return damaged();
    const bool isOld = version < 3;
    std::uint64_t axes = isOld ? cursor.number(1) : 0;
    const std::uint64_t kind = cursor.number(1);
    cursor.skip(isOld ? 5 : 0);
    if (kind == LayoutClass::Compact) {
        cursor.skip(isOld ? 4 * axes : 0);
        cursor.skip(cursor.number(isOld ? 4 : 2));
        return cursor.isSound() ? Words() : damaged();
    }
    if (kind == LayoutClass::Virtual) {
        // What it is put together from lies in a heap, with a checksum.
        const std::uint64_t heap = cursor.number(8);
        const std::uint64_t index = cursor.number(4);
        return version == 4 && cursor.isSound() &&
                       (heap == kPlaceNowhere || m_heaps->holdsObject(heap, index))
                   ? Words()
                   : damaged();
    }
    if (kind == LayoutClass::Contiguous) {
        const std::uint64_t at = cursor.number(8);
        std::uint64_t length = isOld ? 1 : cursor.number(8);
        cursor.skip(isOld ? 4 * axes : 0);
        if (!cursor.isSound())
            return damaged();
        return at == kPlaceNowhere || isPlace(at, length)
                   ? Words()
                   : words("its {length} bytes at byte {at} do not lie in the file", length, at);
    }
    if (kind != LayoutClass::Chunked)
        return damaged();
    std::size_t width = 4;
    if (version == 4) {
        cursor.skip(1);
        axes = cursor.number(1);
        width = static_cast<std::size_t>(cursor.number(1));
    } else if (version == 3) {
        axes = cursor.number(1);
    }
    const std::uint64_t tree = version == 4 ? kPlaceNowhere : cursor.number(8);
    if (axes < 2 || axes > 33 || width == 0 || width > 8)
        return damaged();
    // The last is the size of a value.
    std::uint64_t bytes = 1;
    for (std::uint64_t i = 0; i < axes; ++i) {
        const std::uint64_t cells = cursor.number(width);
        if (cells == 0 || cells > kLargestChunk || (bytes *= cells) > kLargestChunk)
            return words("its chunks are of no size, or of more than {most} MiB",
                         kLargestChunk >> 20);
    }
    std::size_t nodes = 0;
    return cursor.isSound() && (tree == kPlaceNowhere || holdsChunkNode(tree, -1, axes, nodes))
               ? Words()
               : words("the list of its chunks is damaged");
}

bool Hdf5Structure::holdsChunkNode(std::uint64_t at, int level, std::uint64_t axes,
                                   std::size_t &nodes)
{
    const TreeHead head = treeHead(at, m_read);
    // The size of a chunk, a mask, and where it begins along each axis.
    const std::uint64_t key = 8 + 8 * axes;
    const std::uint64_t length =
        kTreeHead + 2ULL * m_chunkSize * 8 + (2ULL * m_chunkSize + 1) * key;
    if (!head.isTree || head.kind != 1 || head.entries > 2ULL * m_chunkSize ||
        head.level > kHighest || (level >= 0 && head.level != level) || !isPlace(at, length) ||
        ++nodes > kMostNodes)
        return false;
    std::vector<unsigned char> bytes(static_cast<std::size_t>(head.entries * (key + 8) + key));
    if (!m_read(at + kTreeHead, bytes))
        return false;
    ByteCursor cursor(bytes);
    for (std::uint64_t i = 0; i < head.entries; ++i) {
        const std::uint64_t size = cursor.number(4);
        cursor.skip(key - 4);
        const std::uint64_t child = cursor.number(8);
        if (head.level == 0 ? !isPlace(child, size)
                            : !holdsChunkNode(child, head.level - 1, axes, nodes))
            return false;
    }
    return true;
}

} // namespace convscope
