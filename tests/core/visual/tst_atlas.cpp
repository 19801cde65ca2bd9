// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/atlas.h"

#include <opencv2/imgcodecs.hpp>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace convscope;

class TstAtlas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryMapInReadingOrder();
    void drawsSequencesAsStrips();
    void shrinksLargeTilesAndSaysSo();
    void refusesATensorWithoutValues();
    void choosesTheColormapByTheSigns();
    void writesAPngOfExactlyThesePixels();
    void leavesNothingBehindWhenItCannotWrite();
};

namespace {

Tensor counting(Extents extents)
{
    std::vector<float> values(static_cast<std::size_t>(*elementCount(extents)));
    std::iota(values.begin(), values.end(), 0.0F);
    return Tensor::of(std::move(extents), values);
}

} // namespace

void TstAtlas::showsEveryMapInReadingOrder()
{
    // Map c is constant c.
    std::vector<float> values(std::size_t{8} * 8 * 4);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = float(i % 4);
    AtlasOptions options;
    options.range = ValueRange{0, 4};
    options.colormap = findColormap("gray");
    const auto result = atlas(Tensor::of({1, 8, 8, 4}, values), DataFormat::ChannelsLast, options);
    QVERIFY(result);
    QCOMPARE(result->across, 2);
    QCOMPARE(result->tileRows, 8);
    QCOMPARE(result->picture.rows, 22);
    QCOMPARE(result->picture.columns, 22);
    QVERIFY(!result->isReduced);
    const auto level = [&](std::int64_t row, std::int64_t column) {
        return int(result->picture.bytes[std::size_t((row * 22 + column) * 3)]);
    };
    QCOMPARE(level(2, 2), 0);
    QCOMPARE(level(9, 12), 64);
    QCOMPARE(level(12, 9), 128);
    QCOMPARE(level(19, 19), 192);
    QCOMPARE(level(10, 10), 0x60);
}

void TstAtlas::drawsSequencesAsStrips()
{
    const auto result = atlas(counting({1, 100, 3}), DataFormat::ChannelsLast, {});
    QVERIFY(result);
    QCOMPARE(result->tileRows, 24);
    QCOMPARE(result->tileColumns, 100);
    QCOMPARE(result->across, 1);
}

void TstAtlas::shrinksLargeTilesAndSaysSo()
{
    AtlasOptions options;
    options.largestTile = 50;
    const auto result = atlas(counting({1, 100, 200, 2}), DataFormat::ChannelsLast, options);
    QVERIFY(result);
    QCOMPARE(result->tileRows, 25);
    QCOMPARE(result->tileColumns, 50);
    QVERIFY(result->isReduced);
}

void TstAtlas::refusesATensorWithoutValues()
{
    const auto result = atlas(counting({1, 0, 5, 3}), DataFormat::ChannelsLast, {});
    QVERIFY(!result);
    QCOMPARE(result.error().rule, "input");
}

void TstAtlas::choosesTheColormapByTheSigns()
{
    const auto name = [](std::vector<float> values) {
        return std::string(
            atlas(Tensor::of({1, 1, 2, 1}, values), DataFormat::ChannelsLast, {})->colormap);
    };
    QCOMPARE(name({0, 1}), "magma");
    QCOMPARE(name({-1, 1}), "vik");
}

void TstAtlas::writesAPngOfExactlyThesePixels()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Käfer 猫.png"));
    const Picture picture{1, 2, 3, {10, 20, 30, 200, 100, 0}};
    QVERIFY(writePng(picture, path.toStdString()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const cv::Mat read =
        cv::imdecode(std::vector<unsigned char>(bytes.begin(), bytes.end()), cv::IMREAD_UNCHANGED);
    QCOMPARE(read.at<cv::Vec3b>(0, 0), cv::Vec3b(30, 20, 10));
    QCOMPARE(read.at<cv::Vec3b>(0, 1), cv::Vec3b(0, 100, 200));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);

    QVERIFY(writePng({1, 1, 1, {77}}, path.toStdString()));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TstAtlas::leavesNothingBehindWhenItCannotWrite()
{
    const QTemporaryDir folder;
    const Picture picture{1, 1, 1, {0}};
    const auto missing =
        writePng(picture, folder.filePath(QStringLiteral("none/a.png")).toStdString());
    QVERIFY(!missing);
    QCOMPARE(missing.error().rule, "file");
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("taken.png")));
    QVERIFY(!writePng(picture, folder.filePath(QStringLiteral("taken.png")).toStdString()));
    QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

QTEST_APPLESS_MAIN(TstAtlas)
#include "tst_atlas.moc"
