// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QList>
#include <QObject>
#include <QStringList>

class QMenu;
class QMenuBar;

namespace convscope {

class KeyBindings;

/// Every action of the window with its text, key and icon, made once; menus and the action finder
/// list them. What they do is connected by the main window.
class Actions : public QObject
{
    Q_OBJECT

public:
    /// Adds every action to `window` too, so that its keys work wherever the focus is.
    explicit Actions(QWidget *window);

    /// Fills the bar with File, Edit, Stack, View and Help.
    void fill(QMenuBar *bar);
    /// All actions in menu order, for the finder.
    [[nodiscard]] const QList<QAction *> &all() const { return m_all; }

    /// Their keys, which a person may change.
    [[nodiscard]] KeyBindings *keys() const { return m_keys; }
    /// The action's words where its menu does not stand above it.
    [[nodiscard]] QString fullText(const QAction *action) const;

    /// Moves an action to the front of the few that a person found last.
    void remember(const QAction *action);
    /// Those, the last one first, by the names of their actions.
    [[nodiscard]] const QStringList &recent() const { return m_recent; }
    /// Takes them from an earlier session; names of no action are left out.
    void setRecent(const QStringList &names);

    QAction *newStack, *open, *save, *saveAs, *exportPicture, *close, *quit;
    QAction *print, *exportPdf;
    QAction *undo, *redo, *copy, *paste, *filterList, *find;
    QAction *addLayer, *removeLayer, *duplicateLayer, *bypassLayer, *renameLayer;
    QAction *moveUp, *moveDown, *previousLayer, *nextLayer;
    QAction *nextProblem, *previousProblem, *applyRepair, *redrawWeights, *applyConstraints;
    QAction *zoomIn, *zoomOut, *zoomFit, *zoomActual, *zoomDouble;
    QAction *previousMap, *nextMap, *nextColormap, *invertColormap, *autoRange, *nextScope;
    QAction *sidePanels, *fullScreen, *nextPanel, *previousPanel, *computeAgain, *previewFirst,
        *stopComputing;
    QAction *layerHelp, *keyboardHelp, *tour, *about;
    QActionGroup *themes;
    /// Their data is a FeatureMapView::WheelMode.
    QActionGroup *wheelModes;
    /// Their data is the kernel's name: empty (the fastest), "direct", "reference".
    QActionGroup *kernels;
    /// Submenus that the window fills: they depend on files and data.
    QMenu *recentMenu, *samplesMenu, *stacksMenu, *patternsMenu;

private:
    QAction *make(const QString &text, const QString &keys, const QString &icon = {},
                  const QString &tip = {});

    QWidget *m_window;
    QList<QAction *> m_all;
    KeyBindings *m_keys = nullptr;
    QStringList m_recent;
};

} // namespace convscope
