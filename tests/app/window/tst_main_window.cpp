// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Drives the real window like a person: menus, keys, fields, drops, undo.
#include "controls/quiet_spin_box.h"
#include "pages/explore/explore_page.h"
#include "pages/problems/problem_pages.h"
#include "params/inspector.h"
#include "params/param_form.h"
#include "params/param_row.h"
#include "stack/finder_popup.h"
#include "stack/stack_panel.h"
#include "style/convscope_style.h"
#include "style/theme.h"
#include "support/test_paths.h"
#include "views/empty_page.h"
#include "views/error_page.h"
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "views/shape_ribbon.h"
#include "views/signal_view.h"
#include "views/volume_view.h"
#include "window/actions/actions.h"
#include "window/files/file_menus.h"
#include "window/frame/main_window.h"
#include "window/status/status_line.h"

#include <QAbstractItemView>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void startsWithThePhotoAndItsMaps();
    void addsALayerThroughTheMenu();
    void typesAValueAndSeesTheShapeFollow();
    void aDraggedNumberIsOneStepOfUndo();
    void cardsFollowADragThatNeverRests();
    void dropsAPictureAsTheNewInput();
    void undoesAllTheWayAndRedoes();
    void showsAnIllegalLayerAndRepairsIt();
    void theKeyboardAloneFindsAndRepairsTheProblem();
    void keepsTheStackWhenAFileIsBroken_data();
    void keepsTheStackWhenAFileIsBroken();
    void refusesWhatMemoryCannotHold();
    void walksOverTheMapByKeys();
    void laysThePhotoOverTheMap();
    void showsSequencesAndVolumes();
    void removesDuplicatesBypassesAndMoves();
    void showsPenaltiesAndAppliesConstraints();
    void worksOnEverySamplePhoto_data();
    void worksOnEverySamplePhoto();
    void startsEmptyAfterNew();
    void computesWithTheKernelsChosen();
    void keepsTheKernelsForTheNextStart();

private:
    bool settle();
    QuietSpinBox *field(const QString &argument, int index = 0);
    void choose(const QString &query);
    const Layer &layer(int index) { return m_window->document()->model().layer(index); }

    Theme *m_theme = nullptr;
    std::unique_ptr<MainWindow> m_window;
};

void TstMainWindow::initTestCase()
{
    QApplication::setStyle(new ConvScopeStyle);
    m_theme = new Theme(false, this);
}

void TstMainWindow::init()
{
    m_window = std::make_unique<MainWindow>(m_theme, false);
    // Some of the tests compute for long on slow machines.
    m_window->results()->setLimits(RunLimits::none());
    m_window->show();
    m_window->openFirstLook();
    QVERIFY(settle());
    QCOMPARE(m_window->document()->model().size(), 5);
}

void TstMainWindow::cleanup()
{
    m_window.reset();
}

bool TstMainWindow::settle()
{
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
}

QuietSpinBox *TstMainWindow::field(const QString &argument, int index)
{
    const auto boxes = m_window->inspector()->form()->row(argument)->findChildren<QuietSpinBox *>();
    return boxes.at(index);
}

void TstMainWindow::choose(const QString &query)
{
    auto *popup = m_window->findChild<FinderPopup *>();
    QVERIFY(popup != nullptr);
    auto *search = popup->findChild<QLineEdit *>();
    QTest::keyClicks(search, query);
    QTest::keyClick(search, Qt::Key_Return);
}

void TstMainWindow::startsWithThePhotoAndItsMaps()
{
    QCOMPARE(m_window->document()->input()->title.text(), "chelsea.png");
    QCOMPARE(m_window->page<ExplorePage>()->grid()->grid()->count(), 16);
    QCOMPARE(m_window->page<ExplorePage>()->panel()->map()->picture().size(), QSize(451, 300));
    QCOMPARE(m_window->ribbon()->count(), 6);
    QCOMPARE(m_window->document()->shapes().params, 12816);
    QCOMPARE(m_window->results()->at(4)->result.output.extents(), (Extents{1, 150, 226, 8}));
    // Map 13 is dead by its bias and says so.
    QCOMPARE(m_window->page<ExplorePage>()->grid()->grid()->spokenTile(13), u"Map 13, dead"_s);
}

