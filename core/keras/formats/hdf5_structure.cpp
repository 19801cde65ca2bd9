// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/hdf5_structure.h"

#include "keras/formats/hdf5_types.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace convscope {

namespace {

constexpr std::uint64_t kNowhere = UINT64_MAX;
constexpr std::size_t kMostBlocks = 4096;
constexpr std::uint64_t kLargestHeader = 16 << 20;
constexpr std::uint64_t kMostVariable = 1 << 20;
constexpr std::string_view kSignature = "\x89HDF\r\n\x1a\n";

/// Kinds of messages in the header of an object, by their numbers in a file.
struct Message
{
    enum : unsigned
    {
        Extents = 0x01,
        LinkInfo = 0x02,
        Type = 0x03,
        OldFillValue = 0x04,
        FillValue = 0x05,
        Link = 0x06,
        ExternalFiles = 0x07,
        Layout = 0x08,
        GroupInfo = 0x0a,
        Filters = 0x0b,
        Attribute = 0x0c,
        Comment = 0x0d,
        OldTime = 0x0e,
        SharedTable = 0x0f,
        Continuation = 0x10,
        SymbolTable = 0x11,
        Time = 0x12,
        AttributeInfo = 0x15,
        ReferenceCount = 0x16
    };
};

bool holdsFillValue(ByteCursor cursor, unsigned type)
{
    if (type == Message::FillValue) {
        const std::uint64_t version = cursor.number(1);
        if (version < 1 || version > 3)
            return false;
        const std::uint64_t flags = cursor.number(version == 3 ? 1 : 2);
        const bool isDefined = version == 3 ? (flags & 0x20) != 0 : cursor.number(1) != 0;
        if (!isDefined && version != 1)
            return cursor.isSound();
    }
    const std::uint64_t size = cursor.number(4);
    // A negative size is that of no value.
    if (size < 0x80000000U)
        cursor.skip(size);
    return cursor.isSound();
}

bool holdsFilters(ByteCursor cursor)
{
    constexpr std::uint64_t kMostFilters = 32;
    constexpr std::uint64_t kOwnNumbers = 256;
    const std::uint64_t version = cursor.number(1);
    const std::uint64_t count = cursor.number(1);
    if (version < 1 || version > 2 || count > kMostFilters)
        return false;
    cursor.skip(version == 1 ? 6 : 0);
    for (std::uint64_t i = 0; i < count; ++i) {
        const bool isNamed = cursor.number(2) >= kOwnNumbers || version == 1;
        const std::uint64_t length = isNamed ? cursor.number(2) : 0;
        cursor.skip(2);
        const std::uint64_t values = cursor.number(2);
        const auto name = cursor.take(length);
        if (length > 0 && std::find(name.begin(), name.end(), 0) == name.end())
            return false;
        cursor.skip(4 * values + (version == 1 && values % 2 == 1 ? 4 : 0));
    }
    return cursor.isSound();
}

bool holdsLink(ByteCursor cursor)
{
    const std::uint64_t version = cursor.number(1);
    const std::uint64_t flags = cursor.number(1);
    const std::uint64_t kind = (flags & 8) != 0 ? cursor.number(1) : 0;
    cursor.skip((flags & 4) != 0 ? 8 : 0);
    cursor.skip((flags & 16) != 0 ? 1 : 0);
    const std::uint64_t length = cursor.number(std::size_t{1} << (flags & 3));
    const auto name = cursor.take(length);
    if (version != 1 || length == 0 || name.empty() ||
        std::find(name.begin(), name.end(), 0) != name.end())
        return false;
    if (kind == 0)
        cursor.skip(8);
    else
        cursor.skip(cursor.number(2));
    return cursor.isSound();
}

/// Where the members or attributes lie that are many: in heaps and trees with checksums.
bool holdsInfo(ByteCursor cursor, std::size_t widthOfGreatest)
{
    cursor.skip(1);
    const std::uint64_t flags = cursor.number(1);
    cursor.skip((flags & 1) != 0 ? widthOfGreatest : 0);
    cursor.skip((flags & 2) != 0 ? 24 : 16);
    return cursor.isSound();
}

} // namespace

