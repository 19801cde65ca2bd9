// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/sight_region.h"

#include "base/integer_division.h"

#include <algorithm>
#include <optional>

namespace convscope {

namespace {

/// More ranges than this are taken as one from their first to their last cell.
constexpr std::size_t kMostRanges = 1 << 16;

std::int64_t extentOf(const Extents &extents, int axis)
{
    return extents[static_cast<std::size_t>(axis)];
}

bool isShift(const AxisMap &map)
{
    return map.taps == 1 && map.step == 1 && map.divisor == 1;
}

/// The windows of neighbouring outputs leave no gap, so that a range of outputs sees a range.
bool isGapless(const AxisMap &map)
{
    return map.divisor == 1 && map.tapStep == 1 && map.step >= 0 && map.step <= map.taps;
}

void addClipped(CellSet &set, std::int64_t first, std::int64_t last, std::int64_t length)
{
    set.add(std::max<std::int64_t>(first, 0), std::min(last, length - 1));
}

CellSet seenThrough(const AxisMap &map, const CellSet &seeing)
{
    if (isShift(map))
        return seeing.shifted(-map.offset, map.input);
    CellSet seen;
    for (const CellRange &range : seeing.ranges()) {
        if (isGapless(map)) {
            addClipped(seen, range.first * map.step - map.offset,
                       range.last * map.step + map.taps - 1 - map.offset, map.input);
            continue;
        }
        for (std::int64_t o = range.first; o <= range.last; ++o) {
            for (std::int64_t k = 0; k < map.taps; ++k) {
                if (const std::int64_t cell = map.source(o, k); cell >= 0)
                    seen.add(cell, cell);
            }
        }
    }
    return seen;
}

CellSet seenInBlocks(const AxisSight &axis, const CellSet &seeing)
{
    CellSet seen;
    for (const CellRange &range : seeing.ranges())
        seen.add(range.first / axis.blockOutputs * axis.blockInputs,
                 (range.last / axis.blockOutputs + 1) * axis.blockInputs - 1);
    return seen;
}

CellSet seenAlong(const AxisSight &axis, const CellSet &seeing)
{
    return axis.blockOutputs > 0 ? seenInBlocks(axis, seeing) : seenThrough(axis.map, seeing);
}

CellRange seenFromAnywhere(const AxisSight &axis, std::int64_t length)
{
    return axis.cell >= 0 ? CellRange{axis.cell, axis.cell} : CellRange{0, length - 1};
}

bool seesOneOf(const AxisSight &axis, std::int64_t o, const CellSet &cells)
{
    if (axis.blockOutputs > 0) {
        const std::int64_t block = o / axis.blockOutputs;
        return cells.meets(block * axis.blockInputs, (block + 1) * axis.blockInputs - 1);
    }
    for (std::int64_t k = 0; k < axis.map.taps; ++k) {
        if (const std::int64_t cell = axis.map.source(o, k); cell >= 0 && cells.contains(cell))
            return true;
    }
    return false;
}

CellSet reachedAlong(const AxisSight &axis, const CellSet &cells, std::int64_t length)
{
    if (axis.blockOutputs == 0 && axis.twin == 0 && isShift(axis.map))
        return cells.shifted(axis.map.offset, length);
    CellSet reached;
    for (std::int64_t o = 0; o < length; ++o) {
        if (seesOneOf(axis, o, cells) || (axis.twin > 0 && seesOneOf(axis, o + axis.twin, cells)))
            reached.add(o, o);
    }
    return reached;
}

/// What output o would see of an axis without ends.
std::optional<CellRange> reachOf(const AxisMap &map, std::int64_t o)
{
    std::optional<CellRange> range;
    for (std::int64_t k = 0; k < map.taps; ++k) {
        const std::int64_t position = o * map.step + k * map.tapStep - map.offset;
        if (!map.floors && position % map.divisor != 0)
            continue;
        std::int64_t cell = floorDivide(position, map.divisor);
        // What repeats or blends holds its window inside; only padding behind it lies beyond.
        if (map.floors && o >= 0 && o < map.output)
            cell = std::clamp<std::int64_t>(cell, 0, map.input - 1);
        range = range ? CellRange{std::min(range->first, cell), std::max(range->last, cell)}
                      : CellRange{cell, cell};
    }
    return range;
}

/// Of all outputs of a range: its outermost ones that see something decide.
std::optional<CellRange> reachOf(const AxisMap &map, const CellRange &seeing)
{
    std::optional<CellRange> low;
    std::optional<CellRange> high;
    for (std::int64_t o = seeing.first; o <= seeing.last && !low; ++o)
        low = reachOf(map, o);
    for (std::int64_t o = seeing.last; o >= seeing.first && !high; --o)
        high = reachOf(map, o);
    if (!low || !high)
        return std::nullopt;
    // A later output may see less far back than an earlier one by less than a step, never further.
    for (std::int64_t o = seeing.first; o <= std::min(seeing.last, seeing.first + map.divisor);
         ++o) {
        if (const auto range = reachOf(map, o))
            low->first = std::min(low->first, range->first);
    }
    for (std::int64_t o = seeing.last; o >= std::max(seeing.first, seeing.last - map.divisor);
         --o) {
        if (const auto range = reachOf(map, o))
            high->last = std::max(high->last, range->last);
    }
    // A map that runs backward sees its last output's cells first.
    return CellRange{std::min(low->first, high->first), std::max(low->last, high->last)};
}

/// Sets along several axes as places in row-major order.
CellSet flattened(std::span<const CellSet> sets, std::span<const std::int64_t> lengths)
{
    CellSet linear = sets.back();
    std::int64_t size = lengths.back();
    for (std::size_t i = sets.size() - 1; i-- > 0;) {
        CellSet outer;
        const bool whole = linear.count() == size;
        for (const CellRange &range : sets[i].ranges()) {
            if (whole) {
                outer.add(range.first * size, (range.last + 1) * size - 1);
                continue;
            }
            for (std::int64_t cell = range.first; cell <= range.last; ++cell) {
                for (const CellRange &inner : linear.ranges())
                    outer.add(cell * size + inner.first, cell * size + inner.last);
                if (outer.ranges().size() > kMostRanges)
                    outer = CellSet(outer.first(), outer.last());
            }
        }
        linear = std::move(outer);
        size *= lengths[i];
    }
    return linear;
}

/// Places in row-major order as the sets that hold them along each axis.
void unflatten(const CellSet &linear, std::span<const std::int64_t> lengths,
               std::span<CellSet> sets)
{
    std::int64_t stride = 1;
    for (std::size_t i = lengths.size(); i-- > 0;) {
        const std::int64_t length = lengths[i];
        for (const CellRange &range : linear.ranges()) {
            const std::int64_t first = range.first / stride;
            const std::int64_t last = range.last / stride;
            if (last - first + 1 >= length) {
                sets[i] = CellSet(0, length - 1);
                break;
            }
            if (first % length <= last % length) {
                sets[i].add(first % length, last % length);
            } else {
                sets[i].add(first % length, length - 1);
                sets[i].add(0, last % length);
            }
        }
        stride *= length;
    }
}

/// The same values under another shape; axes that stay apart from the others stay exact.
Region reshapedRegion(const Region &cells, const Extents &from, const Extents &to)
{
    Region region(to.size());
    if (isEmpty(cells))
        return region;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < from.size() && j < to.size()) {
        std::size_t iEnd = i + 1;
        std::size_t jEnd = j + 1;
        std::int64_t a = from[i];
        std::int64_t b = to[j];
        while (a != b && (iEnd < from.size() || jEnd < to.size())) {
            if ((a < b && iEnd < from.size()) || jEnd == to.size())
                a *= from[iEnd++];
            else
                b *= to[jEnd++];
        }
        // Axes of length 1 at the end go with the last group.
        if (iEnd == from.size())
            jEnd = to.size();
        else if (jEnd == to.size())
            iEnd = from.size();
        unflatten(
            flattened(std::span(cells).subspan(i, iEnd - i), std::span(from).subspan(i, iEnd - i)),
            std::span(to).subspan(j, jEnd - j), std::span(region).subspan(j, jEnd - j));
        i = iEnd;
        j = jEnd;
    }
    for (; j < to.size(); ++j)
        region[j] = CellSet(0, 0);
    return region;
}

/// The input's axes in the order in which its values are read, without the batch.
Extents inOrder(const Extents &input, const std::vector<int> &order)
{
    Extents extents;
    for (const int axis : order)
        extents.push_back(extentOf(input, axis));
    return extents;
}

Extents withoutBatch(const Extents &extents)
{
    return {extents.begin() + 1, extents.end()};
}

Region nothing(const Extents &extents)
{
    return Region(extents.size() - 1);
}

} // namespace

