// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/decode/decoders.h"

#include <new>

namespace convscope {

namespace {

template <class Stored>
void convertInks(const cv::Mat &inks, bool inverted, cv::Mat &colours)
{
    constexpr std::uint64_t kFull = std::numeric_limits<Stored>::max();
    const int channels = inks.channels();
    const auto light = [&](Stored ink) { return inverted ? std::uint64_t{ink} : kFull - ink; };
    for (int y = 0; y < inks.rows; ++y) {
        const auto *in = inks.ptr<Stored>(y);
        auto *out = colours.ptr<Stored>(y);
        for (int x = 0; x < inks.cols; ++x, in += channels) {
            for (int c = 0; c < 3; ++c)
                *out++ = static_cast<Stored>((light(in[c]) * light(in[3]) + kFull / 2) / kFull);
            for (int c = 4; c < channels; ++c)
                *out++ = in[c];
        }
    }
}

} // namespace

Failure brokenPicture(const std::string &title, std::string_view format, WordsValue reason)
{
    return fail(
        "file", {}, {},
        words("{file} is a broken {format} file: {reason}", title, format, std::move(reason)));
}

Failure unreadPicture(const std::string &title, std::string_view format, WordsValue reason)
{
    return fail("file", {}, {},
                words("{file} is a {format} file of a kind that cannot be read: {reason}", title,
                      format, std::move(reason)));
}

Result<cv::Mat> newPixels(std::int64_t rows, std::int64_t columns, int type,
                          const std::string &title)
{
    try {
        return cv::Mat(static_cast<int>(rows), static_cast<int>(columns), type);
    } catch (const cv::Exception &) {
        return fail("memory", {}, {}, words("{file} does not fit into memory", title));
    } catch (const std::bad_alloc &) {
        return fail("memory", {}, {}, words("{file} does not fit into memory", title));
    }
}

Result<cv::Mat> rgbOfInks(const cv::Mat &inks, bool inverted, const std::string &title)
{
    auto colours =
        newPixels(inks.rows, inks.cols, CV_MAKETYPE(inks.depth(), inks.channels() - 1), title);
    if (!colours)
        return colours;
    if (inks.depth() == CV_8U)
        convertInks<unsigned char>(inks, inverted, *colours);
    else
        convertInks<unsigned short>(inks, inverted, *colours);
    return colours;
}

} // namespace convscope
