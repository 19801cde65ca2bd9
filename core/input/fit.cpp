// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/fit.h"

#include "input/luminance.h"
#include "input/resample.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

constexpr std::array<std::string_view, 5> kNames{"refuse", "resize", "crop", "pad", "model"};

Shape reordered(const Shape &shape, DataFormat from, DataFormat to)
{
    std::vector<Dim> dims = shape.dims();
    if (from == to || dims.size() < 3)
        return shape;
    if (from == DataFormat::ChannelsFirst)
        std::rotate(dims.begin() + 1, dims.begin() + 2, dims.end());
    else
        std::rotate(dims.begin() + 1, dims.end() - 1, dims.end());
    return Shape(std::move(dims));
}

/// "10 × 12", the axes between batch and channels.
std::string sizeWords(const Extents &extents)
{
    if (extents.size() < 2)
        return {};
    return fmt::format("{}", fmt::join(extents.begin() + 1, extents.end() - 1, " × "));
}

/// The extents with the stated sizes in place of those that are stated.
Extents wantedExtents(const Extents &have, const Shape &stated)
{
    Extents wanted = have;
    for (int axis = 1; axis < stated.rank(); ++axis)
        if (stated[axis])
            wanted[static_cast<std::size_t>(axis)] = *stated[axis];
    return wanted;
}

std::string shown(const Extents &extents, DataFormat format)
{
    return reordered(Shape(extents), DataFormat::ChannelsLast, format).toString();
}

std::string received(const Extents &extents)
{
    return fmt::format("[{}]", fmt::join(extents, ","));
}

std::string ruleOf(const StatedInput &stated)
{
    return stated.isAsked ? "input" : "E11";
}

Words whoStates(const StatedInput &stated)
{
    return stated.isAsked ? words("--input-shape asks for") : words("but the model states");
}

Failure refuseChannels(const Input &input, const StatedInput &stated)
{
    return fail(ruleOf(stated), "input", received(input.tensor.extents()),
                words("{input} has the shape {received}, {who} {stated}: its channels cannot "
                      "be made of these. Grey is repeated, and colour becomes grey, nothing else.",
                      input.title, shown(input.tensor.extents(), stated.format), whoStates(stated),
                      stated.shape.toString()));
}

Failure refuseSizes(const Input &input, const StatedInput &stated)
{
    const std::string have = shown(input.tensor.extents(), stated.format);
    if (!stated.bound.isEmpty())
        return fail("E11", "input", received(input.tensor.extents()),
                    words("{input} has the shape {received}, {who} {stated}, on which "
                          "{bound} depend. --fit resize, crop or pad would fit it.",
                          input.title, have, whoStates(stated), stated.shape.toString(),
                          stated.bound));
    return fail(ruleOf(stated), "input", received(input.tensor.extents()),
                words("{input} has the shape {received}, {who} {stated}. --fit resize, crop, pad "
                      "or model would fit it.",
                      input.title, have, whoStates(stated), stated.shape.toString()));
}

bool isColour(const Input &input)
{
    return input.channelNames.size() == 3 && input.channelNames.front() == words("red");
}

/// Grey to `channels` equal ones.
Result<void> repeatGrey(Input &input, std::int64_t channels)
{
    Extents extents = input.tensor.extents();
    extents.back() = channels;
    auto buffer = TensorBuffer::allocate(extents, input.title.text());
    if (!buffer)
        return fail(buffer.error());
    float *out = buffer->data();
    for (const float value : input.tensor.values())
        out = std::fill_n(out, channels, value);
    input.tensor = Tensor(std::move(*buffer));
    input.notes.push_back(words("one channel repeated to {channels}", channels));
    input.channelNames.clear();
    return {};
}

Result<void> toGrey(Input &input)
{
    Extents extents = input.tensor.extents();
    extents.back() = 1;
    auto buffer = TensorBuffer::allocate(extents, input.title.text());
    if (!buffer)
        return fail(buffer.error());
    const float *in = input.tensor.data();
    for (float &value : buffer->values()) {
        value = static_cast<float>(luminance(in));
        in += 3;
    }
    input.tensor = Tensor(std::move(*buffer));
    input.notes.push_back(
        words("colour to grey by luminance, 0.299 · red + 0.587 · green + 0.114 · blue"));
    input.channelNames = {words("grey")};
    return {};
}

Result<void> fitChannels(Input &input, const StatedInput &stated, const Dim &channels)
{
    const std::int64_t have = input.tensor.extent(-1);
    if (!channels || have == *channels)
        return {};
    if (have == 1)
        return repeatGrey(input, *channels);
    if (*channels == 1 && isColour(input))
        return toGrey(input);
    return refuseChannels(input, stated);
}

