// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jobs/background_jobs.h"
#include "run/chosen_input.h"

#include <QObject>

namespace convscope {

class ModelDocument;

/// Keeps the document's chosen input prepared for its model: wherever the model states another
/// shape, suggests other values, or a person asks for something else, the input is prepared again
/// off the window's thread and settled in the document.
class InputKeeper : public QObject
{
    Q_OBJECT

public:
    /// `document` must outlive this object.
    explicit InputKeeper(ModelDocument *document, QObject *parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }

Q_SIGNALS:
    void busyChanged();

private:
    void follow();

    ModelDocument *m_document;
    /// What is being prepared.
    InputSource m_source;
    InputPlan m_plan;
    bool m_isPreparing = false;
    /// The model that the last problem was found with.
    Model m_problemModel;
    BackgroundJobs m_jobs;
};

} // namespace convscope
