// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Work that would take long: the question, its answers, and what changes it.
#include "evaluation/layer_results.h"
#include "layers/registry.h"
#include "model/edit.h"

#include <QSignalSpy>
#include <QTest>

using namespace convscope;

namespace {

/// Whatever is not in the cache is too much.
constexpr RunLimits kNothing{0, 1};

std::shared_ptr<const Input> inputOf(const Extents &extents, float value = 0.5F)
{
    const auto count = static_cast<std::size_t>(elementCount(extents).value());
    auto input = std::make_shared<Input>();
    input->tensor = Tensor::of(extents, std::vector<float>(count, value));
    return input;
}

Model stackOf(std::initializer_list<const char *> classes)
{
    Model model;
    for (const char *name : classes)
        model = insertLayer(model, model.size(), *findLayerType(name));
    return model;
}

bool settles(const LayerResults &results)
{
    return QTest::qWaitFor([&] { return !results.isRunning(); }, 20000);
}

} // namespace

class TstLongRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksBeforeItStarts();
    void theLastMapsStayUntilTheAnswer();
    void whatTheCacheHoldsStartsAtOnce();
    void theQuestionGoesWithTheWork();
    void previewsOnAQuarter_data();
    void previewsOnAQuarter();
    void computesTheWholeAfterThePreview();
    void goesOnWithPreviewsWhileTheInputStays();
    void offersNoPreviewWithoutPlaces();
    void aLayerThatThePreviewIsTooSmallForIsNoProblem();
    void whatRanWhenTheQuestionCameIsForgotten();
    void comesBackToTheStateBeforeTheQuestion();
    void otherKernelsAreAskedAbout();
    void otherPicturesAreNot();
    void whatNoMemoryHoldsFailsUnasked();
    void learnsFromWhatHasRun();

private:
    void openPhoto(std::initializer_list<const char *> classes);

    std::unique_ptr<ModelDocument> m_document;
    std::unique_ptr<LayerResults> m_results;
};

void TstLongRuns::init()
{
    m_document = std::make_unique<ModelDocument>();
    m_results = std::make_unique<LayerResults>(m_document.get(),
                                               std::make_shared<ActivationCache>(1 << 28));
    m_results->setLimits(RunLimits::none());
}

void TstLongRuns::cleanup()
{
    m_results.reset();
    m_document.reset();
}

void TstLongRuns::openPhoto(std::initializer_list<const char *> classes)
{
    m_document->reset({stackOf(classes), inputOf({1, 42, 50, 3}), {}, {}}, {});
    QVERIFY(settles(*m_results));
}

void TstLongRuns::asksBeforeItStarts()
{
    m_results->setLimits(kNothing);
    QSignalSpy asked(m_results.get(), &LayerResults::questionChanged);
    openPhoto({"Conv2D"});
    QCOMPARE(asked.size(), 1);
    QVERIFY(m_results->isAsking());
    QVERIFY(m_results->question()->cost.milliseconds > 0);
    QVERIFY(m_results->question()->cost.bytes > 40 * 48 * 8 * 4);
    QVERIFY(m_results->question()->offersPreview);
    QVERIFY(!m_results->isUpToDate());
    QVERIFY(!m_results->wasStopped());
    QVERIFY(m_results->at(0) == nullptr);
    // The input is there to be seen all the same.
    QCOMPARE(m_results->at(-1)->result.output.extents(), (Extents{1, 42, 50, 3}));
    QVERIFY(!m_results->isStale(-1));
    QTRY_VERIFY(!m_results->at(-1)->picture.isNull());
    m_results->computeAgain();
    QVERIFY(!m_results->question());
    QVERIFY(settles(*m_results));
    QVERIFY(m_results->isUpToDate());
    QCOMPARE(m_results->at(0)->result.output.extents(), (Extents{1, 40, 48, 8}));
}

void TstLongRuns::theLastMapsStayUntilTheAnswer()
{
    openPhoto({"Conv2D"});
    QVERIFY(!m_results->showsStale());
    m_results->setLimits(kNothing);
    QVERIFY(m_document->setArgument(0, "filters", std::int64_t{5}, false));
    QVERIFY(m_results->isAsking());
    QVERIFY(m_results->isStale(0));
    QVERIFY(m_results->showsStale());
    QCOMPARE(m_results->at(0)->result.output.extents(), (Extents{1, 40, 48, 8}));
    m_results->computeAgain();
    QVERIFY(settles(*m_results));
    QVERIFY(!m_results->isStale(0));
    QCOMPARE(m_results->at(0)->result.output.extents(), (Extents{1, 40, 48, 5}));
}

void TstLongRuns::whatTheCacheHoldsStartsAtOnce()
{
    openPhoto({"Conv2D", "ReLU"});
    m_results->setLimits(kNothing);
    QVERIFY(m_document->setArgument(0, "filters", std::int64_t{5}, false));
    QVERIFY(m_results->isAsking());
    m_document->undoStack()->undo();
    QVERIFY(!m_results->question());
    QVERIFY(settles(*m_results));
    QVERIFY(m_results->isUpToDate());
    QVERIFY(m_results->at(1)->result.fromCache);
    m_document->undoStack()->redo();
    QVERIFY(m_results->isAsking());
}

