// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/case_model.h"

#include "keras/donated_weights.h"
#include "keras/formats/file_probe.h"
#include "keras/load_model.h"
#include "model/shape_inference.h"
#include "tensor/random.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace convscope {

namespace {

constexpr std::int64_t kUnknownSize = 16;

Result<CaseModel> withFileWeights(const TestCase &test, const std::string &path)
{
    auto entry = modelOfCase(test.entry);
    if (!entry)
        return fail(entry.error());
    auto donated = loadWeights(path);
    if (!donated)
        return fail(donated.error());
    const WeightMatch match =
        matchWeights(entry->model, inputShapes(entry->model), std::move(*donated));
    if (!match.fitsWholly())
        return fail(matchError(entry->model, match));
    entry->model = withMatchedWeights(entry->model, match);
    return CaseModel{std::move(*entry), true};
}

Result<CaseModel> fromJsonFile(const std::string &path)
{
    const auto probe = FileProbe::open(path);
    if (!probe)
        return fail(probe.error());
    const Json *json = probe->json();
    if (json == nullptr)
        return fail(probe->damage().value_or(fileError(path, words("is not JSON")).value()));
    auto entry = modelFromJson(*json, std::nullopt);
    if (!entry)
        return fail(entry.error());
    return CaseModel{std::move(*entry), false};
}

Result<Tensor> noise(const Shape &shape, std::uint64_t seed)
{
    Extents extents;
    for (int i = 0; i < shape.rank(); ++i)
        extents.push_back(shape[i].value_or(i == 0 ? 1 : kUnknownSize));
    auto buffer = TensorBuffer::allocate(extents, "an input of noise");
    if (!buffer)
        return fail(buffer.error());
    FingerprintBuilder key;
    key.add(std::string_view("noise")).add(seed);
    const RandomField random(key.finish());
    std::uint64_t row = 0;
    for (float &value : buffer->values())
        value = static_cast<float>(random.uniform(row++, 0));
    return Tensor(std::move(*buffer));
}

} // namespace

Result<CaseModel> modelOfTest(const TestCase &test)
{
    const Json &json = *test.entry.json;
    const std::string name = stringMember(json, "file");
    if (name.empty()) {
        auto entry = modelOfCase(test.entry);
        if (!entry)
            return fail(entry.error());
        return CaseModel{std::move(*entry), false};
    }
    namespace fs = std::filesystem;
    if (fs::path(name).filename() != name)
        return fileError(test.file, words("{case}: file names a file beside the case. Received "
                                          "{received}",
                                          test.name(), name));
    const std::string path = (fs::path(test.file).parent_path() / name).string();
    if (member(json, "model") != nullptr)
        return withFileWeights(test, path);
    if (!test.entry.weights.empty())
        return fromJsonFile(path);
    auto loaded = loadModel(path);
    if (!loaded)
        return fail(loaded.error());
    CaseModel found;
    found.entry.model = std::move(loaded->model);
    found.hasWeights = true;
    return found;
}

Result<TestCase> caseOfModelFile(const std::string &path)
{
    auto loaded = loadModel(path);
    if (!loaded)
        return fail(loaded.error());
    TestCase test;
    test.file = path;
    test.entry.name = std::filesystem::path(path).filename().string();
    Json json = Json::object();
    json["file"] = test.entry.name;
    test.entry.json = std::make_shared<const Json>(std::move(json));
    test.entry.inputs = std::move(loaded->inputs);
    if (!test.entry.inputs.empty())
        return test;
    for (const Shape &shape : inputShapes(loaded->model)) {
        if (shape.rank() == 0)
            return fail("input", "input_shape", {},
                        words("{file}: the model states no input shape to test it with", path));
        auto input = noise(shape, test.entry.inputs.size());
        if (!input)
            return fail(input.error());
        test.entry.inputs.push_back(std::move(*input));
    }
    return test;
}

} // namespace convscope