void TstMainWindow::addsALayerThroughTheMenu()
{
    m_window->selection()->selectLayer(2);
    m_window->actions()->addLayer->trigger();
    choose(u"UpSampling2D"_s);
    QCOMPARE(m_window->document()->model().size(), 6);
    QCOMPARE(layer(3).type().className, "UpSampling2D");
    QCOMPARE(m_window->selection()->layer(), 3);
    QVERIFY(settle());
    QCOMPARE(m_window->results()->at(3)->result.output.extents(), (Extents{1, 300, 450, 24}));
    QCOMPARE(m_window->ribbon()->face(4).shapeWords, u"300×450×24"_s);
}

void TstMainWindow::typesAValueAndSeesTheShapeFollow()
{
    QuietSpinBox *filters = field(u"filters"_s);
    filters->setFocus();
    filters->selectAll();
    QTest::keyClicks(filters, u"5"_s);
    QTest::keyClick(filters, Qt::Key_Return);
    QCOMPARE(layer(0).value("filters"), Value(std::int64_t{5}));
    QVERIFY(settle());
    QCOMPARE(m_window->results()->at(0)->result.output.extents(), (Extents{1, 300, 451, 5}));
    QCOMPARE(m_window->page<ExplorePage>()->grid()->grid()->count(), 5);
    QCOMPARE(m_window->ribbon()->face(1).shapeWords, u"300×451×5"_s);
}

void TstMainWindow::aDraggedNumberIsOneStepOfUndo()
{
    ModelDocument *document = m_window->document();
    const int steps = document->undoStack()->count();
    QuietSpinBox *filters = field(u"filters"_s);
    filters->setFocus();
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(filters, Qt::Key_Down);
    QCOMPARE(layer(0).value("filters"), Value(std::int64_t{6}));
    QVERIFY(document->undoStack()->count() >= steps + 1);
    QVERIFY(settle());
    while (document->undoStack()->index() > steps)
        m_window->actions()->undo->trigger();
    QCOMPARE(layer(0).value("filters"), Value(std::int64_t{16}));
}

/// Edits come faster than cards change, and no run ends meanwhile.
void TstMainWindow::cardsFollowADragThatNeverRests()
{
    m_window->results()->setKernel(u"reference"_s);
    for (std::int64_t filters = 17; filters < 60; ++filters) {
        QVERIFY(m_window->document()->setArgument(0, "filters", filters, filters > 17));
        QTest::qWait(5); // the pace of the drag: the time between two moves is what is tested
    }
    QVERIFY(m_window->ribbon()->face(1).channels > 40);
    m_window->results()->stop();
    QVERIFY(settle());
}

