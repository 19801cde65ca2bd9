// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "support/test_paths.h"
#include "tensor/npz.h"
#include "testing/file_oracle.h"
#include "testing/html_report.h"
#include "testing/property_checks.h"
#include "testing/report.h"
#include "testing/runner.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace convscope;

/// A suite that fails where it should: each row breaks one thing of a case that passes.
class TstRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noticesWhatIsWrong_data();
    void noticesWhatIsWrong();
    void judgesTheCasesBesideAnIncompleteOne();
    void runsWhatDoesNotDependOnAnUnknownClass();
    void filtersByName();
    void takesAnotherTolerance();
    void comparesWithTheReferenceKernels();
    void comparesWithOpenCv();
    void stopsWhenAsked();
    void reportsInEveryForm();

private:
    std::string write(const std::string &json, const std::vector<NamedArray> &arrays) const;
    CaseResult runOne(const std::string &json, const std::vector<NamedArray> &arrays) const;

    QTemporaryDir m_folder;
};

namespace {

const char *const kConv = R"("layer": {"class_name": "Conv1D", "config": {"name": "c",
    "filters": 1, "kernel_size": 3, "padding": "same", "kernel_regularizer": "l2",
    "kernel_constraint": "non_neg"}}, "keras_version": "3.15.1")";

NamedArray array(const std::string &name, Extents extents, std::vector<float> values)
{
    return {"s/one/" + name, {Tensor::of(std::move(extents), values), {}}};
}

/// x = 1…6, W = [1, 10, 100], bias 0: the worked example of "same" padding.
std::vector<NamedArray> arrays()
{
    return {array("input", {1, 6, 1}, {1, 2, 3, 4, 5, 6}),
            array("weights/0", {3, 1, 1}, {1, 10, 100}), array("weights/1", {1}, {0}),
            array("output", {1, 6, 1}, {210, 321, 432, 543, 654, 65})};
}

RunnerOptions against(const char *oracle)
{
    RunnerOptions options;
    options.oracle = findOracle(oracle);
    if (options.oracle == nullptr)
        qFatal("there is no oracle %s", oracle);
    return options;
}

/// The same without the output.
std::vector<NamedArray> stored()
{
    std::vector<NamedArray> all = arrays();
    all.pop_back();
    return all;
}

std::vector<NamedArray> changed(const NamedArray &replacement)
{
    std::vector<NamedArray> all = arrays();
    for (NamedArray &one : all) {
        if (one.name == replacement.name) {
            one = replacement;
            return all;
        }
    }
    all.push_back(replacement);
    return all;
}

} // namespace

std::string TstRunner::write(const std::string &json, const std::vector<NamedArray> &arrays) const
{
    const std::string path = m_folder.filePath("suite.npz").toStdString();
    std::vector<NamedArray> all = arrays;
    all.push_back({"s/one/case", {{}, json}});
    const auto written = writeNpz(path, all);
    if (!written)
        qFatal("%s", written.error().message.c_str());
    return path;
}

CaseResult TstRunner::runOne(const std::string &json, const std::vector<NamedArray> &arrays) const
{
    const auto cases = readTestCases(write("{" + json + "}", arrays));
    if (!cases)
        qFatal("%s", cases.error().message.c_str());
    return runCase(cases->front(), {});
}

using Arrays = std::vector<NamedArray>;
Q_DECLARE_METATYPE(Arrays)

