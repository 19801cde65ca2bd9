// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/initializers.h"

#include "base/check.h"
#include "base/saturating.h"
#include "kernels/parallel.h"
#include "layers/orthogonal_matrix.h"
#include "tensor/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <new>
#include <utility>

namespace convscope {

namespace {

/// Φ(2) − Φ(−2), and what cutting at two standard deviations leaves of the standard deviation.
constexpr double kWithinTwo = 0.95449973610364158;
constexpr double kBelowMinusTwo = 0.022750131948179209;
constexpr double kTruncatedShare = 0.87962566103423978;

double number(const ObjectValue &object, std::string_view field)
{
    const Value *value = find(object, field);
    if (value == nullptr)
        return std::get<double>(*find(initializers().make(object.className), field));
    if (const auto *n = std::get_if<std::int64_t>(value))
        return static_cast<double>(*n);
    return std::get<double>(*value);
}

std::string word(const ObjectValue &object, std::string_view field)
{
    const Value *value = find(object, field);
    return std::get<std::string>(
        value != nullptr ? *value : *find(initializers().make(object.className), field));
}

struct Fans
{
    double in = 1;
    double out = 1;
};

/// By position: the last two axes are input and output, those before multiply both (Keras' rule).
Fans fansOf(const Extents &shape)
{
    if (shape.empty())
        return {};
    if (shape.size() == 1)
        return {static_cast<double>(shape[0]), static_cast<double>(shape[0])};
    double field = 1;
    for (std::size_t i = 0; i + 2 < shape.size(); ++i)
        field *= static_cast<double>(shape[i]);
    return {field * static_cast<double>(shape[shape.size() - 2]),
            field * static_cast<double>(shape.back())};
}

/// Product over the axes a config names, or `otherwise` where it names none.
Result<double> fanOver(const ObjectValue &object, std::string_view field, const Extents &shape,
                       double otherwise)
{
    const Value *value = find(object, field);
    if (value == nullptr || isNone(*value))
        return otherwise;
    const auto *one = std::get_if<std::int64_t>(value);
    const auto *several = std::get_if<IntList>(value);
    const auto refuse = [&] {
        return fail(
            "E10", "initializer", toJsonText(object),
            words(
                "{field} of {class_name} must name axes of the shape {shape}. Received {received}",
                field, object.className, toString(shape), toPython(*value)));
    };
    if (one == nullptr && several == nullptr)
        return refuse();
    double fan = 1;
    for (const std::int64_t axis : one != nullptr ? IntList{*one} : *several) {
        const auto rank = static_cast<std::int64_t>(shape.size());
        const std::int64_t at = axis < 0 ? axis + rank : axis;
        if (at < 0 || at >= rank)
            return refuse();
        fan *= static_cast<double>(shape[static_cast<std::size_t>(at)]);
    }
    return fan;
}

/// The law of independent values.
struct Law
{
    enum class Kind
    {
        Uniform,
        Normal,
        Truncated
    };
    Kind kind = Kind::Uniform;
    /// Uniform: lower and upper bound; else mean and standard deviation before truncation.
    double a = 0;
    double b = 1;
};

struct Scaling
{
    double scale = 1;
    std::string mode;
    std::string distribution;
};

/// The named classes are variance scaling with fixed numbers.
Scaling scalingOf(const ObjectValue &object)
{
    const std::string &name = object.className;
    if (name == "VarianceScaling")
        return {number(object, "scale"), word(object, "mode"), word(object, "distribution")};
    const bool he = name.starts_with("He");
    return {he ? 2.0 : 1.0, name.starts_with("Glorot") ? "fan_avg" : "fan_in",
            name.ends_with("Uniform") ? "uniform" : "truncated_normal"};
}

Result<Law> scalingLaw(const ObjectValue &object, const Extents &shape)
{
    const Scaling scaling = scalingOf(object);
    const Fans fans = fansOf(shape);
    const auto in = fanOver(object, "input_axes", shape, fans.in);
    const auto out = fanOver(object, "output_axes", shape, fans.out);
    if (!in)
        return fail(in.error());
    if (!out)
        return fail(out.error());
    const double fan = scaling.mode == "fan_in"    ? *in
                       : scaling.mode == "fan_out" ? *out
                                                   : (*in + *out) / 2;
    const double variance = scaling.scale / std::max(1.0, fan);
    if (scaling.distribution == "uniform") {
        const double limit = std::sqrt(3 * variance);
        return Law{Law::Kind::Uniform, -limit, limit};
    }
    if (scaling.distribution == "untruncated_normal")
        return Law{Law::Kind::Normal, 0, std::sqrt(variance)};
    return Law{Law::Kind::Truncated, 0, std::sqrt(variance) / kTruncatedShare};
}

Result<Law> lawOf(const ObjectValue &object, const Extents &shape)
{
    if (object.className == "RandomUniform")
        return Law{Law::Kind::Uniform, number(object, "minval"), number(object, "maxval")};
    if (object.className == "RandomNormal")
        return Law{Law::Kind::Normal, number(object, "mean"), number(object, "stddev")};
    if (object.className == "TruncatedNormal")
        return Law{Law::Kind::Truncated, number(object, "mean"), number(object, "stddev")};
    return scalingLaw(object, shape);
}

float valueOf(const Law &law, double u)
{
    switch (law.kind) {
    case Law::Kind::Uniform: {
        const auto x = static_cast<float>(law.a + u * (law.b - law.a));
        // Rounding to float must not reach the excluded bound.
        if (law.b > law.a && static_cast<double>(x) >= law.b)
            return std::nextafterf(x, -std::numeric_limits<float>::infinity());
        return static_cast<double>(x) < law.a && law.b > law.a
                   ? std::nextafterf(x, std::numeric_limits<float>::infinity())
                   : x;
    }
    case Law::Kind::Normal:
        return static_cast<float>(law.a + law.b * normalQuantile(u));
    case Law::Kind::Truncated: {
        const double x = normalQuantile(kBelowMinusTwo + u * kWithinTwo);
        return static_cast<float>(law.a + law.b * std::clamp(x, -2.0, 2.0));
    }
    }
    checkFailed("a known law", std::source_location::current());
}

/// A number for the leading indices of a row, which stays when other extents change: dragging
/// `filters` then adds columns and leaves the others as they were.
std::uint64_t rowNumber(std::size_t row, const Extents &shape)
{
    std::uint64_t number = 0;
    for (std::size_t axis = shape.size() - 1; axis-- > 0;) {
        const auto extent = static_cast<std::size_t>(shape[axis]);
        FingerprintBuilder builder;
        number = builder.add(number).add(static_cast<std::uint64_t>(row % extent)).finish().low;
        row /= extent;
    }
    return number;
}

/// One row, or its part from column `first` on.
void fillRow(std::span<float> part, std::size_t first, const Law &law, const RandomField &field,
             std::uint64_t number)
{
    std::array<double, 2> pair{};
    for (std::size_t i = 0; i < part.size(); ++i) {
        const std::size_t column = first + i;
        if (i == 0 || column % 2 == 0)
            pair = field.pair(number, static_cast<std::uint32_t>(column / 2));
        part[i] = valueOf(law, pair[column % 2]);
    }
}

/// False where `stop` was requested.
bool fill(std::span<float> values, const Extents &shape, const Law &law, const Fingerprint &key,
          const std::stop_token &stop)
{
    constexpr std::size_t kTile = 8192;
    const RandomField field(key);
    const std::size_t columns = shape.empty() ? 1 : static_cast<std::size_t>(shape.back());
    const auto tiles = static_cast<std::int64_t>((values.size() + kTile - 1) / kTile);
    return parallelFor(tiles, stop, [&](std::int64_t tile) {
        std::size_t start = static_cast<std::size_t>(tile) * kTile;
        const std::size_t end = std::min(start + kTile, values.size());
        while (start < end) {
            const std::size_t row = start / columns;
            const std::size_t count = std::min(end, (row + 1) * columns) - start;
            fillRow(values.subspan(start, count), start % columns, law, field,
                    shape.empty() ? 0 : rowNumber(row, shape));
            start += count;
        }
    });
}

Failure wrongRank(const ObjectValue &object, WordsValue wanted, const Extents &shape)
{
    return fail("E10", "initializer", toJsonText(object),
                words("{class_name} makes weights of rank {rank} only. Received the shape {shape}",
                      object.className, std::move(wanted), toString(shape)));
}

Result<void> fillOrthogonal(std::span<float> values, const Extents &shape, double gain,
                            const Fingerprint &key, const std::stop_token &stop)
{
    const auto columns = static_cast<std::size_t>(shape.back());
    const std::size_t rows = values.size() / columns;
    const bool byColumns = rows >= columns;
    const std::size_t count = byColumns ? columns : rows;
    const std::size_t length = byColumns ? rows : columns;
    const std::unique_ptr<double[]> memory(new (std::nothrow) double[values.size()]);
    if (!memory)
        return fail(Error{"memory",
                          {},
                          {},
                          {},
                          words("An orthogonal matrix of the shape {shape} needs {size} MiB while "
                                "it is made, which the system did not give",
                                toString(shape), values.size() >> 17)});
    double *vectors = memory.get();
    const RandomField field(key);
    const auto place = [&](std::size_t v, std::size_t i) {
        return byColumns ? std::pair(i, v) : std::pair(v, i);
    };
    bool done = parallelFor(static_cast<std::int64_t>(count), stop, [&](std::int64_t vector) {
        const auto v = static_cast<std::size_t>(vector);
        for (std::size_t i = 0; i < length; ++i) {
            const auto [row, column] = place(v, i);
            vectors[v * length + i] =
                normalQuantile(field.uniform(row, static_cast<std::uint32_t>(column)));
        }
    });
    done = done && orthonormalize({vectors, values.size()}, static_cast<std::int64_t>(count),
                                  static_cast<std::int64_t>(length), stop);
    constexpr std::size_t kRows = 16;
    const auto tasks = static_cast<std::int64_t>((rows + kRows - 1) / kRows);
    done =
        done && parallelFor(tasks, stop, [&](std::int64_t task) {
            const std::size_t first = static_cast<std::size_t>(task) * kRows;
            const std::size_t last = std::min(first + kRows, rows);
            for (std::size_t column = 0; column < columns; ++column) {
                for (std::size_t row = first; row < last; ++row)
                    values[row * columns + column] = static_cast<float>(
                        gain * vectors[byColumns ? column * length + row : row * length + column]);
            }
        });
    if (!done)
        return fail("cancelled", {}, {}, words("The weights were not drawn to the end."));
    return {};
}

} // namespace

Result<Tensor> draw(const ObjectValue &initializer, const Extents &shape, const Fingerprint &key,
                    const std::stop_token &stop)
{
    check(!initializer.isNone(), "an initializer");
    const std::string &name = initializer.className;
    if (name == "Orthogonal" && shape.size() < 2)
        return wrongRank(initializer, words("2 or more"), shape);
    if (name == "Identity" && shape.size() != 2)
        return wrongRank(initializer, 2, shape);
    auto buffer = TensorBuffer::allocate(shape, "the weight");
    if (!buffer)
        return fail(buffer.error());
    const std::span<float> values = buffer->values();
    bool finished = true;
    if (name == "Zeros" || name == "Ones" || name == "Constant") {
        const double value = name == "Constant" ? number(initializer, "value") : name == "Ones";
        std::fill(values.begin(), values.end(), static_cast<float>(value));
    } else if (name == "Identity") {
        std::fill(values.begin(), values.end(), 0.0F);
        const auto step = static_cast<std::size_t>(shape[1]) + 1;
        const auto count = static_cast<std::size_t>(std::min(shape[0], shape[1]));
        for (std::size_t i = 0; i < count; ++i)
            values[i * step] = static_cast<float>(number(initializer, "gain"));
    } else if (name == "Orthogonal") {
        if (values.empty())
            return Tensor(std::move(*buffer));
        if (const auto filled =
                fillOrthogonal(values, shape, number(initializer, "gain"), key, stop);
            !filled)
            return fail(filled.error());
    } else {
        const auto law = lawOf(initializer, shape);
        if (!law)
            return fail(law.error());
        finished = fill(values, shape, *law, key, stop);
    }
    if (!finished)
        return fail("cancelled", {}, {}, words("The weights were not drawn to the end."));
    return Tensor(std::move(*buffer));
}

std::int64_t drawingBytes(const ObjectValue &initializer, const Extents &shape)
{
    if (initializer.className != "Orthogonal")
        return 0;
    return saturatingMultiply(
        elementCount(shape).value_or(std::numeric_limits<std::int64_t>::max()), 8);
}

} // namespace convscope
