// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Cases that are broken on purpose, through the runner: each fails at the right cell and names the
// right cause; oracles and files agree where they should, and say why they do not where not.
#include "broken_layers.h"
#include "layers/activations.h"
#include "model/model.h"
#include "support/test_paths.h"
#include "tensor/npz.h"
#include "testing/case_writer.h"
#include "testing/file_oracle.h"
#include "testing/html_report.h"
#include "testing/layer_probe.h"
#include "testing/property_checks.h"
#include "testing/runner.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

TestCase caseOf(const LayerProbe &probe, const Tensor &expected)
{
    Model model;
    model.layers.push_back(std::make_shared<const Layer>(probe.layer));
    const std::vector<std::vector<Tensor>> weights{probe.weights};
    const std::vector<Tensor> outputs{expected};
    return recordedCase({"broken", model, probe.inputs, weights, outputs}).value();
}

QString kinds(const CaseResult &result)
{
    QStringList names;
    for (const Finding &finding : result.findings)
        names << QString::fromStdString(finding.kind);
    return names.join(u' ');
}

} // namespace

class TstBrokenCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesCellAndCause_data();
    void namesCellAndCause();
    void namesBothCausesOfAnOldFile();
    void readsForeignArrays_data();
    void readsForeignArrays();
    void saysWhatAFileHolds();
    void openCvAgreesOrSaysWhyNot();
    void aPropertyShowsTheSmallestInput();
    void goesOnAfterAnUnreadableFile();
    void drawsFailuresIntoThePage();

private:
    QTemporaryDir m_folder;
};