void TstRunner::noticesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Arrays>("arrays");
    QTest::addColumn<QByteArray>("failure");
    const auto row = [](const char *name, const std::string &json, const Arrays &given,
                        const char *failure) {
        QTest::newRow(name) << QByteArray::fromStdString(json) << given << QByteArray(failure);
    };
    const std::string conv = kConv;
    row("nothing", conv, arrays(), "");
    row("a wrong output", conv, changed(array("output", {1, 6, 1}, {210, 321, 432, 543, 654, 66})),
        "output at (0, 5, 0) got 65, expected 66");
    row("an output of another shape", conv, changed(array("output", {1, 5, 1}, {1, 2, 3, 4, 5})),
        "expected the shape (1, 5, 1), got (1, 6, 1)");
    row("an output too many", conv,
        {array("input", {1, 6, 1}, {1, 2, 3, 4, 5, 6}), array("weights/0", {3, 1, 1}, {1, 10, 100}),
         array("weights/1", {1}, {0}), array("output/0", {1, 6, 1}, {210, 321, 432, 543, 654, 65}),
         array("output/1", {1, 6, 1}, {210, 321, 432, 543, 654, 65})},
        "expected 2 tensors, got 1");
    row("a weight of another shape", conv, changed(array("weights/1", {2}, {0, 0})), "E17");
    row("weights left out", conv,
        {array("input", {1, 6, 1}, {1, 2, 3, 4, 5, 6}),
         array("output", {1, 6, 1}, {210, 321, 432, 543, 654, 65})},
        "E17");
    row("the right activation", conv,
        changed(array("activations/c", {1, 6, 1}, {210, 321, 432, 543, 654, 65})), "");
    row("a wrong activation", conv, changed(array("activations/c", {1, 6, 1}, {0, 0, 0, 0, 0, 0})),
        "activation of c at");
    row("an activation of no layer", conv, changed(array("activations/d", {1}, {0})),
        "no layer 'd'");
    row("the right loss", conv + R"(, "loss": 101.01)", arrays(), "");
    row("a wrong loss", conv + R"(, "loss": 101.02)", arrays(), "expected the loss 101.02");
    row("the right output shape",
        conv + R"(, "input_shape": [null, null, 1], "output_shape": [null, null, 1])", {}, "");
    row("a wrong output shape",
        conv + R"(, "input_shape": [null, 6, 1], "output_shape": [null, 5, 1])", {},
        "expected the output shape (None, 5, 1), got (None, 6, 1)");
    row("nothing to check", conv, {array("input", {1, 6, 1}, {1, 2, 3, 4, 5, 6})},
        "states nothing to check");
    row("a refusal that does not come",
        conv + R"(, "error": {"rule": "E1", "argument": "filters", "stage": "config"})", {},
        "was accepted, but must be refused with E1 naming filters");
    row("a refusal in time",
        R"("layer": {"class_name": "Conv1D", "config": {"filters": 0, "kernel_size": 1}},
           "error": {"rule": "E1", "argument": "filters", "stage": "call"})",
        {}, "");
    row("a refusal for another reason",
        R"("layer": {"class_name": "Conv1D", "config": {"filters": 0, "kernel_size": 1}},
           "error": {"rule": "E2", "argument": "kernel_size", "stage": "config"})",
        {}, "expected E2 naming kernel_size at the stage config, but it was refused (config, E1)");
    row("a refusal too late",
        R"("layer": {"class_name": "Conv1D", "config": {"filters": 1, "kernel_size": 5}},
           "input_shape": [null, 4, 1],
           "error": {"rule": "E13", "argument": "kernel_size", "stage": "config"})",
        {}, "but it was refused (build, E13)");
    row("an input for other channels",
        R"("layer": {"class_name": "Conv1D", "config": {"filters": 1, "kernel_size": 1}},
           "input_shape": [null, null, 2],
           "error": {"rule": "E11", "argument": "input", "stage": "call"})",
        {array("input", {1, 6, 1}, {1, 2, 3, 4, 5, 6})}, "");
    row(
        "constrained weights", conv,
        [] {
            Arrays all = changed(array("weights/0", {3, 1, 1}, {1, -10, 100}));
            all[3] = array("output", {1, 6, 1}, {190, 281, 372, 463, 554, -55});
            all.push_back(array("constrained/0", {3, 1, 1}, {1, 0, 100}));
            all.push_back(array("constrained/1", {1}, {0}));
            return all;
        }(),
        "");
    row(
        "wrongly constrained weights", conv,
        [] {
            Arrays all = arrays();
            all.push_back(array("constrained/0", {3, 1, 1}, {1, 0, 100}));
            all.push_back(array("constrained/1", {1}, {0}));
            return all;
        }(),
        "constrained weight 0 at (1, 0, 0) got 10, expected 0");
    const NamedArray constrained = array("constrained/0", {3, 1, 1}, {1, 0, 100});
    row("constrained weights without a shape", conv, {constrained},
        "states constrained weights, but has no input and no input_shape");
    row("constrained weights without weights", conv + R"(, "input_shape": [null, 6, 1])",
        {constrained}, "states constrained weights, but has no weights");
    row("an activation without an input", conv + R"(, "input_shape": [null, 6, 1])",
        {array("activations/c", {1, 6, 1}, {210, 321, 432, 543, 654, 65})},
        "states the activation of c, but has no input");
    row("an output without an input", conv + R"(, "input_shape": [null, 6, 1])",
        {array("weights/0", {3, 1, 1}, {1, 10, 100}), array("weights/1", {1}, {0}),
         array("output", {1, 6, 1}, {210, 321, 432, 543, 654, 65})},
        "states an output, but has no input");
    row("a loss without an input", conv + R"(, "input_shape": [null, 6, 1], "loss": 1)", {},
        "states a loss, but has no input");
    row("an output shape without an input shape", conv + R"(, "output_shape": [null, 6, 1])", {},
        "states an output_shape, but has no input and no input_shape");
    row("statistics that hold", conv + R"(, "statistics": {"min": 65, "max": [600, 700],
        "mean": 370.833333, "zeros": 0, "bounds": [0, 1000]})",
        stored(), "");
    row("a mean that does not hold", conv + R"(, "statistics": {"mean": [0, 1]})", stored(),
        "the mean is 370.833, expected 0 to 1");
    row("all statistics that do not hold",
        conv + R"(, "statistics": {"mean": [0, 1], "max": [600, 700], "bounds": [100, 600]})",
        stored(),
        "the mean is 370.833, expected 0 to 1; the smallest value is 65, expected 100 to 600; the "
        "largest value is 654, expected 100 to 600");
    row("a value out of bounds", conv + R"(, "statistics": {"bounds": [100, 1000]})", stored(),
        "the smallest value is 65, expected 100 to 1000");
    row("properties that hold", conv + R"(, "property": ["shape", "linear", "explanation"])",
        stored(), "");
    row("a property that there is not", conv + R"(, "property": "colour")", stored(),
        "there is no property colour; there are all, shape");
    row("an oracle that agrees", conv + R"(, "oracle": "reference")", stored(), "");
    row("an oracle that is no file", conv + R"(, "oracle": "none.npy")", stored(), "none.npy");
    row("drawn weights and a pattern", conv + R"(, "seed": 3, "input_shape": [1, 6, 1],
        "input": "pattern:noise?size=6", "statistics": {"bounds": [-10, 10]})",
        {}, "");
    row("an input that is not there", conv + R"(, "seed": 3, "input": "none.png",
        "property": "shape")",
        {}, "none.png");
    row("an output shape of an empty input shape",
        conv + R"(, "input_shape": [], "output_shape": [null, 6, 1])", {},
        "states an output_shape, but has no input and no input_shape");
    row("an output shape of empty input shapes",
        conv + R"(, "input_shape": [[], []], "output_shape": [])", {}, "input");
}

