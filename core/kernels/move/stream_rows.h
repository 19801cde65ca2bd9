// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/kernel_result.h"
#include "kernels/move/line_stream.h"
#include "kernels/parallel_tiles.h"

#include <algorithm>

namespace convscope {

/// Values made before they are streamed: 8 KiB, so that one part is read while the one before it
/// drains.
inline constexpr std::int64_t kStreamedPart = 2048;

/// Rows of few values: so few that reading the next part begins while this one is written.
inline constexpr std::int64_t kShortPart = 512;

/// Fills dst with `rows` rows of `width` values: make(begin, end, made) puts some rows, one after
/// another, to `made`, and returns where it would read on, or null. It may not use threadScratch()
/// where `streaming`.
template <class Make>
[[nodiscard]] bool streamRows(std::int64_t rows, std::int64_t width, float *dst, bool streaming,
                              const std::stop_token &stop, const Make &make)
{
    const std::int64_t row = std::max<std::int64_t>(width, 1);
    const std::int64_t values = 4 * row <= kShortPart ? kShortPart : kStreamedPart;
    const std::int64_t part = std::max<std::int64_t>(values / row, 1);
    return parallelTiles(rows, kTileValues / row, stop, [&](std::int64_t begin, std::int64_t end) {
        float *scratch = streaming ? threadScratch(LineStream::scratchFor(part * row)) : nullptr;
        LineStream stream(dst + begin * width, scratch, streaming);
        for (std::int64_t at = begin; at < end; at += part) {
            const std::int64_t partEnd = std::min(at + part, end);
            const float *next = make(at, partEnd, stream.room());
            stream.add((partEnd - at) * width, next);
        }
        stream.finish();
    });
}

} // namespace convscope
