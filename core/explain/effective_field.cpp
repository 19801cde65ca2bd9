// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain/effective_field.h"

#include "base/words.h"
#include "explain/activation_slope.h"
#include "explain/stage_maker.h"
#include "explain/time_steps.h"
#include "model/cell_fields.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace convscope {

namespace {

/// Slopes of the cells of one tensor that lie in a region, one sample; along the outermost axis
/// only what the region spans has room.
class SlopeSlab
{
public:
    SlopeSlab(const Extents &tensor, std::int64_t batch, Region region)
        : m_tensor(tensor), m_region(std::move(region))
    {
        const Extents strides = stridesOf(tensor);
        m_base = batch * strides[0] + m_region[0].first() * strides[1];
        m_size = (m_region[0].last() - m_region[0].first() + 1) * strides[1];
    }

    [[nodiscard]] std::int64_t size() const { return m_size; }
    void allocate() { m_slopes.assign(static_cast<std::size_t>(m_size), 0); }
    /// By position among the tensor's values.
    [[nodiscard]] double &at(std::int64_t position)
    {
        return m_slopes[static_cast<std::size_t>(position - m_base)];
    }
    [[nodiscard]] const Region &region() const { return m_region; }
    [[nodiscard]] const Extents &tensor() const { return m_tensor; }

    /// Every cell of the region: index with the batch, slope.
    template <class Each>
    void visit(std::int64_t batch, const Each &each)
    {
        Extents index(m_tensor.size());
        index[0] = batch;
        visit(1, index, each);
    }

private:
    template <class Each>
    void visit(std::size_t axis, Extents &index, const Each &each)
    {
        if (axis == index.size()) {
            each(index, at(positionOf(index, m_tensor)));
            return;
        }
        for (const CellRange &range : m_region[axis - 1].ranges()) {
            for (index[axis] = range.first; index[axis] <= range.last; ++index[axis])
                visit(axis + 1, index, each);
        }
    }

    Extents m_tensor;
    Region m_region;
    std::int64_t m_base = 0;
    std::int64_t m_size = 0;
    std::vector<double> m_slopes;
};

using Key = std::pair<Source::Kind, int>;

Key keyOf(const Source &source)
{
    return {source.kind, source.index};
}

class Push
{
public:
    Push(const Model &model, std::span<const Tensor> inputs, const RunResult &result,
         std::int64_t batch, const std::stop_token &stop)
        : m_model(model), m_inputs(inputs), m_result(result), m_batch(batch), m_stop(stop)
    {
    }

    Result<EffectiveFields> from(int layer, const Extents &index)
    {
        const Region cell = regionOf(index);
        std::vector<std::pair<Key, Region>> regions;
        regions.emplace_back(Key{Source::Kind::Layer, layer}, cell);
        for (const CellField &field : fieldsOf(m_model, m_result.shapes, layer, cell))
            regions.emplace_back(keyOf(field.tensor), field.region);
        for (auto &[key, region] : regions) {
            const Tensor &tensor = tensorOf(key);
            const auto made =
                m_slabs.try_emplace(key, tensor.extents(), m_batch, std::move(region));
            SlopeSlab &slab = made.first->second;
            // Doubles take the room of two floats.
            if (const auto room = memoryFor({slab.size(), 2}, "the effective field"); !room)
                return fail(room.error());
            slab.allocate();
        }
        Extents own = index;
        own.insert(own.begin(), m_batch);
        SlopeSlab &target = m_slabs.at({Source::Kind::Layer, layer});
        target.at(positionOf(own, target.tensor())) = 1;
        for (int at = layer; at >= 0; --at) {
            if (!m_slabs.contains({Source::Kind::Layer, at}))
                continue;
            if (auto pushed = through(at); !pushed)
                return fail(pushed.error());
        }
        return collected();
    }

private:
    [[nodiscard]] const Tensor &tensorOf(const Key &key) const
    {
        const auto index = static_cast<std::size_t>(key.second);
        return key.first == Source::Kind::Input ? m_inputs[index] : m_result.layers[index].output;
    }

