// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"

#include <QObject>

class QMainWindow;

namespace convscope {

class Actions;
class CostQuestion;
class Inspector;
class PageHost;
class StackPanel;
class StatusLine;

/// What the actions do that concern the window as a whole: history, focus, themes, kernels, help.
class WindowCommands : public QObject
{
    Q_OBJECT

public:
    /// What is used beside the document.
    struct Parts
    {
        Actions *actions;
        PageHost *pages;
        StackPanel *stack;
        Inspector *inspector;
        StatusLine *status;
    };

    /// `window` owns this object and has all its parts.
    WindowCommands(const PageContext &context, const Parts &parts, QMainWindow *window);

    /// Enables, disables and words the actions as the document stands.
    void update();
    /// Computes with kernels of this name from now on; others than the actions' are left out.
    void setKernel(const QString &name);

private:
    void connectHistory();
    void connectPages();
    void connectView();
    void connectComputing();
    void connectHelp();
    void moveFocus(int direction);
    void showHelp();
    void showKeyboard();
    void showAbout();

    PageContext m_context;
    Parts m_parts;
    QMainWindow *m_window;
};

} // namespace convscope