Hdf5Structure::Hdf5Structure(std::uint64_t size, ReadAt read)
    : m_size(size), m_read(std::move(read))
{
    readSuperblock();
}

void Hdf5Structure::readSuperblock()
{
    std::array<unsigned char, 8> signature{};
    std::uint64_t start = 0;
    const auto isHere = [&](std::uint64_t at) {
        return m_read(at, signature) && std::equal(signature.begin(), signature.end(),
                                                   kSignature.begin(), [](unsigned char a, char b) {
                                                       return a == static_cast<unsigned char>(b);
                                                   });
    };
    // Something else may stand before it: it then begins at 512, 1024, 2048 …
    while (!isHere(start)) {
        start = start == 0 ? 512 : 2 * start;
        if (start >= m_size) {
            m_damage = words("is a damaged HDF5 file: its signature is missing");
            return;
        }
    }
    std::vector<unsigned char> bytes(
        static_cast<std::size_t>(std::min<std::uint64_t>(128, m_size - start)));
    static_cast<void>(m_read(start, bytes));
    ByteCursor cursor(bytes);
    cursor.skip(8);
    const std::uint64_t version = cursor.number(1);
    cursor.skip(version < 2 ? 4 : 0);
    const std::uint64_t addressBytes = cursor.number(1);
    const std::uint64_t lengthBytes = cursor.number(1);
    if (version < 2) {
        cursor.skip(1);
        m_leafSize = static_cast<unsigned>(cursor.number(2));
        m_groupSize = static_cast<unsigned>(cursor.number(2));
        cursor.skip(4);
        if (version == 1) {
            m_chunkSize = static_cast<unsigned>(cursor.number(2));
            cursor.skip(2);
        }
    } else {
        cursor.skip(1);
    }
    const std::uint64_t base = cursor.number(8);
    // Free space, or what extends the superblock.
    const std::uint64_t extension = cursor.number(8);
    const std::uint64_t statedEnd = cursor.number(8);
    const std::uint64_t driver = version < 2 ? cursor.number(8) : kNowhere;
    cursor.skip(version < 2 ? 8 : 0);
    const std::uint64_t root = cursor.number(8);
    cursor.skip(version < 2 ? 24 : 4);
    if (!cursor.isSound()) {
        m_damage = words("is cut off: an HDF5 file of only {size} bytes, which does not hold its "
                         "own superblock",
                         m_size);
        return;
    }
    if (addressBytes != 8 || lengthBytes != 8) {
        m_damage = words("is an HDF5 file whose addresses are not of 8 bytes");
        return;
    }
    const bool isSound = version <= 3 && base == start && driver == kNowhere && m_leafSize > 0 &&
                         m_groupSize > 0 && m_chunkSize > 0;
    if (!isSound) {
        m_damage = words("is a damaged HDF5 file: its superblock is damaged");
        return;
    }
    if (statedEnd > m_size - start) {
        m_damage = words("is cut off: an HDF5 file that says it ends at byte {end}, but holds only "
                         "{size} bytes",
                         statedEnd, m_size);
        return;
    }
    m_size -= start;
    if (start > 0)
        m_read = [read = std::move(m_read), start](std::uint64_t at,
                                                   std::span<unsigned char> into) {
            return at <= UINT64_MAX - start && read(start + at, into);
        };
    m_heaps.emplace(m_size, m_read);
    Words damage = damageOf(root);
    if (damage.isEmpty() && version >= 2 && extension != kNowhere)
        damage = damageOf(extension);
    if (!damage.isEmpty())
        m_damage = words("is a damaged HDF5 file: {reason}", std::move(damage));
}

bool Hdf5Structure::isPlace(std::uint64_t at, std::uint64_t length) const
{
    return length <= m_size && at <= m_size - length;
}

