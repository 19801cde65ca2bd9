// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Each cause is built in on purpose and must be the one that is named; a layer that is right names
// none.
#include "layers/activations.h"
#include "layers/registry.h"
#include "tensor/data_format_order.h"
#include "testing/findings.h"

#include <QTest>

#include <cmath>

using namespace convscope;

namespace {

const Tolerance kTolerance{1e-5, 1e-5, false};

/// Values without symmetry, so that no wrong order gives the right ones.
Tensor values(Extents extents, double step)
{
    double x = 0;
    return makeTensor(extents, "test values",
                      [&](const Extents &) {
                          x += step;
                          return static_cast<float>(std::sin(x * x));
                      })
        .value();
}

Layer layerOf(const char *className, const std::vector<std::pair<const char *, Value>> &arguments)
{
    Layer layer(*findLayerType(className), "tried");
    for (const auto &[name, value] : arguments)
        layer = layer.with(name, value).value();
    return layer;
}

/// A layer with weights of its own for this input.
LayerProbe probeOf(const Layer &layer, const Tensor &input)
{
    LayerProbe probe{layer, {input}, {}, {}, {}};
    double step = 0.37;
    for (const WeightSpec &spec : weightSpecs(layer, std::vector<Shape>{Shape(input.extents())}))
        probe.weights.push_back(values(spec.shape, step += 0.21));
    return probe;
}

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
    const Tensor photo = values({1, 8, 8, 3}, 0.11);
    const Layer conv = layerOf("Conv2D", {{"filters", std::int64_t{4}},
                                          {"kernel_size", IntList{3, 3}},
                                          {"padding", std::string("same")}});
    LayerProbe probe = probeOf(conv, photo);
    // `made` is what somebody else computed; `probe` is what we think it was.
    LayerProbe made = probe;
    if (kind == u"flipped_kernel") {
        made.weights[0] = reversed(probe.weights[0], std::vector<std::size_t>{0, 1}).value();
    } else if (kind == u"shifted_padding") {
        const Layer strided = layerOf("Conv2D", {{"filters", std::int64_t{4}},
                                                 {"kernel_size", IntList{3, 3}},
                                                 {"strides", IntList{2, 2}},
                                                 {"padding", std::string("same")}});
        probe = probeOf(strided, photo);
        // One zero before and none after, where Keras has none before and one after.
        const Layer pad = layerOf("ZeroPadding2D", {{"padding", PairList{{1, 0}, {1, 0}}}});
        made = probe;
        made.layer = strided.with("padding", std::string("valid")).value();
        made.inputs[0] = LayerProbe{pad, {photo}, {}, {}, {}}.compute().value();
    } else if (kind == u"swapped_axes") {
        made.weights[0] = permuted(probe.weights[0], std::vector<std::size_t>{1, 0, 2, 3}).value();
    } else if (kind == u"channel_order") {
        made.inputs[0] = reversed(photo, std::vector<std::size_t>{3}).value();
    } else if (kind == u"missing_bias") {
        made = *probe.withArgument("use_bias", false);
        made.weights.resize(1);
    } else if (kind == u"other_activation") {
        made = *probe.withArgument("activation", activation("elu"));
    } else if (kind == u"hard_sigmoid_2x") {
        probe = *probe.withArgument("activation", activation("hard_sigmoid"));
        made = *probe.withArgument("activation", activation("hard_sigmoid_keras2"));
    } else if (kind == u"legacy_bilinear") {
        probe =
            probeOf(layerOf("UpSampling2D", {{"interpolation", std::string("bilinear")}}), photo);
        made = *probe.withArgument("interpolation", std::string("bilinear_legacy"));
    } else if (kind == u"data_format") {
        made.inputs[0] = toDataFormat(values({1, 3, 8, 8}, 0.11), DataFormat::ChannelsFirst,
                                      DataFormat::ChannelsLast);
        probe.inputs[0] = values({1, 3, 8, 8}, 0.11).reshaped({1, 8, 8, 3});
        made = probe;
        const Tensor here = probe.compute().value();
        const Tensor turned =
            toDataFormat(here, DataFormat::ChannelsLast, DataFormat::ChannelsFirst);
        const auto found = findCauses(probe, turned, kTolerance);
        QVERIFY2(names(found).contains(kind), qPrintable(names(found)));
        return;
    } else {
        probe.weights[0] = permuted(probe.weights[0], std::vector<std::size_t>{3, 2, 0, 1}).value();
    }
    const Tensor expected = made.compute().value();
    const auto found = findCauses(probe, expected, kTolerance);
    QVERIFY2(names(found).contains(kind), qPrintable(names(found)));
    for (const Finding &finding : found)
        QVERIFY(!finding.message.text().empty());
}

void TstFindings::namesPyTorchsOrder()
{
    // More filters than channels: the shape itself says that something is wrong.
    const Tensor photo = values({1, 6, 7, 3}, 0.11);
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

void TstFindings::findsNothingWhereNothingIsWrong()
{
    const LayerProbe probe =
        probeOf(layerOf("Conv2D", {{"filters", std::int64_t{4}}}), values({1, 8, 8, 3}, 0.11));
    QCOMPARE(names(findCauses(probe, probe.compute().value(), kTolerance)), QString());
}

void TstFindings::findsNothingWhereEverythingIs()
{
    const LayerProbe probe =
        probeOf(layerOf("Conv2D", {{"filters", std::int64_t{4}}}), values({1, 8, 8, 3}, 0.11));
    const Tensor wrong = values(probe.compute()->extents(), 0.9);
    QCOMPARE(names(findCauses(probe, wrong, kTolerance)), QString());
}

QTEST_APPLESS_MAIN(TstFindings)
#include "tst_findings.moc"
