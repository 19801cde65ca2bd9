// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// The Test page in the real window: making, breaking, accepting, sweeping.
#include "controls/search_field.h"
#include "document/model_document.h"
#include "evaluation/layer_results.h"
#include "pages/test/case_list.h"
#include "pages/test/case_panel.h"
#include "pages/test/comparison_view.h"
#include "pages/test/sweep_chip.h"
#include "pages/test/sweep_page.h"
#include "pages/test/sweep_table.h"
#include "pages/test/test_page.h"
#include "params/inspector.h"
#include "support/test_paths.h"
#include "support/window_look.h"
#include "testing/case_writer.h"
#include "testing/layer_probe.h"
#include "window/actions/actions.h"
#include "window/frame/main_window.h"

#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <algorithm>
#include <optional>
#include <set>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstTestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void runsWhatItOpens();
    void everyCaseOfKerasPasses();
    void aLayerBecomesACaseThatFollowsIt();
    void casesAreEditedWithAHistoryOfTheirOwn();
    void pointsAtTheCauseAndTheCell();
    void theKeysOfTheListFindFailures();
    void theLayerIsHeldAgainstItsOracle();
    void sweepsTheSelectedLayer();
    void sweepsKernelsAndComesBack();
    void theChipsArrangeTheTable();
    void muchWorkIsAskedFor();
    void whatIsSavedIsReadAgain();
    void looksRightWhenItIsNarrow();

private:
    bool settle();
    QString golden(const char *name) const
    {
        return QString::fromStdString(dataPath("keras/")) + QString::fromLatin1(name);
    }
    TestPage *page() { return m_window->page<TestPage>(); }
    const CaseOutcome *outcome(int index)
    {
        return page()->runner()->outcome(
            page()->suite()->cases().at(static_cast<std::size_t>(index)));
    }
    bool hasStatus(int index, CaseStatus status)
    {
        const CaseOutcome *ended = outcome(index);
        return ended != nullptr && ended->result.status == status;
    }
    void selectLayer(const char *name)
    {
        m_window->selection()->selectLayer(m_window->document()->model().indexOf(name));
    }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TstTestPage::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
}

void TstTestPage::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->results()->setLimits(RunLimits::none());
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openFirstLook();
    m_window->centre()->setCurrent(page());
    // However busy the machine is.
    page()->sweep()->setMostSeconds(1e9);
    QVERIFY(settle());
}

bool TstTestPage::settle()
{
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, 120'000);
}

void TstTestPage::runsWhatItOpens()
{
    QVERIFY(!m_window->inspector()->isVisible());
    page()->open({golden("cropping1d.npz"), golden("conv1d.npz")});
    QVERIFY(settle());
    QCOMPARE(page()->suite()->count(), 78);
    QVERIFY2(page()->list()->summary().contains(u"78 passed"_s),
             qPrintable(page()->list()->summary()));
    QVERIFY(page()->list()->summary().contains(u"2 file"_s));
    QVERIFY(page()->panel()->look() != nullptr);
    QVERIFY(!page()->suite()->isModified());
    // The inspector comes back with the page that has it.
    m_window->centre()->setCurrent(m_window->centre()->pages().front());
    QVERIFY(m_window->inspector()->isVisible());
}

void TstTestPage::everyCaseOfKerasPasses()
{
    page()->open({QString::fromStdString(dataPath("keras"))});
    QVERIFY(settle());
    QVERIFY(page()->suite()->count() > 1500);
    for (int i = 0; i < page()->suite()->count(); ++i) {
        const TestCase &test = *page()->suite()->cases()[static_cast<std::size_t>(i)];
        QVERIFY2(hasStatus(i, CaseStatus::Passed), test.name().c_str());
    }
}

