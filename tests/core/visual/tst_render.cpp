// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/render.h"

#include <QTest>

#include <limits>
#include <numeric>

using namespace convscope;

class TstRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursValuesOfTheRange_data();
    void coloursValuesOfTheRange();
    void coloursInvertedFromTheOtherEnd();
    void stridedAndContiguousAgree();
    void parallelAndSerialAgree();
    void hatchesWhatIsNotFinite();
    void averagesAreasWhenScaledDown();
    void repeatsCellsWhenScaledUp();
    void keepsTheMeanOfAFractionalScale();
    void hatchesAnAverageOverNotANumber();
    void drawsThreePlanesAsAPhoto();
    void scalesAPhoto();
};

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

const Colormap &grey()
{
    return *findColormap("gray");
}

Plane picture(std::int64_t rows, std::int64_t columns, const std::vector<float> &values)
{
    return mapPlane(Tensor::of({1, rows, columns, 1}, values), DataFormat::ChannelsLast, 0, 0);
}

std::vector<std::uint32_t> rendered(const Plane &plane, const ValueRange &range,
                                    bool inverted = false)
{
    std::vector<std::uint32_t> out(static_cast<std::size_t>(plane.rows * plane.columns));
    render(plane, range, grey(), inverted, out);
    return out;
}

std::vector<std::uint32_t> scaled(const Plane &plane, std::int64_t rows, std::int64_t columns,
                                  const ValueRange &range)
{
    std::vector<std::uint32_t> out(static_cast<std::size_t>(rows * columns));
    renderScaled(plane, range, grey(), false, rows, columns, out);
    return out;
}

int level(std::uint32_t colour)
{
    return int(colour & 0xFF);
}

} // namespace

void TstRender::coloursValuesOfTheRange_data()
{
    QTest::addColumn<float>("value");
    QTest::addColumn<float>("low");
    QTest::addColumn<float>("high");
    QTest::addColumn<int>("level");
    QTest::newRow("the low end") << 0.0F << 0.0F << 1.0F << 0;
    QTest::newRow("the high end") << 1.0F << 0.0F << 1.0F << 255;
    QTest::newRow("the middle") << 0.5F << 0.0F << 1.0F << 128;
    QTest::newRow("zero of a symmetric range") << 0.0F << -2.0F << 2.0F << 128;
    QTest::newRow("below is clamped") << -5.0F << 0.0F << 1.0F << 0;
    QTest::newRow("above is clamped") << 1e30F << 0.0F << 1e-30F << 255;
    QTest::newRow("an empty range, at its value") << 3.0F << 3.0F << 3.0F << 0;
    QTest::newRow("an empty range, above its value") << 3.5F << 3.0F << 3.0F << 255;
    QTest::newRow("a range wider than float's largest value") << 0.0F << -3e38F << 3e38F << 128;
}

void TstRender::coloursValuesOfTheRange()
{
    QFETCH(float, value);
    QFETCH(float, low);
    QFETCH(float, high);
    const auto colours = rendered(picture(1, 1, {value}), {low, high});
    QTEST(int(colours[0] & 0xFF), "level");
}

void TstRender::coloursInvertedFromTheOtherEnd()
{
    const auto colours = rendered(picture(1, 2, {0, 1}), {0, 1}, true);
    QCOMPARE(level(colours[0]), 255);
    QCOMPARE(level(colours[1]), 0);
}

void TstRender::stridedAndContiguousAgree()
{
    std::vector<float> interleaved;
    std::vector<float> second;
    for (int i = 0; i < 35; ++i)
        for (int c = 0; c < 3; ++c) {
            interleaved.push_back(float((i * 37 + c * 11) % 100) / 100);
            if (c == 1)
                second.push_back(interleaved.back());
        }
    const Tensor tensor = Tensor::of({1, 5, 7, 3}, interleaved);
    const Plane strided = mapPlane(tensor, DataFormat::ChannelsLast, 0, 1);
    QCOMPARE(rendered(strided, {0, 1}), rendered(picture(5, 7, second), {0, 1}));
    QCOMPARE(scaled(strided, 3, 4, {0, 1}), scaled(picture(5, 7, second), 3, 4, {0, 1}));
}

