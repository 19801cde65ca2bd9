// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/hdf5_types.h"

#include <bit>

namespace convscope {

namespace {

constexpr int kDeepestType = 8;
constexpr std::uint64_t kMostMembers = 1 << 16;
constexpr unsigned kMostAxes = 32;
/// Larger than any value that Keras or NumPy stores.
constexpr std::uint64_t kLargestValue = 1 << 26;

/// The classes of types by their numbers in a file.
struct TypeClass
{
    enum : unsigned
    {
        Integer = 0,
        Float = 1,
        Time = 2,
        Text = 3,
        Bits = 4,
        Opaque = 5,
        Compound = 6,
        Reference = 7,
        Enumeration = 8,
        Variable = 9,
        Array = 10
    };
};

std::size_t skipName(ByteCursor &cursor, unsigned version)
{
    const std::size_t length = cursor.skipText();
    if (version < 3)
        cursor.skip((8 - (length + 1) % 8) % 8);
    return length;
}

bool holdsBits(std::uint64_t from, std::uint64_t count, std::uint64_t size)
{
    return count > 0 && from + count <= 8 * size;
}

std::optional<Hdf5Type> readType(ByteCursor &cursor, int depth);

bool readFloat(ByteCursor &cursor, std::uint64_t flags, std::uint64_t size)
{
    const std::uint64_t sign = flags >> 8 & 0xff;
    const std::uint64_t offset = cursor.number(2);
    const std::uint64_t precision = cursor.number(2);
    const std::uint64_t exponent = cursor.number(1);
    const std::uint64_t exponentSize = cursor.number(1);
    const std::uint64_t fraction = cursor.number(1);
    const std::uint64_t fractionSize = cursor.number(1);
    cursor.skip(4);
    return size <= 16 && holdsBits(offset, precision, size) && sign < 8 * size &&
           holdsBits(exponent, exponentSize, size) && holdsBits(fraction, fractionSize, size) &&
           exponentSize <= 32 && fractionSize <= 64;
}

bool readMembers(ByteCursor &cursor, unsigned version, std::uint64_t count, std::uint64_t size,
                 int depth, Hdf5Type &type)
{
    for (std::uint64_t i = 0; i < count && cursor.isSound(); ++i) {
        if (skipName(cursor, version) == 0)
            return false;
        const auto width = version < 3 ? 4U : (static_cast<unsigned>(std::bit_width(size)) + 7) / 8;
        const std::uint64_t offset = cursor.number(width);
        // The first version may make an array of each member; nobody writes it any more.
        if (version == 1 && cursor.number(1) != 0)
            return false;
        if (version == 1)
            cursor.skip(27);
        const auto member = readType(cursor, depth + 1);
        if (!member || offset > size || member->size > size - offset)
            return false;
        type.holdsVariable = type.holdsVariable || member->isVariable || member->holdsVariable;
    }
    return count > 0;
}

bool readEnumeration(ByteCursor &cursor, unsigned version, std::uint64_t count, std::uint64_t size,
                     int depth)
{
    const auto base = readType(cursor, depth + 1);
    if (!base || base->isVariable || base->size != size)
        return false;
    for (std::uint64_t i = 0; i < count && cursor.isSound(); ++i)
        skipName(cursor, version);
    cursor.skip(count * size);
    return true;
}

bool readArrayType(ByteCursor &cursor, unsigned version, std::uint64_t size, int depth,
                   Hdf5Type &type)
{
    const std::uint64_t axes = cursor.number(1);
    if (version < 2 || axes == 0 || axes > kMostAxes)
        return false;
    if (version == 2)
        cursor.skip(3);
    std::uint64_t count = 1;
    for (std::uint64_t i = 0; i < axes; ++i) {
        count *= cursor.number(4);
        if (count == 0 || count > kLargestValue)
            return false;
    }
    if (version == 2)
        cursor.skip(4 * axes);
    const auto base = readType(cursor, depth + 1);
    type.holdsVariable = base && (base->isVariable || base->holdsVariable);
    return base && base->size * count == size;
}

std::optional<Hdf5Type> readType(ByteCursor &cursor, int depth)
{
    if (depth > kDeepestType)
        return std::nullopt;
    const auto first = static_cast<unsigned>(cursor.number(1));
    const unsigned version = first >> 4;
    const std::uint64_t flags = cursor.number(3);
    Hdf5Type type;
    type.size = cursor.number(4);
    if (version < 1 || version > 3 || type.size == 0 || type.size > kLargestValue)
        return std::nullopt;
    bool isSound = true;
    switch (first & 0xfU) {
    case TypeClass::Integer:
    case TypeClass::Bits: {
        const std::uint64_t offset = cursor.number(2);
        isSound = type.size <= 16 && holdsBits(offset, cursor.number(2), type.size);
        break;
    }
    case TypeClass::Float:
        isSound = readFloat(cursor, flags, type.size);
        break;
    case TypeClass::Time:
        isSound = holdsBits(0, cursor.number(2), type.size);
        break;
    case TypeClass::Text:
        isSound = (flags & 0xf) <= 2 && (flags >> 4 & 0xf) <= 1;
        break;
    case TypeClass::Opaque:
        cursor.skip(flags & 0xff);
        break;
    case TypeClass::Compound:
        isSound = readMembers(cursor, version, flags & 0xffff, type.size, depth, type);
        break;
    case TypeClass::Reference:
        isSound = type.size == 8 || type.size == 12;
        break;
    case TypeClass::Enumeration:
        isSound = readEnumeration(cursor, version, flags & 0xffff, type.size, depth);
        break;
    case TypeClass::Variable: {
        const auto base = readType(cursor, depth + 1);
        // The library asks for memory by the size of one letter, too.
        const bool isText = (flags & 0xf) == 1;
        isSound = base && type.size == 16 && (flags & 0xf) <= 1 && (!isText || base->size == 1);
        type.isVariable = true;
        type.baseSize = base ? base->size : 1;
        type.holdsVariable = base && (base->isVariable || base->holdsVariable);
        break;
    }
    case TypeClass::Array:
        isSound = readArrayType(cursor, version, type.size, depth, type);
        break;
    default:
        isSound = false;
    }
    if (!isSound || !cursor.isSound())
        return std::nullopt;
    return type;
}

} // namespace

std::optional<Hdf5Type> readHdf5Type(ByteCursor &cursor)
{
    return readType(cursor, 0);
}

std::optional<std::uint64_t> readHdf5Extents(ByteCursor &cursor)
{
    const std::uint64_t version = cursor.number(1);
    const std::uint64_t axes = cursor.number(1);
    const std::uint64_t flags = cursor.number(1);
    const std::uint64_t kind = cursor.number(1);
    if (version < 1 || version > 2 || axes > kMostAxes)
        return std::nullopt;
    if (version == 1)
        cursor.skip(4);
    // The second version knows extents of nothing at all; the first has a byte of no meaning there.
    std::uint64_t count = version == 2 && kind == 2 ? 0 : 1;
    for (std::uint64_t i = 0; i < axes; ++i) {
        const std::uint64_t cells = cursor.number(8);
        if (cells != 0 && count > UINT64_MAX / cells)
            return std::nullopt;
        count *= cells;
    }
    if ((flags & 1) != 0)
        cursor.skip(8 * axes);
    if (version == 1 && (flags & 2) != 0)
        cursor.skip(8 * axes);
    if (!cursor.isSound() || (version == 2 && kind > 2))
        return std::nullopt;
    return count;
}

} // namespace convscope
