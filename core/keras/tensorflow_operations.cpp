// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/tensorflow_operations.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

using Arguments = std::vector<std::pair<std::string_view, std::string>>;

std::vector<TensorFlowOperation> allOperations()
{
    const Arguments none;
    const Arguments operands{{"x", "x1"}, {"y", "x2"}};
    const Arguments reduced{{"axis", "axis"}, {"keepdims", "keepdims"}, {"keep_dims", "keepdims"}};
    const Arguments axis{{"axis", "axis"}};
    std::vector<TensorFlowOperation> list{
        {"__operators__.getitem", "ops.GetItem", {{"slice_spec", "key"}}, {}},
        {"reshape", "ops.Reshape", {{"shape", "newshape"}}, {}},
        {"transpose", "ops.Transpose", {{"perm", "axes"}}, {}},
        {"squeeze", "ops.Squeeze", axis, {}},
        {"expand_dims", "ops.ExpandDims", axis, {}},
        {"concat", "ops.Concatenate", axis, {}},
        {"stack", "ops.Stack", axis, {{"axis", "0"}}},
        {"reverse", "ops.Flip", axis, {}},
        {"repeat", "ops.Repeat", {{"repeats", "repeats"}, {"axis", "axis"}}, {}},
        {"cast", "ops.Cast", {{"dtype", "dtype"}}, {}},
        {"stop_gradient", "ops.StopGradient", none, {}},
        {"identity", "Identity", none, {}},
        {"math.add_n", "Add", none, {}},
        {"clip_by_value",
         "ops.Clip",
         {{"clip_value_min", "x_min"}, {"clip_value_max", "x_max"}},
         {}},
        {"image.resize",
         "Resizing",
         {{"size", "size"},
          {"method", "interpolation"},
          {"antialias", "antialias"},
          {"preserve_aspect_ratio", "crop_to_aspect_ratio"}},
         {}},
        {"math.l2_normalize",
         "ops.Normalize",
         {{"axis", "axis"}, {"epsilon", "epsilon"}},
         {{"epsilon", "1e-6"}}},
        {"nn.leaky_relu", "ops.LeakyRelu", {{"alpha", "negative_slope"}}, {}},
        {"nn.gelu", "ops.Gelu", {{"approximate", "approximate"}}, {{"approximate", "false"}}},
        {"nn.softmax", "ops.Softmax", axis, {}},
        {"nn.log_softmax", "ops.LogSoftmax", axis, {}},
    };
    const auto add = [&](const char *className, std::initializer_list<std::string_view> functions,
                         const Arguments &arguments) {
        for (const std::string_view function : functions)
            list.push_back({function, className, arguments, {}});
    };
    add("ops.Add", {"math.add", "__operators__.add", "__operators__.radd"}, operands);
    add("ops.Subtract", {"math.subtract", "__operators__.sub"}, operands);
    add("ops.Multiply", {"math.multiply", "__operators__.mul", "__operators__.rmul"}, operands);
    add("ops.Divide", {"math.divide", "math.truediv", "__operators__.truediv"}, operands);
    add("ops.Power", {"math.pow", "__operators__.pow"}, operands);
    add("ops.Maximum", {"math.maximum"}, operands);
    add("ops.Minimum", {"math.minimum"}, operands);
    add("ops.Mean", {"math.reduce_mean", "reduce_mean"}, reduced);
    add("ops.Sum", {"math.reduce_sum", "reduce_sum"}, reduced);
    add("ops.Max", {"math.reduce_max", "reduce_max"}, reduced);
    add("ops.Min", {"math.reduce_min", "reduce_min"}, reduced);
    add("ops.Var", {"math.reduce_variance"}, reduced);
    add("ops.Std", {"math.reduce_std"}, reduced);
    add("ops.Relu", {"nn.relu"}, none);
    add("ops.Relu6", {"nn.relu6"}, none);
    add("ops.Sigmoid", {"math.sigmoid", "nn.sigmoid", "sigmoid"}, none);
    add("ops.Silu", {"nn.silu", "nn.swish"}, none);
    add("ops.Tanh", {"math.tanh", "nn.tanh", "tanh"}, none);
    add("ops.Elu", {"nn.elu"}, none);
    add("ops.Selu", {"nn.selu"}, none);
    add("ops.Softplus", {"math.softplus", "nn.softplus"}, none);
    add("ops.Softsign", {"math.softsign", "nn.softsign"}, none);
    add("ops.LogSigmoid", {"math.log_sigmoid"}, none);
    add("ops.Negative", {"math.negative"}, none);
    add("ops.Absolute", {"math.abs"}, none);
    add("ops.Square", {"math.square"}, none);
    add("ops.Sqrt", {"math.sqrt"}, none);
    add("ops.Rsqrt", {"math.rsqrt"}, none);
    add("ops.Exp", {"math.exp"}, none);
    add("ops.Log", {"math.log"}, none);
    add("ops.Reciprocal", {"math.reciprocal"}, none);
    add("ops.Floor", {"math.floor"}, none);
    add("ops.Ceil", {"math.ceil"}, none);
    add("ops.Round", {"math.round"}, none);
    return list;
}

} // namespace

Json TensorFlowOperation::constants() const
{
    Json config = Json::object();
    for (const auto &[name, text] : fixed)
        config[name] = Json::parse(text);
    return config;
}

bool TensorFlowOperation::isPassedOver(std::string_view key) const
{
    // What is computed does not depend on these.
    static constexpr std::array<std::string_view, 4> kNames{"name", "conjugate", "output_type",
                                                            "features"};
    return std::find(kNames.begin(), kNames.end(), key) != kNames.end();
}

std::optional<std::string> TensorFlowOperation::argument(std::string_view key) const
{
    for (const auto &[theirs, ours] : arguments) {
        if (theirs == key)
            return ours;
    }
    return std::nullopt;
}

bool TensorFlowOperation::splitsSize(std::string_view key) const
{
    return key == "size" && className == "Resizing";
}

Json TensorFlowOperation::meant(std::string_view key, const Json &value) const
{
    // TensorFlow bounds the sum of squares, the class its root.
    if (key == "epsilon" && value.is_number())
        return std::sqrt(value.get<double>());
    return value;
}

const TensorFlowOperation *findTensorFlowOperation(std::string_view function)
{
    static const std::vector<TensorFlowOperation> operations = allOperations();
    // Older names of the same functions.
    constexpr std::string_view kOld = "compat.v1.";
    if (function.starts_with(kOld))
        function.remove_prefix(kOld.size());
    const auto found =
        std::find_if(operations.begin(), operations.end(),
                     [&](const TensorFlowOperation &entry) { return entry.function == function; });
    return found == operations.end() ? nullptr : &*found;
}

} // namespace convscope
