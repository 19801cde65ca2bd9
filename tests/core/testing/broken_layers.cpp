// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "broken_layers.h"

#include "layers/activations.h"
#include "layers/registry.h"
#include "tensor/data_format_order.h"

#include <cmath>

using namespace convscope;
using namespace Qt::StringLiterals;

Tensor unlikeValues(const Extents &extents, double step)
{
    double x = 0;
    return makeTensor(extents, "test values",
                      [&](const Extents &) {
                          x += step;
                          return static_cast<float>(std::sin(x * x));
                      })
        .value();
}

Layer layerOf(const char *className, const std::vector<std::pair<const char *, Value>> &arguments)
{
    Layer layer(*findLayerType(className), "tried");
    for (const auto &[name, value] : arguments)
        layer = layer.with(name, value).value();
    return layer;
}

Layer sameConv()
{
    return layerOf("Conv2D", {{"filters", std::int64_t{4}},
                              {"kernel_size", IntList{3, 3}},
                              {"padding", std::string("same")}});
}

LayerProbe probeOf(const Layer &layer, const Tensor &input)
{
    LayerProbe probe{layer, {input}, {}, {}, {}};
    double step = 0.37;
    for (const WeightSpec &spec : weightSpecs(layer, std::vector<Shape>{Shape(input.extents())}))
        probe.weights.push_back(unlikeValues(spec.shape, step += 0.21));
    return probe;
}

BrokenLayer brokenBy(const QString &kind)
{
    const Tensor photo = unlikeValues({1, 8, 8, 3}, 0.11);
    LayerProbe probe = probeOf(sameConv(), photo);
    // `made` is what somebody else computed; `probe` is what we think it was.
    LayerProbe made = probe;
    if (kind == u"flipped_kernel") {
        made.weights[0] = reversed(probe.weights[0], std::vector<std::size_t>{0, 1}).value();
    } else if (kind == u"shifted_padding") {
        const Layer strided = sameConv().with("strides", IntList{2, 2}).value();
        probe = probeOf(strided, photo);
        // One zero before and none after, where Keras has none before and one after.
        const Layer pad = layerOf("ZeroPadding2D", {{"padding", PairList{{1, 0}, {1, 0}}}});
        made = probe;
        made.layer = strided.with("padding", std::string("valid")).value();
        made.inputs[0] = LayerProbe{pad, {photo}, {}, {}, {}}.compute().value();
    } else if (kind == u"swapped_axes") {
        made.weights[0] = permuted(probe.weights[0], std::vector<std::size_t>{1, 0, 2, 3}).value();
    } else if (kind == u"channel_order") {
        made.inputs[0] = reversed(photo, std::vector<std::size_t>{3}).value();
    } else if (kind == u"missing_bias") {
        made = *probe.withArgument("use_bias", false);
        made.weights.resize(1);
    } else if (kind == u"other_activation") {
        made = *probe.withArgument("activation", activations().make("elu"));
    } else if (kind == u"hard_sigmoid_2x") {
        probe = *probe.withArgument("activation", activations().make("hard_sigmoid"));
        made = *probe.withArgument("activation", activations().make("hard_sigmoid_keras2"));
    } else if (kind == u"legacy_bilinear") {
        probe =
            probeOf(layerOf("UpSampling2D", {{"interpolation", std::string("bilinear")}}), photo);
        made = *probe.withArgument("interpolation", std::string("bilinear_legacy"));
    } else if (kind == u"data_format") {
        probe.inputs[0] = unlikeValues({1, 3, 8, 8}, 0.11).reshaped({1, 8, 8, 3});
        return {probe, toDataFormat(probe.compute().value(), DataFormat::ChannelsLast,
                                    DataFormat::ChannelsFirst)};
    } else if (kind == u"weight_layout") {
        probe.weights[0] = permuted(probe.weights[0], std::vector<std::size_t>{3, 2, 0, 1}).value();
    }
    return {probe, made.compute().value()};
}
