// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT

// A model with several inputs: each may have a file, a fit and values of its own; those without
// read what the first one reads.
#include "controls/quiet_combo_box.h"
#include "controls/segmented_tabs.h"
#include "pages/explore/explore_page.h"
#include "pages/explore/maps_presenter.h"
#include "params/input_form.h"
#include "params/inspector.h"
#include "stack/layer_list_model.h"
#include "stack/stack_panel.h"
#include "support/window_look.h"
#include "views/input_pair_view.h"
#include "views/shape_ribbon.h"
#include "window/files/document_files.h"
#include "window/frame/main_window.h"
#include "window/status/status_line.h"

#include <QImage>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstSeveralInputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init();
    void cleanup() { m_window.reset(); }

    void theFirstIsReadByAll();
    void anotherHasItsOwnFile();
    void eachHasItsOwnForm();
    void nothingRunsWhileOneDoesNotFit();
    void undoTakesItBack();
    void cardsSayWhichIsWhich();
    void keysReachEachInput();
    void aShapeOfItsOwnIsMade();
    void theBundledStackIsUsable();
    void savedAndReopened_data();
    void savedAndReopened();
    void whatHasChangedSinceIsNotRead();
    void severalPicturesAtOnce();

private:
    bool settle()
    {
        return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
    }
    bool open(const QString &name)
    {
        m_window->open(m_folder.filePath(name));
        return settle();
    }
    /// As by the box in the form of the input.
    bool choose(int input)
    {
        m_window->selection()->selectLayer(-1);
        QuietComboBox *box = form()->inputBox();
        box->setCurrentIndex(input);
        Q_EMIT box->activated(input);
        return settle();
    }
    [[nodiscard]] InputForm *form() const { return m_window->inspector()->inputForm(); }
    [[nodiscard]] const std::vector<Tensor> &read() const
    {
        return m_window->document()->inputTensors();
    }
    [[nodiscard]] const LayerCard &card(int row) const
    {
        return qobject_cast<LayerListModel *>(m_window->stackPanel()->list()->model())->card(row);
    }
    void writeModel(const QString &name, const char *left, const char *right) const;
    void savePicture(const QString &name, QSize size, const QColor &colour) const
    {
        QImage image(size, QImage::Format_RGB888);
        image.fill(colour);
        if (!image.save(m_folder.filePath(name)))
            qFatal("cannot write");
    }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TstSeveralInputs::writeModel(const QString &name, const char *left, const char *right) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(R"({"class_name": "Functional", "config": {"name": "f", "layers": [
        {"class_name": "InputLayer", "name": "left",
            "config": {"batch_input_shape": [null, )");
    file.write(left);
    file.write(R"(], "name": "left"}, "inbound_nodes": []},
        {"class_name": "InputLayer", "name": "right",
            "config": {"batch_input_shape": [null, )");
    file.write(right);
    file.write(R"(], "name": "right"}, "inbound_nodes": []},
        {"class_name": "GlobalMaxPooling2D", "name": "a", "config": {"name": "a"},
            "inbound_nodes": [[["left", 0, 0, {}]]]},
        {"class_name": "GlobalMaxPooling2D", "name": "b", "config": {"name": "b"},
            "inbound_nodes": [[["right", 0, 0, {}]]]},
        {"class_name": "Subtract", "name": "difference", "config": {"name": "difference"},
            "inbound_nodes": [[["a", 0, 0, {}], ["b", 0, 0, {}]]]}],
        "input_layers": [["left", 0, 0], ["right", 0, 0]],
        "output_layers": [["difference", 0, 0]]}})");
}

void TstSeveralInputs::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->results()->setLimits(RunLimits::none());
    m_window->resize(1440, 900);
    m_window->show();
    savePicture(u"red.png"_s, {8, 8}, Qt::red);
    savePicture(u"blue.png"_s, {12, 8}, Qt::blue);
    writeModel(u"two.json"_s, "8, 8, 3", "8, 8, 3");
    QVERIFY(open(u"two.json"_s));
    QVERIFY2(m_window->statusLine()->failure().isEmpty(),
             qPrintable(m_window->statusLine()->failure()));
    QVERIFY(open(u"red.png"_s));
}

void TstSeveralInputs::theFirstIsReadByAll()
{
    QCOMPARE(read().size(), std::size_t{2});
    QCOMPARE(read()[0].fingerprint(), read()[1].fingerprint());
    m_window->selection()->selectLayer(-1);
    QVERIFY(settle());
    QVERIFY(form()->inputBox()->isVisible());
    QCOMPARE(form()->inputBox()->count(), 2);
    QVERIFY(choose(1));
    QCOMPARE(form()->content().title, u"as left"_s);
}

void TstSeveralInputs::anotherHasItsOwnFile()
{
    QVERIFY(choose(1));
    QVERIFY(open(u"blue.png"_s));
    QCOMPARE(read().size(), std::size_t{2});
    QCOMPARE(read()[0].data()[0], 1.0F);
    QCOMPARE(read()[1].data()[0], 0.0F);
    QCOMPARE(read()[1].data()[2], 1.0F);
    // Cropped to what this input states.
    QCOMPARE(read()[1].extents(), (Extents{1, 8, 8, 3}));
    QCOMPARE(form()->content().title, u"blue.png"_s);
    const EvaluatedLayer *difference = m_window->results()->at(2);
    QVERIFY(difference != nullptr);
    QCOMPARE(difference->result.output.data()[0], 1.0F);
    QCOMPARE(difference->result.output.data()[2], -1.0F);
    // The next picture with the first input chosen is for that one.
    QVERIFY(choose(0));
    QVERIFY(open(u"blue.png"_s));
    QCOMPARE(m_window->results()->at(2)->result.output.data()[0], 0.0F);
}

void TstSeveralInputs::eachHasItsOwnForm()
{
    QVERIFY(choose(1));
    QVERIFY(open(u"blue.png"_s));
    QVERIFY(form()->content().isFitted);
    QTest::mouseClick(form()->rangeRow(PictureRange::ZeroTo255), Qt::LeftButton);
    QVERIFY(settle());
    QCOMPARE(read()[1].data()[2], 255.0F);
    QCOMPARE(read()[0].data()[0], 1.0F);
    const InputPairView *pair = m_window->findChild<ExplorePage *>()->inputPair();
    QTRY_COMPARE(pair->pair().fit.columns.have, std::int64_t{12});
    QVERIFY(choose(0));
    QVERIFY(!form()->content().isFitted);
    QCOMPARE(form()->content().range, PictureRange::ZeroToOne);
    QTRY_COMPARE(pair->pair().fit.columns.have, std::int64_t{8});
}

void TstSeveralInputs::nothingRunsWhileOneDoesNotFit()
{
    QVERIFY(choose(1));
    QVERIFY(open(u"blue.png"_s));
    QTest::mouseClick(form()->fitCard(Fit::Refuse), Qt::LeftButton);
    QVERIFY(settle());
    QVERIFY(m_window->document()->unreadable() != nullptr);
    QVERIFY2(m_window->statusLine()->stateText().contains(u"does not fit"_s),
             qPrintable(m_window->statusLine()->stateText()));
    QTest::mouseClick(form()->fitCard(Fit::Resize), Qt::LeftButton);
    QVERIFY(settle());
    QVERIFY(m_window->document()->unreadable() == nullptr);
    QCOMPARE(read().size(), std::size_t{2});
}

void TstSeveralInputs::undoTakesItBack()
{
    const Fingerprint first = read()[0].fingerprint();
    QVERIFY(choose(1));
    QVERIFY(open(u"blue.png"_s));
    QVERIFY(read()[1].fingerprint() != first);
    m_window->document()->undoStack()->undo();
    QVERIFY(settle());
    QCOMPARE(read().size(), std::size_t{2});
    QCOMPARE(read()[1].fingerprint(), first);
    m_window->document()->undoStack()->redo();
    QVERIFY(settle());
    QVERIFY(read()[1].fingerprint() != first);
}

void TstSeveralInputs::cardsSayWhichIsWhich()
{
    QCOMPARE(card(0).title, u"red.png"_s);
    QVERIFY2(card(0).name.startsWith(u"left, "_s), qPrintable(card(0).name));
    QCOMPARE(card(1).title, u"red.png"_s);
    QCOMPARE(card(1).name, u"right, as left"_s);
    QVERIFY(choose(1));
    QVERIFY(open(u"blue.png"_s));
    QCOMPARE(card(1).title, u"blue.png"_s);
    QCOMPARE(card(1).name, u"right, crop, 0 to 1"_s);
    QVERIFY2(card(0).name.startsWith(u"left, "_s), qPrintable(card(0).name));
    // The maps of the page are those of the input that is selected.
    m_window->findChild<ExplorePage *>()->inputTabs()->setCurrentIndex(1);
    QVERIFY(settle());
    const RenderedMaps *shown = m_window->findChild<MapsPresenter *>()->shown();
    QVERIFY(shown != nullptr);
    QCOMPARE(shown->request.layer, "right");
    QCOMPARE(shown->request.output.fingerprint(), read()[1].fingerprint());
}

void TstSeveralInputs::keysReachEachInput()
{
    QListView *list = m_window->stackPanel()->list();
    list->setFocus();
    m_window->selection()->selectLayer(0);
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(m_window->selection()->layer(), -1);
    QCOMPARE(m_window->selection()->input(), std::size_t{1});
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(m_window->selection()->input(), std::size_t{0});
    QCOMPARE(list->currentIndex().row(), 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(m_window->selection()->input(), std::size_t{1});
    // The ribbon's faces do the same.
    ShapeRibbon *ribbon = m_window->ribbon();
    Q_EMIT ribbon->selected(0);
    QCOMPARE(m_window->selection()->input(), std::size_t{0});
    QCOMPARE(ribbon->current(), 0);
    Q_EMIT ribbon->selected(1);
    QCOMPARE(m_window->selection()->input(), std::size_t{1});
    QCOMPARE(ribbon->current(), 1);
}

void TstSeveralInputs::aShapeOfItsOwnIsMade()
{
    writeModel(u"other.json"_s, "8, 8, 3", "4, 6, 1");
    QVERIFY(open(u"other.json"_s));
    QCOMPARE(read().size(), std::size_t{2});
    QCOMPARE(read()[0].extents(), (Extents{1, 8, 8, 3}));
    // The same picture as this input takes it, as on the command line.
    QCOMPARE(read()[1].extents(), (Extents{1, 4, 6, 1}));
    QVERIFY(choose(1));
    QCOMPARE(form()->content().title, u"red.png"_s);
    QVERIFY(form()->content().isFitted);
    // It follows the first, until something is chosen for it.
    QVERIFY(choose(0));
    QVERIFY(open(u"blue.png"_s));
    QCOMPARE(read()[1].extents(), (Extents{1, 4, 6, 1}));
    QCOMPARE(read()[1].data()[0], 0.114F);
    QVERIFY(choose(1));
    QTest::mouseClick(form()->rangeRow(PictureRange::ZeroTo255), Qt::LeftButton);
    QVERIFY(settle());
    QVERIFY(choose(0));
    QVERIFY(open(u"red.png"_s));
    QVERIFY(read()[1].data()[0] > 20);
}

void TstSeveralInputs::theBundledStackIsUsable()
{
    m_window->openBundledStack(u"two_inputs.npz"_s);
    QVERIFY(settle());
    const std::vector<Fingerprint> before{read()[0].fingerprint(), read()[1].fingerprint()};
    QVERIFY(before[0] != before[1]);
    QCOMPARE(card(0).title, u"before"_s);
    QCOMPARE(card(1).title, u"after"_s);
    // A picture for the second leaves the first as it came, and the other way round.
    QVERIFY(choose(1));
    QCOMPARE(form()->content().title, u"stored with the model"_s);
    QVERIFY(open(u"blue.png"_s));
    QVERIFY(choose(1));
    QCOMPARE(read().size(), std::size_t{2});
    QCOMPARE(read()[0].fingerprint(), before[0]);
    QVERIFY(read()[1].fingerprint() != before[1]);
    QCOMPARE(card(1).title, u"blue.png"_s);
    QVERIFY(choose(0));
    QVERIFY(open(u"red.png"_s));
    QCOMPARE(read()[0].data()[0], 1.0F);
    QCOMPARE(read()[1].data()[2], 1.0F);
    const int last = m_window->document()->model().size() - 1;
    QVERIFY(m_window->results()->at(last) != nullptr);
    QVERIFY(!m_window->results()->isStale(last));
    while (m_window->document()->undoStack()->canUndo()) {
        m_window->document()->undoStack()->undo();
        QVERIFY(settle());
    }
    QCOMPARE(read()[0].fingerprint(), before[0]);
    QCOMPARE(read()[1].fingerprint(), before[1]);
    QVERIFY(!m_window->document()->isModified());
}

void TstSeveralInputs::savedAndReopened_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("keepsChoice");
    QTest::newRow("the native format") << u"s.keras"_s << true;
    QTest::newRow("a case") << u"s.npz"_s << false;
}

void TstSeveralInputs::savedAndReopened()
{
    QFETCH(QString, name);
    QFETCH(bool, keepsChoice);
    QVERIFY(choose(1));
    QVERIFY(open(u"blue.png"_s));
    QTest::mouseClick(form()->rangeRow(PictureRange::ZeroTo255), Qt::LeftButton);
    QVERIFY(settle());
    const std::vector<Fingerprint> before{read()[0].fingerprint(), read()[1].fingerprint()};
    m_window->selection()->selectLayer(1);
    m_window->document()->setPath(m_folder.filePath(name));
    QVERIFY(m_window->files()->save(false));
    QVERIFY(!m_window->document()->isModified());
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->results()->setLimits(RunLimits::none());
    m_window->show();
    QVERIFY(open(name));
    QCOMPARE(read().size(), std::size_t{2});
    QCOMPARE(read()[0].fingerprint(), before[0]);
    QCOMPARE(read()[1].fingerprint(), before[1]);
    QVERIFY(!m_window->document()->isModified());
    QCOMPARE(m_window->document()->chosenFor(1) != nullptr, keepsChoice);
    if (!keepsChoice)
        return;
    QCOMPARE(m_window->selection()->layer(), 1);
    QCOMPARE(card(0).title, u"red.png"_s);
    QCOMPARE(card(1).title, u"blue.png"_s);
    QCOMPARE(m_window->document()->chosenFor(1)->preparation.values, PictureRange::ZeroTo255);
}

void TstSeveralInputs::whatHasChangedSinceIsNotRead()
{
    QVERIFY(choose(1));
    QVERIFY(open(u"blue.png"_s));
    const Fingerprint before = read()[1].fingerprint();
    m_window->document()->setPath(m_folder.filePath(u"s.keras"_s));
    QVERIFY(m_window->files()->save(false));
    savePicture(u"blue.png"_s, {12, 8}, Qt::green);
    QVERIFY(open(u"s.keras"_s));
    QCOMPARE(read()[1].fingerprint(), before);
    QVERIFY2(m_window->statusLine()->currentMessage().contains(u"has changed since"_s),
             qPrintable(m_window->statusLine()->currentMessage()));
    QFile::remove(m_folder.filePath(u"blue.png"_s));
    QVERIFY(open(u"s.keras"_s));
    QCOMPARE(read()[1].fingerprint(), before);
}

void TstSeveralInputs::severalPicturesAtOnce()
{
    const auto inFolder = [this](const QStringList &names) {
        QStringList paths;
        for (const QString &name : names)
            paths << m_folder.filePath(name);
        return paths;
    };
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->results()->setLimits(RunLimits::none());
    m_window->show();
    m_window->files()->openAll(inFolder({u"two.json"_s, u"blue.png"_s, u"red.png"_s}));
    QVERIFY(settle());
    QCOMPARE(read().size(), std::size_t{2});
    QCOMPARE(read()[0].data()[2], 1.0F);
    QCOMPARE(read()[1].data()[0], 1.0F);
    QVERIFY(!m_window->document()->isModified());
}

QTEST_MAIN(TstSeveralInputs)
#include "tst_several_inputs.moc"
