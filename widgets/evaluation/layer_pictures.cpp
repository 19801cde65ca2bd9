// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/layer_pictures.h"

#include "visual/plane.h"

#include <algorithm>

namespace convscope {

namespace {

/// At most this many channels of a sequence are drawn into one small plot.
constexpr std::int64_t kMostLines = 6;
/// Of some 200 KiB each.
constexpr std::size_t kMostKept = 64;

std::vector<LineEnvelope> linesOf(const Tensor &output, const ThumbnailStyle &style)
{
    std::vector<LineEnvelope> lines;
    if (output.rank() != 2 && output.rank() != 3)
        return lines;
    const std::int64_t first = style.isInput ? 0 : style.channel;
    const std::int64_t count = style.isInput ? kMostLines : 1;
    const std::int64_t channels = output.rank() == 2 ? 1 : channelCount(output, style.format);
    for (std::int64_t c = first; c < std::min(first + count, channels); ++c)
        lines.push_back(LineEnvelope::of(mapPlane(output, style.format, 0, c)));
    return lines;
}

} // namespace

std::optional<LayerPicture> LayerPictures::find(const Tensor &output, const ThumbnailStyle &style)
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &kept) {
        return kept.of == output.fingerprint() && kept.style == style;
    });
    if (found == m_kept.end())
        return std::nullopt;
    m_kept.splice(m_kept.begin(), m_kept, found);
    return m_kept.front().picture;
}

LayerPicture LayerPictures::draw(const Tensor &output, const ThumbnailStyle &style)
{
    LayerPicture picture{thumbnail(output, style), linesOf(output, style)};
    m_kept.push_front({output.fingerprint(), style, picture});
    if (m_kept.size() > kMostKept)
        m_kept.pop_back();
    return picture;
}

} // namespace convscope
