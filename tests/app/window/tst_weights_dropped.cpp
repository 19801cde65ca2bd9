// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Weights of a file, dropped on the stack: the person sees what goes where before anything changes.
#include "keras/load_model.h"
#include "model/edit.h"
#include "stack/stack_panel.h"
#include "support/test_paths.h"
#include "support/weight_table_reader.h"
#include "support/window_look.h"
#include "tensor/npy.h"
#include "tensor/npz.h"
#include "window/files/document_files.h"
#include "window/frame/main_window.h"
#include "window/status/status_line.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstWeightsDropped : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void showWhatGoesWhereFirst_data();
    void showWhatGoesWhereFirst();
    void whatDoesNotFitIsNotTaken();
    void whatFitsNowhereCannotBeTaken();
    void anArrayIsWeightsThere();

private:
    bool settle() const
    {
        return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
    }
    void drop(const QString &path);
    ModelDocument *document() { return m_window->document(); }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    /// The golden model: myconv (3, 3, 1, 4), flatten, out (144, 2).
    Model m_plain;
};

void TstWeightsDropped::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_look = std::make_unique<WindowLook>();
    const auto loaded = loadModel(dataPath("keras/files/plain_keras3.keras"));
    QVERIFY(loaded.has_value());
    m_plain = loaded->model;
    std::vector<NamedArray> named;
    for (const char *name : {"myconv", "out"}) {
        const std::vector<Tensor> weights = m_plain.layer(m_plain.indexOf(name)).storedWeights();
        for (std::size_t i = 0; i < weights.size(); ++i)
            named.push_back({name + std::string(i == 0 ? "/kernel" : "/bias"), {weights[i], {}}});
    }
    QVERIFY(writeNpz(file(u"named.npz"_s).toStdString(), named));
    // Only the kernel of the convolution, as an array of its own.
    QVERIFY(
        writeNpy(file(u"kernel.npy"_s).toStdString(), m_plain.layer(0).storedWeights().front()));
    std::vector<NamedArray> wrong{named[0],
                                  named[1],
                                  {"out/kernel", {named[0].array.tensor, {}}},
                                  {"stranger/kernel", {named[1].array.tensor, {}}}};
    QVERIFY(writeNpz(file(u"wrong.npz"_s).toStdString(), wrong));
}

void TstWeightsDropped::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->files()->setAsking(true);
    m_window->show();
    DocumentState state;
    state.model = m_plain;
    for (auto &layer : state.model.layers)
        layer = std::make_shared<const Layer>(layer->withWeights({}));
    document()->reset(std::move(state), {});
    QVERIFY(settle());
}

void TstWeightsDropped::drop(const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    auto *stack = m_window->findChild<StackPanel *>();
    QVERIFY(stack != nullptr);
    // As the desktop does it: who takes the drag is who gets the drop.
    QDragEnterEvent enter(QPoint(100, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(stack, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(100, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(stack, &event);
    QVERIFY(settle());
    QVERIFY2(m_window->statusLine()->failure().isEmpty(),
             qPrintable(m_window->statusLine()->failure()));
}

void TstWeightsDropped::showWhatGoesWhereFirst_data()
{
    QTest::addColumn<QString>("path");
    const auto golden = [](const char *name) {
        return QString::fromStdString(dataPath(std::string("keras/files/") + name));
    };
    QTest::newRow(".weights.h5") << golden("plain_keras3.weights.h5");
    QTest::newRow(".h5 of weights") << golden("plain_keras2.weights_legacy.h5");
    QTest::newRow(".npz") << file(u"named.npz"_s);
}

void TstWeightsDropped::showWhatGoesWhereFirst()
{
    QFETCH(QString, path);
    const DocumentState before = document()->state();
    {
        TableReader reader(false);
        drop(path);
        QCOMPARE(reader.tables(), 1);
        QCOMPARE(reader.rows().size(), 2);
        QVERIFY2(
            reader.rows()[0].startsWith(u"myconv | "_s) &&
                reader.rows()[0].endsWith(u" | (3, 3, 1, 4) · (4,) | (3, 3, 1, 4) · (4,) | fits"_s),
            qPrintable(reader.rows()[0]));
        QVERIFY2(reader.rows()[1].endsWith(u" | (144, 2) · (2,) | (144, 2) · (2,) | fits"_s),
                 qPrintable(reader.rows()[1]));
        QVERIFY(document()->state() == before);
        QCOMPARE(document()->undoStack()->count(), 0);
    }
    TableReader reader(true);
    drop(path);
    QCOMPARE(reader.tables(), 1);
    QCOMPARE(document()->undoStack()->count(), 1);
    QCOMPARE(document()->model().layer(0).storedWeights().size(), std::size_t{2});
    QCOMPARE(document()->model().layer(2).storedWeights().size(), std::size_t{2});
    document()->undoStack()->undo();
    QVERIFY(document()->state() == before);
}

void TstWeightsDropped::whatDoesNotFitIsNotTaken()
{
    TableReader reader(true);
    drop(file(u"wrong.npz"_s));
    QCOMPARE(reader.tables(), 1);
    QCOMPARE(reader.rows(),
             (QStringList{u"myconv | myconv | (3, 3, 1, 4) · (4,) | (3, 3, 1, 4) · (4,) | fits"_s,
                          u"out | out | (144, 2) · (2,) | (3, 3, 1, 4) | other shapes"_s,
                          u"– | stranger | – | (4,) | no such layer"_s}));
    QCOMPARE(document()->undoStack()->count(), 1);
    QCOMPARE(document()->model().layer(0).storedWeights().size(), std::size_t{2});
    QVERIFY(document()->model().layer(2).storedWeights().empty());
}

void TstWeightsDropped::whatFitsNowhereCannotBeTaken()
{
    const DocumentState before = document()->state();
    TableReader reader(true);
    drop(file(u"kernel.npy"_s));
    QCOMPARE(reader.tables(), 1);
    QVERIFY(!reader.couldTake());
    QVERIFY(document()->state() == before);
}

void TstWeightsDropped::anArrayIsWeightsThere()
{
    DocumentState state = document()->state();
    state.model = removeLayer(removeLayer(state.model, 2), 1);
    state.model = *setArgument(state.model, 0, "use_bias", false);
    document()->reset(std::move(state), {});
    QVERIFY(settle());
    TableReader reader(true);
    drop(file(u"kernel.npy"_s));
    QCOMPARE(reader.tables(), 1);
    QCOMPARE(document()->undoStack()->count(), 1);
    QVERIFY(document()->model().layer(0).storedWeights().front() ==
            m_plain.layer(0).storedWeights().front());
}

QTEST_MAIN(TstWeightsDropped)
#include "tst_weights_dropped.moc"
