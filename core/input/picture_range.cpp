// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/picture_range.h"

#include "base/check.h"
#include "input/range_line.h"
#include "kernels/parallel.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

constexpr std::array<std::string_view, 6> kNames{"auto",   "0..1",  "-1..1",
                                                 "0..255", "caffe", "torch"};

struct Family
{
    std::string_view name; ///< lower case, without _ and -
    PictureRange range;
};

/// Source: the preprocess_input functions of keras.applications 2.4 to 3. The first that fits is
/// taken. Those of 0..255 rescale inside.
constexpr std::array kFamilies{Family{"resnetrs", PictureRange::ZeroTo255},
                               Family{"resnet50v2", PictureRange::MinusOneToOne},
                               Family{"resnet101v2", PictureRange::MinusOneToOne},
                               Family{"resnet152v2", PictureRange::MinusOneToOne},
                               Family{"resnet", PictureRange::Caffe},
                               Family{"vgg", PictureRange::Caffe},
                               Family{"inception", PictureRange::MinusOneToOne},
                               Family{"xception", PictureRange::MinusOneToOne},
                               Family{"mobilenetv3", PictureRange::ZeroTo255},
                               Family{"mobilenet", PictureRange::MinusOneToOne},
                               Family{"nasnet", PictureRange::MinusOneToOne},
                               Family{"densenet", PictureRange::Torch},
                               Family{"efficientnet", PictureRange::ZeroTo255},
                               Family{"convnext", PictureRange::ZeroTo255},
                               Family{"regnet", PictureRange::ZeroTo255}};

// Of red, green and blue.
constexpr std::array<float, 3> kCaffeMean{123.68F, 116.779F, 103.939F};
constexpr std::array<float, 3> kTorchMean{0.485F, 0.456F, 0.406F};
constexpr std::array<float, 3> kTorchDeviation{0.229F, 0.224F, 0.225F};

bool needsColours(PictureRange range)
{
    return range == PictureRange::Caffe || range == PictureRange::Torch;
}

/// One pixel; `white` is the stored number that stands for 1.
void convert(const float *in, std::int64_t channels, PictureRange range, float white, float *out)
{
    for (std::int64_t c = 0; c < channels; ++c) {
        const auto i = static_cast<std::size_t>(c);
        // 8-bit pictures are 0 to 255 as they are; 65535 ÷ 255 is whole.
        const float of255 = white >= 255.0F ? in[c] / (white / 255.0F) : in[c] * (255.0F / white);
        switch (range) {
        case PictureRange::MinusOneToOne:
            out[c] = of255 / 127.5F - 1.0F;
            break;
        case PictureRange::ZeroTo255:
            out[c] = of255;
            break;
        case PictureRange::Caffe:
            out[2 - c] = of255 - kCaffeMean[i];
            break;
        case PictureRange::Torch:
            out[c] = (of255 / 255.0F - kTorchMean[i]) / kTorchDeviation[i];
            break;
        case PictureRange::Auto:
        case PictureRange::ZeroToOne:
            out[c] = in[c] / white;
            break;
        }
    }
}

Words rangeWords(PictureRange range)
{
    switch (range) {
    case PictureRange::MinusOneToOne:
        return words("−1 to 1");
    case PictureRange::ZeroTo255:
        return words("0 to 255");
    case PictureRange::Caffe:
        return words("0 to 255 less ImageNet's mean, blue first (caffe)");
    case PictureRange::Torch:
        return words("0 to 1 by ImageNet's mean and deviation (torch)");
    case PictureRange::Auto:
    case PictureRange::ZeroToOne:
        break;
    }
    return words("0 to 1");
}

} // namespace

std::optional<PictureRange> pictureRangeNamed(std::string_view word)
{
    const auto found = std::ranges::find(kNames, word);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<PictureRange>(found - kNames.begin());
}

std::string_view nameOf(PictureRange range)
{
    return kNames[static_cast<std::size_t>(range)];
}

PictureRange automaticRange(std::string_view modelName, bool firstLayersRescale)
{
    if (firstLayersRescale)
        return PictureRange::ZeroTo255;
    std::string name;
    for (const char letter : modelName)
        if (letter != '_' && letter != '-')
            name += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    for (const Family &family : kFamilies)
        if (name.starts_with(family.name))
            return family.range;
    return PictureRange::ZeroToOne;
}

