// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explain_command.h"

#include "assignment.h"
#include "base/words.h"
#include "explanation_json.h"
#include "explanation_text.h"
#include "kernel_name.h"
#include "model/cell_fields.h"
#include "model/output_format.h"
#include "printable.h"
#include "progress_line.h"
#include "run_inputs.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <limits>

namespace convscope {

namespace {

using nlohmann::ordered_json;

/// "86,146,8", also in brackets and with spaces.
std::optional<Extents> parseCell(std::string text)
{
    std::erase_if(text,
                  [](char c) { return c == ' ' || c == '(' || c == ')' || c == '[' || c == ']'; });
    Extents cell;
    const char *at = text.data();
    const char *const end = at + text.size();
    while (at != end) {
        std::int64_t index = 0;
        const auto [next, error] = std::from_chars(at, end, index);
        if (error != std::errc())
            return std::nullopt;
        cell.push_back(index);
        at = next;
        if (at != end && *at++ != ',')
            return std::nullopt;
    }
    return cell.empty() ? std::nullopt : std::optional(cell);
}

/// The field of the cell in every tensor before it.
std::vector<FieldLine> fieldLines(const Model &model, const ModelShapes &shapes, int layer,
                                  const LayerOperands &operands, const Explanation &told)
{
    const DataFormat modelFormat = inputFormat(model);
    const std::vector<DataFormat> formats = outputFormats(model, modelFormat);
    const Region cell = regionOf(tensorIndex(told.cell, operands.outputFormat));
    std::vector<FieldLine> lines;
    for (const CellField &field : fieldsOf(model, shapes, layer, cell)) {
        const auto index = static_cast<std::size_t>(field.tensor.index);
        const bool isInput = field.tensor.kind == Source::Kind::Input;
        std::string name = "input";
        if (!isInput)
            name = model.layer(field.tensor.index).name();
        else if (!model.inputs.empty())
            name = model.inputs[index].name;
        lines.push_back({std::move(name),
                         spatialBox(field.region, isInput ? modelFormat : formats[index]),
                         field.paddingShare()});
    }
    return lines;
}

} // namespace

std::string ExplainCommand::description() const
{
    return "Tell where one value of a layer comes from, down to every product";
}

void ExplainCommand::declare(CLI::App &options)
{
    m_model.declare(options);
    m_input.declare(options);
    options.add_option("--layer", m_layer, "The layer whose value is explained; default: the last")
        ->type_name("NAME");
    options
        .add_option("--cell", m_cell,
                    "Indices without the batch, the channel last, e.g. 86,146,8; default: the "
                    "largest value")
        ->type_name("INDICES");
    options.add_option("--batch", m_batch, "The sample of the batch; default: 0")->type_name("N");
    options
        .add_option("--terms", m_terms,
                    "all: every term, also where they are more than 10 000 and the 1 000 largest "
                    "would do")
        ->type_name("all")
        ->check(CLI::IsMember({"all"}));
    addKernelOption(options, m_kernel,
                    "Compute with this kernel only: reference, or a name from a run's table");
}

Result<int> ExplainCommand::wantedLayer(const Model &model) const
{
    if (model.size() == 0)
        return fail("input", "layer", {},
                    words("The model has no layers, so there is no value to explain."));
    if (m_layer.empty())
        return model.size() - 1;
    const int layer = model.indexOf(m_layer);
    if (layer < 0 && std::any_of(model.inputs.begin(), model.inputs.end(),
                                 [&](const ModelInput &input) { return input.name == m_layer; }))
        return fail("usage", "layer", inJsonQuotes(m_layer),
                    words("--layer names '{name}', which is an input of the model: its values are "
                          "given, not computed.",
                          m_layer));
    if (layer < 0)
        return fail("usage", "layer", inJsonQuotes(m_layer),
                    words("--layer names the layer '{name}', which the model does not have. Its "
                          "layers are {layers}; an input's values are given, not computed.",
                          m_layer, layerNames(model)));
    return layer;
}

Result<RunResult> ExplainCommand::compute(const Model &model, std::span<const Tensor> inputs,
                                          int layer, const std::stop_token &stop) const
{
    ProgressLine progress;
    std::stop_source source;
    const std::stop_callback onInterrupt(stop, [&source] { source.request_stop(); });
    RunOptions options;
    options.stop = source.get_token();
    options.kernel = m_kernel;
    options.onLayer = [&](const LayerResult &done) {
        if (done.index < layer)
            progress.show(done.index + 2, layer + 1, model.layer(done.index + 1).name());
        else
            source.request_stop();
    };
    RunResult result = convscope::run(model, inputs, options);
    if (stop.stop_requested())
        return fail("cancelled", {}, {}, words("Interrupted."));
    return result;
}

Extents ExplainCommand::wantedCell(const LayerOperands &operands) const
{
    if (!m_cell.empty())
        return parseCell(m_cell).value_or(Extents());
    if (m_batch < 0 || operands.output.rank() < 1 || m_batch >= operands.output.extent(0))
        return Extents();
    return largestCell(operands.output, operands.outputFormat, m_batch);
}

Result<void> ExplainCommand::checkOptions() const
{
    if (!m_cell.empty() && !parseCell(m_cell))
        return fail("usage", "cell", inJsonQuotes(m_cell),
                    words("--cell takes whole numbers with commas between them, e.g. 86,146,8. "
                          "Received '{text}'.",
                          m_cell));
    return {};
}

Result<void> ExplainCommand::checkPlace(const Model &model, std::span<const Shape> inputs,
                                        int layer) const
{
    const ModelShapes shapes = inferShapes(model, inputs);
    const auto &output = shapes.layers[static_cast<std::size_t>(layer)].output;
    if (m_cell.empty() || !output || !output->isKnown())
        return {};
    return checkCell(model.layer(layer).name(), *output->extents(),
                     outputFormats(model, inputFormat(model))[static_cast<std::size_t>(layer)],
                     *parseCell(m_cell), m_batch);
}

Result<int> ExplainCommand::run(CommandContext &context)
{
    if (const auto fine = checkOptions(); !fine)
        return fail(fine.error());
    const auto prepared = m_model.prepare();
    if (!prepared)
        return fail(prepared.error());
    const auto layer = wantedLayer(prepared->model);
    if (!layer)
        return fail(layer.error());
    const auto read = runInputs(*prepared, m_input.files(), m_input.preparation(), "explain");
    if (!read)
        return fail(read.error());
    const std::vector<Tensor> &inputs = read->stage.inputs;
    const auto model = m_model.withWeights(prepared->model, read->stage.inputShapes());
    if (!model)
        return fail(model.error());
    const auto located = [&](Error error) {
        if (error.layer.empty())
            error.layer = model->layer(*layer).name();
        return fail(std::move(error));
    };
    // A cell that is not there needs no run to be refused.
    if (const auto place = checkPlace(*model, read->stage.inputShapes(), *layer); !place)
        return located(place.error());
    const auto result = compute(*model, inputs, *layer, context.stop);
    if (!result)
        return fail(result.error());
    const auto operands = operandsOf(*model, inputs, *result, *layer);
    if (!operands)
        return located(operands.error());
    ExplainOptions options;
    if (m_terms == "all")
        options.mostTerms = std::numeric_limits<std::size_t>::max();
    const auto told = explain(*operands, wantedCell(*operands), m_batch, options);
    if (!told)
        return located(told.error());
    const std::vector<FieldLine> field =
        fieldLines(*model, result->shapes, *layer, *operands, *told);
    if (context.json)
        writeJson(toJson(*told, field));
    else
        std::fputs(toText(*told, field).c_str(), stdout);
    return 0;
}

} // namespace convscope
