// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/receptive_field.h"

#include "base/integer_division.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace convscope {

namespace {

/// Fields with more phases than this are not followed.
constexpr std::int64_t kMostPhases = 1 << 14;

std::int64_t periodOf(const FieldTrack &track)
{
    return static_cast<std::int64_t>(track.phases.size());
}

CellSpan moved(CellSpan span, std::int64_t by)
{
    if (!span.isEmpty()) {
        span.first += by;
        span.last += by;
    }
    return span;
}

CellSpan united(const CellSpan &a, const CellSpan &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() ? b : a;
    return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

/// What place o sees, which may lie beyond the tensor's ends.
CellSpan seenFrom(const FieldTrack &track, std::int64_t o)
{
    const std::int64_t period = periodOf(track);
    const std::int64_t times = floorDivide(o, period);
    return moved(track.phases[static_cast<std::size_t>(o - times * period)], times * track.advance);
}

std::int64_t sizeOf(const CellSpan &span)
{
    return span.isEmpty() ? 0 : span.last - span.first + 1;
}

/// `all` and `size` of a track that follows an axis of this length.
void addUp(FieldTrack &track, std::int64_t length)
{
    track.size = 0;
    for (const CellSpan &span : track.phases)
        track.size = std::max(track.size, sizeOf(span));
    track.all = {};
    // Later periods see nothing before the first one's cells, earlier ones nothing behind the last.
    for (std::int64_t i = 0; i < std::min(periodOf(track), length); ++i)
        track.all = united(united(track.all, seenFrom(track, i)), seenFrom(track, length - 1 - i));
}

/// Everything that is seen from anywhere, from everywhere; cells that do not exist are not counted.
FieldTrack same(const FieldTrack &before)
{
    FieldTrack track = before;
    track.kind = FieldTrack::Kind::Same;
    track.phases.clear();
    track.advance = 0;
    track.all = {std::max<std::int64_t>(before.all.first, 0),
                 std::min(before.all.last, before.length - 1)};
    track.size = sizeOf(track.all);
    return track;
}

FieldTrack scattered(const FieldTrack &before)
{
    FieldTrack track = before;
    track.kind = FieldTrack::Kind::Scattered;
    track.phases.clear();
    return track;
}

std::optional<FieldTrack> throughMap(const FieldTrack &before, const AxisSight &sight,
                                     std::int64_t outputLength)
{
    const AxisMap &map = sight.map;
    // Windows that nobody could count cell by cell have no stated field.
    constexpr std::int64_t kMostTaps = std::int64_t{1} << 20;
    constexpr std::int64_t kWidest = std::int64_t{1} << 40;
    if (map.taps > kMostTaps || map.tapStep > kWidest || map.tapStep < -kWidest)
        return std::nullopt;
    FieldTrack track = before;
    track.axis = sight.from;
    track.phases.clear();
    if (sight.isPart || sight.blockOutputs > 0 || sight.twin > 0) {
        // No period: as many phases as there are places.
        if (outputLength > kMostPhases)
            return std::nullopt;
        for (std::int64_t o = 0; o < outputLength; ++o) {
            CellSpan span;
            for (const std::int64_t place : {o, o + sight.twin}) {
                if (sight.blockOutputs > 0) {
                    const std::int64_t block = place / sight.blockOutputs * sight.blockInputs;
                    for (std::int64_t i = 0; i < sight.blockInputs; ++i)
                        span = united(span, seenFrom(before, block + i));
                    continue;
                }
                for (std::int64_t k = 0; k < map.taps; ++k) {
                    if (const std::int64_t cell = map.source(place, k); cell >= 0)
                        span = united(span, seenFrom(before, cell));
                }
            }
            track.phases.push_back(span);
        }
        track.advance =
            floorDivide(before.advance * outputLength * map.step, periodOf(before) * map.divisor);
        addUp(track, outputLength);
        return track;
    }
    const std::int64_t stretched = map.divisor * periodOf(before);
    const std::int64_t period = stretched / std::gcd(stretched, map.step);
    if (period > kMostPhases)
        return std::nullopt;
    track.advance = before.advance * (period * map.step / stretched);
    for (std::int64_t o = 0; o < period; ++o) {
        CellSpan span;
        for (std::int64_t k = 0; k < map.taps; ++k) {
            const std::int64_t position = o * map.step + k * map.tapStep - map.offset;
            if (map.floors || position % map.divisor == 0)
                span = united(span, seenFrom(before, floorDivide(position, map.divisor)));
        }
        track.phases.push_back(span);
    }
    addUp(track, outputLength);
    return track;
}

/// The output's axis that holds the places of `axis` (from 1) after a reshape; 0: none does.
int axisAfter(const Sight &sight, int axis, const Extents &input, const Extents &output)
{
    std::int64_t before = 1;
    std::int64_t length = 1;
    for (const int read : sight.order) {
        length = input[static_cast<std::size_t>(read)];
        if (read == axis)
            break;
        before *= length;
    }
    std::int64_t product = 1;
    for (std::size_t i = 1; i < output.size(); ++i) {
        if (product == before && output[i] == length)
            return static_cast<int>(i);
        product *= output[i];
    }
    return 0;
}

std::optional<FieldTrack> through(const FieldTrack &before, const Sight &sight,
                                  const Extents &input, const Extents &output)
{
    using Kind = FieldTrack::Kind;
    if (before.kind == Kind::Same)
        return before;
    if (!sight.order.empty()) {
        const int axis =
            before.kind == Kind::Places ? axisAfter(sight, before.axis, input, output) : 0;
        FieldTrack track = axis > 0 ? before : scattered(before);
        track.axis = axis;
        return track;
    }
    if (before.kind == Kind::Places) {
        const AxisSight &axis = sight.axes[static_cast<std::size_t>(before.axis) - 1];
        if (axis.from < 0 && axis.cell >= 0) {
            FieldTrack one = before;
            one.all = seenFrom(before, axis.cell);
            return same(one);
        }
        if (axis.from < 0 || axis.line)
            return same(before);
        return throughMap(before, axis, output[static_cast<std::size_t>(axis.from)]);
    }
    // Without an order to follow: only what keeps every place, or sees all of them, can be told.
    bool isKept = true;
    bool isWhole = true;
    for (std::size_t i = 0; i < sight.axes.size(); ++i) {
        const AxisSight &axis = sight.axes[i];
        const bool all = (axis.from < 0 && axis.cell < 0) || axis.line;
        isWhole = isWhole && (all || input[i + 1] == 1);
        AxisMap map = axis.map;
        map.output = 1;
        map.input = 1;
        isKept = isKept && !all && axis.from >= 0 && axis.twin == 0 && axis.blockOutputs == 0 &&
                 map == AxisMap{};
    }
    if (isWhole)
        return same(before);
    return isKept ? std::optional(before) : std::nullopt;
}

std::optional<FieldTrack> unitedTrack(const FieldTrack &a, const FieldTrack &b,
                                      const Extents &output)
{
    using Kind = FieldTrack::Kind;
    if (a.kind == Kind::Same && b.kind == Kind::Same) {
        FieldTrack track = a;
        track.all = united(a.all, b.all);
        track.size = sizeOf(track.all);
        return track;
    }
    if (a.kind == Kind::Same)
        return unitedTrack(b, a, output);
    if (a.kind == Kind::Places && b.kind == Kind::Same) {
        FieldTrack track = same(a);
        if (b.all.first <= track.all.first && b.all.last >= track.all.last)
            return b;
        return std::nullopt;
    }
    if (a.kind != Kind::Places || b.kind != Kind::Places || a.axis != b.axis)
        return std::nullopt;
    const std::int64_t length = output[static_cast<std::size_t>(a.axis)];
    const bool sameRate = a.advance * periodOf(b) == b.advance * periodOf(a);
    const std::int64_t period = sameRate ? std::lcm(periodOf(a), periodOf(b)) : length;
    if (period > kMostPhases)
        return std::nullopt;
    FieldTrack track = a;
    track.phases.clear();
    for (std::int64_t o = 0; o < period; ++o)
        track.phases.push_back(united(seenFrom(a, o), seenFrom(b, o)));
    track.advance = std::max(a.advance * period / periodOf(a), b.advance * period / periodOf(b));
    addUp(track, length);
    return track;
}

} // namespace

FieldTracks inputTracks(const Shape &shape, DataFormat format)
{
    FieldTracks tracks;
    for (int i = 0; i < shape.rank() - 2; ++i) {
        FieldTrack track;
        track.axis = spatialAxis(format) + i;
        track.length = shape[track.axis].value();
        track.phases = {{0, 0}};
        track.all = {0, track.length - 1};
        tracks.push_back(std::move(track));
    }
    return tracks;
}

std::optional<FieldTracks> tracksThrough(const FieldTracks &before, const Sight &sight,
                                         const Extents &input, const Extents &output)
{
    FieldTracks tracks;
    for (const FieldTrack &track : before) {
        auto next = through(track, sight, input, output);
        if (!next)
            return std::nullopt;
        tracks.push_back(std::move(*next));
    }
    return tracks;
}

std::optional<FieldTracks> unitedTracks(const FieldTracks &a, const FieldTracks &b,
                                        const Extents &output)
{
    if (a.size() != b.size())
        return std::nullopt;
    FieldTracks tracks;
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto track = unitedTrack(a[i], b[i], output);
        if (!track)
            return std::nullopt;
        tracks.push_back(std::move(*track));
    }
    return tracks;
}

ReceptiveField fieldOf(const FieldTracks &tracks)
{
    ReceptiveField field;
    field.everything = !tracks.empty();
    for (const FieldTrack &track : tracks) {
        FieldAxis axis;
        axis.size = track.size;
        field.everything = field.everything && track.kind == FieldTrack::Kind::Same &&
                           track.all == CellSpan{0, track.length - 1};
        if (track.kind == FieldTrack::Kind::Same) {
            axis.jump = 0;
            axis.start = static_cast<double>(track.all.first);
        } else if (track.kind == FieldTrack::Kind::Scattered) {
            axis.jump = std::numeric_limits<double>::quiet_NaN();
            axis.start = axis.jump;
        } else {
            axis.jump = static_cast<double>(track.advance) / static_cast<double>(periodOf(track));
            const auto first = std::find_if(track.phases.begin(), track.phases.end(),
                                            [](const CellSpan &span) { return !span.isEmpty(); });
            axis.start = first == track.phases.end() ? 0 : static_cast<double>(first->first);
        }
        field.axes.push_back(axis);
    }
    return field;
}

} // namespace convscope
