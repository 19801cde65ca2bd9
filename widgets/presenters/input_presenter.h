// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/selection.h"
#include "jobs/background_jobs.h"
#include "presenters/input_words.h"

#include <QObject>

namespace convscope {

/// Keeps the form of the input showing what is chosen and turns what is chosen there into edits.
class InputPresenter : public QObject
{
    Q_OBJECT

public:
    /// All arguments must outlive this object.
    InputPresenter(ModelDocument *document, Selection *selection, InputForm *form,
                   QObject *parent = nullptr);

    /// Nothing is still being found out for the form.
    [[nodiscard]] bool isSettled() const { return !m_jobs.isBusy(); }

private:
    void refresh();
    void findDetails();

    ModelDocument *m_document;
    Selection *m_selection;
    InputForm *m_form;
    InputDetails m_details;
    /// What the details belong to.
    std::shared_ptr<const Input> m_read;
    InputPlan m_plan;
    Model m_model;
    int m_gesture = 0;
    BackgroundJobs m_jobs;
};

} // namespace convscope
