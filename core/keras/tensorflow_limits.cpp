// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/tensorflow_limits.h"

#include "layers/unknown_layer.h"
#include "model/shape_inference.h"

#include <algorithm>

namespace convscope {

namespace {

// Tried with Keras 3.15.1 on TensorFlow 2.21 (CPU), with and without TF_ENABLE_ONEDNN_OPTS=0.

bool has(const Layer &layer, std::string_view argument)
{
    return layer.type().table->indexOf(argument) >= 0;
}

std::string word(const Layer &layer, std::string_view argument)
{
    if (!has(layer, argument))
        return {};
    const Value value = layer.value(argument);
    const auto *text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string();
}

IntList numbers(const Layer &layer, std::string_view argument)
{
    if (!has(layer, argument))
        return {};
    const Value value = layer.value(argument);
    const auto *list = std::get_if<IntList>(&value);
    return list != nullptr ? *list : IntList{};
}

std::int64_t number(const Layer &layer, std::string_view argument, std::int64_t otherwise)
{
    if (!has(layer, argument))
        return otherwise;
    const Value value = layer.value(argument);
    const auto *one = std::get_if<std::int64_t>(&value);
    return one != nullptr ? *one : otherwise;
}

bool areEqual(const IntList &list)
{
    return std::adjacent_find(list.begin(), list.end(), std::not_equal_to<>()) == list.end();
}

class Finder
{
public:
    std::vector<TensorFlowLimit> take() { return std::move(m_found); }

    void look(const Layer &layer, const LayerShapes &shapes)
    {
        m_layer = &layer;
        const std::string &name = layer.type().className;
        const bool isDepthwise = name.starts_with("Depthwise") || name.starts_with("Separable");
        const bool isTransposed = name.ends_with("Transpose");
        if (isDepthwise && !areEqual(numbers(layer, "strides")))
            say("strides",
                words("TensorFlow without oneDNN (other processors than x86, or "
                      "TF_ENABLE_ONEDNN_OPTS=0) refuses a depthwise convolution whose strides "
                      "differ"),
                words("equal strides, or another backend"));
        if (isTransposed)
            checkTransposed();
        if (has(layer, "kernel_size") && word(layer, "data_format") == "channels_first")
            checkChannelsFirst(isDepthwise, isTransposed, shapes);
        if (name == "RandomHeight" || name == "RandomWidth")
            say("class_name", words("Keras 3 has no such layer and will not load it"),
                words("remove it: it does nothing once a model is trained"));
        if (name == "RandomShear")
            checkShear();
        checkWords();
    }

private:
    void say(std::string_view argument, Words limit, Words change)
    {
        for (TensorFlowLimit &known : m_found) {
            if (known.argument != argument || known.limit != limit || known.change != change)
                continue;
            if (known.layers.back() != m_layer->name())
                known.layers.push_back(m_layer->name());
            return;
        }
        m_found.push_back(
            {{m_layer->name()}, std::string(argument), std::move(limit), std::move(change)});
    }

    void checkTransposed()
    {
        const IntList padding = numbers(*m_layer, "output_padding");
        const IntList kernel = numbers(*m_layer, "kernel_size");
        const IntList dilation = numbers(*m_layer, "dilation_rate");
        const auto rate = [&](std::size_t axis) {
            return axis < dilation.size() ? dilation[axis] : 1;
        };
        if (word(*m_layer, "padding") == "same") {
            // The output is then one stride shorter than what TensorFlow would make of it.
            for (std::size_t i = 0; i < std::min(padding.size(), kernel.size()); ++i) {
                const bool spansAnEvenNumber = (kernel[i] - 1) * rate(i) % 2 != 0;
                if (padding[i] == 0 && spansAnEvenNumber) {
                    say("output_padding",
                        words("TensorFlow refuses 0 with padding=\"same\" and a kernel that spans "
                              "an even number of cells"),
                        words("output_padding=None (the output becomes one stride longer) or an "
                              "odd kernel_size"));
                    break;
                }
            }
        }
        if (std::any_of(dilation.begin(), dilation.end(), [](auto d) { return d != 1; }))
            say("dilation_rate",
                words("TensorFlow without oneDNN (other processors than x86, or "
                      "TF_ENABLE_ONEDNN_OPTS=0) refuses a dilated transposed convolution"),
                words("dilation_rate=1, or another backend"));
    }

