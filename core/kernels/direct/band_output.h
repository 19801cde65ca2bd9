// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/conv/conv_tensors.h"
#include "kernels/conv/tile_finish.h"
#include "kernels/direct/direct_band.h"

namespace convscope {

/// Where the tiles of a band write a row of results, and what happens to it afterwards while it is
/// in the cache: the activation, and its way to the planes of channels_first.
class BandOutput
{
public:
    BandOutput(const ConvArgs &args, const Band &band);

    /// One row of all the band's channels, for planes only.
    [[nodiscard]] std::int64_t scratchFloats() const;
    void prepare(float *scratch) { m_scratch = scratch; }

    /// Whether the tile applies the activation itself.
    [[nodiscard]] bool fusesRelu() const { return m_finish.fusesRelu; }
    /// Row y of the phase, `channels` from `first` of all the output's channels.
    void begin(std::int64_t y, std::int64_t first, std::int64_t channels);
    /// The row's first cell; channels innermost, stride() floats between cells.
    [[nodiscard]] float *row() const { return m_row; }
    [[nodiscard]] std::int64_t stride() const { return m_stride; }
    /// Whether a tile should write past the caches: the result is too large for them and no later
    /// step reads the row.
    [[nodiscard]] bool streams() const;
    void finish();

private:
    const ConvArgs &m_args;
    const Band &m_band;
    ConvStrides m_at;
    bool m_isLast = false;
    TileFinish m_finish;
    float *m_scratch = nullptr;
    float *m_dst = nullptr;
    float *m_row = nullptr;
    std::int64_t m_stride = 0;
    std::int64_t m_channels = 0;
};

} // namespace convscope