Result<void> resize(Input &input, const Extents &wanted)
{
    if (wanted == input.tensor.extents())
        return {};
    const std::string before = sizeWords(input.tensor.extents());
    // Columns first, as TensorFlow rounds.
    for (int axis = input.tensor.rank() - 2; axis >= 1; --axis) {
        auto resized = resizedAxis(input.tensor, axis, wanted[static_cast<std::size_t>(axis)]);
        if (!resized)
            return fail(resized.error());
        input.tensor = std::move(*resized);
    }
    input.notes.push_back(
        words("resized from {before} to {after} (bilinear)", before, sizeWords(wanted)));
    return {};
}

/// What was done to the sizes, by anchor. `row`, `column`: where the part begins in the picture, or
/// the picture in the frame.
Words placeNote(Fit fit, FitAnchor anchor, std::int64_t row, std::int64_t column,
                const std::string &before, const std::string &after)
{
    const bool isCrop = fit == Fit::Crop;
    if (anchor == FitAnchor::Centre)
        return isCrop ? words("cropped at the centre from {before} to {after}", before, after)
                      : words("padded with zeros from {before} to {after}", before, after);
    if (anchor == FitAnchor::TopLeft)
        return isCrop ? words("cropped at the top left from {before} to {after}", before, after)
                      : words("padded with zeros, itself at the top left, from {before} to {after}",
                              before, after);
    if (anchor == FitAnchor::TopRight)
        return isCrop
                   ? words("cropped at the top right from {before} to {after}", before, after)
                   : words("padded with zeros, itself at the top right, from {before} to {after}",
                           before, after);
    if (anchor == FitAnchor::BottomLeft)
        return isCrop
                   ? words("cropped at the bottom left from {before} to {after}", before, after)
                   : words("padded with zeros, itself at the bottom left, from {before} to {after}",
                           before, after);
    if (anchor == FitAnchor::BottomRight)
        return isCrop ? words("cropped at the bottom right from {before} to {after}", before, after)
                      : words("padded with zeros, itself at the bottom right, from {before} to "
                              "{after}",
                              before, after);
    return isCrop ? words("cropped from row {row}, column {column} on, from {before} to {after}",
                          row, column, before, after)
                  : words("padded with zeros, itself at row {row}, column {column}, from {before} "
                          "to {after}",
                          row, column, before, after);
}

/// The extents of the part that is kept, or of the frame: slices and steps as wanted, rows and
/// columns of the wanted aspect.
Extents frameExtents(const Extents &have, const Extents &wanted, Fit fit)
{
    Extents frame = wanted;
    if (const std::size_t rank = have.size(); rank >= 4) {
        const PlaneSize plane =
            fitFrame(fit, {have[rank - 3], have[rank - 2]}, {wanted[rank - 3], wanted[rank - 2]});
        frame[rank - 3] = plane.rows;
        frame[rank - 2] = plane.columns;
    }
    return frame;
}

Result<void> place(Input &input, const Extents &frame, FitAnchor anchor, Fit fit)
{
    if (frame == input.tensor.extents())
        return {};
    const std::string before = sizeWords(input.tensor.extents());
    const int rank = input.tensor.rank();
    std::array<std::int64_t, 2> offsets{};
    for (int axis = 1; axis + 1 < rank; ++axis) {
        const std::int64_t have = input.tensor.extent(axis);
        const std::int64_t size = frame[static_cast<std::size_t>(axis)];
        // Rows and columns are the last two but the channels; slices are centred.
        const int plane = rank >= 4 ? axis - (rank - 3) : 1;
        const std::int64_t offset = fitOffset(anchor, plane, have, size);
        if (plane >= 0)
            offsets[static_cast<std::size_t>(plane)] = offset;
        auto placed = placedAxis(input.tensor, axis, size, offset);
        if (!placed)
            return fail(placed.error());
        input.tensor = std::move(*placed);
    }
    input.notes.push_back(placeNote(fit, anchor, offsets[0], offsets[1], before, sizeWords(frame)));
    return {};
}

/// Whether slices or steps are too few to be cut, or too many to be padded.
bool isAnyAxis(const Extents &have, const Extents &wanted, bool shorter)
{
    const std::size_t end = have.size() >= 4 ? have.size() - 3 : have.size() - 1;
    for (std::size_t axis = 1; axis < end; ++axis)
        if (shorter ? have[axis] < wanted[axis] : have[axis] > wanted[axis])
            return true;
    return false;
}

