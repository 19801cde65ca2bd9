// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/shape.h"

#include "base/check.h"

#include <algorithm>

namespace convscope {

namespace {

template <class Range, class Write>
std::string tuple(const Range &range, Write write)
{
    std::string text = "(";
    for (std::size_t i = 0; i < range.size(); ++i) {
        if (i > 0)
            text += ", ";
        text += write(range[i]);
    }
    if (range.size() == 1)
        text += ',';
    return text + ')';
}

} // namespace

std::optional<std::int64_t> elementCount(const Extents &extents)
{
    std::int64_t count = 1;
    for (const std::int64_t extent : extents) {
        if (__builtin_mul_overflow(count, extent, &count))
            return std::nullopt;
    }
    return count;
}

std::string toString(const Extents &extents)
{
    return tuple(extents, [](std::int64_t n) { return std::to_string(n); });
}

bool Shape::isKnown() const
{
    return std::all_of(m_dims.begin(), m_dims.end(), [](const Dim &d) { return d.has_value(); });
}

std::optional<Extents> Shape::extents() const
{
    Extents known;
    known.reserve(m_dims.size());
    for (const Dim &dim : m_dims) {
        if (!dim)
            return std::nullopt;
        known.push_back(*dim);
    }
    return known;
}

Shape Shape::withBatch(std::int64_t batch) const
{
    Shape shape = *this;
    if (!shape.m_dims.empty() && !shape.m_dims.front())
        shape.m_dims.front() = batch;
    return shape;
}

std::string Shape::toString() const
{
    return tuple(m_dims, [](const Dim &d) { return d ? std::to_string(*d) : std::string("None"); });
}

std::size_t Shape::index(int axis) const
{
    const int positive = axis < 0 ? axis + rank() : axis;
    check(positive >= 0 && positive < rank(), "an axis of the shape");
    return static_cast<std::size_t>(positive);
}

} // namespace convscope
