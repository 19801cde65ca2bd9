// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "input/input.h"
#include "input/pixels.h"

namespace convscope {

/// What a volume's slices are in their file.
enum class FrameKind
{
    Frame,
    Page,
    Picture
};

/// "the first 3 of 8 pages", "the first of 8 pages" for one.
[[nodiscard]] Words firstOf(FrameKind kind, std::int64_t read, std::int64_t all);
/// "page 3".
[[nodiscard]] Words numbered(FrameKind kind, std::int64_t number);

/// Gathers frames, pages or pictures of one size, depth and number of channels into a volume. Keeps
/// them as stored, a quarter of the floats' memory, until all are known.
class FrameStack
{
public:
    /// `title` begins messages.
    FrameStack(std::string title, FrameKind kind);

    /// Takes over the values; `name` is said where the frame does not fit the first. Errors:
    /// "input", "memory".
    [[nodiscard]] Result<void> add(Pixels frame, const Words &name);
    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(m_frames.size()); }

    /// A volume (1, frames, rows, columns, channels), at least one frame. Titled "clip.avi, 30
    /// frames".
    [[nodiscard]] Result<Input> volume(const InputOptions &options);

private:
    std::string m_title;
    FrameKind m_kind;
    std::vector<cv::Mat> m_frames;
    std::vector<Words> m_notes;
    bool m_hasAlpha = false;
    double m_white = 0;
    double m_bytes = 0;
};

/// The one of `count` frames that is read where a model takes one, from 0. Error "input": there is
/// no such frame.
[[nodiscard]] Result<std::int64_t> chosenFrame(const InputOptions &options, std::int64_t count,
                                               FrameKind kind, const std::string &title);
/// "the first of 5 pages", "page 3 of 5 pages, counted from 0".
[[nodiscard]] Words chosenNote(std::int64_t frame, std::int64_t count, FrameKind kind);

} // namespace convscope
