// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "document/model_document.h"
#include "layers/registry.h"
#include "model/edit.h"

#include <QSignalSpy>
#include <QTest>

using namespace convscope;

namespace {

std::shared_ptr<const Input> picture(std::int64_t rows, std::int64_t columns)
{
    std::vector<float> values(static_cast<std::size_t>(rows * columns * 3), 0.5F);
    values.front() = 1.0F;
    auto input = std::make_shared<Input>();
    input->tensor = Tensor::of({1, rows, columns, 3}, values);
    input->title = verbatim("grey.png");
    return input;
}

const LayerType &type(const char *className)
{
    return *findLayerType(className);
}

} // namespace

class TstModelDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addsRemovesAndUndoes();
    void mergesADragIntoOneStep();
    void aDragBackToTheStartVanishes();
    void refusesAnIllegalArgumentAndKeepsTheLastValue();
    void keepsLayersBehindAnIllegalOneEditable();
    void undoBringsThePhotoBack();
    void turnsTheInputForChannelsFirst();
    void anInputStoredInTheModelsOrderIsNotTurned();
    void refusesATakenName();

private:
    std::unique_ptr<ModelDocument> m_document;
};

void TstModelDocument::init()
{
    m_document = std::make_unique<ModelDocument>();
    m_document->reset({Model{}, picture(20, 30), {}, {}}, {});
}

void TstModelDocument::cleanup()
{
    m_document.reset();
}

void TstModelDocument::addsRemovesAndUndoes()
{
    m_document->addLayer(0, type("Conv2D"));
    m_document->addLayer(1, type("Conv2D"));
    QCOMPARE(m_document->model().layer(1).name(), "conv2d_1");
    m_document->removeLayer(0);
    QCOMPARE(m_document->model().size(), 1);
    QCOMPARE(m_document->undoStack()->undoText(), QStringLiteral("remove conv2d"));
    m_document->undoStack()->undo();
    m_document->undoStack()->undo();
    QCOMPARE(m_document->model().size(), 1);
    QCOMPARE(m_document->model().layer(0).name(), "conv2d");
    m_document->undoStack()->undo();
    QCOMPARE(m_document->model().size(), 0);
}

void TstModelDocument::mergesADragIntoOneStep()
{
    m_document->addLayer(0, type("Conv2D"));
    const int steps = m_document->undoStack()->count();
    for (std::int64_t filters = 9; filters <= 20; ++filters)
        QVERIFY(m_document->setArgument(0, "filters", filters, true));
    QCOMPARE(m_document->undoStack()->count(), steps + 1);
    m_document->undoStack()->undo();
    QCOMPARE(m_document->model().layer(0).value("filters"), Value(std::int64_t{8}));
}

void TstModelDocument::aDragBackToTheStartVanishes()
{
    m_document->addLayer(0, type("Conv2D"));
    const int steps = m_document->undoStack()->count();
    for (const std::int64_t filters : {9, 10, 9, 8})
        QVERIFY(m_document->setArgument(0, "filters", filters, true));
    QCOMPARE(m_document->undoStack()->count(), steps);
}

void TstModelDocument::refusesAnIllegalArgumentAndKeepsTheLastValue()
{
    m_document->addLayer(0, type("Conv2D"));
    QSignalSpy refused(m_document.get(), &ModelDocument::refused);
    QVERIFY(!m_document->setArgument(0, "strides", IntList{0, 1}, false));
    QCOMPARE(refused.count(), 1);
    const auto error = refused.front().at(1).value<Error>();
    QCOMPARE(error.rule, "E3");
    QCOMPARE(error.argument, "strides");
    QCOMPARE(error.layer, "conv2d");
    QCOMPARE(m_document->model().layer(0).value("strides"), Value(IntList{1, 1}));
}

void TstModelDocument::keepsLayersBehindAnIllegalOneEditable()
{
    m_document->addLayer(0, type("Conv2D"));
    m_document->addLayer(1, type("UpSampling2D"));
    QVERIFY(m_document->setArgument(0, "kernel_size", IntList{25, 3}, false));
    QVERIFY(m_document->shapes().layers[0].error.has_value());
    QCOMPARE(m_document->shapes().layers[1].waitsFor, "conv2d");
    QVERIFY(m_document->setArgument(1, "size", IntList{3, 3}, false));
    QVERIFY(m_document->setArgument(0, "kernel_size", IntList{3, 3}, false));
    QCOMPARE(m_document->shapes().layers[1].output.value(), Shape({1, 54, 84, 8}));
}

void TstModelDocument::undoBringsThePhotoBack()
{
    QSignalSpy inputs(m_document.get(), &ModelDocument::inputChanged);
    m_document->setInput(picture(7, 9), QStringLiteral("open other.png"));
    QCOMPARE(m_document->inputTensors().front().extents(), (Extents{1, 7, 9, 3}));
    m_document->undoStack()->undo();
    QCOMPARE(m_document->inputTensors().front().extents(), (Extents{1, 20, 30, 3}));
    QCOMPARE(inputs.count(), 2);
}

void TstModelDocument::turnsTheInputForChannelsFirst()
{
    m_document->addLayer(0, type("Conv2D"));
    QVERIFY(m_document->setArgument(0, "data_format", std::string("channels_first"), false));
    QCOMPARE(m_document->inputTensors().front().extents(), (Extents{1, 3, 20, 30}));
    QCOMPARE(m_document->inputTensors().front().data()[0], 1.0F);
    QCOMPARE(m_document->shapes().layers[0].output.value(), Shape({1, 8, 18, 28}));
}

void TstModelDocument::anInputStoredInTheModelsOrderIsNotTurned()
{
    m_document->addLayer(0, type("Conv2D"));
    QVERIFY(m_document->setArgument(0, "data_format", std::string("channels_first"), false));
    auto stored = std::make_shared<Input>();
    stored->tensor = Tensor::of({1, 3, 8, 9}, std::vector<float>(216, 2));
    stored->format = DataFormat::ChannelsFirst;
    m_document->setInput(stored, QStringLiteral("open"));
    QVERIFY(m_document->inputTensors().front().data() == stored->tensor.data());
    QVERIFY(m_document->setArgument(0, "data_format", std::string("channels_last"), false));
    QCOMPARE(m_document->inputTensors().front().extents(), (Extents{1, 8, 9, 3}));
}

void TstModelDocument::refusesATakenName()
{
    m_document->addLayer(0, type("Conv2D"));
    m_document->addLayer(1, type("Conv2D"));
    QVERIFY(!m_document->renameLayer(1, QStringLiteral("conv2d")));
    QVERIFY(m_document->renameLayer(1, QStringLiteral("edges")));
    QCOMPARE(m_document->model().layer(1).name(), "edges");
}

QTEST_GUILESS_MAIN(TstModelDocument)
#include "tst_model_document.moc"
