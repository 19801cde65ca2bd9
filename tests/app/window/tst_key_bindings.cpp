// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Which keys an action may have, and how they are given, refused, given back and kept.
#include "controls/command_action.h"
#include "controls/key_rules.h"
#include "window/actions/key_bindings.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstKeyBindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void refusesWhatBelongsToOthers_data();
    void refusesWhatBelongsToOthers();
    void allowsTheRest_data();
    void allowsTheRest();
    void refusesAClashByName();
    void addsAndClears();
    void resetsOneAndAll();
    void keepsOnlyWhatDiffers();
    void restoresKeysThatWereSwapped();
    void leavesOutWhatCannotBe();
    void pagesMayHaveTheSameKey();

private:
    std::unique_ptr<QObject> m_owner;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_add = nullptr;
    KeyBindings *m_keys = nullptr;
};

void TstKeyBindings::init()
{
    m_owner = std::make_unique<QObject>();
    const auto make = [this](const QString &id, const QString &text, const QStringList &keys) {
        return makeAction({id, text, keys, {}, {}}, m_owner.get());
    };
    m_undo = make(u"edit.undo"_s, u"Undo"_s, {u"Ctrl+Z"_s});
    m_redo = make(u"edit.redo"_s, u"Redo"_s, {u"Ctrl+Shift+Z"_s, u"Ctrl+Y"_s});
    m_add = make(u"stack.add"_s, u"Add layer…"_s, {});
    m_keys = new KeyBindings({m_undo, m_redo, m_add}, m_owner.get());
    m_keys->reserve(QKeySequence(u"Alt+F"_s), u"the menu File"_s);
}

void TstKeyBindings::refusesWhatBelongsToOthers_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("reason");
    const auto rows = [](const QString &reason, const QStringList &keys) {
        for (const QString &key : keys)
            QTest::addRow("%s", qPrintable(key)) << key << reason;
    };
    rows(u"type"_s, {u"B"_s, u"Shift+B"_s, u"7"_s, u"?"_s, u"+"_s, u"Space"_s});
    rows(u"inside"_s, {u"Tab"_s, u"Shift+Tab"_s, u"Return"_s, u"Esc"_s, u"Backspace"_s, u"Del"_s,
                       u"Up"_s, u"Shift+Left"_s, u"Home"_s, u"PgDown"_s});
    rows(u"Super"_s, {u"Meta+B"_s, u"Meta+Shift+F5"_s});
    rows(u"Ctrl+Alt"_s, {u"Ctrl+Alt+B"_s, u"Ctrl+Alt+Shift+F2"_s});
    rows(u"function key"_s, {u"Alt+F4"_s, u"Alt+Shift+F10"_s});
    rows(u"switches windows"_s, {u"Alt+Space"_s, u"Alt+Tab"_s, u"Alt+Shift+Tab"_s, u"Alt+Esc"_s});
    rows(u"Input methods"_s, {u"Ctrl+Space"_s, u"Shift+Space"_s, u"Ctrl+."_s, u"Ctrl+;"_s,
                              u"Ctrl+Shift+U"_s, u"Ctrl+Shift+E"_s, u"Ctrl+Shift+F"_s});
    rows(u"Text fields"_s,
         {u"Ctrl+A"_s, u"Ctrl+D"_s, u"Ctrl+E"_s, u"Ctrl+K"_s, u"Ctrl+U"_s, u"Ctrl+Left"_s,
          u"Ctrl+Shift+Right"_s, u"Ctrl+Up"_s, u"Ctrl+Backspace"_s});
    rows(u"first and last"_s, {u"Ctrl+Home"_s, u"Ctrl+End"_s});
    rows(u"no name"_s, {u"Ctrl+X, Ctrl+C"_s});
}

void TstKeyBindings::refusesWhatBelongsToOthers()
{
    QFETCH(QString, key);
    QFETCH(QString, reason);
    const QString said = keyRefusal(QKeySequence(key));
    QVERIFY2(said.contains(reason), qPrintable(said));
    QVERIFY(!m_keys->assign(m_undo, QKeySequence(key)).isEmpty());
    QCOMPARE(m_undo->shortcut(), QKeySequence(u"Ctrl+Z"_s));
}

