// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/functional_graph.h"

#include "keras/layer_json.h"
#include "keras/operation_nodes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace convscope {

namespace {

using Refs = std::vector<TensorRef>;

constexpr std::int64_t kGraphMost = 1 << 30;

TensorRef triple(const Json &json)
{
    const auto small = [](const Json &n) {
        return static_cast<int>(
            std::clamp<std::int64_t>(integerOf(n).value_or(-1), -1, kGraphMost));
    };
    return {json[0].get<std::string>(), small(json[1]), small(json[2]), {}};
}

/// Every triple and every Keras 3 tensor below `json`, in order.
void collect(const Json &json, Refs &refs)
{
    if (isTensorTriple(json)) {
        refs.push_back(triple(json));
        // Further tensors may hide in the keyword arguments.
        if (json.size() > 3)
            collect(json[3], refs);
        return;
    }
    if (stringMember(json, "class_name") == "__keras_tensor__") {
        if (const Json *config = member(json, "config")) {
            if (const Json *history = member(*config, "keras_history");
                history != nullptr && isTensorTriple(*history)) {
                refs.push_back(triple(*history));
                if (const Json *shape = member(*config, "shape"))
                    refs.back().shape = shapeFromJson(*shape);
            }
        }
        return;
    }
    if (json.is_array()) {
        for (const Json &item : json)
            collect(item, refs);
    } else if (json.is_object()) {
        for (const auto &[key, item] : json.items()) {
            if (key != "mask")
                collect(item, refs);
        }
    }
}

Refs refsAt(const Json &config, const char *key)
{
    Refs refs;
    if (const Json *json = member(config, key))
        collect(*json, refs);
    return refs;
}

bool startsWithInput(const Json &model)
{
    const Json *entries = layerEntries(model);
    if (entries == nullptr || entries->empty())
        return false;
    const Json &first = entries->front();
    const Json *config = member(first, "config");
    return isInputLayer(first) ||
           (config != nullptr && member(*config, "batch_input_shape") != nullptr);
}

} // namespace

std::vector<const Json *> functionalInputs(const Json &model)
{
    std::vector<const Json *> inputs;
    const Json *entries = layerEntries(model);
    const Json *config = member(model, "config");
    if (entries == nullptr || config == nullptr)
        return inputs;
    for (const TensorRef &ref : refsAt(*config, "input_layers")) {
        const auto found = std::find_if(entries->begin(), entries->end(), [&](const Json &entry) {
            return isInputLayer(entry) && entryName(entry) == ref.layer;
        });
        if (found != entries->end())
            inputs.push_back(&*found);
    }
    if (inputs.empty()) {
        for (const Json &entry : *entries) {
            if (isInputLayer(entry))
                inputs.push_back(&entry);
        }
    }
    return inputs;
}

Result<FunctionalGraph> FunctionalGraph::parse(const Json &model, bool isKeras2)
{
    FunctionalGraph graph;
    const Json &config = *member(model, "config");
    for (const Json &json : *layerEntries(model)) {
        Entry entry;
        entry.json = &json;
        entry.name = entryName(json);
        if (entry.name.empty())
            return structureError(words("a layer has no name"));
        if (!graph.m_places.emplace(entry.name, static_cast<int>(graph.m_entries.size())).second)
            return structureError(words("two layers are called '{name}'", entry.name));
        if (const Json *nodes = member(json, "inbound_nodes"); nodes != nullptr) {
            if (!nodes->is_array())
                return structureError(words("inbound_nodes of '{name}' is no list", entry.name));
            std::vector<OperationCall> operations = operationCalls(json);
            for (std::size_t i = 0; i < nodes->size(); ++i) {
                const Json &node = (*nodes)[i];
                Refs refs;
                collect(operations.empty() ? node : operations[i].tensors, refs);
                // Keras 2 states what a layer was built for in place of the tensors' own shapes.
                if (refs.size() == 1 && !refs.front().shape)
                    refs.front().shape = builtShape(json);
                entry.calls.push_back(std::move(refs));
                entry.arguments.push_back(node.is_object() ? &node : nullptr);
            }
            for (OperationCall &operation : operations) {
                operation.entry["config"]["name"] = nameHere(json);
                entry.operations.push_back(std::move(operation.entry));
            }
        }
        if (isInputLayer(json))
            entry.calls.assign(1, {});
        if (isKeras2 && isModelEntry(json) && startsWithInput(json))
            entry.firstNode = {1, 1};
        else if (isModelEntry(json) && stringMember(json, "class_name") != "Sequential")
            entry.firstNode = {0, 1};
        graph.m_entries.push_back(std::move(entry));
    }
    for (const Json *input : functionalInputs(model))
        graph.m_inputs.push_back({entryName(*input), 0, 0, {}});
    graph.m_outputs = refsAt(config, "output_layers");
    if (graph.m_outputs.empty())
        return structureError(words("it names no output layer"));
    graph.fitNodeNumbers(Use::Call);
    graph.fitNodeNumbers(Use::Output);
    return graph;
}

