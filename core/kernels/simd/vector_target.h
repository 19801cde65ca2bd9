// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace convscope {

/// Floats of one vector on this machine.
[[nodiscard]] std::int64_t vectorFloats();
/// "avx512", "avx2", "sse4", …: what the dispatched functions run with.
[[nodiscard]] const char *simdName();
/// "vector_avx512" and the like: the instructions the vector kernels use here.
[[nodiscard]] std::string vectorKernelName();

/// Results larger than the last-level cache share of a machine of the usual kind bypass the caches,
/// which saves reading the lines that are about to be overwritten.
[[nodiscard]] inline bool bypassesCaches(std::int64_t bytes)
{
    return bytes >= (std::int64_t{16} << 20);
}

/// Also smaller results that much is read for: it drives them out of the caches anyway.
[[nodiscard]] inline bool bypassesCaches(std::int64_t bytes, std::int64_t bytesRead)
{
    const bool crowded =
        bytes >= (std::int64_t{4} << 20) && bytes + bytesRead >= (std::int64_t{32} << 20);
    return crowded || bypassesCaches(bytes);
}

} // namespace convscope
