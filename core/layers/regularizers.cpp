// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/regularizers.h"

#include "base/check.h"

#include <cmath>

namespace convscope {

namespace {

ObjectFieldInfo factorField(std::string name, std::string doc, double value)
{
    ObjectFieldInfo info{std::move(name), std::move(doc), value, {}, {}};
    info.minimum = 0;
    return info;
}

std::vector<ObjectType> regularizerTypes()
{
    ObjectFieldInfo mode{
        "mode", "Whether rows or columns are compared.", std::string("rows"), {}, {}};
    mode.choices = {"rows", "columns"};
    return {
        {"L1", {"l1"}, "l1 · Σ|w|: drives values to zero.", {factorField("l1", "Factor.", 0.01)}},
        {"L2", {"l2"}, "l2 · Σw²: keeps values small.", {factorField("l2", "Factor.", 0.01)}},
        {"L1L2",
         {"l1_l2", "l1l2"},
         "l1 · Σ|w| + l2 · Σw².",
         {factorField("l1", "Factor of Σ|w|.", 0.0), factorField("l2", "Factor of Σw².", 0.0)}},
        {"OrthogonalRegularizer",
         {"orthogonal_regularizer"},
         "Grows with the angles between rows (or columns) that are not right; rank 2 only.",
         {factorField("factor", "Factor.", 0.01), mode}},
    };
}

double weightOf(const ObjectValue &object, std::string_view field)
{
    const Value *value = find(object, field);
    if (value == nullptr)
        return std::get<double>(*find(regularizers().make(object.className), field));
    if (const auto *n = std::get_if<std::int64_t>(value))
        return static_cast<double>(*n);
    return std::get<double>(*value);
}

double absoluteSum(const Tensor &tensor)
{
    double sum = 0;
    for (const float x : tensor.values())
        sum += std::abs(static_cast<double>(x));
    return sum;
}

double squareSum(const Tensor &tensor)
{
    double sum = 0;
    for (const float x : tensor.values())
        sum += static_cast<double>(x) * static_cast<double>(x);
    return sum;
}

/// factor · ½ · Σ_{i≠j} |⟨u_i, u_j⟩| ÷ (m(m − 1) ÷ 2), u the ℓ2-normalised rows or columns.
double orthogonalPenalty(double weight, bool rows, const Tensor &matrix)
{
    const std::int64_t count = matrix.extent(rows ? 0 : 1);
    const std::int64_t length = matrix.extent(rows ? 1 : 0);
    if (count < 2)
        return 0;
    const auto at = [&](std::int64_t vector, std::int64_t i) {
        const std::int64_t index = rows ? vector * length + i : i * count + vector;
        return static_cast<double>(matrix.values()[static_cast<std::size_t>(index)]);
    };
    const auto product = [&](std::int64_t a, std::int64_t b) {
        double sum = 0;
        for (std::int64_t i = 0; i < length; ++i)
            sum += at(a, i) * at(b, i);
        return sum;
    };
    // Keras' l2_normalize: x ÷ √max(Σx², 10⁻¹²).
    std::vector<double> norms;
    for (std::int64_t i = 0; i < count; ++i)
        norms.push_back(std::sqrt(std::max(product(i, i), 1e-12)));
    double sum = 0;
    for (std::int64_t a = 0; a < count; ++a) {
        for (std::int64_t b = a + 1; b < count; ++b)
            sum += std::abs(product(a, b)) /
                   (norms[static_cast<std::size_t>(a)] * norms[static_cast<std::size_t>(b)]);
    }
    const auto m = static_cast<double>(count);
    return weight * sum / (m * (m - 1) / 2);
}

} // namespace

const ObjectFamily &regularizers()
{
    static const ObjectFamily family("regularizer", regularizerTypes());
    return family;
}

Result<double> penalty(const ObjectValue &regularizer, const Tensor &weight)
{
    if (regularizer.isNone())
        return 0.0;
    const std::string &name = regularizer.className;
    if (name == "L1")
        return weightOf(regularizer, "l1") * absoluteSum(weight);
    if (name == "L2")
        return weightOf(regularizer, "l2") * squareSum(weight);
    if (name == "L1L2") {
        // As Keras: a factor of 0 leaves its sum out, also one that is not finite.
        const double l1 = weightOf(regularizer, "l1");
        const double l2 = weightOf(regularizer, "l2");
        return (l1 == 0 ? 0.0 : l1 * absoluteSum(weight)) +
               (l2 == 0 ? 0.0 : l2 * squareSum(weight));
    }
    check(name == "OrthogonalRegularizer", "a regularizer of the family");
    if (weight.rank() != 2)
        return fail(
            "E10", "regularizer", toJsonText(regularizer),
            words("OrthogonalRegularizer takes weights of rank 2 only. Received the shape {shape}",
                  toString(weight.extents())));
    const Value *mode = find(regularizer, "mode");
    const bool rows = mode == nullptr || std::get<std::string>(*mode) == "rows";
    return orthogonalPenalty(weightOf(regularizer, "factor"), rows, weight);
}

Result<double> activityPenalty(const ObjectValue &regularizer, const Tensor &output)
{
    auto sum = penalty(regularizer, output);
    if (sum && output.rank() > 0 && output.extent(0) > 0)
        *sum /= static_cast<double>(output.extent(0));
    return sum;
}

} // namespace convscope
