// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run_command.h"

#include "keras/tensorflow_limits.h"
#include "kernel_name.h"
#include "layer_figures.h"
#include "layers/unknown_layer.h"
#include "model/layer_state.h"
#include "model/output_format.h"
#include "output_files.h"
#include "printable.h"
#include "progress_line.h"
#include "run/losses.h"
#include "run/stage.h"
#include "run_inputs.h"
#include "shape_json.h"
#include "tensor/npz.h"
#include "text_table.h"
#include "visual/atlas.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

namespace convscope {

namespace {

using nlohmann::ordered_json;

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

/// A layer's name may hold what a file's may not, and then be the same as another's.
std::string fileName(const std::string &layer, std::set<std::string> &taken)
{
    std::string name = layer;
    std::replace(name.begin(), name.end(), '/', '_');
    std::replace(name.begin(), name.end(), '\0', '_');
    while (!taken.insert(name).second)
        name += '_';
    return name + ".png";
}

/// One PNG per layer with the grid of its maps. Returns how many were drawn: outputs without maps
/// (of rank 1 or above 5) are passed over and named on stderr.
Result<int> drawMaps(const RunStage &stage, const RunResult &result, const std::string &folder,
                     OutputFiles &outputs)
{
    const Model &model = stage.model;
    const std::vector<DataFormat> formats = outputFormats(model, stage.formats);
    std::set<std::string> taken;
    int count = 0;
    for (const LayerResult &layer : result.layers) {
        const std::string &name = model.layer(layer.index).name();
        if (layer.output.isNull())
            continue;
        if (layer.output.rank() < 2 || layer.output.rank() > 5) {
            std::fprintf(stderr, "convscope: %s has no maps: its output is %s.\n",
                         printable(name).c_str(), toString(layer.output.extents()).c_str());
            continue;
        }
        const auto grid =
            atlas(layer.output, formats[static_cast<std::size_t>(layer.index)], AtlasOptions{});
        if (!grid)
            return fail(grid.error());
        auto path =
            outputs.add("--maps", (std::filesystem::path(folder) / fileName(name, taken)).string());
        if (!path)
            return fail(path.error());
        if (auto written = writePng(grid->picture, *path); !written)
            return fail(written.error());
        ++count;
    }
    return count;
}

} // namespace

std::string RunCommand::description() const
{
    return "Compute every layer; print figures, write arrays and pictures";
}

void RunCommand::declare(CLI::App &options)
{
    m_model.declare(options);
    m_input.declare(options);
    options
        .add_option("--output", m_output, "Write every layer's output as an array named after it")
        ->type_name("OUT.npz");
    options.add_option("--only", m_only, "With --output: write this layer's output only")
        ->type_name("LAYER");
    options.add_option("--maps", m_maps, "Write a PNG with the maps of every layer")
        ->type_name("DIR");
    addKernelOption(options, m_kernel,
                    "Compute with this kernel only: reference, or a name from a run's table");
    options.add_option("--repeat", m_repeat, "Compute N times and state the median times")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000));
}

bool RunCommand::isPassedOver(const Model &model, int index) const
{
    // Only what is asked for must be there; a class that is not known here stops nothing else.
    if (m_only.empty() || !isUnknown(model.layer(index)))
        return false;
    std::vector<bool> isNeeded(static_cast<std::size_t>(model.size()), false);
    isNeeded[static_cast<std::size_t>(model.indexOf(m_only))] = true;
    for (int i = model.size() - 1; i > index; --i) {
        if (!isNeeded[static_cast<std::size_t>(i)])
            continue;
        for (const Source &source : model.sources(i)) {
            if (source.kind == Source::Kind::Layer)
                isNeeded[static_cast<std::size_t>(source.index)] = true;
        }
    }
    return !isNeeded[static_cast<std::size_t>(index)];
}

Result<RunResult> RunCommand::compute(const RunStage &stage, const CommandContext &context) const
{
    const Model &model = stage.model;
    ProgressLine progress;
    RunOptions options;
    options.stop = context.stop;
    options.kernel = m_kernel;
    options.allOrNothing = true;
    int run = 0;
    options.onLayer = [&](const LayerResult &layer) {
        const int total = model.size() * m_repeat;
        const int done = run * model.size() + layer.index + 1;
        if (done < total)
            progress.show(done + 1, total, model.layer((layer.index + 1) % model.size()).name());
    };
    if (model.size() > 0)
        progress.show(1, model.size() * m_repeat, model.layer(0).name());

    std::vector<std::vector<double>> times(static_cast<std::size_t>(model.size()));
    std::vector<double> totals;
    RunResult result;
    for (; run < m_repeat; ++run) {
        result = {}; // frees the last run's outputs before the next needs room
        result = convscope::run(model, stage.inputs, options);
        if (result.cancelled)
            return fail("cancelled", {}, {}, words("Interrupted."));
        for (const LayerResult &layer : result.layers) {
            const auto at = static_cast<std::size_t>(layer.index);
            const Error *failure = layer.error ? &*layer.error : nullptr;
            const LayerState state = layerState(result.shapes.layers[at], failure);
            // An unknown layer that is bypassed or fed has run.
            const bool lacks = state.kind == LayerState::Kind::Unknown && failure != nullptr &&
                               !isPassedOver(model, layer.index);
            if (state.isProblem() || lacks) {
                Error error = state.isProblem() ? *state.error : *failure;
                error.layer = model.layer(layer.index).name();
                return fail(std::move(error));
            }
            times[at].push_back(layer.milliseconds);
        }
        totals.push_back(result.totalMilliseconds);
    }
    for (LayerResult &layer : result.layers) {
        auto &own = times[static_cast<std::size_t>(layer.index)];
        if (!own.empty())
            layer.milliseconds = median(std::move(own));
    }
    result.totalMilliseconds = median(totals);
    return result;
}

