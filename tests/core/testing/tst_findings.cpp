// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Each cause is built in on purpose and must be the one that is named; a layer that is right names
// none.
#include "broken_layers.h"
#include "layers/activations.h"
#include "testing/findings.h"

#include <QTest>

#include <cmath>

using namespace convscope;
using namespace Qt::StringLiterals;

namespace {

const Tolerance kTolerance{1e-5, 1e-5, false};

/// An argument's activation by name.
Value activation(const char *name)
{
    return activations().make(name);
}

QString names(const std::vector<Finding> &found)
{
    QStringList kinds;
    for (const Finding &finding : found)
        kinds << QString::fromStdString(finding.kind);
    return kinds.join(u' ');
}

} // namespace

class TstFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCause_data();
    void namesTheCause();
    void namesPyTorchsOrder();
    void namesOtherSplitsOfThePadding_data();
    void namesOtherSplitsOfThePadding();
    void namesKernelsMirroredAlongOneAxis();
    void namesTheOrderOfTheOutputsChannels();
    void namesALostBias_data();
    void namesALostBias();
    void namesTheApproximateGelu();
    void namesOneActivation();
    void findsNothingWhereNothingIsWrong();
    void findsNothingWhereEverythingIs();
};

void TstFindings::namesTheCause_data()
{
    QTest::addColumn<QString>("kind");
    const char *const kinds[]{
        "flipped_kernel",   "shifted_padding", "swapped_axes",    "channel_order", "missing_bias",
        "other_activation", "hard_sigmoid_2x", "legacy_bilinear", "data_format",   "weight_layout"};
    for (const char *kind : kinds)
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TstFindings::namesTheCause()
{
    QFETCH(QString, kind);
    const BrokenLayer broken = brokenBy(kind);
    const auto found = findCauses(broken.probe, broken.expected, kTolerance);
    QVERIFY2(names(found).contains(kind), qPrintable(names(found)));
    for (const Finding &finding : found)
        QVERIFY(!finding.message.text().empty());
}

void TstFindings::namesPyTorchsOrder()
{
    // More filters than channels: the shape itself says that something is wrong.
    const Tensor photo = unlikeValues({1, 6, 7, 3}, 0.11);
    const Layer conv =
        layerOf("Conv2D", {{"filters", std::int64_t{5}}, {"kernel_size", IntList{3, 2}}});
    const LayerProbe made = probeOf(conv, photo);
    LayerProbe probe = made;
    probe.weights[0] = permuted(made.weights[0], std::vector<std::size_t>{3, 2, 0, 1}).value();
    QVERIFY(!probe.compute());
    const auto found = findCauses(probe, made.compute().value(), kTolerance);
    QCOMPARE(names(found), QStringLiteral("weight_layout"));
    QCOMPARE(found.front().message.text(),
             std::string("these weights are (out, in, rows, columns): PyTorch's order"));
}

void TstFindings::namesOtherSplitsOfThePadding_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("zeros");
    QTest::newRow("none before") << 0 << 0 << u"rows 0+2, columns 0+2, before + after"_s;
    QTest::newRow("rows alone") << 2 << 1 << u"rows 2+0, columns 1+1, before + after"_s;
}

void TstFindings::namesOtherSplitsOfThePadding()
{
    QFETCH(int, row);
    QFETCH(int, column);
    QFETCH(QString, zeros);
    const Tensor photo = unlikeValues({1, 8, 8, 3}, 0.11);
    const LayerProbe probe = probeOf(sameConv(), photo);
    LayerProbe made = *probe.withArgument("padding", std::string("valid"));
    const Layer pad =
        layerOf("ZeroPadding2D", {{"padding", PairList{{row, 2 - row}, {column, 2 - column}}}});
    made.inputs[0] = LayerProbe{pad, {photo}, {}, {}, {}}.compute().value();
    const auto found = findCauses(probe, made.compute().value(), kTolerance);
    QCOMPARE(names(found), u"shifted_padding"_s);
    const QString said = QString::fromStdString(found[0].message.text());
    QVERIFY2(said.contains(zeros) && said.contains(u"instead of rows 1+1, columns 1+1"_s),
             qPrintable(said));
}

void TstFindings::namesKernelsMirroredAlongOneAxis()
{
    const LayerProbe probe = probeOf(sameConv(), unlikeValues({1, 8, 8, 3}, 0.11));
    const LayerProbe made =
        probe.withWeight(0, reversed(probe.weights[0], std::vector<std::size_t>{1}).value());
    const auto found = findCauses(probe, made.compute().value(), kTolerance);
    QCOMPARE(names(found), u"flipped_kernel"_s);
    QCOMPARE(found[0].message.text(), std::string("it matches with kernel mirrored along its "
                                                  "columns alone"));
}