const Words &Hdf5Structure::damageOf(std::uint64_t address)
{
    if (const auto known = m_objects.find(address); known != m_objects.end())
        return known->second.damage;
    Object object;
    object.damage = readObject(address, object);
    return m_objects.emplace(address, std::move(object)).first->second.damage;
}

bool Hdf5Structure::isLookedAt(std::uint64_t address, const std::string &attribute) const
{
    const auto object = m_objects.find(address);
    return object != m_objects.end() && object->second.attributes.contains(attribute);
}

Words Hdf5Structure::readObject(std::uint64_t address, Object &object)
{
    std::array<unsigned char, 16> head{};
    if (!isPlace(address, head.size()) || !m_read(address, head))
        return words("its header at byte {at} does not lie in the file", address);
    ByteCursor cursor(head);
    if (std::memcmp(head.data(), "OHDR\2", 5) != 0) {
        const std::uint64_t version = cursor.number(1);
        cursor.skip(7);
        const std::uint64_t length = cursor.number(4);
        if (version != 1)
            return words("its header at byte {at} is none", address);
        return readBlocks(address, {address + head.size(), length}, 1, false, object);
    }
    cursor.skip(5);
    const std::uint64_t flags = cursor.number(1);
    const std::size_t width = std::size_t{1} << (flags & 3);
    const std::uint64_t before = 6 + ((flags & 32) != 0 ? 16 : 0) + ((flags & 16) != 0 ? 4 : 0);
    std::array<unsigned char, 8> lengthBytes{};
    if (!m_read(address + before, std::span(lengthBytes).first(width)))
        return words("its header at byte {at} does not lie in the file", address);
    return readBlocks(address, {address + before + width, ByteCursor(lengthBytes).number(8)}, 2,
                      (flags & 4) != 0, object);
}

Words Hdf5Structure::readBlocks(std::uint64_t address, Block first, unsigned version, bool hasOrder,
                                Object &object)
{
    const auto damaged = [&] { return words("its header at byte {at} is damaged", address); };
    std::vector<Block> blocks{first};
    std::uint64_t total = 0;
    std::vector<unsigned char> bytes;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block block = blocks[i];
        total += block.length;
        if (!isPlace(block.at, block.length) || total > kLargestHeader ||
            blocks.size() > kMostBlocks)
            return damaged();
        bytes.resize(static_cast<std::size_t>(block.length));
        if (!m_read(block.at, bytes))
            return damaged();
        ByteCursor cursor(bytes);
        if (version == 2 && i > 0) {
            // A signature before, a checksum behind.
            if (bytes.size() < 8 || std::memcmp(bytes.data(), "OCHK", 4) != 0)
                return damaged();
            cursor = ByteCursor(std::span(bytes).subspan(4, bytes.size() - 8));
        }
        const std::size_t least = version == 1 ? 8 : hasOrder ? 6 : 4;
        while (cursor.left() >= least) {
            const auto type = static_cast<unsigned>(cursor.number(version == 1 ? 2 : 1));
            const std::uint64_t size = cursor.number(2);
            const std::uint64_t flags = cursor.number(1);
            cursor.skip(version == 1 ? 3 : hasOrder ? 2 : 0);
            const auto body = cursor.take(size);
            if (!cursor.isSound() || (version == 1 && size % 8 != 0))
                return damaged();
            if ((flags & 2) != 0)
                return words("its header at byte {at} shares parts with others, which no Keras "
                             "writes",
                             address);
            if (type == Message::Continuation) {
                ByteCursor next(body);
                const std::uint64_t at = next.number(8);
                blocks.push_back({at, next.number(8)});
                if (!next.isSound())
                    return damaged();
                continue;
            }
            if (Words damage = readMessage(type, body, object); !damage.isEmpty())
                return damage;
        }
        if (version == 1 && cursor.left() != 0)
            return damaged();
    }
    return {};
}

