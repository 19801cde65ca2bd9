// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace convscope {

/// While it lives, what OpenCV writes to std::cerr in this thread is dropped: what is wrong with a
/// file is said by our own messages. Its log is off for good. Cheap, thread-safe, may be nested.
class QuietDecoders
{
public:
    QuietDecoders();
    QuietDecoders(const QuietDecoders &) = delete;
    QuietDecoders &operator=(const QuietDecoders &) = delete;
    ~QuietDecoders();
};

} // namespace convscope
