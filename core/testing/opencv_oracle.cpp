// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/opencv_oracle.h"

#include "layers/activations.h"
#include "tensor/data_format_order.h"
#include "testing/opencv_windows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

bool isNamed(const LayerProbe &probe, std::string_view part)
{
    return probe.layer.type().className.find(part) != std::string::npos;
}

std::string textOf(const LayerProbe &probe, const char *argument)
{
    if (!probe.hasArgument(argument))
        return {};
    const Value value = probe.layer.value(argument);
    const auto *text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string();
}

// --- functions of one number ---------------------------------------------------------------------

struct DnnFunction
{
    std::string_view keras;
    const char *dnn;
};

/// Those of Keras' names without arguments that dnn has in the same form.
constexpr std::array kFunctions{
    DnnFunction{"relu", "ReLU"},         DnnFunction{"sigmoid", "Sigmoid"},
    DnnFunction{"tanh", "TanH"},         DnnFunction{"elu", "ELU"},
    DnnFunction{"silu", "Swish"},        DnnFunction{"swish", "Swish"},
    DnnFunction{"mish", "Mish"},         DnnFunction{"softplus", "Softplus"},
    DnnFunction{"softsign", "Softsign"}, DnnFunction{"selu", "Selu"}};

double numberOf(const LayerProbe &probe, const char *argument)
{
    const Value value = probe.layer.value(argument);
    const auto *number = std::get_if<double>(&value);
    return number != nullptr ? *number : 0;
}

/// The dnn layer of an activation layer; nullopt where there is none.
std::optional<cv::dnn::LayerParams> functionOf(const LayerProbe &probe)
{
    cv::dnn::LayerParams params;
    const std::string &name = probe.layer.type().className;
    if (name == "Activation") {
        const Value value = probe.layer.value("activation");
        const auto *object = std::get_if<ObjectValue>(&value);
        const auto found =
            std::find_if(kFunctions.begin(), kFunctions.end(), [&](const DnnFunction &f) {
                return object != nullptr && f.keras == object->className &&
                       activations().make(object->className) == *object;
            });
        if (found == kFunctions.end())
            return std::nullopt;
        params.type = found->dnn;
        return params;
    }
    if (name == "ReLU" && isNone(probe.layer.value("max_value")) &&
        numberOf(probe, "threshold") == 0) {
        params.type = "ReLU";
        params.set("negative_slope", numberOf(probe, "negative_slope"));
        return params;
    }
    if (name == "LeakyReLU") {
        params.type = "ReLU";
        params.set("negative_slope", numberOf(probe, "negative_slope"));
        return params;
    }
    if (name == "ELU") {
        params.type = "ELU";
        params.set("alpha", numberOf(probe, "alpha"));
        return params;
    }
    return std::nullopt;
}

/// Where a function of OpenCV's has other values than Keras' by design.
std::optional<Words> whyNotFunction(const Tensor &input, const std::string &type)
{
    // Its Softplus is log(1 + e^x) as it stands.
    constexpr float kOverflow = 80;
    for (const float value : input.values()) {
        if (!std::isfinite(value))
            return words("OpenCV's functions treat NaN and infinities in their own way");
        if (type == "Softplus" && value > kOverflow)
            return words("OpenCV's Softplus overflows above 88");
    }
    return std::nullopt;
}

// --- one line of channels after another ----------------------------------------------------------

/// (everything before the last axis, the last axis).
Extents asLines(const Extents &extents)
{
    std::int64_t lines = 1;
    for (std::size_t axis = 0; axis + 1 < extents.size(); ++axis)
        lines *= extents[axis];
    return {lines, extents.back()};
}

bool isLastAxis(const LayerProbe &probe)
{
    const Value value = probe.layer.value("axis");
    const auto *axis = std::get_if<std::int64_t>(&value);
    const auto *list = std::get_if<IntList>(&value);
    const std::int64_t at = axis != nullptr                        ? *axis
                            : list != nullptr && list->size() == 1 ? list->front()
                                                                   : 0;
    return at == -1 || at == probe.inputs.front().rank() - 1;
}

OpenCvNet denseNet(const LayerProbe &probe, const Extents &output)
{
    const Tensor &input = probe.inputs.front();
    const std::vector<std::size_t> turn{1, 0};
    const auto kernel = permuted(probe.weights[0], turn);
    OpenCvNet net{{blobOf(input, asLines(input.extents()))}, {}, output};
    cv::dnn::LayerParams params;
    params.type = "InnerProduct";
    params.set("num_output", static_cast<int>(probe.weights[0].extent(1)));
    params.set("axis", 1);
    const bool hasBias = std::get<bool>(probe.layer.value("use_bias"));
    params.set("bias_term", hasBias);
    if (kernel)
        params.blobs.push_back(ownBlob(*kernel, kernel->extents()));
    if (hasBias)
        params.blobs.push_back(ownBlob(probe.weights[1], {1, probe.weights[1].size()}));
    net.layers.push_back(std::move(params));
    return net;
}

