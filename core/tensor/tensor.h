// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/fingerprint.h"
#include "base/result.h"
#include "tensor/shape.h"

#include <memory>
#include <span>

namespace convscope {

/// Uninitialised float32 memory under construction: 64-byte aligned, owned by one writer.
/// Becomes an immutable Tensor by moving it into Tensor's constructor.
class TensorBuffer
{
public:
    /// Fails with rule "memory" where the count overflows or exceeds what the machine can give
    /// (checked before allocating). `what` names the thing in the message, e.g. "the output of
    /// conv2d".
    [[nodiscard]] static Result<TensorBuffer> allocate(Extents extents, std::string_view what);

    [[nodiscard]] float *data() { return m_data.get(); }
    [[nodiscard]] std::span<float> values() { return {m_data.get(), m_size}; }
    [[nodiscard]] const Extents &extents() const { return m_extents; }

private:
    friend class Tensor;
    TensorBuffer() = default;

    Extents m_extents;
    std::shared_ptr<float[]> m_data;
    std::size_t m_size = 0;
};

/// An immutable float32 array in C order. Copies share the values and are cheap and thread-safe.
class Tensor
{
public:
    /// No values, rank 0, `isNull()`.
    Tensor() = default;
    /// Fingerprint = hash of shape and content: one pass over the data.
    explicit Tensor(TensorBuffer buffer);
    /// For results whose identity follows from what they were computed from (no pass over the
    /// data).
    Tensor(TensorBuffer buffer, const Fingerprint &fingerprint);

    /// Copies `values`; their number must be the product of `extents`.
    [[nodiscard]] static Tensor of(Extents extents, std::span<const float> values);
    /// The same values under another shape of equal element count.
    [[nodiscard]] Tensor reshaped(Extents extents) const;
    [[nodiscard]] Tensor withFingerprint(const Fingerprint &fingerprint) const;

    [[nodiscard]] bool isNull() const { return m_data == nullptr; }
    [[nodiscard]] int rank() const { return static_cast<int>(m_extents.size()); }
    [[nodiscard]] const Extents &extents() const { return m_extents; }
    [[nodiscard]] std::int64_t extent(int axis) const;
    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(m_size); }
    [[nodiscard]] std::int64_t bytes() const { return size() * 4; }
    [[nodiscard]] const float *data() const { return m_data.get(); }
    [[nodiscard]] std::span<const float> values() const { return {m_data.get(), m_size}; }
    [[nodiscard]] const Fingerprint &fingerprint() const { return m_fingerprint; }

    /// Equal shape and equal content, told by the fingerprints.
    bool operator==(const Tensor &other) const { return m_fingerprint == other.m_fingerprint; }

private:
    Extents m_extents;
    std::shared_ptr<const float[]> m_data;
    std::size_t m_size = 0;
    Fingerprint m_fingerprint;
};

/// Memory that a new allocation may take at most, in bytes (available memory less a reserve).
[[nodiscard]] std::int64_t availableMemory();
/// Whether a tensor of these extents may be asked for: rule "memory" where its bytes cannot be
/// addressed or are not free; `what` begins the sentence.
[[nodiscard]] Result<void> memoryFor(const Extents &extents, std::string_view what);

} // namespace convscope