void FunctionalGraph::fitNodeNumbers(Use use)
{
    // Where the numbers used contradict the rule of the version, the numbers are believed.
    std::vector<int> least(m_entries.size(), -1);
    std::vector<int> most(m_entries.size(), -1);
    const auto note = [&](const TensorRef &ref) {
        const int at = find(ref.layer);
        if (at < 0)
            return;
        const auto i = static_cast<std::size_t>(at);
        least[i] = least[i] < 0 ? ref.node : std::min(least[i], ref.node);
        most[i] = std::max(most[i], ref.node);
    };
    if (use == Use::Output) {
        std::for_each(m_outputs.begin(), m_outputs.end(), note);
    } else {
        for (const Entry &entry : m_entries) {
            for (const auto &call : entry.calls)
                std::for_each(call.begin(), call.end(), note);
        }
    }
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        Entry &entry = m_entries[i];
        if (!isModelEntry(*entry.json))
            continue;
        int &first = entry.firstNode[static_cast<std::size_t>(use)];
        if (least[i] == 0)
            first = 0;
        else if (most[i] == static_cast<int>(entry.calls.size()))
            first = 1;
    }
}

int FunctionalGraph::find(const std::string &name) const
{
    const auto found = m_places.find(name);
    return found == m_places.end() ? -1 : found->second;
}

Result<std::pair<int, int>> FunctionalGraph::resolve(const TensorRef &ref, Use use) const
{
    const int at = find(ref.layer);
    if (at < 0)
        return structureError(
            words("something reads '{layer}', which is no layer of it", ref.layer));
    const Entry &entry = m_entries[static_cast<std::size_t>(at)];
    const int call = ref.node - entry.firstNode[static_cast<std::size_t>(use)];
    if (call < 0 || call >= static_cast<int>(entry.calls.size()))
        return structureError(
            words("something reads call {node} of '{layer}', which is called {size} times",
                  ref.node, ref.layer, entry.calls.size()));
    return std::pair(at, call);
}

std::map<FunctionalGraph::Node, std::vector<std::optional<Shape>>>
FunctionalGraph::statedOutputs() const
{
    // More outputs than any layer has come from a broken file.
    constexpr int kMostOutputs = 256;
    std::map<Node, std::vector<std::optional<Shape>>> stated;
    const auto note = [&](const TensorRef &ref, Use use) {
        const auto node = resolve(ref, use);
        if (!node || ref.tensor < 0 || ref.tensor >= kMostOutputs)
            return;
        auto &outputs = stated[*node];
        const auto tensor = static_cast<std::size_t>(ref.tensor);
        if (outputs.size() <= tensor)
            outputs.resize(tensor + 1);
        if (ref.shape)
            outputs[tensor] = ref.shape;
    };
    for (const Entry &entry : m_entries) {
        for (const auto &call : entry.calls) {
            for (const TensorRef &ref : call)
                note(ref, Use::Call);
        }
    }
    for (const TensorRef &ref : m_outputs)
        note(ref, Use::Output);
    return stated;
}