OpenCvNet normalizationNet(const LayerProbe &probe, const Extents &output)
{
    const Tensor &input = probe.inputs.front();
    const Extents lines = asLines(input.extents());
    OpenCvNet net{{blobOf(input, {lines[0], lines[1], 1, 1})}, {}, output};
    cv::dnn::LayerParams params;
    params.type = "BatchNorm";
    params.set("eps", numberOf(probe, "epsilon"));
    params.set("has_weight", std::get<bool>(probe.layer.value("scale")));
    params.set("has_bias", std::get<bool>(probe.layer.value("center")));
    for (const char *name : {"moving_mean", "moving_variance", "gamma", "beta"}) {
        if (const auto at = probe.weightNamed(name))
            params.blobs.push_back(ownBlob(probe.weights[*at], {1, probe.weights[*at].size()}));
    }
    net.layers.push_back(std::move(params));
    return net;
}

OpenCvNet softmaxNet(const LayerProbe &probe, const Extents &output)
{
    const Tensor &input = probe.inputs.front();
    OpenCvNet net{{blobOf(input, asLines(input.extents()))}, {}, output};
    cv::dnn::LayerParams params;
    params.type = "Softmax";
    params.set("axis", 1);
    net.layers.push_back(std::move(params));
    return net;
}

OpenCvNet mergeNet(const LayerProbe &probe, const Extents &output)
{
    OpenCvNet net{{}, {}, output};
    cv::dnn::LayerParams params;
    const std::string &name = probe.layer.type().className;
    params.type = name == "Concatenate" ? "Concat" : "Eltwise";
    for (const Tensor &input : probe.inputs) {
        const Extents lines = asLines(input.extents());
        net.inputs.push_back(blobOf(input, {lines[0], lines[1], 1, 1}));
    }
    if (name == "Concatenate")
        params.set("axis", 1);
    else
        params.set("operation", std::string(name == "Multiply"  ? "prod"
                                            : name == "Maximum" ? "max"
                                            : name == "Minimum" ? "min"
                                                                : "sum"));
    const auto count = probe.inputs.size();
    std::vector<double> factors(count, name == "Average" ? 1.0 / static_cast<double>(count) : 1);
    if (name == "Subtract")
        factors.back() = -1;
    if (name == "Subtract" || name == "Average")
        params.set("coeff",
                   cv::dnn::DictValue::arrayReal(factors.data(), static_cast<int>(factors.size())));
    net.layers.push_back(std::move(params));
    return net;
}

bool haveEqualExtents(const LayerProbe &probe)
{
    return std::all_of(probe.inputs.begin(), probe.inputs.end(), [&](const Tensor &input) {
        return input.extents() == probe.inputs.front().extents();
    });
}

std::optional<Words> whyNotMerge(const LayerProbe &probe)
{
    const std::string &name = probe.layer.type().className;
    static constexpr std::array<std::string_view, 7> kMerges{
        "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate"};
    if (std::find(kMerges.begin(), kMerges.end(), name) == kMerges.end() || probe.inputs.size() < 2)
        return words("OpenCV's dnn module has no {class}", name);
    if (name == "Concatenate" && !isLastAxis(probe))
        return words("OpenCV is asked for Concatenate along the last axis only");
    if (name != "Concatenate" && !haveEqualExtents(probe))
        return words("OpenCV's Eltwise does not repeat inputs along axes of length 1");
    if (probe.inputs.front().rank() < 2)
        return words("OpenCV's dnn module takes inputs of rank 2 or more");
    return std::nullopt;
}

// --- windows -------------------------------------------------------------------------------------

std::optional<Words> whyNotWindows(const LayerProbe &probe)
{
    const LayerType &type = probe.layer.type();
    const int spatial = probe.inputs.front().rank() - 2;
    if (spatial < 1 || spatial > 3)
        return words("OpenCV's dnn module has no {class} for this rank", type.className);
    const std::vector<AxisReport> axes = probe.axes();
    if (type.group == LayerGroup::Transposed) {
        if (spatial > 2)
            return words("OpenCV's dnn module has no transposed convolution over volumes");
        for (const AxisReport &axis : axes) {
            if (axis.map.tapStep != -1 && axis.map.taps > 1)
                return words("OpenCV's Deconvolution has no dilation_rate");
            if (axis.map.offset > 0)
                return words("OpenCV's Deconvolution cannot begin before the input");
            const std::int64_t reached = (axis.map.input - 1) * axis.map.divisor + axis.map.taps;
            if (axis.map.output - axis.map.offset - reached >= axis.map.divisor)
                return words("OpenCV's Deconvolution adds fewer cells than its stride at the end");
        }
    }
    if (type.group == LayerGroup::UpSample) {
        // Other classes that resize place their cells otherwise.
        if (!isNamed(probe, "UpSampling"))
            return words("OpenCV's dnn module has no {class}", type.className);
        const std::string kind = textOf(probe, "interpolation");
        if (spatial > 2)
            return words("OpenCV's Resize knows pictures only");
        if (!kind.empty() && kind != "nearest" && kind != "bilinear")
            return words("OpenCV's Resize has no interpolation '{interpolation}'", kind);
    }
    if ((type.group == LayerGroup::Crop || type.group == LayerGroup::Pad) && axes.empty())
        return words("OpenCV's dnn module has no {class}", type.className);
    return std::nullopt;
}