void TstRunner::judgesTheCasesBesideAnIncompleteOne()
{
    std::vector<NamedArray> all = arrays();
    all.push_back({"s/one/case", {{}, std::string("{") + kConv + "}"}});
    all.push_back(
        {"s/none/case", {{}, std::string("{") + kConv + R"(, "output_shape": [1, 6, 1]})"}});
    const std::vector<std::string> paths{m_folder.filePath("two.npz").toStdString()};
    QVERIFY(writeNpz(paths.front(), all));
    const auto report = runTests(paths, {});
    QVERIFY(report.errors.empty());
    QCOMPARE(report.passed, 1);
    QCOMPARE(report.failed, 1);
}

void TstRunner::noticesWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(Arrays, arrays);
    QFETCH(QByteArray, failure);
    const CaseResult result = runOne(json.toStdString(), arrays);
    const std::string message = result.message.text();
    QVERIFY2((result.status == CaseStatus::Passed) == failure.isEmpty(), message.c_str());
    QVERIFY2(message.find(failure.toStdString()) != std::string::npos, message.c_str());
    if (!failure.isEmpty())
        QVERIFY(result.config.find("\"class_name\":\"Conv1D\"") != std::string::npos);
}

void TstRunner::runsWhatDoesNotDependOnAnUnknownClass()
{
    const std::string model = R"("keras_version": "3.15.1", "model": {"class_name": "Sequential",
        "config": {"name": "m", "layers": [
            {"class_name": "InputLayer", "config": {"name": "i", "batch_shape": [null, 6, 1]}},
            {"class_name": "Conv1D", "config": {"name": "c", "filters": 1, "kernel_size": 3,
                                                "padding": "same"}},
            {"class_name": "Mine>Strange", "config": {"name": "strange", "depth": 3}},
            {"class_name": "ReLU", "config": {"name": "last"}}]}})";
    const auto with = [](std::vector<NamedArray> all, std::vector<NamedArray> more) {
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    const NamedArray right = array("activations/c", {1, 6, 1}, {210, 321, 432, 543, 654, 65});
    // What comes before it is computed and judged.
    const CaseResult passed = runOne(model, with(stored(), {right}));
    QVERIFY2(passed.status == CaseStatus::Passed, passed.message.text().c_str());
    const CaseResult failed = runOne(
        model, with(stored(), {array("activations/c", {1, 6, 1}, {210, 321, 432, 543, 654, 66})}));
    QVERIFY(failed.status == CaseStatus::Failed);
    QVERIFY2(failed.message.text().starts_with("activation of c"), failed.message.text().c_str());
    // What depends on it is refused.
    for (const NamedArray &wanted : {array("activations/last", {1, 6, 1}, {1, 1, 1, 1, 1, 1}),
                                     array("output", {1, 6, 1}, {1, 1, 1, 1, 1, 1})}) {
        const CaseResult refused = runOne(model, with(stored(), {right, wanted}));
        QVERIFY(refused.status == CaseStatus::Failed);
        QVERIFY2(refused.message.text().find("Mine>Strange") != std::string::npos,
                 refused.message.text().c_str());
    }
    // Oracles and properties are asked about the others, and what was left out is told.
    const auto cases = readTestCases(write("{" + model + "}", arrays()));
    QVERIFY(cases);
    for (const bool isOracle : {true, false}) {
        RunnerOptions options = isOracle ? against("reference") : RunnerOptions{};
        if (!isOracle)
            options.properties = propertiesNamed("linear").value();
        CaseDetail detail;
        const CaseResult asked = runCase(cases->front(), options, &detail);
        QVERIFY2(asked.status == CaseStatus::Passed, asked.message.text().c_str());
        QVERIFY(detail.checks.back().status == CaseStatus::Skipped);
        QVERIFY2(detail.checks.back().said.text().starts_with("strange, last: "),
                 detail.checks.back().said.text().c_str());
    }
}

