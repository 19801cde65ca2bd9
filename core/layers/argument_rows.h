// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/activations.h"
#include "layers/constraints.h"
#include "layers/data_format_words.h"
#include "layers/initializers.h"
#include "layers/regularizers.h"
#include "schema/schema.h"
#include "tensor/default_data_format.h"

/// Arguments that several layers have: one function per row of a schema, over any parameter struct
/// with the member of that name. A layer's file lists the rows in Keras' order.
namespace convscope::rows {

template <class P>
[[nodiscard]] Param<P> filters()
{
    return param("filters", &P::filters)
        .label("Filters")
        .doc("Number of filters, which is the number of channels of the output.")
        .atLeast(1)
        .rule("E1")
        .required();
}

template <class P>
[[nodiscard]] Param<P> kernelSize()
{
    return param("kernel_size", &P::kernelSize)
        .label("Kernel size")
        .doc("Taps of a filter along each axis. One number stands for all axes.")
        .atLeast(1)
        .rules("E2", "E3")
        .required();
}

template <class P>
[[nodiscard]] Param<P> strides()
{
    return param("strides", &P::strides)
        .label("Strides")
        .doc("Cells the window moves between neighbouring outputs. A stride above 1 cannot be "
             "combined with a dilation above 1.")
        .atLeast(1)
        .rules("E2", "E3");
}

template <class P>
[[nodiscard]] Param<P> dilationRate()
{
    return param("dilation_rate", &P::dilationRate)
        .label("Dilation rate")
        .doc(
            "Distance between neighbouring taps: a wider view at the same cost. A dilation above 1 "
            "cannot be combined with a stride above 1.")
        .atLeast(1)
        .rules("E2", "E3");
}

/// valid or same.
template <class P>
[[nodiscard]] Param<P> padding()
{
    return param("padding", &P::padding)
        .label("Padding")
        .doc("valid: windows stay inside the input. same: zeros around the input, so that with "
             "stride 1 the size is kept; an odd zero goes after.")
        .choices({"valid", "same"})
        .rule("E4");
}

/// valid, same or causal: 1-D convolutions.
template <class P>
[[nodiscard]] Param<P> paddingOrCausal()
{
    return param("padding", &P::padding)
        .label("Padding")
        .doc(
            "valid: windows stay inside the input. same: zeros on both ends, so that with stride 1 "
            "the length is kept. causal: zeros before only, so that no output sees later steps.")
        .rule("E4");
}

/// Left out or None: what keras.json says.
template <class P>
[[nodiscard]] Param<P> dataFormat()
{
    return param("data_format", &P::dataFormat)
        .label("Data format")
        .doc(
            "Where the channels stand: (batch, spatial…, channels) or (batch, channels, spatial…). "
            "The default is image_data_format of keras.json.")
        .rule("E5")
        .noneMeans([] { return Value(std::string(toString(defaultDataFormat()))); })
        .noneByDefault();
}

/// Layers on sequences: left out or None is channels_last whatever keras.json says.
template <class P>
[[nodiscard]] Param<P> sequenceFormat()
{
    return param("data_format", &P::dataFormat)
        .label("Data format")
        .doc("Where the channels stand: (batch, steps, channels) or (batch, channels, steps).")
        .rule("E5")
        .noneMeans([] { return Value(std::string(toString(DataFormat::ChannelsLast))); });
}

/// One of the two above, by the number of spatial axes.
template <class P, std::size_t N>
[[nodiscard]] Param<P> dataFormatFor()
{
    if constexpr (N == 1)
        return sequenceFormat<P>();
    else
        return dataFormat<P>();
}

template <class P>
[[nodiscard]] Param<P> activation()
{
    return param("activation", &P::activation)
        .label("Activation")
        .doc("Function of the sum and the bias; linear (or None) leaves them as they are. softmax "
             "always runs along the last axis.")
        .family(activations())
        .rule("E10")
        .noneMeans([] { return Value(activations().make("linear")); });
}

template <class P>
[[nodiscard]] Param<P> useBias()
{
    return param("use_bias", &P::useBias)
        .label("Use bias")
        .doc("Whether a learned number per output channel is added before the activation.");
}

template <class P>
[[nodiscard]] Param<P> groups()
{
    return param("groups", &P::groups)
        .label("Groups")
        .doc("Parts of the channels that are convolved apart. Must divide the input channels and "
             "the "
             "filters.")
        .atLeast(1)
        .rule("E7");
}

template <class P>
[[nodiscard]] Param<P> depthMultiplier()
{
    return param("depth_multiplier", &P::depthMultiplier)
        .label("Depth multiplier")
        .doc("Outputs of the depthwise step for each input channel.")
        .atLeast(1)
        .rule("E6");
}

/// "depthwise" of depthwise_initializer means the depthwise kernel.
[[nodiscard]] inline std::string weightWords(const std::string &prefix)
{
    return prefix == "depthwise" || prefix == "pointwise" ? prefix + " kernel" : prefix;
}

template <class P>
[[nodiscard]] Param<P> initializer(const std::string &prefix, ObjectValue P::*member)
{
    return param(prefix + "_initializer", member)
        .label("Initial " + weightWords(prefix))
        .doc("How the first values of the " + weightWords(prefix) + " are drawn.")
        .family(initializers())
        .rule("E10")
        .rare()
        .noneMeans([] { return Value(initializers().make("glorot_uniform")); });
}

template <class P>
[[nodiscard]] Param<P> regularizer(const std::string &prefix, ObjectValue P::*member)
{
    return param(prefix + "_regularizer", member)
        .label("Penalty on the " + weightWords(prefix))
        .doc("Loss that grows with the values of the " + weightWords(prefix) + ".")
        .family(regularizers())
        .orNone()
        .rule("E10")
        .rare();
}

template <class P>
[[nodiscard]] Param<P> activityRegularizer()
{
    return param("activity_regularizer", &P::activityRegularizer)
        .label("Penalty on the output")
        .doc("Loss that grows with the output after the activation, divided by the batch.")
        .family(regularizers())
        .orNone()
        .rule("E10")
        .rare();
}

template <class P>
[[nodiscard]] Param<P> constraint(const std::string &prefix, ObjectValue P::*member)
{
    return param(prefix + "_constraint", member)
        .label("Constraint on the " + weightWords(prefix))
        .doc("What the values of the " + weightWords(prefix) +
             " are forced into after each training step.")
        .family(constraints())
        .orNone()
        .rule("E10")
        .rare();
}

} // namespace convscope::rows
