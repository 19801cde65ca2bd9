// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "jobs/background_jobs.h"

#include <QObject>
#include <QString>

namespace convscope {

class Actions;
class ReadsPresenter;
class StackPresenter;

/// The actions of graphs: what a layer reads, blocks, and outputs that are fed to layers of classes
/// that are not known here.
class GraphCommands : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions *actions;
        ReadsPresenter *reads;
        StackPresenter *stack;
    };

    /// `window` is the parent of dialogs and owns this object.
    GraphCommands(const PageContext &context, const Parts &parts, QWidget *window);

    /// Enables and disables the actions as the document stands.
    void update();
    /// Asks for an array that stands in for the output of the selected layer.
    void askForOutput();
    /// Takes it from a file; one undo step.
    void feed(const QString &path);
    /// Selects the next layer of a class that is not known here.
    void goToUnknown();
    /// What a layer was fed from when its model was saved is not there any more: asks for another
    /// file, or says so where there is nobody to ask.
    void askAgain(const QString &layer, const QString &path, bool mayAsk);
    [[nodiscard]] bool isBusy() const { return m_reading.isBusy(); }

private:
    void stopFeeding();
    /// The selected layer, where its class is not known here; −1 otherwise.
    [[nodiscard]] int unknownLayer() const;

    PageContext m_context;
    Parts m_parts;
    QWidget *m_window;
    BackgroundJobs m_reading;
};

} // namespace convscope
