// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/layer_results.h"

#include "run/background.h"

namespace convscope {

namespace {

/// Nothing shows that work is under way before this: shorter waits only flicker.
constexpr int kSlowAfterMs = 150;

/// Stands for the input among the layers' names; no layer's name may hold a slash.
const std::string kInputName = "/input";

} // namespace

LayerResults::LayerResults(ModelDocument *document, std::int64_t cacheBudget, QObject *parent)
    : QObject(parent), m_document(document), m_evaluation(cacheBudget)
{
    m_thumbnails.setMaxThreadCount(1);
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(kSlowAfterMs);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] {
        m_slow = true;
        Q_EMIT progressed();
    });
    connect(m_document, &ModelDocument::changed, this,
            [this] { compute(m_document->growsLastStep()); });
    connect(&m_evaluation, &Evaluation::layerFinished, this, &LayerResults::store);
    connect(&m_evaluation, &Evaluation::layerPictured, this, &LayerResults::storePicture);
    connect(&m_evaluation, &Evaluation::finished, this, [this](double ms, bool cancelled) {
        m_slowTimer.stop();
        const bool wasSlow = m_slow;
        m_slow = false;
        m_wasStopped = cancelled;
        m_isUpToDate = !cancelled;
        if (!cancelled)
            m_milliseconds = ms;
        if (wasSlow)
            Q_EMIT progressed();
        Q_EMIT finished(cancelled);
    });
}

LayerResults::~LayerResults()
{
    m_thumbnails.waitForDone();
}

std::string LayerResults::nameOf(int index) const
{
    if (index < 0)
        return kInputName;
    return index < m_document->model().size() ? m_document->model().layer(index).name()
                                              : std::string();
}

const EvaluatedLayer *LayerResults::at(int index) const
{
    const auto found = m_layers.find(nameOf(index));
    return found == m_layers.end() ? nullptr : &found->second;
}

bool LayerResults::isStale(int index) const
{
    return !m_fresh.contains(nameOf(index));
}

double LayerResults::progress() const
{
    const int count = m_document->model().size();
    if (count == 0 || !isRunning())
        return 1.0;
    int done = 0;
    for (int i = 0; i < count; ++i)
        done += isStale(i) ? 0 : 1;
    return static_cast<double>(done) / count;
}

double LayerResults::stackMilliseconds() const
{
    double sum = 0;
    for (int i = 0; i < m_document->model().size(); ++i) {
        if (const EvaluatedLayer *layer = at(i); layer != nullptr && !isStale(i))
            sum += layer->result.milliseconds;
    }
    return sum;
}

std::optional<double> LayerResults::penalty(int index) const
{
    if (!m_isUpToDate)
        return std::nullopt;
    const std::string name = nameOf(index);
    for (const LayerLoss &loss : m_evaluation.lastLosses()) {
        if (loss.layer == name)
            return loss.value;
    }
    return std::nullopt;
}

double LayerResults::totalPenalty() const
{
    double total = 0;
    for (const LayerLoss &loss : m_evaluation.lastLosses())
        total += loss.value;
    return total;
}

const Error *LayerResults::failure(int index) const
{
    const auto found = m_failures.find(nameOf(index));
    return found == m_failures.end() ? nullptr : &found->second;
}

void LayerResults::setShownChannel(int index, std::int64_t channel)
{
    const std::string name = nameOf(index);
    m_shownChannels[name] = channel;
    const EvaluatedLayer *layer = at(index);
    if (index < 0 || layer == nullptr || layer->result.output.isNull())
        return;
    ThumbnailStyle style;
    style.format = layer->format;
    style.channel = channel;
    style.box = m_thumbnailBox;
    style.isDark = m_isDark;
    m_thumbnails.start([this, name, style, output = layer->result.output] {
        computeInBackground();
        const QImage picture = thumbnail(output, style);
        QMetaObject::invokeMethod(
            this,
            [this, name, output, picture] {
                const auto found = m_layers.find(name);
                if (found == m_layers.end() || !(found->second.result.output == output))
                    return;
                found->second.picture.thumbnail = picture;
                Q_EMIT thumbnailChanged(m_document->model().indexOf(name));
            },
            Qt::QueuedConnection);
    });
}

void LayerResults::setThumbnails(QSize box, bool isDark)
{
    if (box == m_thumbnailBox && isDark == m_isDark)
        return;
    m_thumbnailBox = box;
    m_isDark = isDark;
    computeAgain();
}

void LayerResults::setKernel(const QString &name)
{
    if (name == kernel())
        return;
    m_evaluation.setKernel(name);
    computeAgain();
}

void LayerResults::compute(bool replacesLast)
{
    m_fresh.clear();
    m_failures.clear();
    m_isUpToDate = false;
    m_wasStopped = false;
    forgetRemoved();
    if (m_document->inputTensors().empty()) {
        m_evaluation.cancel();
        m_layers.clear();
        return;
    }
    if (!m_slowTimer.isActive() && !m_slow)
        m_slowTimer.start();
    EvaluationRequest request;
    request.model = m_document->model();
    request.inputs = m_document->inputTensors();
    request.inputFormat = m_document->inputFormat();
    request.shownChannels = m_shownChannels;
    request.thumbnailBox = m_thumbnailBox;
    request.isDark = m_isDark;
    request.replacesLast = replacesLast;
    if (m_prepareEarly)
        request.early = m_prepareEarly();
    m_evaluation.request(std::move(request));
    Q_EMIT started();
}

void LayerResults::forgetRemoved()
{
    std::erase_if(m_layers, [this](const auto &entry) {
        return entry.first != kInputName && m_document->model().indexOf(entry.first) < 0;
    });
}

void LayerResults::store(const EvaluatedLayer &layer, bool isCurrent)
{
    const int index = layer.result.index;
    if (index >= m_document->model().size())
        return;
    const std::string name = nameOf(index);
    // What shape inference refuses is the document's to tell, and an overtaken run's troubles are
    // past.
    if (isCurrent && layer.result.error &&
        !m_document->shapes().layers[static_cast<std::size_t>(index)].error)
        m_failures[name] = *layer.result.error;
    // An illegal layer keeps its last maps, to be shown as out of date.
    if (!layer.result.output.isNull()) {
        EvaluatedLayer &stored = m_layers[name];
        // Until its own picture comes a layer keeps the one of before.
        LayerPicture before = std::move(stored.picture);
        stored = layer;
        if (stored.picture.isNull())
            stored.picture = std::move(before);
    }
    if (isCurrent && !layer.result.output.isNull())
        m_fresh.insert(name);
    Q_EMIT layerChanged(index);
    if (m_slow)
        Q_EMIT progressed();
}

void LayerResults::storePicture(int index, const LayerPicture &picture)
{
    const auto found = m_layers.find(nameOf(index));
    if (found == m_layers.end())
        return;
    found->second.picture = picture;
    Q_EMIT thumbnailChanged(index);
}

} // namespace convscope
