// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/decode/decoders.h"
#include "input/decode/tiff_file.h"
#include "input/frame_stack.h"
#include "input/picture_input.h"
#include "input/volume_sources.h"

#include "base/concat.h"

#include <algorithm>

namespace convscope {

namespace {

std::string_view pageWord(const PictureHeader &header)
{
    return header.format == "WebP" ? "frame" : "page";
}

/// The first `wanted` pages or frames, one after another.
Result<void> gather(FrameStack &stack, const PictureHeader &header,
                    std::span<const unsigned char> bytes, const std::string &title, int wanted,
                    bool keepAlpha)
{
    const auto add = [&](Pixels pixels) {
        settleAlpha(pixels, keepAlpha);
        turnUpright(pixels, header.orientation);
        return stack.add(std::move(pixels), concat(pageWord(header), ' ', stack.count() + 1));
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
    const std::string_view word = pageWord(header);
    if (options.spatialRank.value_or(3) != 3) {
        auto input = decodePicture(bytes, title, options);
        if (input)
            input->notes.push_back(concat("the first of ", header.pages, ' ', word, 's'));
        return input;
    }
    const int wanted =
        options.maxSlices > 0
            ? static_cast<int>(std::min<std::int64_t>(options.maxSlices, header.pages))
            : header.pages;
    if (!header.damage.empty())
        return brokenPicture(title, header.format, header.damage);
    if (const auto fits = checkSize(header, title, wanted); !fits)
        return fail(fits.error());
    FrameStack stack(title, std::string(word));
    if (const auto gathered = gather(stack, header, bytes, title, wanted, options.keepAlpha);
        !gathered)
        return fail(gathered.error());
    auto input = stack.volume(options);
    if (input && wanted < header.pages)
        input->notes.push_back(concat("the first ", wanted, " of ", header.pages, ' ', word, 's'));
    return input;
}

} // namespace convscope
