// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "support/test_paths.h"
#include "tensor/npz.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <map>

using namespace convscope;

namespace {

std::string npyPath(const char *name)
{
    return convscope::dataPath("npy/") + name;
}

Tensor ramp(Extents extents, float first)
{
    std::vector<float> values(static_cast<std::size_t>(elementCount(extents).value()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = first + static_cast<float>(i);
    return Tensor::of(std::move(extents), values);
}

std::map<std::string, NpyArray> members(const char *archive)
{
    std::map<std::string, NpyArray> found;
    const auto arrays = readNpz(npyPath(archive));
    if (!arrays)
        qFatal("%s", arrays.error().message.c_str());
    for (const NamedArray &member : *arrays)
        found[member.name] = member.array;
    return found;
}

Bytes npy(const std::string &header, std::size_t dataBytes)
{
    Bytes bytes{0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, static_cast<unsigned char>(header.size()), 0};
    for (const char c : header)
        bytes.push_back(static_cast<unsigned char>(c));
    bytes.resize(bytes.size() + dataBytes);
    return bytes;
}

} // namespace

class TstNpy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfNumber_data();
    void readsEveryKindOfNumber();
    void readsSpecialHalfFloats();
    void readsTexts();
    void readsLaterVersions();
    void readsAxesInFortranOrder();
    void readsScalarsAndEmptyArrays();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void writesWhatItReads();
    void writesArchivesThatReadBackEqual();
    void writesTheSameBytesForTheSameArrays();
    void leavesNothingBehindWhereWritingFails();
    void refusesDamagedArchives();
};

void TstNpy::readsEveryKindOfNumber_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<float>("first");
    for (const char *name :
         {"signed_f4", "signed_f4_big", "signed_f8", "signed_f8_big", "signed_f2", "signed_f2_big",
          "signed_i1", "signed_i2", "signed_i2_big", "signed_i4", "signed_i4_big", "signed_i8",
          "signed_i8_big", "fortran"})
        QTest::newRow(name) << QByteArray(name) << -2.0F;
    for (const char *name : {"unsigned_u1", "unsigned_u2", "unsigned_u2_big", "unsigned_u4",
                             "unsigned_u8", "unsigned_u8_big"})
        QTest::newRow(name) << QByteArray(name) << 0.0F;
}

void TstNpy::readsEveryKindOfNumber()
{
    QFETCH(QByteArray, name);
    QFETCH(float, first);
    const auto arrays = members("kinds_deflated.npz");
    QVERIFY(arrays.contains(name.toStdString()));
    QCOMPARE(arrays.at(name.toStdString()).tensor, ramp({2, 3}, first));
}

void TstNpy::readsSpecialHalfFloats()
{
    const auto arrays = members("kinds_deflated.npz");
    const auto values = arrays.at("special").tensor.values();
    QCOMPARE(values[0], INFINITY);
    QCOMPARE(values[1], -INFINITY);
    QVERIFY(std::isnan(values[2]));
    QVERIFY(std::signbit(values[3]));
    QCOMPARE(values[4], 65504.0F);
    QCOMPARE(values[5], std::ldexp(1.0F, -24));
    const float booleans[] = {1, 0, 1, 0, 0, 1};
    QCOMPARE(arrays.at("boolean").tensor, Tensor::of({2, 3}, booleans));
}

void TstNpy::readsTexts()
{
    const auto arrays = members("kinds_deflated.npz");
    QCOMPARE(arrays.at("text").text.value(), "naïve ✓ 😀");
    QCOMPARE(arrays.at("text_big").text.value(), "naïve ✓ 😀");
    QCOMPARE(arrays.at("bytes").text.value(), "plain");
    QCOMPARE(members("kinds_stored.npz").at("text").text.value(), "naïve ✓ 😀");
}

void TstNpy::readsLaterVersions()
{
    QCOMPARE(readNpy(npyPath("version2.npy")).value(), ramp({2, 3}, -2));
    QCOMPARE(readNpy(npyPath("version3.npy")).value(), ramp({2, 3}, -2));
}

void TstNpy::readsAxesInFortranOrder()
{
    QCOMPARE(members("kinds_deflated.npz").at("fortran_cube").tensor, ramp({2, 3, 4}, 0));
}

void TstNpy::readsScalarsAndEmptyArrays()
{
    const auto arrays = members("kinds_deflated.npz");
    QCOMPARE(arrays.at("scalar").tensor.rank(), 0);
    QCOMPARE(arrays.at("scalar").tensor.values()[0], 7.5F);
    QCOMPARE(arrays.at("empty").tensor.extents(), (Extents{0, 3}));
}

