// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/pixels.h"

#include "base/check.h"
#include "kernels/parallel.h"

#include <array>

namespace convscope {

namespace {

template <class Stored>
float scaledValue(Stored value, float white, ValueScaling scaling)
{
    const auto stored = static_cast<float>(value);
    switch (scaling) {
    case ValueScaling::ZeroToOne:
        break;
    case ValueScaling::AsStored:
    case ValueScaling::PicturesAsStored:
        return stored;
    case ValueScaling::MinusOneToOne:
        return 2.0F * (stored / white) - 1.0F;
    }
    return stored / white;
}

template <class Stored, class Convert>
void writeRows(const cv::Mat &values, const Convert &convert, float *out)
{
    const std::int64_t rowFloats = std::int64_t{values.cols} * values.channels();
    const bool done = parallelFor(values.rows, {}, [&](std::int64_t row) {
        const auto *in = values.ptr<Stored>(static_cast<int>(row));
        float *to = out + row * rowFloats;
        for (std::int64_t i = 0; i < rowFloats; ++i)
            to[i] = convert(in[i]);
    });
    check(done, "nobody to stop it");
}

template <class Stored>
void write(const cv::Mat &values, double stated, ValueScaling scaling, float *out)
{
    const auto white = static_cast<float>(whiteOf(values.depth(), stated));
    if constexpr (std::is_same_v<Stored, unsigned char>) {
        std::array<float, 256> table{};
        for (unsigned i = 0; i < 256; ++i)
            table[i] = scaledValue(static_cast<unsigned char>(i), white, scaling);
        writeRows<Stored>(
            values, [&](unsigned char value) { return table[value]; }, out);
    } else {
        writeRows<Stored>(
            values, [&](Stored value) { return scaledValue(value, white, scaling); }, out);
    }
}

} // namespace

double whiteOf(int depth, double white)
{
    if (white > 0)
        return white;
    return depth == CV_8U ? 255 : depth == CV_16U ? 65535 : 1;
}

void writeValues(const cv::Mat &values, double white, ValueScaling scaling, float *out)
{
    switch (values.depth()) {
    case CV_8U:
        return write<unsigned char>(values, white, scaling, out);
    case CV_8S:
        return write<signed char>(values, white, scaling, out);
    case CV_16U:
        return write<unsigned short>(values, white, scaling, out);
    case CV_16S:
        return write<short>(values, white, scaling, out);
    case CV_32S:
        return write<int>(values, white, scaling, out);
    case CV_32F:
        return write<float>(values, white, scaling, out);
    case CV_64F:
        return write<double>(values, white, scaling, out);
    default: {
        cv::Mat floats; // 16-bit floats
        values.convertTo(floats, CV_32F);
        return write<float>(floats, white, scaling, out);
    }
    }
}

Words scalingText(int depth, double white, ValueScaling scaling)
{
    const bool hasEnd = white > 0 || depth == CV_8U || depth == CV_16U;
    switch (scaling) {
    case ValueScaling::ZeroToOne:
        return hasEnd ? words("0 to 1") : words("as stored");
    case ValueScaling::AsStored:
    case ValueScaling::PicturesAsStored:
        return hasEnd ? words("as stored, 0 to {white}",
                              static_cast<std::int64_t>(whiteOf(depth, white)))
                      : words("as stored");
    case ValueScaling::MinusOneToOne:
        return hasEnd ? words("−1 to 1") : words("2 · stored − 1");
    }
    return {};
}

std::vector<Words> usualChannelNames(int channels)
{
    switch (channels) {
    case 1:
        return {words("grey")};
    case 3:
        return {words("red"), words("green"), words("blue")};
    case 4:
        return {words("red"), words("green"), words("blue"), words("alpha")};
    default:
        return {};
    }
}

} // namespace convscope
