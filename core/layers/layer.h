// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/edited_weights.h"
#include "layers/layer_statement.h"
#include "layers/layer_type.h"

#include <memory>
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

    /// A copy with one argument changed, or why it is refused. E16 for an unknown argument. What
    /// the file stated for the argument and was refused is given up; other refused arguments are
    /// taken where they have become legal. None gives up a refused argument that the class does not
    /// have.
    [[nodiscard]] Result<Layer> with(std::string_view argument, const Value &value) const;
    [[nodiscard]] Layer withParams(AnyParams params) const;
    [[nodiscard]] Layer withName(std::string name) const;
    [[nodiscard]] Layer withInputs(std::vector<std::string> inputs) const;
    [[nodiscard]] Layer withWeights(std::vector<Tensor> weights) const;
    /// With a block of a stored weight set to other values; costs the block. A block that stands
    /// where the last one stood takes its place, one that changes nothing leaves none behind.
    /// Errors: "input" where there is no such weight or the block lies outside of it.
    [[nodiscard]] Result<Layer> withWeightBlock(WeightBlock block) const;
    /// With the stored weights of another layer, edits included.
    [[nodiscard]] Layer withWeightsOf(const Layer &other) const;
    [[nodiscard]] Layer withBypass(bool bypassed) const;
    [[nodiscard]] Layer withTrainable(bool trainable) const;
    [[nodiscard]] Layer withSharedWith(std::string name) const;
    [[nodiscard]] Layer withStatement(std::shared_ptr<const LayerStatement> statement) const;

    /// Names of the layers or model inputs it reads; empty: the layer before (or the first input).
    [[nodiscard]] const std::vector<std::string> &inputs() const { return m_inputs; }
    /// Stored weights in Keras' order, blocks that were edited included; empty: initial weights are
    /// drawn. Where a stored weight does not fit the present arguments, the overlapping part is
    /// kept and the rest is drawn (see weights.h). An edited one can cost a copy (editedWeight()),
    /// and is null where there is no memory for it: not for threads that must answer at once.
    [[nodiscard]] std::vector<Tensor> storedWeights() const;
    /// How many there are, and of what extents, at no cost.
    [[nodiscard]] bool hasStoredWeights() const { return !m_weights.empty(); }
    [[nodiscard]] std::size_t storedWeightCount() const { return m_weights.size(); }
    [[nodiscard]] const Extents &storedExtents(std::size_t weight) const
    {
        return m_weights[weight].extents();
    }
    /// Bytes that storedWeights() would copy now.
    [[nodiscard]] std::int64_t bytesToEdit() const;
    /// A bypassed layer hands its first input on unchanged.
    [[nodiscard]] bool isBypassed() const { return m_bypassed; }
    [[nodiscard]] bool isTrainable() const { return m_trainable; }
    /// Another layer whose parameters and weights this call uses (a shared layer's later calls); or
    /// empty.
    [[nodiscard]] const std::string &sharedWith() const { return m_sharedWith; }
    /// What its file says of it beyond its arguments; null where there is nothing to remember.
    [[nodiscard]] const LayerStatement *statement() const { return m_statement.get(); }
    /// The first argument of the file that is illegal; such a layer is not computed. Null: none.
    [[nodiscard]] const RefusedArgument *refusedArgument() const;

    /// Identity of class, arguments, stored weights and bypass; not of name and inputs.
    [[nodiscard]] Fingerprint fingerprint() const;

    bool operator==(const Layer &other) const;

private:
    const LayerType *m_type;
    std::string m_name;
    AnyParams m_params;
    std::vector<std::string> m_inputs;
    std::vector<Tensor> m_weights;
    /// Set in them, in order; null: none.
    std::shared_ptr<const std::vector<WeightBlock>> m_blocks;
    std::string m_sharedWith;
    std::shared_ptr<const LayerStatement> m_statement;
    bool m_bypassed = false;
    bool m_trainable = true;
};

/// Output shape with the generic checks first: a refused argument of its file (that argument's
/// rule), number of inputs, rank (E11).
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
