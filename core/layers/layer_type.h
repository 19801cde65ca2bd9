// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "base/words.h"
#include "kernels/kernel_context.h"
#include "layers/arithmetic.h"
#include "layers/axis_map.h"
#include "layers/sight.h"
#include "schema/schema.h"
#include "tensor/shape.h"
#include "tensor/tensor.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace convscope {

/// Where a layer stands in the add-layer menu, in the menu's order.
enum class LayerGroup
{
    Convolution,
    Transposed,
    Separable,
    Crop,
    Pad,
    UpSample,
    Pool,
    Activation,
    Normalization,
    Shape,
    Merge,
    Noise,
    Core,
};

/// One weight a layer needs for given input shapes, in Keras' order.
struct WeightSpec
{
    std::string name; ///< "kernel", "depthwise_kernel", …
    Extents shape;
    ObjectValue initializer; ///< never None
    ObjectValue regularizer; ///< None: no penalty
    ObjectValue constraint;  ///< None: free
    bool trainable = true;

    bool operator==(const WeightSpec &) const = default;
};

/// A function that a layer's file must name: leaving it out does not compile.
template <class F>
struct Stated
{
    Stated() = delete;
    Stated(F f) : function(f) {}

    F function;
};

/// A layer's class: everything the program knows about, say, Conv2D. One constant per file, made by
/// layerType<P>() from functions over the layer's own parameter struct; immutable, alive for ever.
struct LayerType
{
    /// Keras' class name; operations of keras.ops carry "ops." before it.
    std::string className;
    /// Where Keras 3 finds the class.
    std::string module = "keras.layers";
    std::vector<std::string> aliases; ///< older class names, e.g. "Convolution2D"
    LayerGroup group = LayerGroup::Core;
    Words summary;     ///< one line for menus, e.g. "slides filters over rows and columns"
    int inputRank = 0; ///< with the batch; 0: any
    int minInputs = 1;
    int maxInputs = 1; ///< merging layers: a large number
    std::shared_ptr<const ParamTable> table;
    /// Operations: the arguments of Keras' call in their order. The tensors it reads take the
    /// places of those that the table does not have or that are None. Empty: a layer.
    std::vector<std::string> callArguments;

    /// Output shape; unknown extents stay unknown. Called only with shapes of the right count and
    /// rank.
    std::function<Result<Shape>(const AnyParams &, std::span<const Shape>)> inferShape;
    /// The weights needed; the channel extents must be known (inferShape has checked). Null: none.
    std::function<std::vector<WeightSpec>(const AnyParams &, std::span<const Shape>)> weightSpecs;
    /// One entry per spatial axis, also for illegal ones (output ≤ 0). Spatial extents must be
    /// known. Null: the layer has no spatial arithmetic (every output reads the same place, or
    /// everything).
    std::function<std::vector<AxisReport>(const AnyParams &, const Shape &)> axes;
    /// Which axis holds the channels of input and output. Null: the last.
    std::function<DataFormat(const AnyParams &)> dataFormat;
    /// Multiply–adds for known shapes (input, output). Null: 0.
    std::function<std::int64_t(const AnyParams &, std::span<const Shape>, const Shape &)> macs;
    /// Computes the output; its duties are stated at LayerDefinition::forward.
    std::function<Result<Tensor>(const AnyParams &, std::span<const Tensor> inputs,
                                 std::span<const Tensor> weights, const KernelContext &)>
        forward;
    /// What an output cell can see of input `which`. All extents must be known.
    std::function<Sight(const AnyParams &, std::span<const Shape> inputs, const Shape &output,
                        std::size_t which)>
        sight;
    /// What the layer does with what its cells see.
    std::function<Arithmetic(const AnyParams &, std::span<const Shape> inputs)> arithmetic;
    /// The penalty on this layer's output (None where the class has none). Null: none.
    std::function<ObjectValue(const AnyParams &)> activityRegularizer;
    /// "3×3 · stride 2": what distinguishes this layer, for the ribbon. Null: empty.
    std::function<Words(const AnyParams &)> brief;
};

