// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/tensor.h"

#include "base/check.h"
#include "tensor/memory_blocks.h"

#include <algorithm>
#include <fstream>
#include <limits>

#include <sys/resource.h>
#include <unistd.h>

namespace convscope {

namespace {

/// Vector code may read (never write) up to one vector past the end.
constexpr std::size_t kSlack = 64;

/// Reading the free memory costs some microseconds: asked for larger requests only.
constexpr std::int64_t kUnasked = std::int64_t{64} << 20;

std::int64_t bytesOf(std::int64_t count)
{
    return count * static_cast<std::int64_t>(sizeof(float));
}

Fingerprint contentFingerprint(const Extents &extents, const float *data, std::size_t size)
{
    FingerprintBuilder builder;
    builder.add(std::string_view("tensor"));
    for (const std::int64_t extent : extents)
        builder.add(extent);
    return builder.addBytes(data, size * sizeof(float)).finish();
}

} // namespace

namespace {

/// What `ulimit -v` leaves of the address space.
std::int64_t addressSpaceLeft()
{
    constexpr std::int64_t kAny = std::numeric_limits<std::int64_t>::max();
    rlimit limit{};
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY ||
        limit.rlim_cur > static_cast<rlim_t>(kAny))
        return kAny;
    std::ifstream file("/proc/self/statm");
    std::int64_t pages = 0;
    file >> pages;
    const std::int64_t left =
        static_cast<std::int64_t>(limit.rlim_cur) - pages * sysconf(_SC_PAGESIZE);
    return std::max<std::int64_t>(left, 0) / 16 * 15;
}

std::int64_t systemMemoryFree()
{
    std::ifstream file("/proc/meminfo");
    std::string key;
    std::int64_t kib = 0;
    std::string unit;
    while (file >> key >> kib) {
        if (key == "MemAvailable:")
            return kib / 16 * 15 * 1024;
        std::getline(file, unit);
    }
    return std::numeric_limits<std::int64_t>::max();
}

} // namespace

std::int64_t availableMemory()
{
    return std::min(systemMemoryFree(), addressSpaceLeft());
}

Result<void> memoryFor(const Extents &extents, std::string_view what)
{
    const auto count = elementCount(extents);
    const std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 8;
    if (!count || *count > limit)
        return fail("memory", {}, {},
                    words("{what} would have the shape {shape}, more values than can be addressed",
                          term(what), toString(extents)));
    check(*count >= 0, "no negative extent");
    const std::int64_t bytes = bytesOf(*count);
    if (bytes <= kUnasked)
        return {};
    const std::int64_t available = availableMemory() + static_cast<std::int64_t>(idleBlockBytes());
    if (bytes > available)
        return fail("memory", {}, {},
                    words("{what} {shape} needs {count} · 4 bytes = {mebibytes} MiB, but "
                          "{free_mebibytes} MiB are free",
                          term(what), toString(extents), *count, bytes >> 20, available >> 20));
    return {};
}

Result<TensorBuffer> TensorBuffer::allocate(Extents extents, std::string_view what)
{
    if (const auto enough = memoryFor(extents, what); !enough)
        return fail(enough.error());
    TensorBuffer buffer;
    buffer.m_size = static_cast<std::size_t>(elementCount(extents).value());
    buffer.m_extents = std::move(extents);
    const std::int64_t bytes = bytesOf(static_cast<std::int64_t>(buffer.m_size));
    if (bytes > kUnasked && bytes > availableMemory())
        releaseIdleBlocks();
    buffer.m_data = allocateBlock(static_cast<std::size_t>(bytes) + kSlack);
    if (buffer.m_data == nullptr)
        return fail("memory", {}, {},
                    words("{what} needs {mebibytes} MiB, which the system did not give", term(what),
                          bytes >> 20));
    return buffer;
}

Tensor::Tensor(TensorBuffer buffer) : Tensor(std::move(buffer), Fingerprint{})
{
    m_fingerprint = contentFingerprint(m_extents, m_data.get(), m_size);
}

Tensor::Tensor(TensorBuffer buffer, const Fingerprint &fingerprint)
    : m_extents(std::move(buffer.m_extents)), m_data(std::move(buffer.m_data)),
      m_size(buffer.m_size), m_fingerprint(fingerprint)
{
}

Tensor Tensor::of(Extents extents, std::span<const float> values)
{
    auto buffer = TensorBuffer::allocate(std::move(extents), "a tensor");
    check(buffer.has_value(), "memory for a small tensor");
    check(buffer->values().size() == values.size(), "as many values as the shape has elements");
    std::copy(values.begin(), values.end(), buffer->data());
    return Tensor(std::move(*buffer));
}

Tensor Tensor::reshaped(Extents extents) const
{
    check(elementCount(extents) == size(), "the same number of elements");
    Tensor result = *this;
    FingerprintBuilder builder;
    builder.add(std::string_view("reshaped")).add(m_fingerprint);
    for (const std::int64_t extent : extents)
        builder.add(extent);
    result.m_fingerprint = builder.finish();
    result.m_extents = std::move(extents);
    return result;
}

Tensor Tensor::withFingerprint(const Fingerprint &fingerprint) const
{
    Tensor result = *this;
    result.m_fingerprint = fingerprint;
    return result;
}

std::int64_t Tensor::extent(int axis) const
{
    const int positive = axis < 0 ? axis + rank() : axis;
    check(positive >= 0 && positive < rank(), "an axis of the tensor");
    return m_extents[static_cast<std::size_t>(positive)];
}

} // namespace convscope
