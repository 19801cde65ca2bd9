// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/evaluation.h"

#include "kernels/parallel.h"
#include "model/output_format.h"
#include "run/background.h"
#include "tensor/memory_blocks.h"
#include "tensor/spatial_reduction.h"

#include <algorithm>
#include <unordered_set>

namespace convscope {

namespace {

/// A superseded run gets this long from its start before it is stopped: about six frames.
constexpr int kPatienceMs = 100;
/// But where the layer looked at has not been drawn yet it gets so long, or maps would never follow
/// a slider that moves faster than a large picture is computed.
constexpr int kDrawPatienceMs = 1000;
constexpr int kLookAgainMs = 20;
/// Nobody drags any more: memory kept for the next run goes back to the system.
constexpr int kIdleMs = 10000;

/// Layers come without their pictures, which follow at the end, so that large maps are on the
/// screen first; unless the run takes longer than a frame.
constexpr qint64 kFrameMs = 16;

ThumbnailStyle styleOf(const EvaluationRequest &request, int index, DataFormat format)
{
    ThumbnailStyle style;
    style.format = format;
    style.box = request.thumbnailBox;
    style.isDark = request.isDark;
    style.isInput = index < 0;
    if (index >= 0) {
        const auto shown = request.shownChannels.find(request.stage.model.layer(index).name());
        style.channel = shown == request.shownChannels.end() ? 0 : shown->second;
    }
    return style;
}

/// The layers that were computed, not taken from the cache, and how long each took.
std::vector<std::pair<LayerWork, double>> measuredWork(const Model &model, const RunResult &result,
                                                       const std::string &kernel)
{
    PlanOptions options;
    options.kernel = kernel;
    const std::vector<LayerWork> work = planRun(model, result.shapes, options).layers;
    std::vector<std::pair<LayerWork, double>> measured;
    for (const LayerResult &layer : result.layers) {
        if (!layer.fromCache && !layer.output.isNull() && layer.milliseconds > 0)
            measured.emplace_back(work[static_cast<std::size_t>(layer.index)], layer.milliseconds);
    }
    return measured;
}

} // namespace

Evaluation::Evaluation(std::shared_ptr<ActivationCache> cache, QObject *parent)
    : QObject(parent), m_cache(std::move(cache)), m_speeds(threadCount())
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Evaluation::stopSuperseded);
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, [this] { m_jobs.start(&releaseIdleBlocks); });
}

Evaluation::~Evaluation()
{
    if (m_job)
        m_job->stop.request_stop();
}

void Evaluation::request(EvaluationRequest request)
{
    if (!m_job) {
        start(std::move(request));
        return;
    }
    // One that never ran leaves the run before it to be come back to.
    if (m_pending && !m_pending->replacesLast)
        request.replacesLast = false;
    m_pending = std::make_unique<EvaluationRequest>(std::move(request));
    if (!m_job->superseded) {
        m_job->superseded = true;
        stopSuperseded();
    }
}

void Evaluation::stopSuperseded()
{
    if (!m_job || !m_job->superseded)
        return;
    const auto age = static_cast<int>(m_job->age.elapsed());
    if (age < kPatienceMs)
        m_patience.start(kPatienceMs - age);
    else if (m_job->request.early && !m_job->isDrawn && age < kDrawPatienceMs)
        m_patience.start(kLookAgainMs);
    else
        m_job->stop.request_stop();
}

void Evaluation::cancel()
{
    m_pending.reset();
    if (m_job) {
        m_job->superseded = false;
        m_job->stop.request_stop();
    }
}

void Evaluation::abandon()
{
    m_pending.reset();
    if (m_job) {
        m_patience.stop();
        m_job->superseded = true;
        m_job->stop.request_stop();
    }
}

void Evaluation::start(EvaluationRequest request)
{
    m_patience.stop();
    m_idle.stop();
    m_job = std::make_shared<Job>();
    m_job->request = std::move(request);
    if (m_findAtHand)
        m_job->atHand = m_findAtHand();
    m_job->age.start();
    Q_EMIT started();
    m_jobs.start([this, job = m_job, kernel = m_kernel] { runJob(job, kernel); });
}

RunStage Evaluation::stageOf(const EvaluationRequest &request)
{
    RunStage stage = request.stage;
    if (request.reduction == 1)
        return stage;
    for (std::size_t i = 0; i < stage.inputs.size(); ++i) {
        // The same photo for every input, and for every edit.
        if (m_reduced.isNull() || m_reducedFrom != stage.inputs[i].fingerprint()) {
            m_reducedFrom = stage.inputs[i].fingerprint();
            m_reduced = reduced(stage.inputs[i], stage.formats[i], request.reduction);
        }
        stage.inputs[i] = m_reduced;
    }
    return stage;
}

