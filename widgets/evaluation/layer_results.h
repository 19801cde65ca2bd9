// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"
#include "evaluation/evaluation.h"
#include "jobs/background_jobs.h"
#include "model/layer_state.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace convscope {

/// A run that would take long waits for an answer.
struct RunQuestion
{
    /// Of computing the whole.
    RunCost cost;
    bool offersPreview = false;

    bool operator==(const RunQuestion &) const = default;
};

/// What is known of every layer of a document after running it: keeps the document's evaluation
/// going and the latest result of each layer, by name. A layer that cannot run now keeps its last
/// result. Work beyond the limits does not start: a question stands until computeAgain() or
/// preview() answers it, and is asked anew with every change.
class LayerResults : public QObject
{
    Q_OBJECT

public:
    /// Edits that follow one another like a slow scrub: a run so soon after a slow one is not
    /// called slow before this, or the window would dim and light up with every step.
    static constexpr int kSlowAgainAfterMs = 1200;
    /// What "so soon" is.
    static constexpr int kSoonMs = 1000;

    /// `document` must outlive this object. `cache`, not null, may be shared with other results:
    /// two stacks that begin alike compute their common part once.
    LayerResults(ModelDocument *document, std::shared_ptr<ActivationCache> cache,
                 QObject *parent = nullptr);

    /// The latest result, or nullptr where the layer never ran. Index −1: the input.
    [[nodiscard]] const EvaluatedLayer *at(int index) const;
    /// The same; where `index` is −1, of this input of the model. Those behind the first have no
    /// picture here, and are never reduced.
    [[nodiscard]] const EvaluatedLayer *at(int index, std::size_t input) const;
    /// Some layer has a result.
    [[nodiscard]] bool hasAny() const;
    /// The result belongs to an earlier state of the document.
    [[nodiscard]] bool isStale(int index) const;
    /// Computing for longer than a person overlooks (150 ms).
    [[nodiscard]] bool isSlow() const { return m_slow; }
    [[nodiscard]] bool isRunning() const { return m_evaluation.isRunning(); }
    [[nodiscard]] bool isUpToDate() const { return m_isUpToDate; }
    [[nodiscard]] bool wasStopped() const { return m_wasStopped; }
    /// Layers that have ended ÷ layers, of the running evaluation.
    [[nodiscard]] double progress() const;
    /// Wall time of the last complete run: little where most came from the cache.
    [[nodiscard]] double milliseconds() const { return m_milliseconds; }
    /// Sum of the layers' own times, whenever they were measured.
    [[nodiscard]] double stackMilliseconds() const;
    /// What a layer's regularizers add to the loss (weights and activity); nullopt where it has
    /// none or is not up to date.
    [[nodiscard]] std::optional<double> penalty(int index) const;
    /// Of the whole stack.
    [[nodiscard]] double totalPenalty() const;
    /// Rows and columns of a preview are a quarter of the whole's.
    static constexpr int kPreviewReduction = 4;
    /// What may start unasked.
    void setLimits(const RunLimits &limits) { m_limits = limits; }
    /// Stands while the whole is not being computed because it would take long, also while a
    /// preview is shown.
    [[nodiscard]] const std::optional<RunQuestion> &question() const { return m_question; }
    /// Nothing runs for the present state: it waits for the answer.
    [[nodiscard]] bool isAsking() const { return m_question && m_reduction == 1; }
    /// The present state is computed on a reduced input.
    [[nodiscard]] bool isPreview() const { return m_reduction > 1; }
    /// The reduction of the present request; 1: the whole.
    [[nodiscard]] int reduction() const { return m_reduction; }
    /// What is shown does not belong to the present state, long enough to say so.
    [[nodiscard]] bool showsStale() const { return m_slow || m_wasStopped || m_question; }
    /// Shapes of the document's model on its inputs reduced so.
    [[nodiscard]] const ModelShapes &shapesFor(int reduction) const;

