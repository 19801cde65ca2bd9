// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/reads_presenter.h"

#include "document/selection.h"
#include "document/status_sink.h"
#include "evaluation/layer_results.h"
#include "language/core_words.h"
#include "layers/unknown_layer.h"
#include "model/rewire.h"
#include "model/shape_inference.h"
#include "params/reads_section.h"
#include "stack/finder_popup.h"
#include "style/layer_icon.h"
#include "style/numbers.h"

#include <QToolButton>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<Shape> shapeOf(const ModelDocument &document, const Source &source)
{
    if (source.kind == Source::Kind::Layer)
        return document.shapes().layers[static_cast<std::size_t>(source.index)].output;
    const std::vector<Shape> inputs = document.inputShapes();
    if (source.kind == Source::Kind::Input && source.index < static_cast<int>(inputs.size()) &&
        inputs[static_cast<std::size_t>(source.index)].rank() > 0)
        return inputs[static_cast<std::size_t>(source.index)];
    return std::nullopt;
}

/// The axis along which the layer joins what it reads; −1: it does not.
int joinedAxis(const Layer &layer, int rank)
{
    if (layer.type().className != "Concatenate" || rank == 0)
        return -1;
    const Value axis = layer.value("axis");
    const auto *number = std::get_if<std::int64_t>(&axis);
    if (number == nullptr)
        return -1;
    return static_cast<int>(*number < 0 ? *number + rank : *number);
}

} // namespace

ReadsPresenter::ReadsPresenter(const PageContext &context, ReadsSection *section, QWidget *window)
    : QObject(window), m_context(context), m_section(section), m_window(window)
{
    connect(context.document, &ModelDocument::changed, this, &ReadsPresenter::follow);
    connect(context.selection, &Selection::layerSelected, this, &ReadsPresenter::follow);
    connect(context.results, &LayerResults::finished, this, &ReadsPresenter::follow);
    connect(section, &ReadsSection::addRequested, this, &ReadsPresenter::add);
    const ReadList *list = section->list();
    connect(list, &ReadList::replaceRequested, this, &ReadsPresenter::pick);
    connect(list, &ReadList::removeRequested, this, &ReadsPresenter::remove);
    connect(list, &ReadList::moveRequested, this, &ReadsPresenter::move);
    connect(list, &ReadList::moveConsidered, this, &ReadsPresenter::consider);
    follow();
}

int ReadsPresenter::layer() const
{
    const int index = m_context.selection->layer();
    return index < m_context.document->model().size() ? index : -1;
}

bool ReadsPresenter::hasLayer() const
{
    return layer() >= 0;
}

bool ReadsPresenter::canAdd() const
{
    if (!hasLayer())
        return false;
    const Model &model = m_context.document->model();
    const auto reads = static_cast<int>(readNames(model, layer()).size());
    return reads < model.layer(layer()).type().maxInputs;
}

bool ReadsPresenter::canRemove() const
{
    return hasLayer() && readNames(m_context.document->model(), layer()).size() > 1;
}

void ReadsPresenter::follow()
{
    if (!hasLayer()) {
        m_section->setReads({}, false);
        return;
    }
    const ModelDocument &document = *m_context.document;
    const Model &model = document.model();
    const std::vector<std::string> names = readNames(model, layer());
    const std::vector<Source> sources = model.sources(layer());
    std::vector<ReadRow> rows;
    std::int64_t joined = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Source &source = sources[i];
        ReadRow row;
        row.name = qt(names[i]);
        const std::optional<Shape> shape = shapeOf(document, source);
        if (source.kind == Source::Kind::Layer) {
            row.className = qt(model.layer(source.index).type().className);
            if (const EvaluatedLayer *evaluated = m_context.results->at(source.index))
                row.thumbnail = evaluated->picture.thumbnail;
        } else if (source.kind == Source::Kind::Input) {
            row.className = tr("input");
            const EvaluatedLayer *evaluated = m_context.results->at(-1);
            if (source.index == 0 && evaluated != nullptr)
                row.thumbnail = evaluated->picture.thumbnail;
        } else {
            row.className = tr("does not exist");
        }
        row.shape = shape ? tightShapeText(*shape) : u"?"_s;
        const int axis = shape ? joinedAxis(model.owner(layer()), shape->rank()) : -1;
        if (axis >= 0 && axis < shape->rank() && (*shape)[axis] && joined >= 0) {
            row.note = tr("%1 to %2").arg(joined).arg(joined + *(*shape)[axis] - 1);
            joined += *(*shape)[axis];
        } else {
            joined = -1;
        }
        rows.push_back(std::move(row));
    }
    m_section->setReads(std::move(rows), canAdd());
}

void ReadsPresenter::set(std::vector<std::string> names, const QString &step)
{
    auto changed = setReads(m_context.document->model(), layer(), names);
    if (!changed) {
        m_context.status->showFailure(localized(changed.error()));
        return;
    }
    const std::string name = m_context.document->model().layer(layer()).name();
    m_context.document->changeModel(std::move(*changed), step);
    // It may have moved behind what it reads now.
    m_context.selection->selectLayer(m_context.document->model().indexOf(name));
}

void ReadsPresenter::add()
{
    if (canAdd())
        pick(static_cast<int>(readNames(m_context.document->model(), layer()).size()));
}

void ReadsPresenter::replaceCurrent()
{
    if (hasLayer())
        pick(std::max(m_section->list()->current(), 0));
}

