// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QMimeData;

namespace convscope {

class MainWindow;

/// What the actions of the window do, and when they can.
class WindowCommands : public QObject
{
    Q_OBJECT

public:
    /// `window` owns this object and is fully built.
    explicit WindowCommands(MainWindow *window);

    /// Enables, disables and words the actions as the document stands.
    void update();
    void addLayerAt(int position);
    void goToProblem(int direction);
    /// Saves under the present path, or asks for one. False: cancelled or failed.
    bool save(bool askForPath);
    /// Opens dropped or pasted files and pictures.
    void takeMimeData(const QMimeData *data);
    /// The kernels to compute with, by the data of their action; unknown names change nothing.
    void setKernel(const QString &name);

private:
    void connectFile();
    void connectEdit();
    void connectStack();
    void connectView();
    void askForFile();
    void newStack();
    void findAction();
    void moveFocus(int direction);
    void setSidePanels(bool shown);
    void showHelp();
    void showKeyboard();
    void showAbout();
    void redrawWeights();
    void applyConstraints();

    MainWindow *m_window;
};

} // namespace convscope
