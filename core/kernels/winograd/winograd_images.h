// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/conv_tensors.h"
#include "kernels/conv/tile_finish.h"
#include "kernels/winograd/winograd_grid.h"
#include "kernels/winograd/winograd_plan.h"
#include "kernels/winograd/winograd_tile.h"

#include <array>
#include <vector>

namespace convscope {

/// Neighbouring filters of one phase or, in scratch, of several.
struct WinogradPiece
{
    std::int64_t first = 0; ///< filter of the grid
    std::int64_t count = 0;
};

/// The input and output of a run, tile by tile. Shared by the threads that run it.
class WinogradImages
{
public:
    WinogradImages(const ConvArgs &args, const WinogradGrid &grid);

    [[nodiscard]] const ConvProblem &conv() const { return m_grid.conv; }
    [[nodiscard]] const WinogradTiles &tiles() const { return m_tiles; }

    /// Whether tap `tap` along the depth meets a plane of the input.
    [[nodiscard]] bool isPlane(const WinogradTile &tile, std::int64_t tap) const;
    /// winogradInput() of a tile at a depth tap that isPlane().
    [[nodiscard]] bool transform(const WinogradTile &tile, std::int64_t tap, float *to,
                                 const WinogradPointStrides &strides) const;
    /// winogradInputPair() of two tiles of grids of one plane.
    [[nodiscard]] bool transformPair(const WinogradTile &first, const WinogradTile &second,
                                     float *to, const WinogradPointStrides &strides) const;

    /// The filters from `first` on, at most `most` and before `end`, that target() takes at once.
    [[nodiscard]] WinogradPiece piece(std::int64_t first, std::int64_t most,
                                      std::int64_t end) const;
    /// Where the results of a piece go; `spill`: [4][4][vector] floats for filters of several
    /// phases, which finish() then takes to their places.
    [[nodiscard]] WinogradTarget target(const WinogradTile &tile, const WinogradPiece &piece,
                                        float *spill) const;
    /// After the results of target() were written.
    void finish(const WinogradTile &tile, const WinogradPiece &piece,
                const WinogradTarget &target) const;
    /// The results of a piece by the definition: for tiles that see infinities.
    void byDefinition(const WinogradTile &tile, const WinogradPiece &piece) const;

private:
    using Pixels = std::array<const float *, kWinogradPoints>;

    /// Where a tile's cells lie; `pixels` is room for pointers to those of tiles at the border.
    [[nodiscard]] WinogradSource source(const WinogradTile &tile, std::int64_t tap,
                                        Pixels &pixels) const;
    /// Results of a phase along an axis that lie in a tile from grid cell `first` on.
    [[nodiscard]] std::int64_t results(std::size_t axis, std::int64_t first,
                                       std::int64_t phase) const;
    [[nodiscard]] Spatial resultCell(const WinogradTile &tile, std::int64_t phase, std::int64_t y,
                                     std::int64_t x) const;

    const ConvArgs &m_args;
    const WinogradGrid &m_grid;
    WinogradTiles m_tiles;
    ConvStrides m_srcAt;
    ConvStrides m_dstAt;
    TileFinish m_finish;
    bool m_spills = false;
    std::array<std::vector<std::int64_t>, 3> m_cells; ///< along an axis, of each phase
    std::vector<float> m_zeros;                       ///< a pixel outside the input
    std::vector<float> m_bias;                        ///< of every phase; empty: none
};

} // namespace convscope