void TstRunner::filtersByName()
{
    const std::vector<std::string> paths{write(std::string("{") + kConv + "}", arrays())};
    RunnerOptions options;
    options.filter = "one";
    QCOMPARE(runTests(paths, options).cases.size(), std::size_t(1));
    options.filter = "two";
    QVERIFY(runTests(paths, options).cases.empty());
}

void TstRunner::takesAnotherTolerance()
{
    const std::vector<std::string> paths{
        write(std::string("{") + kConv + "}",
              changed(array("output", {1, 6, 1}, {210, 321, 432, 543, 654, 66})))};
    QCOMPARE(runTests(paths, {}).failed, 1);
    RunnerOptions options;
    options.tolerance = Tolerance{1.0, 0};
    const auto loose = runTests(paths, options);
    QCOMPARE(loose.passed, 1);
    QCOMPARE(loose.cases.front().maxError.value(), 1.0);
    QCOMPARE(loose.cases.front().allowed.value(), 1.0);
    QCOMPARE(loose.cases.front().worstIndex, (Extents{0, 5, 0}));
    const std::vector<std::string> own{
        write(std::string("{") + kConv + R"(, "atol": 1, "rtol": 0})",
              changed(array("output", {1, 6, 1}, {210, 321, 432, 543, 654, 66})))};
    QCOMPARE(runTests(own, {}).passed, 1);
}

void TstRunner::comparesWithTheReferenceKernels()
{
    // The stored output is wrong, but the two kernels agree.
    const std::vector<std::string> paths{
        write(std::string("{") + kConv + "}",
              changed(array("output", {1, 6, 1}, {210, 321, 432, 543, 654, 66})))};
    const auto report = runTests(paths, against("reference"));
    QCOMPARE(report.passed, 1);
    QVERIFY(report.cases.front().maxError.has_value());
}