void TstTestPage::aLayerBecomesACaseThatFollowsIt()
{
    selectLayer("conv2d");
    page()->saveLayerAsCase();
    QVERIFY(settle());
    QCOMPARE(page()->suite()->count(), 1);
    QVERIFY(page()->suite()->isModified());
    QVERIFY(hasStatus(0, CaseStatus::Passed));
    QVERIFY(!m_window->document()->isModified());

    // The stack is edited: the case runs with the layer as it stands.
    const int layer = m_window->document()->model().indexOf("conv2d");
    QVERIFY(m_window->document()->setArgument(layer, "strides", IntList{2, 2}, false));
    QVERIFY(settle());
    QVERIFY(QTest::qWaitFor([this] { return hasStatus(0, CaseStatus::Failed); }));
    QVERIFY(outcome(0)->isLive);
    m_window->document()->undoStack()->undo();
    QVERIFY(settle());
    QVERIFY(QTest::qWaitFor([this] { return hasStatus(0, CaseStatus::Passed); }));

    // Another activation gives other values of the same shape; they are accepted in one step.
    QVERIFY(m_window->document()->setArgument(layer, "use_bias", false, false));
    QVERIFY(settle());
    QVERIFY(QTest::qWaitFor(
        [this] { return hasStatus(0, CaseStatus::Failed) && !page()->runner()->isLooking(); }));
    QVERIFY(page()->panel()->acceptButton()->isVisible());
    QTest::mouseClick(page()->panel()->acceptButton(), Qt::LeftButton);
    QVERIFY(settle());
    QVERIFY(hasStatus(0, CaseStatus::Passed));
    QCOMPARE(page()->suite()->undoStack()->undoText(), u"Accept as expected"_s);
    page()->suite()->undoStack()->undo();
    page()->runAll();
    QVERIFY(settle());
    QVERIFY(hasStatus(0, CaseStatus::Failed));
}

