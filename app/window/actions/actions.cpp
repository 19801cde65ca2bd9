// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/actions/actions.h"

#include "controls/command_action.h"
#include "pages/page.h"
#include "window/actions/key_bindings.h"

#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As many as are read at a glance.
constexpr qsizetype kMostRecent = 5;

/// Alt+1 … Alt+9.
constexpr qsizetype kMostModeKeys = 9;

/// The same with those of submenus; submenus themselves and separators are left out.
QList<QAction *> withoutMenus(const QList<QAction *> &actions)
{
    QList<QAction *> all;
    for (QAction *action : actions) {
        if (action->menu() != nullptr)
            all << withoutMenus(action->menu()->actions());
        else if (!action->isSeparator())
            all << action;
    }
    return all;
}

} // namespace

Actions::Actions(QWidget *window, const QList<Page *> &pages)
    : QObject(window), m_window(window), m_pages(pages)
{
    makeFileAndEdit();
    makeStack();
    makeGraph();
    makeModes();
    addPageActions();
    makeView();
    makeHelp();

    recentMenu = new QMenu(tr("Open recent"), window);
    samplesMenu = new QMenu(tr("Sample pictures"), window);
    stacksMenu = new QMenu(tr("Sample stacks"), window);
    patternsMenu = new QMenu(tr("Patterns"), window);
    classesMenu = new QMenu(tr("Add layer of class"), window);

    m_keys = new KeyBindings(m_all, this);
    // The stack has them, and its views come first.
    m_keys->reserve(QKeySequence(u"Alt+Up"_s), tr("moving a layer in the stack"));
    m_keys->reserve(QKeySequence(u"Alt+Down"_s), tr("moving a layer in the stack"));
}

void Actions::makeFileAndEdit()
{
    newStack = make(
        {u"file.new"_s, tr("New stack"), {u"Ctrl+N"_s}, {}, tr("Starts with an empty stack.")});
    open = make({u"file.open"_s,
                 tr("Open…"),
                 {u"Ctrl+O"_s},
                 u"open"_s,
                 tr("Opens a picture, volume, sound, array or model.")});
    save = make({u"file.save"_s,
                 tr("Save"),
                 {u"Ctrl+S"_s},
                 u"save"_s,
                 tr("Saves the stack with its weights.")});
    saveAs = make({u"file.save_as"_s, tr("Save as…"), {u"Ctrl+Shift+S"_s}, {}, {}});
    exportStack = make({u"file.export_stack"_s,
                        tr("Export code or weights…"),
                        {},
                        u"code"_s,
                        tr("Writes the stack as Keras code, or its weights alone.")});
    exportPicture = make({u"file.export_map"_s,
                          tr("Export map…"),
                          {u"Ctrl+Shift+O"_s},
                          u"export"_s,
                          tr("Saves the large map as a picture or its values as .npy.")});
    nextPicture = make({u"file.next_picture"_s,
                        tr("Next picture of the folder"),
                        {u"Alt+PgDown"_s},
                        u"right"_s,
                        tr("Looks at the next picture beside the open one with the same stack.")});
    previousPicture = make({u"file.previous_picture"_s,
                            tr("Previous picture of the folder"),
                            {u"Alt+PgUp"_s},
                            u"left"_s,
                            tr("Looks at the picture before the open one with the same stack.")});
    print = make({u"file.print"_s,
                  tr("Print…"),
                  {u"Ctrl+P"_s},
                  {},
                  tr("Prints the stack and the maps of the selected layer on one page.")});
    exportPdf = make({u"file.export_pdf"_s,
                      tr("Export as PDF…"),
                      {},
                      {},
                      tr("Writes the same page into a file.")});
    close = make({u"file.close"_s, tr("Close window"), {u"Ctrl+W"_s}, {}, {}});
    quit = make({u"file.quit"_s, tr("Quit"), {u"Ctrl+Q"_s}, {}, {}});

    undo = make({u"edit.undo"_s, tr("Undo"), {u"Ctrl+Z"_s}, u"undo"_s, {}});
    redo = make({u"edit.redo"_s, tr("Redo"), {u"Ctrl+Shift+Z"_s, u"Ctrl+Y"_s}, u"redo"_s, {}});
    copy = make({u"edit.copy"_s,
                 tr("Copy map"),
                 {u"Ctrl+C"_s},
                 u"copy"_s,
                 tr("Copies the large map as a picture.")});
    paste = make({u"edit.paste"_s,
                  tr("Paste"),
                  {u"Ctrl+V"_s},
                  u"paste"_s,
                  tr("Takes a picture or a file from the clipboard as the input, or a layer or a "
                     "stack as JSON.")});
    filterList = make({u"edit.filter"_s,
                       tr("Filter the list"),
                       {u"Ctrl+F"_s},
                       u"filter"_s,
                       tr("Shows only some of the layers, maps or arguments: of the panel that has "
                          "the focus.")});
    nextHit = make({u"edit.next_hit"_s,
                    tr("Next hit"),
                    {u"F3"_s},
                    u"down"_s,
                    tr("Goes on to the next layer that was looked for, in a folded block too.")});
    previousHit = make({u"edit.previous_hit"_s,
                        tr("Previous hit"),
                        {u"Shift+F3"_s},
                        u"up"_s,
                        tr("Goes back to the layer before that was looked for.")});
    find =
        make({u"edit.find_action"_s, tr("Find an action"), {u"Ctrl+Shift+P"_s}, u"search"_s, {}});
}

