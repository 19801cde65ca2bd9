// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace convscope {

/// Writes values to memory from left to right, some at a time, past the caches: whole cache lines
/// only, however the parts fall. On one thread, inside a parallelFor. Small parts (some KiB) let
/// reading and writing overlap.
class LineStream
{
public:
    /// Floats of scratch for parts of at most `values`.
    [[nodiscard]] static std::int64_t scratchFor(std::int64_t values) { return values + 64; }

    /// `scratch` is 64-byte aligned and this object's own. Without `streaming` parts are made in
    /// place.
    LineStream(float *dst, float *scratch, bool streaming);

    /// Where to make the next part.
    [[nodiscard]] float *room() { return m_streaming ? m_made + m_count : m_dst; }
    /// It is made, and has n values. While it is written, as many from `next` on are fetched: what
    /// the next part is made of, or null.
    void add(std::int64_t n, const float *next);
    /// Writes what does not fill a line.
    void finish();

private:
    float *m_dst;
    float *m_made;
    std::int64_t m_count = 0; ///< values waiting in m_made, the first one for *m_dst
    bool m_streaming;
};

} // namespace convscope
