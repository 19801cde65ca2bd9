// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/weights_editor.h"

#include "document/model_document.h"
#include "document/status_sink.h"
#include "language/core_words.h"
#include "model/edit.h"
#include "pages/weights/present_weights.h"

namespace convscope {

using namespace Qt::Literals::StringLiterals;

WeightsEditor::WeightsEditor(const PageContext &context, PresentWeights *weights, QObject *parent)
    : QObject(parent), m_context(context), m_weights(weights)
{
}

void WeightsEditor::begin()
{
    ++m_number;
    m_hasChanged = false;
    m_before = m_context.document->state();
}

bool WeightsEditor::apply(const std::vector<WeightBlock> &blocks, const QString &name)
{
    if (m_weights->isEmpty() || m_weights->isBehind()) {
        m_context.status->showMessage(tr("The weights are being computed: try again in a moment"),
                                      3000);
        return false;
    }
    Model model = m_context.document->model();
    for (const WeightBlock &block : blocks) {
        auto changed = setWeights(model, m_weights->layer(), m_weights->tensors(), block);
        if (!changed) {
            m_context.status->showFailure(localized(changed.error()));
            return false;
        }
        model = std::move(*changed);
    }
    DocumentState after = m_context.document->state();
    after.model = std::move(model);
    if (after == m_context.document->state())
        return true;
    if (!m_hasChanged) {
        Q_EMIT gestureStarts();
        m_name = std::make_shared<QString>();
    }
    m_hasChanged = true;
    *m_name = name;
    m_weights->lay(blocks);
    m_context.document->change(
        std::move(after),
        [words = m_name](const DocumentState &, const DocumentState &) { return *words; },
        u"weights#%1"_s.arg(m_number));
    return true;
}

void WeightsEditor::takeWeightsOf(const Layer &origin, const QString &name)
{
    begin();
    DocumentState after = m_context.document->state();
    const Layer owner = after.model.owner(m_weights->layer());
    const int index = after.model.indexOf(owner.name());
    if (index < 0)
        return;
    after.model.layers[static_cast<std::size_t>(index)] =
        std::make_shared<const Layer>(owner.withWeightsOf(origin));
    if (after == m_context.document->state())
        return;
    Q_EMIT gestureStarts();
    m_hasChanged = true;
    m_name = std::make_shared<QString>(name);
    m_context.document->change(
        std::move(after),
        [words = m_name](const DocumentState &, const DocumentState &) { return *words; },
        u"weights#%1"_s.arg(m_number));
}

void WeightsEditor::cancel()
{
    if (!m_hasChanged)
        return;
    m_hasChanged = false;
    const auto words = m_name;
    m_name.reset();
    m_context.document->change(
        m_before, [words](const DocumentState &, const DocumentState &) { return *words; },
        u"weights#%1"_s.arg(m_number));
    begin();
}

} // namespace convscope