void TstLongRuns::theQuestionGoesWithTheWork()
{
    m_results->setLimits(kNothing);
    openPhoto({"Conv2D", "Conv2D"});
    const double both = m_results->question()->cost.milliseconds;
    m_document->removeLayer(1);
    QVERIFY(m_results->question()->cost.milliseconds < both);
    QSignalSpy changed(m_results.get(), &LayerResults::questionChanged);
    m_document->setBypassed(0, true);
    QVERIFY(!m_results->question());
    QCOMPARE(changed.size(), 1);
    QVERIFY(settles(*m_results));
    QVERIFY(m_results->isUpToDate());
}

void TstLongRuns::previewsOnAQuarter_data()
{
    QTest::addColumn<QString>("layer");
    QTest::addColumn<Extents>("input");
    QTest::addColumn<Extents>("output");
    QTest::newRow("a sequence") << QStringLiteral("Conv1D") << Extents{1, 42, 3}
                                << Extents{1, 9, 8};
    QTest::newRow("a photo") << QStringLiteral("Conv2D") << Extents{1, 42, 50, 3}
                             << Extents{1, 9, 11, 8};
    QTest::newRow("a volume, whose slices stay")
        << QStringLiteral("Conv3D") << Extents{1, 6, 42, 50, 1} << Extents{1, 4, 9, 11, 8};
}

void TstLongRuns::previewsOnAQuarter()
{
    QFETCH(QString, layer);
    QFETCH(Extents, input);
    QFETCH(Extents, output);
    m_results->setLimits(kNothing);
    m_document->reset({stackOf({layer.toUtf8().constData()}), inputOf(input), {}, {}}, {});
    QVERIFY(m_results->isAsking());
    m_results->preview();
    QVERIFY(m_results->isPreview());
    QVERIFY(!m_results->isAsking());
    QVERIFY(settles(*m_results));
    QCOMPARE(m_results->at(0)->result.output.extents(), output);
    QCOMPARE(m_results->at(0)->reduction, 4);
    QVERIFY(!m_results->isStale(0));
    QCOMPARE(Shape(m_results->at(-1)->result.output.extents()),
             m_results->shapesFor(4).layers[0].inputs[0]);
    // It is not the whole, and the document knows of no preview.
    QVERIFY(!m_results->isUpToDate());
    QVERIFY(m_results->question());
    QCOMPARE(Shape(input), m_document->shapes().layers[0].inputs[0]);
}

void TstLongRuns::computesTheWholeAfterThePreview()
{
    m_results->setLimits(kNothing);
    openPhoto({"Conv2D"});
    m_results->preview();
    QVERIFY(settles(*m_results));
    m_results->computeAgain();
    QVERIFY(!m_results->question());
    QVERIFY(!m_results->isPreview());
    QVERIFY(settles(*m_results));
    QVERIFY(m_results->isUpToDate());
    QCOMPARE(m_results->at(0)->reduction, 1);
    QCOMPARE(m_results->at(0)->result.output.extents(), (Extents{1, 40, 48, 8}));
    QCOMPARE(m_results->at(-1)->result.output.extents(), (Extents{1, 42, 50, 3}));
}

void TstLongRuns::goesOnWithPreviewsWhileTheInputStays()
{
    m_results->setLimits(kNothing);
    openPhoto({"Conv2D"});
    // A preview is a sixteenth of the work.
    m_results->setLimits({m_results->question()->cost.milliseconds / 4, 1});
    m_results->preview();
    QVERIFY(settles(*m_results));
    QVERIFY(m_document->setArgument(0, "filters", std::int64_t{9}, false));
    QVERIFY(m_results->isPreview());
    QVERIFY(m_results->question());
    QVERIFY(settles(*m_results));
    QCOMPARE(m_results->at(0)->result.output.extents(), (Extents{1, 9, 11, 9}));
    // Where the preview would take long itself it asks again.
    m_results->setLimits(kNothing);
    QVERIFY(m_document->setArgument(0, "filters", std::int64_t{10}, false));
    QVERIFY(m_results->isAsking());
    m_results->setLimits({m_results->question()->cost.milliseconds / 4, 1});
    m_results->preview();
    QVERIFY(settles(*m_results));
    m_document->setInput(inputOf({1, 50, 60, 3}), {});
    QVERIFY(m_results->isAsking());
}

void TstLongRuns::offersNoPreviewWithoutPlaces()
{
    m_results->setLimits(kNothing);
    m_document->reset({stackOf({"Dense"}), inputOf({1, 30}), {}, {}}, {});
    QVERIFY(m_results->isAsking());
    QVERIFY(!m_results->question()->offersPreview);
    m_results->preview();
    QVERIFY(m_results->isAsking());
}

