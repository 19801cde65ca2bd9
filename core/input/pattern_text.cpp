// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/patterns.h"

#include "input/sequence_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace convscope {

namespace {

constexpr std::string_view kPrefix = "pattern:";

/// Whole, not negative, below 2^63.
std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

std::string jsonQuoted(std::string_view text)
{
    return fmt::format("\"{}\"", text);
}

Failure wrong(std::string_view argument, Words rule, std::string_view received)
{
    return fail("input", std::string(argument), jsonQuoted(received),
                words("pattern: expected {argument} to be {rule}, received \"{received}\"",
                      argument, std::move(rule), received));
}

/// "64x64" → {64, 64}.
std::optional<Extents> parseSize(std::string_view text)
{
    Extents size;
    for (;;) {
        const auto end = text.find('x');
        const auto extent = wholeNumber(text.substr(0, end));
        if (!extent || *extent == 0)
            return std::nullopt;
        size.push_back(*extent);
        if (end == std::string_view::npos)
            break;
        text.remove_prefix(end + 1);
    }
    return size.size() <= 3 ? std::optional(size) : std::nullopt;
}

Extents usualSize(int spatialRank)
{
    switch (spatialRank) {
    case 1:
        return {256};
    case 3:
        return {32, 64, 64};
    default:
        return {128, 128};
    }
}

std::string knownNames()
{
    std::vector<std::string_view> names;
    for (const PatternInfo &info : patterns())
        names.push_back(info.name);
    return fmt::format("{}", fmt::join(names, ", "));
}

Result<void> readSetting(std::string_view key, std::string_view value, PatternSpec &spec)
{
    if (key == "size") {
        const auto size = parseSize(value);
        if (!size)
            return wrong("size", words("one to three numbers of at least 1 like 64x64"), value);
        spec.size = *size;
        return {};
    }
    const auto number = wholeNumber(value);
    if (key == "channels" || key == "cell") {
        if (!number || *number == 0)
            return wrong(key, words("a whole number of at least 1"), value);
        (key == "cell" ? spec.cell : spec.channels) = *number;
        return {};
    }
    if (key == "seed") {
        if (!number)
            return wrong("seed", words("a whole number of at least 0"), value);
        spec.seed = static_cast<std::uint64_t>(*number);
        return {};
    }
    return fail(
        "input", std::string(key), jsonQuoted(value),
        words("pattern: expected size, channels, cell or seed, received \"{received}\"", key));
}

} // namespace

std::span<const PatternInfo> patterns()
{
    static constexpr std::array<PatternInfo, 5> kPatterns{{
        {"impulse", "impulse",
         "A single one in the middle: a convolution answers with its kernel."},
        {"checkerboard", "checkerboard", "Squares of 0 and 1: edges and corners."},
        {"ramp", "ramp",
         "From 0 to 1 along the columns, the next channels along the other axes: derivatives "
         "become "
         "constant."},
        {"zone_plate", "zone plate",
         "Rings that grow finer up to the finest a grid can hold: which frequencies pass, in every "
         "direction."},
        {"noise", "noise", "Independent values from 0 to 1, the same for the same seed."},
    }};
    return kPatterns;
}

Result<PatternSpec> parsePattern(std::string_view text, const InputOptions &options)
{
    if (text.starts_with(kPrefix))
        text.remove_prefix(kPrefix.size());
    PatternSpec spec;
    const auto question = std::min(text.find('?'), text.size());
    spec.name = text.substr(0, question);
    if (std::ranges::find(patterns(), spec.name, &PatternInfo::name) == patterns().end())
        return fail("input", "name", jsonQuoted(spec.name),
                    words("pattern: expected one of {names}, received \"{received}\"", knownNames(),
                          spec.name));
    spec.size = usualSize(options.spatialRank.value_or(2));
    spec.channels = options.channels.value_or(1);
    std::string_view settings = text.substr(std::min(question + 1, text.size()));
    while (!settings.empty()) {
        const auto end = std::min(settings.find('&'), settings.size());
        const std::string_view setting = settings.substr(0, end);
        settings.remove_prefix(std::min(end + 1, settings.size()));
        const auto equals = std::min(setting.find('='), setting.size());
        const std::string_view value = setting.substr(std::min(equals + 1, setting.size()));
        if (const auto read = readSetting(setting.substr(0, equals), value, spec); !read)
            return fail(read.error());
    }
    const int rank = static_cast<int>(spec.size.size());
    if (options.spatialRank && *options.spatialRank != rank)
        return fail("input", "size", {},
                    words("pattern: the model's first layer takes {what}: expected a size of "
                          "{wanted} numbers, received {received}",
                          rankWords(*options.spatialRank), *options.spatialRank, rank));
    return spec;
}

std::string sizedPattern(const std::string &source, std::span<const std::int64_t> size)
{
    constexpr std::size_t kMostAxes = 3;
    if (!source.starts_with(kPrefix) || size.empty() || size.size() > kMostAxes ||
        source.find("size=") != std::string::npos)
        return source;
    const char *join = source.find('?') == std::string::npos ? "?" : "&";
    return fmt::format("{}{}size={}", source, join, fmt::join(size, "x"));
}

std::string toString(const PatternSpec &spec)
{
    std::string text = fmt::format("{}{}?size={}&channels={}", kPrefix, spec.name,
                                   fmt::join(spec.size, "x"), spec.channels);
    if (spec.name == "checkerboard")
        text += fmt::format("&cell={}", spec.cell);
    if (spec.name == "noise")
        text += fmt::format("&seed={}", spec.seed);
    return text;
}

} // namespace convscope
