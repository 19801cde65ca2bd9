// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Ways to give the window a picture, a tuple, a layer or a stack: leafing, typing, pasting,
// finding.
#include "controls/filter_bar.h"
#include "controls/quiet_spin_box.h"
#include "controls/search_field.h"
#include "controls/tuple_edit.h"
#include "language/core_words.h"
#include "layers/registry.h"
#include "pages/explore/explore_page.h"
#include "stack/stack_panel.h"
#include "support/driven_window.h"
#include "window/actions/actions.h"
#include "window/files/document_files.h"
#include "window/files/file_menus.h"
#include "window/status/status_line.h"

#include <QClipboard>
#include <QDir>
#include <QMenu>
#include <QTemporaryDir>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstGivingThings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init() { m_drive = std::make_unique<DrivenWindow>(*m_look); }
    void cleanup() { m_drive.reset(); }

    void aPictureAloneBringsALayer();
    void leafsThroughAFolder();
    void aTupleIsTyped_data();
    void aTupleIsTyped();
    void aTupleIsPastedAndGivenBack();
    void layersAreCopiedAndPastedAsJson();
    void aStackIsCopiedAndPastedAsJson();
    void samplesAndClassesAreFound();
    void classesAreInTheMenu();
    void nothingFoundSaysSo();

private:
    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<DrivenWindow> m_drive;
};

void TstGivingThings::aPictureAloneBringsALayer()
{
    MainWindow window(&m_look->theme(), false);
    window.files()->setStartsWithPicture(true);
    window.show();
    window.open(FileMenus::samplePath(u"coffee.png"_s));
    QVERIFY(QTest::qWaitFor([&] { return window.isSettled(); }, 60000));
    QCOMPARE(window.document()->model().size(), 1);
    QVERIFY(!window.document()->isModified());
    QCOMPARE(window.document()->inputTensors().front().extents().back(), 3);
    QVERIFY(window.results()->isUpToDate());
}

void TstGivingThings::leafsThroughAFolder()
{
    const QTemporaryDir folder;
    QImage picture(24, 16, QImage::Format_RGB32);
    for (const int number : {10, 2, 1}) {
        picture.fill(QColor(number, 20, 30));
        QVERIFY(picture.save(folder.filePath(u"%1.png"_s.arg(number))));
    }
    QFile broken(folder.filePath(u"3.png"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no picture") > 0);
    broken.close();
    const Model stack = m_drive->document()->model();
    m_drive->window.selection()->selectLayer(2);
    m_drive->window.open(folder.filePath(u"1.png"_s));
    QVERIFY(m_drive->settle());
    const auto title = [this] { return localized(m_drive->document()->input()->title); };
    const auto leaf = [this](Qt::Key key) {
        QTest::keyClick(&m_drive->window, key, Qt::AltModifier);
        return m_drive->settle();
    };
    QVERIFY(leaf(Qt::Key_PageDown));
    QCOMPARE(title(), u"2.png"_s);
    // One that cannot be read is told of and gone past.
    QVERIFY(leaf(Qt::Key_PageDown));
    QCOMPARE(title(), u"2.png"_s);
    QVERIFY(m_drive->window.statusLine()->stateText().contains(u"3.png"));
    QVERIFY(leaf(Qt::Key_PageDown));
    QCOMPARE(title(), u"10.png"_s);
    QVERIFY(leaf(Qt::Key_PageDown));
    QCOMPARE(title(), u"10.png"_s);
    QVERIFY(leaf(Qt::Key_PageUp));
    QVERIFY(leaf(Qt::Key_PageUp));
    QCOMPARE(title(), u"2.png"_s);
    QVERIFY(m_drive->document()->model() == stack);
    QCOMPARE(m_drive->window.selection()->layer(), 2);
    // Leafing is one step of undo.
    m_drive->document()->undoStack()->undo();
    QCOMPARE(title(), u"1.png"_s);
}

void TstGivingThings::aTupleIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<IntList>("value");
    QTest::newRow("as Python writes it") << u"(3, 5)"_s << IntList{3, 5};
    QTest::newRow("as JSON writes it") << u"[7,1]"_s << IntList{7, 1};
    QTest::newRow("bare") << u"2, 4"_s << IntList{2, 4};
    QTest::newRow("equal") << u"(3, 3)"_s << IntList{3, 3};
}

void TstGivingThings::aTupleIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(IntList, value);
    m_drive->window.selection()->selectLayer(0);
    auto *edit = m_drive->field<TupleEdit>(u"kernel_size"_s);
    for (QuietSpinBox *field : edit->fields()) {
        field->setFocus(Qt::TabFocusReason);
        field->selectAll();
        QTest::keyClicks(field, typed);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(std::get<IntList>(m_drive->layer(0).value("kernel_size")), value);
        QCOMPARE(edit->values(), (QList<qint64>{value[0], value[1]}));
        QCOMPARE(field->text(), QString::number(field->value()));
        QCOMPARE(edit->isLinked(), value[0] == value[1]);
        QCOMPARE(m_drive->document()->undoStack()->count(), 1);
        m_drive->document()->undoStack()->undo();
    }
}

