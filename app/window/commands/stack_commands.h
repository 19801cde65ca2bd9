// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"

#include <QObject>

namespace convscope {

class Actions;
class Inspector;
class ProblemPages;
class StackPanel;

/// What the actions of the Stack menu do, and when they can: adding, moving and removing layers,
/// walking through them and their problems, weights.
class StackCommands : public QObject
{
    Q_OBJECT

public:
    /// What is used beside the document.
    struct Parts
    {
        Actions *actions;
        StackPanel *stack;
        Inspector *inspector;
        ProblemPages *problems;
    };

    /// `window` is the parent of pop-ups and owns this object.
    StackCommands(const PageContext &context, const Parts &parts, QWidget *window);

    /// Enables and disables the actions as the document stands.
    void update();
    /// See StackPanel::addRequested().
    void addLayerAt(int position, int reader);
    /// Selects the next layer (1) or the one before (−1) that cannot run by itself.
    void goToProblem(int direction);

private:
    void connectEdits();
    void connectWalks();
    void makeMenu();
    void copyLayer();
    void redrawWeights();
    void applyConstraints();

    PageContext m_context;
    Parts m_parts;
    QWidget *m_window;
};

} // namespace convscope
