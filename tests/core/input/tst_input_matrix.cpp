// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "core/input/written_files.h"
#include "support/test_paths.h"

#include "input/sequence_sources.h"
#include "tensor/npz.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace convscope;
using namespace Qt::StringLiterals;

/// Every file of tests/data/input/pictures.npz and sounds.npz against what tifffile, Pillow and
/// scipy read in it.
class TstInputMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWhatOtherProgramsRead_data();
    void readsWhatOtherProgramsRead();

private:
    std::vector<NamedArray> m_arrays;
};

void TstInputMatrix::initTestCase()
{
    for (const char *archive : {"input/pictures.npz", "input/sounds.npz"}) {
        auto arrays = readNpz(dataPath(archive));
        QVERIFY2(arrays, arrays ? "" : arrays.error().message.c_str());
        std::ranges::move(*arrays, std::back_inserter(m_arrays));
    }
    QVERIFY(m_arrays.size() >= 400);
}

void TstInputMatrix::readsWhatOtherProgramsRead_data()
{
    QTest::addColumn<int>("file");
    QTest::addColumn<int>("values");
    QMap<QString, int> places;
    for (std::size_t i = 0; i < m_arrays.size(); ++i)
        places.insert(QString::fromStdString(m_arrays[i].name), int(i));
    for (const auto &[name, place] : places.asKeyValueRange()) {
        const QString title = name.chopped(5);
        if (name.endsWith(u"/file"_s))
            QTest::newRow(qPrintable(title)) << place << places.value(title + u"/values"_s, -1);
    }
}

void TstInputMatrix::readsWhatOtherProgramsRead()
{
    QFETCH(int, file);
    QFETCH(int, values);
    QVERIFY(values >= 0);
    std::vector<unsigned char> bytes;
    for (const float byte : m_arrays[std::size_t(file)].array.tensor.values())
        bytes.push_back(static_cast<unsigned char>(byte));
    const Tensor &expected = m_arrays[std::size_t(values)].array.tensor;

    const auto input =
        isSound(bytes) ? readSound(bytes, "sound", {}) : decodePicture(bytes, "picture", {});
    QCOMPARE(failureOf(input), QString());
    Extents extents = expected.extents();
    extents.insert(extents.begin(), 1);
    QCOMPARE(input->tensor.extents(), extents);
    for (std::int64_t i = 0; i < expected.size(); ++i) {
        const float received = input->tensor.data()[i];
        const float wanted = expected.data()[i];
        // Numbers of 64 bits are rounded on the way to float32 once more there than here.
        const bool isEqual = std::abs(received - wanted) <= std::abs(wanted) * 1.2e-7F;
        QVERIFY2(isEqual, qPrintable(u"value %1: expected %2, received %3"_s.arg(i)
                                         .arg(double(wanted), 0, 'g', 9)
                                         .arg(double(received), 0, 'g', 9)));
    }
}

QTEST_APPLESS_MAIN(TstInputMatrix)
#include "tst_input_matrix.moc"
