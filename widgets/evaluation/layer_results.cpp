// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/layer_results.h"

#include "evaluation/missing_outputs.h"
#include "evaluation/run_forecast.h"
#include "run/background.h"
#include "tensor/spatial_reduction.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace convscope {

namespace {

/// Nothing shows that work is under way before this: shorter waits only flicker.
constexpr int kSlowAfterMs = 150;
/// A long run tells of its progress at this pace, however short its layers are.
constexpr int kProgressEveryMs = 33;

/// Stands for the input among the layers' names; no layer's name may hold a slash.
const std::string kInputName = "/input";

} // namespace

LayerResults::LayerResults(ModelDocument *document, std::shared_ptr<ActivationCache> cache,
                           QObject *parent)
    : QObject(parent), m_document(document), m_evaluation(std::move(cache))
{
    m_slowTimer.setSingleShot(true);
    connect(&m_slowTimer, &QTimer::timeout, this, [this] {
        m_slow = true;
        Q_EMIT progressed();
    });
    m_progressTimer.setSingleShot(true);
    m_progressTimer.setInterval(kProgressEveryMs);
    connect(&m_progressTimer, &QTimer::timeout, this, &LayerResults::progressed);
    connect(m_document, &ModelDocument::changed, this, [this] {
        m_missing.reset();
        compute(Wish::Ask, m_document->growsLastStep());
    });
    m_evaluation.setAtHand([this] { return atHand(); });
    connect(&m_evaluation, &Evaluation::layerFinished, this, &LayerResults::store);
    connect(&m_evaluation, &Evaluation::layerPictured, this, &LayerResults::storePicture);
    connect(&m_evaluation, &Evaluation::finished, this, [this](double ms, bool cancelled) {
        m_slowTimer.stop();
        m_progressTimer.stop();
        const bool wasSlow = m_slow;
        m_slow = false;
        if (wasSlow || m_sinceRun.elapsed() >= kSlowAfterMs)
            m_sinceSlow.start();
        m_wasStopped = cancelled && !isAsking();
        m_isUpToDate = !cancelled && !m_question;
        if (!cancelled)
            m_milliseconds = ms;
        if (wasSlow)
            Q_EMIT progressed();
        Q_EMIT finished(cancelled);
    });
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

const EvaluatedLayer *LayerResults::at(int index, std::size_t input) const
{
    if (index >= 0 || input == 0)
        return at(index);
    const RunStage &stage = m_document->stage();
    if (input >= stage.inputs.size()) {
        m_furtherInputs.clear();
        return nullptr;
    }
    EvaluatedLayer &further = m_furtherInputs[input];
    if (!(further.result.output == stage.inputs[input])) {
        further = {};
        further.result.index = -1;
        further.result.output = stage.inputs[input];
    }
    further.format = stage.formats[input];
    return &further;
}

bool LayerResults::hasAny() const
{
    return std::any_of(m_layers.begin(), m_layers.end(),
                       [](const auto &entry) { return entry.first != kInputName; });
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
    // All of them belong to the document as it is.
    const std::size_t done = m_fresh.size() - m_fresh.count(kInputName);
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
            return loss.value();
    }
    return std::nullopt;
}

double LayerResults::totalPenalty() const
{
    double total = 0;
    for (const LayerLoss &loss : m_evaluation.lastLosses())
        total += loss.value();
    return total;
}

const Error *LayerResults::failure(int index) const
{
    if (m_failures.empty())
        return nullptr;
    const auto found = m_failures.find(nameOf(index));
    return found == m_failures.end() ? nullptr : &found->second;
}

LayerState LayerResults::state(int index) const
{
    const Layer &layer = m_document->model().layer(index);
    LayerState state =
        layerState(m_document->shapes().layers[static_cast<std::size_t>(index)], failure(index));
    using Kind = LayerState::Kind;
    // What it gets goes through.
    if (state.kind == Kind::Unknown && layer.isBypassed())
        state.kind = Kind::Fine;
    if (state.kind != Kind::Fine && state.kind != Kind::Failed)
        return state;
    if (!m_missing || m_missing->size() != m_document->model().layers.size())
        m_missing = missingOutputs(m_document->model());
    const std::string &missing = (*m_missing)[static_cast<std::size_t>(index)];
    return missing.empty() ? state : LayerState{Kind::Waits, std::nullopt, missing};
}

