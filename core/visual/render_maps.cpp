// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "visual/render_maps.h"

#include "base/check.h"
#include "visual/area_cover.h"
#include "visual/channel_sweep.h"
#include "visual/colour_scale.h"
#include "visual/plane_rows.h"

#include <algorithm>

namespace convscope {

namespace {

void hatch(const float *values, std::int64_t row, std::int64_t columns, std::uint32_t *out)
{
    bool leftIsFinite = true;
    for (std::int64_t x = 0; x < columns; ++x) {
        const bool isFinite = std::isfinite(values[x]);
        if (!isFinite)
            out[x] = hatchColour(row, x, leftIsFinite);
        leftIsFinite = isFinite;
    }
}

/// One row of pixels: colours, hatched where a value is not finite.
void colourRow(const ColourScale &scale, const float *values, std::int64_t row,
               std::int64_t columns, std::uint32_t *out)
{
    if (!scale.colours(values, columns, out))
        hatch(values, row, columns, out);
}

/// Channels that lie together are averaged together: the tensor is read once, whatever their
/// number.
class TogetherRender
{
public:
    TogetherRender(const Plane &firstMap, std::int64_t channels, std::span<const MapTile> tiles,
                   const Colormap &colormap, bool inverted, std::int64_t outRows,
                   std::int64_t outColumns)
        : m_map(firstMap), m_channels(channels), m_tiles(tiles), m_outColumns(outColumns),
          m_rows(covers(firstMap.rows, outRows)), m_columns(covers(firstMap.columns, outColumns)),
          m_area(coveredLength(firstMap.rows, outRows) *
                 coveredLength(firstMap.columns, outColumns))
    {
        for (const MapTile &tile : tiles)
            m_scales.emplace_back(tile.range, colormap, inverted);
    }

    void render(std::int64_t first, std::int64_t last) const
    {
        const std::int64_t width = m_map.columns * m_channels;
        std::vector<float> sums(static_cast<std::size_t>(width));
        std::vector<float> together(static_cast<std::size_t>(m_outColumns * m_channels));
        std::vector<float> means(static_cast<std::size_t>(m_outColumns));
        std::vector<const float *> places;
        std::vector<float> shares;
        for (std::int64_t row = first; row < last; ++row) {
            const Cover &rows = m_rows[static_cast<std::size_t>(row)];
            places.clear();
            shares.clear();
            for (std::int64_t r = rows.first; r <= rows.last; ++r) {
                places.push_back(rowData(m_map, r));
                shares.push_back(rows.share(r));
            }
            sumRows(places, shares, width, sums.data());
            for (std::int64_t o = 0; o < m_outColumns; ++o) {
                const Cover &cover = m_columns[static_cast<std::size_t>(o)];
                meanOfColumns(sums.data(), m_channels,
                              {cover.first, cover.last, cover.firstShare, cover.lastShare, m_area},
                              together.data() + o * m_channels);
            }
            for (std::size_t t = 0; t < m_tiles.size(); ++t) {
                const float *in = together.data() + m_tiles[t].channel;
                for (std::int64_t o = 0; o < m_outColumns; ++o)
                    means[static_cast<std::size_t>(o)] = in[o * m_channels];
                colourRow(m_scales[t], means.data(), row, m_outColumns,
                          m_tiles[t].pixels.data() + row * m_outColumns);
            }
        }
    }

private:
    const Plane &m_map;
    std::int64_t m_channels;
    std::span<const MapTile> m_tiles;
    std::int64_t m_outColumns;
    std::vector<Cover> m_rows;
    std::vector<Cover> m_columns;
    float m_area;
    std::vector<ColourScale> m_scales;
};

} // namespace

void renderMapsScaled(const Tensor &tensor, DataFormat format, std::int64_t batch,
                      std::int64_t slice, std::span<const MapTile> tiles, const Colormap &colormap,
                      bool inverted, std::int64_t outRows, std::int64_t outColumns)
{
    if (tiles.empty() || outRows <= 0 || outColumns <= 0)
        return;
    const std::int64_t channels = channelCount(tensor, format);
    for (const MapTile &tile : tiles) {
        check(tile.channel >= 0 && tile.channel < channels, "a map of the tensor");
        check(static_cast<std::int64_t>(tile.pixels.size()) >= outRows * outColumns,
              "room for every cell of the picture");
    }
    const Plane first = mapPlane(tensor, format, batch, 0, slice);
    if (first.isEmpty())
        return;
    // A pass over all channels costs about as much as one over every tenth of them, one at a time.
    constexpr std::int64_t kWorthwhile = 10;
    const bool liesTogether = first.columnStride == channels && channels > 1;
    if (!liesTogether || static_cast<std::int64_t>(tiles.size()) * kWorthwhile < channels) {
        for (const MapTile &tile : tiles)
            renderScaled(mapPlane(tensor, format, batch, tile.channel, slice), tile.range, colormap,
                         inverted, outRows, outColumns, tile.pixels);
        return;
    }
    const TogetherRender together(first, channels, tiles, colormap, inverted, outRows, outColumns);
    const auto height = static_cast<std::int64_t>(coveredLength(first.rows, outRows));
    forRowBlocks(outRows, std::max<std::int64_t>(1, height) * first.columns * channels,
                 [&](std::int64_t begin, std::int64_t end) { together.render(begin, end); });
}

} // namespace convscope
