// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/map_renderer.h"

#include <QTest>
#include <QThread>

using namespace convscope;

namespace {

/// Map c holds c + 1 in its upper half and 0 below.
Tensor maps(std::int64_t rows, std::int64_t columns, std::int64_t channels)
{
    std::vector<float> values;
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t cell = 0; cell < columns * channels; ++cell)
            values.push_back(row * 2 < rows ? static_cast<float>(cell % channels + 1) : 0.0F);
    }
    return Tensor::of({1, rows, columns, channels}, values);
}

RenderRequest requestOf(const Tensor &output, std::uint64_t serial)
{
    RenderRequest request;
    request.serial = serial;
    request.layer = "conv2d";
    request.output = output;
    request.channel = 1;
    request.tileSize = {40, 30};
    request.tiles = {0, 1, 2};
    return request;
}

using Maps = std::shared_ptr<const RenderedMaps>;

} // namespace

class TstMapRenderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsWhatIsAskedFor();
    void drawsTheSameOnTheCallingThread();
    void drawsTheNewestOfManyRequests();
    void asksAlikeButForSerialAndOutput();
};

void TstMapRenderer::drawsWhatIsAskedFor()
{
    MapRenderer renderer;
    std::vector<Maps> got;
    connect(&renderer, &MapRenderer::rendered, this, [&](const Maps &m) { got.push_back(m); });
    renderer.render(requestOf(maps(60, 80, 3), 7));
    QTRY_COMPARE(got.size(), std::size_t{1});
    const RenderedMaps &drawn = *got.front();
    QCOMPARE(drawn.request.serial, std::uint64_t{7});
    QCOMPARE(drawn.plane.at(0, 0), 2.0F);
    QCOMPARE(drawn.plane.at(59, 79), 0.0F);
    QCOMPARE(drawn.picture.picture().size(), QSize(80, 60));
    QCOMPARE(drawn.tiles.size(), std::size_t{3});
    for (const auto &[index, tile] : drawn.tiles)
        QCOMPARE(tile.size(), QSize(40, 30));
    QCOMPARE(drawn.statistics.size(), std::size_t{3});
    QCOMPARE(drawn.statistics[2].maximum, 3.0F);
    QCOMPARE(drawn.distribution.maximum, 3.0F);
    QCOMPARE(drawn.distribution.zeros, std::int64_t{60 * 80 * 3 / 2});
}

/// The computing thread draws the layer looked at; the window hears of it on its own thread.
void TstMapRenderer::drawsTheSameOnTheCallingThread()
{
    MapRenderer renderer;
    std::vector<Maps> got;
    std::vector<QThread *> heardOn;
    connect(&renderer, &MapRenderer::rendered, this, [&](const Maps &m) {
        got.push_back(m);
        heardOn.push_back(QThread::currentThread());
    });
    const RenderRequest request = requestOf(maps(60, 80, 3), 1);
    const std::unique_ptr<QThread> computing(
        QThread::create([&] { renderer.renderHere(request); }));
    computing->start();
    QVERIFY(computing->wait(20000));
    renderer.render(request);
    QTRY_COMPARE(got.size(), std::size_t{2});
    QCOMPARE(heardOn, (std::vector<QThread *>(2, QThread::currentThread())));
    QCOMPARE(got[0]->picture.picture(), got[1]->picture.picture());
    QCOMPARE(got[0]->range, got[1]->range);
    for (std::size_t i = 0; i < got[0]->tiles.size(); ++i)
        QCOMPARE(got[0]->tiles[i].second, got[1]->tiles[i].second);
}

void TstMapRenderer::drawsTheNewestOfManyRequests()
{
    MapRenderer renderer;
    std::vector<std::uint64_t> serials;
    connect(&renderer, &MapRenderer::rendered, this,
            [&](const Maps &m) { serials.push_back(m->request.serial); });
    const Tensor output = maps(400, 400, 8);
    for (std::uint64_t serial = 1; serial <= 50; ++serial)
        renderer.render(requestOf(output, serial));
    QTRY_VERIFY(!serials.empty() && serials.back() == 50);
    QVERIFY(std::is_sorted(serials.begin(), serials.end()));
    QVERIFY2(serials.size() < 50, "requests that were overtaken are not drawn");
}

void TstMapRenderer::asksAlikeButForSerialAndOutput()
{
    const RenderRequest first = requestOf(maps(6, 8, 3), 1);
    RenderRequest second = requestOf(maps(8, 6, 3), 2);
    QVERIFY(first.asksLike(second));
    second.channel = 2;
    QVERIFY(!first.asksLike(second));
    second.channel = first.channel;
    second.tiles = {0, 1};
    QVERIFY(!first.asksLike(second));
    second.tiles = first.tiles;
    second.settings.inverted = true;
    QVERIFY(!first.asksLike(second));
}

QTEST_MAIN(TstMapRenderer)
#include "tst_map_renderer.moc"
