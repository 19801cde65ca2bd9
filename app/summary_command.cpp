// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "summary_command.h"

#include "layers/unknown_layer.h"
#include "model/layer_state.h"
#include "model/repairs.h"
#include "model/wiring.h"
#include "printable.h"
#include "shape_json.h"
#include "text_table.h"

#include <algorithm>
#include <cstdio>

namespace convscope {

namespace {

using nlohmann::ordered_json;

/// Names of the layers and model inputs that layer `index` reads.
std::vector<std::string> inputNames(const Model &model, const Wiring &wiring, int index)
{
    std::vector<std::string> names;
    for (const Source &source : wiring.sources(index)) {
        if (source.kind == Source::Kind::Layer)
            names.push_back(model.layer(source.index).name());
        else if (source.kind == Source::Kind::Input)
            names.push_back(model.inputs.empty()
                                ? "input"
                                : model.inputs[static_cast<std::size_t>(source.index)].name);
    }
    return names;
}

/// One number per spatial axis; null where the layer sees everything or sizes are unknown.
ordered_json fieldJson(const std::optional<ReceptiveField> &field)
{
    if (!field || field->everything)
        return nullptr;
    ordered_json size = ordered_json::array();
    ordered_json jump = ordered_json::array();
    ordered_json start = ordered_json::array();
    for (const FieldAxis &axis : field->axes) {
        size.push_back(axis.size);
        jump.push_back(axis.jump);
        start.push_back(axis.start);
    }
    return {{"size", size}, {"jump", jump}, {"start", start}};
}

std::string fieldText(const std::optional<ReceptiveField> &field)
{
    if (!field)
        return "?";
    if (field->everything)
        return "everything";
    std::string text;
    for (const FieldAxis &axis : field->axes)
        text += (text.empty() ? "" : "×") + std::to_string(axis.size);
    return text.empty() ? "–" : text;
}

/// The number, or null where it is not known or beyond what is counted.
ordered_json counted(const std::optional<std::int64_t> &number)
{
    return number && !isBeyondCount(*number) ? ordered_json(*number) : ordered_json();
}

ordered_json documentOf(const PreparedModel &prepared, const ModelShapes &shapes)
{
    const Wiring wiring(prepared.model);
    ordered_json layers = ordered_json::array();
    for (int i = 0; i < prepared.model.size(); ++i) {
        const Layer &layer = prepared.model.layer(i);
        const LayerShapes &known = shapes.layers[static_cast<std::size_t>(i)];
        layers.push_back({{"name", layer.name()},
                          {"class_name", layer.type().className},
                          {"known", !isUnknown(layer)},
                          {"inputs", inputNames(prepared.model, wiring, i)},
                          {"output_shape", known.output ? toJson(*known.output) : ordered_json()},
                          {"params", counted(known.params)},
                          {"trainable_params", counted(known.trainableParams)},
                          {"macs", counted(known.macs)},
                          {"bytes", counted(known.bytes)},
                          {"receptive_field", fieldJson(known.field)}});
    }
    return {{"name", prepared.model.name},        {"input_shape", toJson(prepared.inputShapes)},
            {"layers", std::move(layers)},        {"total_params", counted(shapes.params)},
            {"total_macs", counted(shapes.macs)}, {"peak_bytes", counted(shapes.peakBytes)}};
}

/// The layer reads an input of the model whose shape nobody has stated.
bool readsUnstated(const PreparedModel &prepared, const Wiring &wiring, int index)
{
    const auto sources = wiring.sources(index);
    return std::any_of(sources.begin(), sources.end(), [&](const Source &source) {
        return source.kind == Source::Kind::Input &&
               source.index < static_cast<int>(prepared.inputShapes.size()) &&
               prepared.inputShapes[static_cast<std::size_t>(source.index)].rank() == 0;
    });
}

std::string outputText(const LayerShapes &known, bool isUnstated)
{
    const LayerState state = layerState(known, nullptr);
    switch (state.kind) {
    case LayerState::Kind::Fine:
        return known.output ? known.output->toString() : "?";
    case LayerState::Kind::Illegal:
    case LayerState::Kind::Failed:
        return isUnstated ? "needs --input-shape" : "illegal";
    case LayerState::Kind::Waits:
        return "waits for " + state.waitsFor;
    case LayerState::Kind::Unknown:
        return (known.output ? known.output->toString() + " " : std::string()) + "not known here";
    }
    return {};
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

void printTable(const PreparedModel &prepared, const ModelShapes &shapes)
{
    using Align = TextTable::Align;
    // In a plain stack every layer reads the one before, which needs no column.
    const bool isPlain = std::all_of(prepared.model.layers.begin(), prepared.model.layers.end(),
                                     [](const auto &layer) { return layer->inputs().empty(); });
    std::vector<TextTable::Column> columns{{"layer"}, {"class"}};
    if (!isPlain)
        columns.push_back({"reads"});
    columns.insert(columns.end(), {{"output shape"},
                                   {"params", Align::Right},
                                   {"MACs", Align::Right},
                                   {"memory", Align::Right},
                                   {"sees", Align::Right}});
    const Wiring wiring(prepared.model);
    TextTable table(std::move(columns));
    for (int i = 0; i < prepared.model.size(); ++i) {
        const Layer &layer = prepared.model.layer(i);
        const LayerShapes &known = shapes.layers[static_cast<std::size_t>(i)];
        std::vector<std::string> row{layer.name(), layer.type().className};
        if (!isPlain)
            row.push_back(joined(inputNames(prepared.model, wiring, i)));
        row.insert(row.end(), {outputText(known, readsUnstated(prepared, wiring, i)),
                               groupedDigits(known.params), shortCount(known.macs),
                               shortBytes(known.bytes), fieldText(known.field)});
        table.addRow(std::move(row));
    }
    std::string inputs;
    for (const Shape &shape : prepared.inputShapes)
        inputs += (inputs.empty() ? "" : ", ") + shape.toString();
    std::printf("%s, input %s\n\n%s\n", printable(prepared.model.name).c_str(), inputs.c_str(),
                table.toString().c_str());
    std::printf("%s parameters (%s trainable), %s multiply-adds, at most %s of activations\n",
                groupedDigits(shapes.params).c_str(), groupedDigits(shapes.trainableParams).c_str(),
                shortCount(shapes.macs).c_str(), shortBytes(shapes.peakBytes).c_str());
}

/// The value as --set takes it, without letters that mean something to a shell where it can do
/// without.
std::string forShell(const Value &value)
{
    if (const auto *word = std::get_if<std::string>(&value))
        return *word;
    std::string text = toPython(value);
    std::erase(text, ' ');
    if (const auto *list = std::get_if<IntList>(&value); list != nullptr && list->size() > 1)
        return text.substr(1, text.size() - 2);
    return text.find('(') == std::string::npos ? text : '"' + text + '"';
}

/// The one-argument changes that would make an illegal layer legal.
void printRepairs(const PreparedModel &prepared, int index)
{
    const auto repairs = findRepairs(prepared.model, prepared.inputShapes, index);
    if (!repairs.empty())
        std::printf("\n%s would be legal with:\n",
                    printable(prepared.model.layer(index).name()).c_str());
    for (const Repair &repair : repairs)
        std::printf("  --set %s.%s=%s  →  %s\n",
                    printable(prepared.model.layer(repair.layer).name()).c_str(),
                    repair.argument.c_str(), forShell(repair.after).c_str(),
                    repair.output.toString().c_str());
}

/// A shape of that rank, as the option takes it.
std::string exampleShape(int rank)
{
    std::string text = "1";
    for (int axis = 1; axis + 1 < rank; ++axis)
        text += ",32";
    return text + ",3";
}

} // namespace

std::string SummaryCommand::description() const
{
    return "Print every layer's output shape, parameters, work and receptive field";
}

void SummaryCommand::declare(CLI::App &options)
{
    m_model.declare(options);
}

Result<int> SummaryCommand::run(CommandContext &context)
{
    const auto prepared = m_model.prepare();
    if (!prepared)
        return fail(prepared.error());
    if (auto weighted = m_model.withWeights(prepared->model, prepared->inputShapes); !weighted)
        return fail(weighted.error());
    const ModelShapes shapes = inferShapes(prepared->model, prepared->inputShapes);
    if (!context.json)
        printTable(*prepared, shapes);
    for (int i = 0; i < prepared->model.size(); ++i) {
        const LayerState state = layerState(shapes.layers[static_cast<std::size_t>(i)], nullptr);
        if (state.isProblem()) {
            Error located = *state.error;
            located.layer = prepared->model.layer(i).name();
            if (readsUnstated(*prepared, Wiring(prepared->model), i))
                located.say(words("{class} needs the shape of its input, which the model does not "
                                  "state: state --input-shape, e.g. --input-shape {shape}",
                                  prepared->model.layer(i).type().className,
                                  exampleShape(prepared->model.layer(i).type().inputRank)));
            if (!context.json)
                printRepairs(*prepared, i);
            return fail(std::move(located));
        }
    }
    if (context.json)
        writeJson(documentOf(*prepared, shapes));
    return 0;
}

} // namespace convscope
