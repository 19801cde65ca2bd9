// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/formats/byte_cursor.h"

#include <cstdint>
#include <optional>

namespace convscope {

/// What one value of an HDF5 type is, as far as somebody must look where it leads.
struct Hdf5Type
{
    /// Bytes of a value; never 0.
    std::uint64_t size = 0;
    /// A reference into a heap to so many values of `baseSize` bytes.
    bool isVariable = false;
    std::uint64_t baseSize = 0;
    /// References within other values, or in members: nobody looks where they lead.
    bool holdsVariable = false;
};

/// The type that stands at the cursor, behind which the cursor is left. Nullopt where the library
/// would read outside of what is there: lengths, counts and bits are held against each other.
[[nodiscard]] std::optional<Hdf5Type> readHdf5Type(ByteCursor &cursor);

/// The number of values of the extents at the cursor, 0 for none; nullopt as above.
[[nodiscard]] std::optional<std::uint64_t> readHdf5Extents(ByteCursor &cursor);

} // namespace convscope
