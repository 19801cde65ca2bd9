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

Result<Pixels> decodePage(std::span<const unsigned char> bytes, const PictureHeader &header,
                          const std::string &title, int page)
{
    if (header.format != "WebP")
        return decodeTiff(TiffFile(bytes), title, page);
    auto frames = decodeWebpFrames(bytes, title, page + 1);
    if (!frames)
        return fail(frames.error());
    if (frames->empty())
        return brokenPicture(title, header.format, words("it has fewer frames than it states"));
    return std::move(frames->back());
}

/// The first `wanted` pages or frames, one after another.
Result<void> gather(FrameStack &stack, const PictureHeader &header,
                    std::span<const unsigned char> bytes, const std::string &title, int wanted,
                    Alpha alpha)
{
    const auto add = [&](Pixels pixels) {
        settleAlpha(pixels, alpha);
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

/// For a model that takes one picture.
Result<Input> readOnePage(const std::string &title, std::span<const unsigned char> bytes,
                          const PictureHeader &header, const InputOptions &options)
{
    const FrameKind kind = kindOf(header);
    const auto page = chosenFrame(options, header.pages, kind, title);
    if (!page)
        return fail(page.error());
    Result<Input> input;
    if (*page == 0) {
        input = decodePicture(bytes, title, options);
    } else {
        if (!header.damage.isEmpty())
            return brokenPicture(title, header.format, header.damage);
        if (const auto fits = checkSize(header, title, 1); !fits)
            return fail(fits.error());
        auto pixels = decodePage(bytes, header, title, static_cast<int>(*page));
        if (!pixels)
            return fail(pixels.error());
        settleAlpha(*pixels, options.alpha);
        turnUpright(*pixels, header.orientation);
        input = pictureInput(std::move(*pixels), title, options);
    }
    if (input) {
        input->notes.push_back(chosenNote(*page, header.pages, kind));
        input->frameCount = header.pages;
    }
    return input;
}

} // namespace

Result<Input> readPages(const std::string &title, std::span<const unsigned char> bytes,
                        const PictureHeader &header, const InputOptions &options)
{
    const FrameKind kind = kindOf(header);
    if (options.spatialRank.value_or(3) != 3)
        return readOnePage(title, bytes, header, options);
    const int wanted =
        options.maxSlices > 0
            ? static_cast<int>(std::min<std::int64_t>(options.maxSlices, header.pages))
            : header.pages;
    if (!header.damage.isEmpty())
        return brokenPicture(title, header.format, header.damage);
    if (const auto fits = checkSize(header, title, wanted); !fits)
        return fail(fits.error());
    FrameStack stack(title, kind);
    if (const auto gathered = gather(stack, header, bytes, title, wanted, options.alpha); !gathered)
        return fail(gathered.error());
    auto input = stack.volume(options);
    if (input && wanted < header.pages)
        input->notes.push_back(firstOf(kind, wanted, header.pages));
    return input;
}

} // namespace convscope