void TstLongRuns::aLayerThatThePreviewIsTooSmallForIsNoProblem()
{
    m_results->setLimits(kNothing);
    Model model = stackOf({"Conv2D", "Conv2D"});
    model = setArgument(model, 1, "kernel_size", IntList{20, 20}).value();
    m_document->reset({model, inputOf({1, 42, 50, 3}), {}, {}}, {});
    QVERIFY(m_results->question()->offersPreview);
    m_results->preview();
    QVERIFY(settles(*m_results));
    QVERIFY(!m_results->isStale(0));
    QVERIFY(m_results->isStale(1));
    QVERIFY(m_results->failure(1) == nullptr);
    QVERIFY(m_results->shapesFor(4).layers[1].error.has_value());
}

void TstLongRuns::whatRanWhenTheQuestionCameIsForgotten()
{
    m_document->reset({Model{}, inputOf({1, 1500, 1500, 3}), {}, {}}, {});
    QVERIFY(settles(*m_results));
    Model model = stackOf({"Conv2D"});
    model = setArgument(model, 0, "kernel_size", IntList{31, 31}).value();
    m_document->changeModel(model, QStringLiteral("large"));
    QVERIFY(m_results->isRunning());
    m_results->setLimits(kNothing);
    QVERIFY(m_document->setArgument(0, "filters", std::int64_t{9}, false));
    QVERIFY(m_results->isAsking());
    QVERIFY(settles(*m_results));
    QVERIFY(m_results->isStale(0));
    QVERIFY(m_results->isAsking());
    QVERIFY(!m_results->wasStopped());
}

/// Though the edit that was asked about and the one after it are one step of undo.
void TstLongRuns::comesBackToTheStateBeforeTheQuestion()
{
    openPhoto({"Conv2D"});
    m_results->setLimits(kNothing);
    QVERIFY(m_document->setArgument(0, "filters", std::int64_t{9}, true));
    QVERIFY(m_results->isAsking());
    m_results->setLimits(RunLimits::none());
    QVERIFY(m_document->setArgument(0, "filters", std::int64_t{10}, true));
    QVERIFY(settles(*m_results));
    QVERIFY(m_results->isUpToDate());
    m_document->undoStack()->undo();
    QVERIFY(settles(*m_results));
    QVERIFY(m_results->at(0)->result.fromCache);
}

void TstLongRuns::otherKernelsAreAskedAbout()
{
    openPhoto({"Conv2D"});
    m_results->setLimits(kNothing);
    m_results->setKernel(QStringLiteral("reference"));
    QVERIFY(m_results->isAsking());
    m_results->setKernel({});
    QVERIFY(!m_results->question());
    QVERIFY(settles(*m_results));
    QVERIFY(m_results->at(0)->result.fromCache);
}

void TstLongRuns::otherPicturesAreNot()
{
    m_results->setLimits(kNothing);
    openPhoto({"Conv2D"});
    m_results->computeAgain();
    QVERIFY(settles(*m_results));
    QVERIFY(m_document->setArgument(0, "filters", std::int64_t{9}, false));
    QVERIFY(m_results->isAsking());
    QSignalSpy pictured(m_results.get(), &LayerResults::thumbnailChanged);
    m_results->setThumbnails({64, 64}, true);
    QVERIFY(m_results->isAsking());
    QTRY_VERIFY(pictured.size() >= 2);
    m_document->undoStack()->undo();
    QVERIFY(settles(*m_results));
    m_results->setThumbnails({64, 64}, false);
    QVERIFY(!m_results->question());
    QVERIFY(settles(*m_results));
    QVERIFY(m_results->isUpToDate());
}

void TstLongRuns::whatNoMemoryHoldsFailsUnasked()
{
    openPhoto({"UpSampling2D"});
    m_results->setLimits(RunLimits());
    QVERIFY(m_document->setArgument(0, "size", IntList{100'000, 100'000}, false));
    QVERIFY(!m_results->question());
    QVERIFY(settles(*m_results));
    QVERIFY(m_results->failure(0) != nullptr);
    QCOMPARE(m_results->failure(0)->rule, "memory");
}

void TstLongRuns::learnsFromWhatHasRun()
{
    m_document->reset({Model{}, inputOf({1, 400, 400, 3}), {}, {}}, {});
    m_results->setLimits(kNothing);
    m_results->setKernel(QStringLiteral("reference"));
    QVERIFY(settles(*m_results));
    m_document->changeModel(stackOf({"Conv2D"}), QStringLiteral("add"));
    QVERIFY(m_results->isAsking());
    m_results->computeAgain();
    QVERIFY(settles(*m_results));
    const double took = m_results->at(0)->result.milliseconds;
    QVERIFY(took > 1);
    // Half as many filters more: half as long again.
    QVERIFY(m_document->setArgument(0, "filters", std::int64_t{12}, false));
    const double guess = m_results->question()->cost.milliseconds;
    QVERIFY2(guess > 1.4 * took && guess < 1.6 * took,
             qPrintable(QStringLiteral("took %1, guess %2").arg(took).arg(guess)));
}

QTEST_MAIN(TstLongRuns)
#include "tst_long_runs.moc"