void Actions::makeStack()
{
    addLayer = make({u"stack.add"_s,
                     tr("Add layer…"),
                     {u"Ins"_s, u"Ctrl+L"_s},
                     u"add"_s,
                     tr("Adds a layer below the selected one.")});
    duplicateLayer = make(
        {u"stack.duplicate"_s, tr("Duplicate layer"), {u"Ctrl+Shift+D"_s}, u"duplicate"_s, {}});
    bypassLayer =
        make({u"stack.bypass"_s,
              tr("Bypass layer"),
              {u"Ctrl+B"_s},
              u"bypass"_s,
              tr("Hands the layer's input on unchanged, or switches the layer on again.")});
    renameLayer = make({u"stack.rename"_s, tr("Rename layer"), {u"F2"_s}, {}, {}});
    removeLayer = make({u"stack.remove"_s, tr("Remove layer"), {}, u"trash"_s, {}});
    moveUp = make({u"stack.move_up"_s, tr("Move layer up"), {}, u"up"_s, {}});
    moveDown = make({u"stack.move_down"_s, tr("Move layer down"), {}, u"down"_s, {}});
    copyLayer =
        make({u"stack.copy_layer"_s,
              tr("Copy layer as JSON"),
              {},
              u"copy"_s,
              tr("Copies the layer with its arguments as Keras writes it; Paste adds it.")});
    copyStack = make({u"stack.copy_stack"_s,
                      tr("Copy stack as JSON"),
                      {},
                      u"code"_s,
                      tr("Copies the whole stack as model.to_json() gives it.")});
    previousLayer = make({u"stack.previous"_s, tr("Previous layer"), {u"Ctrl+PgUp"_s}, {}, {}});
    nextLayer = make({u"stack.next"_s, tr("Next layer"), {u"Ctrl+PgDown"_s}, {}, {}});
    nextProblem = make({u"stack.next_problem"_s, tr("Next problem"), {u"F8"_s}, u"error"_s, {}});
    previousProblem =
        make({u"stack.previous_problem"_s, tr("Previous problem"), {u"Shift+F8"_s}, {}, {}});
    applyRepair = make({u"stack.apply_repair"_s,
                        tr("Apply the first repair"),
                        {u"Ctrl+Return"_s},
                        u"check"_s,
                        {}});
    redrawWeights = make({u"stack.redraw_weights"_s,
                          tr("Draw initial weights anew"),
                          {},
                          u"dice"_s,
                          tr("Changes the seed of all weights that are not stored.")});
    applyConstraints =
        make({u"stack.apply_constraints"_s,
              tr("Apply constraints to the weights"),
              {},
              u"filter"_s,
              tr("Does once what Keras does after every training step, and tells which kernels "
                 "changed.")});
}

