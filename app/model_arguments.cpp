// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "model_arguments.h"

#include "assignment.h"
#include "base/concat.h"
#include "borrowed_weights.h"
#include "keras/load_model.h"
#include "layers/unknown_layer.h"
#include "model/edit.h"
#include "model/shape_inference.h"
#include "printable.h"
#include "shape_argument.h"
#include "tensor/npy.h"

#include <algorithm>

#include <cstdint>
#include <cstdio>

namespace convscope {

void ModelArguments::declare(CLI::App &options)
{
    options
        .add_option("MODEL", m_path,
                    "A .keras archive, an .h5 model, Keras JSON (model.to_json() or one layer) or a "
                    "case in .npz")
        ->required();
    options
        .add_option("--input-shape", m_inputShape,
                    "Shape with the batch first, None or ? for unknown, e.g. 4,600,600,3")
        ->type_name("SHAPE");
    options
        .add_option("--set", m_assignments,
                    "Change an argument, e.g. conv2d_1.strides=(2,2); may be repeated")
        ->type_name("LAYER.ARG=VALUE")
        ->allow_extra_args(false);
    options.add_option("--weights", m_weights, "Take the weights from this file: .weights.h5, .h5, .keras, .npz or .npy")
        ->type_name("FILE");
    options
        .add_option("--feed", m_fed,
                    "An array in place of the output of a layer whose class is not known here; may "
                    "be repeated")
        ->type_name("LAYER=FILE.npy")
        ->allow_extra_args(false);
    options.add_option("--seed", m_seed, "Key of the initial weights that are drawn")
        ->type_name("N")
        ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{0xFFFFFFFF}));
}

Result<std::optional<Shape>> ModelArguments::inputShape() const
{
    if (m_inputShape.empty())
        return std::optional<Shape>();
    auto shape = parseShape(m_inputShape);
    if (!shape)
        return fail(shape.error());
    return std::optional<Shape>(std::move(*shape));
}

Result<PreparedModel> ModelArguments::prepare() const
{
    const auto wanted = inputShape();
    if (!wanted)
        return fail(wanted.error());
    auto loaded = loadModel(m_path);
    if (!loaded)
        return fail(loaded.error());
    for (const std::string &warning : loaded->warnings)
        std::fprintf(stderr, "convscope: %s: %s\n", printable(m_path).c_str(),
                     printable(warning).c_str());
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
    if (*wanted)
        prepared.inputShapes.assign(prepared.inputShapes.size(), **wanted);
    return prepared;
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
                        concat("--feed takes LAYER=FILE.npy with a layer of the model. Received ",
                               text));
        auto array = readNpy(text.substr(equals + 1));
        if (!array)
            return fail(array.error());
        auto layer = fedWith(model.layer(at), std::move(*array));
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
