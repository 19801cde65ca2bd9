// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Help → Keyboard as a person uses it: found, changed, refused, given back and kept; and who shows
// the new keys.
#include "controls/command_action.h"
#include "controls/command_button.h"
#include "controls/key_field.h"
#include "controls/key_rules.h"
#include "controls/token_label.h"
#include "stack/stack_panel.h"
#include "support/window_look.h"
#include "window/actions/actions.h"
#include "window/actions/key_bindings.h"
#include "window/actions/shortcut_list.h"
#include "window/frame/main_window.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstShortcutList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init();
    void cleanup();

    void everyDefaultKeepsTheRules();
    void listsEveryActionAndFindsThem();
    void takesANewKeyByKeyboardAlone();
    void takesKeysThatMeanSomethingElsewhere();
    void refusesAndSaysWhy();
    void escLeavesTheKey();
    void addsRemovesAndResets();
    void keysOfViewsStay();
    void newKeysAreShownAtOnce();
    void newKeysWork();
    void keepsKeysForTheNextStart();

private:
    QTreeWidgetItem *row(const QString &action);
    void select(const QString &action) { m_tree->setCurrentItem(row(action)); }
    QPushButton *button(const QString &text);
    QString said();

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    ShortcutList *m_list = nullptr;
    QTreeWidget *m_tree = nullptr;
    KeyField *m_field = nullptr;
};

void TstShortcutList::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->show();
    m_window->actions()->keyboardHelp->trigger();
    m_list = m_window->findChild<ShortcutList *>();
    QVERIFY(m_list != nullptr);
    QApplication::setActiveWindow(m_list);
    m_tree = m_list->findChild<QTreeWidget *>();
    m_field = m_list->findChild<KeyField *>();
    m_tree->setFocus();
}

void TstShortcutList::cleanup()
{
    m_window.reset();
}

QTreeWidgetItem *TstShortcutList::row(const QString &action)
{
    const auto found = m_tree->findItems(action, Qt::MatchExactly, 0);
    return found.isEmpty() ? nullptr : found.front();
}

QPushButton *TstShortcutList::button(const QString &text)
{
    for (auto *button : m_list->findChildren<QPushButton *>())
        if (QString(button->text()).remove(u'&') == text)
            return button;
    return nullptr;
}

QString TstShortcutList::said()
{
    return m_field->accessibleDescription();
}

void TstShortcutList::everyDefaultKeepsTheRules()
{
    QSet<QKeySequence> seen;
    for (const QAction *action : m_window->actions()->all()) {
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(keyRefusal(key).isEmpty(), qPrintable(keyText(key)));
            QVERIFY2(!seen.contains(key), qPrintable(keyText(key)));
            seen.insert(key);
        }
    }
}

void TstShortcutList::listsEveryActionAndFindsThem()
{
    for (const QAction *action : m_window->actions()->all())
        QVERIFY2(row(actionName(action)) != nullptr, qPrintable(action->objectName()));
    auto *search = m_list->findChild<QLineEdit *>();
    search->setText(u"bypass"_s);
    QVERIFY(!row(u"Bypass layer"_s)->isHidden());
    QVERIFY(row(u"Undo"_s)->isHidden());
    QCOMPARE(m_tree->currentItem(), row(u"Bypass layer"_s));
    search->setText(u"ctrl+z"_s);
    QVERIFY(!row(u"Undo"_s)->isHidden());
    QVERIFY(row(u"Bypass layer"_s)->isHidden());
    search->clear();
    QVERIFY(!row(u"Bypass layer"_s)->isHidden());
}

