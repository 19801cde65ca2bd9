// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/input_keeper.h"

#include "document/model_document.h"

#include <algorithm>

namespace convscope {

InputKeeper::InputKeeper(ModelDocument *document, QObject *parent)
    : QObject(parent), m_document(document)
{
    m_jobs.onBusyChanged([this] { Q_EMIT busyChanged(); });
    connect(document, &ModelDocument::changed, this, &InputKeeper::follow);
    follow();
}

bool InputKeeper::isSettled(const ChosenInput &chosen) const
{
    // Weights that an input must not take away are part of no plan: where there is a problem, any
    // edit may have solved it.
    const Model &model = m_document->model();
    const auto found = m_problemModels.find(chosen.input);
    return chosen.read && chosen.plan == inputPlan(model, chosen.preparation, chosen.input) &&
           (!chosen.problem || (found != m_problemModels.end() && found->second == model));
}

void InputKeeper::follow()
{
    // One after another: settling one leads here again.
    const auto count = std::max<std::size_t>(m_document->model().inputs.size(), 1);
    for (std::size_t i = 0; i < count; ++i) {
        const auto follower = m_document->state().followerFor(i);
        const ChosenInput *wanted = follower ? &*follower : m_document->chosenFor(i);
        if (wanted != nullptr && !isSettled(*wanted)) {
            prepare(*wanted);
            return;
        }
    }
    if (m_isPreparing)
        m_jobs.stop();
    m_isPreparing = false;
}

void InputKeeper::prepare(const ChosenInput &wanted)
{
    const Model &model = m_document->model();
    const InputPlan plan = inputPlan(model, wanted.preparation, wanted.input);
    if (m_isPreparing && m_input == wanted.input && m_source == wanted.source && m_plan == plan)
        return;
    m_source = wanted.source;
    m_input = wanted.input;
    m_plan = plan;
    m_isPreparing = true;
    m_problemModels[wanted.input] = model;
    m_jobs.startLatest(
        [model, chosen = wanted](const BackgroundJobs::Job &) { return readyFor(model, chosen); },
        [this, asked = wanted, plan](const Result<ChosenInput> &ready) {
            m_isPreparing = false;
            if (ready) {
                m_document->settleInput(*ready);
                return;
            }
            // It was read once and can be no more, or memory is gone.
            ChosenInput failed = asked;
            failed.ready.reset();
            failed.plan = plan;
            failed.problem = ready.error();
            if (!failed.read)
                failed.read = std::make_shared<const Input>();
            m_document->settleInput(std::move(failed));
        });
}

} // namespace convscope