void LayerResults::setShownChannel(int index, std::int64_t channel)
{
    const auto [shown, isNew] = m_shownChannels.try_emplace(nameOf(index), 0);
    if (shown->second == channel)
        return;
    shown->second = channel;
    if (index >= 0)
        drawPicture(index);
}

void LayerResults::drawPicture(int index)
{
    const std::string name = nameOf(index);
    const EvaluatedLayer *layer = at(index);
    if (layer == nullptr || layer->result.output.isNull())
        return;
    ThumbnailStyle style;
    style.format = layer->format;
    style.box = m_thumbnailBox;
    style.isDark = m_isDark;
    style.isInput = index < 0;
    if (const auto shown = m_shownChannels.find(name); index >= 0 && shown != m_shownChannels.end())
        style.channel = shown->second;
    m_thumbnails.start(
        [style, output = layer->result.output](const BackgroundJobs::Job &) {
            computeInBackground();
            const LayerPictures::Wanted wanted{0, output, style};
            return LayerPictures().draw(std::span(&wanted, 1)).front();
        },
        [this, name, output = layer->result.output](const Result<LayerPicture> &picture) {
            const auto found = m_layers.find(name);
            if (!picture || found == m_layers.end() || !(found->second.result.output == output))
                return;
            found->second.picture = *picture;
            Q_EMIT thumbnailChanged(m_document->model().indexOf(name));
        });
}

void LayerResults::setThumbnails(QSize box, bool isDark)
{
    if (box == m_thumbnailBox && isDark == m_isDark)
        return;
    m_thumbnailBox = box;
    m_isDark = isDark;
    // Pictures alone are no reason to compute for long what the cache has lost.
    if (!isRunning() && costBeyondLimits(1)) {
        for (int i = -1; i < m_document->model().size(); ++i)
            drawPicture(i);
        return;
    }
    compute(isPreview() ? Wish::Preview : m_question ? Wish::Ask : Wish::Whole, false);
}

void LayerResults::setKernel(const QString &name)
{
    if (name == kernel())
        return;
    m_evaluation.setKernel(name);
    compute(Wish::Ask, false);
}

void LayerResults::preview()
{
    m_previewed = m_document->state().input;
    compute(Wish::Preview, false);
}

void LayerResults::compute(Wish wish, bool replacesLast)
{
    const std::optional<RunQuestion> before = m_question;
    const int reductionBefore = m_reduction;
    // One that never ran leaves the run before it to be come back to.
    const bool wasAsking = isAsking();
    m_failures.clear();
    m_previewShapes.reset();
    m_isUpToDate = false;
    m_wasStopped = false;
    forgetRemoved();
    decide(wish);
    keepFresh();
    if (m_document->inputTensors().empty()) {
        m_evaluation.abandon();
        m_layers.clear();
    } else if (isAsking()) {
        waitForAnswer();
    } else {
        if (!m_slowTimer.isActive() && !m_slow) {
            const bool isSoon = m_sinceSlow.isValid() && m_sinceSlow.elapsed() < kSoonMs;
            m_slowTimer.start(isSoon ? kSlowAgainAfterMs : kSlowAfterMs);
            m_sinceRun.start();
        }
        EvaluationRequest request;
        request.stage = m_document->stage();
        request.reduction = m_reduction;
        request.shownChannels = m_shownChannels;
        request.thumbnailBox = m_thumbnailBox;
        request.isDark = m_isDark;
        request.replacesLast = replacesLast && !wasAsking && m_reduction == reductionBefore;
        if (m_prepareEarly)
            request.early = m_prepareEarly();
        m_evaluation.request(std::move(request));
        Q_EMIT started();
    }
    if (m_question != before || m_reduction != reductionBefore)
        Q_EMIT questionChanged();
}

void LayerResults::decide(Wish wish)
{
    const bool keepsPreview = isPreview() && m_previewed.lock() == m_document->state().input;
    m_question.reset();
    m_reduction = 1;
    if (wish == Wish::Whole || m_document->inputTensors().empty())
        return;
    const auto cost = costBeyondLimits(1);
    if (!cost)
        return;
    m_question = RunQuestion{*cost, canPreview()};
    if (m_question->offersPreview &&
        (wish == Wish::Preview || (keepsPreview && !costBeyondLimits(kPreviewReduction))))
        m_reduction = kPreviewReduction;
}

