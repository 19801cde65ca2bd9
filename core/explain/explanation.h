// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "tensor/data_format.h"
#include "tensor/tensor.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Where one output value of a layer comes from, as a value: every operand with its place, every
// product, every sum. explain.h makes it; the Arithmetic page, the formula strip, `convscope
// explain` and the property "explanation" of tests show it or check it. All arithmetic is in
// double, in the order in which the terms are listed.

namespace convscope {

/// How the terms of a stage become one number.
enum class Reduce
{
    Sum,         ///< Σ product (+ bias)
    Max,         ///< the first largest value
    Min,         ///< the first smallest value
    Mean,        ///< Σ value ÷ count
    Copy,        ///< the only value
    Interpolate, ///< Σ product
    Merge,       ///< a value of each input, by `operation`
    Line,        ///< a function of all values of a line
};

/// "sum", "max", …, as the command line writes it.
[[nodiscard]] const char *toString(Reduce reduce);

/// One operand.
struct Term
{
    /// A cell of the padding: its value is 0, it has no place.
    static constexpr std::int64_t kPadding = -1;
    /// A value that was computed on the way and is no cell of a tensor.
    static constexpr std::int64_t kComputed = -2;
    /// A number that the model states.
    static constexpr std::int64_t kStated = -3;

    /// Which of the layer's inputs is read; −1 where the value was computed on the way or stated.
    int input = 0;
    /// The stage whose result this is; −1 where it is a cell.
    int stage = -1;
    /// Position of the cell among the input's values; see Explanation::place.
    std::int64_t source = kPadding;
    /// Position of the weight in its tensor (Stage::weights); −1: the weight is no stored number.
    std::int64_t weightAt = -1;
    /// Index along the input's channels, counted in the whole input also with groups.
    std::int64_t channel = 0;
    /// Position in the window, row by row over Stage::taps.
    std::int64_t tap = 0;
    double value = 0;
    double weight = 1;
    double product = 0;
};

/// The terms of one channel: they stand one after another.
struct ChannelSum
{
    std::int64_t channel = 0;
    std::size_t first = 0;
    std::size_t count = 0;
    /// Of their products.
    double sum = 0;
};

/// The numbers of a normalization.
struct NormalizationNumbers
{
    /// What a value is divided by is the root of `variance` + `epsilon`.
    enum class Spread
    {
        Variance,     ///< the mean of the squares of value − mean
        MeanSquare,   ///< of the values themselves; there is no mean
        SumOfSquares, ///< of the values themselves; there is no mean
    };

    Spread spread = Spread::Variance;
    double gamma = 1;
    double beta = 0;
    double mean = 0;
    double variance = 1;
    double epsilon = 0;
};

/// "variance", "mean square", "sum of squares".
[[nodiscard]] const char *toString(NormalizationNumbers::Spread spread);

struct Stage
{
    /// "convolution", "depthwise", "pointwise", "window", "copy", "softmax", …
    std::string name;
    Reduce reduce = Reduce::Sum;
    /// In the order of addition: channel by channel, within one row by row over the window.
    std::vector<Term> terms;
    /// Terms have a weight and a product.
    bool isWeighted = false;
    /// Terms have a product though no weight (e^(x − max) of a softmax).
    bool hasProducts = false;
    /// Position among the layer's weights of the tensor the terms' weights lie in; −1: none.
    int weights = -1;
    /// Lengths of the window along the spatial axes; empty where there is none.
    Extents taps;
    /// Channel by channel; empty where terms were omitted.
    std::vector<ChannelSum> channels;
    /// Σ of all products (values where not weighted; the denominator of a softmax).
    std::optional<double> sum;
    std::optional<double> bias;
    /// Cells a mean was taken of.
    std::optional<std::int64_t> count;
    /// Index in `terms` of the value a maximum or minimum took.
    std::optional<std::size_t> winner;
    /// "add", "subtract", …
    std::string operation;
    std::optional<NormalizationNumbers> normalization;
    /// Terms beyond those listed, and the sum of their products.
    std::int64_t omittedCount = 0;
    double omittedSum = 0;
    double result = 0;
};

/// A function of one number at the end.
struct ActivationStep
{
    std::string name;
    std::vector<std::pair<std::string, double>> arguments;
    double input = 0;
    double output = 0;
};

struct Explanation
{
    std::string layer;
    std::string className;
    /// Output indices without the batch, the channel last.
    Extents cell;
    std::int64_t batch = 0;
    /// What computed the map.
    std::string kernel;
    /// The map's own number and what follows from the stages.
    float value = 0;
    double recomputed = 0;
    Words note;
    std::vector<Stage> stages;
    /// Missing where the layer has none or a linear one.
    std::optional<ActivationStep> activation;
    /// Names and extents of the tensors that terms read, by Term::input.
    std::vector<std::string> inputNames;
    std::vector<Extents> inputExtents;

    /// 0 for the same infinity.
    [[nodiscard]] double difference() const
    {
        const auto has = static_cast<double>(value);
        return has == recomputed ? 0 : has - recomputed;
    }
    /// Index of a term's cell in its tensor as stored, batch first; empty for padding and for
    /// values that were computed on the way.
    [[nodiscard]] Extents place(const Term &term) const;
    /// Position in the window, an index per spatial axis; empty where the stage has no window.
    [[nodiscard]] static Extents tap(const Stage &stage, const Term &term);
};

} // namespace convscope
