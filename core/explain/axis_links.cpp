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
    const auto test = [&](std::int64_t o, std::int64_t k) {
        if (o >= 0 && o < map.output && map.source(o, k) == i)
            links.push_back({o, k, i});
    };
    for (std::int64_t k = 0; k < map.taps; ++k) {
        if (map.step <= 0) {
            for (std::int64_t o = 0; o < map.output; ++o)
                test(o, k);
            continue;
        }
        // The places whose division gives i: o·step from i·divisor on, as far as the rest goes.
        const std::int64_t first = i * map.divisor - k * map.tapStep + map.offset;
        const std::int64_t last = first + (map.floors ? map.divisor - 1 : 0);
        for (std::int64_t o = std::max<std::int64_t>(first, 0) / map.step; o * map.step <= last;
             ++o)
            test(o, k);
    }
    std::sort(links.begin(), links.end(), [](const AxisLink &a, const AxisLink &b) {
        return a.output != b.output ? a.output < b.output : a.tap < b.tap;
    });
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
