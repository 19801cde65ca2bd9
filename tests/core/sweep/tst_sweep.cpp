// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/registry.h"
#include "sweep/sweep_cases.h"
#include "sweep/sweep_text.h"
#include "testing/layer_probe.h"
#include "testing/runner.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <set>

#include <cmath>

using namespace convscope;

namespace {

Tensor values(Extents extents)
{
    double x = 0;
    return makeTensor(extents, "values",
                      [&](const Extents &) { return static_cast<float>(std::sin(x += 0.37)); })
        .value();
}

/// Two convolutions on a picture of 10 × 12.
Sweep sweepOf(const std::vector<const char *> &vary, int layer = 0)
{
    Sweep sweep;
    const Layer conv =
        Layer(*findLayerType("Conv2D"), "a").with("filters", std::int64_t{4}).value();
    sweep.model.layers = {std::make_shared<const Layer>(conv),
                          std::make_shared<const Layer>(conv.withName("b"))};
    sweep.inputs = {values({1, 10, 12, 3})};
    sweep.layer = layer;
    sweep.against = "reference";
    for (const char *text : vary)
        sweep.axes.push_back(sweepAxis(sweep.model, text).value());
    return sweep;
}

std::vector<SweepCell> computed(const Sweep &sweep)
{
    std::vector<SweepCell> cells = plannedCells(sweep);
    const auto done = runSweep(sweep, cells, {});
    if (!done)
        qFatal("%s", done.error().message.c_str());
    return cells;
}

} // namespace

class TstSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValues_data();
    void readsValues();
    void refusesValues_data();
    void refusesValues();
    void computesWhatCanBeAndSaysWhatCannot();
    void argumentsOfOneLayerChangeTogether();
    void comparesWithTheFirst();
    void looksAtALaterLayer();
    void holdsEveryLayerFromTheVariedOne();
    void stopsWithWhatIsDone();
    void goesOnWhereItStopped();
    void settingsBecomeCasesThatPass();
    void refusalsBecomeCasesThatExpectThem();
    void writesCommaSeparatedValues();
};

void TstSweep::readsValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("values");
    const auto row = [](const char *name, const char *text, const char *values) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(values);
    };
    row("words", "a.padding=valid,same", R"(["valid","same"])");
    row("a range", "a.filters=1..4", "[1,2,3,4]");
    row("a range among others", "a.strides=1, 3..4", "[1,3,4]");
    row("tuples", "a.strides=(1, 2),(2, 1)", "[[1,2],[2,1]]");
    row("what is given twice", "a.strides=2,1..3, 2, (1, 2),(1,2)", "[2,1,3,[1,2]]");
    row("objects", "a.activation={'class_name': 'relu', 'config': {}},None",
        R"([{"class_name":"relu","config":{}},null])");
}

void TstSweep::readsValues()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, values);
    const auto axis = sweepAxis(sweepOf({}).model, text.toStdString());
    QVERIFY2(axis, axis ? "" : axis.error().message.c_str());
    QCOMPARE(QByteArray::fromStdString(Json(axis->values).dump()), values);
}

void TstSweep::refusesValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const char *text, const char *rule, const char *words) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(rule) << QByteArray(words);
    };
    row("no equals sign", "a.strides", "usage", "LAYER.ARG=A,B,C");
    row("no argument", "a.=1", "usage", "LAYER.ARG=A,B,C");
    row("no such layer", "c.strides=1", "usage", "the model has a, b");
    row("no such argument", "a.speed=1", "usage", "has no argument speed");
    row("a gap", "a.strides=1,,2", "usage", "a value is missing");
    row("no value at all", "a.strides=", "usage", "strides has no values");
    row("a range downwards", "a.strides=4..1", "usage", "4 is more than 1");
    row("a range of words", "a.strides=a..b", "usage", "A..B with two whole numbers");
    row("a range without an end", "a.strides=1,2..", "usage", "A..B with two whole numbers");
    row("a long range", "a.strides=-9223372036854775807..9223372036854775807", "usage",
        "at most 10000");
    row("an open bracket", "a.strides=(1,2", "usage", "");
}

void TstSweep::refusesValues()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, words);
    const auto axis = sweepAxis(sweepOf({}).model, text.toStdString());
    QVERIFY(!axis);
    QCOMPARE(QByteArray::fromStdString(axis.error().rule), rule);
    QVERIFY2(axis.error().message.find(words.toStdString()) != std::string::npos,
             axis.error().message.c_str());
}

