// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// A model that is saved gives back what was looked at when it is opened.
#include "document/selection.h"
#include "keras/model_json.h"
#include "layers/unknown_layer.h"
#include "pages/page_host.h"
#include "support/driven_window.h"
#include "tensor/npy.h"
#include "window/actions/actions.h"
#include "window/commands/graph_commands.h"
#include "window/files/saved_view.h"
#include "window/status/status_line.h"

#include <QAction>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstSavedView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init();
    void keepsWhatItIsGiven();
    void refusesWhatIsNoView_data();
    void refusesWhatIsNoView();
    void comesBackWithTheModel();
    void keepsTheValuesOfAPictureThatIsGone();
    void feedsAgain();

private:
    void openAgain(const QString &path);
    [[nodiscard]] Selection *selection() { return m_drive->window.selection(); }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<DrivenWindow> m_drive;
    QTemporaryDir m_folder;
};

void TstSavedView::init()
{
    m_drive.reset();
    m_drive = std::make_unique<DrivenWindow>(*m_look);
}

void TstSavedView::openAgain(const QString &path)
{
    init();
    m_drive->window.open(path);
    QVERIFY(m_drive->settle());
    QCOMPARE(m_drive->document()->path(), path);
}

void TstSavedView::keepsWhatItIsGiven()
{
    SavedView view;
    view.page = u"weights"_s;
    view.selection.layer = "conv/ä";
    view.selection.lookedAt["conv/ä"] = {7, 1, 2, 3, 4};
    view.selection.pinned = PinnedCell{{5, 6}};
    view.selection.pinnedIn = "conv/ä";
    view.selection.showsField = false;
    view.selection.input = 1;
    ChosenInput first;
    first.source.path = "pattern:ramp?size=8x8";
    first.preparation.fit = Fit::Pad;
    first.preparation.values = PictureRange::Torch;
    first.preparation.anchor = {0.25, 1};
    first.preparation.frame = 3;
    first.preparation.alpha = Alpha::OverBlack;
    ChosenInput second;
    second.input = 1;
    second.source.encoded = std::make_shared<const std::vector<unsigned char>>(
        std::initializer_list<unsigned char>{0x89, 'P', 'N', 'G'});
    second.source.title = "Pasted picture";
    view.inputs = {first, second};
    view.fed["gate"] = m_folder.filePath(u"gate.npy"_s);
    const QString model = m_folder.filePath(u"m.keras"_s);
    const auto read = viewFromText(viewText(view, model), model);
    QVERIFY(read);
    QCOMPARE(read->page, view.page);
    QVERIFY(read->selection == view.selection);
    QVERIFY(read->fed == view.fed);
    QCOMPARE(read->inputs.size(), view.inputs.size());
    QCOMPARE(read->inputs[0].source.path, first.source.path);
    QVERIFY(read->inputs[0].preparation == first.preparation);
    QCOMPARE(read->inputs[1].input, std::size_t{1});
    QVERIFY(*read->inputs[1].source.encoded == *second.source.encoded);
    QCOMPARE(read->inputs[1].source.title, second.source.title);
}

void TstSavedView::refusesWhatIsNoView_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << u"{"_s;
    QTest::newRow("a list") << u"[1]"_s;
    QTest::newRow("a later version") << uR"({"version": 2})"_s;
}

void TstSavedView::refusesWhatIsNoView()
{
    QFETCH(const QString, text);
    QVERIFY(!viewFromText(text.toStdString(), u"/m.keras"_s));
    // Absurd numbers are not taken.
    const auto view =
        viewFromText(R"({"version": 1, "selection": {"layer": 3, "pinned": [1e300, -7],
        "looked_at": {"a": {"channel": -1e99, "slice": "x"}}}, "inputs": [{"input": -3}, {"input": 0}, 7],
        "fed": [1]})",
                     u"/m.keras"_s);
    QVERIFY(view);
    QVERIFY(view->inputs.empty() && view->fed.empty() && view->selection.layer.empty());
    QCOMPARE(view->selection.pinned->place, (std::vector<std::int64_t>{0, 0}));
    QVERIFY(view->selection.lookedAt.at("a") == LookedAt());
}

void TstSavedView::comesBackWithTheModel()
{
    const int layer = 2;
    selection()->selectLayer(layer);
    LookedAt at = selection()->lookedAt();
    at.channel = 3;
    selection()->look(at);
    selection()->pin(PinnedCell{{4, 9}});
    QVERIFY(m_drive->settle());
    const ChosenInput before = *m_drive->document()->chosen();
    const QString path = m_folder.filePath(u"looked.keras"_s);
    m_drive->document()->setPath(path);
    m_drive->window.actions()->save->trigger();
    QVERIFY2(QFileInfo::exists(path), qPrintable(m_drive->window.statusLine()->failure()));
    openAgain(path);
    QCOMPARE(selection()->layer(), layer);
    QCOMPARE(selection()->lookedAt().channel, 3);
    QVERIFY(selection()->pinned());
    QCOMPARE(selection()->pinned()->place, (std::vector<std::int64_t>{4, 9}));
    // The photo, not values that were made from it.
    const ChosenInput *chosen = m_drive->document()->chosen();
    QVERIFY(chosen != nullptr);
    QCOMPARE(chosen->source.path, before.source.path);
    QVERIFY(chosen->preparation == before.preparation);
    QVERIFY(!m_drive->document()->isModified());
}

