// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/inspector_presenter.h"

#include "language/core_words.h"
#include "layers/unknown_layer.h"
#include "params/inspector.h"
#include "params/param_form.h"
#include "presenters/input_words.h"
#include "presenters/layer_text.h"
#include "style/numbers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The maps of a short run are on the screen by then.
constexpr int kRestMs = 80;

/// Spatial axes of the layer's input, for the captions of the form.
int spatialRankOf(const Layer &layer)
{
    return std::clamp(layer.type().inputRank - 2, 0, 3);
}

/// Of a softmax so many are told; more values than that are no classes, and are not looked through
/// here.
constexpr int kLargest = 5;
constexpr std::int64_t kMostShares = 200000;

bool isSoftmax(const Layer &layer)
{
    if (layer.isBypassed())
        return false;
    if (layer.type().className == "Softmax")
        return true;
    if (layer.type().table->indexOf("activation") < 0)
        return false;
    const Value activation = layer.value("activation");
    const auto *function = std::get_if<ObjectValue>(&activation);
    return function != nullptr && function->className == "softmax";
}

/// The configuration as text and the stored arrays, of a class that is not known here.
QList<Fact> statedFacts(const Layer &layer)
{
    QList<Fact> facts;
    if (!isUnknown(layer))
        return facts;
    const UnknownLayer &unknown = unknownLayer(layer);
    if (layer.statement() != nullptr) {
        const QJsonObject config =
            QJsonDocument::fromJson(QByteArray::fromStdString(layer.statement()->config)).object();
        for (auto member = config.begin(); member != config.end(); ++member) {
            QJsonArray one;
            one.append(member.value());
            QString text = QString::fromUtf8(QJsonDocument(one).toJson(QJsonDocument::Compact));
            facts << Fact{member.key(), text.mid(1, text.size() - 2), false};
        }
    }
    for (std::size_t i = 0; i < unknown.weightNames.size(); ++i)
        facts << Fact{qt(unknown.weightNames[i]), qt(toString(unknown.weightShapes[i])), false};
    if (unknown.output)
        facts << Fact{InspectorPresenter::tr("output"), qt(unknown.output->toString()), false};
    if (!unknown.fed.isNull())
        facts << Fact{InspectorPresenter::tr("fed with"), qt(toString(unknown.fed.extents())),
                      false};
    return facts;
}

LayerStatistics summed(const std::vector<MapStatistics> &maps)
{
    LayerStatistics all;
    all.maps = static_cast<int>(maps.size());
    double sum = 0;
    double squares = 0;
    double finite = 0;
    bool isFirst = true;
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const MapStatistics &map = maps[i];
        const auto n = static_cast<double>(map.count - map.nonfinite);
        all.count += map.count;
        all.zeros += map.zeros;
        all.nonfinite += map.nonfinite;
        if (n > 0) {
            all.minimum = isFirst ? map.minimum : std::min<double>(all.minimum, map.minimum);
            all.maximum = isFirst ? map.maximum : std::max<double>(all.maximum, map.maximum);
            isFirst = false;
        }
        sum += map.mean * n;
        squares += map.energy * n;
        finite += n;
        if (map.isDead())
            all.deadMaps << static_cast<int>(i);
    }
    if (finite > 0) {
        all.mean = sum / finite;
        all.standardDeviation = std::sqrt(std::max(0.0, squares / finite - all.mean * all.mean));
    }
    return all;
}

} // namespace

InspectorPresenter::InspectorPresenter(ModelDocument *document, LayerResults *results,
                                       Selection *selection, Inspector *inspector, QObject *parent)
    : QObject(parent), m_document(document), m_results(results), m_selection(selection),
      m_inspector(inspector)
{
    m_rest.setSingleShot(true);
    connect(m_document, &ModelDocument::changed, this, [this] {
        m_rest.start(kRestMs);
        refresh();
    });
    connect(m_selection, &Selection::inputSelected, this, &InspectorPresenter::refresh);
    connect(m_selection, &Selection::layerSelected, this, [this] {
        m_inspector->setStatistics(std::nullopt);
        refresh();
    });
    // Short runs show their time once, at the end.
    const auto showCostAgain = [this] {
        if (const int index = m_selection->layer(); index >= 0)
            showCost(index);
    };
    connect(m_results, &LayerResults::progressed, this, showCostAgain);
    connect(m_results, &LayerResults::finished, this, [this, showCostAgain] {
        showCostAgain();
        if (const int index = m_selection->layer(); index >= 0)
            showLargest(index);
    });
    connect(m_selection, &Selection::lookedElsewhere, this, [this] {
        if (const int index = m_selection->layer(); index >= 0)
            showLargest(index);
    });
    connect(&m_rest, &QTimer::timeout, this, showCostAgain);
    connect(m_inspector, &Inspector::edited, this,
            [this](const QString &argument, const Value &value, bool continuing) {
                if (const int layer = m_selection->layer(); layer >= 0)
                    m_document->setArgument(layer, argument.toStdString(), value, continuing);
            });
    connect(m_inspector, &Inspector::renameRequested, this, [this](const QString &name) {
        if (const int layer = m_selection->layer(); layer >= 0)
            m_document->renameLayer(layer, name);
    });
    refresh();
}

