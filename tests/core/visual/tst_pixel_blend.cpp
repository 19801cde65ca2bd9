// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "support/kernel_oracle.h"
#include "visual/pixel_blend.h"

#include <QTest>

#include <vector>

using namespace convscope;
using namespace convscope::testing;

namespace {

std::vector<std::uint32_t> colours(std::size_t count, std::uint32_t seed)
{
    std::mt19937 random(seed);
    std::vector<std::uint32_t> result(count);
    for (std::uint32_t &colour : result)
        colour = 0xFF000000U | static_cast<std::uint32_t>(random());
    return result;
}

/// Channel by channel, rounded to nearest.
std::uint32_t blended(const std::vector<std::uint32_t> &in, const std::vector<int> &weights)
{
    std::uint32_t result = 0xFF000000U;
    for (const int shift : {0, 8, 16}) {
        int sum = 128;
        for (std::size_t i = 0; i < in.size(); ++i)
            sum += static_cast<int>(in[i] >> shift & 0xFF) * weights[i];
        result |= static_cast<std::uint32_t>(sum / 256) << shift;
    }
    return result;
}

} // namespace

class TstPixelBlend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { useInstructions(0); }
    void blendsNeighbours_data();
    void blendsNeighbours();
    void blendsRows_data();
    void blendsRows();
};

void TstPixelBlend::blendsNeighbours_data()
{
    QTest::addColumn<int>("cells");
    for (const int cells : {1, 2, 3, 4, 5, 40, 301})
        QTest::addRow("%d cells", cells) << cells;
}

void TstPixelBlend::blendsNeighbours()
{
    QFETCH(int, cells);
    // On memory of its own, so that reading beyond the row would show under a sanitizer.
    const std::vector<std::uint32_t> in = colours(static_cast<std::size_t>(cells), 1);
    std::mt19937 random(2);
    std::vector<PixelTaps> taps;
    std::vector<std::uint32_t> expected;
    for (int first = 0; first < cells; ++first) {
        for (int count = 1; count <= std::min(4, cells - first); ++count) {
            PixelTaps tap;
            tap.first = first;
            std::vector<int> weights;
            int rest = 256;
            for (int i = 0; i < count; ++i) {
                const int weight =
                    i + 1 == count ? rest
                                   : static_cast<int>(random() % static_cast<unsigned>(rest + 1));
                weights.push_back(weight);
                tap.weights[static_cast<std::size_t>(i)] = static_cast<std::uint16_t>(weight);
                rest -= weight;
            }
            taps.push_back(tap);
            expected.push_back(blended({in.begin() + first, in.begin() + first + count}, weights));
        }
    }
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
        useInstructions(target);
        std::vector<std::uint32_t> out(taps.size());
        blendAcross(in.data(), cells, taps, out.data());
        QVERIFY2(out == expected, hwy::TargetName(target));
    }
}

void TstPixelBlend::blendsRows_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {1, 3, 8, 17, 100})
        QTest::addRow("%d wide", width) << width;
}

void TstPixelBlend::blendsRows()
{
    QFETCH(int, width);
    const auto size = static_cast<std::size_t>(width);
    const std::vector<std::vector<int>> all{
        {256}, {0, 256}, {255, 1}, {100, 100, 56}, {64, 64, 64, 64}};
    for (const std::vector<int> &weights : all) {
        std::vector<std::vector<std::uint32_t>> rows;
        std::vector<const std::uint32_t *> places;
        std::vector<std::uint16_t> shares;
        for (std::size_t k = 0; k < weights.size(); ++k) {
            rows.push_back(colours(size, static_cast<std::uint32_t>(k + 1)));
            shares.push_back(static_cast<std::uint16_t>(weights[k]));
        }
        for (const auto &row : rows)
            places.push_back(row.data());
        std::vector<std::uint32_t> expected(size);
        for (std::size_t x = 0; x < size; ++x) {
            std::vector<std::uint32_t> column;
            for (const auto &row : rows)
                column.push_back(row[x]);
            expected[x] = blended(column, weights);
        }
        for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
            useInstructions(target);
            std::vector<std::uint32_t> out(size);
            blendDown(places, shares, width, out.data());
            QVERIFY2(out == expected, hwy::TargetName(target));
        }
    }
}

QTEST_APPLESS_MAIN(TstPixelBlend)
#include "tst_pixel_blend.moc"
