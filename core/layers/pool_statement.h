// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/window/pool_kind.h"
#include "layers/arithmetic.h"

#include <string_view>

namespace convscope {

// What classes that pool state of their kind.

/// What a window's cells become.
[[nodiscard]] inline Arithmetic poolArithmetic(PoolKind kind)
{
    switch (kind) {
    case PoolKind::Max:
        return arithmeticOf(Arithmetic::Rule::Max);
    case PoolKind::Average:
        return arithmeticOf(Arithmetic::Rule::Mean);
    }
    checkFailed("a kind of pooling", std::source_location::current());
}

/// The doc of pool_size.
[[nodiscard]] inline std::string_view poolSizeDoc(PoolKind kind)
{
    switch (kind) {
    case PoolKind::Max:
        return "Cells of the window whose largest is taken.";
    case PoolKind::Average:
        return "Cells of the window that are averaged; cells in the padding do not count.";
    }
    checkFailed("a kind of pooling", std::source_location::current());
}

} // namespace convscope
