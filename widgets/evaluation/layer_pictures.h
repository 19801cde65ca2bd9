// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pictures/line_envelope.h"
#include "pictures/thumbnail.h"

#include <list>
#include <optional>
#include <span>
#include <vector>

namespace convscope {

/// A layer at a glance, for its card and the ribbon.
struct LayerPicture
{
    QImage thumbnail;
    /// Sequences: the shown map, or up to six channels of the input.
    std::vector<LineEnvelope> lines;

    [[nodiscard]] bool isNull() const { return thumbnail.isNull() && lines.empty(); }
};

/// Draws pictures and keeps the recent ones: an edit changes few layers. One caller at a time.
class LayerPictures
{
public:
    /// A kept picture; nothing where it is to be drawn yet.
    [[nodiscard]] std::optional<LayerPicture> find(const Tensor &output,
                                                   const ThumbnailStyle &style);
    struct Wanted
    {
        /// The layer: the asker's own number for it.
        int index = 0;
        Tensor output;
        ThumbnailStyle style;
    };

    /// One picture each, several at a time; costs a pass over the shown maps.
    [[nodiscard]] std::vector<LayerPicture> draw(std::span<const Wanted> wanted);

private:
    struct Kept
    {
        Fingerprint of;
        ThumbnailStyle style;
        LayerPicture picture;
    };

    /// Most recently used first.
    std::list<Kept> m_kept;
};

} // namespace convscope
