// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/load_model.h"

#include <algorithm>
#include <cstdint>

namespace convscope {

/// Counts the bytes of a file as they are read, tells LoadOptions their share, and hears whether to
/// stop. The options must outlive it.
class ReadCount
{
public:
    /// Of `total` bytes, which is at least what is read (a file also holds what is not).
    ReadCount(const LoadOptions &options, std::uint64_t total) : m_options(options), m_total(total)
    {
    }
    /// So many more; false: stop.
    bool operator()(std::uint64_t bytes)
    {
        m_done += bytes;
        if (m_options.onProgress)
            m_options.onProgress(
                std::min(1.0, static_cast<double>(m_done) /
                                  static_cast<double>(std::max<std::uint64_t>(m_total, 1))));
        return !m_options.stop.stop_requested();
    }
    /// Everything is read, whatever the count says.
    void finish() const
    {
        if (m_options.onProgress)
            m_options.onProgress(1);
    }

private:
    const LoadOptions &m_options;
    std::uint64_t m_total;
    std::uint64_t m_done = 0;
};

} // namespace convscope
