// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "fuzz/fuzz_target.h"
#include "keras/load_model.h"
#include "keras/model_json.h"
#include "model/shape_inference.h"

#include <nlohmann/json.hpp>

using namespace convscope;

/// Whole models of every format. What opens has shapes and is written so that it opens again.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::TemporaryFile file({data, size});
    const auto loaded = loadModel(file.path());
    if (!loaded)
        return 0;
    const ModelShapes shapes = inferShapes(loaded->model, inputShapes(loaded->model));
    if (shapes.layers.size() != loaded->model.layers.size())
        fuzz::found("a layer without shapes");
    const auto again = modelFromJson(modelJson(loaded->model), std::nullopt);
    if (!again)
        fuzz::found("what was written does not open: " + again.error().message);
    if (again->model.size() != loaded->model.size())
        fuzz::found("what was written has another number of layers");
    return 0;
}