void TstTestPage::casesAreEditedWithAHistoryOfTheirOwn()
{
    page()->open({golden("cropping1d.npz")});
    QVERIFY(settle());
    page()->list()->choose(0);
    page()->duplicateCase();
    QCOMPARE(page()->suite()->count(), 9);
    QVERIFY(settle());
    page()->changeArgument(u"cropping=(1, 2)"_s);
    QVERIFY(settle());
    const std::string json = page()->suite()->cases().at(1)->entry.json->dump();
    QVERIFY2(json.find("\"cropping\":[1,2]") != std::string::npos, json.c_str());
    QVERIFY(hasStatus(1, CaseStatus::Failed));
    page()->removeCase();
    QCOMPARE(page()->suite()->count(), 8);
    // Ctrl+Z with the focus on the list undoes in the suite, and nothing in the stack.
    const int stackSteps = m_window->document()->undoStack()->index();
    page()->list()->table()->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(page()->list()->table(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page()->suite()->count(), 8);
    QVERIFY(!page()->suite()->isModified());
    QCOMPARE(m_window->document()->undoStack()->index(), stackSteps);
}

void TstTestPage::pointsAtTheCauseAndTheCell()
{
    // Keras' own case, whose expected output is that of the kernel turned by 180°.
    auto cases = readTestCases(golden("conv2d.npz").toStdString());
    QVERIFY(cases);
    const auto chosen = std::find_if(cases->begin(), cases->end(), [](const TestCase &test) {
        return test.entry.outputs.size() == 1 && test.entry.weights.size() == 2 &&
               test.entry.weights[0].extent(0) == 3 && test.entry.weights[0].extent(1) == 3 &&
               test.entry.outputs[0].extent(1) > 3;
    });
    QVERIFY(chosen != cases->end());
    TestCase broken = *chosen;
    const auto turned = reversed(broken.entry.weights[0], std::vector<std::size_t>{0, 1}).value();
    broken.entry.weights[0] = turned;
    const std::string path = m_folder.filePath(u"broken.npz"_s).toStdString();
    TestCase second = broken;
    second.entry.name += "_again";
    const std::vector<TestCase> suite{broken, second};
    QVERIFY(writeCases(path, suite));
    page()->open({QString::fromStdString(path)});
    QVERIFY(settle());
    QVERIFY(hasStatus(0, CaseStatus::Failed));
    QVERIFY(hasStatus(1, CaseStatus::Failed));
    QCOMPARE(page()->list()->current(), 0); // the first that failed
    const CasePanel *panel = page()->panel();
    QVERIFY2(panel->findings().join(u'\n').contains(u"flipped_kernel"_s),
             qPrintable(panel->findings().join(u'\n')));
    QVERIFY(panel->comparison()->isVisible());
    const Extents &worst = outcome(0)->result.worstIndex;
    QVERIFY(worst.size() == 4);
    QCOMPARE(panel->comparison()->row(), panel->look()->difference.row);
    QVERIFY(!panel->look()->arithmetic.isEmpty());
    // Arrows leave the worst cell, Home comes back.
    panel->comparison()->setFocus();
    QTest::keyClick(panel->comparison(), Qt::Key_Left);
    QTest::keyClick(panel->comparison(), Qt::Key_Up);
    QTest::keyClick(panel->comparison(), Qt::Key_Home);
    QCOMPARE(panel->comparison()->column(), panel->look()->difference.column);
}

void TstTestPage::theKeysOfTheListFindFailures()
{
    page()->open({golden("cropping1d.npz"), golden("zero_padding1d.npz")});
    QVERIFY(settle());
    page()->list()->choose(5);
    page()->changeArgument(u"cropping=(0, 0)"_s);
    QVERIFY(settle());
    QVERIFY(hasStatus(5, CaseStatus::Failed));
    page()->list()->choose(0);
    page()->list()->table()->setFocus();
    QTest::keyClick(page()->list()->table(), Qt::Key_F8);
    QCOMPARE(page()->list()->current(), 5);
    page()->list()->filter()->setText(u"zero_padding"_s);
    QCOMPARE(page()->list()->model()->shownCases(), page()->suite()->count() - 8);
    page()->list()->filter()->clear();
    page()->toggleGroups();
    QCOMPARE(page()->list()->model()->rowCount(), page()->suite()->count() + 2);
    QCOMPARE(page()->list()->current(), 5);
    page()->list()->table()->sortByColumn(CaseTableModel::Largest, Qt::DescendingOrder);
    QCOMPARE(page()->list()->current(), 5);
}

void TstTestPage::theLayerIsHeldAgainstItsOracle()
{
    selectLayer("conv2d");
    m_window->actions()->action(u"test.run_layer"_s)->trigger();
    QVERIFY(settle());
    QVERIFY(page()->panel()->look() != nullptr);
    QVERIFY(page()->panel()->look()->result.status == CaseStatus::Passed);
    QVERIFY(page()->panel()->look()->hasTensors);
    QVERIFY(!page()->panel()->acceptButton()->isVisible());
    m_window->actions()->action(u"test.properties"_s)->trigger();
    QVERIFY(settle());
    QVERIFY(page()->panel()->look()->result.status == CaseStatus::Passed);
    QVERIFY(page()->panel()->look()->checks.size() >= 6);
}

void TstTestPage::sweepsTheSelectedLayer()
{
    selectLayer("conv2d");
    page()->showSweep();
    SweepPage *sweep = page()->sweep();
    QVERIFY(settle());
    QCOMPARE(sweep->table()->cells().size(), std::size_t{18});
    sweep->setAxis(0, u"padding"_s, u"valid, same"_s);
    sweep->setAxis(1, u"strides"_s, u"1..2"_s);
    sweep->setAxis(2, u"dilation_rate"_s, u"1, 400"_s);
    sweep->run();
    QVERIFY(settle());
    const std::vector<SweepCell> &cells = sweep->table()->cells();
    QCOMPARE(cells.size(), std::size_t{8});
    QVERIFY(cells[0].outputShape && cells[0].milliseconds && cells[0].maxDifference);
    QVERIFY(cells[1].error); // wider than the photo
    QVERIFY(!cells[0].exceeds());
    QCOMPARE(sweep->csv().count(u'\n'), 9);
    QVERIFY(sweep->csv().startsWith(u"conv2d.padding,conv2d.strides,conv2d.dilation_rate,"_s));

    QVERIFY(sweep->maps().find(0) != nullptr && sweep->maps().find(1) == nullptr);
    QCOMPARE(sweep->maps().find(0)->columns, 447);

    // The pointer looks at a setting, a click gives it to the stack, as one step.
    QUndoStack *steps = m_window->document()->undoStack();
    const int before = steps->index();
    const auto middle = [&](std::int64_t index) {
        return sweep->table()->cellRect(index).center();
    };
    QTest::mouseMove(sweep->table(), middle(2));
    QTRY_COMPARE(sweep->table()->current(), 2);
    QCOMPARE(steps->index(), before);
    QTest::mouseClick(sweep->table(), Qt::LeftButton, {}, middle(2));
    QCOMPARE(steps->index(), before + 1);
    QCOMPARE(sweep->table()->now(), std::optional<std::int64_t>(2));
    const int layer = m_window->document()->model().indexOf("conv2d");
    const auto value = [&](const char *argument) {
        return m_window->document()->model().layer(layer).value(argument);
    };
    QCOMPARE(std::get<IntList>(value("strides")), (IntList{2, 2}));
    QCOMPARE(std::get<std::string>(value("padding")), std::string("valid"));
    // The same again changes nothing; what cannot be does not either.
    QTest::mouseClick(sweep->table(), Qt::LeftButton, {}, middle(2));
    QTest::mouseClick(sweep->table(), Qt::LeftButton, {}, middle(1));
    QCOMPARE(steps->index(), before + 1);
    // The stack keeps its own undo while the sweep is seen.
    sweep->table()->setFocus();
    QTest::keyClick(sweep->table(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(steps->index(), before);
    QCOMPARE(sweep->table()->now(), std::optional<std::int64_t>(4));
    QVERIFY(settle());
    sweep->table()->setCurrent(6);
    QTest::keyClick(sweep->table(), Qt::Key_Return);
    QCOMPARE(std::get<IntList>(value("strides")), (IntList{2, 2}));
    QCOMPARE(std::get<std::string>(value("padding")), std::string("same"));
    steps->undo();
    QVERIFY(settle());

    // Ctrl+click and Space tick.
    QTest::mouseClick(sweep->table(), Qt::LeftButton, Qt::ControlModifier, middle(2));
    sweep->table()->setCurrent(6);
    QTest::keyClick(sweep->table(), Qt::Key_Space);
    QCOMPARE(sweep->table()->ticked(), (std::set<std::int64_t>{2, 6}));
    sweep->keepAsCases();
    QVERIFY(QTest::qWaitFor([this] { return page()->suite()->count() == 2; }));
    QVERIFY(settle());
    QVERIFY(hasStatus(0, CaseStatus::Passed));
    QVERIFY(hasStatus(1, CaseStatus::Passed));
    QCOMPARE(steps->index(), before);
}

void TstTestPage::sweepsKernelsAndComesBack()
{
    // A kernel of another size cannot keep the stored weights; the one before gets them back.
    selectLayer("conv2d");
    const Model whole = m_window->document()->model();
    page()->showSweep();
    SweepPage *sweep = page()->sweep();
    sweep->setAxis(0, u"kernel_size"_s, u"3, 5"_s);
    sweep->setAxis(1, {}, {});
    sweep->setAxis(2, {}, {});
    sweep->run();
    QVERIFY(settle());
    QCOMPARE(sweep->table()->now(), std::optional<std::int64_t>(1));
    sweep->openSetting(0);
    QVERIFY(settle());
    QVERIFY(m_window->document()->model() != whole);
    sweep->openSetting(1);
    QVERIFY(settle());
    QVERIFY(m_window->document()->model() == whole);
    // An edit elsewhere makes the table old; what is opened then keeps that edit.
    const int last = whole.size() - 1;
    QVERIFY(m_window->document()->setArgument(last, "use_bias", false, false));
    QVERIFY(settle());
    QVERIFY(!sweep->table()->now());
    sweep->openSetting(0);
    QVERIFY(!std::get<bool>(m_window->document()->model().layer(last).value("use_bias")));
}

void TstTestPage::theChipsArrangeTheTable()
{
    selectLayer("conv2d");
    page()->showSweep();
    SweepPage *sweep = page()->sweep();
    sweep->setAxis(0, u"padding"_s, u"valid, same"_s);
    sweep->setAxis(1, u"strides"_s, u"1..3"_s);
    sweep->setAxis(2, {}, {});
    sweep->run();
    QVERIFY(settle());
    QCOMPARE(sweep->table()->columns(), std::size_t{1});
    const QPoint second = sweep->table()->cellRect(1).center();
    // The first chip is dragged onto the table's upper edge: it makes the columns.
    QWidget *grip = sweep->findChildren<ChipGrip *>().front();
    const QPoint there =
        grip->mapFromGlobal(sweep->table()->mapToGlobal(QPoint(sweep->table()->width() / 2, 8)));
    QTest::mousePress(grip, Qt::LeftButton, {}, QPoint(5, 5));
    QMouseEvent move(QEvent::MouseMove, there, grip->mapToGlobal(there), Qt::NoButton,
                     Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(grip, &move);
    QTest::mouseRelease(grip, Qt::LeftButton, {}, there);
    QCOMPARE(sweep->table()->columns(), std::size_t{0});
    QVERIFY(sweep->table()->cellRect(1).center() != second);
    QVERIFY(settle());
    // Maps in the cells, and figures again.
    const int low = sweep->table()->cellRect(0).height();
    sweep->showMaps(true);
    QVERIFY(sweep->table()->showsMaps() && sweep->table()->cellRect(0).height() > low);
    QVERIFY(!sweep->maps().picture(0, QSize(100, 60), false).isNull());
    sweep->showMaps(false);
    // The arrow keys change the order of the chips, and with it that of the settings.
    const QString csv = sweep->csv();
    QTest::keyClick(grip, Qt::Key_Right);
    QVERIFY(settle());
    QVERIFY(csv.startsWith(u"conv2d.padding,conv2d.strides,"_s));
    QVERIFY(sweep->csv().startsWith(u"conv2d.strides,conv2d.padding,"_s));
    QCOMPARE(sweep->table()->columns(), std::size_t{1});
}

void TstTestPage::muchWorkIsAskedFor()
{
    selectLayer("conv2d");
    page()->showSweep();
    SweepPage *sweep = page()->sweep();
    QVERIFY(settle());
    const auto done = [&] {
        return std::count_if(sweep->table()->cells().begin(), sweep->table()->cells().end(),
                             [](const SweepCell &cell) { return cell.isDone; });
    };
    // Many settings are planned, and wait.
    sweep->setAxis(0, u"filters"_s, u"1..201"_s);
    sweep->setAxis(1, {}, {});
    sweep->setAxis(2, {}, {});
    sweep->run();
    QVERIFY(settle());
    QCOMPARE(done(), 0);
    QVERIFY2(sweep->question().contains(u"201"_s), qPrintable(sweep->question()));
    // Begun, it is stopped by Esc, and keeps what is done.
    sweep->table()->setFocus();
    sweep->goOn();
    QVERIFY(sweep->question().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(done() >= 2, 60'000);
    QTest::keyClick(sweep->table(), Qt::Key_Escape);
    QVERIFY(!sweep->isRunning());
    QVERIFY(settle());
    const auto kept = done();
    QVERIFY(kept >= 2 && kept < 201);
    // It goes on where it was.
    sweep->goOn();
    QTRY_VERIFY_WITH_TIMEOUT(done() > kept, 60'000);
    sweep->stop();
    QVERIFY(settle());
    // Few settings that take long are asked about as soon as it shows.
    sweep->setMostSeconds(0);
    sweep->setAxis(0, u"filters"_s, u"20..36"_s);
    sweep->run();
    QVERIFY(settle());
    QVERIFY(done() > 0 && done() < 17);
    QVERIFY2(!sweep->question().isEmpty(), qPrintable(sweep->summary()));
    sweep->goOn();
    QVERIFY(settle());
    QCOMPARE(done(), 17);
    QVERIFY(sweep->question().isEmpty());
}

void TstTestPage::whatIsSavedIsReadAgain()
{
    selectLayer("conv2d");
    page()->saveLayerAsCase();
    page()->saveStackAsCase();
    QVERIFY(settle());
    QCOMPARE(page()->suite()->count(), 2);
    const QString path = m_folder.filePath(u"made.npz"_s);
    page()->saveAs(path);
    QVERIFY(settle());
    QVERIFY(!page()->suite()->isModified());
    page()->open({path});
    QVERIFY(settle());
    QCOMPARE(page()->suite()->count(), 2);
    QVERIFY(hasStatus(0, CaseStatus::Passed));
    QVERIFY(hasStatus(1, CaseStatus::Passed));
}

void TstTestPage::looksRightWhenItIsNarrow()
{
    page()->open({golden("cropping2d.npz")});
    m_window->resize(1024, 700);
    QVERIFY(settle());
    QVERIFY(page()->panel()->isVisible() && page()->list()->isVisible());
    const QRect list(page()->list()->mapTo(page(), QPoint()), page()->list()->size());
    const QRect panel(page()->panel()->mapTo(page(), QPoint()), page()->panel()->size());
    QVERIFY(!list.intersects(panel));
    QVERIFY(page()->rect().contains(list) && page()->rect().contains(panel));
}

QTEST_MAIN(TstTestPage)
#include "tst_test_page.moc"
