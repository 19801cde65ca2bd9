// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/changed_case.h"

#include "keras/case_file.h"
#include "keras/layer_json.h"
#include "sweep/sweep_axis.h"
#include "testing/case_writer.h"

namespace convscope {

Result<TestCase> changedCase(const TestCase &test, const std::string &text)
{
    const Json *layer = member(*test.entry.json, "layer");
    if (layer == nullptr && member(*test.entry.json, "model") == nullptr)
        return fail("input", "file", {},
                    words("the model of this case lies in a file beside it and is changed there"));
    const auto model = modelOfCase(test.entry);
    if (!model)
        return fail(model.error());
    const std::size_t equals = text.find('=');
    const bool isBare = text.rfind('.', equals) == std::string::npos || equals == std::string::npos;
    const std::string full =
        isBare && model->model.size() > 0 ? model->model.layer(0).name() + '.' + text : text;
    auto axis = sweepAxis(model->model, full);
    if (!axis)
        return fail(axis.error());
    // One value, which may hold commas of its own: (2, 2) as well as 2, 2.
    if (axis->values.size() > 1)
        return fail("usage", axis->argument, text,
                    words("one value is wanted, a tuple in brackets. Received {text}", text));
    const auto changed = withChoice(model->model, {*axis}, {0});
    if (!changed)
        return fail(changed.error());
    Json json = *test.entry.json;
    json.erase("follows");
    if (layer != nullptr)
        json["layer"] = layerToJson(changed->layer(0));
    else
        json["model"] = modelJson(*changed);
    return withJson(test, std::move(json));
}

} // namespace convscope
