// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/input_presenter.h"

namespace convscope {

using namespace Qt::Literals::StringLiterals;

InputPresenter::InputPresenter(ModelDocument *document, Selection *selection, InputForm *form,
                               QObject *parent)
    : QObject(parent), m_document(document), m_selection(selection), m_form(form)
{
    connect(document, &ModelDocument::changed, this, &InputPresenter::refresh);
    connect(selection, &Selection::layerSelected, this, &InputPresenter::refresh);
    connect(form, &InputForm::prepared, this,
            [this](const InputPreparation &preparation, bool continuing) {
                if (!continuing)
                    ++m_gesture;
                const auto step = [](const DocumentState &before, const DocumentState &after) {
                    return before.chosen && after.chosen
                               ? preparationStep(*before.chosen, after.chosen->preparation)
                               : QString();
                };
                m_document->prepareInput(preparation, step, u"input#%1"_s.arg(m_gesture));
            });
    refresh();
}

void InputPresenter::refresh()
{
    const ChosenInput *chosen = m_document->chosen();
    if (m_selection->layer() >= 0 || chosen == nullptr || !chosen->read)
        return;
    if (chosen->read != m_read || chosen->plan != m_plan || !(m_document->model() == m_model))
        findDetails();
    m_form->setContent(inputFormContent(*m_document, m_details));
}

void InputPresenter::findDetails()
{
    const ChosenInput &chosen = *m_document->chosen();
    // The picture stays while only what is done to it changes.
    if (chosen.read != m_read)
        m_details = {};
    m_read = chosen.read;
    m_plan = chosen.plan;
    m_model = m_document->model();
    m_jobs.startLatest([model = m_model, chosen](
                           const BackgroundJobs::Job &) { return inputDetails(model, chosen); },
                       [this](const Result<InputDetails> &details) {
                           if (!details)
                               return;
                           m_details = *details;
                           refresh();
                       });
}

} // namespace convscope
