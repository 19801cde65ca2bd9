// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jobs/background_jobs.h"
#include "run/chosen_input.h"

#include <QObject>

#include <map>

namespace convscope {

class ModelDocument;

/// Keeps the document's chosen inputs prepared for its model: wherever the model states another
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
    [[nodiscard]] bool isSettled(const ChosenInput &chosen) const;
    void prepare(const ChosenInput &chosen);

    ModelDocument *m_document;
    /// What is being prepared.
    InputSource m_source;
    std::size_t m_input = 0;
    InputPlan m_plan;
    bool m_isPreparing = false;
    /// The model that the last problem of an input was found with.
    std::map<std::size_t, Model> m_problemModels;
    BackgroundJobs m_jobs;
};

} // namespace convscope