void InspectorPresenter::setStatistics(int layer, const std::vector<MapStatistics> &maps)
{
    if (layer == m_selection->layer())
        m_inspector->setStatistics(maps.empty() ? std::nullopt : std::optional(summed(maps)));
}

void InspectorPresenter::refresh()
{
    const int layer = m_selection->layer();
    if (layer >= 0 && layer < m_document->model().size())
        showLayer(layer);
    else
        showInput();
    m_inspector->layOutNow();
}

void InspectorPresenter::showInput()
{
    const std::size_t which = m_selection->input();
    // Of several inputs each is chosen here.
    if (m_document->model().inputs.size() > 1 || m_document->chosenFor(which) != nullptr) {
        m_inspector->setInput(tr("Input"), inputName(*m_document, which));
        return;
    }
    const Input *input = m_document->input();
    if (input == nullptr && m_document->inputTensors().empty()) {
        m_inspector->clear(tr("Open, drop or paste a picture, a volume or a sound to begin."));
        return;
    }
    QList<Fact> facts;
    const std::vector<Shape> shapes = m_document->inputShapes();
    if (!shapes.empty()) {
        facts << Fact{tr("shape"), tightShapeText(shapes.front()), false};
        facts << Fact{tr("Keras shape"), qt(shapes.front().toString()), false};
    }
    if (input != nullptr) {
        facts << Fact{tr("values"), localized(input->scaling), false};
        QStringList names;
        for (const Words &name : input->channelNames)
            names << localized(name);
        if (!names.isEmpty())
            facts << Fact{tr("channels"), names.join(u", "_s), false};
        for (const Words &note : input->notes)
            facts << Fact{tr("note"), localized(note), false};
    }
    m_inspector->setFacts(u"image"_s,
                          input != nullptr ? localized(input->title) : tr("Input of the file"),
                          tr("input"), facts);
}

void InspectorPresenter::showLayer(int index)
{
    const Layer &layer = m_document->model().layer(index);
    const Layer &owner = m_document->model().owner(index);
    const LayerShapes &shapes = m_document->shapes().layers[static_cast<std::size_t>(index)];
    m_inspector->setLayer(layer, spatialRankOf(layer));
    ParamForm *form = m_inspector->form();
    form->clearErrors();
    form->setNote(u"padding"_s, paddingNote(owner, shapes));
    const LayerState state = m_results->state(index);
    if (state.kind == LayerState::Kind::Illegal && !state.error->argument.empty()) {
        QString message = shortProblem(layer, shapes);
        form->setError(qt(state.error->argument),
                       message.isEmpty() ? localized(*state.error) : message,
                       illegalAxis(owner, shapes));
    }
    QList<Fact> output;
    if (layer.isBypassed())
        output << Fact{tr("bypassed"),
                       shapes.output ? tr("passes on %1").arg(tightShapeText(*shapes.output))
                                     : tr("passes on what it reads"),
                       false};
    else
        for (const OutputLine &line : outputLines(owner, shapes))
            output << Fact{line.axis, line.arithmetic, line.isIllegal};
    m_inspector->setOutput(output);
    m_inspector->setStated(statedFacts(layer));
    showLargest(index);
    showCost(index);
}

void InspectorPresenter::showLargest(int index)
{
    LargestShares shares;
    const EvaluatedLayer *evaluated = m_results->at(index);
    if (evaluated != nullptr && isSoftmax(m_document->model().owner(index)) &&
        evaluated->result.output.rank() == 2) {
        const Tensor &output = evaluated->result.output;
        const std::int64_t count = output.extents()[1];
        const std::int64_t row =
            std::clamp<std::int64_t>(m_selection->lookedAt().batch, 0, output.extents()[0] - 1);
        if (count <= kMostShares && count > 0 && row >= 0)
            shares = largestShares(output.data() + row * count, count, kLargest);
    }
    m_inspector->setLargest(shares);
}

void InspectorPresenter::showCost(int index)
{
    const LayerShapes &shapes = m_document->shapes().layers[static_cast<std::size_t>(index)];
    const EvaluatedLayer *evaluated = m_results->at(index);
    const bool hasTime =
        evaluated != nullptr && evaluated->reduction == 1 &&
        (!m_results->isStale(index) || (m_results->isRunning() && !m_results->isSlow()));
    const QString time = hasTime ? durationText(evaluated->result.milliseconds / 1000.0) : u"–"_s;
    QList<Fact> cost{{tr("parameters"), parameterFormula(shapes), false},
                     {tr("multiply–adds"), shapes.macs ? countText(*shapes.macs) : u"–"_s, false},
                     {tr("memory"), shapes.bytes ? bytesText(*shapes.bytes) : u"–"_s, false},
                     {tr("receptive field"), fieldText(shapes.field), false},
                     {tr("time"), time, false}};
    const QString adapted = adaptedWeightsText(m_document->model().owner(index), shapes);
    const bool tells = !adapted.isEmpty() && (m_tellsOfWeights == index || !m_rest.isActive());
    if (tells)
        cost.insert(1, {tr("stored weights"), adapted, false});
    m_tellsOfWeights = tells ? index : -1;
    if (const auto penalty = m_results->penalty(index))
        cost << Fact{
            tr("penalty"),
            tr("%1 of %2 in all").arg(valueText(*penalty), valueText(m_results->totalPenalty())),
            false};
    m_inspector->setCost(cost);
}

} // namespace convscope
