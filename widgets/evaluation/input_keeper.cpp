// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/input_keeper.h"

#include "document/model_document.h"

namespace convscope {

InputKeeper::InputKeeper(ModelDocument *document, QObject *parent)
    : QObject(parent), m_document(document)
{
    m_jobs.onBusyChanged([this] { Q_EMIT busyChanged(); });
    connect(document, &ModelDocument::changed, this, &InputKeeper::follow);
    follow();
}

void InputKeeper::follow()
{
    const ChosenInput *chosen = m_document->chosen();
    const auto drop = [this] {
        if (m_isPreparing)
            m_jobs.stop();
        m_isPreparing = false;
    };
    if (chosen == nullptr) {
        drop();
        return;
    }
    const Model &model = m_document->model();
    const InputPlan plan = inputPlan(model, chosen->preparation);
    // Weights that an input must not take away are part of no plan: where there is a problem, any
    // edit may have solved it.
    const bool isSettled =
        chosen->read && chosen->plan == plan && (!chosen->problem || m_problemModel == model);
    if (isSettled) {
        drop();
        return;
    }
    if (m_isPreparing && m_source == chosen->source && m_plan == plan)
        return;
    m_source = chosen->source;
    m_plan = plan;
    m_isPreparing = true;
    m_problemModel = model;
    m_jobs.startLatest(
        [model, chosen = *chosen](const BackgroundJobs::Job &) { return readyFor(model, chosen); },
        [this, asked = *chosen, plan](const Result<ChosenInput> &ready) {
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
