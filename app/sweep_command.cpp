// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "sweep_command.h"

#include "error_report.h"
#include "kernel_name.h"
#include "output_files.h"
#include "printable.h"
#include "progress_line.h"
#include "run_inputs.h"
#include "shape_json.h"
#include "sweep/sweep_cases.h"
#include "sweep/sweep_text.h"
#include "tensor/file_bytes.h"
#include "testing/case_writer.h"
#include "text_table.h"
#include "tolerance_argument.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace convscope {

namespace {

using nlohmann::ordered_json;

ordered_json documentOf(const Sweep &sweep, std::span<const SweepCell> cells)
{
    ordered_json vary = ordered_json::array();
    for (const SweepAxis &axis : sweep.axes)
        vary.push_back(
            {{"argument", axis.layerName + '.' + axis.argument}, {"values", axis.values}});
    ordered_json list = ordered_json::array();
    for (const SweepCell &cell : cells) {
        ordered_json values = ordered_json::array();
        for (std::size_t i = 0; i < sweep.axes.size(); ++i)
            values.push_back(sweep.axes[i].values[cell.choice[i]]);
        ordered_json one = {{"values", std::move(values)}};
        one["output_shape"] = cell.outputShape ? toJson(*cell.outputShape) : ordered_json();
        one["ms"] = cell.milliseconds ? ordered_json(*cell.milliseconds) : ordered_json();
        one["max_difference"] =
            cell.maxDifference ? ordered_json(*cell.maxDifference) : ordered_json();
        one["error"] = cell.error ? errorDocument(*cell.error)["error"] : ordered_json();
        list.push_back(std::move(one));
    }
    return {{"vary", std::move(vary)},
            {"layer", sweep.model.layer(sweep.layer).name()},
            {"cells", std::move(list)}};
}

std::string tableOf(const Sweep &sweep, std::span<const SweepCell> cells)
{
    std::vector<TextTable::Column> columns;
    for (const SweepAxis &axis : sweep.axes)
        columns.push_back({axis.layerName + '.' + axis.argument});
    columns.push_back({"output"});
    columns.push_back({"ms", TextTable::Align::Right});
    if (!sweep.against.empty())
        columns.push_back({"difference", TextTable::Align::Right});
    const bool hasProblem = std::any_of(cells.begin(), cells.end(), [](const SweepCell &cell) {
        return cell.error || cell.exceeds();
    });
    if (hasProblem)
        columns.push_back({"problem"});
    TextTable table(columns);
    for (const SweepCell &cell : cells) {
        std::vector<std::string> row;
        for (std::size_t i = 0; i < sweep.axes.size(); ++i)
            row.push_back(printable(sweep.axes[i].texts[cell.choice[i]]));
        row.push_back(cell.outputShape ? cell.outputShape->toString() : "");
        row.push_back(cell.milliseconds ? shortNumber(*cell.milliseconds) : "");
        if (!sweep.against.empty())
            row.push_back(cell.maxDifference ? shortNumber(*cell.maxDifference) : "");
        if (hasProblem)
            row.push_back(cell.error       ? printable(errorText(sweep, cell))
                          : cell.exceeds() ? "differs by more than " + shortNumber(cell.allowed)
                                           : "");
        table.addRow(std::move(row));
    }
    return table.toString();
}

void printNotes(const Sweep &sweep, std::span<const SweepCell> cells)
{
    std::set<std::string> said;
    for (const SweepCell &cell : cells) {
        for (const Words &note : cell.notes) {
            const std::string text = note.text();
            if (said.insert(text).second)
                std::fprintf(stderr, "convscope: %s: %s\n",
                             printable(settingText(sweep, cell)).c_str(), printable(text).c_str());
        }
    }
}

} // namespace

std::string SweepCommand::description() const
{
    return "Compute a layer under many settings of its arguments, side by side";
}

void SweepCommand::declare(CLI::App &options)
{
    m_model.declare(options);
    m_input.declare(options);
    options
        .add_option("--vary", m_vary,
                    "An argument and its values, one to three times: A..B is a range of whole "
                    "numbers")
        ->type_name("LAYER.ARG=A,B,C")
        ->allow_extra_args(false)
        ->required();
    options
        .add_option("--layer", m_layer, "Whose output is looked at; without it the model's last")
        ->type_name("NAME");
    options
        .add_option(
            "--against", m_against,
            "Whom each setting is held against: the textbook kernels or OpenCV (every layer "
            "from the first that varies to the one looked at, the largest difference of "
            "all), or the first setting that can be (the layer looked at)")
        ->check(CLI::IsMember({"reference", "opencv", "first"}));
    options
        .add_option("--tolerance", m_tolerance,
                    "How far off a setting may be before the sweep fails")
        ->type_name("ABS,REL");
    addKernelOption(options, m_kernel, "\"reference\", or the one kernel to use");
    options
        .add_option("--output", m_output,
                    "Write the table (.csv), or a test case for each setting (.npz)")
        ->type_name("TABLE.csv|CASES.npz");
}

