// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pictures/thumbnail.h"

#include <QTest>

using namespace convscope;

/// A photo is the same picture whatever range a model wants its values in.
class TstThumbnail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void photosLookAlikeInEveryRange_data();
    void photosLookAlikeInEveryRange();
};

void TstThumbnail::photosLookAlikeInEveryRange_data()
{
    QTest::addColumn<float>("low");
    QTest::addColumn<float>("high");
    QTest::newRow("0 to 255") << 0.0F << 255.0F;
    QTest::newRow("-1 to 1") << -1.0F << 1.0F;
    QTest::newRow("around the mean") << -123.0F << 151.0F;
}

void TstThumbnail::photosLookAlikeInEveryRange()
{
    QFETCH(float, low);
    QFETCH(float, high);
    // Black, white, a grey and a red.
    const std::vector<float> plain{0, 0, 0, 1, 1, 1, 0.5F, 0.5F, 0.5F, 0.8F, 0.2F, 0.1F};
    std::vector<float> scaled = plain;
    for (float &value : scaled)
        value = low + value * (high - low);
    ThumbnailStyle style;
    style.isInput = true;
    style.box = {2, 2};
    const QImage expected = thumbnail(Tensor::of({1, 2, 2, 3}, plain), style);
    const QImage shown = thumbnail(Tensor::of({1, 2, 2, 3}, scaled), style);
    QCOMPARE(qRed(expected.pixel(1, 0)), 255);
    QCOMPARE(shown.size(), expected.size());
    for (int i = 0; i < 4; ++i) {
        const QColor a = expected.pixelColor(i % 2, i / 2);
        const QColor b = shown.pixelColor(i % 2, i / 2);
        QVERIFY(std::abs(a.red() - b.red()) <= 1 && std::abs(a.green() - b.green()) <= 1 &&
                std::abs(a.blue() - b.blue()) <= 1);
    }
}

QTEST_MAIN(TstThumbnail)
#include "tst_thumbnail.moc"
