// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "tensor/shape.h"

#include <string>
#include <string_view>

namespace convscope {

/// The Python dictionary at the head of a .npy file.
struct NpyHeader
{
    /// NumPy's kind letter: f, i, u, b, U, S.
    char kind = 'f';
    bool bigEndian = false;
    /// Bytes of one element; for U: code points, four bytes each.
    std::int64_t itemSize = 4;
    bool fortranOrder = false;
    Extents shape;
};

/// Parses "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }". Errors: "file".
[[nodiscard]] Result<NpyHeader> parseNpyHeader(std::string_view text, const std::string &what);

} // namespace convscope
