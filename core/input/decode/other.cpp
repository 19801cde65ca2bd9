// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/decode/decoders.h"

#include "input/quiet_decoders.h"

#include <opencv2/imgcodecs.hpp>

#include <new>

namespace convscope {

Result<Pixels> decodeOther(std::span<const unsigned char> bytes, const std::string &title)
{
    const QuietDecoders quiet;
    Pixels pixels;
    try {
        auto *data = const_cast<unsigned char *>(bytes.data()); // read only
        const cv::Mat raw(1, static_cast<int>(bytes.size()), CV_8U, data);
        pixels.values = redFirst(cv::imdecode(raw, cv::IMREAD_UNCHANGED));
    } catch (const cv::Exception &exception) {
        if (exception.code == cv::Error::StsNoMem)
            return fail("memory", {}, {}, words("{file} does not fit into memory", title));
    } catch (const std::bad_alloc &) {
        return fail("memory", {}, {}, words("{file} does not fit into memory", title));
    }
    if (pixels.values.channels() == 4)
        pixels.alphaChannel = 3;
    return pixels;
}

} // namespace convscope
