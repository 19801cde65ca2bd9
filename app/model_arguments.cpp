// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model_arguments.h"

#include "assignment.h"
#include "borrowed_weights.h"
#include "keras/load_model.h"
#include "model/edit.h"
#include "model/shape_inference.h"
#include "model/stored_weights_fit.h"
#include "piped_file.h"
#include "printable.h"
#include "run/fed_output.h"
#include "shape_argument.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace convscope {

namespace {

/// One shape for every input: as many as were given, or one for all where all state the same.
Result<std::vector<Shape>> shapesForInputs(const std::vector<Shape> &given, const Model &model)
{
    const std::vector<Shape> stated = inputShapes(model);
    if (given.empty() || given.size() == stated.size())
        return given;
    const bool areAlike = std::all_of(stated.begin(), stated.end(),
                                      [&](const Shape &shape) { return shape == stated.front(); });
    if (given.size() == 1 && areAlike)
        return std::vector<Shape>(stated.size(), given.front());
    std::string inputs;
    for (const ModelInput &input : model.inputs)
        inputs += (inputs.empty() ? "" : ", ") + input.name + ' ' + input.shape.toString();
    return fail("usage", "input_shape", std::to_string(given.size()),
                words("The model has {count} inputs ({inputs}): --input-shape is needed once for "
                      "each, in this order. Received {received}.",
                      stated.size(), inputs, given.size()));
}

} // namespace

void ModelArguments::declare(CLI::App &options)
{
    options
        .add_option(
            "MODEL", m_path,
            "A .keras archive, an .h5 model, Keras JSON (model.to_json() or one layer) or a "
            "case in .npz")
        ->required();
    options
        .add_option("--input-shape", m_inputShapes,
                    "Shape with the batch first, None or ? for unknown, e.g. 4,600,600,3; once for "
                    "each of the model's inputs")
        ->type_name("SHAPE")
        ->allow_extra_args(false);
    options
        .add_option("--set", m_assignments,
                    "Change an argument, e.g. conv2d_1.strides=(2,2); may be repeated")
        ->type_name("LAYER.ARG=VALUE")
        ->allow_extra_args(false);
    options
        .add_option("--weights", m_weights,
                    "Take the weights from this file: .weights.h5, .h5, .keras, .npz or .npy")
        ->type_name("FILE");
    options
        .add_option("--feed", m_fed,
                    "An array (.npy or .npz) in place of the output of a layer whose class is not "
                    "known here; may be repeated")
        ->type_name("LAYER=FILE")
        ->allow_extra_args(false);
    options.add_option("--seed", m_seed, "Key of the initial weights that are drawn")
        ->type_name("N")
        ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{0xFFFFFFFF}));
}

Result<std::vector<Shape>> ModelArguments::statedShapes() const
{
    std::vector<Shape> shapes;
    for (const std::string &text : m_inputShapes) {
        auto shape = parseShape(text);
        if (!shape)
            return fail(shape.error());
        shapes.push_back(std::move(*shape));
    }
    return shapes;
}

Result<PreparedModel> ModelArguments::prepare() const
{
    const auto wanted = statedShapes();
    if (!wanted)
        return fail(wanted.error());
    const auto file = PipedFile::open(m_path);
    if (!file)
        return fail(file.error());
    auto loaded = loadModel(file->path());
    if (!loaded)
        return fail(file->asGiven(loaded.error()));
    for (const Words &warning : loaded->warnings)
        std::fprintf(stderr, "convscope: %s: %s\n", printable(m_path).c_str(),
                     printable(warning.text()).c_str());
    PreparedModel prepared;
    prepared.inputs = std::move(loaded->inputs);
    auto changed = withAssignments(std::move(loaded->model), m_assignments);
    if (!changed)
        return fail(changed.error());
    auto fed = withFed(std::move(*changed));
    if (!fed)
        return fail(fed.error());
    prepared.model = std::move(*fed);
    if (m_seed)
        prepared.model.seed = *m_seed;

    prepared.inputShapes = convscope::inputShapes(prepared.model);
    for (std::size_t i = 0; i < prepared.inputs.size() && i < prepared.inputShapes.size(); ++i)
        prepared.inputShapes[i] = Shape(prepared.inputs[i].extents());
    prepared.isEdited = !m_assignments.empty();
    auto shapes = shapesForInputs(*wanted, prepared.model);
    if (!shapes)
        return fail(shapes.error());
    if (!shapes->empty()) {
        const auto before = std::exchange(prepared.inputShapes, *shapes);
        if (auto fits = keepsStoredWeights(prepared, before, prepared.inputShapes); !fits)
            return fail(fits.error());
        prepared.givenShapes = std::move(*shapes);
    }
    return prepared;
}

Result<void> keepsStoredWeights(const PreparedModel &prepared, std::span<const Shape> stated,
                                std::span<const Shape> given)
{
    return prepared.isEdited ? Result<void>() : storedWeightsFit(prepared.model, stated, given);
}

Result<Model> ModelArguments::withWeights(const Model &model,
                                          std::span<const Shape> inputShapes) const
{
    return m_weights.empty() ? Result<Model>(model) : withWeightsOf(model, m_weights, inputShapes);
}

Result<Model> ModelArguments::withFed(Model model) const
{
    for (const std::string &text : m_fed) {
        const auto equals = text.find('=');
        const int at = model.indexOf(text.substr(0, equals));
        if (equals == std::string::npos || at < 0)
            return fail("usage", "--feed", '"' + text + '"',
                        words("--feed takes LAYER=FILE (.npy or .npz) with a layer of the model. "
                              "Received {received}",
                              text));
        auto layer = fedFromFile(model.layer(at), text.substr(equals + 1));
        if (!layer)
            return fail(layer.error());
        model = replaceLayer(model, at, std::move(*layer));
    }
    return model;
}

std::vector<std::string> ModelArguments::files() const
{
    std::vector<std::string> files{m_path};
    for (const std::string &fed : m_fed)
        files.push_back(fed.substr(std::min(fed.find('=') + 1, fed.size())));
    if (!m_weights.empty())
        files.push_back(m_weights);
    return files;
}

} // namespace convscope
