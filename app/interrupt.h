// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "output_files.h"

#include <atomic>
#include <stop_token>
#include <thread>
#include <vector>

#include <csignal>

namespace convscope {

/// Ctrl-C, SIGTERM and SIGHUP (unless it is ignored, as under nohup) while it lives: asks for a
/// stop, and where the work has not ended 50 ms later (it may be reading a file, which no token
/// reaches), removes unfinished outputs, reports what happened and exits with 130. With --json the
/// report is the document, unless the work is writing one by then: it may end. One at a time. The
/// handler only posts a semaphore, everything else is done by a thread of its own. (Blocking the
/// signals and waiting for them is not enough: libraries start threads before main, which take the
/// signals with their default action.)
class Interrupt
{
public:
    Interrupt(OutputFiles &outputs, bool json);
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;
    ~Interrupt();

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    void handle(int signal);
    void watch();
    void restoreHandlers();

    OutputFiles &m_outputs;
    bool m_json;
    std::stop_source m_stop;
    std::atomic<bool> m_ended = false;
    struct Previous
    {
        int signal = 0;
        struct sigaction action
        {
        };
    };
    std::vector<Previous> m_previous;
    std::thread m_watcher;
};

} // namespace convscope