Region regionOf(const Extents &cell)
{
    Region region;
    for (const std::int64_t index : cell)
        region.emplace_back(index, index);
    return region;
}

bool isEmpty(const Region &region)
{
    return region.empty() || std::any_of(region.begin(), region.end(),
                                         [](const CellSet &set) { return set.isEmpty(); });
}

void unite(Region &region, const Region &other)
{
    if (isEmpty(other))
        return;
    if (isEmpty(region)) {
        region = other;
        return;
    }
    for (std::size_t i = 0; i < region.size(); ++i)
        region[i].add(other[i]);
}

Region seenRegion(const Sight &sight, const Region &seeing, const Extents &input,
                  const Extents &output)
{
    if (isEmpty(seeing))
        return nothing(input);
    if (!sight.order.empty()) {
        const Region read =
            reshapedRegion(seeing, withoutBatch(output), inOrder(input, sight.order));
        Region region(read.size());
        for (std::size_t i = 0; i < read.size(); ++i)
            region[static_cast<std::size_t>(sight.order[i]) - 1] = read[i];
        return region;
    }
    if (sight.only &&
        !seeing[static_cast<std::size_t>(sight.only->axis) - 1].contains(sight.only->index))
        return nothing(input);
    Region region;
    for (std::size_t i = 0; i < sight.axes.size(); ++i) {
        const AxisSight &axis = sight.axes[i];
        if (axis.from < 0) {
            const CellRange seen = seenFromAnywhere(axis, input[i + 1]);
            region.emplace_back(seen.first, seen.last);
            continue;
        }
        const CellSet &from = seeing[static_cast<std::size_t>(axis.from) - 1];
        const CellSet along = axis.line ? CellSet(0, extentOf(output, axis.from) - 1) : from;
        CellSet seen = seenAlong(axis, along);
        if (axis.twin > 0) {
            CellSet twins;
            for (const CellRange &range : along.ranges())
                twins.add(range.first + axis.twin, range.last + axis.twin);
            seen.add(seenAlong(axis, twins));
        }
        region.push_back(std::move(seen));
    }
    return isEmpty(region) ? nothing(input) : region;
}

