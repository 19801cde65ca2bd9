// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/cell_fields.h"

#include <algorithm>
#include <optional>

namespace convscope {

namespace {

/// Sight of one layer between known shapes.
struct LayerSight
{
    std::vector<Shape> inputs;
    Shape output;
    Extents outputExtents;
};

std::optional<LayerSight> knownShapes(const LayerShapes &shapes)
{
    if (!shapes.output)
        return std::nullopt;
    auto output = shapes.output->withBatch(1);
    const auto extents = output.extents();
    if (!extents)
        return std::nullopt;
    LayerSight known{{}, output, *extents};
    for (const Shape &input : shapes.inputs) {
        known.inputs.push_back(input.withBatch(1));
        if (!known.inputs.back().isKnown())
            return std::nullopt;
    }
    return known;
}

/// A bypassed layer reads its first input alone.
std::size_t readInputs(const Layer &layer, const std::vector<Source> &sources)
{
    return layer.isBypassed() ? std::min<std::size_t>(sources.size(), 1) : sources.size();
}

/// The layer whose class and arguments decide, with this call's bypass.
Layer callOf(const Model &model, int index)
{
    return model.owner(index).withBypass(model.layer(index).isBypassed());
}

bool isSame(const Source &a, const Source &b)
{
    return a.kind == b.kind && a.index == b.index;
}

void widen(std::vector<CellRange> &reach, const std::vector<CellRange> &other)
{
    if (reach.empty()) {
        reach = other;
        return;
    }
    for (std::size_t i = 0; i < other.size(); ++i) {
        reach[i].first = std::min(reach[i].first, other[i].first);
        reach[i].last = std::max(reach[i].last, other[i].last);
    }
}

class Fields
{
public:
    CellField &of(const Source &tensor)
    {
        const auto found =
            std::find_if(m_fields.begin(), m_fields.end(),
                         [&](const CellField &field) { return isSame(field.tensor, tensor); });
        if (found != m_fields.end())
            return *found;
        CellField field;
        field.tensor = tensor;
        m_fields.push_back(std::move(field));
        return m_fields.back();
    }

    /// Nearest first: layers by falling position, then the inputs.
    std::vector<CellField> sorted()
    {
        std::erase_if(m_fields, [](const CellField &field) { return isEmpty(field.region); });
        std::sort(m_fields.begin(), m_fields.end(), [](const CellField &a, const CellField &b) {
            if (a.tensor.kind != b.tensor.kind)
                return a.tensor.kind == Source::Kind::Layer;
            return a.tensor.kind == Source::Kind::Layer ? a.tensor.index > b.tensor.index
                                                        : a.tensor.index < b.tensor.index;
        });
        return std::move(m_fields);
    }

private:
    std::vector<CellField> m_fields;
};

} // namespace

double CellField::paddingShare() const
{
    if (reach.empty() || isEmpty(region))
        return 0;
    double inside = 1;
    double all = 1;
    for (std::size_t i = 0; i < reach.size(); ++i) {
        const double span = static_cast<double>(reach[i].last - reach[i].first + 1);
        const double kept = static_cast<double>(std::min(reach[i].last, lengths[i] - 1) -
                                                std::max<std::int64_t>(reach[i].first, 0) + 1);
        all *= span;
        inside *= std::max(kept, 0.0);
    }
    return 1 - inside / all;
}

std::vector<CellField> fieldsOf(const Model &model, const ModelShapes &shapes, int layer,
                                const Region &cells)
{
    const auto &output = shapes.layers[static_cast<std::size_t>(layer)].output;
    if (!output || output->rank() != static_cast<int>(cells.size()) + 1)
        return {};
    Fields fields;
    std::vector<CellRange> own;
    if (!isEmpty(cells)) {
        for (const CellSet &set : cells)
            own.push_back({set.first(), set.last()});
    }
    for (int index = layer; index >= 0; --index) {
        const LayerShapes &at = shapes.layers[static_cast<std::size_t>(index)];
        Region seeing = cells;
        std::vector<CellRange> reach = own;
        if (index != layer) {
            const CellField &field = fields.of({Source::Kind::Layer, index});
            seeing = field.region;
            reach = field.reach;
        }
        if (isEmpty(seeing))
            continue;
        const auto known = knownShapes(at);
        if (!known)
            return {};
        const Layer call = callOf(model, index);
        const std::vector<Source> sources = model.sources(index);
        for (std::size_t which = 0; which < readInputs(call, sources); ++which) {
            const Extents input = known->inputs[which].extents().value();
            const Sight sight = sightOf(call, known->inputs, known->output, which);
            const Region seen = seenRegion(sight, seeing, input, known->outputExtents);
            if (isEmpty(seen))
                continue;
            CellField &field = fields.of(sources[which]);
            unite(field.region, seen);
            field.lengths.assign(input.begin() + 1, input.end());
            widen(field.reach, seenReach(sight, reach, input, known->outputExtents));
            const auto branch =
                std::find_if(field.branches.begin(), field.branches.end(),
                             [&](const FieldBranch &b) { return b.reader == index; });
            if (branch == field.branches.end())
                field.branches.push_back({index, seen});
            else
                unite(branch->region, seen);
        }
    }
    return fields.sorted();
}

std::vector<CellReach> reachOf(const Model &model, const ModelShapes &shapes, const Source &tensor,
                               const Region &cells)
{
    std::vector<CellReach> reached;
    std::vector<Region> regions(static_cast<std::size_t>(model.size()));
    for (int index = 0; index < model.size(); ++index) {
        const auto known = knownShapes(shapes.layers[static_cast<std::size_t>(index)]);
        if (!known)
            continue;
        Region &region = regions[static_cast<std::size_t>(index)];
        const Layer call = callOf(model, index);
        const std::vector<Source> sources = model.sources(index);
        for (std::size_t which = 0; which < readInputs(call, sources); ++which) {
            const Source &source = sources[which];
            const Region *seen = nullptr;
            if (isSame(source, tensor))
                seen = &cells;
            else if (source.kind == Source::Kind::Layer)
                seen = &regions[static_cast<std::size_t>(source.index)];
            if (seen == nullptr || isEmpty(*seen))
                continue;
            const Sight sight = sightOf(call, known->inputs, known->output, which);
            const Region more = reachedRegion(sight, *seen, known->inputs[which].extents().value(),
                                              known->outputExtents);
            unite(region, more);
        }
        if (!isEmpty(region))
            reached.push_back({index, region});
    }
    return reached;
}

std::vector<CellRange> spatialBox(const Region &region, DataFormat format)
{
    std::vector<CellRange> box;
    if (isEmpty(region))
        return box;
    const auto rank = static_cast<int>(region.size()) + 1;
    for (int i = 0; i < rank - 2; ++i) {
        const CellSet &set = region[static_cast<std::size_t>(spatialAxis(format) + i) - 1];
        box.push_back({set.first(), set.last()});
    }
    return box;
}

} // namespace convscope
