// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/test_actions.h"

#include "controls/command_action.h"
#include "language/core_words.h"
#include "pages/test/test_page.h"
#include "testing/oracles.h"

#include <QActionGroup>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMenu>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

TestActions::TestActions(TestPage *page)
    : QObject(page), m_page(page), m_oracles(new QActionGroup(this))
{
    giveKey(QKeySequence(u"F5"_s),
            add({u"test.run_all"_s, tr("Run all cases"), {u"Ctrl+Shift+R"_s}, u"play"_s, {}},
                &TestPage::runAll));
    add({u"test.run_layer"_s,
         tr("Hold layer against its oracle"),
         {u"Ctrl+R"_s},
         u"diff"_s,
         tr("Computes the selected layer a second time, by the textbook kernels unless another "
            "oracle is chosen.")},
        &TestPage::runLayer);
    add({u"test.properties"_s,
         tr("Check properties of layer"),
         {u"Ctrl+Shift+T"_s},
         {},
         tr("What must be true of the selected layer whatever its weights.")},
        &TestPage::checkProperties);
    addOracles();
    addSeparator();
    connect(make({u"test.open"_s, tr("Open cases…"), {}, u"open"_s, {}}), &QAction::triggered, this,
            &TestActions::open);
    connect(make({u"test.open_folder"_s, tr("Open folder of cases…"), {}, {}, {}}),
            &QAction::triggered, this, &TestActions::openFolder);
    giveKey(QKeySequence(u"Ctrl+S"_s),
            add({u"test.save"_s, tr("Save cases"), {}, u"save"_s, {}}, &TestPage::save));
    connect(make({u"test.save_as"_s, tr("Save new cases as…"), {}, {}, {}}), &QAction::triggered,
            this, &TestActions::saveAs);
    addSeparator();
    add({u"test.save_layer"_s, tr("Save layer as case"), {}, u"add"_s, {}},
        &TestPage::saveLayerAsCase);
    add({u"test.save_stack"_s, tr("Save stack as case"), {}, {}, {}}, &TestPage::saveStackAsCase);
    add({u"test.accept"_s,
         tr("Accept as expected"),
         {},
         u"check"_s,
         tr("What the case computes becomes what it expects.")},
        &TestPage::acceptAsExpected);
    giveKey(QKeySequence(u"Ctrl+Shift+D"_s),
            add({u"test.duplicate"_s, tr("Duplicate case"), {}, u"duplicate"_s, {}},
                &TestPage::duplicateCase));
    connect(
        make({u"test.change_argument"_s, tr("Change one argument of case"), {}, u"field"_s, {}}),
        &QAction::triggered, page, [page] { page->changeArgument({}); });
    giveKey(QKeySequence(u"Del"_s),
            add({u"test.remove"_s, tr("Remove case"), {}, u"trash"_s, {}}, &TestPage::removeCase));
    QAction *undo = make({u"test.undo"_s, tr("Undo in cases"), {}, u"undo"_s, {}});
    QAction *redo = make({u"test.redo"_s, tr("Redo in cases"), {}, u"redo"_s, {}});
    connect(undo, &QAction::triggered, page, [page] { page->suite()->undoStack()->undo(); });
    connect(redo, &QAction::triggered, page, [page] { page->suite()->undoStack()->redo(); });
    giveKey(QKeySequence(u"Ctrl+Z"_s), undo);
    giveKey(QKeySequence(u"Ctrl+Shift+Z"_s), redo);
    giveKey(QKeySequence(u"Ctrl+Y"_s), redo);
    addSeparator();
    QAction *next = make({u"test.next_failed"_s, tr("Next failed case"), {}, u"error"_s, {}});
    QAction *previous = make({u"test.previous_failed"_s, tr("Previous failed case"), {}, {}, {}});
    connect(next, &QAction::triggered, page, [page] { page->nextFailed(1); });
    connect(previous, &QAction::triggered, page, [page] { page->nextFailed(-1); });
    giveKey(QKeySequence(u"F8"_s), next);
    giveKey(QKeySequence(u"Shift+F8"_s), previous);
    add({u"test.group"_s, tr("Group cases by file"), {}, u"sort"_s, {}}, &TestPage::toggleGroups);
    addSeparator();
    add({u"test.sweep"_s,
         tr("Sweep arguments"),
         {},
         u"sliders"_s,
         tr("Computes the selected layer under many settings of its arguments.")},
        &TestPage::showSweep);
}

QAction *TestActions::make(const CommandAction &command)
{
    QAction *action = makeAction(command, this);
    m_list << action;
    return action;
}

QAction *TestActions::add(const CommandAction &command, void (TestPage::*done)())
{
    QAction *action = make(command);
    connect(action, &QAction::triggered, m_page, done);
    return action;
}

void TestActions::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_list << separator;
}

void TestActions::addOracles()
{
    auto *menu = new QMenu(tr("Hold cases against"), m_page);
    const auto choice = [&](const QString &name, const QString &text) {
        QAction *action = makeAction(
            {u"test.oracle_"_s + (name.isEmpty() ? u"stated"_s : name), text, {}, {}, {}}, this);
        setActionTitle(action, tr("Hold cases against: %1").arg(text));
        action->setCheckable(true);
        action->setChecked(name.isEmpty());
        action->setData(name);
        m_oracles->addAction(action);
        menu->addAction(action);
    };
    choice({}, tr("What they state"));
    for (const Oracle &oracle : oracles())
        choice(QString::fromStdString(oracle.name), localized(oracle.title));
    connect(m_oracles, &QActionGroup::triggered, m_page,
            [this](const QAction *action) { m_page->setOracle(action->data().toString()); });
    m_list << menu->menuAction();
}

void TestActions::chooseOracle(const QString &name)
{
    for (QAction *action : m_oracles->actions()) {
        if (action->data().toString() == name && !action->isChecked())
            action->trigger();
    }
}

QAction *TestActions::ofKey(const QKeyEvent *event) const
{
    const QKeySequence key(event->keyCombination());
    for (const auto &[own, action] : m_keys) {
        if (own == key)
            return action;
    }
    return nullptr;
}

void TestActions::open()
{
    if (!m_page->confirmDiscard())
        return;
    m_page->open(QFileDialog::getOpenFileNames(m_page, tr("Open cases"), {},
                                               tr("Test cases (*.npz);;All files (*)")));
}

void TestActions::openFolder()
{
    if (!m_page->confirmDiscard())
        return;
    const QString folder = QFileDialog::getExistingDirectory(m_page, tr("Open folder of cases"));
    if (!folder.isEmpty())
        m_page->open({folder});
}

void TestActions::saveAs()
{
    const QString path = QFileDialog::getSaveFileName(m_page, tr("Save cases"), u"cases.npz"_s,
                                                      tr("Test cases (*.npz)"));
    if (!path.isEmpty())
        m_page->saveAs(path);
}

} // namespace convscope