void TstMainWindow::dropsAPictureAsTheNewInput()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(FileMenus::samplePath(u"coffee.png"_s))});
    QDragEnterEvent enter(QPoint(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(settle());
    QCOMPARE(m_window->document()->input()->title.text(), "coffee.png");
    QCOMPARE(m_window->results()->at(0)->result.output.extents(), (Extents{1, 400, 600, 16}));
    m_window->actions()->undo->trigger();
    QVERIFY(settle());
    QCOMPARE(m_window->document()->input()->title.text(), "chelsea.png");
    QCOMPARE(m_window->results()->at(0)->result.output.extents(), (Extents{1, 300, 451, 16}));
}

void TstMainWindow::undoesAllTheWayAndRedoes()
{
    const Model before = m_window->document()->model();
    m_window->document()->setArgument(0, "padding", std::string("valid"), false);
    m_window->document()->removeLayer(2);
    m_window->document()->renameLayer(0, u"edges"_s);
    const Model after = m_window->document()->model();
    QVERIFY(m_window->actions()->undo->text().contains(u"rename"));
    while (m_window->document()->undoStack()->canUndo())
        m_window->actions()->undo->trigger();
    QVERIFY(m_window->document()->model() == before);
    QVERIFY(!m_window->actions()->undo->isEnabled());
    while (m_window->document()->undoStack()->canRedo())
        m_window->actions()->redo->trigger();
    QVERIFY(m_window->document()->model() == after);
    QVERIFY(settle());
}

void TstMainWindow::showsAnIllegalLayerAndRepairsIt()
{
    m_window->selection()->selectLayer(3);
    m_window->document()->setArgument(3, "strides", IntList{1, 1}, false);
    m_window->document()->setArgument(3, "padding", std::string("valid"), false);
    m_window->document()->setArgument(3, "kernel_size", IntList{151, 3}, false);
    QVERIFY(settle());
    auto *page = qobject_cast<ErrorPage *>(m_window->centre()->currentWidget());
    QVERIFY(page != nullptr);
    QVERIFY(page->plainText().contains(u"The window of conv2d_1 is taller than its input"));
    QVERIFY(page->plainText().contains(u"151"));
    QCOMPARE(m_window->ribbon()->face(4).state, RibbonFace::State::Illegal);
    QCOMPARE(m_window->ribbon()->face(5).state, RibbonFace::State::Waiting);
    // The layer that waits stays editable.
    QVERIFY(m_window->document()->setArgument(4, "filters", std::int64_t{3}, false));
    QVERIFY(page->repairCount() > 0);
    m_window->actions()->applyRepair->trigger();
    QVERIFY(settle());
    QVERIFY(!m_window->document()->shapes().hasErrors());
    QCOMPARE(m_window->centre()->currentWidget(), m_window->page<ExplorePage>());
    m_window->actions()->undo->trigger();
    QVERIFY(m_window->document()->shapes().hasErrors());
}

void TstMainWindow::theKeyboardAloneFindsAndRepairsTheProblem()
{
    m_window->document()->setArgument(1, "pool_size", IntList{301, 2}, false);
    QVERIFY(settle());
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    QCOMPARE(m_window->selection()->layer(), 1);
    QVERIFY(settle());
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(settle());
    QVERIFY(!m_window->document()->shapes().hasErrors());
}

void TstMainWindow::keepsTheStackWhenAFileIsBroken_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("name");
    QFile truncated(QString::fromStdString(convscope::dataPath("bad/truncated.jpg")));
    QVERIFY(truncated.open(QIODevice::ReadOnly));
    QTest::newRow("a truncated picture") << truncated.readAll() << u"truncated.jpg"_s;
    QTest::newRow("text that claims to be a picture") << QByteArray("hello") << u"text.png"_s;
    QTest::newRow("an empty file") << QByteArray() << u"empty.png"_s;
    QTest::newRow("broken JSON") << QByteArray("{\"class_name\": ") << u"broken.json"_s;
}

void TstMainWindow::keepsTheStackWhenAFileIsBroken()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, name);
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const Model before = m_window->document()->model();
    m_window->open(file.fileName());
    QVERIFY(settle());
    QVERIFY(!m_window->statusLine()->failure().isEmpty());
    QVERIFY(m_window->document()->model() == before);
    QCOMPARE(m_window->document()->input()->title.text(), "chelsea.png");
    QVERIFY(settle());
}

void TstMainWindow::refusesWhatMemoryCannotHold()
{
    m_window->document()->setArgument(0, "filters", std::int64_t{100000000}, false);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->results()->isRunning(), 60000);
    QVERIFY(m_window->results()->failure(0) != nullptr);
    QCOMPARE(m_window->results()->failure(0)->rule, "memory");
    QVERIFY(m_window->centre()->currentWidget() != m_window->page<ExplorePage>());
    m_window->actions()->undo->trigger();
    QVERIFY(settle());
    QCOMPARE(m_window->centre()->currentWidget(), m_window->page<ExplorePage>());
}

