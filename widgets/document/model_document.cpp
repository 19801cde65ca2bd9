// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "document/model_document.h"

#include "document/change_document.h"
#include "model/edit.h"
#include "model/output_format.h"
#include "tensor/data_format_order.h"

namespace convscope {

namespace {

QString text(std::string_view s)
{
    return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size()));
}

} // namespace

ModelDocument::ModelDocument(QObject *parent) : QObject(parent) {}

std::vector<Shape> ModelDocument::inputShapes() const
{
    std::vector<Shape> shapes;
    for (const Tensor &tensor : m_inputTensors)
        shapes.emplace_back(tensor.extents());
    return shapes.empty() ? convscope::inputShapes(m_state.model) : shapes;
}

void ModelDocument::setPath(const QString &path)
{
    m_path = path;
    Q_EMIT pathChanged();
}

void ModelDocument::reset(DocumentState state, const QString &path)
{
    m_undo.clear();
    apply(state);
    setPath(path);
    Q_EMIT inputChanged();
}

void ModelDocument::change(DocumentState after, const QString &stepText, const QString &key)
{
    if (after == m_state)
        return;
    // Only unsaved steps grow.
    const auto *last = m_undo.index() > 0 && m_undo.index() != m_undo.cleanIndex()
                           ? static_cast<const ChangeDocument *>(m_undo.command(m_undo.index() - 1))
                           : nullptr;
    m_growsLastStep = last != nullptr && !key.isEmpty() && last->key() == key;
    m_undo.push(new ChangeDocument(m_state, std::move(after), stepText, key,
                                   [this](const DocumentState &state) { apply(state); }));
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
    state.ownInputs.clear();
    change(std::move(state), stepText);
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
    const QString name = text(argument);
    const QString step =
        tr("%1 %2 → %3").arg(name, text(toPython(layer.value(argument))), text(toPython(value)));
    changeModel(std::move(*changed), step,
                continuing ? text(layer.name()) + QLatin1Char('.') + name : QString());
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
    const bool otherInput = state.input != m_state.input || state.ownInputs != m_state.ownInputs;
    m_state = state;
    refresh();
    Q_EMIT changed();
    if (otherInput)
        Q_EMIT inputChanged();
}

void ModelDocument::refresh()
{
    const DataFormat wanted = convscope::inputFormat(model());
    const std::size_t count = std::max<std::size_t>(model().inputs.size(), 1);
    if (!m_state.ownInputs.empty()) {
        m_inputTensors = m_state.ownInputs;
        m_inputFormat = wanted;
    } else if (m_state.input) {
        Tensor tensor = m_state.input->tensor;
        if (wanted == DataFormat::ChannelsFirst && tensor.rank() >= 3) {
            // Reordering a large photo costs milliseconds: done once per photo, not per edit.
            if (m_reordered.isNull() || m_reorderedFrom != tensor.fingerprint()) {
                m_reorderedFrom = tensor.fingerprint();
                m_reordered = toDataFormat(tensor, DataFormat::ChannelsLast, wanted);
            }
            tensor = m_reordered;
        }
        m_inputTensors.assign(count, tensor);
        m_inputFormat = wanted;
    } else {
        m_inputTensors.clear();
        m_inputFormat = DataFormat::ChannelsLast;
    }
    m_shapes = inferShapes(model(), inputShapes());
}

} // namespace convscope