void Evaluation::keepUseful(Job &job, const RunStage &stage, const std::string &kernel) const
{
    if (job.atHand.empty())
        return;
    std::unordered_set<Fingerprint, FingerprintHash> wanted;
    std::vector<Fingerprint> read;
    for (const Tensor &input : stage.inputs)
        read.push_back(input.fingerprint());
    const ModelShapes shapes = inferShapes(stage.model, stage.inputShapes());
    for (const auto &key : outputFingerprints(stage.model, shapes, read, kernel)) {
        if (key)
            wanted.insert(*key);
    }
    if (job.request.replacesLast) {
        for (const Fingerprint &key : m_lastComputed)
            wanted.erase(key);
    }
    std::erase_if(job.atHand, [&wanted](const LayerResult &layer) {
        return !wanted.contains(layer.output.fingerprint());
    });
}

void Evaluation::runJob(const std::shared_ptr<Job> &job, const std::string &kernel)
{
    computeInBackground();
    RunOptions options;
    options.stop = job->stop.get_token();
    options.kernel = kernel;
    options.kernelIsWish = true;
    options.cache = m_cache.get();
    const EvaluationRequest &wanted = job->request;
    const RunStage stage = stageOf(wanted);
    keepUseful(*job, stage, kernel);
    options.atHand = job->atHand;
    const auto formats = outputFormats(stage.model, stage.formats);
    const auto post = [this](auto call) { m_jobs.post(std::move(call)); };
    std::vector<LayerPictures::Wanted> unpictured;
    const auto drawPictures = [&] {
        if (unpictured.empty())
            return;
        std::vector<LayerPicture> pictures = m_pictures.draw(unpictured);
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            post([this, job, index = unpictured[i].index, picture = std::move(pictures[i])] {
                deliverPicture(job, index, picture);
            });
        }
        unpictured.clear();
    };
    QElapsedTimer sincePictures;
    sincePictures.start();
    const auto postLayer = [&](const LayerResult &result, DataFormat format) {
        EvaluatedLayer layer{result, format, {}, wanted.reduction};
        if (!result.output.isNull()) {
            const ThumbnailStyle style = styleOf(wanted, result.index, format);
            if (auto known = m_pictures.find(result.output, style)) {
                layer.picture = std::move(*known);
            } else {
                unpictured.push_back({result.index, result.output, style});
            }
        }
        post([this, job, layer = std::move(layer)] { deliver(job, layer); });
        if (wanted.early && result.index >= 0 && !result.output.isNull() &&
            stage.model.layer(result.index).name() == wanted.early->layer) {
            wanted.early->draw(result.output, format);
            job->isDrawn = true;
        }
        if (sincePictures.elapsed() < kFrameMs)
            return;
        drawPictures();
        sincePictures.start();
    };
    if (!stage.inputs.empty()) {
        LayerResult input;
        input.index = -1;
        input.output = stage.inputs.front();
        postLayer(input, stage.inputFormat());
    }
    options.onLayer = [&](const LayerResult &result) {
        postLayer(result, formats[static_cast<std::size_t>(result.index)]);
    };
    if (wanted.replacesLast) {
        for (const Fingerprint &key : m_lastComputed)
            m_cache->erase(key);
    }
    const RunResult result = run(stage.model, stage.inputs, options);
    m_lastComputed.clear();
    for (const LayerResult &layer : result.layers) {
        if (!layer.fromCache && !layer.output.isNull())
            m_lastComputed.push_back(layer.output.fingerprint());
    }
    if (!options.stop.stop_requested())
        drawPictures();
    End last{
        result.totalMilliseconds, result.cancelled, {}, measuredWork(stage.model, result, kernel)};
    if (!result.cancelled)
        last.losses = losses(stage.model, result).value_or(Losses{}).layers;
    post([this, job, last = std::move(last)] { end(job, last); });
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

void Evaluation::deliverPicture(const std::shared_ptr<Job> &job, int index,
                                const LayerPicture &picture)
{
    if (job == m_job && (!job->superseded || fitsPending(*job, index)))
        Q_EMIT layerPictured(index, picture);
}

bool Evaluation::fitsPending(const Job &job, int index) const
{
    // An overtaken result may only stand where the same layer still stands.
    return m_pending && index >= 0 && index < m_pending->stage.model.size() &&
           m_pending->stage.model.layer(index).name() ==
               job.request.stage.model.layer(index).name();
}

void Evaluation::end(const std::shared_ptr<Job> &job, End end)
{
    for (const auto &[work, milliseconds] : end.measured)
        m_speeds.add(work, milliseconds);
    if (job != m_job)
        return;
    m_losses = std::move(end.losses);
    m_job.reset();
    if (m_pending) {
        const auto next = std::move(m_pending);
        start(std::move(*next));
        return;
    }
    m_idle.start();
    // Abandoned at the last moment: nobody has seen its layers.
    Q_EMIT finished(end.milliseconds, end.cancelled || job->superseded);
}

} // namespace convscope