OpenCvNet windowNet(const LayerProbe &probe, const Tensor &input, const Extents &output)
{
    const OpenCvWindows windows(probe, input, output);
    const bool isMax = isNamed(probe, "Max");
    switch (probe.layer.type().group) {
    case LayerGroup::Transposed:
        return windows.transposed();
    case LayerGroup::Pool:
        return isNamed(probe, "Global") ? windows.globalPooling(isMax) : windows.pooling(isMax);
    case LayerGroup::Crop:
        return windows.cropping();
    case LayerGroup::Pad:
        return windows.padding();
    case LayerGroup::UpSample:
        return windows.upSampling(textOf(probe, "interpolation") == "bilinear");
    default:
        return isNamed(probe, "Separable") ? windows.separable() : windows.convolution();
    }
}

bool isWindowed(LayerGroup group)
{
    switch (group) {
    case LayerGroup::Convolution:
    case LayerGroup::Transposed:
    case LayerGroup::Separable:
    case LayerGroup::Crop:
    case LayerGroup::Pad:
    case LayerGroup::UpSample:
    case LayerGroup::Pool:
        return true;
    default:
        return false;
    }
}

Result<Tensor> computeWindows(const LayerProbe &probe)
{
    const DataFormat own = dataFormat(probe.layer);
    const Tensor input = toDataFormat(probe.inputs.front(), own, DataFormat::ChannelsFirst);
    const std::vector<Shape> shapes{Shape(probe.inputs.front().extents())};
    const auto shape = inferShape(probe.layer, shapes);
    if (!shape)
        return fail(shape.error());
    Extents output = shape->extents().value();
    const bool isSpatial = output.size() == probe.inputs.front().extents().size();
    // An activation that halves the channels (glu) comes afterwards.
    const auto channel = static_cast<std::size_t>(
        isSpatial ? channelAxis(own, static_cast<int>(output.size())) : output.size() - 1);
    if (isSpatial && probe.activation() == "glu")
        output[channel] *= 2;
    Extents first = output;
    if (isSpatial && own == DataFormat::ChannelsLast) {
        first.erase(first.end() - 1);
        first.insert(first.begin() + 1, output.back());
    }
    auto result = runNet(windowNet(probe, input, first));
    if (!result || !isSpatial)
        return result;
    return toDataFormat(*result, DataFormat::ChannelsFirst, own);
}

Result<Tensor> computeOther(const LayerProbe &probe)
{
    std::vector<Shape> shapes;
    for (const Tensor &input : probe.inputs)
        shapes.emplace_back(input.extents());
    const auto shape = inferShape(probe.layer, shapes);
    if (!shape)
        return fail(shape.error());
    const Extents output = shape->extents().value();
    const std::string &name = probe.layer.type().className;
    if (name == "Dense") {
        Extents before = output;
        before.back() = probe.weights[0].extent(1);
        return runNet(denseNet(probe, before));
    }
    if (name == "BatchNormalization")
        return runNet(normalizationNet(probe, output));
    if (name == "Softmax")
        return runNet(softmaxNet(probe, output));
    if (probe.layer.type().group == LayerGroup::Merge)
        return runNet(mergeNet(probe, output));
    const Tensor &input = probe.inputs.front();
    return runNet({{blobOf(input, {1, 1, 1, input.size()})}, {*functionOf(probe)}, output});
}

} // namespace

std::optional<Words> whyNotByOpenCv(const LayerProbe &probe)
{
    const LayerType &type = probe.layer.type();
    if (probe.inputs.empty() || probe.inputs.front().size() == 0)
        return words("there is nothing to compute");
    if (isWindowed(type.group))
        return whyNotWindows(probe);
    if (type.className == "Dense")
        return std::nullopt;
    if (type.className == "BatchNormalization" || type.className == "Softmax")
        return isLastAxis(probe) ? std::nullopt
                                 : std::optional(words("OpenCV is asked for {class} along the last "
                                                       "axis only",
                                                       type.className));
    if (type.group == LayerGroup::Merge)
        return whyNotMerge(probe);
    if (const auto function = functionOf(probe))
        return whyNotFunction(probe.inputs.front(), function->type);
    return words("OpenCV's dnn module has no {class} that is the same function", type.className);
}

Result<Tensor> computeWithOpenCv(const LayerProbe &probe)
{
    auto result =
        isWindowed(probe.layer.type().group) ? computeWindows(probe) : computeOther(probe);
    if (!result || !probe.hasArgument("activation") || probe.layer.type().className == "Activation")
        return result;
    // What is held against OpenCV is the arithmetic before the activation.
    return applyActivation(std::get<ObjectValue>(probe.layer.value("activation")), *result, {});
}

} // namespace convscope