std::vector<Shape> LayerResults::inputShapesFor(int reduction) const
{
    std::vector<Shape> shapes;
    const RunStage &stage = m_document->stage();
    for (std::size_t i = 0; i < stage.inputs.size(); ++i)
        shapes.emplace_back(reducedExtents(stage.inputs[i].extents(), stage.formats[i], reduction));
    return shapes;
}

const ModelShapes &LayerResults::shapesFor(int reduction) const
{
    if (reduction == 1)
        return m_document->shapes();
    if (!m_previewShapes)
        m_previewShapes = inferShapes(m_document->model(), inputShapesFor(kPreviewReduction));
    return *m_previewShapes;
}

std::optional<RunCost> LayerResults::costBeyondLimits(int reduction) const
{
    PlannedRun run{m_document->model(), shapesFor(reduction), {}, kernel().toStdString(), {}};
    if (reduction == 1) {
        for (const Tensor &input : m_document->inputTensors())
            run.inputs.push_back(input.fingerprint());
    }
    const std::vector<LayerResult> kept = atHand();
    run.atHand = kept;
    return costBeyond(m_limits, run, m_evaluation.speeds(), *sharedCache());
}

std::vector<LayerResult> LayerResults::atHand() const
{
    std::vector<LayerResult> layers;
    for (const auto &[name, layer] : m_layers) {
        const Tensor &output = layer.result.output;
        if (name != kInputName && !output.isNull() &&
            !sharedCache()->contains(output.fingerprint()))
            layers.push_back(layer.result);
    }
    return layers;
}

bool LayerResults::canPreview() const
{
    const std::vector<LayerShapes> &layers = shapesFor(kPreviewReduction).layers;
    return inputShapesFor(kPreviewReduction) != inputShapesFor(1) &&
           std::any_of(layers.begin(), layers.end(),
                       [](const LayerShapes &layer) { return layer.output.has_value(); });
}

void LayerResults::waitForAnswer()
{
    m_evaluation.abandon();
    m_slowTimer.stop();
    m_progressTimer.stop();
    m_slow = false;
    m_fresh.insert(kInputName);
    EvaluatedLayer &input = m_layers[kInputName];
    if (input.result.output == m_document->inputTensors().front())
        return;
    input.result = {};
    input.result.index = -1;
    input.result.output = m_document->inputTensors().front();
    input.format = m_document->inputFormat();
    input.reduction = 1;
    drawPicture(-1);
    Q_EMIT layerChanged(-1);
}

void LayerResults::keepFresh()
{
    const RunStage &stage = m_document->stage();
    std::vector<Fingerprint> inputs;
    for (const Tensor &input : stage.inputs)
        inputs.push_back(m_reduction == 1 ? input.fingerprint()
                                          : FingerprintBuilder()
                                                .add(input.fingerprint())
                                                .add(static_cast<std::uint64_t>(m_reduction))
                                                .finish());
    const auto outputs =
        outputFingerprints(stage.model, shapesFor(m_reduction), inputs, kernel().toStdString());
    std::map<std::string, Fingerprint> asked;
    if (!inputs.empty())
        asked[kInputName] = inputs.front();
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (outputs[i])
            asked[nameOf(static_cast<int>(i))] = *outputs[i];
    }
    std::erase_if(m_fresh, [&](const std::string &name) {
        const auto before = m_asked.find(name);
        const auto now = asked.find(name);
        return before == m_asked.end() || now == asked.end() || before->second != now->second;
    });
    m_asked = std::move(asked);
}

void LayerResults::forgetRemoved()
{
    std::unordered_set<std::string_view> names{kInputName};
    for (const auto &layer : m_document->model().layers)
        names.insert(layer->name());
    std::erase_if(m_layers, [&names](const auto &entry) { return !names.contains(entry.first); });
}

void LayerResults::store(const EvaluatedLayer &layer, bool isCurrent)
{
    const int index = layer.result.index;
    if (index >= m_document->model().size())
        return;
    const std::string name = nameOf(index);
    // What shape inference refuses is the document's to tell, an overtaken run's troubles are past,
    // and a preview's are not the stack's.
    if (isCurrent && layer.result.error && layer.reduction == 1 &&
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
    if (m_slow && !m_progressTimer.isActive())
        m_progressTimer.start();
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
