// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/npz.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace convscope;

namespace {

Tensor counting(const Extents &extents)
{
    std::vector<float> values(static_cast<std::size_t>(*elementCount(extents)));
    std::iota(values.begin(), values.end(), 0.0F);
    return Tensor::of(extents, values);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

/// Four bytes of the archive's table and of the member's own head: the stated size.
void stateSize(QByteArray &archive, std::uint32_t size, std::uint32_t instead)
{
    const QByteArray before(reinterpret_cast<const char *>(&size), 4);
    const QByteArray after(reinterpret_cast<const char *>(&instead), 4);
    for (auto at = archive.indexOf(before); at >= 0; at = archive.indexOf(before, at + 4))
        archive.replace(at, 4, after);
}

} // namespace

/// Archives of arrays: names first, arrays only of what is wanted.
class TstNpz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comesBackAsWritten();
    void theSameArraysGiveTheSameBytes();
    void namesAreReadAlone();
    void onlyWhatIsWantedIsUnpacked();
    void aSizeThatTheBytesCannotHoldIsRefused();

private:
    [[nodiscard]] std::string path() const
    {
        return m_folder->filePath(QStringLiteral("arrays.npz")).toStdString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstNpz::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TstNpz::comesBackAsWritten()
{
    const std::vector<NamedArray> arrays{{"a", {counting({3, 70, 111}), {}}},
                                         {"deep/text", {{}, std::string("naïve")}},
                                         {"scalar", {counting({}), {}}},
                                         {"empty", {counting({0, 4}), {}}}};
    QVERIFY(writeNpz(path(), arrays).has_value());
    const auto read = readNpz(path());
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), arrays.size());
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        QCOMPARE((*read)[i].name, arrays[i].name);
        QCOMPARE((*read)[i].array.text, arrays[i].array.text);
        QVERIFY((*read)[i].array.tensor == arrays[i].array.tensor);
    }
}

void TstNpz::theSameArraysGiveTheSameBytes()
{
    const std::vector<NamedArray> arrays{{"a", {counting({50, 50}), {}}}};
    const QString file = QString::fromStdString(path());
    QVERIFY(writeNpz(path(), arrays).has_value());
    const QByteArray once = bytesOf(file);
    QVERIFY(writeNpz(path(), arrays).has_value());
    QCOMPARE(bytesOf(file), once);
}

void TstNpz::namesAreReadAlone()
{
    QVERIFY(writeNpz(path(), std::vector<NamedArray>{{"b", {counting({2}), {}}},
                                                     {"a/c", {counting({3}), {}}}})
                .has_value());
    QCOMPARE(npzNames(path()).value(), (std::vector<std::string>{"b", "a/c"}));
    QCOMPARE(npzNames(path() + "x").error().rule, "file");
}

void TstNpz::onlyWhatIsWantedIsUnpacked()
{
    QVERIFY(writeNpz(path(), std::vector<NamedArray>{{"good", {counting({2}), {}}},
                                                     {"broken", {counting({64, 64}), {}}}})
                .has_value());
    // The packed bytes of the second are spoilt.
    const QString name = QString::fromStdString(path());
    QByteArray archive = bytesOf(name);
    const auto at = archive.indexOf("broken.npy") + 40;
    archive.replace(at, 60, QByteArray(60, '\x5a'));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(archive) == archive.size());
    file.close();
    QVERIFY(!readNpz(path()));
    const auto good = readNpz(path(), [](const std::string &member) { return member == "good"; });
    QVERIFY(good.has_value());
    QCOMPARE(good->size(), std::size_t{1});
    QVERIFY(good->front().array.tensor == counting({2}));
}

void TstNpz::aSizeThatTheBytesCannotHoldIsRefused()
{
    QVERIFY(writeNpz(path(),
                     std::vector<NamedArray>{
                         {"zeros", {Tensor::of({1000}, std::vector<float>(1000)), {}}}})
                .has_value());
    const QString name = QString::fromStdString(path());
    QByteArray archive = bytesOf(name);
    stateSize(archive, 4128, 1'000'000'000);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(archive) == archive.size());
    file.close();
    const auto read = readNpz(path());
    QVERIFY(!read);
    QCOMPARE(read.error().rule, "file");
    QVERIFY2(read.error().message.find("zeros states 1000000000 bytes, more than its") !=
                 std::string::npos,
             read.error().message.c_str());
}

QTEST_GUILESS_MAIN(TstNpz)
#include "tst_npz.moc"
