// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluation/layer_pictures.h"
#include "jobs/background_jobs.h"
#include "model/run_cost.h"
#include "run/executor.h"
#include "run/losses.h"
#include "run/stage.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace convscope {

/// Draws the layer that is looked at as soon as it has ended, on the computing thread and before
/// the layers behind it take all the cores.
struct EarlyDrawing
{
    std::string layer;
    std::function<void(const Tensor &output, DataFormat format)> draw;
};

/// What to compute, and how its thumbnails look.
struct EvaluationRequest
{
    /// Its first input is shown on the input's card.
    RunStage stage;
    /// A preview: rows and columns of the inputs are first made fewer by this factor.
    int reduction = 1;
    /// The map each layer's thumbnail shows; layers without an entry show map 0.
    std::map<std::string, std::int64_t> shownChannels;
    QSize thumbnailBox;
    bool isDark = false;
    /// Nobody can come back to the state of the request before: what it alone computed is
    /// forgotten, so that its memory serves this one.
    bool replacesLast = false;
    std::optional<EarlyDrawing> early;
};

/// A layer that has ended. Index −1: the input.
struct EvaluatedLayer
{
    LayerResult result;
    DataFormat format = DataFormat::ChannelsLast;
    /// Null where there is no output, or where the picture follows by layerPictured().
    LayerPicture picture;
    /// Above 1: of a preview.
    int reduction = 1;
};

/// Runs a model off the GUI thread: the latest request wins, results arrive per layer as they end.
/// A short run that is overtaken by a newer request may still end, so that maps follow a slider
/// that moves faster than the stack computes; a long one is stopped once the layer looked at is
/// drawn.
class Evaluation : public QObject
{
    Q_OBJECT

public:
    /// `cache` may serve other runs too, also those of another evaluation; not null.
    explicit Evaluation(std::shared_ptr<ActivationCache> cache, QObject *parent = nullptr);
    /// Asks the running job to stop and waits for it.
    ~Evaluation() override;

    /// Starts computing; an unfinished request before it is superseded.
    void request(EvaluationRequest request);
    /// Asked as each run starts: layers of earlier runs whose outputs somebody keeps though the
    /// cache does not, see RunOptions::atHand.
    void setAtHand(std::function<std::vector<LayerResult>()> atHand)
    {
        m_findAtHand = std::move(atHand);
    }
    /// Stops; finished() follows with cancelled set. Nothing happens where nothing runs.
    void cancel();
    /// Stops, and nothing more comes of what runs: its state is past. finished() follows.
    void abandon();

    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }
    [[nodiscard]] const ActivationCache &cache() const { return *m_cache; }
    [[nodiscard]] std::shared_ptr<ActivationCache> sharedCache() const { return m_cache; }
    /// What the regularizers add, of the last run that ended; layers without any are left out.
    [[nodiscard]] const std::vector<LayerLoss> &lastLosses() const { return m_losses; }
    /// Forces a kernel by name where a layer has it; empty: the best. Takes effect with the next
    /// request.
    void setKernel(const QString &name) { m_kernel = name.toStdString(); }
    [[nodiscard]] QString kernel() const { return QString::fromStdString(m_kernel); }
    /// Learned from the layers that have run.
    [[nodiscard]] const MeasuredSpeeds &speeds() const { return m_speeds; }

Q_SIGNALS:
    /// A run has begun that will bring the state up to date.
    void started();
    /// A layer has ended. `isCurrent`: it belongs to the latest request.
    void layerFinished(const convscope::EvaluatedLayer &layer, bool isCurrent);
    /// The picture of a layer that ended without one, before finished().
    void layerPictured(int index, const convscope::LayerPicture &picture);
    /// The latest request has ended.
    void finished(double milliseconds, bool cancelled);

private:
    struct Job
    {
        EvaluationRequest request;
        std::vector<LayerResult> atHand;
        std::stop_source stop;
        QElapsedTimer age;
        bool superseded = false;
        std::atomic<bool> isDrawn = false; ///< the layer of request.early
    };

    /// How a run has ended.
    struct End
    {
        double milliseconds = 0;
        bool cancelled = false;
        std::vector<LayerLoss> losses;
        /// Layers that were computed, and how long each took.
        std::vector<std::pair<LayerWork, double>> measured;
    };

    void start(EvaluationRequest request);
    void runJob(const std::shared_ptr<Job> &job, const std::string &kernel);
    void deliver(const std::shared_ptr<Job> &job, const EvaluatedLayer &layer);
    void deliverPicture(const std::shared_ptr<Job> &job, int index, const LayerPicture &picture);
    void end(const std::shared_ptr<Job> &job, End end);
    /// Lets go of what the run will not take, or what nobody can come back to.
    void keepUseful(Job &job, const RunStage &stage, const std::string &kernel) const;
    /// The request's stage as the run reads it.
    [[nodiscard]] RunStage stageOf(const EvaluationRequest &request);
    /// Stops the superseded run, or comes back when its patience is over.
    void stopSuperseded();
    [[nodiscard]] bool fitsPending(const Job &job, int index) const;

    std::shared_ptr<ActivationCache> m_cache;
    // Used on the worker thread alone: pictures, what the last run put into the cache, a reduced
    // input.
    LayerPictures m_pictures;
    std::vector<Fingerprint> m_lastComputed;
    /// The last input that was reduced, and what it became.
    Fingerprint m_reducedFrom;
    Tensor m_reduced;
    std::function<std::vector<LayerResult>()> m_findAtHand;
    std::string m_kernel;
    std::vector<LayerLoss> m_losses;
    MeasuredSpeeds m_speeds;
    std::shared_ptr<Job> m_job;
    std::unique_ptr<EvaluationRequest> m_pending;
    QTimer m_patience;
    QTimer m_idle;
    BackgroundJobs m_jobs; // last: it waits for those that use the others
};

} // namespace convscope
