// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "interrupt.h"

#include "error_report.h"
#include "json_output.h"

#include <cerrno>
#include <system_error>

#include <semaphore.h>
#include <time.h>
#include <unistd.h>

namespace convscope {

namespace {

/// A handler reaches nothing but what is static.
sem_t wake;

void wakeWatcher(int)
{
    const int before = errno;
    sem_post(&wake);
    errno = before;
}

void waitForWake()
{
    while (sem_wait(&wake) != 0 && errno == EINTR) {
    }
}

void waitForWake(long milliseconds)
{
    timespec until{};
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += milliseconds * 1'000'000;
    until.tv_sec += until.tv_nsec / 1'000'000'000;
    until.tv_nsec %= 1'000'000'000;
    while (sem_clockwait(&wake, CLOCK_MONOTONIC, &until) != 0 && errno == EINTR) {
    }
}

} // namespace

Interrupt::Interrupt(OutputFiles &outputs, bool json) : m_outputs(outputs), m_json(json)
{
    sem_init(&wake, 0, 0);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        handle(signal);
    try {
        m_watcher = std::thread([this] { watch(); });
    } catch (const std::system_error &) {
        // No thread to be had: the signals end the program as if nobody had asked for them.
        restoreHandlers();
    }
}

Interrupt::~Interrupt()
{
    restoreHandlers();
    m_ended = true;
    sem_post(&wake);
    if (m_watcher.joinable())
        m_watcher.join();
    sem_destroy(&wake);
}

void Interrupt::restoreHandlers()
{
    for (const Previous &previous : m_previous)
        sigaction(previous.signal, &previous.action, nullptr);
    m_previous.clear();
}

void Interrupt::handle(int signal)
{
    struct sigaction action
    {
    };
    action.sa_handler = wakeWatcher;
    action.sa_flags = SA_RESTART;
    Previous previous{signal, {}};
    sigaction(signal, nullptr, &previous.action);
    if (signal == SIGHUP && previous.action.sa_handler == SIG_IGN)
        return;
    sigaction(signal, &action, nullptr);
    m_previous.push_back(previous);
}

void Interrupt::watch()
{
    waitForWake();
    if (m_ended)
        return;
    m_stop.request_stop();
    // Woken early by the end of the work, or by a second Ctrl-C.
    waitForWake(50);
    if (m_ended)
        return;
    m_outputs.abandon();
    const Error error{"cancelled", {}, {}, {}, words("Interrupted.")};
    if (m_json && !tryWriteJson(errorDocument(error))) {
        // Until the document is whole, or for a Ctrl-C more.
        waitForWake();
        if (m_ended)
            return;
    }
    _exit(reportError(error, false));
}

} // namespace convscope
