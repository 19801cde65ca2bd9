// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "support/random_layers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace convscope::testing {

namespace {

constexpr const char *kKeys[] = {":, 1:",    ":, ::2, ...", ":, ::-1",      ":, ..., 0",
                                 ":, -1, :", ":, 3::-2",    ":, None, 1:3", ":, ..., ::-1"};

class Maker
{
public:
    Maker(const LayerType &type, std::mt19937 &random, const std::vector<std::string> &activations)
        : m_type(type), m_random(random), m_activations(activations)
    {
    }

    std::optional<RandomLayer> make(const std::optional<Extents> &first)
    {
        for (int attempt = 0; attempt < 400; ++attempt) {
            const Extents input = first ? *first : extents();
            auto layer = withArguments(input);
            if (!layer)
                continue;
            std::vector<Extents> inputs = allInputs(input, *layer);
            std::vector<Shape> shapes(inputs.begin(), inputs.end());
            const auto output = inferShape(*layer, shapes);
            if (!output || output->rank() < 2 ||
                elementCount(*output->extents()).value_or(5000) > 4000 ||
                elementCount(*output->extents()).value_or(0) == 0)
                continue;
            RandomLayer made{*layer, {}, {}};
            for (const Extents &extents : inputs)
                made.inputs.push_back(randomTensor(extents, m_random));
            for (const WeightSpec &spec : weightSpecs(*layer, shapes))
                made.weights.push_back(weight(spec));
            return made;
        }
        return std::nullopt;
    }

private:
    std::int64_t integer(std::int64_t first, std::int64_t last)
    {
        return std::uniform_int_distribution<std::int64_t>(first, last)(m_random);
    }

    Extents extents()
    {
        const int rank = m_type.inputRank != 0 ? m_type.inputRank : static_cast<int>(integer(2, 5));
        Extents extents{integer(1, 2)};
        for (int axis = 1; axis < rank; ++axis)
            extents.push_back(integer(1, rank == 5 ? 5 : 8));
        return extents;
    }

    std::optional<Layer> withArguments(const Extents &input)
    {
        Layer layer(m_type, "layer");
        std::vector<std::pair<int, Value>> values;
        const auto params = m_type.table->params();
        for (std::size_t i = 0; i < params.size(); ++i) {
            if (auto value = argument(params[i], input))
                values.emplace_back(static_cast<int>(i), *value);
        }
        auto made = m_type.table->with(layer.params(), values);
        return made ? std::optional(layer.withParams(*made)) : std::nullopt;
    }

    /// Lists and axes that only make sense for a shape.
    std::optional<Value> shapedArgument(const ParamInfo &info, const Extents &input)
    {
        const auto rank = static_cast<std::int64_t>(input.size());
        if (info.name == "axis" && info.kind == ParamKind::Integer)
            return Value(integer(0, 1) != 0 ? integer(1, rank - 1) : -integer(1, rank - 1));
        if (info.name == "dims")
            return Value(shuffledAxes(rank));
        if (info.name == "target_shape")
            return Value(factors(input));
        if (info.name == "newshape" || info.name == "axes") {
            // With the batch in front.
            IntList list = info.name == "axes" ? shuffledAxes(rank) : factors(input);
            list.insert(list.begin(), info.name == "axes" ? 0 : -1);
            return Value(list);
        }
        if (info.name == "key")
            return Value(std::string(kKeys[static_cast<std::size_t>(integer(0, 7))]));
        if (info.name == "axis" &&
            (info.kind == ParamKind::IntegerList || info.kind == ParamKind::OptionalIntegerList)) {
            IntList axes = shuffledAxes(rank);
            axes.resize(static_cast<std::size_t>(integer(1, rank - 1)));
            return Value(axes);
        }
        if (info.name == "shared_axes") {
            IntList axes;
            for (std::int64_t axis = 1; axis < rank; ++axis) {
                if (integer(0, 1) != 0)
                    axes.push_back(axis);
            }
            return Value(axes);
        }
        return std::nullopt;
    }

    IntList shuffledAxes(std::int64_t rank)
    {
        IntList axes(static_cast<std::size_t>(rank) - 1);
        std::iota(axes.begin(), axes.end(), 1);
        std::shuffle(axes.begin(), axes.end(), m_random);
        return axes;
    }

    IntList factors(const Extents &input)
    {
        std::vector<std::int64_t> primes;
        for (std::size_t axis = 1; axis < input.size(); ++axis) {
            std::int64_t rest = input[axis];
            for (std::int64_t prime = 2; rest > 1; ++prime) {
                for (; rest % prime == 0; rest /= prime)
                    primes.push_back(prime);
            }
        }
        if (integer(0, 1) != 0)
            std::shuffle(primes.begin(), primes.end(), m_random);
        IntList shape(static_cast<std::size_t>(integer(1, 4)), 1);
        for (const std::int64_t prime : primes)
            shape[static_cast<std::size_t>(
                integer(0, static_cast<std::int64_t>(shape.size()) - 1))] *= prime;
        return shape;
    }

