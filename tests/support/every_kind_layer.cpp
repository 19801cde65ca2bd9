// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "support/every_kind_layer.h"

namespace convscope {

namespace {

enum class Edge
{
    Valid,
    Same
};

} // namespace

template <>
struct ChoiceWords<Edge>
{
    static constexpr std::array<std::string_view, 2> words{"valid", "same"};
};

namespace {

const ObjectFamily &initializers()
{
    static const ObjectFamily family("initializer",
                                     {{"RandomNormal",
                                       {"random_normal"},
                                       "Normal.",
                                       {{"mean", "", Value(0.0), {}, {}},
                                        {"stddev", "Not negative.", Value(0.05), 0.0, {}},
                                        {"seed", "", Value(), {}, {}}}},
                                      {"Zeros", {"zeros"}, "All 0.", {}}});
    return family;
}

struct KindParams
{
    std::int64_t integer = 3;
    std::optional<std::int64_t> optionalInteger;
    double number = 0.5;
    std::optional<double> optionalNumber;
    bool boolean = false;
    Edge choice = Edge::Valid;
    Tuple<3> tuple{2, 2, 2};
    std::optional<Tuple<2>> optionalTuple;
    Pairs<2> pairs{};
    IntList integerList{2, 1};
    std::optional<IntList> optionalIntegerList;
    std::string text = "abc";
    NumberArray numbers{{2}, {0.5, 2}};
    std::optional<NumberArray> optionalNumbers;
    ObjectValue object;

    bool operator==(const KindParams &) const = default;
};

Result<Shape> sameShape(const KindParams &, std::span<const Shape> inputs)
{
    return inputs[0];
}

Result<Tensor> sameTensor(const KindParams &, std::span<const Tensor> inputs,
                          std::span<const Tensor>, const KernelContext &)
{
    return inputs[0];
}

} // namespace

const LayerType &everyKindLayer()
{
    using P = KindParams;
    static const LayerType type = layerType<P>({
        .className = "EveryKind",
        .aliases = {},
        .group = LayerGroup::Core,
        .summary = "one argument of every kind",
        .inputRank = 0,
        .schema = {{
            param("integer", &P::integer).label("Integer").doc("").atLeast(1).atMost(9),
            param("optional_integer", &P::optionalInteger).label("").doc("").atLeast(2),
            param("number", &P::number).label("").doc("").atLeast(0).below(1),
            param("optional_number", &P::optionalNumber).label("").doc("").above(0),
            param("boolean", &P::boolean).label("").doc(""),
            param("choice", &P::choice).label("").doc(""),
            param("tuple", &P::tuple).label("").doc("").atLeast(1),
            param("optional_tuple", &P::optionalTuple).label("").doc("").atLeast(0),
            param("pairs", &P::pairs).label("").doc("").atLeast(0),
            param("integer_list", &P::integerList).label("").doc(""),
            param("optional_integer_list", &P::optionalIntegerList).label("").doc(""),
            param("text", &P::text).label("").doc(""),
            param("numbers", &P::numbers).label("").doc("").atLeast(0),
            param("optional_numbers", &P::optionalNumbers).label("").doc(""),
            param("object", &P::object).label("").doc("").family(initializers()).orNone(),
        }},
        .inferShape = sameShape,
        .forward = sameTensor,
        .sight = samePlace,
        .arithmetic = copied,
    });
    return type;
}

} // namespace convscope
