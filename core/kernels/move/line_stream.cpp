// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/move/line_stream.h"

#include "kernels/move/row_tile.h"

#include <algorithm>

namespace convscope {

namespace {

constexpr std::int64_t kLine = 16;

std::int64_t pastLine(const float *p)
{
    return static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(p) / 4 % kLine);
}

} // namespace

LineStream::LineStream(float *dst, float *scratch, bool streaming)
    : m_dst(dst), m_made(streaming ? scratch + pastLine(dst) : nullptr), m_streaming(streaming)
{
}

void LineStream::add(std::int64_t n, const float *next)
{
    if (!m_streaming) {
        m_dst += n;
        return;
    }
    m_count += n;
    const std::int64_t rest = std::min(pastLine(m_dst + m_count), m_count);
    const std::int64_t whole = m_count - rest;
    if (whole == 0)
        return;
    if (next == nullptr)
        copyRow(m_made, m_dst, whole, true);
    else
        streamRow(m_made, m_dst, whole, next);
    m_dst += whole;
    float *front = m_made - pastLine(m_made);
    std::copy_n(m_made + whole, rest, front);
    m_made = front;
    m_count = rest;
}

void LineStream::finish()
{
    if (m_count > 0)
        copyRow(m_made, m_dst, m_count, false);
    m_count = 0;
}

} // namespace convscope
