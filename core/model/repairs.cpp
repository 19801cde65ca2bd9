// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model/repairs.h"

#include "model/edit.h"
#include "model/shape_inference.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// A value that may mend a layer, and how far it is from the present one (0 … 1).
struct Candidate
{
    Value value;
    double change = 0;
};

double relative(std::int64_t from, std::int64_t to)
{
    const auto distance = static_cast<double>(std::abs(from - to));
    return distance /
           static_cast<double>(std::max<std::int64_t>({std::abs(from), std::abs(to), 1}));
}

/// Every smaller value of a number, nearest first; large numbers in growing steps.
std::vector<std::int64_t> smaller(std::int64_t from, std::int64_t least)
{
    std::vector<std::int64_t> values;
    std::int64_t step = 1;
    for (std::int64_t v = from - 1; v >= least && values.size() < 64; v -= step) {
        values.push_back(v);
        if (values.size() > 24)
            step *= 2;
    }
    if (from > least && (values.empty() || values.back() != least))
        values.push_back(least);
    return values;
}

void addTuples(const ParamInfo &info, const IntList &now, std::vector<Candidate> &out)
{
    const std::int64_t largest = *std::max_element(now.begin(), now.end());
    const auto least = static_cast<std::int64_t>(info.minimum.value_or(0));
    for (const std::int64_t bound : smaller(largest, least)) {
        IntList lowered = now;
        for (std::int64_t &n : lowered)
            n = std::min(n, bound);
        out.push_back({lowered, relative(largest, bound)});
    }
}

void addPairs(const PairList &now, std::vector<Candidate> &out)
{
    std::int64_t largest = 0;
    for (const IntPair &pair : now)
        largest = std::max({largest, pair[0], pair[1]});
    for (const std::int64_t bound : smaller(largest, 0)) {
        PairList lowered = now;
        for (IntPair &pair : lowered) {
            pair[0] = std::min(pair[0], bound);
            pair[1] = std::min(pair[1], bound);
        }
        out.push_back({lowered, relative(largest, bound)});
    }
}

std::vector<Candidate> candidates(const ParamInfo &info, const Value &now)
{
    std::vector<Candidate> found;
    const auto *word = std::get_if<std::string>(&now);
    const auto add = [&](Value value, double change) {
        Candidate &candidate = found.emplace_back();
        candidate.value = std::move(value);
        candidate.change = change;
    };
    if (const auto *list = std::get_if<IntList>(&now);
        list != nullptr && !list->empty() &&
        (info.kind == ParamKind::Tuple || info.kind == ParamKind::OptionalTuple)) {
        addTuples(info, *list, found);
        if (info.kind == ParamKind::OptionalTuple)
            add(Value{}, 0.5);
    } else if (const auto *pairs = std::get_if<PairList>(&now)) {
        addPairs(*pairs, found);
    } else if (info.name == "groups" || info.name == "size") {
        const auto n = std::get_if<std::int64_t>(&now);
        for (const std::int64_t v : n != nullptr ? smaller(*n, 1) : std::vector<std::int64_t>{})
            add(v, relative(*n, v));
    } else if (info.name == "data_format" && word != nullptr && *word == "channels_last") {
        add(std::string("channels_first"), 0.3);
    } else if (info.name == "padding" && word != nullptr && *word == "valid") {
        add(std::string("same"), 0.35);
    }
    return found;
}

/// The layers that feed `index` in a straight line, nearest first, as far as two steps up.
std::vector<int> feeders(const Model &model, int index)
{
    std::vector<int> found;
    int at = index;
    for (int step = 0; step < 2; ++step) {
        const std::vector<Source> sources = model.sources(at);
        if (sources.size() != 1 || sources.front().kind != Source::Kind::Layer)
            break;
        at = sources.front().index;
        found.push_back(at);
    }
    return found;
}

/// Leaves out what the layer's file states and the class does not take: one repair per argument
/// that makes the layer legal alone.
void giveUpRefused(const Model &model, std::span<const Shape> inputs, int index, int at,
                   double farther, std::vector<Repair> &repairs)
{
    const Layer &layer = model.layer(at);
    if (layer.refusedArgument() == nullptr)
        return;
    for (const RefusedArgument &refused : layer.statement()->refused) {
        const bool isArgument = layer.type().table->indexOf(refused.argument) >= 0;
        const Value now = isArgument ? layer.value(refused.argument) : Value();
        auto changed = setArgument(model, at, refused.argument, now);
        if (!changed)
            continue;
        const ModelShapes shapes = inferShapes(*changed, inputs);
        const LayerShapes &mended = shapes.layers[static_cast<std::size_t>(index)];
        if (mended.output)
            repairs.push_back({at, refused.argument, refused.value.value_or(Value()), now,
                               *mended.output, mended.inputs.front(), std::move(*changed),
                               std::min(0.4 + farther, 1.0)});
    }
}

/// Whether what the layer reads looks as if its channels came first: the commonest cause of a
/// window that does not fit.
bool isChannelsFirst(const Model &model, std::span<const Shape> inputs, int index)
{
    const ModelShapes shapes = inferShapes(model, inputs);
    const LayerShapes &layer = shapes.layers[static_cast<std::size_t>(index)];
    if (layer.inputs.size() != 1 || layer.inputs.front().rank() < 3)
        return false;
    const Shape &input = layer.inputs.front();
    for (int axis = 2; axis < input.rank(); ++axis) {
        if (!input[1] || !input[axis] || *input[1] >= *input[axis])
            return false;
    }
    return true;
}

} // namespace

std::vector<Repair> findRepairs(const Model &model, std::span<const Shape> inputs, int index,
                                std::size_t most)
{
    std::vector<Repair> repairs;
    const auto tryLayer = [&](int at, double farther) {
        const Layer &layer = model.layer(at);
        if (!layer.sharedWith().empty())
            return;
        giveUpRefused(model, inputs, index, at, farther, repairs);
        for (const ParamInfo &info : layer.type().table->params()) {
            const Value now = layer.value(info.name);
            if (info.name == "data_format" && (at != index || !isChannelsFirst(model, inputs, at)))
                continue;
            for (Candidate &candidate : candidates(info, now)) {
                auto changed = setArgument(model, at, info.name, candidate.value);
                if (!changed)
                    continue;
                const ModelShapes shapes = inferShapes(*changed, inputs);
                const LayerShapes &mended = shapes.layers[static_cast<std::size_t>(index)];
                if (!mended.output)
                    continue;
                repairs.push_back({at, info.name, now, std::move(candidate.value), *mended.output,
                                   mended.inputs.front(), std::move(*changed),
                                   std::min(candidate.change + farther, 1.0)});
                break;
            }
        }
    };
    tryLayer(index, 0.0);
    double farther = 0.3;
    for (const int feeder : feeders(model, index)) {
        if (!model.layer(feeder).isBypassed())
            tryLayer(feeder, farther);
        farther += 0.3;
    }
    std::stable_sort(repairs.begin(), repairs.end(),
                     [](const Repair &a, const Repair &b) { return a.change < b.change; });
    if (repairs.size() > most)
        repairs.erase(repairs.begin() + static_cast<std::ptrdiff_t>(most), repairs.end());
    return repairs;
}

} // namespace convscope
