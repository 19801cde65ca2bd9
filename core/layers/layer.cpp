// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/layer.h"

#include "base/check.h"

#include <algorithm>

namespace convscope {

namespace {

void add(FingerprintBuilder &builder, const Value &value)
{
    builder.add(static_cast<std::uint64_t>(value.index())).add(std::string_view(toPython(value)));
}

} // namespace

Layer::Layer(const LayerType &type, std::string name)
    : m_type(&type), m_name(std::move(name)), m_params(type.table->defaults())
{
}

Value Layer::value(std::string_view argument) const
{
    const int index = m_type->table->indexOf(argument);
    check(index >= 0, "an argument of the class");
    return m_type->table->get(m_params, index);
}

Result<Layer> Layer::with(std::string_view argument, const Value &value) const
{
    const int index = m_type->table->indexOf(argument);
    if (index < 0)
        return fail(
            Error{"E16", m_name, std::string(argument), toJsonText(value),
                  words("{class_name} has no argument '{argument}'", m_type->className, argument)});
    auto params = m_type->table->with(m_params, index, value);
    if (!params) {
        Error error = params.error();
        error.layer = m_name;
        return fail(std::move(error));
    }
    return withParams(std::move(*params));
}

Layer Layer::withParams(AnyParams params) const
{
    Layer layer = *this;
    layer.m_params = std::move(params);
    return layer;
}

Layer Layer::withName(std::string name) const
{
    Layer layer = *this;
    layer.m_name = std::move(name);
    return layer;
}

Layer Layer::withInputs(std::vector<std::string> inputs) const
{
    Layer layer = *this;
    layer.m_inputs = std::move(inputs);
    return layer;
}

Layer Layer::withWeights(std::vector<Tensor> weights) const
{
    Layer layer = *this;
    layer.m_weights = std::move(weights);
    return layer;
}

Layer Layer::withBypass(bool bypassed) const
{
    Layer layer = *this;
    layer.m_bypassed = bypassed;
    return layer;
}

Layer Layer::withTrainable(bool trainable) const
{
    Layer layer = *this;
    layer.m_trainable = trainable;
    return layer;
}

Layer Layer::withSharedWith(std::string name) const
{
    Layer layer = *this;
    layer.m_sharedWith = std::move(name);
    return layer;
}

Layer Layer::withDtype(std::string policy) const
{
    Layer layer = *this;
    layer.m_dtype = std::move(policy);
    return layer;
}

Fingerprint Layer::fingerprint() const
{
    FingerprintBuilder builder;
    builder.add(std::string_view(m_type->className));
    const auto count = static_cast<int>(m_type->table->params().size());
    for (int i = 0; i < count; ++i)
        add(builder, m_type->table->get(m_params, i));
    for (const Tensor &weight : m_weights)
        builder.add(weight.fingerprint());
    builder.add(static_cast<std::uint64_t>(m_bypassed));
    return builder.finish();
}

bool Layer::operator==(const Layer &other) const
{
    return m_type == other.m_type && m_name == other.m_name && m_inputs == other.m_inputs &&
           m_bypassed == other.m_bypassed && m_trainable == other.m_trainable &&
           m_sharedWith == other.m_sharedWith && m_dtype == other.m_dtype &&
           m_weights == other.m_weights &&
           (m_params == other.m_params || m_type->table->equal(m_params, other.m_params));
}

Result<Shape> inferShape(const Layer &layer, std::span<const Shape> inputs)
{
    const LayerType &type = layer.type();
    const auto named = [&](Error error) {
        error.layer = layer.name();
        return fail(std::move(error));
    };
    const auto given = static_cast<int>(inputs.size());
    if (given < type.minInputs || given > type.maxInputs)
        return named(
            {"E11",
             {},
             "input",
             {},
             type.minInputs == type.maxInputs
                 ? (type.minInputs == 1
                        ? words("{class_name} reads {inputs} input. Received {received}",
                                type.className, type.minInputs, given)
                        : words("{class_name} reads {inputs} inputs. Received {received}",
                                type.className, type.minInputs, given))
                 : words("{class_name} reads at least {inputs} inputs. Received {received}",
                         type.className, type.minInputs, given)});
    for (const Shape &shape : inputs) {
        if (type.inputRank != 0 && shape.rank() != type.inputRank)
            return named({"E11",
                          {},
                          "input",
                          {},
                          words("{class_name} expects an input of rank {rank}. Received rank "
                                "{received}, shape {shape}",
                                type.className, type.inputRank, shape.rank(), shape.toString())});
    }
    auto shape = type.inferShape(layer.params(), inputs);
    if (!shape)
        return named(shape.error());
    return shape;
}

std::vector<WeightSpec> weightSpecs(const Layer &layer, std::span<const Shape> inputs)
{
    if (!layer.type().weightSpecs)
        return {};
    return layer.type().weightSpecs(layer.params(), inputs);
}

Sight sightOf(const Layer &layer, std::span<const Shape> inputs, const Shape &output,
              std::size_t which)
{
    if (layer.isBypassed())
        return samePlaceOf(inputs[which], output);
    return layer.type().sight(layer.params(), inputs, output, which);
}

DataFormat dataFormat(const Layer &layer)
{
    return layer.type().dataFormat ? layer.type().dataFormat(layer.params())
                                   : DataFormat::ChannelsLast;
}

} // namespace convscope
