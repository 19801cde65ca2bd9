// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "document/model_document.h"

#include "document/change_document.h"
#include "model/edit.h"
#include "model/output_format.h"

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(std::string_view s)
{
    return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}

/// Argument of a layer as Python would write it; empty where there is none.
QString argumentText(const Model &model, const std::string &layer, const std::string &argument)
{
    const int index = model.indexOf(layer);
    return index < 0 ? QString() : text(toPython(model.layer(index).value(argument)));
}

/// Position in `now` of the first layer that differs from `before`, or of the one that stands where
/// a layer went; −1 where only the input differs.
int firstDifference(const DocumentState &before, const DocumentState &now)
{
    const int common = std::min(before.model.size(), now.model.size());
    for (int i = 0; i < common; ++i) {
        if (before.model.layers[static_cast<std::size_t>(i)] !=
                now.model.layers[static_cast<std::size_t>(i)] &&
            !(before.model.layer(i) == now.model.layer(i)))
            return i;
    }
    return before.model.size() == now.model.size() ? -1 : std::min(common, now.model.size() - 1);
}

/// The first input of the model for which something else is chosen; 0 where there is none.
std::size_t firstOtherInput(const DocumentState &before, const DocumentState &now)
{
    const std::size_t count = now.model.inputs.size();
    for (std::size_t i = 0; i < count; ++i) {
        const ChosenInput *then = before.chosenFor(i);
        const ChosenInput *present = now.chosenFor(i);
        const bool isSame =
            then == nullptr || present == nullptr
                ? then == present
                : then->source == present->source && then->preparation == present->preparation;
        if (!isSame)
            return i;
    }
    return 0;
}

} // namespace

ModelDocument::ModelDocument(QObject *parent) : QObject(parent) {}

std::vector<Shape> ModelDocument::inputShapes() const
{
    return m_stage.inputs.empty() ? convscope::inputShapes(m_state.model) : m_stage.inputShapes();
}

void ModelDocument::setPath(const QString &path)
{
    m_path = path;
    Q_EMIT pathChanged();
}

void ModelDocument::reset(DocumentState state, const QString &path)
{
    m_undo.clear();
    m_isResetting = true;
    apply(state);
    m_isResetting = false;
    setPath(path);
    Q_EMIT inputChanged();
}

void ModelDocument::change(DocumentState after, const QString &stepText, const QString &key)
{
    m_gesture.clear();
    change(
        std::move(after), [stepText](const auto &, const auto &) { return stepText; }, key);
}

void ModelDocument::change(DocumentState after, StepName name, const QString &key)
{
    if (after == m_state) {
        Q_EMIT nothingChanged();
        return;
    }
    // Only unsaved steps grow.
    const auto *last = m_undo.index() > 0 && m_undo.index() != m_undo.cleanIndex()
                           ? static_cast<const ChangeDocument *>(m_undo.command(m_undo.index() - 1))
                           : nullptr;
    m_growsLastStep = last != nullptr && !key.isEmpty() && last->key() == key;
    m_isPushing = true;
    m_undo.push(new ChangeDocument(m_state, std::move(after), std::move(name), key,
                                   [this](const DocumentState &state) { apply(state); }));
    m_isPushing = false;
    m_growsLastStep = false;
}

void ModelDocument::changeModel(Model after, const QString &stepText, const QString &key)
{
    DocumentState state = m_state;
    state.model = std::move(after);
    change(std::move(state), stepText, key);
}

void ModelDocument::setInput(std::shared_ptr<const Input> input, const QString &stepText)
{
    DocumentState state = m_state;
    state.input = std::move(input);
    state.chosen.reset();
    state.further.clear();
    state.ownInputs.clear();
    change(std::move(state), stepText);
}

void ModelDocument::chooseInput(ChosenInput chosen, const QString &stepText)
{
    DocumentState state = m_state;
    state.read(std::move(chosen));
    change(std::move(state), stepText);
}

const ChosenInput *ModelDocument::unreadable() const
{
    const auto count = std::max<std::size_t>(model().inputs.size(), 1);
    for (std::size_t i = 0; i < count; ++i) {
        if (const ChosenInput *chosen = chosenFor(i); chosen != nullptr && chosen->problem)
            return chosen;
    }
    return nullptr;
}

void ModelDocument::prepareInput(std::size_t input, const InputPreparation &preparation,
                                 StepName name, const QString &key)
{
    const ChosenInput *present = chosenFor(input);
    if (present == nullptr)
        return;
    ChosenInput chosen = *present;
    chosen.preparation = preparation;
    // From here on it is this input's own.
    chosen.follows = false;
    DocumentState state = m_state;
    if (input == 0)
        state.chosen = std::move(chosen);
    else
        state.read(std::move(chosen));
    m_gesture.clear();
    change(std::move(state), std::move(name), key);
}

