// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace convscope {

namespace jobs_detail {

template <class T>
struct AsResult
{
    using Type = Result<T>;
};
template <class T>
struct AsResult<Result<T>>
{
    using Type = Result<T>;
};

/// Runs `work`; an exception of a library becomes an error.
[[nodiscard]] std::optional<Error> caught(const std::function<void()> &work);

} // namespace jobs_detail

/// Jobs off the thread that made this object, whose event loop hears of them. They start in the
/// order in which they came. Destroyed it asks them to stop, forgets those that have not started,
/// waits, and tells nothing more.
class BackgroundJobs
{
public:
    /// A job while it runs, on its own thread.
    class Job
    {
    public:
        [[nodiscard]] std::stop_token token() const { return m_stop->get_token(); }
        /// Stopped or overtaken: nobody waits for its result.
        [[nodiscard]] bool isStopped() const { return m_stop->stop_requested(); }
        /// Progress: `say` is called by the event loop, unless the job is stopped by then.
        void tell(std::function<void()> say) const;

    private:
        friend class BackgroundJobs;
        Job(BackgroundJobs *jobs, std::shared_ptr<std::stop_source> stop)
            : m_jobs(jobs), m_stop(std::move(stop))
        {
        }
        BackgroundJobs *m_jobs;
        std::shared_ptr<std::stop_source> m_stop;
    };

    /// So many run at once.
    explicit BackgroundJobs(int threads = 1);
    ~BackgroundJobs();
    BackgroundJobs(const BackgroundJobs &) = delete;
    BackgroundJobs &operator=(const BackgroundJobs &) = delete;

    /// Runs work(job) and then, by the event loop, done(result) unless the job was stopped. A T
    /// arrives as Result<T>, a Result as it is; an exception arrives as an Error ("memory" or
    /// "internal").
    template <class Work, class Done>
    void start(Work work, Done done);
    /// The same, and the results of all that was started before are dropped: the latest wins.
    template <class Work, class Done>
    void startLatest(Work work, Done done)
    {
        stop();
        start(std::move(work), std::move(done));
    }
    /// Work that nobody waits for. What it has to say it says by post().
    void start(std::function<void()> work);
    /// Asks everything to stop and drops its results.
    void stop();

    /// Something runs or is to run, also what was stopped and has not ended.
    [[nodiscard]] bool isBusy() const { return m_count > 0; }
    /// Called where isBusy() has changed: as a job starts, and after the last one's `done`.
    void onBusyChanged(std::function<void()> changed) { m_busyChanged = std::move(changed); }
    /// From any thread: has the event loop call `say`, in order, while this object lives.
    void post(std::function<void()> say);

private:
    void begin();

    QObject m_receiver;
    QThreadPool m_pool;
    std::shared_ptr<std::stop_source> m_stop = std::make_shared<std::stop_source>();
    std::function<void()> m_busyChanged;
    int m_count = 0;
};

template <class Work, class Done>
void BackgroundJobs::start(Work work, Done done)
{
    using Answer = typename jobs_detail::AsResult<std::invoke_result_t<Work &, const Job &>>::Type;
    begin();
    const Job job(this, m_stop);
    m_pool.start([this, job, work = std::move(work), done = std::move(done)]() mutable {
        // Shared, because a queued call must be copyable.
        auto answer = std::make_shared<std::optional<Answer>>();
        if (!job.isStopped()) {
            const auto error = jobs_detail::caught([&] { answer->emplace(work(job)); });
            if (error)
                answer->emplace(tl::unexpected(*error));
        }
        post([this, job, answer, done = std::move(done)]() mutable {
            const bool isLast = --m_count == 0;
            if (*answer && !job.isStopped())
                done(std::move(**answer));
            if (isLast && m_busyChanged)
                m_busyChanged();
        });
    });
}

} // namespace convscope