void TstSavedView::keepsTheValuesOfAPictureThatIsGone()
{
    const QString picture = m_folder.filePath(u"photo.png"_s);
    QImage image(24, 16, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QVERIFY(image.save(picture));
    m_drive->window.open(picture);
    QVERIFY(m_drive->settle());
    const QString path = m_folder.filePath(u"photo.keras"_s);
    m_drive->document()->setPath(path);
    m_drive->window.actions()->save->trigger();
    const Tensor values = m_drive->document()->inputTensors().front();
    // Both moved to another folder: found beside the model.
    const QString other = m_folder.filePath(u"moved"_s);
    QVERIFY(QDir().mkpath(other));
    QVERIFY(QFile::rename(picture, other + u"/photo.png"_s));
    QVERIFY(QFile::copy(path, other + u"/photo.keras"_s));
    openAgain(other + u"/photo.keras"_s);
    QVERIFY(m_drive->document()->chosen() != nullptr);
    QCOMPARE(QString::fromStdString(m_drive->document()->chosen()->source.path),
             other + u"/photo.png"_s);
    // Gone: its values are there.
    QVERIFY(QFile::remove(other + u"/photo.png"_s));
    openAgain(other + u"/photo.keras"_s);
    QVERIFY(m_drive->document()->chosen() == nullptr);
    QCOMPARE(m_drive->document()->inputTensors().front().extents(), values.extents());
}

void TstSavedView::feedsAgain()
{
    auto model = modelFromJson(R"({"class_name": "Sequential", "config": {"name": "s", "layers": [
        {"class_name": "InputLayer", "config": {"batch_shape": [null, 8, 8, 3], "name": "in"}},
        {"class_name": "Gate", "config": {"name": "gate"}, "build_config": {"input_shape":
        [null, 8, 8, 3]}}, {"class_name": "Conv2D", "config": {"name": "c", "filters": 2,
        "kernel_size": [3, 3]}}]}})");
    QVERIFY(model);
    // The shape of its output is known, so that shapes go on; values are not.
    UnknownLayer unknown = unknownLayer(model->layer(0));
    unknown.output = Shape({std::nullopt, 8, 8, 3});
    model->layers[0] = std::make_shared<const Layer>(withUnknown(model->layer(0), unknown));
    DocumentState state = m_drive->document()->state();
    state.model = *model;
    m_drive->document()->reset(state, {});
    QVERIFY(m_drive->settle());
    QVERIFY(m_drive->document()->shapes().layers[1].output);
    const LayerResults *results = m_drive->window.results();
    QCOMPARE(results->state(1).kind, LayerState::Kind::Waits);
    QCOMPARE(QString::fromStdString(results->state(1).waitsFor), u"gate"_s);
    StatusLine *status = m_drive->window.statusLine();
    QCOMPARE(status->stateText(), u"gate is not known here; 1 layer waits"_s);

    selection()->selectLayer(0);
    const QString array = m_folder.filePath(u"gate.npy"_s);
    const std::vector<float> values(192, 0.5F);
    QVERIFY(writeNpy(array.toStdString(), Tensor::of({1, 8, 8, 3}, values)));
    m_drive->window.findChild<GraphCommands *>()->feed(array);
    QVERIFY(m_drive->settle());
    QCOMPARE(results->state(1).kind, LayerState::Kind::Fine);
    QVERIFY2(status->stateText().startsWith(u"Up to date"_s), qPrintable(status->stateText()));
    m_drive->document()->undoStack()->undo();
    QVERIFY(m_drive->settle());
    QCOMPARE(results->state(1).kind, LayerState::Kind::Waits);
    m_drive->document()->undoStack()->redo();
    const QString path = m_folder.filePath(u"fed.keras"_s);
    m_drive->document()->setPath(path);
    m_drive->window.actions()->save->trigger();
    QVERIFY2(QFileInfo::exists(path), qPrintable(status->failure()));
    openAgain(path);
    QCOMPARE(m_drive->window.results()->state(1).kind, LayerState::Kind::Fine);
    QCOMPARE(QString::fromStdString(unknownLayer(m_drive->layer(0)).fedFrom), array);
    // The file is gone: the layer is asked for, the rest waits.
    QVERIFY(QFile::remove(array));
    openAgain(path);
    QCOMPARE(m_drive->window.results()->state(1).kind, LayerState::Kind::Waits);
    QTRY_COMPARE(selection()->layer(), 0);
    QTRY_VERIFY2(m_drive->window.statusLine()->currentMessage().contains(u"gate.npy"_s),
                 qPrintable(m_drive->window.statusLine()->currentMessage()));
}

QTEST_MAIN(TstSavedView)
#include "tst_saved_view.moc"
