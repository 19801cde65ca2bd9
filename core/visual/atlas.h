// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "visual/picture_file.h"
#include "visual/render.h"

#include <optional>

namespace convscope {

struct AtlasOptions
{
    std::int64_t batch = 0;
    /// Slice of a volume; empty: the middle one.
    std::optional<std::int64_t> slice;
    /// Empty: the automatic range of all maps shown, 99.6 % of their values.
    std::optional<ValueRange> range;
    /// nullptr: magma for values of one sign, vik for both.
    const Colormap *colormap = nullptr;
    /// Tiles with a side longer than this are scaled down.
    std::int64_t largestTile = 512;
};

/// Every map of a layer in one picture, in reading order.
struct Atlas
{
    Picture picture;
    std::int64_t tileRows = 0;
    std::int64_t tileColumns = 0;
    /// Tiles side by side.
    std::int64_t across = 0;
    ValueRange range;
    std::string_view colormap;
    /// Tiles have fewer pixels than maps have cells.
    bool isReduced = false;
};

/// Tiles share one range. A sequence is drawn as a heat strip, its one row repeated. Tiles shrink
/// further where the whole would pass 64 million pixels. Error "input" for a tensor without values,
/// "memory".
[[nodiscard]] Result<Atlas> atlas(const Tensor &tensor, DataFormat format,
                                  const AtlasOptions &options);

} // namespace convscope
