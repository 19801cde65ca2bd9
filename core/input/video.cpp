// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/frame_stack.h"
#include "input/picture_input.h"
#include "input/quiet_decoders.h"
#include "input/source_name.h"
#include "input/volume_sources.h"

#include <opencv2/videoio.hpp>
#include <opencv2/videoio/registry.hpp>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Frames that the file announces; 0 where it does not.
std::int64_t announcedFrames(const cv::VideoCapture &video)
{
    const double frames = video.get(cv::CAP_PROP_FRAME_COUNT);
    return frames >= 1 && frames < 1e9 ? std::llround(frames) : 0;
}

/// Named one by one: the list that OpenCV tries by itself takes "film01.avi" for a series of
/// pictures too. Its own reader of AVI prints what it does not like, so it comes in only where
/// there is no other.
std::vector<int> backEnds()
{
    std::vector<int> found;
    for (const auto backEnd : {cv::CAP_FFMPEG, cv::CAP_GSTREAMER})
        if (cv::videoio_registry::hasBackend(backEnd))
            found.push_back(backEnd);
    if (found.empty())
        found.push_back(cv::CAP_OPENCV_MJPEG);
    return found;
}

/// A grey video is decoded as three equal channels: it stays a colour picture, as its file says.
Result<Input> readFrames(cv::VideoCapture &video, const std::string &title,
                         const InputOptions &options)
{
    const bool wantsOne = options.spatialRank.value_or(3) != 3;
    const std::int64_t announced = announcedFrames(video);
    const std::int64_t chosen = options.frame.value_or(0);
    const std::int64_t limit = wantsOne ? 0 : options.maxSlices;
    std::int64_t passed = 0;
    FrameStack stack(title, FrameKind::Frame);
    cv::Mat frame;
    while (limit == 0 || stack.count() < limit) {
        if (!video.read(frame) || frame.empty())
            break;
        if (wantsOne && passed < chosen) {
            ++passed;
            continue;
        }
        if (wantsOne) {
            auto input = pictureInput({redFirst(frame), {}}, title, options);
            if (input) {
                input->notes.push_back(chosen == 0 ? words("the first frame of the video")
                                                   : words("frame {frame} of the video", chosen));
                input->frameCount = std::max(announced, chosen + 1);
            }
            return input;
        }
        if (const auto added =
                stack.add({redFirst(frame), {}}, numbered(FrameKind::Frame, stack.count()));
            !added)
            return fail(added.error());
    }
    if (wantsOne && passed > 0)
        return fail(chosenFrame(options, passed, FrameKind::Frame, title).error());
    if (stack.count() == 0)
        return fail("file", {}, {},
                    words("{file} is a broken video: no frame can be decoded", title));
    auto input = stack.volume(options);
    if (input && announced > stack.count())
        input->notes.push_back(limit > 0 && stack.count() == limit
                                   ? words("the first {read} of {all} frames", limit, announced)
                                   : words("the file announces {stated} frames, {there} can be "
                                           "decoded",
                                           announced, stack.count()));
    return input;
}

} // namespace

Result<Input> readVideo(const std::string &path, const InputOptions &options)
{
    const std::string title = fileName(path);
    const QuietDecoders quiet;
    try {
        cv::VideoCapture video;
        for (const int backEnd : backEnds())
            if (video.open(path, backEnd))
                break;
        if (!video.isOpened())
            return fail("file", {}, {},
                        words("{file} cannot be opened as a video: broken, or coded in a way that "
                              "is not installed",
                              title));
        return readFrames(video, title, options);
    } catch (const cv::Exception &exception) {
        return fail("file", {}, {},
                    words("{file} is a broken video: {reason}", title, exception.err));
    }
}

} // namespace convscope
