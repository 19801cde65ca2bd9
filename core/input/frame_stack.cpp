// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/frame_stack.h"

#include "base/check.h"
#include "base/concat.h"

#include <algorithm>

namespace convscope {

FrameStack::FrameStack(std::string title, std::string frameWord)
    : m_title(std::move(title)), m_word(std::move(frameWord))
{
}

Result<void> FrameStack::add(Pixels frame, const std::string &name)
{
    const cv::Mat &values = frame.values;
    if (!m_frames.empty()) {
        const cv::Mat &first = m_frames.front();
        if (values.size() == first.size() && values.type() == first.type() &&
            frame.white != m_white)
            return fail("input", {}, {},
                        concat(m_title, ": ", name, " has the white ", frame.white, ", the first ",
                               m_word, ' ', m_white, "; a volume needs equal ones"));
        if (values.size() != first.size() || values.type() != first.type())
            return fail("input", {}, {},
                        concat(m_title, ": ", name, " is ", values.rows, " × ", values.cols, " × ",
                               values.channels(), " of ", values.elemSize1(),
                               "-byte values, the first ", m_word, " is ", first.rows, " × ",
                               first.cols, " × ", first.channels(), " of ", first.elemSize1(),
                               "-byte values; a volume needs equal ones"));
    }
    m_white = frame.white;
    const double cells = double(values.total()) * values.channels();
    m_bytes += cells * double(values.elemSize1());
    // What is stored so far is allocated already; all of it will be needed again as floats.
    const double ahead = cells * 4 * double(count() + 1);
    constexpr std::int64_t kFramesPerCheck = 8;
    if (count() % kFramesPerCheck == 0 && ahead > double(availableMemory()))
        return fail("memory", {}, {},
                    concat(m_title, ": ", count() + 1, " ", m_word, "s of ", values.rows, " × ",
                           values.cols, " × ", values.channels(), " need ",
                           static_cast<std::int64_t>(ahead) >> 20,
                           " MiB as floats, more than is free; read fewer of them"));
    for (std::string &note : frame.notes)
        if (std::ranges::find(m_notes, note) == m_notes.end())
            m_notes.push_back(std::move(note));
    m_frames.push_back(frame.values);
    return {};
}

Result<Input> FrameStack::volume(const InputOptions &options)
{
    check(!m_frames.empty(), "at least one frame");
    const cv::Mat &first = m_frames.front();
    auto buffer =
        TensorBuffer::allocate({1, count(), first.rows, first.cols, first.channels()}, m_title);
    if (!buffer)
        return fail(buffer.error());
    const std::size_t frameFloats = first.total() * static_cast<std::size_t>(first.channels());
    float *out = buffer->data();
    for (const cv::Mat &frame : m_frames) {
        writeValues(frame, m_white, options.scaling, out);
        out += frameFloats;
    }
    Input input;
    input.tensor = Tensor(std::move(*buffer));
    input.title = concat(m_title, ", ", count(), " ", m_word, count() == 1 ? "" : "s");
    input.scaling = scalingText(first.depth(), m_white, options.scaling);
    input.notes = m_notes;
    if (options.scaling == ValueScaling::PicturesAsStored)
        input.white = whiteOf(first.depth(), m_white);
    input.channelNames = usualChannelNames(first.channels());
    return input;
}

} // namespace convscope
