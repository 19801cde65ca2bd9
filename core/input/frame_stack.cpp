// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/frame_stack.h"

#include "base/check.h"

#include <algorithm>

namespace convscope {

namespace {

Words word(FrameKind kind)
{
    switch (kind) {
    case FrameKind::Frame:
        return words("frame");
    case FrameKind::Page:
        return words("page");
    case FrameKind::Picture:
        return words("picture");
    }
    return {};
}

Words counted(FrameKind kind, std::int64_t count)
{
    switch (kind) {
    case FrameKind::Frame:
        return count == 1 ? words("1 frame") : words("{count} frames", count);
    case FrameKind::Page:
        return count == 1 ? words("1 page") : words("{count} pages", count);
    case FrameKind::Picture:
        return count == 1 ? words("1 picture") : words("{count} pictures", count);
    }
    return {};
}

} // namespace

Words firstOf(FrameKind kind, std::int64_t read, std::int64_t all)
{
    return read == 1 ? words("the first of {all}", counted(kind, all))
                     : words("the first {read} of {all}", read, counted(kind, all));
}

Words numbered(FrameKind kind, std::int64_t number)
{
    return words("{part} {number}", word(kind), number);
}

FrameStack::FrameStack(std::string title, FrameKind kind) : m_title(std::move(title)), m_kind(kind)
{
}

Result<void> FrameStack::add(Pixels frame, const Words &name)
{
    const cv::Mat &values = frame.values;
    if (!m_frames.empty()) {
        const cv::Mat &first = m_frames.front();
        if (values.size() == first.size() && values.type() == first.type() &&
            frame.white != m_white)
            return fail("input", {}, {},
                        words("{input}: {part} has the white {white}, the first {kind} "
                              "{first_white}; a volume needs equal ones",
                              m_title, name, frame.white, word(m_kind), m_white));
        if (values.size() != first.size() || values.type() != first.type())
            return fail("input", {}, {},
                        words("{input}: {part} is {rows} × {columns} × {channels} of {bytes}-byte "
                              "values, the first {kind} is {first_rows} × {first_columns} × "
                              "{first_channels} of {first_bytes}-byte values; a volume needs equal "
                              "ones",
                              m_title, name, values.rows, values.cols, values.channels(),
                              values.elemSize1(), word(m_kind), first.rows, first.cols,
                              first.channels(), first.elemSize1()));
    }
    m_white = frame.white;
    m_hasAlpha = m_hasAlpha || frame.hasAlpha;
    const double cells = double(values.total()) * values.channels();
    m_bytes += cells * double(values.elemSize1());
    // What is stored so far is allocated already; all of it will be needed again as floats.
    const double ahead = cells * 4 * double(count() + 1);
    constexpr std::int64_t kFramesPerCheck = 8;
    if (count() % kFramesPerCheck == 0 && ahead > double(availableMemory()))
        return fail("memory", {}, {},
                    words("{input}: {parts} of {rows} × {columns} × {channels} need {needed} MiB "
                          "as floats, more than is free; read fewer of them",
                          m_title, counted(m_kind, count() + 1), values.rows, values.cols,
                          values.channels(), static_cast<std::int64_t>(ahead) >> 20));
    for (Words &note : frame.notes)
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
    input.title = words("{file}, {parts}", m_title, counted(m_kind, count()));
    input.scaling = scalingText(first.depth(), m_white, options.scaling);
    input.notes = m_notes;
    input.hasAlpha = m_hasAlpha;
    if (options.scaling == ValueScaling::PicturesAsStored)
        input.white = whiteOf(first.depth(), m_white);
    input.channelNames = usualChannelNames(first.channels());
    return input;
}

Result<std::int64_t> chosenFrame(const InputOptions &options, std::int64_t count, FrameKind kind,
                                 const std::string &title)
{
    const std::int64_t frame = options.frame.value_or(0);
    if (frame < 0 || frame >= count)
        return fail("input", "frame", std::to_string(frame),
                    words("{input}: expected a {kind} from 0 to {last}, received {received}.",
                          title, word(kind), count - 1, frame));
    return frame;
}

Words chosenNote(std::int64_t frame, std::int64_t count, FrameKind kind)
{
    if (frame == 0)
        return firstOf(kind, 1, count);
    return words("{part} of {all}, counted from 0", numbered(kind, frame), counted(kind, count));
}

} // namespace convscope