void TstKeyBindings::allowsTheRest_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key :
         {"F5", "Shift+F8", "Ins", "Ctrl+B", "Ctrl+Shift+D", "Ctrl+Return", "Ctrl+PgUp", "Alt+1",
          "Alt+Shift+B", "Ctrl+?", "Ctrl++", "Ctrl+Tab", "Ctrl+Del"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void TstKeyBindings::allowsTheRest()
{
    QFETCH(QString, key);
    QCOMPARE(keyRefusal(QKeySequence(key)), QString());
    QCOMPARE(m_keys->assign(m_add, QKeySequence(key)), QString());
    QCOMPARE(m_add->shortcut(), QKeySequence(key));
}

void TstKeyBindings::refusesAClashByName()
{
    QCOMPARE(m_keys->assign(m_undo, QKeySequence(u"Ctrl+Y"_s)), u"Ctrl+Y belongs to Redo."_s);
    QCOMPARE(m_keys->assign(m_undo, QKeySequence(u"Alt+F"_s)),
             u"Alt+F belongs to the menu File."_s);
    QCOMPARE(m_keys->assign(m_add, QKeySequence(u"Ctrl+Return"_s)), QString());
    QCOMPARE(m_keys->add(m_undo, QKeySequence(u"Ctrl+Return"_s)),
             u"Ctrl+Enter belongs to Add layer."_s);
    QVERIFY(m_keys->isDefault(m_undo));
}

void TstKeyBindings::addsAndClears()
{
    QSignalSpy changed(m_keys, &KeyBindings::changed);
    QCOMPARE(m_keys->add(m_undo, QKeySequence(u"Ctrl+J"_s)), QString());
    QCOMPARE(keysText(m_undo->shortcuts()), u"Ctrl+Z  Ctrl+J"_s);
    QCOMPARE(changed.count(), 1);
    // What it has it may be given again.
    QCOMPARE(m_keys->add(m_undo, QKeySequence(u"Ctrl+J"_s)), QString());
    QCOMPARE(changed.count(), 1);
    m_keys->clear(m_undo);
    QVERIFY(m_undo->shortcuts().isEmpty());
    QCOMPARE(m_keys->assign(m_add, QKeySequence(u"Ctrl+Z"_s)), QString());
}

void TstKeyBindings::resetsOneAndAll()
{
    m_keys->clear(m_undo);
    QCOMPARE(m_keys->assign(m_add, QKeySequence(u"Ctrl+Z"_s)), QString());
    QCOMPARE(m_keys->reset(m_undo), u"Ctrl+Z belongs to Add layer."_s);
    QCOMPARE(m_keys->reset(m_add), QString());
    QCOMPARE(m_keys->reset(m_undo), QString());
    QCOMPARE(m_undo->shortcut(), QKeySequence(u"Ctrl+Z"_s));
    m_keys->clear(m_redo);
    QVERIFY(m_keys->assign(m_undo, QKeySequence(u"Ctrl+Y"_s)).isEmpty());
    m_keys->resetAll();
    for (const QAction *action : m_keys->actions())
        QVERIFY(m_keys->isDefault(action));
}

void TstKeyBindings::keepsOnlyWhatDiffers()
{
    QVERIFY(m_keys->changes().isEmpty());
    m_keys->clear(m_redo);
    QVERIFY(m_keys->assign(m_add, QKeySequence(u"Ins"_s)).isEmpty());
    const QMap<QString, QStringList> expected{{u"edit.redo"_s, {}}, {u"stack.add"_s, {u"Ins"_s}}};
    QCOMPARE(m_keys->changes(), expected);
    m_keys->resetAll();
    m_keys->restore(expected);
    QVERIFY(m_redo->shortcuts().isEmpty());
    QCOMPARE(m_add->shortcut(), QKeySequence(u"Ins"_s));
    QVERIFY(m_keys->isDefault(m_undo));
}

void TstKeyBindings::restoresKeysThatWereSwapped()
{
    m_keys->restore({{u"edit.undo"_s, {u"Ctrl+Y"_s}}, {u"edit.redo"_s, {u"Ctrl+Z"_s}}});
    QCOMPARE(keysText(m_undo->shortcuts()), u"Ctrl+Y"_s);
    QCOMPARE(keysText(m_redo->shortcuts()), u"Ctrl+Z"_s);
}

void TstKeyBindings::leavesOutWhatCannotBe()
{
    // Edited by hand, or of another version.
    m_keys->restore({{u"edit.undo"_s, {u"B"_s, u"Ctrl+Y"_s, u"Ctrl+J"_s, u"nonsense"_s}},
                     {u"edit.of_another_version"_s, {u"Ctrl+M"_s}}});
    QCOMPARE(keysText(m_undo->shortcuts()), u"Ctrl+J"_s);
    QVERIFY(m_keys->isDefault(m_redo));
}

void TstKeyBindings::pagesMayHaveTheSameKey()
{
    QAction *explore = makeAction({u"explore.fit"_s, u"Fit"_s, {}, {}, {}}, m_owner.get());
    QAction *weights =
        makeAction({u"weights.fit"_s, u"Fit"_s, {u"Ctrl+0"_s}, {}, {}}, m_owner.get());
    markPage(explore, u"explore"_s);
    markPage(weights, u"weights"_s);
    KeyBindings keys({m_undo, explore, weights});
    QCOMPARE(keys.assign(explore, QKeySequence(u"Ctrl+0"_s)), QString());
    QVERIFY(!keys.assign(explore, QKeySequence(u"Ctrl+Z"_s)).isEmpty());
    QVERIFY(!keys.assign(m_undo, QKeySequence(u"Ctrl+0"_s)).isEmpty());
}

QTEST_MAIN(TstKeyBindings)
#include "tst_key_bindings.moc"