void Actions::makeGraph()
{
    addRead = make({u"stack.add_read"_s,
                    tr("Add input to layer…"),
                    {},
                    u"layer_merge"_s,
                    tr("Lets the selected layer read another tensor as well.")});
    replaceRead = make({u"stack.replace_read"_s,
                        tr("Replace input of layer…"),
                        {},
                        {},
                        tr("Lets the selected layer read another tensor in place of one.")});
    removeRead = make({u"stack.remove_read"_s,
                       tr("Remove input of layer"),
                       {},
                       {},
                       tr("The input that is current under Reads in the inspector.")});
    readUp = make({u"stack.read_up"_s, tr("Move input of layer up"), {}, u"up"_s, {}});
    readDown = make({u"stack.read_down"_s, tr("Move input of layer down"), {}, u"down"_s, {}});
    foldAll = make({u"stack.fold_all"_s,
                    tr("Fold all blocks"),
                    {},
                    {},
                    tr("One card for layers whose names begin alike, and for a model inside.")});
    unfoldAll = make({u"stack.unfold_all"_s, tr("Unfold all blocks"), {}, {}, {}});
    feedOutput = make({u"stack.feed"_s,
                       tr("Feed output of layer…"),
                       {},
                       u"open"_s,
                       tr("Takes an array for the output of a layer of a class that is not known "
                          "here, so that the layers behind it run.")});
    stopFeeding = make({u"stack.stop_feeding"_s, tr("Stop feeding layer"), {}, {}, {}});
}

void Actions::makeModes()
{
    modes = new QActionGroup(this);
    if (m_pages.size() < 2)
        return;
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        const Page *page = m_pages[i];
        QStringList keys;
        if (i < kMostModeKeys)
            keys << u"Alt+%1"_s.arg(i + 1);
        QAction *mode = make({u"page."_s + page->id(), page->title(), keys, page->icon(), {}});
        setActionTitle(mode, tr("Page: %1").arg(page->title()));
        mode->setCheckable(true);
        mode->setData(page->id());
        modes->addAction(mode);
    }
}

void Actions::addPageActions()
{
    for (const Page *page : m_pages) {
        for (QAction *action : withoutMenus(page->actions())) {
            markPage(action, page->id());
            if (m_pages.size() > 1)
                setActionTitle(action, tr("%1: %2").arg(page->title(), actionName(action)));
            add(action);
        }
    }
}

void Actions::makeView()
{
    themes = new QActionGroup(this);
    for (const auto &[text, data] :
         {std::pair{tr("System theme"), u"system"_s}, std::pair{tr("Light theme"), u"light"_s},
          std::pair{tr("Dark theme"), u"dark"_s}}) {
        QAction *theme = make({u"view.theme_"_s + data, text, {}, {}, {}});
        theme->setCheckable(true);
        theme->setData(data);
        themes->addAction(theme);
    }
    sidePanels = make({u"view.side_panels"_s, tr("Side panels"), {u"F9"_s}, {}, {}});
    sidePanels->setCheckable(true);
    sidePanels->setChecked(true);
    fullScreen = make({u"view.full_screen"_s, tr("Full screen"), {u"F11"_s}, {}, {}});
    fullScreen->setCheckable(true);
    nextPanel = make({u"view.next_panel"_s, tr("Next panel"), {u"F6"_s}, {}, {}});
    previousPanel = make({u"view.previous_panel"_s, tr("Previous panel"), {u"Shift+F6"_s}, {}, {}});

    kernels = new QActionGroup(this);
    const auto addKernels = [this](const QString &id, const QString &text, const QString &name,
                                   const QString &tip) {
        QAction *action = make({id, text, {}, {}, tip});
        action->setCheckable(true);
        action->setData(name);
        kernels->addAction(action);
    };
    addKernels(u"compute.fastest"_s, tr("Fastest kernels"), {},
               tr("Each layer with its fastest kernel."));
    addKernels(u"compute.direct"_s, tr("Direct kernels"), u"direct"_s,
               tr("Convolutions by multiplying and adding in the textbook's order of terms where "
                  "there is such a kernel."));
    addKernels(u"compute.reference"_s, tr("Reference kernels (slow, exact sums)"), u"reference"_s,
               tr("The textbook's loops with sums in double precision."));
    computeAgain = make({u"compute.again"_s, tr("Compute again"), {u"F5"_s}, u"play"_s, {}});
    previewFirst = make({u"compute.preview"_s,
                         tr("Preview at ¼"),
                         {},
                         {},
                         tr("Computes the stack on a quarter of the input's rows and columns, "
                            "where the whole would take long.")});
    stopComputing = make({u"compute.stop"_s, tr("Stop computing"), {}, u"close"_s, {}});
}

