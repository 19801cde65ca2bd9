// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/present_weights.h"

#include "document/model_document.h"
#include "evaluation/layer_results.h"
#include "tensor/copy_region.h"

#include <algorithm>

namespace convscope {

namespace {

/// Copied within some tens of microseconds.
constexpr std::int64_t kDrawnAtOnce = std::int64_t{1} << 20;

bool contains(const WeightBlock &block, const Extents &cell)
{
    for (std::size_t axis = 0; axis < cell.size(); ++axis) {
        const std::int64_t inside = cell[axis] - block.first[axis];
        if (inside < 0 || inside >= block.values.extents()[axis])
            return false;
    }
    return true;
}

/// Its weights can be asked for here: at worst they are copied. (That large ones are at hand now
/// does not say that they are in a moment.)
bool isSmall(const Layer &layer)
{
    std::int64_t bytes = 0;
    for (std::size_t i = 0; i < layer.storedWeightCount(); ++i)
        bytes += elementCount(layer.storedExtents(i)).value_or(kDrawnAtOnce) * 4;
    return layer.hasStoredWeights() && bytes <= kDrawnAtOnce;
}

} // namespace

bool PresentWeights::fits(const std::vector<Tensor> &tensors) const
{
    return tensors.size() == m_specs.size() &&
           std::equal(tensors.begin(), tensors.end(), m_specs.begin(),
                      [](const Tensor &tensor, const WeightSpec &spec) {
                          return !tensor.isNull() && tensor.extents() == spec.shape;
                      });
}

bool PresentWeights::follow(int layer, bool isEdited)
{
    const bool isOwn = std::exchange(m_isOwn, false);
    const bool isOther = look(layer);
    if (m_specs.empty()) {
        m_isBehind = false;
        return isOther;
    }
    const std::vector<Tensor> before = m_tensors;
    const bool hadBlocks = !m_blocks.empty();
    const Layer &owner = m_context.document->model().owner(layer);
    const EvaluatedLayer *result = m_context.results->at(layer);
    const bool hasResult = result != nullptr && fits(result->result.weights);
    std::vector<Tensor> stored;
    if (isSmall(owner))
        stored = owner.storedWeights();
    if (fits(stored) || (hasResult && !m_context.results->isStale(layer))) {
        m_tensors = fits(stored) ? std::move(stored) : result->result.weights;
        m_blocks.clear();
        m_isBehind = false;
        return isOther || hadBlocks || m_tensors != before;
    }
    if (m_tensors.empty() || (isEdited && !isOwn)) {
        m_tensors = hasResult ? result->result.weights : std::vector<Tensor>();
        m_blocks.clear();
        m_isBehind = true;
        return isOther || hadBlocks || m_tensors != before;
    }
    return isOther || isOwn;
}

bool PresentWeights::look(int layer)
{
    const Model &model = m_context.document->model();
    const bool isLayer = layer >= 0 && layer < model.size();
    const auto specs = isLayer ? m_context.document->shapes().layers[std::size_t(layer)].weights
                               : std::vector<WeightSpec>();
    if (layer == m_layer && specs == m_specs)
        return false;
    m_layer = layer;
    m_specs = specs;
    m_layouts.clear();
    m_tensors.clear();
    m_blocks.clear();
    for (const WeightSpec &spec : m_specs)
        m_layouts.emplace_back(spec, model.owner(layer).type().group);
    return true;
}

void PresentWeights::lay(const std::vector<WeightBlock> &blocks)
{
    for (const WeightBlock &block : blocks) {
        std::erase_if(m_blocks, [&](const WeightBlock &other) {
            return other.weight == block.weight && other.first == block.first &&
                   other.values.extents() == block.values.extents();
        });
        m_blocks.push_back(block);
    }
    m_isOwn = true;
}

float PresentWeights::value(std::size_t weight, const WeightPlace &place) const
{
    if (!m_blocks.empty()) {
        const Extents cell = m_layouts[weight].indices(place);
        const auto found =
            std::find_if(m_blocks.rbegin(), m_blocks.rend(), [&](const WeightBlock &block) {
                return block.weight == weight && contains(block, cell);
            });
        if (found != m_blocks.rend()) {
            std::int64_t position = 0;
            for (std::size_t axis = 0; axis < cell.size(); ++axis)
                position =
                    position * found->values.extents()[axis] + cell[axis] - found->first[axis];
            return found->values.data()[position];
        }
    }
    return m_tensors[weight].data()[m_layouts[weight].offset(place)];
}

Result<Tensor> PresentWeights::block(std::size_t weight, const WeightRegion &region) const
{
    auto buffer = TensorBuffer::allocate(region.extents, "the block");
    if (!buffer)
        return fail(buffer.error());
    const Region wanted{region.first, region.extents};
    const Tensor &tensor = m_tensors[weight];
    copyRegion(tensor.data(), {Extents(tensor.extents().size(), 0), tensor.extents()},
               buffer->data(), wanted, wanted);
    for (const WeightBlock &block : m_blocks) {
        if (block.weight != weight)
            continue;
        const Region own{block.first, block.values.extents()};
        copyRegion(block.values.data(), own, buffer->data(), wanted, common(own, wanted));
    }
    return Tensor(std::move(*buffer));
}

} // namespace convscope
