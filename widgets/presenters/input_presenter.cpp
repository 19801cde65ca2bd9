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
    connect(selection, &Selection::inputSelected, this, &InputPresenter::refresh);
    connect(form, &InputForm::inputWanted, this, [this](int input) {
        m_selection->selectInput(static_cast<std::size_t>(input));
        refresh();
    });
    connect(form, &InputForm::prepared, this,
            [this](const InputPreparation &preparation, bool continuing) {
                if (!continuing)
                    ++m_gesture;
                const std::size_t input = m_selection->input();
                const auto step = [input](const DocumentState &before, const DocumentState &after) {
                    const ChosenInput *from = before.chosenFor(input);
                    const ChosenInput *to = after.chosenFor(input);
                    return from != nullptr && to != nullptr
                               ? preparationStep(*from, to->preparation)
                               : QString();
                };
                m_document->prepareInput(input, preparation, step, u"input#%1"_s.arg(m_gesture));
            });
    refresh();
}

void InputPresenter::refresh()
{
    const std::size_t input = m_selection->input();
    const ChosenInput *chosen = m_document->chosenFor(input);
    if (m_selection->layer() >= 0)
        return;
    if (chosen == nullptr || !chosen->read) {
        if (m_document->model().inputs.size() > 1)
            m_form->setContent(inputFormContent(*m_document, input, {}));
        return;
    }
    if (chosen->read != m_read || chosen->plan != m_plan || !(m_document->model() == m_model))
        findDetails();
    m_form->setContent(inputFormContent(*m_document, input, m_details));
}

void InputPresenter::findDetails()
{
    const ChosenInput &chosen = *m_document->chosenFor(m_selection->input());
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