void TstFindings::namesTheOrderOfTheOutputsChannels()
{
    const LayerProbe probe = probeOf(sameConv(), unlikeValues({1, 8, 8, 3}, 0.11));
    const Tensor output = probe.compute().value();
    const auto found =
        findCauses(probe, reversed(output, std::vector<std::size_t>{3}).value(), kTolerance);
    QCOMPARE(names(found), u"channel_order"_s);
    QVERIFY(found[0].message.text().find("its channels in reverse order") != std::string::npos);
}

void TstFindings::namesALostBias_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("activation");
    QTest::addColumn<QString>("said");
    for (const QString &activation : {u"linear"_s, u"relu"_s}) {
        for (const auto &[how, said] : {std::pair(u"zero"_s, u"the stored one is 0"_s),
                                        std::pair(u"missing"_s, u"array is missing"_s),
                                        std::pair(u"unused"_s, u"use_bias=False"_s)})
            QTest::newRow(qPrintable(how + u' ' + activation)) << how << activation << said;
    }
}

void TstFindings::namesALostBias()
{
    QFETCH(QString, how);
    QFETCH(QString, activation);
    QFETCH(QString, said);
    const Layer conv = sameConv().with("activation", ::activation(qPrintable(activation))).value();
    const LayerProbe made = probeOf(conv, unlikeValues({1, 8, 8, 3}, 0.11));
    LayerProbe probe = made;
    if (how == u"zero")
        probe.weights[1] = makeTensor({4}, "zeros", [](const Extents &) { return 0.0F; }).value();
    else
        probe.weights.resize(1);
    if (how == u"unused")
        probe = *probe.withArgument("use_bias", false);
    const auto found = findCauses(probe, made.compute().value(), kTolerance);
    QCOMPARE(names(found), u"missing_bias"_s);
    QVERIFY2(QString::fromStdString(found[0].message.text()).contains(said),
             found[0].message.text().c_str());
}

void TstFindings::namesTheApproximateGelu()
{
    const Layer conv = sameConv().with("activation", activation("gelu")).value();
    const LayerProbe probe = probeOf(conv, unlikeValues({1, 8, 8, 3}, 0.11));
    const Tensor sums = probe.withArgument("activation", activation("linear"))->compute().value();
    std::size_t at = 0;
    const Tensor expected =
        makeTensor(sums.extents(), "gelu", [&](const Extents &) {
            const auto x = static_cast<double>(sums.values()[at++]);
            return static_cast<float>(
                0.5 * x * (1 + std::tanh(0.7978845608028654 * (x + 0.044715 * x * x * x))));
        }).value();
    const auto found = findCauses(probe, expected, kTolerance);
    QCOMPARE(names(found), u"other_activation"_s);
    QVERIFY(found[0].message.text().find("approximate gelu") != std::string::npos);
}

void TstFindings::namesOneActivation()
{
    // relu, relu6 and ReLU agree where nothing is above 6.
    const LayerProbe probe = probeOf(sameConv(), unlikeValues({1, 8, 8, 3}, 0.11));
    LayerProbe small = probe;
    for (Tensor &weight : small.weights) {
        std::size_t at = 0;
        weight = makeTensor(weight.extents(), "small", [&](const Extents &) {
                     return weight.values()[at++] / 16;
                 }).value();
    }
    const Tensor expected = small.withArgument("activation", activation("relu"))->compute().value();
    const auto found = findCauses(small, expected, kTolerance);
    QCOMPARE(names(found), u"other_activation"_s);
    QCOMPARE(found[0].message.text(), std::string("it matches with activation = relu"));
}

void TstFindings::findsNothingWhereNothingIsWrong()
{
    const LayerProbe probe = probeOf(layerOf("Conv2D", {{"filters", std::int64_t{4}}}),
                                     unlikeValues({1, 8, 8, 3}, 0.11));
    QCOMPARE(names(findCauses(probe, probe.compute().value(), kTolerance)), QString());
}

void TstFindings::findsNothingWhereEverythingIs()
{
    const LayerProbe probe = probeOf(layerOf("Conv2D", {{"filters", std::int64_t{4}}}),
                                     unlikeValues({1, 8, 8, 3}, 0.11));
    const Tensor wrong = unlikeValues(probe.compute()->extents(), 0.9);
    QCOMPARE(names(findCauses(probe, wrong, kTolerance)), QString());
}

QTEST_APPLESS_MAIN(TstFindings)
#include "tst_findings.moc"
