// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/weights.h"

#include "base/saturating.h"
#include "layers/initializers.h"
#include "model/drawn_weights.h"

#include <algorithm>
#include <limits>

namespace convscope {

namespace {

/// A weight's own key: the model's seed, or the initializer's where it has one, as in Keras 3.
Fingerprint keyOf(const Layer &layer, const WeightSpec &spec, std::uint64_t seed)
{
    FingerprintBuilder builder;
    const Value *own = find(spec.initializer, "seed");
    if (own != nullptr && !isNone(*own))
        builder.add(std::string_view("seed")).add(std::string_view(toPython(*own)));
    else
        builder.add(seed).add(std::string_view(layer.name()));
    return builder.add(std::string_view(spec.name)).finish();
}

/// Along one axis: where the common part starts in the stored and in the new weight, and its
/// length.
struct Overlap
{
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::int64_t length = 0;
};

/// Kernel axes (all but the last two) keep their centre, channel axes their first ones.
std::vector<Overlap> overlaps(const Extents &stored, const Extents &wanted)
{
    std::vector<Overlap> parts;
    for (std::size_t axis = 0; axis < wanted.size(); ++axis) {
        Overlap part;
        part.length = std::min(stored[axis], wanted[axis]);
        if (axis + 2 < wanted.size()) {
            part.from = (stored[axis] - part.length) / 2;
            part.to = (wanted[axis] - part.length) / 2;
        }
        parts.push_back(part);
    }
    return parts;
}

/// Copies the common part of one axis and those after it.
void copyOverlap(const float *from, const Extents &stored, float *to, const Extents &wanted,
                 const std::vector<Overlap> &parts, std::size_t axis)
{
    const Overlap &part = parts[axis];
    std::int64_t fromStep = 1;
    std::int64_t toStep = 1;
    for (std::size_t a = axis + 1; a < parts.size(); ++a) {
        fromStep *= stored[a];
        toStep *= wanted[a];
    }
    from += part.from * fromStep;
    to += part.to * toStep;
    if (axis + 1 == parts.size()) {
        std::copy_n(from, part.length, to);
        return;
    }
    for (std::int64_t i = 0; i < part.length; ++i)
        copyOverlap(from + i * fromStep, stored, to + i * toStep, wanted, parts, axis + 1);
}

Result<Tensor> adapted(const Tensor &stored, const Tensor &drawn)
{
    if (stored.rank() != drawn.rank() || stored.rank() == 0)
        return drawn;
    auto buffer = TensorBuffer::allocate(drawn.extents(), "the weight");
    if (!buffer)
        return fail(buffer.error());
    std::copy(drawn.values().begin(), drawn.values().end(), buffer->data());
    copyOverlap(stored.data(), stored.extents(), buffer->data(), drawn.extents(),
                overlaps(stored.extents(), drawn.extents()), 0);
    return Tensor(std::move(*buffer));
}

} // namespace

Result<std::vector<Tensor>> effectiveWeights(const Layer &layer, std::span<const WeightSpec> specs,
                                             std::uint64_t seed, const std::stop_token &stop)
{
    const std::vector<Tensor> stored = layer.storedWeights();
    std::vector<Tensor> weights;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const WeightSpec &spec = specs[i];
        if (i < stored.size() && stored[i].isNull())
            return fail(Error{
                "memory",
                layer.name(),
                {},
                {},
                words("There is not enough memory for the edited weight {weight}", spec.name)});
        if (i < stored.size() && stored[i].extents() == spec.shape) {
            weights.push_back(stored[i]);
            continue;
        }
        auto weight = drawnWeight(spec.initializer, spec.shape, keyOf(layer, spec, seed), stop);
        if (weight && i < stored.size())
            weight = adapted(stored[i], *weight);
        if (!weight) {
            Error error = weight.error();
            error.layer = layer.name();
            if (error.argument == "initializer")
                error.argument = weightArgument(spec, "initializer");
            if (error.rule == "memory")
                error.say(words("The weight {weight}: {problem}", spec.name, error.words));
            return fail(std::move(error));
        }
        weights.push_back(std::move(*weight));
    }
    return weights;
}

DrawingBytes bytesToDraw(const Layer &layer, std::span<const WeightSpec> specs, std::uint64_t seed,
                         Remembered remembered)
{
    const std::int64_t unasked =
        remembered == Remembered::AskedOfLarge ? std::int64_t{1} << 20 : std::int64_t{-1};
    const std::size_t stored = layer.storedWeightCount();
    DrawingBytes bytes{layer.bytesToEdit(), 0};
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const WeightSpec &spec = specs[i];
        if (i < stored && layer.storedExtents(i) == spec.shape)
            continue;
        const std::int64_t own = saturatingMultiply(
            elementCount(spec.shape).value_or(std::numeric_limits<std::int64_t>::max()), 4);
        if (own <= unasked || !isDrawn(spec.initializer, spec.shape, keyOf(layer, spec, seed))) {
            bytes.kept = saturatingAdd(bytes.kept, own);
            bytes.passing = std::max(bytes.passing, drawingBytes(spec.initializer, spec.shape));
        }
        // One that is adapted is drawn and then copied.
        if (i < stored)
            bytes.kept = saturatingAdd(bytes.kept, own);
    }
    return bytes;
}

StoredShare storedShare(const Layer &layer, std::span<const WeightSpec> specs)
{
    StoredShare share;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const Extents &shape = specs[i].shape;
        share.total = saturatingAdd(share.total, elementCount(shape).value_or(0));
        if (i >= layer.storedWeightCount() || layer.storedExtents(i).size() != shape.size())
            continue;
        std::int64_t kept = 1;
        for (const Overlap &part : overlaps(layer.storedExtents(i), shape))
            kept = saturatingMultiply(kept, part.length);
        share.stored = saturatingAdd(share.stored, kept);
    }
    return share;
}

std::string weightArgument(const WeightSpec &spec, std::string_view kind)
{
    const std::string_view suffix = "_kernel";
    std::string_view prefix = spec.name;
    if (prefix.ends_with(suffix))
        prefix.remove_suffix(suffix.size());
    return std::string(prefix).append("_").append(kind);
}

} // namespace convscope
