// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/parallel.h"

#include <algorithm>

namespace convscope {

/// body(begin, end) for consecutive ranges of at most `tile` that cover [0, total): see
/// parallelFor. The ranges depend on the two numbers alone.
template <class Body>
[[nodiscard]] bool parallelTiles(std::int64_t total, std::int64_t tile, const std::stop_token &stop,
                                 const Body &body)
{
    const std::int64_t size = std::max<std::int64_t>(tile, 1);
    return parallelFor((total + size - 1) / size, stop,
                       [&](std::int64_t i) { body(i * size, std::min(total, (i + 1) * size)); });
}

} // namespace convscope
