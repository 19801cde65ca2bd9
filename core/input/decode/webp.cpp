// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/decode/decoders.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

namespace convscope {

namespace {

Failure broken(const std::string &title)
{
    return brokenPicture(title, "WebP", words("its data cannot be decoded"));
}

struct DeleteDecoder
{
    void operator()(WebPAnimDecoder *decoder) const { WebPAnimDecoderDelete(decoder); }
};

} // namespace

Result<Pixels> decodeWebp(std::span<const unsigned char> bytes, const std::string &title)
{
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(bytes.data(), bytes.size(), &features) != VP8_STATUS_OK)
        return broken(title);
    if (features.has_animation != 0) {
        auto frames = decodeWebpFrames(bytes, title, 1);
        if (!frames)
            return fail(frames.error());
        return std::move(frames->front());
    }
    const bool hasAlpha = features.has_alpha != 0;
    auto values = newPixels(features.height, features.width, hasAlpha ? CV_8UC4 : CV_8UC3, title);
    if (!values)
        return fail(values.error());
    const std::size_t size = values->total() * values->elemSize();
    const auto decode = hasAlpha ? WebPDecodeRGBAInto : WebPDecodeRGBInto;
    const auto stride = static_cast<int>(values->step);
    if (decode(bytes.data(), bytes.size(), values->data, size, stride) == nullptr)
        return broken(title);
    Pixels pixels{*values, {}};
    if (hasAlpha)
        pixels.alphaChannel = 3;
    return pixels;
}

Result<std::vector<Pixels>> decodeWebpFrames(std::span<const unsigned char> bytes,
                                             const std::string &title, int frames)
{
    const WebPData data{bytes.data(), bytes.size()};
    const std::unique_ptr<WebPAnimDecoder, DeleteDecoder> decoder(
        WebPAnimDecoderNew(&data, nullptr));
    WebPAnimInfo info;
    if (!decoder || WebPAnimDecoderGetInfo(decoder.get(), &info) == 0)
        return broken(title);
    std::vector<Pixels> decoded;
    while (static_cast<int>(decoded.size()) < frames) {
        std::uint8_t *canvas = nullptr;
        int milliseconds = 0;
        if (WebPAnimDecoderGetNext(decoder.get(), &canvas, &milliseconds) == 0)
            return broken(title);
        auto values = newPixels(info.canvas_height, info.canvas_width, CV_8UC4, title);
        if (!values)
            return fail(values.error());
        std::copy_n(canvas, values->total() * values->elemSize(), values->data);
        Pixels pixels{*values, {}};
        pixels.alphaChannel = 3;
        decoded.push_back(std::move(pixels));
    }
    return decoded;
}

} // namespace convscope
