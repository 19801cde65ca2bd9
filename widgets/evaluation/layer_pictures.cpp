// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "evaluation/layer_pictures.h"

#include "base/check.h"
#include "kernels/parallel.h"
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

std::vector<LayerPicture> LayerPictures::draw(std::span<const Wanted> wanted)
{
    std::vector<LayerPicture> pictures(wanted.size());
    const auto drawOne = [&](std::int64_t i) {
        const Wanted &one = wanted[static_cast<std::size_t>(i)];
        pictures[static_cast<std::size_t>(i)] = {thumbnail(one.output, one.style),
                                                 linesOf(one.output, one.style)};
    };
    const bool isDone = parallelFor(static_cast<std::int64_t>(wanted.size()), {}, drawOne);
    check(isDone, "nobody stops it");
    for (std::size_t i = 0; i < wanted.size(); ++i)
        m_kept.push_front({wanted[i].output.fingerprint(), wanted[i].style, pictures[i]});
    while (m_kept.size() > kMostKept)
        m_kept.pop_back();
    return pictures;
}

} // namespace convscope
