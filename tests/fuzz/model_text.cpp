// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "fuzz/fuzz_target.h"
#include "keras/model_json.h"
#include "model/shape_inference.h"

using namespace convscope;

/// Configs of models and layers. What is written of one reads back as the same model.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto model = modelFromJson(std::string_view(reinterpret_cast<const char *>(data), size));
    if (!model)
        return 0;
    static_cast<void>(inferShapes(*model, inputShapes(*model)));
    const auto again = modelFromJson(modelToJson(*model));
    if (!again)
        fuzz::found("what was written does not open: " + again.error().message);
    return 0;
}