Region reachedRegion(const Sight &sight, const Region &seen, const Extents &input,
                     const Extents &output)
{
    if (isEmpty(seen))
        return nothing(output);
    if (!sight.order.empty()) {
        Region ordered;
        for (const int axis : sight.order)
            ordered.push_back(seen[static_cast<std::size_t>(axis) - 1]);
        return reshapedRegion(ordered, inOrder(input, sight.order), withoutBatch(output));
    }
    Region region;
    for (std::size_t i = 1; i < output.size(); ++i)
        region.emplace_back(0, output[i] - 1);
    for (std::size_t i = 0; i < sight.axes.size(); ++i) {
        const AxisSight &axis = sight.axes[i];
        if (axis.from < 0) {
            if (axis.cell >= 0 && !seen[i].contains(axis.cell))
                return nothing(output);
            continue;
        }
        CellSet reached = reachedAlong(axis, seen[i], extentOf(output, axis.from));
        if (axis.line && !reached.isEmpty())
            continue;
        region[static_cast<std::size_t>(axis.from) - 1] = std::move(reached);
    }
    if (sight.only)
        region[static_cast<std::size_t>(sight.only->axis) - 1] =
            CellSet(sight.only->index, sight.only->index);
    return isEmpty(region) ? nothing(output) : region;
}

std::vector<CellRange> seenReach(const Sight &sight, const std::vector<CellRange> &seeing,
                                 const Extents &input, const Extents &output)
{
    if (seeing.empty())
        return {};
    std::vector<CellRange> reach;
    if (!sight.order.empty()) {
        Region inside;
        for (std::size_t i = 0; i < seeing.size(); ++i) {
            inside.emplace_back();
            addClipped(inside.back(), seeing[i].first, seeing[i].last, output[i + 1]);
        }
        const Region seen = seenRegion(sight, inside, input, output);
        if (isEmpty(seen))
            return {};
        for (const CellSet &set : seen)
            reach.push_back({set.first(), set.last()});
        return reach;
    }
    if (sight.only) {
        const CellRange &range = seeing[static_cast<std::size_t>(sight.only->axis) - 1];
        if (sight.only->index < range.first || sight.only->index > range.last)
            return {};
    }
    for (std::size_t i = 0; i < sight.axes.size(); ++i) {
        const AxisSight &axis = sight.axes[i];
        if (axis.from < 0) {
            reach.push_back(seenFromAnywhere(axis, input[i + 1]));
            continue;
        }
        CellRange from = seeing[static_cast<std::size_t>(axis.from) - 1];
        if (axis.line)
            from = {0, extentOf(output, axis.from) - 1};
        from.last += axis.twin;
        if (axis.blockOutputs > 0 || axis.isPart) {
            CellSet inside;
            addClipped(inside, from.first, from.last, axis.map.output);
            const CellSet seen =
                seenAlong(axis, axis.blockOutputs > 0 ? CellSet(from.first, from.last) : inside);
            if (seen.isEmpty())
                return {};
            reach.push_back({seen.first(), seen.last()});
            continue;
        }
        const auto range = reachOf(axis.map, from);
        if (!range)
            return {};
        reach.push_back(*range);
    }
    return reach;
}

} // namespace convscope
