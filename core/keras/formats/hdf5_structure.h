// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/words.h"
#include "keras/formats/byte_cursor.h"
#include "keras/formats/hdf5_heaps.h"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>

namespace convscope {

/// What an HDF5 file says of itself, held against itself and against its size before the library
/// goes there: the library (1.10) believes much of it and then reads outside of its memory, or goes
/// in circles. Objects are looked at one by one, when somebody is about to open them, and once.
/// Decodes no values. Files since 1.10's own format carry checksums that the library compares; what
/// they keep in fractal heaps is left to them, but for values of variable length, which are refused
/// there.
class Hdf5Structure
{
public:
    /// Looks at the superblock; `size` and `read` are of the whole file.
    Hdf5Structure(std::uint64_t size, ReadAt read);

    /// Why the file is not to be opened at all; empty where it may be, and then its root is sound.
    [[nodiscard]] const Words &damage() const { return m_damage; }

    /// Why the object whose header begins at that address (of H5Lget_info) is not to be opened:
    /// what of it is damaged, for "is damaged: …"; empty where it is sound.
    [[nodiscard]] const Words &damageOf(std::uint64_t address);
    /// Whether every value of variable length of that attribute of a sound object was looked at.
    [[nodiscard]] bool isLookedAt(std::uint64_t address, const std::string &attribute) const;

private:
    struct Object
    {
        Words damage;
        std::set<std::string> attributes;
    };
    struct Block
    {
        std::uint64_t at = 0;
        std::uint64_t length = 0;
    };

    void readSuperblock();
    [[nodiscard]] Words readObject(std::uint64_t address, Object &object);
    [[nodiscard]] Words readBlocks(std::uint64_t address, Block first, unsigned version,
                                   bool hasOrder, Object &object);
    [[nodiscard]] Words readMessage(unsigned type, std::span<const unsigned char> body,
                                    Object &object);
    [[nodiscard]] Words readAttribute(ByteCursor cursor, Object &object);
    [[nodiscard]] Words readLayout(ByteCursor cursor);
    [[nodiscard]] Words readGroup(std::uint64_t tree, std::uint64_t names);
    [[nodiscard]] bool holdsGroupNode(std::uint64_t at, int level, const Hdf5Names &names,
                                      std::size_t &nodes);
    [[nodiscard]] bool holdsSymbols(std::uint64_t at, const Hdf5Names &names);
    [[nodiscard]] bool holdsChunkNode(std::uint64_t at, int level, std::uint64_t axes,
                                      std::size_t &nodes);
    [[nodiscard]] bool isPlace(std::uint64_t at, std::uint64_t length) const;

    /// Of HDF5's part of the file.
    std::uint64_t m_size = 0;
    ReadAt m_read;
    unsigned m_leafSize = 4;
    unsigned m_groupSize = 16;
    unsigned m_chunkSize = 32;
    Words m_damage;
    std::optional<Hdf5Heaps> m_heaps;
    std::unordered_map<std::uint64_t, Object> m_objects;
};

} // namespace convscope
