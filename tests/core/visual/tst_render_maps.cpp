// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/render_maps.h"

#include <QTest>

#include <hwy/highway.h>

#include <limits>
#include <random>

using namespace convscope;

class TstRenderMaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { hwy::SetSupportedTargetsForTest(0); }
    void drawsEachMapAsItWouldBeDrawnAlone_data();
    void drawsEachMapAsItWouldBeDrawnAlone();
};

void TstRenderMaps::drawsEachMapAsItWouldBeDrawnAlone_data()
{
    QTest::addColumn<qint64>("target");
    QTest::addColumn<Extents>("extents");
    QTest::addColumn<int>("outRows");
    QTest::addColumn<int>("outColumns");
    for (const auto target : hwy::SupportedAndGeneratedTargets()) {
        const auto row = [&](const char *words, const Extents &extents, int rows, int columns) {
            QTest::addRow("%s: %s", hwy::TargetName(target), words)
                << qint64(target) << extents << rows << columns;
        };
        row("scaled down", {1, 61, 90, 16}, 19, 28);
        row("scaled up", {1, 5, 7, 17}, 40, 56);
        row("rows down, columns up", {1, 50, 3, 4}, 7, 9);
        row("one channel", {1, 33, 31, 1}, 10, 10);
        row("a batch", {2, 30, 30, 3}, 10, 10);
        row("a volume", {1, 4, 30, 30, 5}, 10, 10);
        row("many rows", {1, 700, 300, 8}, 300, 129);
        row("few of many maps", {1, 20, 20, 100}, 9, 9);
    }
}

void TstRenderMaps::drawsEachMapAsItWouldBeDrawnAlone()
{
    QFETCH(qint64, target);
    QFETCH(Extents, extents);
    QFETCH(int, outRows);
    QFETCH(int, outColumns);
    hwy::SetSupportedTargetsForTest(target);
    std::int64_t size = 1;
    for (const std::int64_t extent : extents)
        size *= extent;
    std::vector<float> values(static_cast<std::size_t>(size));
    std::mt19937 random(5);
    std::normal_distribution<float> normal;
    for (float &value : values)
        value = normal(random);
    values[values.size() / 3] = std::numeric_limits<float>::quiet_NaN();
    values[values.size() / 2] = std::numeric_limits<float>::infinity();
    const Tensor tensor = Tensor::of(extents, values);
    const std::int64_t batch = extents.front() - 1;
    const std::int64_t channels = extents.back();
    const Colormap &colormap = *findColormap("vik");
    const auto cells = static_cast<std::size_t>(outRows * outColumns);

    std::vector<std::int64_t> wanted{channels - 1, channels / 2, 0};
    wanted.resize(static_cast<std::size_t>(std::min<std::int64_t>(3, channels)));
    std::vector<std::vector<std::uint32_t>> pictures(wanted.size(),
                                                     std::vector<std::uint32_t>(cells));
    std::vector<MapTile> tiles;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        tiles.push_back({wanted[i], {-1.0F - float(i), 2.0F}, pictures[i]});
    renderMapsScaled(tensor, DataFormat::ChannelsLast, batch, 1, tiles, colormap, true, outRows,
                     outColumns);
    for (const MapTile &tile : tiles) {
        std::vector<std::uint32_t> alone(cells);
        renderScaled(mapPlane(tensor, DataFormat::ChannelsLast, batch, tile.channel, 1), tile.range,
                     colormap, true, outRows, outColumns, alone);
        QVERIFY(std::ranges::equal(tile.pixels, alone));
    }
}

QTEST_APPLESS_MAIN(TstRenderMaps)
#include "tst_render_maps.moc"