Result<ModelBuilder::Names> FunctionalGraph::addTo(ModelBuilder &builder,
                                                   const ModelBuilder::Place &place,
                                                   const ModelBuilder::Names &inputs) const
{
    using Names = ModelBuilder::Names;
    if (inputs.size() != m_inputs.size())
        return structureError(words("a model of {count} inputs is called with {received}",
                                    m_inputs.size(), inputs.size()));
    std::map<Node, std::vector<Node>> readers;
    std::map<Node, int> waitsFor;
    std::set<Node> ready;
    for (int i = 0; i < static_cast<int>(m_entries.size()); ++i) {
        const Entry &entry = m_entries[static_cast<std::size_t>(i)];
        if (entry.calls.empty())
            return structureError(words("the layer '{name}' is never called", entry.name));
        for (int call = 0; call < static_cast<int>(entry.calls.size()); ++call) {
            std::set<Node> sources;
            for (const TensorRef &ref : entry.calls[static_cast<std::size_t>(call)]) {
                const auto source = resolve(ref, Use::Call);
                if (!source)
                    return fail(source.error());
                sources.insert(*source);
            }
            if (sources.empty() && !isInputLayer(*entry.json))
                return structureError(words("the layer '{name}' reads nothing", entry.name));
            for (const Node &source : sources)
                readers[source].push_back({i, call});
            waitsFor[{i, call}] = static_cast<int>(sources.size());
            if (sources.empty())
                ready.insert({i, call});
        }
    }

    std::map<Node, Names> outputs;
    const auto tensor = [&](const TensorRef &ref, Use use) -> Result<std::string> {
        const auto node = resolve(ref, use);
        if (!node)
            return fail(node.error());
        const Names &names = outputs[*node];
        if (ref.tensor < 0 || ref.tensor >= static_cast<int>(names.size()))
            return structureError(
                words("something reads output {tensor} of '{layer}', which has {size}", ref.tensor,
                      ref.layer, names.size()));
        return names[static_cast<std::size_t>(ref.tensor)];
    };
    const auto stated = statedOutputs();
    // Weights are listed in the file's order, whatever order the calls are added in.
    Names weightOrder = builder.takeWeightOrder();
    std::vector<Names> weightsOf(m_entries.size());
    while (!ready.empty()) {
        const Node node = *ready.begin();
        ready.erase(ready.begin());
        const Entry &entry = m_entries[static_cast<std::size_t>(node.first)];
        if (isInputLayer(*entry.json)) {
            const auto at = std::find_if(m_inputs.begin(), m_inputs.end(),
                                         [&](const TensorRef &r) { return r.layer == entry.name; });
            if (at == m_inputs.end())
                return structureError(
                    words("the input '{name}' is missing from its input_layers", entry.name));
            outputs[node] = {inputs[static_cast<std::size_t>(at - m_inputs.begin())]};
        } else {
            Names reads;
            ModelBuilder::Call call;
            call.number = node.second;
            const auto at = static_cast<std::size_t>(node.second);
            if (at < entry.arguments.size())
                call.arguments = entry.arguments[at];
            if (const auto found = stated.find(node); found != stated.end())
                call.outputs = found->second;
            bool hasShapes = true;
            for (const TensorRef &ref : entry.calls[at]) {
                auto name = tensor(ref, Use::Call);
                if (!name)
                    return fail(name.error());
                reads.push_back(std::move(*name));
                hasShapes = hasShapes && ref.shape;
                if (hasShapes)
                    call.inputs.push_back(*ref.shape);
            }
            // Every call of an operation is a layer by itself: its constants are its own.
            auto names = at < entry.operations.size()
                             ? builder.addOperation(entry.operations[at], call, place, reads)
                             : builder.addCall(*entry.json, call, place, reads);
            if (!names)
                return names;
            outputs[node] = std::move(*names);
            for (std::string &name : builder.takeWeightOrder())
                weightsOf[static_cast<std::size_t>(node.first)].push_back(std::move(name));
        }
        for (const Node &reader : readers[node]) {
            if (--waitsFor[reader] == 0)
                ready.insert(reader);
        }
        waitsFor.erase(node);
    }
    if (!waitsFor.empty())
        return structureError(
            words("its layers read each other in a circle, among them '{name}'",
                  m_entries[static_cast<std::size_t>(waitsFor.begin()->first.first)].name));
    for (const Names &names : weightsOf)
        weightOrder.insert(weightOrder.end(), names.begin(), names.end());
    builder.setWeightOrder(std::move(weightOrder));
    Names results;
    for (const TensorRef &ref : m_outputs) {
        auto name = tensor(ref, Use::Output);
        if (!name)
            return fail(name.error());
        results.push_back(std::move(*name));
    }
    return results;
}

} // namespace convscope