Words Hdf5Structure::readMessage(unsigned type, std::span<const unsigned char> body, Object &object)
{
    ByteCursor cursor(body);
    const auto when = [](bool isSound, Words damage) {
        return isSound ? Words() : std::move(damage);
    };
    switch (type) {
    case Message::Extents:
        return when(readHdf5Extents(cursor).has_value(), words("its extents are damaged"));
    case Message::Type:
        return when(readHdf5Type(cursor).has_value(), words("its type is damaged"));
    case Message::OldFillValue:
    case Message::FillValue:
        return when(holdsFillValue(cursor, type), words("its fill value is damaged"));
    case Message::Link:
        return when(holdsLink(cursor), words("one of its links is damaged"));
    case Message::Layout:
        return readLayout(cursor);
    case Message::Filters:
        return when(holdsFilters(cursor), words("its filters are damaged"));
    case Message::Attribute:
        return readAttribute(cursor, object);
    case Message::SymbolTable: {
        const std::uint64_t tree = cursor.number(8);
        return readGroup(tree, cursor.number(8));
    }
    case Message::ExternalFiles: {
        cursor.skip(8);
        const auto names = Hdf5Names::of(cursor.number(8), m_size, m_read);
        return when(names && cursor.isSound(), words("its list of other files is damaged"));
    }
    case Message::LinkInfo:
    case Message::AttributeInfo:
        return when(holdsInfo(cursor, type == Message::LinkInfo ? 8 : 2),
                    words("its list of members is damaged"));
    case Message::Comment:
        cursor.skipText();
        break;
    case Message::GroupInfo: {
        cursor.skip(1);
        const std::uint64_t flags = cursor.number(1);
        cursor.skip(((flags & 1) != 0 ? 4U : 0U) + ((flags & 2) != 0 ? 4U : 0U));
        break;
    }
    case Message::OldTime:
        cursor.skip(16);
        break;
    case Message::Time:
        cursor.skip(8);
        break;
    case Message::ReferenceCount:
        cursor.skip(5);
        break;
    case Message::SharedTable:
        cursor.spoil();
        break;
    default:
        break;
    }
    return when(cursor.isSound(), words("its header is damaged"));
}

Words Hdf5Structure::readAttribute(ByteCursor cursor, Object &object)
{
    const auto damaged = [] { return words("one of its attributes is damaged"); };
    const std::uint64_t version = cursor.number(1);
    const std::uint64_t flags = cursor.number(1);
    const std::uint64_t nameLength = cursor.number(2);
    const std::uint64_t typeLength = cursor.number(2);
    const std::uint64_t extentsLength = cursor.number(2);
    cursor.skip(version == 3 ? 1 : 0);
    if (version < 1 || version > 3 || (version > 1 && flags != 0))
        return damaged();
    const auto take = [&](std::uint64_t length) {
        const auto bytes = cursor.take(length);
        if (version == 1)
            cursor.skip((8 - length % 8) % 8);
        return bytes;
    };
    const auto name = take(nameLength);
    ByteCursor typeCursor(take(typeLength));
    const auto type = readHdf5Type(typeCursor);
    ByteCursor extentsCursor(take(extentsLength));
    const auto count = readHdf5Extents(extentsCursor);
    // The library takes the name as far as it goes, and the rest by its length.
    if (!cursor.isSound() || !type || !count || name.empty() ||
        std::find(name.begin(), name.end(), 0) != name.end() - 1 ||
        *count > cursor.left() / type->size)
        return damaged();
    bool isLookedAt = !type->holdsVariable;
    if (type->isVariable) {
        isLookedAt = isLookedAt && *count <= kMostVariable;
        for (std::uint64_t i = 0; isLookedAt && i < *count; ++i)
            isLookedAt = m_heaps->holds(cursor.take(type->size), type->baseSize);
    }
    if (isLookedAt)
        object.attributes.emplace(name.begin(), name.end() - 1);
    return {};
}

} // namespace convscope