void TstRunner::comparesWithOpenCv()
{
    const std::vector<std::string> paths{convscope::dataPath("keras/conv2d.npz"),
                                         convscope::dataPath("keras/family.npz")};
    const auto report = runTests(paths, against("opencv"));
    QVERIFY(report.errors.empty());
    for (const CaseResult &result : report.cases) {
        if (result.status == CaseStatus::Failed)
            qWarning("%s", caseLine(result).c_str());
        if (result.status == CaseStatus::Skipped)
            QVERIFY(!result.message.isEmpty());
    }
    QCOMPARE(report.failed, 0);
    QVERIFY(report.passed >= 97);
    QVERIFY(report.skipped > 0);
}

void TstRunner::stopsWhenAsked()
{
    std::stop_source stop;
    RunnerOptions options;
    options.stop = stop.get_token();
    options.onCase = [&](const CaseResult &, std::size_t, std::size_t) { stop.request_stop(); };
    const std::vector<std::string> paths{convscope::dataPath("keras/conv2d.npz")};
    const auto report = runTests(paths, options);
    QVERIFY(report.cancelled);
    QCOMPARE(report.cases.size(), std::size_t(1));
}

void TstRunner::reportsInEveryForm()
{
    TestReport report;
    CaseResult good;
    good.file = "a<b>.npz";
    good.name = "good";
    good.maxError = 1e-7;
    good.allowed = 1e-5;
    good.worstIndex = {0, 1};
    good.milliseconds = 1.5;
    CaseResult bad = good;
    bad.name = "bad";
    bad.status = CaseStatus::Failed;
    bad.worstIndex.clear();
    bad.milliseconds = 2;
    bad.maxError = HUGE_VAL;
    bad.allowed = 1e-5;
    bad.message = verbatim("x < y & \"z\"\x01");
    bad.config = "{}";
    bad.findings = {{"flipped_kernel", words("turned")}};
    CaseResult left;
    left.file = "c.npz";
    left.name = "left";
    left.status = CaseStatus::Skipped;
    left.message = words("not for OpenCV");
    report.cases = {good, bad, left};
    report.errors = {{"d.npz", Error("file", {}, {}, {}, words("d.npz: is cut short"))}};
    report.passed = report.failed = report.skipped = 1;
    QCOMPARE(summaryLine(report), "1 passed, 1 failed");
    QCOMPARE(caseLine(report.cases[0]), "");
    QCOMPARE(caseLine(report.cases[2]), "skipped  left: not for OpenCV");

    const Json json = reportJson(report);
    QCOMPARE(json["failed"].get<int>(), 1);
    QCOMPARE(json["cases"].size(), std::size_t(3));
    QCOMPARE(json["cases"][0].dump(),
             R"({"file":"a<b>.npz","name":"good","status":"passed","max_error":1e-07,)"
             R"("allowed":1e-05,"worst_index":[0,1],"message":"","findings":[],"ms":1.5})");
    QCOMPARE(json["cases"][1]["findings"].dump(),
             R"([{"kind":"flipped_kernel","message":"turned"}])");
    QCOMPARE(json["errors"].dump(), R"([{"file":"d.npz","message":"d.npz: is cut short"}])");
    QVERIFY(caseLine(report.cases[1]).ends_with("\n        flipped_kernel: turned"));
    QVERIFY(json["cases"][1]["max_error"].is_null());
    QVERIFY(json["cases"][2]["worst_index"].is_null());

    QXmlStreamReader xml(QByteArray::fromStdString(junitXml(report)));
    QStringList elements;
    QString message;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement) {
            elements.append(xml.name().toString());
            if (xml.name() == QLatin1String("failure"))
                message = xml.attributes().value("message").toString();
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(elements.join(' '), "testsuites testsuite testcase testcase failure testsuite "
                                 "testcase skipped testsuite testcase error");
    QCOMPARE(message, "x < y & \"z\" ");

    const std::string html = HtmlReport({}).page(report);
    QVERIFY(html.find("x &lt; y &amp; &quot;z&quot;") != std::string::npos);
    QVERIFY(html.find("<h2>Failed</h2>") < html.find("a&lt;b&gt;.npz"));
    QVERIFY(html.find("d.npz: is cut short") != std::string::npos);
    QVERIFY(html.find("http") == std::string::npos);
}

QTEST_APPLESS_MAIN(TstRunner)
#include "tst_runner.moc"
