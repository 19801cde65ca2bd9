// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/constraints.h"

#include "base/check.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Keras' epsilon, which keeps a zero norm from dividing.
constexpr double kEpsilon = 1e-7;

ObjectFieldInfo normField(std::string name, std::string doc, double value)
{
    return {std::move(name), std::move(doc), value, {}, {}};
}

ObjectFieldInfo axis()
{
    return {"axis",
            "Axes the norm runs over: [0, 1, 2] gives one norm per filter of a Conv2D kernel.",
            std::int64_t{0},
            {},
            {}};
}

std::vector<ObjectType> constraintTypes()
{
    return {
        {"MaxNorm",
         {"max_norm", "maxnorm"},
         "Norms above max_value are scaled down to it.",
         {normField("max_value", "Largest norm.", 2.0), axis()}},
        {"NonNeg", {"non_neg", "nonneg"}, "Negative values become 0.", {}},
        {"UnitNorm", {"unit_norm", "unitnorm"}, "Every norm becomes 1.", {axis()}},
        {"MinMaxNorm",
         {"min_max_norm"},
         "Norms are moved into a range, by the share `rate`.",
         {normField("min_value", "Least norm.", 0.0), normField("max_value", "Largest norm.", 1.0),
          normField("rate", "1: wholly; less: part of the way.", 1.0), axis()}},
        {"RadialConstraint",
         {"radial_constraint"},
         "Kernels become constant on square rings around their centre.",
         {}},
    };
}

double numberOf(const ObjectValue &object, std::string_view field)
{
    const Value *value = find(object, field);
    if (value == nullptr)
        return std::get<double>(*find(constraints().make(object.className), field));
    if (const auto *n = std::get_if<std::int64_t>(value))
        return static_cast<double>(*n);
    return std::get<double>(*value);
}

/// Which axes of `rank` the norm runs over.
Result<std::vector<bool>> normAxes(const ObjectValue &constraint, const Tensor &weight)
{
    const Value *value = find(constraint, "axis");
    IntList axes{0};
    if (value != nullptr) {
        const auto *one = std::get_if<std::int64_t>(value);
        axes = one != nullptr ? IntList{*one} : std::get<IntList>(*value);
    }
    std::vector<bool> reduced(static_cast<std::size_t>(weight.rank()), false);
    for (const std::int64_t given : axes) {
        const std::int64_t at = given < 0 ? given + weight.rank() : given;
        if (at < 0 || at >= weight.rank())
            return fail(
                "E10", "constraint", toJsonText(constraint),
                words("axis {axis} of {class_name} does not exist in a weight of the shape {shape}",
                      given, constraint.className, toString(weight.extents())));
        reduced[static_cast<std::size_t>(at)] = true;
    }
    return reduced;
}

/// For every value the number of its norm, and how many norms there are.
struct NormIndex
{
    std::vector<std::size_t> of;
    std::size_t count = 1;
};

NormIndex normIndex(const Extents &extents, const std::vector<bool> &reduced)
{
    NormIndex index;
    std::vector<std::size_t> stride(extents.size(), 0);
    for (std::size_t a = extents.size(); a-- > 0;) {
        if (!reduced[a]) {
            stride[a] = index.count;
            index.count *= static_cast<std::size_t>(extents[a]);
        }
    }
    index.of.assign(static_cast<std::size_t>(elementCount(extents).value_or(0)), 0);
    for (std::size_t i = 0; i < index.of.size(); ++i) {
        std::size_t rest = i;
        for (std::size_t a = extents.size(); a-- > 0;) {
            const auto extent = static_cast<std::size_t>(extents[a]);
            index.of[i] += rest % extent * stride[a];
            rest /= extent;
        }
    }
    return index;
}