void ReadsPresenter::removeCurrent()
{
    if (hasLayer())
        remove(std::max(m_section->list()->current(), 0));
}

void ReadsPresenter::moveCurrent(int direction)
{
    const int from = m_section->list()->current();
    const int to = from + direction;
    if (!hasLayer() || from < 0 || to < 0 || to >= m_section->list()->count())
        return;
    m_section->list()->setCurrentIndex(m_section->list()->model()->index(to, 0));
    move(from, to);
}

void ReadsPresenter::remove(int place)
{
    if (!hasLayer())
        return;
    const Model &model = m_context.document->model();
    std::vector<std::string> names = readNames(model, layer());
    if (place < 0 || place >= static_cast<int>(names.size()))
        return;
    const QString layerName = qt(model.layer(layer()).name());
    const QString gone = qt(names[static_cast<std::size_t>(place)]);
    names.erase(names.begin() + place);
    set(std::move(names), tr("%1 no longer reads %2").arg(layerName, gone));
}

void ReadsPresenter::move(int from, int to)
{
    if (!hasLayer())
        return;
    const Model &model = m_context.document->model();
    std::vector<std::string> names = readNames(model, layer());
    const std::string moved = names[static_cast<std::size_t>(from)];
    names.erase(names.begin() + from);
    names.insert(names.begin() + to, moved);
    set(std::move(names), tr("order of what %1 reads").arg(qt(model.layer(layer()).name())));
}

void ReadsPresenter::consider(int from, int to)
{
    if (from < 0 || to < 0 || !hasLayer()) {
        m_section->setOutcome({});
        return;
    }
    const Model &model = m_context.document->model();
    std::vector<std::string> names = readNames(model, layer());
    if (from >= static_cast<int>(names.size()) || to >= static_cast<int>(names.size()))
        return;
    const std::string moved = names[static_cast<std::size_t>(from)];
    names.erase(names.begin() + from);
    names.insert(names.begin() + to, moved);
    const auto changed = setReads(model, layer(), names);
    if (!changed)
        return;
    const ModelShapes shapes = inferShapes(*changed, m_context.document->inputShapes());
    const int at = changed->indexOf(model.layer(layer()).name());
    const LayerShapes &would = shapes.layers[static_cast<std::size_t>(at)];
    m_section->setOutcome(would.output ? tr("makes %1").arg(tightShapeText(*would.output))
                                       : tr("would not fit"));
}

void ReadsPresenter::pick(int place)
{
    if (!hasLayer())
        return;
    const ModelDocument &document = *m_context.document;
    const Model &model = document.model();
    const std::vector<std::string> names = readNames(model, layer());
    const bool adds = place == static_cast<int>(names.size());
    const std::vector<Shape> inputs = document.inputShapes();
    const ReadOffers offers =
        readOffers(model, document.shapes(), inputs, layer(), static_cast<std::size_t>(place));
    std::vector<FinderEntry> entries;
    for (const bool fits : {true, false}) {
        // The nearest first.
        for (std::size_t i = offers.tensors.size(); i-- > 0;) {
            const ReadOffer &offer = offers.tensors[i];
            if (offer.makes.has_value() != fits)
                continue;
            FinderEntry entry;
            entry.group = fits ? tr("Fit here") : tr("Do not fit");
            entry.title = qt(offer.name);
            const bool isLayer = offer.source.kind == Source::Kind::Layer;
            const QString className =
                isLayer ? qt(model.layer(offer.source.index).type().className) : tr("input");
            entry.icon =
                isLayer ? layerIcon(model.layer(offer.source.index).type().group) : u"image"_s;
            entry.note =
                offer.shape && offer.shape->rank() > 0 ? tightShapeText(*offer.shape) : u"?"_s;
            QString said = offer.place >= 0 ? tr("already input %1").arg(offer.place) : className;
            if (offer.makes)
                said += u" · "_s + tr("makes %1").arg(tightShapeText(*offer.makes));
            entry.subtitle = offer.why ? localized(*offer.why) : said;
            entry.keywords = QStringList{className, tightShapeText(offer.shape.value_or(Shape()))};
            entry.isQuiet = !fits;
            entry.isRefused = !fits;
            entry.id = static_cast<int>(i);
            entries.push_back(std::move(entry));
        }
    }
    const QString footer = offers.loops == 0   ? QString()
                           : offers.loops == 1 ? tr("1 layer after this one would make a loop")
                                               : tr("%n layers after this one would make a loop",
                                                    nullptr, offers.loops);
    auto *popup = new FinderPopup(std::move(entries), tr("Name, class or shape"), footer,
                                  adds ? tr("add") : tr("replace"), m_window);
    const QString layerName = qt(model.layer(layer()).name());
    connect(popup, &FinderPopup::chosen, this,
            [this, offers, names, place, adds, layerName](int id) {
                std::vector<std::string> wanted = names;
                const std::string &name = offers.tensors[static_cast<std::size_t>(id)].name;
                if (adds) {
                    wanted.push_back(name);
                    set(std::move(wanted), tr("%1 also reads %2").arg(layerName, qt(name)));
                    return;
                }
                const QString before = qt(wanted[static_cast<std::size_t>(place)]);
                wanted[static_cast<std::size_t>(place)] = name;
                set(std::move(wanted), tr("%1 reads %2, not %3").arg(layerName, qt(name), before));
            });
    popup->openAt(m_section->pickerPosition());
}

} // namespace convscope
