// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "jobs/background_jobs.h"

#include <QMetaObject>
#include <exception>
#include <new>

namespace convscope {

std::optional<Error> jobs_detail::caught(const std::function<void()> &work)
{
    try {
        work();
        return std::nullopt;
    } catch (const std::bad_alloc &) {
        return Error{"memory", {}, {}, {}, words("There is not enough memory for this.")};
    } catch (const std::exception &exception) {
        return Error{
            "internal",
            {},
            {},
            {},
            words("This should not have happened, please report it: {reason}.", exception.what())};
    }
}

BackgroundJobs::BackgroundJobs(int threads)
{
    m_pool.setMaxThreadCount(threads);
    // A thread that has stepped back stays behind the window's.
    m_pool.setExpiryTimeout(-1);
}

BackgroundJobs::~BackgroundJobs()
{
    stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void BackgroundJobs::start(std::function<void()> work)
{
    m_pool.start([work = std::move(work)] { static_cast<void>(jobs_detail::caught(work)); });
}

void BackgroundJobs::stop()
{
    m_stop->request_stop();
    m_stop = std::make_shared<std::stop_source>();
}

void BackgroundJobs::post(std::function<void()> say)
{
    QMetaObject::invokeMethod(&m_receiver, std::move(say), Qt::QueuedConnection);
}

void BackgroundJobs::Job::tell(std::function<void()> say) const
{
    m_jobs->post([stop = m_stop, say = std::move(say)] {
        if (!stop->stop_requested())
            say();
    });
}

void BackgroundJobs::begin()
{
    if (++m_count == 1 && m_busyChanged)
        m_busyChanged();
}

} // namespace convscope