/// w · wanted(‖w‖) ÷ (ε + ‖w‖).
template <class Wanted>
Result<Tensor> rescaleNorms(const ObjectValue &constraint, const Tensor &weight, Wanted wanted)
{
    const auto reduced = normAxes(constraint, weight);
    if (!reduced)
        return fail(reduced.error());
    const NormIndex index = normIndex(weight.extents(), *reduced);
    std::vector<double> factors(index.count, 0);
    const auto values = weight.values();
    for (std::size_t i = 0; i < values.size(); ++i)
        factors[index.of[i]] += static_cast<double>(values[i]) * static_cast<double>(values[i]);
    for (double &factor : factors) {
        const double norm = std::sqrt(factor);
        factor = wanted(norm) / (kEpsilon + norm);
    }
    auto buffer = TensorBuffer::allocate(weight.extents(), "the constrained weight");
    if (!buffer)
        return fail(buffer.error());
    for (std::size_t i = 0; i < values.size(); ++i)
        buffer->values()[i] =
            static_cast<float>(static_cast<double>(values[i]) * factors[index.of[i]]);
    return Tensor(std::move(*buffer));
}

Result<Tensor> nonNegative(const Tensor &weight)
{
    auto buffer = TensorBuffer::allocate(weight.extents(), "the constrained weight");
    if (!buffer)
        return fail(buffer.error());
    std::transform(weight.values().begin(), weight.values().end(), buffer->values().begin(),
                   [](float x) { return x < 0 ? 0.0F : x; });
    return Tensor(std::move(*buffer));
}

/// Row (and column) of the cell whose value the ring at distance `ring` from the centre takes, as
/// tf.keras picks it: the centre takes [s − 1], ring j outwards [s + j] (odd) or [s + j + 1]
/// (even).
std::int64_t ringSource(std::int64_t size, std::int64_t ring)
{
    const std::int64_t half = size / 2;
    if (ring == 0)
        return half - 1;
    return size % 2 != 0 ? half + ring - 1 : half + ring;
}

Result<Tensor> radial(const ObjectValue &constraint, const Tensor &weight)
{
    if (weight.rank() != 4 || weight.extent(0) != weight.extent(1))
        return fail(
            "E10", "constraint", toJsonText(constraint),
            words("RadialConstraint takes square kernels of rank 4. Received the shape {shape}",
                  toString(weight.extents())));
    const std::int64_t size = weight.extent(0);
    const std::int64_t slices = weight.extent(2) * weight.extent(3);
    if (size < 2)
        return weight;
    auto buffer = TensorBuffer::allocate(weight.extents(), "the constrained weight");
    if (!buffer)
        return fail(buffer.error());
    const std::int64_t low = (size - 1) / 2;
    const std::int64_t high = size / 2;
    for (std::int64_t row = 0; row < size; ++row) {
        for (std::int64_t column = 0; column < size; ++column) {
            const auto distance = [&](std::int64_t i) {
                return i < low ? low - i : std::max<std::int64_t>(i - high, 0);
            };
            const std::int64_t source = ringSource(size, std::max(distance(row), distance(column)));
            std::copy_n(weight.data() + (source * size + source) * slices, slices,
                        buffer->data() + (row * size + column) * slices);
        }
    }
    return Tensor(std::move(*buffer));
}

} // namespace

const ObjectFamily &constraints()
{
    static const ObjectFamily family("constraint", constraintTypes());
    return family;
}

Result<Tensor> constrain(const ObjectValue &constraint, const Tensor &weight)
{
    if (constraint.isNone())
        return weight;
    const std::string &name = constraint.className;
    if (name == "NonNeg")
        return nonNegative(weight);
    if (name == "UnitNorm")
        return rescaleNorms(constraint, weight, [](double) { return 1.0; });
    if (name == "MaxNorm") {
        const double most = numberOf(constraint, "max_value");
        return rescaleNorms(constraint, weight,
                            [most](double norm) { return std::min(norm, most); });
    }
    if (name == "MinMaxNorm") {
        const double least = numberOf(constraint, "min_value");
        const double most = numberOf(constraint, "max_value");
        const double rate = numberOf(constraint, "rate");
        return rescaleNorms(constraint, weight, [=](double norm) {
            return rate * std::min(std::max(norm, least), most) + (1 - rate) * norm;
        });
    }
    check(name == "RadialConstraint", "a constraint of the family");
    return radial(constraint, weight);
}

} // namespace convscope
