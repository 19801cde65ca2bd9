// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/axis_links.h"

#include <algorithm>

namespace convscope {

std::vector<AxisLink> linksOfOutput(const AxisMap &map, std::int64_t o)
{
    std::vector<AxisLink> links;
    for (std::int64_t k = 0; k < map.taps; ++k)
        links.push_back({o, k, map.source(o, k)});
    return links;
}

std::vector<AxisLink> linksOfInput(const AxisMap &map, std::int64_t i)
{
    std::vector<AxisLink> links;
    for (std::int64_t o = 0; o < map.output; ++o) {
        for (std::int64_t k = 0; k < map.taps; ++k) {
            if (map.source(o, k) == i)
                links.push_back({o, k, i});
        }
    }
    return links;
}

std::vector<AxisLink> linksOfTap(const AxisMap &map, std::int64_t k)
{
    std::vector<AxisLink> links;
    for (std::int64_t o = 0; o < map.output; ++o) {
        if (const std::int64_t cell = map.source(o, k); cell >= 0)
            links.push_back({o, k, cell});
    }
    return links;
}

std::vector<std::int64_t> coverage(const AxisMap &map)
{
    std::vector<std::int64_t> counts;
    counts.reserve(static_cast<std::size_t>(std::max<std::int64_t>(map.output, 0)));
    for (std::int64_t o = 0; o < map.output; ++o) {
        std::int64_t count = 0;
        for (std::int64_t k = 0; k < map.taps; ++k)
            count += map.source(o, k) >= 0 ? 1 : 0;
        counts.push_back(count);
    }
    return counts;
}

} // namespace convscope
