// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/quiet_decoders.h"

#include <opencv2/core/utils/logger.hpp>

#include <iostream>
#include <streambuf>

namespace convscope {

namespace {

/// How many QuietDecoders of this thread live.
thread_local int quietness = 0;

/// Hands on what other threads write. (std::cerr keeps nothing back, so it comes in the thread that
/// wrote it.)
class Filter : public std::streambuf
{
public:
    explicit Filter(std::streambuf *behind) : m_behind(behind) {}

protected:
    int_type overflow(int_type letter) override
    {
        return quietness > 0 ? traits_type::not_eof(letter)
                             : m_behind->sputc(traits_type::to_char_type(letter));
    }
    std::streamsize xsputn(const char *text, std::streamsize count) override
    {
        return quietness > 0 ? count : m_behind->sputn(text, count);
    }
    int sync() override { return quietness > 0 ? 0 : m_behind->pubsync(); }

private:
    std::streambuf *m_behind;
};

void install()
{
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    // Lives as long as std::cerr, which is never destroyed.
    static auto *const filter = new Filter(std::cerr.rdbuf());
    std::cerr.rdbuf(filter);
}

} // namespace

QuietDecoders::QuietDecoders()
{
    static const bool isInstalled = (install(), true);
    static_cast<void>(isInstalled);
    ++quietness;
}

QuietDecoders::~QuietDecoders()
{
    --quietness;
}

} // namespace convscope