void TstBrokenCases::namesCellAndCause_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind :
         {"flipped_kernel", "shifted_padding", "swapped_axes", "channel_order", "missing_bias",
          "other_activation", "hard_sigmoid_2x", "legacy_bilinear", "weight_layout"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TstBrokenCases::namesCellAndCause()
{
    QFETCH(QString, kind);
    const BrokenLayer broken = brokenBy(kind);
    CaseDetail detail;
    const CaseResult result = runCase(caseOf(broken.probe, broken.expected), {}, &detail);
    QVERIFY(result.status == CaseStatus::Failed);
    QVERIFY2(kinds(result).contains(kind), qPrintable(kinds(result)));
    const auto got = broken.probe.compute();
    if (!got)
        return; // weights that do not fit: nothing was computed
    std::size_t worst = 0;
    double largest = -1;
    for (std::size_t i = 0; i < static_cast<std::size_t>(got->size()); ++i) {
        const double error = std::abs(static_cast<double>(got->data()[i]) -
                                      static_cast<double>(broken.expected.data()[i]));
        if (error > largest) {
            largest = error;
            worst = i;
        }
    }
    QCOMPARE(result.maxError.value(), largest);
    QCOMPARE(flatIndex(got->extents(), result.worstIndex), worst);
    QVERIFY(detail.shown() != nullptr);
    QVERIFY(!detail.shown()->comparison.matches);
}

void TstBrokenCases::namesBothCausesOfAnOldFile()
{
    const Layer conv = layerOf("Conv2D", {{"filters", std::int64_t{5}},
                                          {"kernel_size", IntList{3, 2}},
                                          {"activation", activations().make("hard_sigmoid")}});
    const LayerProbe right = probeOf(conv, unlikeValues({1, 6, 7, 3}, 0.11));
    const Tensor expected =
        right.withArgument("activation", activations().make("hard_sigmoid_keras2"))
            ->compute()
            .value();
    LayerProbe stored = right;
    stored.weights[0] = permuted(right.weights[0], std::vector<std::size_t>{3, 2, 0, 1}).value();
    const CaseResult result = runCase(caseOf(stored, expected), {});
    QVERIFY(result.status == CaseStatus::Failed);
    QVERIFY(result.message.text().find("E17") != std::string::npos);
    QCOMPARE(kinds(result), u"weight_layout hard_sigmoid_2x"_s);
}

void TstBrokenCases::readsForeignArrays_data()
{
    QTest::addColumn<QString>("finding");
    QTest::addColumn<bool>("passes");
    QTest::newRow("as it lies") << QString() << true;
    QTest::newRow("channels first") << u"data_format"_s << true;
    QTest::newRow("without the batch") << u"data_format"_s << true;
    QTest::newRow("columns before rows") << u"swapped_axes"_s << false;
    QTest::newRow("channels reversed") << u"channel_order"_s << false;
}

void TstBrokenCases::readsForeignArrays()
{
    QFETCH(QString, finding);
    QFETCH(bool, passes);
    const QString row = QString::fromLatin1(QTest::currentDataTag());
    const LayerProbe probe =
        probeOf(layerOf("Conv2D", {{"filters", std::int64_t{4}}, {"kernel_size", IntList{3, 3}}}),
                unlikeValues({1, 7, 7, 3}, 0.11));
    const Tensor right = probe.compute().value();
    Tensor stored = right;
    if (row == u"channels first")
        stored = permuted(right, std::vector<std::size_t>{0, 3, 1, 2}).value();
    else if (row == u"without the batch")
        stored = right.reshaped({5, 5, 4});
    else if (row == u"columns before rows")
        stored = permuted(right, std::vector<std::size_t>{0, 2, 1, 3}).value();
    else if (row == u"channels reversed")
        stored = reversed(right, std::vector<std::size_t>{3}).value();
    const std::string path = m_folder.filePath(u"torch.npy"_s).toStdString();
    QVERIFY(writeNpy(path, stored));
    const auto oracle = fileOracle(path);
    QVERIFY(oracle);
    RunnerOptions options;
    options.oracle = &*oracle;
    const CaseResult result = runCase(caseOf(probe, right), options);
    QCOMPARE(result.status == CaseStatus::Passed, passes);
    QCOMPARE(kinds(result), finding);
    // What passes only when it is read in another way says so.
    QCOMPARE(result.message.isEmpty(), passes && finding.isEmpty());
}

void TstBrokenCases::saysWhatAFileHolds()
{
    const LayerProbe probe = probeOf(layerOf("Conv2D", {{"filters", std::int64_t{4}}}),
                                     unlikeValues({1, 8, 8, 3}, 0.11));
    const std::string path = m_folder.filePath(u"named.npz"_s).toStdString();
    const Tensor right = probe.compute().value();
    const std::vector<NamedArray> other{{"one", {right, {}}}, {"two", {right, {}}}};
    QVERIFY(writeNpz(path, other));
    const auto oracle = fileOracle(path);
    RunnerOptions options;
    options.oracle = &*oracle;
    const CaseResult skipped = runCase(caseOf(probe, right), options);
    QVERIFY(skipped.status == CaseStatus::Skipped);
    QVERIFY(skipped.message.text().find("it holds one, two") != std::string::npos);

    const std::vector<NamedArray> named{{"one", {unlikeValues({1}, 1), {}}},
                                        {"tried", {right, {}}}};
    QVERIFY(writeNpz(path, named));
    const auto byLayer = fileOracle(path);
    options.oracle = &*byLayer;
    QVERIFY(runCase(caseOf(probe, right), options).status == CaseStatus::Passed);
    QVERIFY(!fileOracle(m_folder.filePath(u"none.npz"_s).toStdString()));
}

void TstBrokenCases::openCvAgreesOrSaysWhyNot()
{
    RunnerOptions options;
    options.oracle = findOracle("opencv");
    const std::vector<std::string> paths{dataPath("keras")};
    const TestReport report = runTests(paths, options);
    QVERIFY(report.errors.empty());
    for (const CaseResult &result : report.cases) {
        QVERIFY2(result.status != CaseStatus::Failed,
                 (result.name + ": " + result.message.text()).c_str());
        if (result.status == CaseStatus::Skipped)
            QVERIFY2(!result.message.isEmpty(), result.name.c_str());
    }
    QVERIFY2(report.passed > 600, std::to_string(report.passed).c_str());
    QVERIFY(report.skipped > 0);
}

void TstBrokenCases::aPropertyShowsTheSmallestInput()
{
    // A tolerance of nothing: rounding alone breaks linearity.
    const LayerProbe probe = probeOf(layerOf("Conv2D", {{"filters", std::int64_t{4}}}),
                                     unlikeValues({1, 8, 8, 3}, 0.11));
    RunnerOptions options;
    options.properties = propertiesNamed("linear").value();
    options.tolerance = Tolerance{0, 0};
    CaseDetail detail;
    const CaseResult result = runCase(caseOf(probe, probe.compute().value()), options, &detail);
    QVERIFY(result.status == CaseStatus::Failed);
    QVERIFY2(result.message.text().find("the smallest input found that breaks it: (1, ") !=
                 std::string::npos,
             result.message.text().c_str());
    QCOMPARE(detail.smallestInputs.size(), std::size_t{1});
    QVERIFY(detail.smallestInputs[0].size() < probe.inputs.front().size());
}

void TstBrokenCases::goesOnAfterAnUnreadableFile()
{
    const std::string broken = m_folder.filePath(u"cut.npz"_s).toStdString();
    const Bytes few{'P', 'K', 3, 4};
    QVERIFY(replaceFile(broken, few));
    const std::vector<std::string> paths{broken, "nowhere.npz", dataPath("keras/cropping1d.npz")};
    std::size_t all = 0;
    RunnerOptions options;
    options.onCase = [&](const CaseResult &, std::size_t, std::size_t of) { all = of; };
    const TestReport report = runTests(paths, options);
    QCOMPARE(report.errors.size(), std::size_t{2});
    QCOMPARE(report.passed, 8);
    QCOMPARE(all, std::size_t{8});
}

void TstBrokenCases::drawsFailuresIntoThePage()
{
    const BrokenLayer broken = brokenBy(u"shifted_padding"_s);
    CaseDetail detail;
    CaseResult result = runCase(caseOf(broken.probe, broken.expected), {}, &detail);
    result.file = "my suite.npz";
    HtmlReport html(" --oracle torch.npz");
    html.addFailure(result, detail);
    TestReport report;
    report.add(result);
    const QString page = QString::fromStdString(html.page(report));
    QCOMPARE(page.count(u"data:image/png;base64,"_s), 3);
    QVERIFY(page.contains(u"shifted_padding"_s));
    QVERIFY(page.contains(u"\"padding\":\"same\""_s) || page.contains(u"&quot;padding&quot;"_s));
    QVERIFY(page.contains(u"convscope test 'my suite.npz' --filter broken --oracle torch.npz"_s));
    QVERIFY(!page.contains(u"http"_s));
    const qsizetype from = page.indexOf(u"base64,"_s) + 7;
    const QByteArray png =
        QByteArray::fromBase64(page.mid(from, page.indexOf(u'"', from) - from).toLatin1());
    QVERIFY(png.startsWith("\x89PNG"));
}

QTEST_APPLESS_MAIN(TstBrokenCases)
#include "tst_broken_cases.moc"
