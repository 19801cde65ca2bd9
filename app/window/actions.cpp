// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/actions.h"

#include "style/themed_icon.h"
#include "views/feature_map_view.h"
#include "window/key_bindings.h"
#include "window/key_rules.h"

#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As many as are read at a glance.
constexpr qsizetype kMostRecent = 5;

using WheelMode = FeatureMapView::WheelMode;

/// Label and key, then the sentence: "Undo kernel_size 3 → 5 (Ctrl+Z)".
void updateTip(QAction *action, const QString &sentence)
{
    QString tip = action->text();
    if (!action->shortcut().isEmpty())
        tip += u" (%1)"_s.arg(keyText(action->shortcut()));
    action->setToolTip(sentence.isEmpty() ? tip : tip + u'\n' + sentence);
}

} // namespace

Actions::Actions(QWidget *window) : QObject(window), m_window(window)
{
    newStack = make(tr("New stack"), u"Ctrl+N"_s, {}, tr("Starts with an empty stack."));
    open = make(tr("Open…"), u"Ctrl+O"_s, u"open"_s,
                tr("Opens a picture, volume, sound, array or model."));
    save = make(tr("Save"), u"Ctrl+S"_s, u"save"_s, tr("Saves the stack with its weights."));
    saveAs = make(tr("Save as…"), u"Ctrl+Shift+S"_s);
    exportPicture = make(tr("Export map…"), u"Ctrl+Shift+O"_s, u"export"_s,
                         tr("Saves the large map as a picture or its values as .npy."));
    print = make(tr("Print…"), u"Ctrl+P"_s, {},
                 tr("Prints the stack and the maps of the selected layer on one page."));
    exportPdf = make(tr("Export as PDF…"), {}, {}, tr("Writes the same page into a file."));
    close = make(tr("Close window"), u"Ctrl+W"_s);
    quit = make(tr("Quit"), u"Ctrl+Q"_s);

    undo = make(tr("Undo"), u"Ctrl+Z"_s, u"undo"_s);
    redo = make(tr("Redo"), u"Ctrl+Shift+Z"_s, u"redo"_s);
    redo->setShortcuts({QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Y"_s)});
    copy = make(tr("Copy map"), u"Ctrl+C"_s, u"copy"_s, tr("Copies the large map as a picture."));
    paste = make(tr("Paste"), u"Ctrl+V"_s, u"paste"_s,
                 tr("Takes a picture or a file from the clipboard as the input."));
    filterList = make(tr("Filter the list"), u"Ctrl+F"_s, u"filter"_s,
                      tr("Shows only some of the layers, maps or arguments: of the panel that has "
                         "the focus."));
    find = make(tr("Find an action"), u"Ctrl+Shift+P"_s, u"search"_s);

    addLayer =
        make(tr("Add layer…"), u"Ins"_s, u"add"_s, tr("Adds a layer below the selected one."));
    addLayer->setShortcuts({QKeySequence(u"Ins"_s), QKeySequence(u"Ctrl+L"_s)});
    duplicateLayer = make(tr("Duplicate layer"), u"Ctrl+Shift+D"_s, u"duplicate"_s);
    bypassLayer = make(tr("Bypass layer"), u"Ctrl+B"_s, u"bypass"_s,
                       tr("Hands the layer's input on unchanged, or switches the layer on again."));
    renameLayer = make(tr("Rename layer"), u"F2"_s);
    removeLayer = make(tr("Remove layer"), {}, u"trash"_s);
    moveUp = make(tr("Move layer up"), {}, u"up"_s);
    moveDown = make(tr("Move layer down"), {}, u"down"_s);
    previousLayer = make(tr("Previous layer"), u"Ctrl+PgUp"_s);
    nextLayer = make(tr("Next layer"), u"Ctrl+PgDown"_s);
    nextProblem = make(tr("Next problem"), u"F8"_s, u"error"_s);
    previousProblem = make(tr("Previous problem"), u"Shift+F8"_s);
    applyRepair = make(tr("Apply the first repair"), u"Ctrl+Return"_s, u"check"_s);
    redrawWeights = make(tr("Draw initial weights anew"), {}, u"dice"_s,
                         tr("Changes the seed of all weights that are not stored."));

    applyConstraints =
        make(tr("Apply constraints to the weights"), {}, u"filter"_s,
             tr("Does once what Keras does after every training step, and tells which "
                "kernels changed."));

    zoomIn = make(tr("Zoom in"), u"Ctrl++"_s, u"zoom_in"_s);
    zoomIn->setShortcuts({QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)});
    zoomOut = make(tr("Zoom out"), u"Ctrl+-"_s, u"zoom_out"_s);
    zoomFit = make(tr("Fit to window"), u"Ctrl+0"_s, u"fit"_s);
    zoomActual = make(tr("Zoom 100 %"), u"Ctrl+1"_s);
    zoomDouble = make(tr("Zoom 200 %"), u"Ctrl+2"_s);
    previousMap = make(tr("Previous map"), {}, u"left"_s);
    nextMap = make(tr("Next map"), {}, u"right"_s);
    nextColormap = make(tr("Next colormap"), {}, u"colormap"_s);
    invertColormap = make(tr("Invert colormap"), {});
    invertColormap->setCheckable(true);
    autoRange = make(tr("Automatic range"), {}, u"contrast"_s);
    nextScope = make(tr("Next range scope"), {});
    sidePanels = make(tr("Side panels"), u"F9"_s);
    sidePanels->setCheckable(true);
    sidePanels->setChecked(true);
    fullScreen = make(tr("Full screen"), u"F11"_s);
    fullScreen->setCheckable(true);
    nextPanel = make(tr("Next panel"), u"F6"_s);
    previousPanel = make(tr("Previous panel"), u"Shift+F6"_s);
    computeAgain = make(tr("Compute again"), u"F5"_s, u"play"_s);
    previewFirst = make(tr("Preview at ¼"), {}, {},
                        tr("Computes the stack on a quarter of the input's rows and columns, where "
                           "the whole would take long."));
    stopComputing = make(tr("Stop computing"), {}, u"close"_s);

    themes = new QActionGroup(this);
    for (const auto &[text, data] :
         {std::pair{tr("System theme"), u"system"_s}, std::pair{tr("Light theme"), u"light"_s},
          std::pair{tr("Dark theme"), u"dark"_s}}) {
        QAction *theme = make(text, {});
        theme->setCheckable(true);
        theme->setData(data);
        themes->addAction(theme);
    }

    wheelModes = new QActionGroup(this);
    for (const auto &[text, mode] :
         {std::pair{tr("Zoom"), WheelMode::Zoom}, std::pair{tr("Scroll"), WheelMode::Scroll},
          std::pair{tr("Next map"), WheelMode::NextMap}}) {
        QAction *action = make(text, {}, {}, tr("With Ctrl the wheel always zooms."));
        action->setCheckable(true);
        action->setChecked(mode == WheelMode::Zoom);
        action->setData(static_cast<int>(mode));
        wheelModes->addAction(action);
        action->setObjectName(fullText(action));
    }

    kernels = new QActionGroup(this);
    const auto addKernels = [this](const QString &text, const QString &name, const QString &tip) {
        QAction *action = make(text, {}, {}, tip);
        action->setCheckable(true);
        action->setData(name);
        kernels->addAction(action);
    };
    addKernels(tr("Fastest kernels"), {}, tr("Each layer with its fastest kernel."));
    addKernels(tr("Direct kernels"), u"direct"_s,
               tr("Convolutions by multiplying and adding in the textbook's order of terms where "
                  "there is such a kernel."));
    addKernels(tr("Reference kernels (slow, exact sums)"), u"reference"_s,
               tr("The textbook's loops with sums in double precision."));

    layerHelp = make(tr("Help on this layer"), u"F1"_s, u"help"_s,
                     tr("Tells what the layer does; begins at the argument that has the focus."));
    keyboardHelp = make(tr("Keyboard"), u"Ctrl+?"_s, u"help"_s);
    tour = make(tr("Tour"), {}, {}, tr("Shows the five places of the window, one after another."));
    about = make(tr("About ConvScope"), {}, u"info"_s);

    recentMenu = new QMenu(tr("Open recent"), window);
    samplesMenu = new QMenu(tr("Sample pictures"), window);
    stacksMenu = new QMenu(tr("Sample stacks"), window);
    patternsMenu = new QMenu(tr("Patterns"), window);

    m_keys = new KeyBindings(m_all, this);
    // The stack has them, and its views come first.
    m_keys->reserve(QKeySequence(u"Alt+Up"_s), tr("moving a layer in the stack"));
    m_keys->reserve(QKeySequence(u"Alt+Down"_s), tr("moving a layer in the stack"));
}

QAction *Actions::make(const QString &text, const QString &keys, const QString &icon,
                       const QString &tip)
{
    auto *action = new QAction(text, this);
    // Texts may change (what is undone), names do not.
    action->setObjectName(text);
    if (!keys.isEmpty())
        action->setShortcut(QKeySequence(keys));
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    updateTip(action, tip);
    connect(action, &QAction::changed, action, [action, tip] { updateTip(action, tip); });
    action->setShortcutContext(Qt::WindowShortcut);
    m_window->addAction(action);
    m_all.append(action);
    return action;
}

QString Actions::fullText(const QAction *action) const
{
    return action->actionGroup() == wheelModes ? tr("Wheel over a map: %1").arg(action->text())
                                               : action->text();
}

void Actions::remember(const QAction *action)
{
    m_recent.removeOne(action->objectName());
    m_recent.prepend(action->objectName());
    while (m_recent.size() > kMostRecent)
        m_recent.removeLast();
}

void Actions::setRecent(const QStringList &names)
{
    m_recent.clear();
    for (const QString &name : names) {
        const bool isKnown = std::any_of(m_all.begin(), m_all.end(), [&](const QAction *action) {
            return action->objectName() == name;
        });
        if (isKnown && !m_recent.contains(name) && m_recent.size() < kMostRecent)
            m_recent << name;
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
    file->addSeparator();
    file->addActions({save, saveAs, exportPicture});
    file->addSeparator();
    file->addActions({print, exportPdf});
    file->addSeparator();
    file->addActions({close, quit});

    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({copy, paste});
    edit->addSeparator();
    edit->addActions({filterList, find});

    QMenu *stack = bar->addMenu(tr("&Stack"));
    stack->addActions({addLayer, duplicateLayer, bypassLayer, renameLayer, removeLayer});
    stack->addSeparator();
    stack->addActions({moveUp, moveDown, previousLayer, nextLayer});
    stack->addSeparator();
    stack->addActions({nextProblem, previousProblem, applyRepair});
    stack->addSeparator();
    stack->addActions({redrawWeights, applyConstraints});

    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions({zoomIn, zoomOut, zoomFit, zoomActual, zoomDouble});
    view->addSeparator();
    view->addActions({previousMap, nextMap});
    view->addSeparator();
    view->addActions({nextColormap, invertColormap, autoRange, nextScope});
    view->addSeparator();
    QMenu *theme = view->addMenu(tr("Theme"));
    theme->addActions(themes->actions());
    view->addMenu(tr("Wheel over a map"))->addActions(wheelModes->actions());
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
