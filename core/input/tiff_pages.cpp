// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/frame_stack.h"
#include "input/picture_input.h"
#include "input/quiet_decoders.h"
#include "input/source_name.h"
#include "input/volume_sources.h"

#include "base/concat.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>

namespace convscope {

Result<Input> readPages(const std::string &path, std::span<const unsigned char> bytes, int pages,
                        const InputOptions &options)
{
    const std::string title = fileName(path);
    if (options.spatialRank.value_or(3) != 3) {
        auto input = decodePicture(bytes, title, options);
        if (input)
            input->notes.push_back(concat("the first of ", pages, " pages"));
        return input;
    }
    const auto header = readPictureHeader(bytes);
    const std::int64_t wanted =
        options.maxSlices > 0 ? std::min<std::int64_t>(options.maxSlices, pages) : pages;
    if (header && !header->damage.empty())
        return fail("file", {}, {}, concat(title, " is a broken TIFF file: ", header->damage));
    if (header)
        if (const auto fits = checkSize(*header, title, wanted); !fits)
            return fail(fits.error());
    std::vector<cv::Mat> decoded;
    quietDecoders();
    try {
        // Decodes several pages only from a path, not from memory.
        cv::imreadmulti(path, decoded, 0, static_cast<int>(wanted), cv::IMREAD_UNCHANGED);
    } catch (const cv::Exception &exception) {
        return fail("file", {}, {}, concat(title, " is a broken TIFF file: ", exception.err));
    }
    if (static_cast<std::int64_t>(decoded.size()) < wanted)
        return fail("file", {}, {},
                    concat(title, " is a broken TIFF file: page ", decoded.size() + 1, " of ",
                           pages, " cannot be decoded"));
    FrameStack stack(title, "page");
    for (cv::Mat &page : decoded) {
        Pixels pixels{page, {}};
        settleAlpha(pixels, options.keepAlpha);
        if (const auto added = stack.add(std::move(pixels), concat("page ", stack.count() + 1));
            !added)
            return fail(added.error());
    }
    auto input = stack.volume(options);
    if (input && wanted < pages)
        input->notes.push_back(concat("the first ", wanted, " of ", pages, " pages"));
    return input;
}

} // namespace convscope