void ModelDocument::settleInput(ChosenInput ready)
{
    // Of a follower it may be the first result.
    const auto follower = m_state.followerFor(ready.input);
    const ChosenInput *chosen = follower ? &*follower : chosenFor(ready.input);
    if (chosen == nullptr || chosen->source != ready.source ||
        chosen->preparation != ready.preparation)
        return;
    m_state.read(std::move(ready));
    const std::optional<Error> mismatch = refresh();
    Q_EMIT changed();
    if (mismatch)
        Q_EMIT refused(-1, *mismatch);
    Q_EMIT inputChanged();
}

bool ModelDocument::setArgument(int index, std::string_view argument, const Value &value,
                                bool continuing)
{
    const Layer &layer = model().layer(index);
    auto changed = convscope::setArgument(model(), index, argument, value);
    if (!changed) {
        Q_EMIT refused(index, changed.error());
        return false;
    }
    const QString gesture = text(layer.name()) + QLatin1Char('.') + text(argument);
    if (!continuing || gesture != m_gesture)
        ++m_gestureNumber;
    m_gesture = gesture;
    const auto name = [layerName = layer.name(), argument = std::string(argument)](
                          const DocumentState &before, const DocumentState &after) {
        return tr("%1 %2 → %3")
            .arg(text(argument), argumentText(before.model, layerName, argument),
                 argumentText(after.model, layerName, argument));
    };
    DocumentState state = m_state;
    state.model = std::move(*changed);
    change(std::move(state), name, u"%1#%2"_s.arg(gesture).arg(m_gestureNumber));
    return true;
}

void ModelDocument::addLayer(int index, const LayerType &type)
{
    changeModel(insertLayer(model(), index, type), tr("add %1").arg(text(type.className)));
}

void ModelDocument::removeLayer(int index)
{
    const QString step = tr("remove %1").arg(text(model().layer(index).name()));
    changeModel(convscope::removeLayer(model(), index), step);
}

void ModelDocument::duplicateLayer(int index)
{
    const QString step = tr("duplicate %1").arg(text(model().layer(index).name()));
    changeModel(convscope::duplicateLayer(model(), index), step);
}

bool ModelDocument::moveLayer(int from, int to)
{
    const QString step = tr("move %1").arg(text(model().layer(from).name()));
    auto changed = convscope::moveLayer(model(), from, to);
    if (!changed) {
        Q_EMIT refused(from, changed.error());
        return false;
    }
    changeModel(std::move(*changed), step);
    return true;
}

bool ModelDocument::renameLayer(int index, const QString &name)
{
    const QString step = tr("rename %1").arg(text(model().layer(index).name()));
    auto changed = convscope::renameLayer(model(), index, name.trimmed().toStdString());
    if (!changed) {
        Q_EMIT refused(index, changed.error());
        return false;
    }
    changeModel(std::move(*changed), step);
    return true;
}

void ModelDocument::setBypassed(int index, bool bypassed)
{
    const QString name = text(model().layer(index).name());
    changeModel(convscope::setBypassed(model(), index, bypassed),
                bypassed ? tr("bypass %1").arg(name) : tr("switch %1 on").arg(name));
}

void ModelDocument::apply(const DocumentState &state)
{
    const auto isSame = [](const ChosenInput &a, const ChosenInput &b) {
        return a.input == b.input && a.ready == b.ready;
    };
    const bool otherInput = state.input != m_state.input || state.ownInputs != m_state.ownInputs ||
                            !std::equal(state.further.begin(), state.further.end(),
                                        m_state.further.begin(), m_state.further.end(), isSame);
    const int layer = m_isPushing ? -1 : firstDifference(m_state, state);
    const std::size_t input = m_isPushing ? 0 : firstOtherInput(m_state, state);
    if (!m_isPushing)
        m_gesture.clear();
    m_state = state;
    const std::optional<Error> mismatch = refresh();
    Q_EMIT changed();
    if (mismatch)
        Q_EMIT refused(-1, *mismatch);
    if (otherInput)
        Q_EMIT inputChanged();
    if (!m_isPushing && !m_isResetting) {
        Q_EMIT revisited(layer);
        if (layer < 0)
            Q_EMIT inputRevisited(input);
    }
}

std::optional<Error> ModelDocument::refresh()
{
    auto stage = makeStage(model(), m_state.stageInputs(), &m_turned);
    // Inputs that do not go with the model leave nothing to run; the shapes say the rest.
    m_stage = stage ? std::move(*stage) : RunStage{model(), {}, {convscope::inputFormat(model())}};
    m_shapes = inferShapes(model(), inputShapes());
    return stage ? std::nullopt : std::optional(stage.error());
}

} // namespace convscope
