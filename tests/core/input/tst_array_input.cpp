// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "core/input/written_files.h"

#include "input/array_input.h"
#include "tensor/npy.h"

#include <QTest>

#include <numeric>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstArrayInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryRank_data();
    void readsEveryRank();
    void readsAFile();
    void refusesABrokenFile_data();
    void refusesABrokenFile();

private:
    WrittenFiles m_files;
};

namespace {

Tensor counting(Extents extents)
{
    std::vector<float> values(static_cast<std::size_t>(*elementCount(extents)));
    std::iota(values.begin(), values.end(), 0.0F);
    return Tensor::of(std::move(extents), values);
}

QByteArray fileOf(const Tensor &tensor)
{
    const Bytes bytes = npyBytes(tensor);
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

} // namespace

void TstArrayInput::readsEveryRank_data()
{
    QTest::addColumn<QList<qint64>>("array");
    QTest::addColumn<int>("wanted"); // 0: nothing known
    QTest::addColumn<QList<qint64>>("extents");
    QTest::addColumn<QString>("text"); // the note, or the failure
    using L = QList<qint64>;
    QTest::newRow("a line of numbers") << L{9} << 0 << L{1, 9, 1} << u"(9,) read as steps"_s;
    QTest::newRow("a table is a grey picture")
        << L{4, 5} << 0 << L{1, 4, 5, 1} << u"(4, 5) read as rows × columns"_s;
    QTest::newRow("a table as a sequence")
        << L{4, 5} << 1 << L{1, 4, 5} << u"(4, 5) read as steps × channels"_s;
    QTest::newRow("a picture with channels")
        << L{4, 5, 3} << 0 << L{1, 4, 5, 3} << u"(4, 5, 3) read as rows × columns × channels"_s;
    QTest::newRow("a batch of one sequence")
        << L{1, 5, 3} << 0 << L{1, 5, 3} << u"(1, 5, 3) read as batch × steps × channels"_s;
    QTest::newRow("a volume without channels")
        << L{4, 5, 3} << 3 << L{1, 4, 5, 3, 1} << u"(4, 5, 3) read as slices × rows × columns"_s;
    QTest::newRow("a batch of pictures")
        << L{2, 4, 5, 3} << 0 << L{2, 4, 5, 3}
        << u"(2, 4, 5, 3) read as batch × rows × columns × channels"_s;
    QTest::newRow("a volume with channels")
        << L{2, 4, 5, 3} << 3 << L{1, 2, 4, 5, 3}
        << u"(2, 4, 5, 3) read as slices × rows × columns × channels"_s;
    QTest::newRow("a batch of volumes")
        << L{1, 2, 4, 5, 3} << 0 << L{1, 2, 4, 5, 3}
        << u"(1, 2, 4, 5, 3) read as batch × slices × rows × columns × channels"_s;
    QTest::newRow("too many axes")
        << L{1, 2, 4, 5, 3} << 2 << L{}
        << u"input: test: an array of shape (1, 2, 4, 5, 3) has 5 axes, but the model's first layer takes a picture (1, rows, columns, channels)"_s;
    QTest::newRow("too few axes")
        << L{5} << 2 << L{}
        << u"input: test: an array of shape (5,) has 1 axes, but the model's first layer takes a picture (1, rows, columns, channels)"_s;
    QTest::newRow("no values") << L{0, 5} << 0 << L{}
                               << u"input: test: an array of shape (0, 5) holds no values"_s;
}

void TstArrayInput::readsEveryRank()
{
    QFETCH(QList<qint64>, array);
    QFETCH(int, wanted);
    QFETCH(QList<qint64>, extents);
    InputOptions options;
    if (wanted > 0)
        options.spatialRank = wanted;
    const Tensor tensor = counting({array.begin(), array.end()});
    const auto input = arrayInput(tensor, "test", options);
    QTEST(input ? notesOf(*input) : failureOf(input), "text");
    QCOMPARE(input.has_value(), !extents.isEmpty());
    if (!input)
        return;
    QCOMPARE(input->tensor.extents(), Extents(extents.begin(), extents.end()));
    QCOMPARE(input->tensor.data()[1], 1.0F);
    QCOMPARE(input->scaling.text(), "as stored");
}

void TstArrayInput::readsAFile()
{
    const std::string path = m_files.write(u"Daten ß.npy"_s, fileOf(counting({2, 3})));
    InputOptions options;
    options.scaling = ValueScaling::MinusOneToOne;
    const auto input = readInput(path, options);
    QCOMPARE(failureOf(input), QString());
    QCOMPARE(input->title.text(), "Daten ß.npy");
    QCOMPARE(input->tensor.data()[2], 3.0F);
    QCOMPARE(input->scaling.text(), "2 · stored − 1");
}

void TstArrayInput::refusesABrokenFile_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray whole = fileOf(counting({4, 4}));
    QTest::newRow("cut off in its values") << whole.chopped(9);
    QTest::newRow("cut off in its header") << whole.left(20);
    QTest::newRow("text") << QByteArray("1,2,3");
    const Bytes text = npyBytes("words");
    QTest::newRow("an array of text")
        << QByteArray(reinterpret_cast<const char *>(text.data()), qsizetype(text.size()));
}

void TstArrayInput::refusesABrokenFile()
{
    QFETCH(QByteArray, content);
    const auto input = readInput(m_files.write(u"a.npy"_s, content), {});
    QVERIFY(!input);
    QCOMPARE(input.error().rule, "file");
    QVERIFY(failureOf(input).contains(u"a.npy"_s));
}

QTEST_APPLESS_MAIN(TstArrayInput)
#include "tst_array_input.moc"