    std::optional<Value> argument(const ParamInfo &info, const Extents &input)
    {
        if (auto shaped = shapedArgument(info, input))
            return shaped;
        const std::int64_t least = static_cast<std::int64_t>(info.minimum.value_or(0));
        const auto list = [&](int count, std::int64_t most) {
            IntList values;
            for (int i = 0; i < count; ++i)
                values.push_back(integer(least, most));
            return Value(values);
        };
        switch (info.kind) {
        case ParamKind::Integer:
            return Value(integer(std::max<std::int64_t>(least, 1), least + 5));
        case ParamKind::OptionalInteger:
            return std::nullopt;
        case ParamKind::Number:
            return Value(std::min(info.maximum.value_or(2), 0.25 + 0.125 * double(integer(0, 6))));
        case ParamKind::OptionalNumber:
            return integer(0, 1) != 0 ? std::optional(Value(1.5)) : std::nullopt;
        case ParamKind::Boolean:
            return Value(integer(0, 1) != 0);
        case ParamKind::Choice:
            return info.choices.empty()
                       ? std::nullopt
                       : std::optional(Value(info.choices[static_cast<std::size_t>(
                             integer(0, static_cast<std::int64_t>(info.choices.size()) - 1))]));
        case ParamKind::Tuple:
            // Dilation and strides exclude each other: often one of them is all ones.
            return integer(0, 1) != 0 ? list(info.count, least + 2)
                                      : Value(IntList(static_cast<std::size_t>(info.count), 1));
        case ParamKind::OptionalTuple:
            return integer(0, 1) != 0 ? std::optional(list(info.count, least + 2)) : std::nullopt;
        case ParamKind::Pairs: {
            PairList pairs;
            for (int i = 0; i < info.count; ++i)
                pairs.push_back({integer(0, 2), integer(0, 2)});
            return Value(pairs);
        }
        case ParamKind::IntegerList:
        case ParamKind::OptionalIntegerList:
        case ParamKind::Text:
            return std::nullopt;
        case ParamKind::OptionalNumbers:
            return integer(0, 1) != 0 ? std::optional(Value(numbers(input))) : std::nullopt;
        case ParamKind::Numbers:
            return Value(numbers(input));
        case ParamKind::Object:
            return activation(info);
        }
        return std::nullopt;
    }

    /// One number, or one per place along the last axis.
    NumberArray numbers(const Extents &input)
    {
        NumberArray array;
        if (integer(0, 1) != 0)
            array.shape = {input.back()};
        for (std::int64_t i = 0; i < (array.shape.empty() ? 1 : input.back()); ++i)
            array.values.push_back(0.25 + 0.125 * double(integer(0, 6)));
        return array;
    }

    std::optional<Value> activation(const ParamInfo &info)
    {
        if (info.name != "activation" || info.family == nullptr)
            return std::nullopt;
        const auto &types = info.family->types();
        const std::string &name =
            m_activations.empty()
                ? types[static_cast<std::size_t>(
                            integer(0, static_cast<std::int64_t>(types.size()) - 1))]
                      .className
                : m_activations[static_cast<std::size_t>(
                      integer(0, static_cast<std::int64_t>(m_activations.size()) - 1))];
        return Value(info.family->make(name));
    }

    std::vector<Extents> allInputs(const Extents &first, const Layer &layer)
    {
        std::vector<Extents> inputs{first};
        if (m_type.maxInputs == 1)
            return inputs;
        const auto count = integer(m_type.minInputs, std::min(m_type.maxInputs, 3));
        const int axisIndex = m_type.table->indexOf("axis");
        for (std::int64_t i = 1; i < count; ++i) {
            Extents other = first;
            if (axisIndex >= 0) {
                auto axis = std::get<std::int64_t>(layer.value("axis"));
                axis += axis < 0 ? static_cast<std::int64_t>(first.size()) : 0;
                other[static_cast<std::size_t>(axis)] = integer(1, 5);
            } else {
                for (std::size_t axis = 1; axis < other.size(); ++axis)
                    other[axis] = integer(0, 3) == 0 ? 1 : other[axis];
            }
            inputs.push_back(std::move(other));
        }
        return inputs;
    }

    Tensor weight(const WeightSpec &spec)
    {
        const Tensor drawn = randomTensor(spec.shape, m_random);
        if (spec.name.find("variance") == std::string::npos)
            return drawn;
        std::vector<float> values;
        for (const float value : drawn.values())
            values.push_back(std::abs(value));
        return Tensor::of(spec.shape, values);
    }

    const LayerType &m_type;
    std::mt19937 &m_random;
    const std::vector<std::string> &m_activations;
};

} // namespace

Tensor randomTensor(const Extents &extents, std::mt19937 &random)
{
    std::uniform_real_distribution<float> size(0.25F, 1.25F);
    std::vector<float> values(static_cast<std::size_t>(elementCount(extents).value()));
    for (float &value : values)
        value = random() % 2 == 0 ? size(random) : -size(random);
    return Tensor::of(extents, values);
}

std::optional<RandomLayer> randomLayer(const LayerType &type, std::mt19937 &random,
                                       const std::optional<Extents> &first,
                                       const std::vector<std::string> &activations)
{
    return Maker(type, random, activations).make(first);
}

} // namespace convscope::testing
