// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pictures/picture_pyramid.h"

#include <QTest>

using namespace convscope;

class TstPicturePyramid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsCellsExactly();
    void averagesAreas_data();
    void averagesAreas();
    void interpolatesBetweenCells();
    void leavesTheOutsideAlone();
    void picksCellsWithoutHalvings();
};

namespace {

/// Column stripes of black and white.
QImage stripes(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, x % 2 ? 0xFFFFFFFF : 0xFF000000);
    }
    return image;
}

MapTransform at(double scale, QPoint origin = {})
{
    MapTransform transform;
    transform.scale = scale;
    transform.origin = origin;
    return transform;
}

} // namespace

void TstPicturePyramid::repeatsCellsExactly()
{
    QImage picture(3, 2, QImage::Format_RGB32);
    for (int i = 0; i < 6; ++i)
        picture.setPixel(i % 3, i / 3, 0xFF000000U + static_cast<QRgb>(i) * 0x112233U);
    QImage out(9, 6, QImage::Format_RGB32);
    PicturePyramid::build(picture).draw(at(3), false, out);
    for (int y = 0; y < 6; ++y) {
        for (int x = 0; x < 9; ++x)
            QCOMPARE(out.pixel(x, y), picture.pixel(x / 3, y / 3));
    }
}

void TstPicturePyramid::averagesAreas_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("by two") << 0.5;
    QTest::newRow("by four, from a halving") << 0.25;
    QTest::newRow("by sixteen, from halvings") << 1.0 / 16;
}

void TstPicturePyramid::averagesAreas()
{
    QFETCH(const double, scale);
    const int side = 256;
    const int size = static_cast<int>(side * scale);
    QImage out(size, size, QImage::Format_RGB32);
    out.fill(0xFFFF0000);
    PicturePyramid::build(stripes(side, side)).draw(at(scale), true, out);
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            QVERIFY(std::abs(qRed(out.pixel(x, y)) - 128) <= 1);
            QCOMPARE(qRed(out.pixel(x, y)), qBlue(out.pixel(x, y)));
        }
    }
}

void TstPicturePyramid::interpolatesBetweenCells()
{
    QImage picture(2, 1, QImage::Format_RGB32);
    picture.setPixel(0, 0, 0xFF000000);
    picture.setPixel(1, 0, 0xFFC8C8C8);
    QImage out(3, 2, QImage::Format_RGB32);
    PicturePyramid::build(picture).draw(at(1.5), true, out);
    QVERIFY(qRed(out.pixel(0, 0)) < 40);
    QVERIFY(std::abs(qRed(out.pixel(1, 0)) - 100) <= 2);
    QVERIFY(qRed(out.pixel(2, 0)) > 160);
}

void TstPicturePyramid::leavesTheOutsideAlone()
{
    QImage out(20, 20, QImage::Format_RGB32);
    out.fill(0xFF123456);
    PicturePyramid::build(stripes(4, 4)).draw(at(2, {6, 6}), false, out);
    QCOMPARE(out.pixel(5, 6), 0xFF123456U);
    QCOMPARE(out.pixel(14, 6), 0xFF123456U);
    QCOMPARE(out.pixel(6, 6), 0xFF000000U);
    // Far outside the view nothing is drawn and nothing is read.
    PicturePyramid::build(stripes(4, 4)).draw(at(2, {-400, 6}), true, out);
    QCOMPARE(out.pixel(0, 6), 0xFF123456U);
}

void TstPicturePyramid::picksCellsWithoutHalvings()
{
    const PicturePyramid flat = PicturePyramid::flat(stripes(64, 64));
    QVERIFY(!flat.isComplete());
    QImage out(8, 8, QImage::Format_RGB32);
    out.fill(0xFFFF0000);
    flat.draw(at(1.0 / 8), true, out);
    const QRgb pixel = out.pixel(3, 3);
    QVERIFY(pixel == 0xFFFFFFFF || pixel == 0xFF000000);
    QVERIFY(PicturePyramid::build(stripes(64, 64)).isComplete());
    QVERIFY(PicturePyramid::build({}).isNull());
}

QTEST_APPLESS_MAIN(TstPicturePyramid)
#include "tst_picture_pyramid.moc"