Failure impossible(const Input &input, const StatedInput &stated, Fit fit)
{
    const std::string have = shown(input.tensor.extents(), stated.format);
    if (fit == Fit::Crop)
        return fail(ruleOf(stated), "input", received(input.tensor.extents()),
                    words("{input} has the shape {received}, {who} {stated}: it is too small to be "
                          "cropped. --fit resize or pad would fit it.",
                          input.title, have, whoStates(stated), stated.shape.toString()));
    return fail(ruleOf(stated), "input", received(input.tensor.extents()),
                words("{input} has the shape {received}, {who} {stated}: it is too large to be "
                      "padded. --fit resize or crop would fit it.",
                      input.title, have, whoStates(stated), stated.shape.toString()));
}

} // namespace

PlaneSize fitFrame(Fit fit, PlaneSize have, PlaneSize wanted)
{
    if (fit != Fit::Crop && fit != Fit::Pad)
        return have;
    const std::int64_t rows = have.columns * wanted.rows / wanted.columns;
    const std::int64_t columns = have.rows * wanted.columns / wanted.rows;
    if (fit == Fit::Pad)
        return {std::max(have.rows, rows), std::max(have.columns, columns)};
    return {std::clamp<std::int64_t>(rows, 1, have.rows),
            std::clamp<std::int64_t>(columns, 1, have.columns)};
}

std::int64_t fitOffset(FitAnchor anchor, int axis, std::int64_t have, std::int64_t wanted)
{
    const std::int64_t over = have > wanted ? have - wanted : wanted - have;
    const double share = axis < 0 ? 0.5 : axis == 0 ? anchor.row : anchor.column;
    // Half of an odd number leaves more behind.
    return share == 0.5 ? over / 2
                        : std::llround(std::clamp(share, 0.0, 1.0) * static_cast<double>(over));
}

std::optional<Fit> fitNamed(std::string_view word)
{
    const auto found = std::ranges::find(kNames, word);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<Fit>(found - kNames.begin());
}

std::string_view nameOf(Fit fit)
{
    return kNames[static_cast<std::size_t>(fit)];
}

Result<Input> fitted(Input input, const StatedInput &stated, std::optional<Fit> fit,
                     FitAnchor anchor)
{
    const Shape shape = reordered(stated.shape, stated.format, DataFormat::ChannelsLast);
    if (shape.rank() == 0)
        return input;
    if (shape.rank() != input.tensor.rank())
        return fail(
            ruleOf(stated), "input", received(input.tensor.extents()),
            words(
                "{input} has the shape {received} of rank {rank}, {who} {stated} of rank {wanted}.",
                input.title, shown(input.tensor.extents(), stated.format), input.tensor.rank(),
                whoStates(stated), stated.shape.toString(), shape.rank()));
    if (shape.rank() < 3) {
        if (shape.rank() == 2 && shape[1] && *shape[1] != input.tensor.extent(1))
            return fail(ruleOf(stated), "input", received(input.tensor.extents()),
                        words("{input} has the shape {received}, {who} {stated}.", input.title,
                              toString(input.tensor.extents()), whoStates(stated),
                              stated.shape.toString()));
        return input;
    }
    const Input given = input; // for messages
    if (auto done = fitChannels(input, stated, shape[-1]); !done)
        return fail(done.error());
    const Extents &have = input.tensor.extents();
    const Extents wanted = wantedExtents(have, shape);
    if (have == wanted)
        return input;
    Result<void> done;
    switch (fit.value_or(Fit::Refuse)) {
    case Fit::Refuse:
        return refuseSizes(given, stated);
    case Fit::Model:
        if (!stated.bound.isEmpty())
            return refuseSizes(given, stated);
        input.notes.push_back(words("the model takes {size} in place of {stated}", sizeWords(have),
                                    sizeWords(wanted)));
        return input;
    case Fit::Resize:
        done = resize(input, wanted);
        break;
    case Fit::Crop:
        if (isAnyAxis(have, wanted, true))
            return impossible(given, stated, Fit::Crop);
        done = place(input, frameExtents(have, wanted, Fit::Crop), anchor, Fit::Crop);
        if (done)
            done = resize(input, wanted);
        break;
    case Fit::Pad:
        if (isAnyAxis(have, wanted, false))
            return impossible(given, stated, Fit::Pad);
        done = place(input, frameExtents(have, wanted, Fit::Pad), anchor, Fit::Pad);
        if (done)
            done = resize(input, wanted);
        break;
    }
    if (!done)
        return fail(done.error());
    return input;
}

} // namespace convscope