Result<std::string> RunCommand::outputPlaces(OutputFiles &outputs) const
{
    outputs.keep(m_model.files());
    outputs.keep(m_input.files());
    Result<std::string> path;
    if (!m_output.empty())
        path = outputs.add("--output", m_output);
    if (!m_maps.empty() && path) {
        if (auto made = outputs.addFolder("--maps", m_maps); !made)
            return fail(made.error());
    }
    return path;
}

Result<void> RunCommand::writeArrays(const Model &model, const RunResult &result,
                                     const std::string &path) const
{
    std::vector<NamedArray> arrays;
    for (const LayerResult &layer : result.layers) {
        const std::string &name = model.layer(layer.index).name();
        if (!layer.output.isNull() && (m_only.empty() || m_only == name))
            arrays.push_back({name, {layer.output, {}}});
    }
    return writeNpz(path, arrays);
}

Result<int> RunCommand::run(CommandContext &context)
{
    const auto prepared = m_model.prepare();
    if (!prepared)
        return fail(prepared.error());
    if (!m_only.empty() && prepared->model.indexOf(m_only) < 0)
        return fail(
            "usage", "only",
            ordered_json(m_only).dump(-1, ' ', false, ordered_json::error_handler_t::replace),
            words("--only names the layer '{layer}', which the model does not have.", m_only));
    auto inputs = runInputs(*prepared, m_input.files(), m_input.preparation(), "run");
    if (!inputs)
        return fail(inputs.error());
    RunStage &stage = inputs->stage;
    auto weighted = m_model.withWeights(prepared->model, stage.inputShapes());
    if (!weighted)
        return fail(weighted.error());
    stage.model = std::move(*weighted);
    const Model &model = stage.model;
    // Before the work, which may take long.
    const auto place = outputPlaces(context.outputs);
    if (!place)
        return fail(place.error());
    const auto result = compute(stage, context);
    if (!result)
        return fail(result.error());
    const auto penalties = losses(model, *result);
    if (!penalties)
        return fail(penalties.error());

    if (!m_output.empty()) {
        if (auto written = writeArrays(model, *result, *place); !written)
            return fail(written.error());
    }
    if (!m_maps.empty()) {
        auto drawn = drawMaps(stage, *result, m_maps, context.outputs);
        if (!drawn)
            return fail(drawn.error());
    }
    if (auto committed = context.outputs.commit(); !committed)
        return fail(committed.error());

    std::vector<std::string> limits;
    for (const TensorFlowLimit &limit : tensorFlowLimits(model)) {
        limits.push_back(sentence(limit).text());
        std::fprintf(stderr, "convscope: %s\n", printable(limits.back()).c_str());
    }
    if (!m_only.empty() && m_output.empty())
        std::fprintf(stderr, "convscope: --only names the array that --output writes. There is no "
                             "--output: nothing is written, all layers are printed.\n");
    const auto figures = layerFigures(model, *result);
    if (context.json) {
        std::vector<std::string> notes;
        for (const Words &note : inputs->notes)
            notes.push_back(note.text());
        notes.insert(notes.end(), limits.begin(), limits.end());
        ordered_json byLayer = ordered_json::object();
        for (const LayerLoss &loss : penalties->layers) {
            if (loss.value() != 0)
                byLayer[loss.layer] = loss.value();
        }
        writeJson({{"input_shape", toJson(stage.inputShapes())},
                   {"notes", notes},
                   {"layers", toJson(figures)},
                   {"total_ms", result->totalMilliseconds},
                   {"losses", std::move(byLayer)},
                   {"loss", penalties->total}});
        return 0;
    }
    std::string inputText;
    for (const Shape &shape : stage.inputShapes())
        inputText += (inputText.empty() ? "" : ", ") + shape.toString();
    std::printf("%s, input %s\n\n%s\n%s ms in total", printable(model.name).c_str(),
                inputText.c_str(), toText(figures).c_str(),
                shortNumber(result->totalMilliseconds).c_str());
    if (m_repeat > 1)
        std::printf(" (median of %d runs)", m_repeat);
    if (penalties->total != 0)
        std::printf(", loss %s", shortNumber(penalties->total).c_str());
    std::printf("\n");
    if (!m_output.empty())
        std::printf("Arrays: %s\n", m_output.c_str());
    if (!m_maps.empty())
        std::printf("Maps: %s\n", m_maps.c_str());
    return 0;
}

} // namespace convscope
