// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/evaluation.h"

#include "model/output_format.h"
#include "visual/plane.h"

#include <QMetaObject>
#include <algorithm>

namespace convscope {

namespace {

/// A superseded run gets this long from its start before it is stopped: about six frames.
constexpr int kPatienceMs = 100;

/// At most this many channels of a sequence are drawn into one small plot.
constexpr std::int64_t kMostLines = 6;

void addLines(EvaluatedLayer &layer, std::int64_t first, std::int64_t count)
{
    const Tensor &output = layer.result.output;
    if (output.rank() != 2 && output.rank() != 3)
        return;
    const std::int64_t channels = output.rank() == 2 ? 1 : channelCount(output, layer.format);
    for (std::int64_t c = first; c < std::min(first + count, channels); ++c)
        layer.lines.push_back(LineEnvelope::of(mapPlane(output, layer.format, 0, c)));
}

EvaluatedLayer withPicture(const EvaluationRequest &request, const LayerResult &result,
                           DataFormat format)
{
    EvaluatedLayer layer{result, format, {}, {}};
    if (result.output.isNull())
        return layer;
    ThumbnailStyle style;
    style.format = format;
    const auto shown = request.shownChannels.find(request.model.layer(result.index).name());
    style.channel = shown == request.shownChannels.end() ? 0 : shown->second;
    style.box = request.thumbnailBox;
    style.isDark = request.isDark;
    layer.thumbnail = thumbnail(result.output, style);
    addLines(layer, style.channel, 1);
    return layer;
}

EvaluatedLayer pictureOfInput(const EvaluationRequest &request)
{
    EvaluatedLayer layer;
    layer.result.index = -1;
    layer.result.output = request.inputs.front();
    layer.format = request.inputFormat;
    ThumbnailStyle style;
    style.format = request.inputFormat;
    style.box = request.thumbnailBox;
    style.isDark = request.isDark;
    style.isInput = true;
    layer.thumbnail = thumbnail(request.inputs.front(), style);
    addLines(layer, 0, kMostLines);
    return layer;
}

} // namespace

Evaluation::Evaluation(std::int64_t cacheBudget, QObject *parent)
    : QObject(parent), m_cache(std::make_shared<ActivationCache>(cacheBudget))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_job && m_job->superseded)
            m_job->stop.request_stop();
    });
}

Evaluation::~Evaluation()
{
    if (m_job)
        m_job->stop.request_stop();
    m_pool.waitForDone();
}

void Evaluation::request(EvaluationRequest request)
{
    if (!m_job) {
        start(std::move(request));
        return;
    }
    m_pending = std::make_unique<EvaluationRequest>(std::move(request));
    if (!m_job->superseded) {
        m_job->superseded = true;
        const auto left = kPatienceMs - static_cast<int>(m_job->age.elapsed());
        if (left <= 0)
            m_job->stop.request_stop();
        else
            m_patience.start(left);
    }
}

void Evaluation::cancel()
{
    m_pending.reset();
    if (m_job) {
        m_job->superseded = false;
        m_job->stop.request_stop();
    }
}

void Evaluation::start(EvaluationRequest request)
{
    m_patience.stop();
    m_job = std::make_shared<Job>();
    m_job->request = std::move(request);
    m_job->age.start();
    Q_EMIT started();
    m_pool.start([this, job = m_job, cache = m_cache, kernel = m_kernel] {
        RunOptions options;
        options.stop = job->stop.get_token();
        options.kernel = kernel;
        options.cache = cache.get();
        const EvaluationRequest &wanted = job->request;
        const auto formats = outputFormats(wanted.model, wanted.inputFormat);
        const auto post = [this, job](EvaluatedLayer layer) {
            QMetaObject::invokeMethod(
                this, [this, job, layer = std::move(layer)] { deliver(job, layer); },
                Qt::QueuedConnection);
        };
        if (!wanted.inputs.empty())
            post(pictureOfInput(wanted));
        options.onLayer = [&](const LayerResult &result) {
            post(withPicture(wanted, result, formats[static_cast<std::size_t>(result.index)]));
        };
        const RunResult result = run(wanted.model, wanted.inputs, options);
        std::vector<LayerLoss> penalties;
        if (!result.cancelled)
            penalties = losses(wanted.model, result).value_or(std::vector<LayerLoss>{});
        QMetaObject::invokeMethod(
            this,
            [this, job, ms = result.totalMilliseconds, cancelled = result.cancelled,
             penalties = std::move(penalties)] { end(job, ms, cancelled, penalties); },
            Qt::QueuedConnection);
    });
}

void Evaluation::deliver(const std::shared_ptr<Job> &job, const EvaluatedLayer &layer)
{
    if (job != m_job)
        return;
    if (!job->superseded)
        Q_EMIT layerFinished(layer, true);
    else if (fitsPending(*job, layer.result.index))
        Q_EMIT layerFinished(layer, false);
}

bool Evaluation::fitsPending(const Job &job, int index) const
{
    // An overtaken result may only stand where the same layer still stands.
    return m_pending && index >= 0 && index < m_pending->model.size() &&
           m_pending->model.layer(index).name() == job.request.model.layer(index).name();
}

void Evaluation::end(const std::shared_ptr<Job> &job, double milliseconds, bool cancelled,
                     std::vector<LayerLoss> losses)
{
    if (job != m_job)
        return;
    m_losses = std::move(losses);
    m_job.reset();
    if (m_pending) {
        const auto next = std::move(m_pending);
        start(std::move(*next));
        return;
    }
    Q_EMIT finished(milliseconds, cancelled);
}

} // namespace convscope