void TstNpy::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, const Bytes &bytes, const char *reason) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char *>(bytes.data()),
                                          static_cast<qsizetype>(bytes.size()))
                            << QByteArray(reason);
    };
    const std::string rest = "', 'fortran_order': False, 'shape': (2, 3), }\n";
    row("something else", {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0, 0, 0}, "is not a NumPy array");
    row("an empty file", {}, "is not a NumPy array");
    row("too few values", npy("{'descr': '<f4" + rest, 23), "is cut short: the shape (2, 3) at 4");
    row("a shape beyond all memory",
        npy("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296, 9), }", 8),
        "is cut short");
    row("a negative extent", npy("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", 8),
        "header is damaged");
    row("no shape", npy("{'descr': '<f4', 'fortran_order': False}", 8), "header is damaged");
    row("complex numbers", npy("{'descr': '<c8" + rest, 48), "values of type '<c8'");
    row("Python objects", npy("{'descr': '|O" + rest, 48), "pickled Python objects");
    row("records", npy("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }", 8),
        "structured type");
    Bytes longHeader = npy("{'descr': '<f4" + rest, 24);
    longHeader[8] = 255;
    row("a header longer than the file", longHeader, "ends within its header");
    Bytes future = npy("{'descr': '<f4" + rest, 24);
    future[6] = 4;
    row("a later version", future, "version 4; versions 1 to 3");
}

void TstNpy::saysWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, reason);
    const auto array = parseNpy({reinterpret_cast<const unsigned char *>(bytes.constData()),
                                 static_cast<std::size_t>(bytes.size())},
                                "a.npy");
    QVERIFY(!array);
    QCOMPARE(array.error().rule, "file");
    QVERIFY2(array.error().message.starts_with("a.npy: "), array.error().message.c_str());
    QVERIFY2(array.error().message.find(reason.toStdString()) != std::string::npos,
             array.error().message.c_str());
}

void TstNpy::writesWhatItReads()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("ä b.npy").toStdString();
    QVERIFY(writeNpy(path, ramp({3, 1, 2}, 0.5F)));
    QCOMPARE(readNpy(path).value(), ramp({3, 1, 2}, 0.5F));
    QVERIFY(writeNpy(path, ramp({5}, 0)));
    QCOMPARE(readNpy(path).value(), ramp({5}, 0));
}

void TstNpy::writesArchivesThatReadBackEqual()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("a.npz").toStdString();
    const std::vector<NamedArray> arrays{{"x/case", {{}, "{\"ü\": \"😀\"}"}},
                                         {"x/input", {ramp({1, 4, 4, 1}, 0), {}}},
                                         {"x/weights/0", {ramp({}, 3), {}}}};
    QVERIFY(writeNpz(path, arrays));
    const auto read = readNpz(path);
    QVERIFY(read);
    QCOMPARE(read->size(), arrays.size());
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        QCOMPARE((*read)[i].name, arrays[i].name);
        QCOMPARE((*read)[i].array.text, arrays[i].array.text);
        QCOMPARE((*read)[i].array.tensor, arrays[i].array.tensor);
    }
}

void TstNpy::writesTheSameBytesForTheSameArrays()
{
    QTemporaryDir folder;
    const std::vector<NamedArray> arrays{{"a", {ramp({100}, 0), {}}}};
    QVERIFY(writeNpz(folder.filePath("1.npz").toStdString(), arrays));
    QVERIFY(writeNpz(folder.filePath("2.npz").toStdString(), arrays));
    QCOMPARE(readFileBytes(folder.filePath("1.npz").toStdString()).value(),
             readFileBytes(folder.filePath("2.npz").toStdString()).value());
}

void TstNpy::leavesNothingBehindWhereWritingFails()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("taken.npz"));
    const auto written = writeNpz(folder.filePath("taken.npz").toStdString(),
                                  std::vector<NamedArray>{{"a", {ramp({2}, 0), {}}}});
    QVERIFY(!written);
    QCOMPARE(written.error().rule, "file");
    QVERIFY(!writeNpz(folder.filePath("no such folder/a.npz").toStdString(),
                      std::vector<NamedArray>{{"a", {ramp({2}, 0), {}}}}));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{"taken.npz"});
}

void TstNpy::refusesDamagedArchives()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("a.npz").toStdString();
    QVERIFY(!readNpz(path));
    QVERIFY(readNpz(path).error().message.find("no such file") != std::string::npos);
    const Bytes good = readFileBytes(npyPath("kinds_stored.npz")).value();
    QVERIFY(replaceFile(path, std::span(good).first(good.size() / 2)));
    QCOMPARE(readNpz(path).error().rule, "file");
    Bytes flipped = good;
    const std::string_view text(reinterpret_cast<const char *>(good.data()), good.size());
    flipped[text.find("NUMPY") + 120] ^= 1;
    QVERIFY(replaceFile(path, flipped));
    const auto damaged = readNpz(path);
    QVERIFY(!damaged);
    QVERIFY2(damaged.error().message.find("signed_f4.npy") != std::string::npos,
             damaged.error().message.c_str());
}

QTEST_APPLESS_MAIN(TstNpy)
#include "tst_npy.moc"