    Result<void> through(int layer)
    {
        const auto operands = operandsOf(m_model, m_inputs, m_result, layer);
        if (!operands)
            return fail(operands.error());
        const ExplainOptions options;
        const auto folded = foldedSteps(*operands);
        const LayerOperands &used = folded ? *folded : *operands;
        const StageMaker maker(used, options);
        if (maker.arithmetic().rule == Arithmetic::Rule::Opaque)
            return fail("E16", {}, operands->layer.type().className,
                        words("The class {class} of {layer} is not known here, so nothing can be "
                              "followed through it",
                              operands->layer.type().className, operands->name));
        m_isExact = m_isExact && isPiecewiseLinear(maker.arithmetic());
        const std::vector<Source> sources = m_model.sources(layer);
        std::vector<SlopeSlab *> before;
        for (const Source &source : sources) {
            const auto found = m_slabs.find(keyOf(source));
            before.push_back(found == m_slabs.end() ? nullptr : &found->second);
        }
        std::int64_t done = 0;
        bool isStopped = false;
        // A region bounds what is seen, so that a slope of 0 may fall outside of it.
        const auto push = [&](const Extents &index, double slope) {
            if (slope == 0 || isStopped)
                return;
            isStopped = (++done % 64 == 0) && m_stop.stop_requested();
            maker.visitSlopes(index, [&](std::size_t which, std::int64_t source, double factor) {
                if (factor != 0 && source >= 0 && before[which] != nullptr)
                    before[which]->at(source) += slope * factor;
            });
        };
        SlopeSlab &own = m_slabs.at({Source::Kind::Layer, layer});
        own.visit(m_batch, [&](const Extents &index, double slope) {
            if (slope != 0)
                activationSlopes(maker, used,
                                 folded ? foldedIndex(index, operands->output.extent(1)) : index,
                                 slope, push);
        });
        if (isStopped)
            return fail("cancelled", {}, {}, words("Interrupted."));
        return {};
    }

    EffectiveFields collected()
    {
        EffectiveFields fields;
        fields.isExact = m_isExact;
        for (auto &[key, slab] : m_slabs) {
            if (key.first != Source::Kind::Input)
                continue;
            EffectiveField field;
            field.input = key.second;
            std::int64_t size = 1;
            for (const CellSet &set : slab.region()) {
                field.first.push_back(set.first());
                field.extents.push_back(set.last() - set.first() + 1);
                size *= field.extents.back();
            }
            field.slopes.assign(static_cast<std::size_t>(size), 0);
            slab.visit(m_batch, [&](const Extents &index, double slope) {
                std::int64_t at = 0;
                for (std::size_t i = 0; i < field.extents.size(); ++i)
                    at = at * field.extents[i] + index[i + 1] - field.first[i];
                field.slopes[static_cast<std::size_t>(at)] = slope;
            });
            fields.inputs.push_back(std::move(field));
        }
        return fields;
    }

    const Model &m_model;
    std::span<const Tensor> m_inputs;
    const RunResult &m_result;
    std::int64_t m_batch;
    const std::stop_token &m_stop;
    std::map<Key, SlopeSlab> m_slabs;
    bool m_isExact = true;
};

} // namespace

Result<EffectiveFields> effectiveFields(const Model &model, std::span<const Tensor> inputs,
                                        const RunResult &result, int layer, const Extents &cell,
                                        std::int64_t batch, const std::stop_token &stop)
{
    const auto operands = operandsOf(model, inputs, result, layer);
    if (!operands)
        return fail(operands.error());
    // The same refusals of a cell.
    if (const auto told = explain(*operands, cell, batch); !told)
        return fail(told.error());
    return Push(model, inputs, result, batch, stop)
        .from(layer, tensorIndex(cell, operands->outputFormat));
}

} // namespace convscope
