// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/model_json.h"
#include "layers/unknown_layer.h"
#include "run/fed_output.h"
#include "tensor/npz.h"

#include <QTemporaryDir>
#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstFedOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesArraysAndArchives();
    void saysWhichArrayIsMeant();

private:
    [[nodiscard]] std::string path(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

    QTemporaryDir m_folder;
};

namespace {

/// Of a class that is not known here, whose file states an output of 4×4×2.
Layer gate()
{
    const auto model = modelFromJson(R"({"class_name": "Sequential", "config": {"name": "s",
        "layers": [{"class_name": "InputLayer", "config": {"batch_shape": [null, 4, 4, 2],
        "name": "in"}}, {"class_name": "Gate", "config": {"name": "gate"}, "build_config":
        {"input_shape": [null, 4, 4, 2]}}]}})");
    if (!model)
        qFatal("%s", model.error().message.c_str());
    UnknownLayer unknown = unknownLayer(model->layer(0));
    unknown.output = Shape({std::nullopt, 4, 4, 2});
    return withUnknown(model->layer(0), unknown);
}

NamedArray array(const char *name, const Extents &extents, float value)
{
    const std::vector<float> values(static_cast<std::size_t>(*elementCount(extents)), value);
    return {name, {Tensor::of(extents, values), {}}};
}

} // namespace

void TstFedOutput::takesArraysAndArchives()
{
    const Layer layer = gate();
    const NamedArray one = array("any", {1, 4, 4, 2}, 0.5F);
    QVERIFY(writeNpy(path("one.npy"), one.array.tensor));
    auto fed = fedFromFile(layer, path("one.npy"));
    QVERIFY(fed);
    QCOMPARE(unknownLayer(*fed).fed.values().front(), 0.5F);
    QCOMPARE(unknownLayer(*fed).fedFrom, path("one.npy"));
    QVERIFY(writeNpz(path("one.npz"), std::vector{one}));
    QVERIFY(fedFromFile(layer, path("one.npz")));
    // Of several the one of the layer's name, else the only one that fits.
    const NamedArray other = array("other", {1, 2, 2, 2}, 1);
    QVERIFY(writeNpz(path("fits.npz"), std::vector{other, one}));
    fed = fedFromFile(layer, path("fits.npz"));
    QVERIFY(fed);
    QCOMPARE(unknownLayer(*fed).fed.values().front(), 0.5F);
    QVERIFY(writeNpz(path("named.npz"), std::vector{one, array("gate", {1, 4, 4, 2}, 0.25F)}));
    fed = fedFromFile(layer, path("named.npz"));
    QVERIFY(fed);
    QCOMPARE(unknownLayer(*fed).fed.values().front(), 0.25F);
}

void TstFedOutput::saysWhichArrayIsMeant()
{
    const Layer layer = gate();
    QVERIFY(writeNpz(path("two.npz"),
                     std::vector{array("a", {1, 4, 4, 2}, 0), array("b", {1, 4, 4, 2}, 1)}));
    const auto several = fedFromFile(layer, path("two.npz"));
    QVERIFY(!several);
    QVERIFY2(several.error().message.find("(a, b), none of them called gate") != std::string::npos,
             several.error().message.c_str());
    QVERIFY(writeNpy(path("wrong.npy"), array("", {1, 3, 4, 2}, 0).array.tensor));
    QCOMPARE(fedFromFile(layer, path("wrong.npy")).error().rule, "E11");
    QVERIFY(!fedFromFile(layer, path("none.npz")));
}

QTEST_APPLESS_MAIN(TstFedOutput)
#include "tst_fed_output.moc"
