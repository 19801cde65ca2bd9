// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// A large model is read beside the window: how far it is is shown, and it can be given up.
#include "keras/model_json.h"
#include "keras/save_model.h"
#include "model/shape_inference.h"
#include "model/weights.h"
#include "support/window_look.h"
#include "window/files/document_files.h"
#include "window/frame/main_window.h"
#include "window/status/reading_bar.h"
#include "window/status/status_line.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <random>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// 20 MB of weights.
Model largeModel()
{
    auto model =
        modelFromJson(R"({"class_name": "Sequential", "config": {"name": "large", "layers": [
        {"class_name": "InputLayer", "config": {"batch_shape": [null, 1000], "name": "in"}},
        {"class_name": "Dense", "config": {"name": "a", "units": 2500}},
        {"class_name": "Dense", "config": {"name": "b", "units": 1000}}]}})");
    if (!model)
        qFatal("%s", model.error().message.c_str());
    return *model;
}

} // namespace

class TstReadingFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void showsHowFarItIs_data() { kinds(); }
    void showsHowFarItIs();
    void isGivenUp_data() { kinds(); }
    void isGivenUp();

private:
    static void kinds();
    bool settle() const
    {
        return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
    }
    [[nodiscard]] QString path(const QString &ending) const
    {
        return m_folder.filePath(u"large"_s + ending);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TstReadingFiles::kinds()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {".keras", ".h5", ".npz", ".weights.h5"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void TstReadingFiles::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_look = std::make_unique<WindowLook>();
    // With stored weights: only those are written into a case.
    Model model = largeModel();
    const ModelShapes shapes = inferShapes(model, inputShapes(model));
    std::mt19937 random(3);
    for (std::size_t i = 0; i < model.layers.size(); ++i) {
        std::vector<Tensor> weights;
        for (const WeightSpec &spec : shapes.layers[i].weights) {
            auto buffer = TensorBuffer::allocate(spec.shape, "a weight");
            QVERIFY(buffer.has_value());
            // What a case's archive cannot pack to nothing.
            std::generate_n(buffer->data(), *elementCount(spec.shape), [&random] {
                return std::uniform_real_distribution<float>(-1, 1)(random);
            });
            weights.emplace_back(std::move(*buffer));
        }
        model.layers[i] =
            std::make_shared<const Layer>(model.layers[i]->withWeights(std::move(weights)));
    }
    for (const QString &ending : {u".keras"_s, u".h5"_s, u".npz"_s, u".weights.h5"_s})
        QVERIFY(saveModel(path(ending).toStdString(), {model}));
}

void TstReadingFiles::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->show();
    DocumentState state;
    state.model = largeModel();
    m_window->document()->reset(std::move(state), {});
    QVERIFY(settle());
}

void TstReadingFiles::showsHowFarItIs()
{
    QFETCH(QString, ending);
    QSignalSpy reading(m_window->files(), &DocumentFiles::reading);
    QSignalSpy ended(m_window->files(), &DocumentFiles::readingEnded);
    m_window->open(path(ending));
    QVERIFY(settle());
    QVERIFY2(reading.count() >= 4, qPrintable(QString::number(reading.count())));
    double before = -1;
    for (const QList<QVariant> &step : reading) {
        QCOMPARE(step[0].toString(), u"large"_s + ending);
        const double share = step[1].toDouble();
        QVERIFY(share > before && share <= 1);
        before = share;
    }
    QCOMPARE(before, 1.0);
    QVERIFY(ended.count() >= 1);
    const ReadingBar *bar = m_window->findChild<ReadingBar *>();
    QVERIFY(bar->isHidden());
    QCOMPARE(bar->shown(), 0);
    QVERIFY(!m_window->document()->model().layer(0).storedWeights().empty());
}

void TstReadingFiles::isGivenUp()
{
    QFETCH(QString, ending);
    ReadingBar *bar = m_window->findChild<ReadingBar *>();
    connect(m_window->files(), &DocumentFiles::reading, bar, [bar](const QString &, double share) {
        if (share > 0.2)
            bar->cancelLink()->click();
    });
    QSignalSpy taken(m_window->files(), &DocumentFiles::taken);
    const DocumentState before = m_window->document()->state();
    m_window->open(path(ending));
    QVERIFY(settle());
    QCOMPARE(taken.count(), 0);
    QVERIFY(m_window->document()->state() == before);
    QVERIFY(bar->isHidden());
    QCOMPARE(bar->shown(), 0);
    // What is asked for next is read as ever.
    bar->disconnect();
    m_window->files()->disconnect(bar);
    m_window->open(path(ending));
    QVERIFY(settle());
    QVERIFY(!m_window->document()->model().layer(0).storedWeights().empty());
}

QTEST_MAIN(TstReadingFiles)
#include "tst_reading_files.moc"