void TstRender::parallelAndSerialAgree()
{
    const int rows = 400;
    const int columns = 300;
    std::vector<float> values(std::size_t{rows} * columns);
    std::iota(values.begin(), values.end(), 0.0F);
    const float largest = values.back();
    const auto colours = rendered(picture(rows, columns, values), {0, largest});
    for (std::size_t i = 0; i < values.size(); i += 97) {
        const auto alone = rendered(picture(1, 1, {values[i]}), {0, largest});
        QCOMPARE(colours[i], alone[0]);
    }
}

void TstRender::hatchesWhatIsNotFinite()
{
    const auto colours =
        rendered(picture(1, 8, {0, kNan, 1, kInfinity, kNan, -kInfinity, kNan, 1}), {0, 1});
    // A single cell is always magenta, neighbours alternate with black.
    QCOMPARE(colours[1], 0xFFFF00FFU);
    QCOMPARE(colours[3], 0xFFFF00FFU);
    QCOMPARE(colours[4], 0xFFFF00FFU);
    QCOMPARE(colours[5], 0xFF000000U);
    QCOMPARE(colours[6], 0xFFFF00FFU);
    QCOMPARE(level(colours[0]), 0);
    QCOMPARE(colours[7], 0xFFFFFFFFU);
}

void TstRender::averagesAreasWhenScaledDown()
{
    const Plane plane = picture(2, 4, {0, 1, 0, 0, 1, 0, 0, 1});
    const auto colours = scaled(plane, 1, 2, {0, 1});
    QCOMPARE(level(colours[0]), 128);
    QCOMPARE(level(colours[1]), 64);
}

void TstRender::repeatsCellsWhenScaledUp()
{
    const auto colours = scaled(picture(1, 2, {0, 1}), 2, 5, {0, 1});
    QList<int> levels;
    for (const std::uint32_t colour : colours)
        levels.append(level(colour));
    QCOMPARE(levels, (QList<int>{0, 0, 0, 255, 255, 0, 0, 0, 255, 255}));
}

void TstRender::keepsTheMeanOfAFractionalScale()
{
    // Three cells in two: each output covers one and a half cells.
    const auto colours = scaled(picture(1, 3, {0, 0.75F, 0.3F}), 1, 2, {0, 1});
    QCOMPARE(level(colours[0]), int(0.25F * 256));
    QCOMPARE(level(colours[1]), int(0.45F * 256));
}

void TstRender::hatchesAnAverageOverNotANumber()
{
    const auto colours = scaled(picture(2, 4, {0, 0, 0, 0, 0, 0, 0, kNan}), 1, 2, {0, 1});
    QCOMPARE(colours[0], 0xFF000000U);
    QCOMPARE(colours[1], 0xFFFF00FFU);
}

void TstRender::drawsThreePlanesAsAPhoto()
{
    const Tensor tensor = Tensor::of({1, 1, 2, 3}, std::vector<float>{1, 0.5F, 0, -1, 2, kNan});
    std::vector<std::uint32_t> out(2);
    const auto plane = [&](int channel) {
        return mapPlane(tensor, DataFormat::ChannelsLast, 0, channel);
    };
    renderRgb(plane(0), plane(1), plane(2), {0, 1}, out);
    QCOMPARE(out[0], 0xFFFF8000U);
    QCOMPARE(out[1], 0xFFFF00FFU);
}

void TstRender::scalesAPhoto()
{
    const Tensor tensor = Tensor::of({1, 2, 1, 3}, std::vector<float>{1, 0, 0.2F, 0, 0, 0.6F});
    std::vector<std::uint32_t> out(1);
    const auto plane = [&](int channel) {
        return mapPlane(tensor, DataFormat::ChannelsLast, 0, channel);
    };
    renderRgbScaled(plane(0), plane(1), plane(2), {0, 1}, 1, 1, out);
    QCOMPARE(out[0], 0xFF800066U);
}

QTEST_APPLESS_MAIN(TstRender)
#include "tst_render.moc"
