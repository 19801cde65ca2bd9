// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/layer_cards.h"

#include "evaluation/preview_text.h"
#include "language/core_words.h"
#include "model/weights.h"
#include "params/input_problem.h"
#include "presenters/input_words.h"
#include "presenters/layer_text.h"
#include "style/numbers.h"

#include <QCoreApplication>

namespace convscope {

namespace {

using namespace Qt::Literals::StringLiterals;

struct LayerCards
{
    Q_DECLARE_TR_FUNCTIONS(LayerCards)
};

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

const LayerShapes &shapesOf(const ModelDocument &document, int index)
{
    return document.shapes().layers[static_cast<std::size_t>(index)];
}

std::optional<Shape> outputShape(const ModelDocument &document, int index)
{
    if (index >= 0)
        return shapesOf(document, index).output;
    const std::vector<Shape> inputs = document.inputShapes();
    if (inputs.empty() || inputs.front().rank() == 0)
        return std::nullopt;
    return inputs.front();
}

LayerCard inputCard(const ModelDocument &document, const LayerResults &results)
{
    LayerCard card;
    card.isInput = true;
    const Input *input = document.input();
    if (const ChosenInput *chosen = document.chosen(); chosen != nullptr && chosen->problem) {
        card.title = chosen->read ? localized(chosen->read->title) : LayerCards::tr("Input");
        card.name = LayerCards::tr("does not fit");
        card.shape = shortInputProblem(*chosen);
        card.state = CardState::Illegal;
        card.description = LayerCards::tr("Input: %1").arg(inputProblem(*chosen, {}));
        return card;
    }
    if (input == nullptr && document.inputTensors().empty()) {
        card.title = LayerCards::tr("No input");
        card.name = LayerCards::tr("open or drop a picture");
        card.state = CardState::Waiting;
        card.description =
            LayerCards::tr("Input: none. Open, drop or paste a picture, volume or sound.");
        return card;
    }
    card.title = input != nullptr ? localized(input->title) : LayerCards::tr("Input of the file");
    const QString done = document.chosen() != nullptr ? preparationWords(*document.chosen())
                         : input != nullptr           ? localized(input->scaling)
                                                      : LayerCards::tr("as stored");
    card.name = LayerCards::tr("input, %1").arg(done);
    if (const auto shape = outputShape(document, -1))
        card.shape = tightShapeText(*shape);
    if (const EvaluatedLayer *layer = results.at(-1))
        card.thumbnail = layer->picture.thumbnail;
    card.description = LayerCards::tr("Input %1, %2").arg(card.title, card.shape);
    if (input != nullptr) {
        for (const Words &note : input->notes)
            card.description += u'\n' + localized(note);
    }
    return card;
}

QString spokenState(const LayerShapes &shapes, const LayerState &state)
{
    if (state.kind == LayerState::Kind::Illegal)
        return localized(*state.error);
    if (state.kind == LayerState::Kind::Waits)
        return LayerCards::tr("waits for %1").arg(qt(state.waitsFor));
    return LayerCards::tr("output %1, %2 parameters")
        .arg(shapes.output ? spokenShape(*shapes.output) : QString(),
             QString::number(shapes.params));
}

} // namespace

QString cardName(const Layer &layer)
{
    QString name = qt(layer.name());
    if (!layer.inputs().empty()) {
        QStringList inputs;
        for (const std::string &input : layer.inputs())
            inputs << qt(input);
        name += u" ← "_s + inputs.join(u", "_s);
    }
    return name;
}

LayerCard layerCard(const ModelDocument &document, const LayerResults &results, int index)
{
    if (index < 0)
        return inputCard(document, results);
    const Layer &layer = document.model().layer(index);
    const LayerShapes &shapes = shapesOf(document, index);
    const LayerState state = results.state(index);
    const EvaluatedLayer *evaluated = results.at(index);
    LayerCard card;
    card.title = qt(layer.type().className);
    card.name = cardName(layer);
    card.isBypassed = layer.isBypassed();
    card.isStale = results.showsStale() && results.isStale(index);
    card.description =
        LayerCards::tr("Layer %1 of %2, %3 %4, %5")
            .arg(QString::number(index + 1), QString::number(document.model().size()), card.title,
                 card.name, spokenState(shapes, state));
    if (layer.isBypassed())
        card.description += u", "_s + LayerCards::tr("bypassed");
    switch (state.kind) {
    case LayerState::Kind::Fine:
        break;
    case LayerState::Kind::Illegal:
    case LayerState::Kind::Failed:
        card.state = CardState::Illegal;
        card.shape = state.kind == LayerState::Kind::Illegal ? shortProblem(layer, shapes)
                                                             : LayerCards::tr("too large to run");
        card.description += u'\n' + localized(*state.error);
        return card;
    case LayerState::Kind::Waits:
        card.state = CardState::Waiting;
        card.shape = LayerCards::tr("waits for %1").arg(qt(state.waitsFor));
        return card;
    case LayerState::Kind::Unknown:
        card.state = CardState::Waiting;
        card.shape = LayerCards::tr("not known here");
        return card;
    }
    if (shapes.output) {
        card.shape = tightShapeText(*shapes.output);
        card.description += u'\n' + qt(shapes.output->toString());
    }
    const StoredShare share = storedShare(document.model().owner(index), shapes.weights);
    if (share.isPartial()) {
        card.params = LayerCards::tr("%1 of %2 stored")
                          .arg(integerText(share.stored), integerText(share.total));
        card.description += u", "_s + card.params;
    } else if (shapes.params > 0) {
        card.params = integerText(shapes.params);
    }
    if (evaluated != nullptr) {
        card.thumbnail = evaluated->picture.thumbnail;
        if (evaluated->reduction > 1)
            card.description += u'\n' + previewText(evaluated->reduction);
        if (!evaluated->result.kernel.empty())
            card.description +=
                u'\n' + LayerCards::tr("computed by %1").arg(qt(evaluated->result.kernel));
        if (!layer.isBypassed() && evaluated->reduction == 1 && !card.isStale)
            card.time = durationText(evaluated->result.milliseconds / 1000.0);
    }
    if (results.isSlow() && results.isStale(index))
        card.state = CardState::Computing;
    return card;
}

RibbonFace ribbonFace(const ModelDocument &document, const LayerResults &results, int index,
                      const LayerCard &card)
{
    RibbonFace face;
    DataFormat format = document.inputFormat();
    if (index >= 0) {
        const Layer &layer = document.model().layer(index);
        face.className = qt(layer.type().className);
        if (layer.type().brief)
            face.brief = localized(layer.type().brief(layer.params()));
        if (card.state == CardState::Illegal)
            face.state = RibbonFace::State::Illegal;
        else if (card.state == CardState::Waiting)
            face.state = RibbonFace::State::Waiting;
        else if (layer.isBypassed())
            face.state = RibbonFace::State::Bypassed;
        else if (card.isStale)
            face.state = RibbonFace::State::Stale;
    }
    face.toolTip = card.description;
    face.accessibleName = card.description;
    const std::optional<Shape> shape = outputShape(document, index);
    if (const EvaluatedLayer *evaluated = results.at(index)) {
        face.picture = evaluated->picture.thumbnail;
        face.lines = evaluated->picture.lines;
        format = evaluated->format;
    }
    if (!shape)
        return face;
    face.shapeWords = tightShapeText(*shape);
    const auto known = [&](int axis) { return (*shape)[axis].value_or(1); };
    const int rank = shape->rank();
    face.dimensions = std::clamp(rank - 2, 1, 3);
    if (rank < 2 || rank > 5)
        return face;
    if (rank == 2) {
        face.columns = known(1);
        return face;
    }
    face.channels = known(channelAxis(format, rank));
    const int first = spatialAxis(format);
    face.columns = known(first + rank - 3);
    if (rank >= 4)
        face.rows = known(first + rank - 4);
    if (rank == 5)
        face.slices = known(first);
    return face;
}

std::vector<ShapeRibbon::Total> ribbonTotals(const ModelDocument &document,
                                             const LayerResults &results)
{
    const ModelShapes &shapes = document.shapes();
    QString field = u"–"_s;
    if (!shapes.layers.empty())
        field = fieldText(shapes.layers.back().field).section(u", "_s, 0, 0);
    return {{LayerCards::tr("parameters"), integerText(shapes.params)},
            {LayerCards::tr("multiply–adds"), shapes.macs ? countText(*shapes.macs) : u"–"_s},
            {LayerCards::tr("receptive field"), field},
            {LayerCards::tr("whole stack"),
             results.isUpToDate() ? durationText(results.stackMilliseconds() / 1000.0) : u"–"_s}};
}

} // namespace convscope
