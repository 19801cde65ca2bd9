// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"
#include "evaluation/evaluation.h"

#include <QObject>
#include <QTimer>
#include <map>
#include <set>
#include <string>

namespace convscope {

/// What is known of every layer of a document after running it: keeps the document's evaluation
/// going and the latest result of each layer, by name. A layer that cannot run now keeps its last
/// result.
class LayerResults : public QObject
{
    Q_OBJECT

public:
    /// `document` must outlive this object.
    LayerResults(ModelDocument *document, std::int64_t cacheBudget, QObject *parent = nullptr);
    ~LayerResults() override;

    /// The latest result, or nullptr where the layer never ran. Index −1: the input.
    [[nodiscard]] const EvaluatedLayer *at(int index) const;
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
    /// For other runs of parts of the same model; thread-safe.
    [[nodiscard]] std::shared_ptr<ActivationCache> sharedCache() const
    {
        return m_evaluation.sharedCache();
    }
    [[nodiscard]] std::int64_t cacheBytes() const { return m_evaluation.cache().bytes(); }
    [[nodiscard]] std::int64_t cacheBudget() const { return m_evaluation.cache().budgetBytes(); }
    /// Error of a layer that is legal but failed when it ran (memory); nullptr otherwise.
    [[nodiscard]] const Error *failure(int index) const;

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
    void computeAgain() { compute(false); }
    void stop() { m_evaluation.cancel(); }

Q_SIGNALS:
    void started();
    /// A layer's result (index −1: the input) has changed.
    void layerChanged(int index);
    /// Only the picture on a layer's card is another one.
    void thumbnailChanged(int index);
    /// Everything is up to date, or was stopped.
    void finished(bool cancelled);
    /// isSlow() or progress() has changed.
    void progressed();

private:
    void compute(bool replacesLast);
    [[nodiscard]] std::string nameOf(int index) const;
    void store(const EvaluatedLayer &layer, bool isCurrent);
    void storePicture(int index, const LayerPicture &picture);
    void forgetRemoved();

    ModelDocument *m_document;
    Evaluation m_evaluation;
    std::map<std::string, EvaluatedLayer> m_layers;
    std::map<std::string, Error> m_failures;
    std::set<std::string> m_fresh;
    std::map<std::string, std::int64_t> m_shownChannels;
    std::function<std::optional<EarlyDrawing>()> m_prepareEarly;
    QTimer m_slowTimer;
    QThreadPool m_thumbnails;
    QSize m_thumbnailBox{224, 224};
    bool m_isDark = false;
    bool m_slow = false;
    bool m_isUpToDate = false;
    bool m_wasStopped = false;
    double m_milliseconds = 0;
};

} // namespace convscope
