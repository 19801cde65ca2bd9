// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/decode/decoders.h"
#include "input/decode/tiff_file.h"
#include "input/frame_stack.h"
#include "input/picture_input.h"
#include "input/volume_sources.h"

#include <algorithm>

namespace convscope {

namespace {

FrameKind kindOf(const PictureHeader &header)
{
    return header.format == "WebP" ? FrameKind::Frame : FrameKind::Page;
}

/// The first `wanted` pages or frames, one after another.
Result<void> gather(FrameStack &stack, const PictureHeader &header,
                    std::span<const unsigned char> bytes, const std::string &title, int wanted,
                    bool keepAlpha)
{
    const auto add = [&](Pixels pixels) {
        settleAlpha(pixels, keepAlpha);
        turnUpright(pixels, header.orientation);
        return stack.add(std::move(pixels), numbered(kindOf(header), stack.count() + 1));
    };
    if (header.format == "WebP") {
        auto frames = decodeWebpFrames(bytes, title, wanted);
        if (!frames)
            return fail(frames.error());
        for (Pixels &frame : *frames)
            if (auto added = add(std::move(frame)); !added)
                return added;
        return {};
    }
    const TiffFile file(bytes);
    for (int page = 0; page < wanted; ++page) {
        auto pixels = decodeTiff(file, title, page);
        if (!pixels)
            return fail(pixels.error());
        if (auto added = add(std::move(*pixels)); !added)
            return added;
    }
    return {};
}

} // namespace

Result<Input> readPages(const std::string &title, std::span<const unsigned char> bytes,
                        const PictureHeader &header, const InputOptions &options)
{
    const FrameKind kind = kindOf(header);
    if (options.spatialRank.value_or(3) != 3) {
        auto input = decodePicture(bytes, title, options);
        if (input)
            input->notes.push_back(firstOf(kind, 1, header.pages));
        return input;
    }
    const int wanted =
        options.maxSlices > 0
            ? static_cast<int>(std::min<std::int64_t>(options.maxSlices, header.pages))
            : header.pages;
    if (!header.damage.isEmpty())
        return brokenPicture(title, header.format, header.damage);
    if (const auto fits = checkSize(header, title, wanted); !fits)
        return fail(fits.error());
    FrameStack stack(title, kind);
    if (const auto gathered = gather(stack, header, bytes, title, wanted, options.keepAlpha);
        !gathered)
        return fail(gathered.error());
    auto input = stack.volume(options);
    if (input && wanted < header.pages)
        input->notes.push_back(firstOf(kind, wanted, header.pages));
    return input;
}

} // namespace convscope
