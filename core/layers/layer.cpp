// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/layer.h"

#include "base/check.h"
#include "layers/unknown_layer.h"

#include <algorithm>
#include <tuple>

namespace convscope {

namespace {

bool covers(const WeightBlock &block, const WeightBlock &other)
{
    for (std::size_t axis = 0; axis < block.first.size(); ++axis) {
        const std::int64_t end = block.first[axis] + block.values.extents()[axis];
        if (other.first[axis] < block.first[axis] ||
            other.first[axis] + other.values.extents()[axis] > end)
            return false;
    }
    return true;
}

void add(FingerprintBuilder &builder, const Value &value)
{
    builder.add(static_cast<std::uint64_t>(value.index())).add(std::string_view(toPython(value)));
}

bool refuses(const std::shared_ptr<const LayerStatement> &statement, std::string_view argument)
{
    return statement != nullptr &&
           std::any_of(statement->refused.begin(), statement->refused.end(),
                       [&](const RefusedArgument &r) { return r.argument == argument; });
}

/// The parameters with those refused arguments that are legal by now, and the statement without
/// them and without `settled`.
std::pair<AnyParams, std::shared_ptr<const LayerStatement>>
retried(const LayerType &type, const std::shared_ptr<const LayerStatement> &statement,
        std::string_view settled, AnyParams params)
{
    auto rest = std::make_shared<LayerStatement>(*statement);
    std::erase_if(rest->refused, [&](const RefusedArgument &r) { return r.argument == settled; });
    std::erase_if(rest->refused, [&](const RefusedArgument &r) {
        const int index = type.table->indexOf(r.argument);
        if (index < 0 || !r.value)
            return false;
        auto taken = type.table->with(params, index, *r.value);
        if (taken)
            params = std::move(*taken);
        return taken.has_value();
    });
    if (rest->isEmpty())
        return {std::move(params), nullptr};
    return {std::move(params), std::move(rest)};
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
    if (index < 0 && isNone(value) && refuses(m_statement, argument))
        return withStatement(retried(*m_type, m_statement, argument, m_params).second);
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
    Layer layer = withParams(std::move(*params));
    if (m_statement != nullptr && !m_statement->refused.empty())
        std::tie(layer.m_params, layer.m_statement) =
            retried(*m_type, m_statement, argument, layer.m_params);
    return layer;
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
    layer.m_blocks.reset();
    return layer;
}

Layer Layer::withWeightsOf(const Layer &other) const
{
    Layer layer = *this;
    layer.m_weights = other.m_weights;
    layer.m_blocks = other.m_blocks;
    return layer;
}

Result<Layer> Layer::withWeightBlock(WeightBlock block) const
{
    if (block.weight >= m_weights.size())
        return fail(Error{"input", m_name, "weights", std::to_string(block.weight),
                          words("{layer} has no stored weight {weight}: it has {count}", m_name,
                                block.weight, m_weights.size())});
    const Tensor &weight = m_weights[block.weight];
    if (const auto fits = checkBlock(block, weight.extents()); !fits) {
        Error error = fits.error();
        error.layer = m_name;
        return fail(std::move(error));
    }
    auto blocks = m_blocks ? *m_blocks : std::vector<WeightBlock>();
    // Nothing is to be seen of those that it covers.
    std::erase_if(blocks, [&](const WeightBlock &other) {
        return other.weight == block.weight && covers(block, other);
    });
    const bool isFirst = std::none_of(blocks.begin(), blocks.end(), [&](const WeightBlock &other) {
        return other.weight == block.weight;
    });
    const auto before =
        isFirst ? blockOf(weight, block.first, block.values.extents()) : Result<Tensor>(Tensor());
    if (!before)
        return fail(before.error());
    // As it was before any edit.
    const bool isAsBefore =
        isFirst && std::equal(before->values().begin(), before->values().end(),
                              block.values.values().begin(), block.values.values().end());
    if (!isAsBefore)
        blocks.push_back(std::move(block));
    Layer layer = *this;
    layer.m_blocks = blocks.empty()
                         ? nullptr
                         : std::make_shared<const std::vector<WeightBlock>>(std::move(blocks));
    return layer;
}

std::vector<Tensor> Layer::storedWeights() const
{
    std::vector<Tensor> weights = m_weights;
    if (m_blocks) {
        for (std::size_t i = 0; i < weights.size(); ++i)
            weights[i] = editedWeight(weights[i], i, *m_blocks);
    }
    return weights;
}

std::int64_t Layer::bytesToEdit() const
{
    std::int64_t bytes = 0;
    for (std::size_t i = 0; m_blocks && i < m_weights.size(); ++i)
        bytes += convscope::bytesToEdit(m_weights[i], i, *m_blocks);
    return bytes;
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

Layer Layer::withStatement(std::shared_ptr<const LayerStatement> statement) const
{
    Layer layer = *this;
    layer.m_statement = std::move(statement);
    return layer;
}

const RefusedArgument *Layer::refusedArgument() const
{
    return m_statement != nullptr && !m_statement->refused.empty() ? &m_statement->refused.front()
                                                                   : nullptr;
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
    for (std::size_t i = 0; m_blocks && i < m_blocks->size(); ++i) {
        const WeightBlock &block = (*m_blocks)[i];
        builder.add(static_cast<std::uint64_t>(block.weight)).add(block.values.fingerprint());
        for (const std::int64_t cell : block.first)
            builder.add(cell);
    }
    builder.add(static_cast<std::uint64_t>(m_bypassed));
    if (isUnknown(*m_type))
        addIdentity(builder, m_params);
    return builder.finish();
}

bool Layer::operator==(const Layer &other) const
{
    return m_type == other.m_type && m_name == other.m_name && m_inputs == other.m_inputs &&
           m_bypassed == other.m_bypassed && m_trainable == other.m_trainable &&
           m_sharedWith == other.m_sharedWith && m_weights == other.m_weights &&
           (m_statement == other.m_statement ||
            (m_statement != nullptr && other.m_statement != nullptr &&
             *m_statement == *other.m_statement)) &&
           (m_blocks == other.m_blocks ||
            (m_blocks && other.m_blocks && *m_blocks == *other.m_blocks)) &&
           (m_params == other.m_params || m_type->table->equal(m_params, other.m_params));
}

Result<Shape> inferShape(const Layer &layer, std::span<const Shape> inputs)
{
    const LayerType &type = layer.type();
    const auto named = [&](Error error) {
        error.layer = layer.name();
        return fail(std::move(error));
    };
    if (const RefusedArgument *refused = layer.refusedArgument())
        return named(refused->error);
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