Result<Sweep> SweepCommand::prepare() const
{
    if (m_vary.size() > 3)
        return fail("usage", "vary", std::to_string(m_vary.size()),
                    words("--vary is taken one to three times. Received {count}", m_vary.size()));
    if (!m_tolerance.empty() && m_against.empty())
        return fail("usage", "tolerance", '"' + m_tolerance + '"',
                    words("--tolerance {tolerance} needs --against: without it nothing is "
                          "compared.",
                          m_tolerance));
    auto prepared = m_model.prepare();
    if (!prepared)
        return fail(prepared.error());
    Sweep sweep;
    for (const std::string &text : m_vary) {
        auto axis = sweepAxis(prepared->model, text);
        if (!axis)
            return fail(axis.error());
        for (const SweepAxis &other : sweep.axes) {
            if (other.layer == axis->layer && other.argument == axis->argument)
                return fail("usage", "vary", '"' + text + '"',
                            words("--vary names {layer}.{argument} twice: give all its values to "
                                  "one.",
                                  axis->layerName, axis->argument));
        }
        sweep.axes.push_back(std::move(*axis));
    }
    if (sweep.count() > kMostSettings)
        return fail("usage", "vary", std::to_string(sweep.count()),
                    words("a sweep has at most {most} settings. These are {count}", kMostSettings,
                          sweep.count()));
    sweep.layer =
        m_layer.empty() ? prepared->model.outputIndices().back() : prepared->model.indexOf(m_layer);
    if (sweep.layer < 0)
        return fail(
            "usage", "layer", '"' + m_layer + '"',
            words("--layer names the layer '{layer}', which the model does not have.", m_layer));
    for (const SweepAxis &axis : sweep.axes) {
        if (axis.layer > sweep.layer)
            return fail("usage", "layer", '"' + axis.layerName + '"',
                        words("{layer} stands behind {seen}, whose output is looked at: it cannot "
                              "change it.",
                              axis.layerName, prepared->model.layer(sweep.layer).name()));
    }
    // Stored weights follow what varies, as they follow --set.
    prepared->isEdited = true;
    auto inputs = runInputs(*prepared, m_input.files(), m_input.preparation(), "sweep");
    if (!inputs)
        return fail(inputs.error());
    auto weighted = m_model.withWeights(prepared->model, inputs->stage.inputShapes());
    if (!weighted)
        return fail(weighted.error());
    sweep.model = std::move(*weighted);
    sweep.inputs = std::move(inputs->stage.inputs);
    sweep.against = m_against;
    sweep.kernel = m_kernel;
    if (!m_tolerance.empty()) {
        const auto tolerance = parseTolerance(m_tolerance);
        if (!tolerance)
            return fail(tolerance.error());
        sweep.tolerance = *tolerance;
    }
    return sweep;
}

Result<std::vector<std::string>> SweepCommand::write(const Sweep &sweep,
                                                     std::span<const SweepCell> cells,
                                                     const std::string &path,
                                                     const CommandContext &context) const
{
    std::vector<std::string> said;
    if (!m_output.ends_with(".npz")) {
        const std::string text = sweepCsv(sweep, cells);
        if (auto written = replaceFile(
                path, {reinterpret_cast<const unsigned char *>(text.data()), text.size()});
            !written)
            return fail(written.error());
        return said;
    }
    std::vector<TestCase> cases;
    std::size_t refusals = 0;
    for (const SweepCell &cell : cells) {
        auto made = caseOfSetting(sweep, cell, context.stop);
        if (!made && !cell.error)
            return fail(made.error());
        if (!made) {
            said.push_back("no case of " + settingText(sweep, cell) + ": " + made.error().message);
            continue;
        }
        refusals += cell.error ? 1 : 0;
        cases.push_back(std::move(*made));
    }
    if (cases.empty())
        return fail("input", "vary", {},
                    words("no setting can be computed, so there is no case to be written"));
    if (auto written = writeCases(path, cases); !written)
        return fail(written.error());
    said.push_back(m_output + ": " + std::to_string(cases.size()) + " of " +
                   std::to_string(cells.size()) + " settings written as cases" +
                   (refusals > 0 ? ", of which " + std::to_string(refusals) + " expect a refusal"
                                 : std::string()));
    return said;
}

Result<int> SweepCommand::run(CommandContext &context)
{
    if (!m_output.empty() && !m_output.ends_with(".csv") && !m_output.ends_with(".npz"))
        return fail("usage", "output", '"' + m_output + '"',
                    words("--output takes a name that ends in .csv or .npz. Received {received}",
                          m_output));
    context.outputs.keep(m_model.files());
    context.outputs.keep(m_input.files());
    const auto place =
        m_output.empty() ? Result<std::string>() : context.outputs.add("--output", m_output);
    if (!place)
        return fail(place.error());
    const auto sweep = prepare();
    if (!sweep)
        return fail(sweep.error());
    std::vector<SweepCell> cells = plannedCells(*sweep);
    ProgressLine progress;
    SweepOptions options;
    options.stop = context.stop;
    options.onCell = [&](std::int64_t, const SweepCell &cell, std::int64_t done) {
        progress.show(static_cast<int>(done), static_cast<int>(cells.size()),
                      settingText(*sweep, cell));
    };
    const auto ran = runSweep(*sweep, cells, options);
    progress.clear();
    if (!ran)
        return fail(ran.error());
    if (context.stop.stop_requested())
        return fail("cancelled", {}, {}, words("The sweep was interrupted."));
    if (!m_output.empty()) {
        const auto written = write(*sweep, cells, *place, context);
        if (!written)
            return fail(written.error());
        if (auto committed = context.outputs.commit(); !committed)
            return fail(committed.error());
        for (const std::string &line : *written)
            std::fprintf(stderr, "convscope: %s\n", printable(line).c_str());
    }
    printNotes(*sweep, cells);
    if (context.json)
        writeJson(documentOf(*sweep, cells));
    else
        std::fputs(tableOf(*sweep, cells).c_str(), stdout);
    const bool exceeds = std::any_of(cells.begin(), cells.end(),
                                     [](const SweepCell &cell) { return cell.exceeds(); });
    return exceeds && !m_tolerance.empty() ? 1 : 0;
}

} // namespace convscope
