// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/case_file.h"

#include "keras/case_archive.h"
#include "keras/layer_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace convscope {

namespace {

bool isShapeList(const Json &json)
{
    return json.is_array() && !json.empty() &&
           std::all_of(json.begin(), json.end(), [](const Json &item) { return item.is_array(); });
}

Shape withoutBatch(const Tensor &tensor)
{
    Shape shape(tensor.extents());
    if (shape.rank() > 0)
        shape[0] = std::nullopt;
    return shape;
}

} // namespace

Result<std::vector<CaseEntry>> readCaseFile(const std::string &path, std::size_t most)
{
    const auto archive = CaseArchive::open(path);
    if (!archive)
        return fail(archive.error());
    std::vector<CaseEntry> entries;
    for (std::size_t i = 0; i < std::min(most, archive->names().size()); ++i) {
        auto entry = archive->read(i);
        if (!entry)
            return fail(entry.error());
        entries.push_back(std::move(*entry));
    }
    return entries;
}

Result<std::vector<Shape>> statedInputShapes(const Json &json)
{
    std::vector<Shape> shapes;
    const Json *stated = member(json, "input_shape");
    if (stated == nullptr || stated->is_null())
        return shapes;
    const auto wrong = [&] {
        return fail("file", "input_shape", jsonText(*stated),
                    words("input_shape must be a list of sizes with the batch, None where unknown, "
                          "or a list of such lists. Received {stated}",
                          pythonText(*stated)));
    };
    if (!isShapeList(*stated)) {
        const auto shape = shapeFromJson(*stated);
        if (!shape)
            return wrong();
        return std::vector<Shape>{*shape};
    }
    for (const Json &item : *stated) {
        const auto shape = shapeFromJson(item);
        if (!shape)
            return wrong();
        shapes.push_back(*shape);
    }
    return shapes;
}

Result<ModelEntry> modelOfCase(const CaseEntry &entry)
{
    const Json &json = *entry.json;
    const Json *layer = member(json, "layer");
    const Json *model = member(json, "model");
    const Json *described = layer != nullptr ? layer : model;
    if (described == nullptr)
        return fail("file", {}, {},
                    words("{name}: the case has neither layer nor model", entry.name));
    std::optional<KerasVersion> version;
    if (const std::string stated = stringMember(json, "keras_version"); !stated.empty())
        version = kerasVersion(stated);
    auto read = modelFromJson(*described, version);
    if (!read)
        return read;
    Model &result = read->model;
    auto shapes = statedInputShapes(json);
    if (!shapes)
        return fail(shapes.error());
    if (shapes->empty() && !entry.inputs.empty()) {
        for (const Tensor &input : entry.inputs)
            shapes->push_back(withoutBatch(input));
    }
    // A bare layer takes the inputs that the case gives it, a model those that it states.
    const bool isBare = layer != nullptr && !shapes->empty();
    if (!isBare && !(result.inputs.empty() && shapes->size() == 1))
        return read;
    result.inputs.clear();
    std::vector<std::string> names;
    for (const Shape &shape : *shapes) {
        names.push_back(names.empty() ? "input" : fmt::format("input_{}", names.size()));
        result.inputs.push_back({names.back(), shape});
    }
    if (isBare && result.size() == 1)
        result.layers.front() = std::make_shared<const Layer>(
            result.layer(0).withInputs(names.size() > 1 ? names : std::vector<std::string>{}));
    return read;
}

} // namespace convscope
