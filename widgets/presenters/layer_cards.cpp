// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/layer_cards.h"

#include "evaluation/preview_text.h"
#include "language/core_words.h"
#include "layers/unknown_layer.h"
#include "model/rewire.h"
#include "model/weights.h"
#include "params/input_problem.h"
#include "presenters/input_words.h"
#include "presenters/layer_text.h"
#include "style/layer_icon.h"
#include "style/numbers.h"

#include <QCoreApplication>

namespace convscope {

namespace {

using namespace Qt::Literals::StringLiterals;

struct LayerCards
{
    Q_DECLARE_TR_FUNCTIONS(LayerCards)
};

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

/// Of several inputs the name of this one stands before what was done to it.
QString inputLine(const ModelDocument &document, std::size_t input, const QString &done)
{
    const std::vector<ModelInput> &inputs = document.model().inputs;
    const QString name = inputs.size() > 1 ? qt(inputs[input].name) : LayerCards::tr("input");
    return LayerCards::tr("%1, %2").arg(name, done);
}

/// What an input reads for which nothing was chosen.
void describeUnchosenCard(LayerCard &card, const ModelDocument &document, std::size_t input)
{
    const DocumentState &state = document.state();
    const auto origin = state.originOf(input);
    const Input *read = nullptr;
    if (origin && *origin != input) {
        const ChosenInput *other = state.chosenFor(*origin);
        read = other != nullptr ? other->read.get() : *origin == 0 ? state.input.get() : nullptr;
        card.name =
            inputLine(document, input,
                      LayerCards::tr("as %1").arg(qt(document.model().inputs[*origin].name)));
        card.title =
            read != nullptr ? localized(read->title) : qt(document.model().inputs[*origin].name);
        return;
    }
    read = input == 0 ? state.input.get() : nullptr;
    if (read != nullptr) {
        card.title = localized(read->title);
        card.name = inputLine(document, input, localized(read->scaling));
    } else if (document.model().inputs.size() > 1) {
        card.title = qt(document.model().inputs[input].name);
        card.name = LayerCards::tr("input of the file");
    } else {
        card.title = LayerCards::tr("Input of the file");
        card.name = inputLine(document, input, LayerCards::tr("as stored"));
    }
}

LayerCard inputCard(const ModelDocument &document, const LayerResults &results, std::size_t input)
{
    LayerCard card;
    card.isInput = true;
    card.isFurtherInput = input > 0;
    card.layer = -1;
    card.input = static_cast<int>(input);
    const DocumentState &state = document.state();
    const ChosenInput *chosen = state.chosenFor(input);
    if (chosen != nullptr && chosen->problem) {
        card.title = chosen->read ? localized(chosen->read->title) : LayerCards::tr("Input");
        card.name = document.model().inputs.size() > 1
                        ? inputLine(document, input, LayerCards::tr("does not fit"))
                        : LayerCards::tr("does not fit");
        card.shape = shortInputProblem(*chosen);
        card.state = CardState::Illegal;
        card.description = LayerCards::tr("Input: %1").arg(inputProblem(*chosen, {}));
        return card;
    }
    if (!state.originOf(input)) {
        card.title = LayerCards::tr("No input");
        card.name = document.model().inputs.size() > 1
                        ? inputLine(document, input, LayerCards::tr("open or drop a picture"))
                        : LayerCards::tr("open or drop a picture");
        card.state = CardState::Waiting;
        card.description =
            LayerCards::tr("Input: none. Open, drop or paste a picture, volume or sound.");
        return card;
    }
    if (chosen != nullptr && chosen->read) {
        card.title = localized(chosen->read->title);
        card.name = inputLine(document, input, preparationWords(*chosen));
    } else {
        describeUnchosenCard(card, document, input);
    }
    const std::vector<Shape> shapes = document.inputShapes();
    if (input < shapes.size() && shapes[input].rank() > 0)
        card.shape = tightShapeText(shapes[input]);
    if (const EvaluatedLayer *layer = results.at(-1); layer != nullptr && input == 0)
        card.thumbnail = layer->picture.thumbnail;
    card.description = LayerCards::tr("Input %1, %2").arg(card.title, card.shape);
    if (document.model().inputs.size() > 1)
        card.description += u'\n' + card.name;
    const Input *read = chosen != nullptr ? chosen->ready.get()
                        : input == 0      ? state.input.get()
                                          : nullptr;
    if (read != nullptr) {
        for (const Words &note : read->notes)
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

/// "up_2 and conv_2".
QString readWords(const Model &model, int index)
{
    QStringList names;
    for (const std::string &name : readNames(model, index))
        names << qt(name);
    if (names.size() == 1)
        return names.front();
    const QString last = names.takeLast();
    return LayerCards::tr("%1 and %2").arg(names.join(u", "_s), last);
}

QString arraysText(const Layer &layer)
{
    std::int64_t values = 0;
    for (std::size_t i = 0; i < layer.storedWeightCount(); ++i)
        values += elementCount(layer.storedExtents(i)).value_or(0);
    const auto count = static_cast<int>(layer.storedWeightCount());
    const QString arrays =
        count == 1 ? LayerCards::tr("1 array") : LayerCards::tr("%n arrays", nullptr, count);
    return LayerCards::tr("%1, %2 values").arg(arrays, integerText(values));
}

/// Extents of the tensor on a face.
void measureFace(RibbonFace &face, const Shape &shape, DataFormat format)
{
    const auto known = [&](int axis) { return shape[axis].value_or(1); };
    const int rank = shape.rank();
    face.dimensions = std::clamp(rank - 2, 1, 3);
    if (rank < 2 || rank > 5)
        return;
    if (rank == 2) {
        face.columns = known(1);
        return;
    }
    face.channels = known(channelAxis(format, rank));
    const int first = spatialAxis(format);
    face.columns = known(first + rank - 3);
    if (rank >= 4)
        face.rows = known(first + rank - 4);
    if (rank == 5)
        face.slices = known(first);
}

/// What is the matter with one of the layers comes first.
CardState worse(CardState a, CardState b)
{
    const auto rank = [](CardState state) {
        switch (state) {
        case CardState::Illegal:
            return 3;
        case CardState::Waiting:
            return 2;
        case CardState::Computing:
            return 1;
        case CardState::Ok:
            break;
        }
        return 0;
    };
    return rank(a) >= rank(b) ? a : b;
}

} // namespace

LayerCard rowCard(const ModelDocument &document, const LayerResults &results,
                  const StackArrangement &stack, const StackRow &row)
{
    if (row.layer < 0)
        return inputCard(document, results, static_cast<std::size_t>(row.input));
    LayerCard card = layerCard(document, results, row.layer);
    card.layer = row.layer;
    card.kind = row.kind;
    card.indent = row.indent;
    card.endsBlock = row.endsBlock;
    if (row.block < 0)
        return card;
    const std::string &block = stack.blockNames[static_cast<std::size_t>(row.block)];
    const std::string &prefix = stack.blocks[static_cast<std::size_t>(row.block)].prefix;
    card.block = qt(block);
    if (row.kind == CardKind::Line) {
        const Layer &layer = document.model().layer(row.layer);
        card.icon = layerIcon(layer.type().group);
        const std::string_view inside = nameInBlock(layer.name(), prefix);
        card.title = QString::fromUtf8(inside.data(), static_cast<qsizetype>(inside.size()));
        return card;
    }
    const std::vector<int> layers = stack.layersOf(row);
    card.title = qt(block);
    card.name = qt(block);
    card.isBypassed = false;
    const auto count = static_cast<int>(layers.size());
    card.params = LayerCards::tr("%n layers", nullptr, count);
    card.thumbnail = {};
    double milliseconds = 0;
    bool isTimed = true;
    for (const int layer : layers) {
        if (layer == row.layer)
            continue;
        const LayerCard one = layerCard(document, results, layer);
        if (worse(one.state, card.state) != card.state)
            card.shape = one.state == CardState::Illegal
                             ? LayerCards::tr("%1 is illegal").arg(one.name)
                             : one.shape;
        card.state = worse(one.state, card.state);
        card.isStale = card.isStale || one.isStale;
        card.isUnknown = card.isUnknown || one.isUnknown;
    }
    for (const int layer : layers) {
        const EvaluatedLayer *evaluated = results.at(layer);
        isTimed = isTimed && evaluated != nullptr && evaluated->reduction == 1 &&
                  !(results.showsStale() && results.isStale(layer));
        if (evaluated != nullptr && !document.model().layer(layer).isBypassed())
            milliseconds += evaluated->result.milliseconds;
    }
    card.time = isTimed ? durationText(milliseconds / 1000.0) : QString();
    card.description = row.kind == CardKind::Block
                           ? LayerCards::tr("Block %1, %2, output %3, folded")
                                 .arg(card.title, card.params, card.shape)
                           : LayerCards::tr("Block %1, %2, unfolded").arg(card.title, card.params);
    return card;
}

LayerCard layerCard(const ModelDocument &document, const LayerResults &results, int index)
{
    if (index < 0)
        return inputCard(document, results, 0);
    const Layer &layer = document.model().layer(index);
    const LayerShapes &shapes = shapesOf(document, index);
    const LayerState state = results.state(index);
    const EvaluatedLayer *evaluated = results.at(index);
    LayerCard card;
    card.title = qt(layer.type().className);
    card.name = qt(layer.name());
    card.isShared = !layer.sharedWith().empty();
    card.isBypassed = layer.isBypassed();
    // Behind a layer that is not known here nothing runs, and what ran before it is old for good.
    card.isStale = (results.showsStale() || results.isUpToDate()) && results.isStale(index);
    QString named = card.name;
    if (!layer.inputs().empty())
        named += u", "_s + LayerCards::tr("reads %1").arg(readWords(document.model(), index));
    if (card.isShared)
        named += u", "_s + LayerCards::tr("with the weights of %1").arg(qt(layer.sharedWith()));
    card.description =
        LayerCards::tr("Layer %1 of %2, %3 %4, %5")
            .arg(QString::number(index + 1), QString::number(document.model().size()), card.title,
                 named, spokenState(shapes, state));
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
        card.isUnknown = true;
        if (layer.hasStoredWeights()) {
            card.params = arraysText(layer);
            card.description += u'\n' + card.params;
        }
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
    if (isUnknown(layer) && !unknownLayer(layer).fed.isNull()) {
        const QString from = qt(unknownLayer(layer).fedFrom).section(u'/', -1);
        card.params =
            from.isEmpty() ? LayerCards::tr("fed") : LayerCards::tr("fed from %1").arg(from);
        card.description += u", "_s + card.params;
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
        face.icon = layerIcon(layer.type().group);
        if (layer.type().brief)
            face.brief = localized(layer.type().brief(layer.params()));
        if (card.state == CardState::Illegal)
            face.state = RibbonFace::State::Illegal;
        else if (card.state == CardState::Waiting)
            face.state = results.state(index).kind == LayerState::Kind::Unknown
                             ? RibbonFace::State::Unknown
                             : RibbonFace::State::Waiting;
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
    if (!shape) {
        if (card.isUnknown)
            face.shapeWords = LayerCards::tr("not known");
        return face;
    }
    face.shapeWords = tightShapeText(*shape);
    measureFace(face, *shape, format);
    if (card.isUnknown)
        face.shapeWords = LayerCards::tr("not known");
    return face;
}

RibbonFace rowFace(const ModelDocument &document, const LayerResults &results, const StackRow &row,
                   const LayerCard &card)
{
    if (row.layer < 0 && row.input > 0) {
        RibbonFace face;
        face.toolTip = card.description;
        face.accessibleName = card.description;
        face.shapeWords = card.shape;
        face.input = row.input;
        const std::vector<Shape> shapes = document.inputShapes();
        const auto at = static_cast<std::size_t>(row.input);
        if (at < shapes.size())
            measureFace(face, shapes[at], document.inputFormat());
        return face;
    }
    RibbonFace face = ribbonFace(document, results, row.layer, card);
    face.layer = row.layer;
    if (row.kind == CardKind::Block) {
        face.className = card.title;
        face.brief = card.params;
        face.icon.clear();
    }
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
            {LayerCards::tr("receptive field"), field, true},
            {LayerCards::tr("whole stack"),
             results.isUpToDate() ? durationText(results.stackMilliseconds() / 1000.0) : u"–"_s}};
}

} // namespace convscope
