// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/case_file.h"

#include "base/concat.h"
#include "keras/layer_json.h"
#include "tensor/npz.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>

namespace convscope {

namespace {

constexpr std::string_view kCase = "/case";

/// Numbered members: "output" alone or "output/0", "output/1", …
using Numbered = std::map<int, Tensor>;

struct Parts
{
    CaseEntry entry;
    std::map<std::string, Numbered> roles;
};

/// The JSON text of a member: a NumPy text, or the UTF-8 bytes as numbers.
std::optional<std::string> textOf(const NpyArray &array)
{
    if (array.text)
        return array.text;
    std::string text;
    for (const float value : array.tensor.values()) {
        if (!(value >= 0 && value <= 255))
            return std::nullopt;
        text += static_cast<char>(static_cast<unsigned char>(value));
    }
    return text;
}

/// "weights/3" → ("weights", 3); "input" → ("input", 0).
std::optional<std::pair<std::string, int>> roleOf(std::string_view part)
{
    const auto slash = part.find('/');
    if (slash == std::string_view::npos)
        return std::pair(std::string(part), 0);
    int number = -1;
    const char *end = part.data() + part.size();
    const auto read = std::from_chars(part.data() + slash + 1, end, number);
    if (read.ec != std::errc{} || read.ptr != end || number < 0)
        return std::nullopt;
    return std::pair(std::string(part.substr(0, slash)), number);
}

Result<std::vector<Tensor>> ordered(const std::string &path, const std::string &name,
                                    const std::string &role, Parts &parts)
{
    std::vector<Tensor> tensors;
    for (auto &[number, tensor] : parts.roles[role]) {
        if (number != static_cast<int>(tensors.size()))
            return fileError(path, concat(name, '/', role, '/', tensors.size(), " is missing"));
        tensors.push_back(std::move(tensor));
    }
    return tensors;
}

Result<void> addMember(const std::string &path, std::string_view part, NamedArray &member,
                       Parts &parts)
{
    constexpr std::string_view kActivations = "activations/";
    if (member.array.text)
        return {}; // a note, or a case name inside another
    if (part.starts_with(kActivations)) {
        parts.entry.activations.emplace_back(part.substr(kActivations.size()),
                                             std::move(member.array.tensor));
        return {};
    }
    const auto role = roleOf(part);
    static constexpr std::string_view kRoles[] = {"input", "weights", "output", "constrained"};
    if (!role || std::find(std::begin(kRoles), std::end(kRoles), role->first) == std::end(kRoles))
        return fileError(path, concat(member.name, " is no part of a case; known are case, input, "
                                                   "weights/N, output, activations/LAYER and "
                                                   "constrained/N"));
    if (!parts.roles[role->first].emplace(role->second, std::move(member.array.tensor)).second)
        return fileError(path, concat(member.name, " is given twice"));
    return {};
}

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

namespace {

/// The name of the case that a member belongs to: the longest that stands before its own part, and
/// that part; empty where it belongs to none.
std::optional<std::pair<std::size_t, std::string>>
placeOf(const std::string &member, const std::map<std::string, std::size_t, std::less<>> &position)
{
    for (auto slash = member.rfind('/'); slash != std::string::npos;
         slash = slash == 0 ? std::string::npos : member.rfind('/', slash - 1)) {
        const auto found = position.find(std::string_view(member).substr(0, slash));
        if (found != position.end())
            return std::pair(found->second, member.substr(slash + 1));
    }
    return std::nullopt;
}

Result<Parts> describedCase(const std::string &path, const NamedArray &member)
{
    const auto text = textOf(member.array);
    if (!text)
        return fileError(path, concat(member.name, " holds no text"));
    auto json = parseJson(*text, concat(path, ": ", member.name));
    if (!json)
        return fail(json.error());
    if (!json->is_object())
        return fileError(path, concat(member.name, " is no JSON object"));
    Parts parts;
    parts.entry.name = member.name.substr(0, member.name.size() - kCase.size());
    parts.entry.json = std::make_shared<const Json>(std::move(*json));
    return parts;
}

} // namespace

Result<std::vector<CaseEntry>> readCaseFile(const std::string &path, std::size_t most)
{
    // Names first: what is no case is refused before any array is unpacked.
    const auto described =
        readNpz(path, [](const std::string &name) { return name.ends_with(kCase); });
    if (!described)
        return fail(described.error());
    std::vector<Parts> cases;
    std::map<std::string, std::size_t, std::less<>> position;
    for (const NamedArray &member : *described) {
        position[member.name.substr(0, member.name.size() - kCase.size())] = position.size();
        if (cases.size() == most)
            continue;
        auto parts = describedCase(path, member);
        if (!parts)
            return fail(parts.error());
        cases.push_back(std::move(*parts));
    }
    if (cases.empty())
        return fileError(path, "holds no case: no member is called NAME/case");
    auto arrays = readNpz(path, [&](const std::string &name) {
        const auto place = placeOf(name, position);
        return place && place->first < cases.size() && place->second != "case";
    });
    if (!arrays)
        return fail(arrays.error());
    for (NamedArray &member : *arrays) {
        const auto place = placeOf(member.name, position);
        if (auto added = addMember(path, place->second, member, cases[place->first]); !added)
            return fail(added.error());
    }
    std::vector<CaseEntry> entries;
    for (Parts &parts : cases) {
        CaseEntry &entry = parts.entry;
        for (const auto &[role, target] :
             {std::pair("input", &CaseEntry::inputs), std::pair("weights", &CaseEntry::weights),
              std::pair("output", &CaseEntry::outputs),
              std::pair("constrained", &CaseEntry::constrained)}) {
            auto tensors = ordered(path, entry.name, role, parts);
            if (!tensors)
                return fail(tensors.error());
            entry.*target = std::move(*tensors);
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<std::size_t> caseCount(const std::string &path)
{
    const auto names = npzNames(path);
    if (!names)
        return fail(names.error());
    return static_cast<std::size_t>(
        std::count_if(names->begin(), names->end(),
                      [](const std::string &name) { return name.ends_with(kCase); }));
}

Result<std::vector<Shape>> statedInputShapes(const Json &json)
{
    std::vector<Shape> shapes;
    const Json *stated = member(json, "input_shape");
    if (stated == nullptr || stated->is_null())
        return shapes;
    const auto wrong = [&] {
        return fail(
            "file", "input_shape", jsonText(*stated),
            concat("input_shape must be a list of sizes with the batch, None where unknown, "
                   "or a list of such lists. Received ",
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
        return fail("file", {}, {}, concat(entry.name, ": the case has neither layer nor model"));
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
        names.push_back(names.empty() ? "input" : concat("input_", names.size()));
        result.inputs.push_back({names.back(), shape});
    }
    if (isBare && result.size() == 1)
        result.layers.front() = std::make_shared<const Layer>(
            result.layer(0).withInputs(names.size() > 1 ? names : std::vector<std::string>{}));
    return read;
}

} // namespace convscope