void TstMainWindow::walksOverTheMapByKeys()
{
    FeatureMapView *map = m_window->page<ExplorePage>()->panel()->map();
    map->setFocus();
    map->pin({10, 20});
    QTest::keyClick(map, Qt::Key_Right);
    QTest::keyClick(map, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(map->pinnedCell().value_or(MapCell{}), (MapCell{20, 21}));
    QTest::keyClick(map, Qt::Key_PageDown);
    QVERIFY(settle());
    QCOMPARE(m_window->page<ExplorePage>()->grid()->grid()->selected(), 1);
    QCOMPARE(m_window->selection()->lookedAt().channel, 1);
    const float shown = m_window->page<ExplorePage>()->presenter()->shown()->plane.at(20, 21);
    const Tensor &output = m_window->results()->at(0)->result.output;
    QCOMPARE(shown, output.data()[(20 * 451 + 21) * 16 + 1]);
}

void TstMainWindow::laysThePhotoOverTheMap()
{
    FeatureMapView *map = m_window->page<ExplorePage>()->panel()->map();
    map->setFocus();
    QVERIFY(m_window->page<ExplorePage>()->presenter()->shown()->overlay.isNull());
    QTest::keyClick(map, Qt::Key_O);
    QVERIFY(settle());
    QVERIFY(!m_window->page<ExplorePage>()->presenter()->shown()->overlay.isNull());
    QTest::keyClick(map, Qt::Key_O);
    QVERIFY(settle());
    QVERIFY(m_window->page<ExplorePage>()->presenter()->shown()->overlay.isNull());
}

void TstMainWindow::showsSequencesAndVolumes()
{
    m_window->openBundledStack(u"sequence.npz"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->document()->model().size(), 4, 20000);
    QVERIFY(settle());
    QCOMPARE(m_window->page<ExplorePage>()->panel()->kind(), MapPanel::Kind::Signal);
    QCOMPARE(m_window->page<ExplorePage>()->panel()->signal()->length(), 451);
    QVERIFY(m_window->page<ExplorePage>()->grid()->grid()->showsLines());

    m_window->openBundledStack(u"volume.npz"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->document()->shapes().params, 224, 20000);
    QVERIFY(settle());
    QCOMPARE(m_window->page<ExplorePage>()->panel()->kind(), MapPanel::Kind::Volume);
    QCOMPARE(m_window->page<ExplorePage>()->panel()->volume()->extent().slices, 24);
    QCOMPARE(m_window->page<ExplorePage>()->panel()->axisCount(), 1);
    m_window->page<ExplorePage>()->panel()->axis(0)->step(3);
    QVERIFY(settle());
    QCOMPARE(m_window->page<ExplorePage>()->panel()->volume()->cursorCell().slice, 15);
}

void TstMainWindow::removesDuplicatesBypassesAndMoves()
{
    m_window->selection()->selectLayer(1);
    m_window->actions()->duplicateLayer->trigger();
    QCOMPARE(layer(2).name(), "max_pooling2d_1");
    QCOMPARE(m_window->selection()->layer(), 2);
    m_window->actions()->bypassLayer->trigger();
    QVERIFY(layer(2).isBypassed());
    QVERIFY(settle());
    QCOMPARE(m_window->results()->at(2)->result.output.extents(), (Extents{1, 150, 225, 16}));
    m_window->stackPanel()->focusList();
    QTest::keyClick(m_window->stackPanel()->list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(layer(1).name(), "max_pooling2d_1");
    QCOMPARE(m_window->selection()->layer(), 1);
    QTest::keyClick(m_window->stackPanel()->list(), Qt::Key_Delete);
    QCOMPARE(m_window->document()->model().size(), 5);
    QVERIFY(settle());
}

void TstMainWindow::showsPenaltiesAndAppliesConstraints()
{
    ModelDocument *document = m_window->document();
    QVERIFY(!m_window->actions()->applyConstraints->isEnabled());
    QVERIFY(!m_window->results()->penalty(0).has_value());
    const ObjectValue l2{"L2", {{"l2", 0.5}}};
    QVERIFY(document->setArgument(0, "kernel_regularizer", l2, false));
    const ObjectValue norm{"MaxNorm", {{"max_value", 0.25}, {"axis", IntList{0, 1, 2}}}};
    QVERIFY(document->setArgument(0, "kernel_constraint", norm, false));
    QVERIFY(settle());
    double squares = 0;
    for (const float w : m_window->results()->at(0)->result.weights[0].values())
        squares += static_cast<double>(w) * w;
    QVERIFY(std::abs(m_window->results()->penalty(0).value_or(0) - 0.5 * squares) < 1e-5 * squares);
    QCOMPARE(m_window->results()->totalPenalty(), m_window->results()->penalty(0).value());

    QVERIFY(m_window->actions()->applyConstraints->isEnabled());
    m_window->actions()->applyConstraints->trigger();
    QVERIFY(settle());
    const Tensor &kernel = m_window->results()->at(0)->result.weights[0];
    for (std::int64_t f = 0; f < 16; ++f) {
        double norm2 = 0;
        for (std::int64_t i = f; i < kernel.size(); i += 16)
            norm2 += static_cast<double>(kernel.data()[i]) * kernel.data()[i];
        QVERIFY(std::sqrt(norm2) <= 0.25 + 1e-5);
    }
    m_window->actions()->undo->trigger();
    QVERIFY(settle());
    QVERIFY(m_window->results()->penalty(0).value_or(0) > 0.4 * squares);
}

void TstMainWindow::worksOnEverySamplePhoto_data()
{
    QTest::addColumn<QString>("photo");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("a portrait") << u"astronaut.png"_s << 512 << 512;
    QTest::newRow("a grey photo") << u"camera.png"_s << 512 << 512;
    QTest::newRow("a photo that is not square") << u"rocket.jpg"_s << 427 << 640;
    QTest::newRow("a large photo") << u"retina.jpg"_s << 1411 << 1411;
    QTest::newRow("a wide page of text") << u"text.png"_s << 172 << 448;
}

void TstMainWindow::worksOnEverySamplePhoto()
{
    QFETCH(QString, photo);
    QFETCH(int, rows);
    QFETCH(int, columns);
    m_window->open(FileMenus::samplePath(photo));
    QVERIFY(settle());
    // The stack's weights are for three channels: grey is repeated.
    QCOMPARE(m_window->results()->at(-1)->result.output.extents(), (Extents{1, rows, columns, 3}));
    QVERIFY(!m_window->document()->shapes().hasErrors());
    QCOMPARE(m_window->results()->at(0)->result.output.extents(), (Extents{1, rows, columns, 16}));
    QVERIFY(!m_window->results()->isStale(4));
    QCOMPARE(m_window->page<ExplorePage>()->panel()->map()->picture().size(), QSize(columns, rows));
}

void TstMainWindow::startsEmptyAfterNew()
{
    m_window->actions()->newStack->trigger();
    QCOMPARE(m_window->document()->model().size(), 0);
    QCOMPARE(m_window->centre()->currentWidget(),
             static_cast<QWidget *>(m_window->centre()->problems()->emptyPage()));
    m_window->open(FileMenus::samplePath(u"moon.png"_s));
    QVERIFY(settle());
    QCOMPARE(m_window->centre()->currentWidget(), m_window->page<ExplorePage>());
}

void TstMainWindow::computesWithTheKernelsChosen()
{
    const auto kernelOf = [this](int index) {
        return m_window->results()->at(index)->result.kernel;
    };
    auto *shown = m_window->statusLine()->findChild<QLabel *>(u"kernels"_s);
    QVERIFY(shown->isHidden());
    const std::string fastest = kernelOf(2);

    m_window->actions()->find->trigger();
    choose(u"Reference kernels"_s);
    QVERIFY(settle());
    for (const int index : {0, 2, 3, 4})
        QCOMPARE(kernelOf(index), "reference");
    QVERIFY(!shown->isHidden());
    QVERIFY(shown->text().contains(u"Reference"));

    m_window->actions()->find->trigger();
    choose(u"Direct kernels"_s);
    QVERIFY(settle());
    QVERIFY(QString::fromStdString(kernelOf(0)).startsWith(u"direct"));
    // There is no such kernel for it: the setting must not stop the stack.
    QCOMPARE(kernelOf(2), fastest);
    QVERIFY(m_window->centre()->currentWidget() == m_window->page<ExplorePage>());

    m_window->actions()->find->trigger();
    choose(u"Fastest kernels"_s);
    QVERIFY(settle());
    QVERIFY(shown->isHidden());
    QVERIFY(m_window->results()->at(0)->result.fromCache);
}

void TstMainWindow::keepsTheKernelsForTheNextStart()
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    {
        MainWindow window(m_theme, true);
        QCOMPARE(window.results()->kernel(), QString());
        window.actions()->kernels->actions().at(2)->trigger();
        window.close();
    }
    MainWindow window(m_theme, true);
    QCOMPARE(window.results()->kernel(), u"reference"_s);
    QVERIFY(window.actions()->kernels->actions().at(2)->isChecked());
    QVERIFY(!window.statusLine()->findChild<QLabel *>(u"kernels"_s)->isHidden());
}

QTEST_MAIN(TstMainWindow)
#include "tst_main_window.moc"