void TstSweep::computesWhatCanBeAndSaysWhatCannot()
{
    const Sweep sweep = sweepOf({"a.padding=valid,same", "a.kernel_size=3,11"});
    const std::vector<SweepCell> cells = computed(sweep);
    QCOMPARE(cells.size(), std::size_t{4});
    QCOMPARE(cells[0].outputShape->toString(), std::string("(1, 8, 10, 4)"));
    QVERIFY(cells[1].error);
    QCOMPARE(cells[1].error->layer, std::string("a"));
    QCOMPARE(cells[1].error->argument, std::string("kernel_size"));
    QVERIFY(!cells[1].milliseconds);
    QCOMPARE(cells[2].outputShape->toString(), std::string("(1, 10, 12, 4)"));
    QCOMPARE(cells[3].outputShape->toString(), std::string("(1, 10, 12, 4)"));
    for (const std::size_t i : {0, 2, 3}) {
        QVERIFY(cells[i].milliseconds);
        QVERIFY(cells[i].maxDifference);
        QVERIFY(!cells[i].exceeds());
    }
    // A tolerance of nothing is exceeded by rounding.
    Sweep strict = sweep;
    strict.tolerance = {0, 0};
    const std::vector<SweepCell> held = computed(strict);
    QVERIFY(std::any_of(held.begin(), held.end(), [](const SweepCell &c) { return c.exceeds(); }));
}

void TstSweep::argumentsOfOneLayerChangeTogether()
{
    // Strides and dilation_rate above 1 exclude each other, whichever comes first.
    const std::vector<SweepCell> cells =
        computed(sweepOf({"a.strides=1,2", "a.dilation_rate=1,2"}));
    QVERIFY(!cells[0].error && !cells[1].error && !cells[2].error);
    QVERIFY(cells[3].error);
}

void TstSweep::comparesWithTheFirst()
{
    Sweep sweep = sweepOf({"a.activation=linear,relu", "a.padding=valid,same"});
    sweep.against = "first";
    const std::vector<SweepCell> cells = computed(sweep);
    QCOMPARE(cells[0].maxDifference.value(), 0.0);
    QVERIFY(!cells[1].maxDifference); // another shape
    QVERIFY(cells[2].maxDifference.value() > 0.01);
    QVERIFY(cells[2].exceeds());
}

void TstSweep::looksAtALaterLayer()
{
    const Sweep sweep = sweepOf({"a.strides=1,3,20"}, 1);
    const std::vector<SweepCell> cells = computed(sweep);
    QCOMPARE(cells[0].outputShape->toString(), std::string("(1, 6, 8, 4)"));
    QCOMPARE(cells[1].outputShape->toString(), std::string("(1, 1, 2, 4)"));
    QVERIFY(cells[2].error); // b's window is taller than what a leaves
    QCOMPARE(cells[2].error->layer, std::string("b"));
    QVERIFY(errorText(sweep, cells[2]).starts_with("b: "));
    QVERIFY(errorText(sweep, cells[0]).empty());
}

void TstSweep::holdsEveryLayerFromTheVariedOne()
{
    // b's own windows see zeros alone, so that its output says nothing about a.
    Sweep sweep = sweepOf({"a.strides=1,2"}, 1);
    sweep.tolerance = {0, 0};
    sweep.model.layers[1] = std::make_shared<const Layer>(
        sweep.model.layer(1).with("kernel_initializer", ObjectValue{"Zeros", {}}).value());
    Sweep alone = sweep;
    alone.layer = 0;
    const std::vector<SweepCell> onlyA = computed(alone);
    QVERIFY(onlyA[0].maxDifference.value() > 0); // by rounding
    for (const char *against : {"reference", "opencv"}) {
        sweep.against = against;
        alone.against = against;
        const std::vector<SweepCell> both = computed(sweep);
        const std::vector<SweepCell> first = computed(alone);
        for (std::size_t i = 0; i < both.size(); ++i) {
            QCOMPARE(both[i].maxDifference.value(), first[i].maxDifference.value());
            QCOMPARE(both[i].exceeds(), first[i].exceeds());
        }
    }
}

void TstSweep::stopsWithWhatIsDone()
{
    const Sweep sweep = sweepOf({"a.filters=1..20"});
    std::vector<SweepCell> cells = plannedCells(sweep);
    std::stop_source stop;
    SweepOptions options;
    options.stop = stop.get_token();
    options.onCell = [&](std::int64_t, const SweepCell &, std::int64_t done) {
        if (done == 3)
            stop.request_stop();
    };
    QVERIFY(runSweep(sweep, cells, options));
    QCOMPARE(std::count_if(cells.begin(), cells.end(), [](const SweepCell &c) { return c.isDone; }),
             3);
    // The cheapest come first.
    QVERIFY(cells[0].isDone && cells[1].isDone && cells[2].isDone);
}

