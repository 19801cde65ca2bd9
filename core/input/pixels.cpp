// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/pixels.h"

#include "base/check.h"
#include "kernels/parallel.h"

#include <array>

namespace convscope {

namespace {

/// A stored number as a float between 0 and 1 where its type has an end, else as it is.
template <class Stored>
float unit(Stored value)
{
    if constexpr (std::is_same_v<Stored, unsigned char>)
        return float(value) / 255.0F;
    else if constexpr (std::is_same_v<Stored, unsigned short>)
        return float(value) / 65535.0F;
    else
        return static_cast<float>(value);
}

template <class Stored>
float scaledValue(Stored value, ValueScaling scaling)
{
    switch (scaling) {
    case ValueScaling::ZeroToOne:
        break;
    case ValueScaling::AsStored:
        return static_cast<float>(value);
    case ValueScaling::MinusOneToOne:
        return 2.0F * unit(value) - 1.0F;
    }
    return unit(value);
}

/// OpenCV's blue, green, red of colour pictures to red, green, blue.
int storedChannel(int channel, int channels)
{
    return channels >= 3 && channel < 3 ? 2 - channel : channel;
}

template <class Stored, class Convert>
void writeRows(const cv::Mat &values, const Convert &convert, float *out)
{
    const int channels = values.channels();
    const std::int64_t rowFloats = std::int64_t{values.cols} * channels;
    const bool done = parallelFor(values.rows, {}, [&](std::int64_t row) {
        const auto *in = values.ptr<Stored>(static_cast<int>(row));
        float *to = out + row * rowFloats;
        for (int x = 0; x < values.cols; ++x, in += channels)
            for (int c = 0; c < channels; ++c)
                *to++ = convert(in[storedChannel(c, channels)]);
    });
    check(done, "nobody to stop it");
}

template <class Stored>
void write(const cv::Mat &values, ValueScaling scaling, float *out)
{
    if constexpr (std::is_same_v<Stored, unsigned char>) {
        std::array<float, 256> table{};
        for (unsigned i = 0; i < 256; ++i)
            table[i] = scaledValue(static_cast<unsigned char>(i), scaling);
        writeRows<Stored>(
            values, [&](unsigned char value) { return table[value]; }, out);
    } else {
        writeRows<Stored>(
            values, [&](Stored value) { return scaledValue(value, scaling); }, out);
    }
}

} // namespace

void writeValues(const cv::Mat &values, ValueScaling scaling, float *out)
{
    switch (values.depth()) {
    case CV_8U:
        return write<unsigned char>(values, scaling, out);
    case CV_8S:
        return write<signed char>(values, scaling, out);
    case CV_16U:
        return write<unsigned short>(values, scaling, out);
    case CV_16S:
        return write<short>(values, scaling, out);
    case CV_32S:
        return write<int>(values, scaling, out);
    case CV_32F:
        return write<float>(values, scaling, out);
    case CV_64F:
        return write<double>(values, scaling, out);
    default: {
        cv::Mat floats; // 16-bit floats
        values.convertTo(floats, CV_32F);
        return write<float>(floats, scaling, out);
    }
    }
}

std::string scalingText(int depth, ValueScaling scaling)
{
    const bool isUnsigned = depth == CV_8U || depth == CV_16U;
    switch (scaling) {
    case ValueScaling::ZeroToOne:
        return isUnsigned ? "0 to 1" : "as stored";
    case ValueScaling::AsStored:
        return depth == CV_8U    ? "as stored, 0 to 255"
               : depth == CV_16U ? "as stored, 0 to 65535"
                                 : "as stored";
    case ValueScaling::MinusOneToOne:
        return isUnsigned ? "−1 to 1" : "2 · stored − 1";
    }
    return {};
}

std::vector<std::string> usualChannelNames(int channels)
{
    switch (channels) {
    case 1:
        return {"grey"};
    case 3:
        return {"red", "green", "blue"};
    case 4:
        return {"red", "green", "blue", "alpha"};
    default:
        return {};
    }
}

} // namespace convscope
