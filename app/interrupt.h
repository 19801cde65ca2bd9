// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "output_files.h"

#include <atomic>
#include <stop_token>
#include <thread>

#include <csignal>

namespace convscope {

/// Ctrl-C and SIGTERM while it lives: asks for a stop, and where the work has not ended 80 ms later
/// (it may be reading a file, which no token reaches), removes unfinished outputs and exits with
/// 130. Make it before any other thread exists: the signals are blocked and taken by a thread of
/// its own, so nothing here runs inside a signal handler.
class Interrupt
{
public:
    explicit Interrupt(OutputFiles &outputs);
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;
    ~Interrupt();

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    void watch();

    OutputFiles &m_outputs;
    sigset_t m_signals{};
    sigset_t m_previous{};
    std::stop_source m_stop;
    std::atomic<bool> m_ended = false;
    std::thread m_watcher;
};

} // namespace convscope