std::vector<RangeStep> rangeLine(PictureRange range, std::int64_t channel, double white)
{
    std::vector<RangeStep> line;
    if (white <= 0)
        return line;
    const auto c = static_cast<std::size_t>(std::clamp<std::int64_t>(channel, 0, 2));
    const bool isFrom0To1 = range == PictureRange::ZeroToOne || range == PictureRange::Torch;
    if (isFrom0To1 && white != 1)
        line.push_back({'/', white});
    if (!isFrom0To1 && white > 255)
        line.push_back({'/', white / 255});
    if (!isFrom0To1 && white < 255)
        line.push_back({'*', 255 / white});
    if (range == PictureRange::MinusOneToOne) {
        line.push_back({'/', 127.5});
        line.push_back({'-', 1});
    } else if (range == PictureRange::Caffe) {
        line.push_back({'-', double(kCaffeMean[c])});
    } else if (range == PictureRange::Torch) {
        line.push_back({'-', double(kTorchMean[c])});
        line.push_back({'/', double(kTorchDeviation[c])});
    }
    return line;
}

std::array<std::optional<RangeFigures>, 5> rangeFigures(const Input &input)
{
    std::array<std::optional<RangeFigures>, 5> all;
    if (input.white <= 0 || input.tensor.size() == 0)
        return all;
    const auto channels = static_cast<std::size_t>(input.tensor.extent(-1));
    struct Channel
    {
        float minimum = std::numeric_limits<float>::infinity();
        float maximum = -std::numeric_limits<float>::infinity();
        double sum = 0;
        std::int64_t count = 0;
    };
    std::vector<Channel> stored(channels);
    std::size_t c = 0;
    for (const float value : input.tensor.values()) {
        Channel &channel = stored[c];
        c = c + 1 == channels ? 0 : c + 1;
        if (!std::isfinite(value))
            continue;
        channel.minimum = std::min(channel.minimum, value);
        channel.maximum = std::max(channel.maximum, value);
        channel.sum += double(value);
        ++channel.count;
    }
    // Every range is a straight line in each channel.
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto range = static_cast<PictureRange>(i + 1);
        if (needsColours(range) && channels != 3)
            continue;
        RangeFigures figures{std::numeric_limits<double>::infinity(),
                             -std::numeric_limits<double>::infinity(), 0};
        std::int64_t count = 0;
        for (std::size_t k = 0; k < channels; ++k) {
            const Channel &channel = stored[k];
            if (channel.count == 0)
                continue;
            const auto at = [&](double value) {
                std::array<float, 3> pixel{};
                std::array<float, 3> result{};
                const std::size_t place = needsColours(range) ? k : 0;
                pixel[place] = static_cast<float>(value);
                convert(pixel.data(), needsColours(range) ? 3 : 1, range,
                        static_cast<float>(input.white), result.data());
                return double(result[range == PictureRange::Caffe ? 2 - place : place]);
            };
            figures.minimum = std::min(figures.minimum, at(double(channel.minimum)));
            figures.maximum = std::max(figures.maximum, at(double(channel.maximum)));
            figures.mean += at(channel.sum / double(channel.count)) * double(channel.count);
            count += channel.count;
        }
        if (count == 0)
            continue;
        figures.mean /= double(count);
        all[i] = figures;
    }
    return all;
}

Result<Input> inRange(Input input, PictureRange range, PictureRange automatic)
{
    if (input.white <= 0)
        return input;
    const std::int64_t channels = input.tensor.extent(-1);
    const bool isAutomatic = range == PictureRange::Auto;
    PictureRange taken = isAutomatic ? automatic : range;
    if (needsColours(taken) && channels != 3) {
        if (!isAutomatic)
            return fail("input", "values", fmt::format("\"{}\"", nameOf(range)),
                        words("--values {range} is for three channels, {input} has {channels}.",
                              nameOf(range), input.title, channels));
        taken = PictureRange::ZeroToOne;
    }
    auto buffer = TensorBuffer::allocate(input.tensor.extents(), input.title.text());
    if (!buffer)
        return fail(buffer.error());
    const auto white = static_cast<float>(input.white);
    const std::int64_t pixels = input.tensor.size() / std::max<std::int64_t>(channels, 1);
    const float *in = input.tensor.data();
    float *out = buffer->data();
    constexpr std::int64_t kPart = 1 << 14;
    const bool done = parallelFor((pixels + kPart - 1) / kPart, {}, [&](std::int64_t part) {
        const std::int64_t end = std::min(pixels, (part + 1) * kPart);
        for (std::int64_t i = part * kPart; i < end; ++i)
            convert(in + i * channels, channels, taken, white, out + i * channels);
    });
    check(done, "nobody to stop it");
    input.tensor = Tensor(std::move(*buffer));
    input.scaling = rangeWords(taken);
    if (taken == PictureRange::Caffe)
        std::ranges::reverse(input.channelNames);
    // From now on these are numbers, not a picture's values.
    input.white = 0;
    input.notes.push_back(isAutomatic
                              ? words("values {range}, as the model suggests", input.scaling)
                              : words("values {range}", input.scaling));
    return input;
}

} // namespace convscope
