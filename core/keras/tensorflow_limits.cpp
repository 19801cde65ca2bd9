// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/tensorflow_limits.h"

#include "layers/unknown_layer.h"

#include <fmt/format.h>

#include <algorithm>

namespace convscope {

namespace {

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

bool areEqual(const IntList &list)
{
    return std::adjacent_find(list.begin(), list.end(), std::not_equal_to<>()) == list.end();
}

class Limits
{
public:
    explicit Limits(const Layer &layer) : m_layer(layer) {}

    std::vector<std::string> find()
    {
        const std::string &name = m_layer.type().className;
        const bool isDepthwise = name.starts_with("Depthwise") || name.starts_with("Separable");
        if (isDepthwise && !areEqual(numbers(m_layer, "strides")))
            say("strides", "depthwise convolutions of TensorFlow take equal strides only");
        const bool isConvolution = has(m_layer, "kernel_size");
        const bool isPooling = has(m_layer, "pool_size");
        if ((isConvolution || isPooling) && word(m_layer, "data_format") == "channels_first")
            say("data_format", "TensorFlow on a CPU computes some of them in channels_last only");
        if (name.ends_with("Transpose"))
            checkTransposed();
        if (name == "RandomHeight" || name == "RandomWidth")
            say("class_name", "Keras 3 has no such layer and will not load it");
        if (name == "RandomShear")
            checkShear();
        checkWords();
        return std::move(m_found);
    }

private:
    void say(std::string_view argument, const std::string &limit)
    {
        m_found.push_back(fmt::format("{}.{}: {}", m_layer.name(), argument, limit));
    }

    void checkTransposed()
    {
        const IntList padding = numbers(m_layer, "output_padding");
        const IntList kernel = numbers(m_layer, "kernel_size");
        if (word(m_layer, "padding") == "same") {
            // The length would be one stride short of what TensorFlow makes of it.
            for (std::size_t i = 0; i < std::min(padding.size(), kernel.size()); ++i) {
                if (padding[i] == 0 && kernel[i] % 2 == 0) {
                    say("output_padding", "with padding=\"same\" and an even kernel TensorFlow "
                                          "refuses 0");
                    break;
                }
            }
        }
        const IntList dilation = numbers(m_layer, "dilation_rate");
        if (std::any_of(dilation.begin(), dilation.end(), [](auto d) { return d != 1; }) &&
            !areEqual(dilation))
            say("dilation_rate", "TensorFlow takes equal rates only");
    }

    /// The pair that Keras makes of one number.
    void checkShear()
    {
        for (const char *argument : {"x_factor", "y_factor"}) {
            const Value value = m_layer.value(argument);
            const auto *pair = std::get_if<NumberArray>(&value);
            if (pair != nullptr && std::any_of(pair->values.begin(), pair->values.end(),
                                               [](double number) { return number < 0; }))
                say(argument, "Keras 3 writes negative bounds, but refuses to load them");
        }
    }

    /// Words of our own for what Keras 2 meant; Keras 3 has no name for it.
    void checkWords()
    {
        for (const ParamInfo &info : m_layer.type().table->params()) {
            const Value value = m_layer.value(info.name);
            const auto *object = std::get_if<ObjectValue>(&value);
            const auto *text = std::get_if<std::string>(&value);
            if (object != nullptr && object->className == "hard_sigmoid_keras2")
                say(info.name, "Keras 3 has no name for the hard_sigmoid of Keras 2 (0.2x + 0.5) "
                               "and will not load it");
            if (text != nullptr && *text == "bilinear_legacy")
                say(info.name, "Keras 3 has no name for the bilinear of Keras 2.2 and 2.3, which "
                               "counts from the origin, and will not load it");
        }
    }

    const Layer &m_layer;
    std::vector<std::string> m_found;
};

} // namespace

std::vector<std::string> tensorFlowLimits(const Model &model)
{
    std::vector<std::string> all;
    for (const auto &layer : model.layers) {
        if (isUnknown(*layer))
            continue;
        for (std::string &limit : Limits(*layer).find())
            all.push_back(std::move(limit));
    }
    return all;
}

} // namespace convscope
