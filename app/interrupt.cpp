// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "interrupt.h"

#include <cstdio>

#include <time.h>
#include <unistd.h>

namespace convscope {

Interrupt::Interrupt(OutputFiles &outputs) : m_outputs(outputs)
{
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, &m_previous);
    // A script's background job starts with SIGINT ignored, and an ignored signal is never taken.
    std::signal(SIGINT, SIG_DFL);
    m_watcher = std::thread([this] { watch(); });
}

Interrupt::~Interrupt()
{
    m_ended = true;
    pthread_kill(m_watcher.native_handle(), SIGTERM);
    m_watcher.join();
    pthread_sigmask(SIG_SETMASK, &m_previous, nullptr);
}

void Interrupt::watch()
{
    int signal = 0;
    sigwait(&m_signals, &signal);
    if (m_ended)
        return;
    m_stop.request_stop();
    // The end of the work wakes this wait by a second signal.
    const timespec grace{0, 80'000'000};
    sigtimedwait(&m_signals, nullptr, &grace);
    if (m_ended)
        return;
    m_outputs.abandon();
    std::fputs("convscope: Interrupted.\n", stderr);
    _exit(130);
}

} // namespace convscope
