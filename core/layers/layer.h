// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer_type.h"

#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// A layer of a model: a value. Changing it makes a new one; weights and parameters are shared.
class Layer
{
public:
    /// Default parameters, no stored weights, reads the layer before it.
    Layer(const LayerType &type, std::string name);

    [[nodiscard]] const LayerType &type() const { return *m_type; }
    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] const AnyParams &params() const { return m_params; }
    /// Value of a Keras argument; aborts on a name the class does not have.
    [[nodiscard]] Value value(std::string_view argument) const;

    /// A copy with one argument changed, or why it is refused. E16 for an unknown argument.
    [[nodiscard]] Result<Layer> with(std::string_view argument, const Value &value) const;
    [[nodiscard]] Layer withParams(AnyParams params) const;
    [[nodiscard]] Layer withName(std::string name) const;
    [[nodiscard]] Layer withInputs(std::vector<std::string> inputs) const;
    [[nodiscard]] Layer withWeights(std::vector<Tensor> weights) const;
    [[nodiscard]] Layer withBypass(bool bypassed) const;
    [[nodiscard]] Layer withTrainable(bool trainable) const;
    [[nodiscard]] Layer withSharedWith(std::string name) const;
    [[nodiscard]] Layer withDtype(std::string policy) const;

    /// Names of the layers or model inputs it reads; empty: the layer before (or the first input).
    [[nodiscard]] const std::vector<std::string> &inputs() const { return m_inputs; }
    /// Stored weights in Keras' order; empty: initial weights are drawn. Where a stored weight does
    /// not fit the present arguments, the overlapping part is kept and the rest is drawn (see
    /// weights.h).
    [[nodiscard]] const std::vector<Tensor> &storedWeights() const { return m_weights; }
    /// A bypassed layer hands its first input on unchanged.
    [[nodiscard]] bool isBypassed() const { return m_bypassed; }
    [[nodiscard]] bool isTrainable() const { return m_trainable; }
    /// Another layer whose parameters and weights this call uses (a shared layer's later calls); or
    /// empty.
    [[nodiscard]] const std::string &sharedWith() const { return m_sharedWith; }

    /// The type policy its file states, e.g. "mixed_float16": kept for writing it back. Computed is
    /// in float32 whatever it says.
    [[nodiscard]] const std::string &dtype() const { return m_dtype; }

    /// Identity of class, arguments, stored weights and bypass; not of name and inputs.
    [[nodiscard]] Fingerprint fingerprint() const;

    bool operator==(const Layer &other) const;

private:
    const LayerType *m_type;
    std::string m_name;
    AnyParams m_params;
    std::vector<std::string> m_inputs;
    std::vector<Tensor> m_weights;
    std::string m_sharedWith;
    std::string m_dtype = "float32";
    bool m_bypassed = false;
    bool m_trainable = true;
};

/// Output shape with the generic checks first: number of inputs, rank (E11).
[[nodiscard]] Result<Shape> inferShape(const Layer &layer, std::span<const Shape> inputs);
/// Empty where the class has no weights.
[[nodiscard]] std::vector<WeightSpec> weightSpecs(const Layer &layer,
                                                  std::span<const Shape> inputs);
/// What an output cell sees of input `which`; all extents must be known. A bypassed layer's cells
/// see the same place of the first input.
[[nodiscard]] Sight sightOf(const Layer &layer, std::span<const Shape> inputs, const Shape &output,
                            std::size_t which);
/// Data format of the layer, channels_last where it has none.
[[nodiscard]] DataFormat dataFormat(const Layer &layer);

} // namespace convscope