    /// For other runs of parts of the same model; thread-safe.
    [[nodiscard]] std::shared_ptr<ActivationCache> sharedCache() const
    {
        return m_evaluation.sharedCache();
    }
    [[nodiscard]] std::int64_t cacheBytes() const { return m_evaluation.cache().bytes(); }
    [[nodiscard]] std::int64_t cacheBudget() const { return m_evaluation.cache().budgetBytes(); }
    /// Error of a layer that is legal but failed when it ran (memory); nullptr otherwise.
    [[nodiscard]] const Error *failure(int index) const;
    /// How a layer of the document stands, from its shapes and its last run.
    [[nodiscard]] LayerState state(int index) const;

    /// Which map a layer's thumbnail shows; the new one follows by thumbnailChanged().
    void setShownChannel(int index, std::int64_t channel);
    /// Asked before every run, on the GUI thread: how to draw the layer looked at.
    void setEarlyDrawing(std::function<std::optional<EarlyDrawing>()> prepare)
    {
        m_prepareEarly = std::move(prepare);
    }
    void setThumbnails(QSize box, bool isDark);
    /// See Evaluation::setKernel(); everything is computed again with it.
    void setKernel(const QString &name);
    [[nodiscard]] QString kernel() const { return m_evaluation.kernel(); }
    /// Computes the whole however long it takes.
    void computeAgain() { compute(Wish::Whole, false); }
    /// Answers the question: computes the stack on a reduced input, and goes on so with every edit
    /// for which there would be a question, as long as the input stays.
    void preview();
    void stop() { m_evaluation.cancel(); }

Q_SIGNALS:
    void started();
    /// A layer's result (index −1: the input) has changed.
    void layerChanged(int index);
    /// Only the picture on a layer's card is another one.
    void thumbnailChanged(int index);
    /// Everything is up to date, or was stopped.
    void finished(bool cancelled);
    /// isSlow() or progress() has changed; told at most once a frame or two.
    void progressed();
    /// question(), or what is done about it, has changed.
    void questionChanged();

private:
    enum class Wish
    {
        Ask, ///< where it takes long
        Whole,
        Preview
    };
    void compute(Wish wish, bool replacesLast);
    /// Sets the question and the reduction for the document as it is.
    void decide(Wish wish);
    [[nodiscard]] std::optional<RunCost> costBeyondLimits(int reduction) const;
    [[nodiscard]] bool canPreview() const;
    /// Results that the cache could not keep.
    [[nodiscard]] std::vector<LayerResult> atHand() const;
    /// Nothing runs, but the input is there to be seen.
    void waitForAnswer();
    [[nodiscard]] std::vector<Shape> inputShapesFor(int reduction) const;
    void drawPicture(int index);
    [[nodiscard]] std::string nameOf(int index) const;
    void store(const EvaluatedLayer &layer, bool isCurrent);
    void storePicture(int index, const LayerPicture &picture);
    void forgetRemoved();
    /// What the coming run will give again need not be called old.
    void keepFresh();

    ModelDocument *m_document;
    Evaluation m_evaluation;
    std::map<std::string, EvaluatedLayer> m_layers;
    /// Inputs behind the first that were asked for.
    mutable std::map<std::size_t, EvaluatedLayer> m_furtherInputs;
    std::map<std::string, Error> m_failures;
    /// See missingOutputs(); nullopt: the document has changed.
    mutable std::optional<std::vector<std::string>> m_missing;
    std::set<std::string> m_fresh;
    /// What the outputs of the last request are, by layer, whether or not they were computed.
    std::map<std::string, Fingerprint> m_asked;
    std::map<std::string, std::int64_t> m_shownChannels;
    std::function<std::optional<EarlyDrawing>()> m_prepareEarly;
    RunLimits m_limits;
    std::optional<RunQuestion> m_question;
    int m_reduction = 1;
    /// Whose preview was wanted.
    std::weak_ptr<const Input> m_previewed;
    mutable std::optional<ModelShapes> m_previewShapes;
    QTimer m_slowTimer;
    /// Since the running evaluation began, and since one ended that was slow.
    QElapsedTimer m_sinceRun;
    QElapsedTimer m_sinceSlow;
    QTimer m_progressTimer;
    BackgroundJobs m_thumbnails;
    QSize m_thumbnailBox{224, 224};
    bool m_isDark = false;
    bool m_slow = false;
    bool m_isUpToDate = false;
    bool m_wasStopped = false;
    double m_milliseconds = 0;
};

} // namespace convscope
