// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "convert_command.h"

#include "borrowed_weights.h"
#include "keras/formats/model_format.h"
#include "keras/load_model.h"
#include "keras/save_model.h"
#include "keras/tensorflow_limits.h"
#include "layers/unknown_layer.h"
#include "model/shape_inference.h"
#include "output_files.h"
#include "printable.h"
#include "text_table.h"

#include <cstdio>

namespace convscope {

namespace {

void warn(const std::string &path, const Words &what)
{
    std::fprintf(stderr, "convscope: %s: %s\n", printable(path).c_str(),
                 printable(what.text()).c_str());
}

std::string writtenEndings()
{
    std::string text;
    for (const ModelFormat &format : modelFormats()) {
        if (format.write != nullptr)
            text += (text.empty() ? "" : " ") + std::string(format.endings.front());
    }
    return text;
}

} // namespace

std::string ConvertCommand::description() const
{
    return "Write a model in another format";
}

void ConvertCommand::declare(CLI::App &options)
{
    options.add_option("IN", m_in, "A model in any format that is read")->required();
    options
        .add_option("OUT", m_out, "What to write; the format by its ending: " + writtenEndings())
        ->required();
    options.add_option("--weights", m_weights, "Take the weights from this file")
        ->type_name("FILE");
}

Result<int> ConvertCommand::run(CommandContext &context)
{
    if (formatToWrite(m_out) == nullptr)
        return fail("usage", "OUT", '"' + m_out + '"',
                    words("OUT must end in one of {endings}. Received {received}", writtenEndings(),
                          m_out));
    context.outputs.keep(std::vector<std::string>{m_in});
    auto loaded = loadModel(m_in);
    if (!loaded)
        return fail(loaded.error());
    for (const Words &warning : loaded->warnings)
        warn(m_in, warning);
    if (!m_weights.empty()) {
        auto weighted = withWeightsOf(loaded->model, m_weights, inputShapes(loaded->model));
        if (!weighted)
            return fail(weighted.error());
        loaded->model = std::move(*weighted);
    }
    const auto place = context.outputs.add("OUT", m_out);
    if (!place)
        return fail(place.error());
    const SaveRequest request{loaded->model, loaded->inputs, loaded->view};
    const ModelFormat *format = formatToWrite(m_out);
    std::vector<Words> limits;
    if (isLoadedByKeras(*format)) {
        for (const TensorFlowLimit &limit : tensorFlowLimits(loaded->model))
            limits.push_back(sentence(limit));
    }
    for (const Words &limit : limits)
        warn(m_out, limit);
    const auto report = saveModelAs(*format, *place, request);
    if (!report)
        return fail(report.error());
    if (auto committed = context.outputs.commit(); !committed)
        return fail(committed.error());
    const ModelShapes shapes = inferShapes(loaded->model, inputShapes(loaded->model));
    if (context.json) {
        std::vector<std::string> unsupported;
        for (const Words &what : report->unsupported)
            unsupported.push_back(what.text());
        // In words it was said as the file was read.
        for (const auto &layer : loaded->model.layers) {
            if (isUnknown(*layer))
                unsupported.push_back(words("{layer}: the class {class} is not known here; it is "
                                            "written as its file states it",
                                            layer->name(), layer->type().className)
                                          .text());
        }
        for (const Words &limit : limits)
            unsupported.push_back(limit.text());
        writeJson({{"layers", loaded->model.size()},
                   {"params", shapes.params},
                   {"unsupported", unsupported}});
        return 0;
    }
    for (const Words &unsupported : report->unsupported)
        warn(m_out, unsupported);
    std::printf("%s: %d layers, %s parameters, as %s\n", printable(m_out).c_str(),
                loaded->model.size(), groupedDigits(shapes.params).c_str(),
                format->name.text().c_str());
    return 0;
}

} // namespace convscope
