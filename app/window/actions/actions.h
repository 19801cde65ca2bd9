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
class Page;
struct CommandAction;

/// Every action of the window and of its pages, made once; menus, the action finder and the list of
/// keys show them. What the window's own do is connected by those who do it.
class Actions : public QObject
{
    Q_OBJECT

public:
    /// Adds every action to `window` too, so that its keys work wherever the focus is. The pages'
    /// actions become the window's; there is an action for every page where there are several.
    Actions(QWidget *window, const QList<Page *> &pages);

    /// Only the actions of this page are to be seen and to be used, beside the window's own.
    void showPage(const Page *page);

    /// Fills the bar with File, Edit, Stack, View and Help.
    void fill(QMenuBar *bar);
    /// All actions in the order they were made, for the finder; submenus are left out.
    [[nodiscard]] const QList<QAction *> &all() const { return m_all; }
    /// Null where there is none of that id.
    [[nodiscard]] QAction *action(const QString &id) const;

    /// Their keys, which a person may change.
    [[nodiscard]] KeyBindings *keys() const { return m_keys; }

    /// Moves an action to the front of the few that a person found last.
    void remember(const QAction *action);
    /// Those, the last one first, by the ids of their actions.
    [[nodiscard]] const QStringList &recent() const { return m_recent; }
    /// Takes them from an earlier session; ids of no action are left out.
    void setRecent(const QStringList &ids);

    QAction *newStack, *open, *save, *saveAs, *exportStack, *exportPicture, *close, *quit;
    QAction *nextPicture, *previousPicture, *print, *exportPdf;
    QAction *undo, *redo, *copy, *paste, *filterList, *nextHit, *previousHit, *find;
    QAction *addLayer, *removeLayer, *duplicateLayer, *bypassLayer, *renameLayer;
    QAction *moveUp, *moveDown, *copyLayer, *copyStack, *previousLayer, *nextLayer;
    QAction *addRead, *replaceRead, *removeRead, *readUp, *readDown, *foldAll, *unfoldAll;
    QAction *feedOutput, *stopFeeding;
    QAction *nextProblem, *previousProblem, *applyRepair, *redrawWeights, *applyConstraints;
    QAction *sidePanels, *fullScreen, *nextPanel, *previousPanel, *computeAgain, *previewFirst,
        *stopComputing;
    QAction *layerHelp, *keyboardHelp, *tour, *about;
    /// One per page, in their order; their data is the page's id. Empty where there is one page.
    QActionGroup *modes;
    QActionGroup *themes;
    /// Their data is the kernel's name: empty (the fastest), "direct", "reference".
    QActionGroup *kernels;
    /// Submenus that the window fills: they depend on files and data.
    QMenu *recentMenu, *samplesMenu, *stacksMenu, *patternsMenu;
    /// Every class of layers by groups; filled by those who add them.
    QMenu *classesMenu;

private:
    QAction *make(const CommandAction &command);
    void makeFileAndEdit();
    void makeStack();
    void makeGraph();
    void makeView();
    void makeModes();
    void makeHelp();
    void add(QAction *action);
    void addPageActions();

    QWidget *m_window;
    QList<Page *> m_pages;
    QList<QAction *> m_all;
    KeyBindings *m_keys = nullptr;
    QStringList m_recent;
};

} // namespace convscope