void Actions::makeHelp()
{
    layerHelp = make({u"help.layer"_s,
                      tr("Help on this layer"),
                      {u"F1"_s},
                      u"help"_s,
                      tr("Tells what the layer does; begins at the argument that has the focus.")});
    keyboardHelp = make({u"help.keyboard"_s, tr("Keyboard"), {u"Ctrl+?"_s}, u"help"_s, {}});
    tour = make({u"help.tour"_s,
                 tr("Tour"),
                 {},
                 {},
                 tr("Shows the five places of the window, one after another.")});
    about = make({u"help.about"_s, tr("About ConvScope"), {}, u"info"_s, {}});
}

QAction *Actions::make(const CommandAction &command)
{
    QAction *action = makeAction(command, this);
    add(action);
    return action;
}

void Actions::add(QAction *action)
{
    m_window->addAction(action);
    m_all.append(action);
}

QAction *Actions::action(const QString &id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const QAction *action) {
        return action->objectName() == id;
    });
    return found == m_all.end() ? nullptr : *found;
}

void Actions::showPage(const Page *page)
{
    for (const Page *other : m_pages) {
        const QList<QAction *> actions = other->actions();
        // What is hidden has no keys either.
        for (QAction *action : actions + withoutMenus(actions))
            action->setVisible(other == page);
    }
    for (QAction *mode : modes->actions())
        mode->setChecked(mode->data().toString() == page->id());
}

void Actions::remember(const QAction *action)
{
    m_recent.removeOne(action->objectName());
    m_recent.prepend(action->objectName());
    while (m_recent.size() > kMostRecent)
        m_recent.removeLast();
}

void Actions::setRecent(const QStringList &ids)
{
    m_recent.clear();
    for (const QString &id : ids) {
        if (action(id) != nullptr && !m_recent.contains(id) && m_recent.size() < kMostRecent)
            m_recent << id;
    }
}

void Actions::fill(QMenuBar *bar)
{
    QMenu *file = bar->addMenu(tr("&File"));
    file->addActions({newStack, open});
    file->addMenu(recentMenu);
    file->addMenu(samplesMenu);
    file->addMenu(stacksMenu);
    file->addMenu(patternsMenu);
    file->addActions({nextPicture, previousPicture});
    file->addSeparator();
    file->addActions({save, saveAs, exportStack, exportPicture});
    file->addSeparator();
    file->addActions({print, exportPdf});
    file->addSeparator();
    file->addActions({close, quit});

    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({copy, paste});
    edit->addSeparator();
    edit->addActions({filterList, nextHit, previousHit, find});

    QMenu *stack = bar->addMenu(tr("&Stack"));
    stack->addAction(addLayer);
    stack->addMenu(classesMenu);
    stack->addActions({duplicateLayer, bypassLayer, renameLayer, removeLayer});
    stack->addSeparator();
    stack->addActions({copyLayer, copyStack});
    stack->addSeparator();
    stack->addActions({moveUp, moveDown, previousLayer, nextLayer, foldAll, unfoldAll});
    stack->addSeparator();
    stack->addActions({addRead, replaceRead, removeRead, readUp, readDown});
    stack->addSeparator();
    stack->addActions({feedOutput, stopFeeding});
    stack->addSeparator();
    stack->addActions({nextProblem, previousProblem, applyRepair});
    stack->addSeparator();
    stack->addActions({redrawWeights, applyConstraints});

    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions(modes->actions());
    view->addSeparator();
    for (const Page *page : m_pages)
        view->addActions(page->actions());
    view->addSeparator();
    QMenu *theme = view->addMenu(tr("Theme"));
    theme->addActions(themes->actions());
    view->addActions({sidePanels, fullScreen, nextPanel, previousPanel});
    view->addSeparator();
    view->addMenu(tr("Compute with"))->addActions(kernels->actions());
    view->addActions({computeAgain, previewFirst, stopComputing});

    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({layerHelp, keyboardHelp, tour, about});

    for (const QAction *menu : bar->actions())
        m_keys->reserve(QKeySequence::mnemonic(menu->text()),
                        tr("the menu %1").arg(QString(menu->text()).remove(u'&')));
}

} // namespace convscope