void TstShortcutList::takesANewKeyByKeyboardAlone()
{
    select(u"Bypass layer"_s);
    QTest::keyClick(m_tree, Qt::Key_Return);
    QVERIFY(m_field->hasFocus());
    QCOMPARE(m_field->accessibleName(), u"New key for Bypass layer"_s);
    QTest::keyPress(m_field, Qt::Key_Control);
    QCOMPARE(m_field->text(), u"Ctrl+…"_s);
    QTest::keyClick(m_field, Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(m_window->actions()->bypassLayer->shortcut(), QKeySequence(u"Ctrl+J"_s));
    QCOMPARE(row(u"Bypass layer"_s)->text(1), u"Ctrl+J"_s);
    QCOMPARE(row(u"Bypass layer"_s)->data(0, Qt::AccessibleTextRole).toString(),
             u"Bypass layer, Ctrl+J. Usually: Ctrl+B"_s);
    QVERIFY(m_tree->hasFocus());
    QVERIFY(m_list->isVisible());
}

void TstShortcutList::takesKeysThatMeanSomethingElsewhere()
{
    select(u"Remove layer"_s);
    QTest::keyClick(m_tree, Qt::Key_Return);
    QTest::keyClick(m_field, Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(keyText(m_window->actions()->removeLayer->shortcut()), u"Ctrl+Tab"_s);
    QTest::keyClick(m_tree, Qt::Key_Return);
    QTest::keyClick(m_field, Qt::Key_Enter,
                    Qt::ControlModifier | Qt::ShiftModifier | Qt::KeypadModifier);
    QCOMPARE(keyText(m_window->actions()->removeLayer->shortcut()), u"Ctrl+Shift+Enter"_s);
    // Typed with Shift where ! shares its key with 1.
    QTest::keyClick(m_tree, Qt::Key_Return);
    QTest::keyClick(m_field, Qt::Key_Exclam, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(keyText(m_window->actions()->removeLayer->shortcut()), u"Ctrl+!"_s);
}

void TstShortcutList::refusesAndSaysWhy()
{
    select(u"Bypass layer"_s);
    QTest::mouseClick(button(u"Change key…"_s), Qt::LeftButton);
    QVERIFY(m_field->hasFocus());
    QTest::keyClick(m_field, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyRelease(m_field, Qt::Key_Control);
    QCOMPARE(m_field->text(), u"Ctrl+Z"_s);
    QVERIFY2(said().startsWith(u"Ctrl+Z belongs to Undo."), qPrintable(said()));
    QTest::keyClick(m_field, Qt::Key_B);
    QVERIFY2(said().contains(u"types"), qPrintable(said()));
    QTest::keyClick(m_field, Qt::Key_F, Qt::AltModifier);
    QVERIFY2(said().startsWith(u"Alt+F belongs to the menu File."), qPrintable(said()));
    QVERIFY(m_field->hasFocus());
    QCOMPARE(m_window->actions()->bypassLayer->shortcut(), QKeySequence(u"Ctrl+B"_s));
    // It goes on until a key is good.
    QTest::keyClick(m_field, Qt::Key_F7);
    QCOMPARE(m_window->actions()->bypassLayer->shortcut(), QKeySequence(u"F7"_s));
}

void TstShortcutList::escLeavesTheKey()
{
    select(u"Bypass layer"_s);
    QTest::keyClick(m_tree, Qt::Key_Return);
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(m_tree->hasFocus());
    QVERIFY(m_list->isVisible());
    QCOMPARE(m_field->text(), u"Ctrl+B"_s);
    QVERIFY(m_window->actions()->keys()->isDefault(m_window->actions()->bypassLayer));
}

void TstShortcutList::addsRemovesAndResets()
{
    QAction *bypass = m_window->actions()->bypassLayer;
    select(u"Bypass layer"_s);
    QVERIFY(!button(u"Reset"_s)->isEnabled());
    QVERIFY(!button(u"Reset all"_s)->isEnabled());
    button(u"Add key…"_s)->click();
    QTest::keyClick(m_field, Qt::Key_F7);
    QCOMPARE(row(u"Bypass layer"_s)->text(1), u"Ctrl+B  F7"_s);
    button(u"No key"_s)->click();
    QVERIFY(bypass->shortcuts().isEmpty());
    QVERIFY(!button(u"No key"_s)->isEnabled());
    button(u"Reset"_s)->click();
    QCOMPARE(bypass->shortcut(), QKeySequence(u"Ctrl+B"_s));

    button(u"No key"_s)->click();
    select(u"Undo"_s);
    QTest::keyClick(m_tree, Qt::Key_Return);
    QTest::keyClick(m_field, Qt::Key_B, Qt::ControlModifier);
    select(u"Bypass layer"_s);
    button(u"Reset"_s)->click();
    QVERIFY2(said().contains(u"belongs to Undo"), qPrintable(said()));
    button(u"Reset all"_s)->click();
    QVERIFY(m_window->actions()->keys()->changes().isEmpty());
    QCOMPARE(row(u"Undo"_s)->text(1), u"Ctrl+Z"_s);
}

void TstShortcutList::keysOfViewsStay()
{
    select(u"Map: next colormap"_s);
    QVERIFY(!button(u"Change key…"_s)->isEnabled());
    QTest::keyClick(m_tree, Qt::Key_Return);
    QVERIFY(!m_field->hasFocus());
    QVERIFY(m_list->isVisible());
}

void TstShortcutList::newKeysAreShownAtOnce()
{
    Actions *actions = m_window->actions();
    KeyBindings *keys = actions->keys();
    QVERIFY(actions->undo->toolTip().startsWith(u"Undo (Ctrl+Z)"));
    QVERIFY(keys->assign(actions->undo, QKeySequence(u"Ctrl+J"_s)).isEmpty());
    QVERIFY(actions->undo->toolTip().startsWith(u"Undo (Ctrl+J)"));
    for (const auto *button : m_window->findChildren<QToolButton *>())
        if (button->defaultAction() == actions->undo)
            QCOMPARE(button->toolTip(), actions->undo->toolTip());

    QVERIFY(keys->assign(actions->addLayer, QKeySequence(u"Ctrl+I"_s)).isEmpty());
    bool isShown = false;
    for (const auto *button : m_window->stackPanel()->findChildren<QToolButton *>())
        isShown = isShown || button->toolTip().contains(u"(Ctrl+I)");
    QVERIFY(isShown);
}

void TstShortcutList::newKeysWork()
{
    Actions *actions = m_window->actions();
    m_list->close();
    QApplication::setActiveWindow(m_window.get());
    QVERIFY(actions->keys()->assign(actions->sidePanels, QKeySequence(u"F7"_s)).isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(m_window->stackPanel()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F7);
    QVERIFY(!m_window->stackPanel()->isVisible());
}

void TstShortcutList::keepsKeysForTheNextStart()
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    {
        MainWindow window(&m_look->theme(), true);
        Actions *actions = window.actions();
        QVERIFY(actions->keys()->assign(actions->addLayer, QKeySequence(u"Ctrl+I"_s)).isEmpty());
        actions->keys()->clear(actions->redo);
        window.close();
    }
    {
        MainWindow window(&m_look->theme(), true);
        Actions *actions = window.actions();
        QCOMPARE(keysText(actions->addLayer->shortcuts()), u"Ctrl+I"_s);
        QVERIFY(actions->redo->shortcuts().isEmpty());
        QVERIFY(actions->keys()->isDefault(actions->undo));
        actions->keys()->resetAll();
        window.close();
    }
    const MainWindow window(&m_look->theme(), true);
    QSettings settings;
    settings.beginGroup(u"keys"_s);
    QVERIFY(settings.childKeys().isEmpty());
}

QTEST_MAIN(TstShortcutList)
#include "tst_shortcut_list.moc"