    void checkChannelsFirst(bool isDepthwise, bool isTransposed, const LayerShapes &shapes)
    {
        const bool is3d = numbers(*m_layer, "kernel_size").size() == 3;
        const bool isGrouped = number(*m_layer, "groups", 1) != 1;
        // TensorFlow turns the others into channels_last on its own.
        if (isTransposed || (!isDepthwise && !is3d && !isGrouped))
            say("data_format",
                words("TensorFlow on a CPU without oneDNN (other processors than x86, or "
                      "TF_ENABLE_ONEDNN_OPTS=0) refuses this convolution in channels_first"),
                words("channels_last, a GPU, or another backend"));
        const Value bias = has(*m_layer, "use_bias") ? m_layer->value("use_bias") : Value(false);
        const bool *hasBias = std::get_if<bool>(&bias);
        if (hasBias == nullptr || !*hasBias || !shapes.output || shapes.output->rank() < 3)
            return;
        const Shape &output = *shapes.output;
        const auto channels = output[1];
        const auto width = output[output.rank() - 1];
        if (channels && width && *channels == *width)
            say("data_format",
                words("Keras on TensorFlow adds the bias along the width in channels_first where "
                      "the output is as wide as it has channels, which is wrong"),
                words("channels_last, use_bias=False, or another backend"));
    }

    /// The pair that Keras makes of one number.
    void checkShear()
    {
        for (const char *argument : {"x_factor", "y_factor"}) {
            const Value value = m_layer->value(argument);
            const auto *pair = std::get_if<NumberArray>(&value);
            if (pair != nullptr && std::any_of(pair->values.begin(), pair->values.end(),
                                               [](double bound) { return bound < 0; }))
                say(argument, words("Keras 3 writes negative bounds, but refuses to load them"),
                    words("bounds from 0 to 1"));
        }
    }

    /// Words of our own for what Keras 2 meant; Keras 3 has no name for it.
    void checkWords()
    {
        for (const ParamInfo &info : m_layer->type().table->params()) {
            const Value value = m_layer->value(info.name);
            const auto *object = std::get_if<ObjectValue>(&value);
            const auto *text = std::get_if<std::string>(&value);
            if (object != nullptr && object->className == "hard_sigmoid_keras2")
                say(info.name,
                    words("Keras 3 has no name for the hard_sigmoid of Keras 2 (0.2x + 0.5) and "
                          "will not load it"),
                    words("hard_sigmoid, which is (x + 3) / 6 in Keras 3"));
            if (text != nullptr && *text == "bilinear_legacy")
                say(info.name,
                    words("Keras 3 has no name for the bilinear of Keras 2.2 and 2.3, which "
                          "counts from the origin, and will not load it"),
                    words("bilinear, which samples at half pixels"));
        }
    }

    const Layer *m_layer = nullptr;
    std::vector<TensorFlowLimit> m_found;
};

} // namespace

std::vector<TensorFlowLimit> tensorFlowLimits(const Model &model)
{
    const ModelShapes shapes = inferShapes(model, inputShapes(model));
    Finder finder;
    for (int i = 0; i < model.size(); ++i) {
        // Later calls of a shared layer are written as calls of the first.
        if (!isUnknown(model.layer(i)) && &model.owner(i) == &model.layer(i))
            finder.look(model.layer(i), shapes.layers[static_cast<std::size_t>(i)]);
    }
    return finder.take();
}

Words sentence(const TensorFlowLimit &limit)
{
    const std::size_t count = limit.layers.size();
    if (count == 1)
        return words("{layer}.{argument}: {limit}. Instead: {change}", limit.layers.front(),
                     limit.argument, limit.limit, limit.change);
    if (count == 2)
        return words("{argument} of {layer} and {other}: {limit}. Instead: {change}",
                     limit.argument, limit.layers.front(), limit.layers.back(), limit.limit,
                     limit.change);
    return words("{argument} of {layer} and {count} other layers: {limit}. Instead: {change}",
                 limit.argument, limit.layers.front(), count - 1, limit.limit, limit.change);
}

} // namespace convscope