void TstSweep::goesOnWhereItStopped()
{
    Sweep sweep = sweepOf({"a.activation=linear,relu,tanh", "a.filters=1..4"});
    sweep.against = "first";
    const std::vector<SweepCell> whole = computed(sweep);
    for (std::int64_t i = 0; i < sweep.count(); ++i)
        QCOMPARE(sweep.indexOf(sweep.choiceOf(i)), i);
    std::vector<SweepCell> cells = plannedCells(sweep);
    std::vector<std::int64_t> run;
    std::int64_t outputs = 0;
    for (int round = 0; round < 2; ++round) {
        std::stop_source stop;
        SweepOptions options;
        options.stop = stop.get_token();
        options.onOutput = [&](std::int64_t index, const Tensor &output) {
            ++outputs;
            QVERIFY(Shape(output.extents()) == *whole[std::size_t(index)].outputShape);
        };
        options.onCell = [&](std::int64_t index, const SweepCell &, std::int64_t done) {
            run.push_back(index);
            if (round == 0 && done == 5)
                stop.request_stop();
        };
        QVERIFY(runSweep(sweep, cells, options));
    }
    // Each once, and what is compared with is the same first setting.
    QCOMPARE(run.size(), std::size_t{12});
    QCOMPARE(outputs, 12);
    QCOMPARE(std::set<std::int64_t>(run.begin(), run.end()).size(), std::size_t{12});
    for (std::size_t i = 0; i < cells.size(); ++i) {
        QVERIFY(cells[i].isDone);
        QVERIFY(cells[i].maxDifference == whole[i].maxDifference);
    }
}

void TstSweep::settingsBecomeCasesThatPass()
{
    for (const int layer : {0, 1}) {
        const Sweep sweep = sweepOf({"a.padding=valid,same", "a.kernel_size=1,3"}, layer);
        for (const SweepCell &cell : computed(sweep)) {
            const auto made = caseOfSetting(sweep, cell, {});
            QVERIFY2(made, made ? "" : made.error().message.c_str());
            QVERIFY(made->name().find(settingText(sweep, cell)) != std::string::npos);
            const CaseResult result = runCase(*made, {});
            QVERIFY2(result.status == CaseStatus::Passed, result.message.text().c_str());
        }
    }
}

void TstSweep::refusalsBecomeCasesThatExpectThem()
{
    // Values that no layer takes, settings that exclude each other, a window taller than its input,
    // and a later layer's.
    const std::pair<Sweep, ErrorStage> sweeps[]{
        {sweepOf({"a.strides=0,'much'"}), ErrorStage::Config},
        {sweepOf({"b.strides=2", "b.dilation_rate=2"}, 1), ErrorStage::Config},
        {sweepOf({"a.kernel_size=11"}), ErrorStage::Build},
        {sweepOf({"b.kernel_size=11"}, 1), ErrorStage::Build},
        {sweepOf({"a.strides=20"}, 1), ErrorStage::Build}};
    for (const auto &[sweep, stage] : sweeps) {
        for (const SweepCell &cell : computed(sweep)) {
            QVERIFY(cell.error);
            const auto made = caseOfSetting(sweep, cell, {});
            QVERIFY2(made, made ? "" : made.error().message.c_str());
            QVERIFY(made->error);
            QCOMPARE(made->error->rule, cell.error->rule);
            QCOMPARE(made->error->argument, cell.error->argument);
            QVERIFY2(made->error->stage == stage, toString(made->error->stage).data());
            const CaseResult result = runCase(*made, {});
            QVERIFY2(result.status == CaseStatus::Passed, result.message.text().c_str());
        }
    }
    // What only this machine refuses is no case.
    const Sweep sweep = sweepOf({"a.strides=1"});
    SweepCell cell = plannedCells(sweep).front();
    cell.error = Error{"memory", "a", {}, {}, words("there is not enough memory")};
    const auto made = caseOfSetting(sweep, cell, {});
    QVERIFY(!made);
    QVERIFY(made.error().message.starts_with("there is not enough memory"));
}

void TstSweep::writesCommaSeparatedValues()
{
    const Sweep sweep = sweepOf({"a.strides=(1,2)", "a.kernel_size=3,11"});
    const std::vector<SweepCell> cells = computed(sweep);
    const QString csv = QString::fromStdString(sweepCsv(sweep, cells));
    const QStringList lines = csv.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0],
             QStringLiteral("a.strides,a.kernel_size,output_shape,ms,max_difference,error"));
    QVERIFY(lines[1].startsWith(QStringLiteral("\"(1,2)\",3,\"(1, 8, 5, 4)\",")));
    QVERIFY(lines[2].startsWith(QStringLiteral("\"(1,2)\",11,,,,")));
}

QTEST_APPLESS_MAIN(TstSweep)
#include "tst_sweep.moc"