void TstGivingThings::aTupleIsPastedAndGivenBack()
{
    m_drive->window.selection()->selectLayer(0);
    const Value before = m_drive->layer(0).value("kernel_size");
    auto *edit = m_drive->field<TupleEdit>(u"kernel_size"_s);
    QuietSpinBox *field = edit->fields().front();
    field->setFocus(Qt::TabFocusReason);
    field->selectAll();
    QApplication::clipboard()->setText(u"(3, 7)"_s);
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(std::get<IntList>(m_drive->layer(0).value("kernel_size")), (IntList{3, 7}));
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(m_drive->layer(0).value("kernel_size"), before);
    QCOMPARE(m_drive->document()->undoStack()->count(), 0);
}

void TstGivingThings::layersAreCopiedAndPastedAsJson()
{
    m_drive->window.selection()->selectLayer(0);
    m_drive->window.stackPanel()->focusList();
    m_drive->press(Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"\"class_name\""), qPrintable(copied));
    m_drive->window.selection()->selectLayer(2);
    m_drive->window.actions()->paste->trigger();
    QCOMPARE(m_drive->document()->model().size(), 6);
    QCOMPARE(m_drive->window.selection()->layer(), 3);
    QCOMPARE(m_drive->layer(3).type().className, m_drive->layer(0).type().className);
    QCOMPARE(m_drive->layer(3).value("kernel_size"), m_drive->layer(0).value("kernel_size"));
    QVERIFY(m_drive->layer(3).name() != m_drive->layer(0).name());
    m_drive->document()->undoStack()->undo();
    QCOMPARE(m_drive->document()->model().size(), 5);
}

void TstGivingThings::aStackIsCopiedAndPastedAsJson()
{
    const Model before = m_drive->document()->model();
    m_drive->window.actions()->copyStack->trigger();
    m_drive->document()->removeLayer(4);
    m_drive->window.actions()->paste->trigger();
    QVERIFY(m_drive->settle());
    QCOMPARE(m_drive->document()->model().size(), before.size());
    m_drive->document()->undoStack()->undo();
    QCOMPARE(m_drive->document()->model().size(), 4);
    // What is no JSON after all says so.
    QApplication::clipboard()->setText(u"{\"class_name\": "_s);
    m_drive->window.actions()->paste->trigger();
    QVERIFY(m_drive->window.statusLine()->stateText().contains(u"clipboard"));
}

void TstGivingThings::samplesAndClassesAreFound()
{
    const auto find = [this](const QString &words) {
        m_drive->window.actions()->find->trigger();
        m_drive->query(words);
        m_drive->pressInPopup(Qt::Key_Return);
        return m_drive->settle();
    };
    QVERIFY(find(u"coffee.png"_s));
    QCOMPARE(localized(m_drive->document()->input()->title), u"coffee.png"_s);
    m_drive->window.selection()->selectLayer(0);
    QVERIFY(find(u"AveragePooling2D"_s));
    QCOMPARE(m_drive->layer(1).type().className, "AveragePooling2D");
    QVERIFY(find(u"Overlay on the photo"_s));
    QVERIFY(m_drive->window.page<ExplorePage>()->panel()->header()->isOverlayShown());
    QVERIFY(find(u"Order of the maps: Energy"_s));
    QCOMPARE(m_drive->window.page<ExplorePage>()->grid()->order(), MapOrder::Energy);
}

void TstGivingThings::classesAreInTheMenu()
{
    m_drive->window.selection()->selectLayer(0);
    QMenu *classes = m_drive->window.actions()->classesMenu;
    Q_EMIT classes->aboutToShow();
    QAction *pool = nullptr;
    int known = 0;
    for (QAction *group : classes->actions()) {
        for (QAction *action : group->menu()->actions()) {
            ++known;
            QCOMPARE(action->isEnabled() || !action->toolTip().isEmpty(), true);
            if (action->text() == u"Conv1D")
                QVERIFY(!action->isEnabled());
            if (action->text() == u"MaxPooling2D")
                pool = action;
        }
    }
    QCOMPARE(known, static_cast<int>(layerTypes().size()));
    QVERIFY(pool != nullptr && pool->isEnabled());
    pool->trigger();
    QCOMPARE(m_drive->layer(1).type().className, "MaxPooling2D");
}

void TstGivingThings::nothingFoundSaysSo()
{
    m_drive->window.actions()->find->trigger();
    m_drive->query(u"qqqq"_s);
    QStringList shown;
    for (const QLabel *label : m_drive->popup()->findChildren<QLabel *>())
        if (label->isVisible())
            shown << label->text();
    QVERIFY2(shown.contains(u"Nothing answers to “qqqq”"_s), qPrintable(shown.join(u'\n')));
    m_drive->pressInPopup(Qt::Key_Escape);
    m_drive->window.stackPanel()->focusList();
    m_drive->window.actions()->filterList->trigger();
    QTest::keyClicks(QApplication::focusWidget(), u"qqqq"_s);
    QCOMPARE(m_drive->window.stackPanel()->filter()->field()->remark(), u"none"_s);
    m_drive->window.stackPanel()->filter()->funnel()->click();
    shown.clear();
    for (const QLabel *label : m_drive->window.stackPanel()->findChildren<QLabel *>())
        if (label->isVisible())
            shown << label->text();
    QVERIFY(shown.contains(u"No layer matches"_s));
}

QTEST_MAIN(TstGivingThings)
#include "tst_giving_things.moc"
