// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "tensor/data_format.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// One extent of a shape; nullopt where it is unknown (Keras' None), never −1.
using Dim = std::optional<std::int64_t>;

/// The known extents of a tensor, slowest-varying first.
using Extents = std::vector<std::int64_t>;

/// Number of elements, or nullopt where it overflows 63 bits. 1 for rank 0.
[[nodiscard]] std::optional<std::int64_t> elementCount(const Extents &extents);

/// "(1, 300, 451, 16)"; one element is written "(5,)".
[[nodiscard]] std::string toString(const Extents &extents);

/// A shape whose extents may be unknown; axis 0 is the batch.
class Shape
{
public:
    Shape() = default;
    Shape(std::initializer_list<Dim> dims) : m_dims(dims) {}
    explicit Shape(std::vector<Dim> dims) : m_dims(std::move(dims)) {}
    explicit Shape(const Extents &extents) : m_dims(extents.begin(), extents.end()) {}

    [[nodiscard]] int rank() const { return static_cast<int>(m_dims.size()); }
    [[nodiscard]] const Dim &operator[](int axis) const { return m_dims[index(axis)]; }
    [[nodiscard]] Dim &operator[](int axis) { return m_dims[index(axis)]; }
    [[nodiscard]] const std::vector<Dim> &dims() const { return m_dims; }

    [[nodiscard]] bool isKnown() const;
    /// All extents, or nullopt where one is unknown.
    [[nodiscard]] std::optional<Extents> extents() const;
    /// The shape with its unknown batch (axis 0) replaced by `batch`; other unknowns stay.
    [[nodiscard]] Shape withBatch(std::int64_t batch) const;
    /// "(None, 300, 451, 16)".
    [[nodiscard]] std::string toString() const;

    bool operator==(const Shape &) const = default;

private:
    /// Negative axes count from the end, as in Keras.
    [[nodiscard]] std::size_t index(int axis) const;

    std::vector<Dim> m_dims;
};

/// Axis of the channels of a tensor of this rank.
[[nodiscard]] inline int channelAxis(DataFormat format, int rank)
{
    return format == DataFormat::ChannelsLast ? rank - 1 : 1;
}

/// First spatial axis.
[[nodiscard]] inline int spatialAxis(DataFormat format)
{
    return format == DataFormat::ChannelsLast ? 1 : 2;
}

} // namespace convscope