/// What a layer's file states, over its own parameter struct P. Functions left null mean "none".
template <class P>
struct LayerDefinition
{
    std::string className;
    std::string module = "keras.layers";
    std::vector<std::string> aliases = {};
    LayerGroup group = LayerGroup::Core;
    std::string summary;
    int inputRank = 0;
    int minInputs = 1;
    int maxInputs = 1;
    Schema<P> schema;
    std::vector<std::string> callArguments = {};
    Result<Shape> (*inferShape)(const P &, std::span<const Shape>) = nullptr;
    std::vector<WeightSpec> (*weightSpecs)(const P &, std::span<const Shape>) = nullptr;
    std::vector<AxisReport> (*axes)(const P &, const Shape &) = nullptr;
    DataFormat (*dataFormat)(const P &) = nullptr;
    std::int64_t (*macs)(const P &, std::span<const Shape>, const Shape &) = nullptr;
    /// Computes the output from the inputs and the weights. Given: as many inputs as the class
    /// takes, of shapes that inferShape took; weights in the order and shapes of weightSpecs. Owed:
    /// - the shape that inferShape gives, also where an extent is 0;
    /// - the same result for the same arguments, inputs and weights, on any thread, on several at
    ///   once, with any number of them; noise and dropout do nothing, as in Keras' inference;
    /// - memory is asked for with TensorBuffer::allocate, and a refusal handed on (rule "memory");
    /// - context.stop is heeded within some ms (rule "cancelled"), context.forcedKernel obeyed, and
    ///   the kernel that took the time reported;
    /// - the output's fingerprint follows from what it was computed from; nothing throws.
    /// Functions of core/kernels do all of it where the context is handed to them, so a layer that
    /// combines some owes the shape alone.
    Result<Tensor> (*forward)(const P &, std::span<const Tensor>, std::span<const Tensor>,
                              const KernelContext &) = nullptr;
    /// What an output cell can see: one of the statements in sight.h and spatial_layer.h, or the
    /// layer's own. Not guessed from shapes, so that receptive fields are true.
    Stated<Sight (*)(const P &, std::span<const Shape>, const Shape &, std::size_t)> sight;
    /// What it does with that: see arithmetic.h. Explanations of values follow from the two.
    Stated<Arithmetic (*)(const P &, std::span<const Shape>)> arithmetic;
    ObjectValue (*activityRegularizer)(const P &) = nullptr;
    Words (*brief)(const P &) = nullptr;
};

/// A function over some parameter struct, called without its type. One type for all structs: what
/// std::function makes of it is compiled once, not for every class.
template <class R, class... A>
class ErasedFunction
{
public:
    template <class P>
    explicit ErasedFunction(R (*function)(const P &, A...))
        : m_function(reinterpret_cast<void (*)()>(function)),
          m_call([](void (*erased)(), const void *params, A... arguments) {
              const auto typed = reinterpret_cast<R (*)(const P &, A...)>(erased);
              return typed(*static_cast<const P *>(params), arguments...);
          })
    {
    }

    R operator()(const AnyParams &params, A... arguments) const
    {
        return m_call(m_function, params.get(), arguments...);
    }

private:
    void (*m_function)();
    R (*m_call)(void (*)(), const void *, A...);
};

/// Erases P. inferShape, forward, sight and arithmetic are mandatory.
template <class P>
[[nodiscard]] LayerType layerType(LayerDefinition<P> d)
{
    check(d.inferShape != nullptr && d.forward != nullptr, "inferShape and forward");
    check(d.sight.function != nullptr && d.arithmetic.function != nullptr, "sight and arithmetic");
    LayerType type;
    type.className = std::move(d.className);
    type.module = std::move(d.module);
    type.aliases = std::move(d.aliases);
    type.callArguments = std::move(d.callArguments);
    type.group = d.group;
    type.summary = term(d.summary);
    type.inputRank = d.inputRank;
    type.minInputs = d.minInputs;
    type.maxInputs = d.maxInputs;
    type.table = std::make_shared<const Schema<P>>(std::move(d.schema));
    const auto erase = []<class R, class... A>(R (*function)(const P &, A...)) {
        std::function<R(const AnyParams &, A...)> erased;
        if (function != nullptr)
            erased = ErasedFunction<R, A...>(function);
        return erased;
    };
    type.inferShape = erase(d.inferShape);
    type.weightSpecs = erase(d.weightSpecs);
    type.axes = erase(d.axes);
    type.dataFormat = erase(d.dataFormat);
    type.macs = erase(d.macs);
    type.forward = erase(d.forward);
    type.sight = erase(d.sight.function);
    type.arithmetic = erase(d.arithmetic.function);
    type.activityRegularizer = erase(d.activityRegularizer);
    type.brief = erase(d.brief);
    return type;
}

/// The heading of a group in menus, e.g. "Up-sample".
[[nodiscard]] std::string_view title(LayerGroup group);

} // namespace convscope
