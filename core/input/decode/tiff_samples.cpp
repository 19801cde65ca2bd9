// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/decode/tiff_samples.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace convscope {

namespace {

template <class Stored, class Out>
void unpackWhole(const unsigned char *line, std::int64_t count, unsigned char *out,
                 std::int64_t stride)
{
    auto *to = reinterpret_cast<Out *>(out);
    for (std::int64_t i = 0; i < count; ++i, to += stride) {
        Stored value;
        std::memcpy(&value, line + i * std::int64_t{sizeof value}, sizeof value);
        *to = static_cast<Out>(value);
    }
}

float ofHalf(std::uint16_t half)
{
    const int exponent = half >> 10 & 0x1F;
    const int fraction = half & 0x3FF;
    float value = 0;
    if (exponent == 0)
        value = std::ldexp(static_cast<float>(fraction), -24);
    else if (exponent < 31)
        value = std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
    else
        value = fraction == 0 ? std::numeric_limits<float>::infinity()
                              : std::numeric_limits<float>::quiet_NaN();
    return (half & 0x8000) != 0 ? -value : value;
}

void unpackHalfs(const unsigned char *line, std::int64_t count, unsigned char *out,
                 std::int64_t stride)
{
    auto *to = reinterpret_cast<float *>(out);
    for (std::int64_t i = 0; i < count; ++i, to += stride) {
        std::uint16_t half = 0;
        std::memcpy(&half, line + 2 * i, sizeof half);
        *to = ofHalf(half);
    }
}

/// Unsigned numbers of any number of bits up to 31, the highest bit first.
template <class Out>
void unpackBits(int bits, const unsigned char *line, std::int64_t count, unsigned char *out,
                std::int64_t stride)
{
    auto *to = reinterpret_cast<Out *>(out);
    const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    std::uint64_t held = 0;
    int heldBits = 0;
    for (std::int64_t i = 0; i < count; ++i, to += stride) {
        for (; heldBits < bits; heldBits += 8)
            held = held << 8 | *line++;
        heldBits -= bits;
        const std::uint64_t value = held >> heldBits & mask;
        *to = static_cast<Out>(value);
    }
}

} // namespace

std::optional<int> TiffSample::depth() const
{
    switch (kind) {
    case Kind::Unsigned:
        if (bits < 1 || (bits > 31 && bits != 32 && bits != 64))
            return std::nullopt;
        return bits <= 8 ? CV_8U : bits <= 16 ? CV_16U : CV_64F;
    case Kind::Signed:
        return bits == 8    ? std::optional(CV_8S)
               : bits == 16 ? std::optional(CV_16S)
               : bits == 32 ? std::optional(CV_32S)
               : bits == 64 ? std::optional(CV_64F)
                            : std::nullopt;
    case Kind::Float:
        return bits == 16 || bits == 32 ? std::optional(CV_32F)
               : bits == 64             ? std::optional(CV_64F)
                                        : std::nullopt;
    }
    return std::nullopt;
}

double TiffSample::largest() const
{
    return kind == Kind::Unsigned ? std::ldexp(1.0, bits) - 1 : 0;
}

void unpackSamples(const TiffSample &sample, const unsigned char *line, std::int64_t count,
                   unsigned char *out, std::int64_t stride)
{
    using Kind = TiffSample::Kind;
    const int bits = sample.bits;
    if (sample.kind == Kind::Float) {
        if (bits == 16)
            return unpackHalfs(line, count, out, stride);
        return bits == 32 ? unpackWhole<float, float>(line, count, out, stride)
                          : unpackWhole<double, double>(line, count, out, stride);
    }
    if (sample.kind == Kind::Signed) {
        switch (bits) {
        case 8:
            return unpackWhole<std::int8_t, std::int8_t>(line, count, out, stride);
        case 16:
            return unpackWhole<std::int16_t, std::int16_t>(line, count, out, stride);
        case 32:
            return unpackWhole<std::int32_t, std::int32_t>(line, count, out, stride);
        default:
            return unpackWhole<std::int64_t, double>(line, count, out, stride);
        }
    }
    switch (bits) {
    case 8:
        return unpackWhole<std::uint8_t, std::uint8_t>(line, count, out, stride);
    case 16:
        return unpackWhole<std::uint16_t, std::uint16_t>(line, count, out, stride);
    case 32:
        return unpackWhole<std::uint32_t, double>(line, count, out, stride);
    case 64:
        return unpackWhole<std::uint64_t, double>(line, count, out, stride);
    default:
        if (bits < 8)
            return unpackBits<std::uint8_t>(bits, line, count, out, stride);
        if (bits < 16)
            return unpackBits<std::uint16_t>(bits, line, count, out, stride);
        return unpackBits<double>(bits, line, count, out, stride);
    }
}

namespace {

template <class Stored>
void invertEvery(cv::Mat &values, double largest)
{
    for (int y = 0; y < values.rows; ++y)
        for (int x = 0; x < values.cols; ++x) {
            Stored &value = values.ptr<Stored>(y)[std::int64_t{x} * values.channels()];
            value = static_cast<Stored>(largest - value);
        }
}

} // namespace

void invertFirst(cv::Mat &values, double largest)
{
    switch (values.depth()) {
    case CV_8U:
        return invertEvery<std::uint8_t>(values, largest);
    case CV_16U:
        return invertEvery<std::uint16_t>(values, largest);
    default:
        return invertEvery<double>(values, largest);
    }
}

} // namespace convscope
