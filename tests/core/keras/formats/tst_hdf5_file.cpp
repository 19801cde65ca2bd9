// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/hdf5_file.h"
#include "keras/formats/hdf5_writer.h"
#include "support/test_paths.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace convscope;

/// tests/data/keras/hdf5/kinds.h5 was written by h5py: one array of each kind.
class TstHdf5File : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfNumber_data();
    void readsEveryKindOfNumber();
    void readsHalfPrecisionExactly();
    void refusesWhatDoesNotLieInTheFile_data();
    void refusesWhatDoesNotLieInTheFile();
    void readsTexts();
    void listsGroups();
    void walksNoCircle();
    void readsFromMemory();
    void readsWhatItWrites();
};

namespace {

Hdf5File kinds()
{
    auto file = Hdf5File::open(dataPath("keras/hdf5/kinds.h5"));
    if (!file)
        qFatal("%s", file.error().message.c_str());
    return std::move(*file);
}

} // namespace

void TstHdf5File::readsEveryKindOfNumber_data()
{
    QTest::addColumn<double>("tolerance");
    QTest::newRow("float32") << 0.0;
    QTest::newRow("float64") << 1e-9;
    QTest::newRow("big_endian") << 0.0;
    QTest::newRow("float16") << 1e-3;
    QTest::newRow("float16_big") << 1e-3;
    QTest::newRow("bfloat16") << 4e-3;
}

void TstHdf5File::readsEveryKindOfNumber()
{
    QFETCH(double, tolerance);
    const auto tensor = kinds().array(QTest::currentDataTag());
    QVERIFY2(tensor, tensor ? "" : tensor.error().message.c_str());
    QCOMPARE(tensor->extents(), (Extents{2, 3}));
    const std::array<float, 6> expected{0.5F, -1.25F, 3.0F, 1e-3F, 65504.0F, -0.0F};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto got = double(tensor->values()[i]);
        QVERIFY(std::abs(got - double(expected[i])) <= tolerance * std::abs(double(expected[i])));
    }
    QVERIFY(std::signbit(tensor->values()[5]));
}

void TstHdf5File::readsHalfPrecisionExactly()
{
    const Hdf5File file = kinds();
    const auto half = file.array("half_subnormal");
    QVERIFY(half);
    QCOMPARE(half->values()[0], 0x1p-24F);
    QVERIFY(half->values()[1] < -5.9e-5F && half->values()[1] > -6.1e-5F);
    QVERIFY(std::isinf(half->values()[2]) && half->values()[2] > 0);
    QVERIFY(std::isinf(half->values()[3]) && half->values()[3] < 0);
    QVERIFY(std::isnan(half->values()[4]));
    QCOMPARE(file.array("int32")->values()[1], -2.0F);
    QCOMPARE(file.array("bool")->values()[2], 1.0F);
    QCOMPARE(file.array("scalar")->values()[0], 7.5F);
    QCOMPARE(file.array("scalar")->rank(), 0);
    QCOMPARE(file.array("empty")->extents(), (Extents{0, 3}));
    const auto deflated = file.array("deflated");
    QVERIFY(deflated);
    for (std::int64_t i = 0; i < deflated->size(); ++i)
        QCOMPARE(deflated->data()[i], float(i));
}

void TstHdf5File::refusesWhatDoesNotLieInTheFile_data()
{
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *path, const char *words) {
        QTest::newRow(path) << QByteArray(words);
    };
    row("text", "text, not numbers");
    row("group/soft", "a link by name");
    row("group/outside", "a link to another file");
    row("virtual", "put together from other arrays");
    row("external", "has its values in another file");
    row("filtered", "packed with the filter");
    row("never_written", "never written");
    row("missing", "holds no array");
    row("float32/below", "holds no array");
    row("group", "holds no array");
}

void TstHdf5File::refusesWhatDoesNotLieInTheFile()
{
    QFETCH(QByteArray, words);
    const auto tensor = kinds().array(QTest::currentDataTag());
    QVERIFY(!tensor);
    QCOMPARE(tensor.error().rule, "file");
    QVERIFY2(tensor.error().message.find(words.toStdString()) != std::string::npos,
             tensor.error().message.c_str());
}

void TstHdf5File::readsTexts()
{
    const Hdf5File file = kinds();
    using Texts = std::vector<std::string>;
    QCOMPARE(*file.text("", "one"), "text");
    QVERIFY(*file.texts("", "list") == (Texts{"a", "bc", "d"}));
    QVERIFY(*file.texts("", "fixed") == (Texts{"ab", "c"}));
    QVERIFY(*file.texts("", "none") == Texts{});
    QVERIFY(*file.texts("", "long") == (Texts{"x0", "y", "x1", "y", "x2", "y"}));
    QVERIFY(!file.text("", "number"));
    QVERIFY(!file.text("", "absent"));
    QVERIFY(!file.text("", "list"));
}

void TstHdf5File::listsGroups()
{
    const Hdf5File file = kinds();
    const auto children = file.children("numbers");
    QVERIFY(children);
    std::string names;
    for (const auto &child : *children)
        names += child.name + ' ';
    QCOMPARE(names, "0 1 2 10 ");
    QVERIFY(file.kind("numbers") == Hdf5File::Kind::Group);
    QVERIFY(file.kind("numbers/10") == Hdf5File::Kind::Array);
    QVERIFY(file.kind("numbers/11") == Hdf5File::Kind::Missing);
    QVERIFY(file.kind("group/soft") == Hdf5File::Kind::Other);
}

void TstHdf5File::walksNoCircle()
{
    const auto paths = kinds().arraysBelow("loop");
    QVERIFY(!paths);
    QVERIFY(paths.error().message.find("linked into themselves") != std::string::npos);
}

void TstHdf5File::readsFromMemory()
{
    auto bytes = readFileBytes(dataPath("keras/hdf5/kinds.h5"));
    QVERIFY(bytes);
    const auto image = std::make_shared<const Bytes>(std::move(*bytes));
    const auto file = Hdf5File::openImage(image, "memory");
    QVERIFY2(file, file ? "" : file.error().message.c_str());
    QVERIFY(*file->array("float32") == *kinds().array("float32"));
    QVERIFY(*file->array("deflated") == *kinds().array("deflated"));
    QVERIFY(!Hdf5File::openImage(std::make_shared<const Bytes>(), "nothing"));
}

void TstHdf5File::readsWhatItWrites()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("x.h5")).toStdString();
    std::vector<std::string> many;
    for (int i = 0; i < 9000; ++i)
        many.push_back("layer_" + std::to_string(i));
    const Tensor tensor = Tensor::of({2, 2}, std::array<float, 4>{1, -2, 3, 4});
    {
        auto file = Hdf5Writer::create(path);
        QVERIFY(file);
        QVERIFY(file->group("a/b"));
        QVERIFY(file->group("a/b"));
        QVERIFY(file->text("a/b", "word", "ü"));
        QVERIFY(file->texts("", "many", many));
        QVERIFY(file->texts("", "none", {}));
        QVERIFY(file->array("a/c/values", tensor));
        QVERIFY(file->close());
    }
    const auto file = Hdf5File::open(path);
    QVERIFY(file);
    QCOMPARE(*file->text("a/b", "word"), "ü");
    QVERIFY(*file->texts("", "many") == many);
    QVERIFY(file->texts("", "none")->empty());
    QVERIFY(*file->array("a/c/values") == tensor);
    QVERIFY(!Hdf5Writer::create(folder.filePath(QStringLiteral("no/x.h5")).toStdString()));
}

QTEST_APPLESS_MAIN(TstHdf5File)
#include "tst_hdf5_file.moc"
