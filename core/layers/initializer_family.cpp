// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/initializers.h"

namespace convscope {

namespace {

ObjectFieldInfo numberField(std::string name, std::string doc, double value)
{
    return {std::move(name), std::move(doc), value, {}, {}};
}

ObjectFieldInfo seed()
{
    return {"seed", "Key of the random numbers; None: follows the model's seed.", {}, {}, {}};
}

/// Keras 3 writes them beside the seed of the variance scaling classes.
std::vector<ObjectFieldInfo> scalingFields()
{
    return {seed(),
            {"input_axes", "Axes whose product is the fan-in; None: by position.", {}, {}, {}},
            {"output_axes", "Axes whose product is the fan-out; None: by position.", {}, {}, {}}};
}

ObjectType scaling(std::string className, std::string identifier, std::string doc)
{
    return {std::move(className), {std::move(identifier)}, std::move(doc), scalingFields()};
}

ObjectType varianceScaling()
{
    ObjectFieldInfo scale = numberField("scale", "Variance · fan.", 1.0);
    scale.minimum = 0;
    scale.minimumExcluded = true;
    ObjectFieldInfo mode{"mode", "Which fan divides.", std::string("fan_in"), {}, {}};
    mode.choices = {"fan_in", "fan_out", "fan_avg"};
    ObjectFieldInfo distribution{
        "distribution", "Law of the values.", std::string("truncated_normal"), {}, {}};
    distribution.choices = {"truncated_normal", "untruncated_normal", "uniform", "normal"};
    std::vector<ObjectFieldInfo> fields{scale, mode, distribution};
    for (ObjectFieldInfo &field : scalingFields())
        fields.push_back(std::move(field));
    return {"VarianceScaling",
            {"variance_scaling", "VarianceScaling"},
            "Random values whose variance is scale ÷ fan.",
            std::move(fields)};
}

std::vector<ObjectType> initializerTypes()
{
    return {
        scaling("GlorotUniform", "glorot_uniform",
                "Uniform within ±√(6 ÷ (fan_in + fan_out)): Keras' usual choice."),
        scaling("GlorotNormal", "glorot_normal",
                "Truncated normal of variance 2 ÷ (fan_in + fan_out)."),
        scaling("HeUniform", "he_uniform", "Uniform within ±√(6 ÷ fan_in): suits relu."),
        scaling("HeNormal", "he_normal", "Truncated normal of variance 2 ÷ fan_in: suits relu."),
        scaling("LecunUniform", "lecun_uniform", "Uniform within ±√(3 ÷ fan_in): suits selu."),
        scaling("LecunNormal", "lecun_normal",
                "Truncated normal of variance 1 ÷ fan_in: suits selu."),
        varianceScaling(),
        {"RandomNormal",
         {"random_normal", "normal"},
         "Normal values.",
         {numberField("mean", "Mean.", 0.0), numberField("stddev", "Standard deviation.", 0.05),
          seed()}},
        {"RandomUniform",
         {"random_uniform", "uniform"},
         "Uniform values.",
         {numberField("minval", "Least value.", -0.05), numberField("maxval", "Bound above.", 0.05),
          seed()}},
        {"TruncatedNormal",
         {"truncated_normal"},
         "Normal values, none further than two standard deviations from the mean.",
         {numberField("mean", "Mean.", 0.0), numberField("stddev", "Standard deviation.", 0.05),
          seed()}},
        {"Orthogonal",
         {"orthogonal"},
         "Orthonormal columns (or rows) of the weight as a matrix.",
         {numberField("gain", "Factor.", 1.0), seed()}},
        {"Identity",
         {"identity"},
         "Ones on the diagonal; rank 2 only.",
         {numberField("gain", "Factor.", 1.0)}},
        {"Constant",
         {"constant"},
         "One value everywhere.",
         {numberField("value", "The value.", 0.0)}},
        {"Zeros", {"zeros", "zero"}, "Zero everywhere.", {}},
        {"Ones", {"ones", "one"}, "One everywhere.", {}},
    };
}

} // namespace

const ObjectFamily &initializers()
{
    static const ObjectFamily family("initializer", initializerTypes());
    return family;
}

} // namespace convscope
