// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/data_format.h"
#include "tensor/tensor.h"

#include <QImage>
#include <QSize>

namespace convscope {

/// Which map a thumbnail shows and how.
struct ThumbnailStyle
{
    DataFormat format = DataFormat::ChannelsLast;
    std::int64_t channel = 0;
    /// Volumes: −1 is the middle slice.
    std::int64_t slice = -1;
    /// Box in device pixels; the picture keeps its aspect inside it. Sequences fill it.
    QSize box;
    bool isDark = false;
    /// A photo is shown in colour, a sequence with all its channels.
    bool isInput = false;

    bool operator==(const ThumbnailStyle &) const = default;
};

/// A small picture of one map, for cards and the ribbon. Any thread; costs a pass over the map.
[[nodiscard]] QImage thumbnail(const Tensor &output, const ThumbnailStyle &style);

} // namespace convscope
