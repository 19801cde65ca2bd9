// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/patterns.h"

#include "base/check.h"
#include "kernels/parallel.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace convscope {

namespace {

/// A cell of a pattern: its index along each spatial axis, its channel, and its place in the
/// tensor.
struct Cell
{
    std::span<const std::int64_t> at;
    std::int64_t channel = 0;
    std::uint64_t place = 0;
};

float impulse(const PatternSpec &spec, const Cell &cell)
{
    for (std::size_t axis = 0; axis < spec.size.size(); ++axis)
        if (cell.at[axis] != spec.size[axis] / 2)
            return 0;
    return 1;
}

float checkerboard(const PatternSpec &spec, const Cell &cell)
{
    std::int64_t sum = 0;
    for (const std::int64_t index : cell.at)
        sum += index / spec.cell;
    return static_cast<float>(sum % 2);
}

float ramp(const PatternSpec &spec, const Cell &cell)
{
    const auto axes = static_cast<std::int64_t>(spec.size.size());
    const auto axis = static_cast<std::size_t>(axes - 1 - cell.channel % axes);
    const std::int64_t last = spec.size[axis] - 1;
    return last == 0 ? 0 : float(double(cell.at[axis]) / double(last));
}

/// cos(π r² ÷ N): the frequency r ÷ N reaches a half, the finest of a grid, at the middle of the
/// longest side. Channels are shifted by equal parts of a period.
float zonePlate(const PatternSpec &spec, const Cell &cell)
{
    double square = 0;
    for (std::size_t axis = 0; axis < spec.size.size(); ++axis) {
        const double distance = double(cell.at[axis]) - double(spec.size[axis] - 1) / 2;
        square += distance * distance;
    }
    const double longest = double(*std::ranges::max_element(spec.size));
    const double shift = 2 * double(cell.channel) / double(spec.channels);
    return float(0.5 + 0.5 * std::cos(std::numbers::pi * (square / longest + shift)));
}

/// SplitMix64 (Steele, Lea, Flood 2014) as a hash of seed and place: any cell can be made on its
/// own.
float noise(const PatternSpec &spec, const Cell &cell)
{
    std::uint64_t z = spec.seed * 0xD1342543DE82EF95ULL + (cell.place + 1) * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    z ^= z >> 31;
    return float(z >> 40) * 0x1p-24F;
}

using Generator = float (*)(const PatternSpec &, const Cell &);

Generator generatorOf(std::string_view name)
{
    if (name == "impulse")
        return impulse;
    if (name == "checkerboard")
        return checkerboard;
    if (name == "ramp")
        return ramp;
    if (name == "zone_plate")
        return zonePlate;
    check(name == "noise", "a pattern of the list");
    return noise;
}

Words titleOf(const PatternSpec &spec)
{
    const std::string size = fmt::format("{}", fmt::join(spec.size, " × "));
    const auto info = std::ranges::find(patterns(), spec.name, &PatternInfo::name);
    if (spec.name == "noise")
        return words("{pattern} {size}, seed {seed}", term(info->label), size, spec.seed);
    return words("{pattern} {size}", term(info->label), size);
}

} // namespace

Result<Input> patternInput(const PatternSpec &spec, const InputOptions &options)
{
    const Generator generate = generatorOf(spec.name);
    Extents extents = spec.size;
    extents.insert(extents.begin(), 1);
    extents.push_back(spec.channels);
    const Words title = titleOf(spec);
    auto buffer = TensorBuffer::allocate(std::move(extents), title.text());
    if (!buffer)
        return fail(buffer.error());

    // One task per line along the last spatial axis.
    const std::int64_t length = spec.size.back();
    const std::int64_t lineFloats = length * spec.channels;
    const auto lines = static_cast<std::int64_t>(buffer->values().size()) / lineFloats;
    const bool isSigned = options.scaling == ValueScaling::MinusOneToOne;
    float *out = buffer->data();
    const bool done = parallelFor(lines, {}, [&](std::int64_t line) {
        Extents at(spec.size.size(), 0);
        std::int64_t rest = line;
        for (std::size_t axis = spec.size.size() - 1; axis-- > 0;) {
            at[axis] = rest % spec.size[axis];
            rest /= spec.size[axis];
        }
        std::int64_t place = line * lineFloats;
        for (at.back() = 0; at.back() < length; ++at.back())
            for (std::int64_t channel = 0; channel < spec.channels; ++channel, ++place) {
                const float value =
                    generate(spec, {at, channel, static_cast<std::uint64_t>(place)});
                out[place] = isSigned ? 2 * value - 1 : value;
            }
    });
    check(done, "nobody to stop it");
    Input input;
    input.tensor = Tensor(std::move(*buffer));
    input.title = title;
    input.scaling = isSigned ? words("−1 to 1") : words("0 to 1");
    input.source = toString(spec);
    return input;
}

} // namespace convscope
