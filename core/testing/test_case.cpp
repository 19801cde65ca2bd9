// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/test_case.h"

#include "base/concat.h"
#include "keras/formats/case_format.h"
#include "keras/layer_json.h"
#include "tensor/file_bytes.h"
#include "testing/case_model.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>

namespace convscope {

namespace {

constexpr std::array<std::string_view, 4> kStages{"config", "build", "weights", "call"};

class CaseReader
{
public:
    CaseReader(const std::string &path, CaseEntry entry) : m_path(path), m_json(*entry.json)
    {
        m_case.file = path;
        m_case.entry = std::move(entry);
    }

    Result<TestCase> read()
    {
        if (member(m_json, "layer") == nullptr && member(m_json, "model") == nullptr &&
            member(m_json, "file") == nullptr)
            return wrong("the case", "have the key layer, model or file");
        if (auto read = readError(); !read)
            return fail(read.error());
        for (const auto &[key, target] : {std::pair("atol", &m_case.tolerance.absolute),
                                          std::pair("rtol", &m_case.tolerance.relative)}) {
            if (const Json *json = member(m_json, key)) {
                if (!json->is_number() || json->get<double>() < 0)
                    return wrong(key, "be a number, at least 0");
                *target = json->get<double>();
            }
        }
        if (const Json *json = member(m_json, "elementwise")) {
            if (!json->is_boolean())
                return wrong("elementwise", "be true or false");
            m_case.tolerance.elementwise = json->get<bool>();
        }
        if (const Json *json = member(m_json, "loss")) {
            if (!json->is_number())
                return wrong("loss", "be a number");
            m_case.loss = json->get<double>();
        }
        auto inputs = statedInputShapes(m_json);
        if (!inputs)
            return wrong("input_shape",
                         "be a list of sizes, null where unknown, or a list of such");
        m_case.inputShapes = std::move(*inputs);
        if (const Json *json = member(m_json, "output_shape")) {
            if (!readOutputShapes(*json))
                return wrong("output_shape", "be a list of sizes, null where unknown");
        }
        return std::move(m_case);
    }

private:
    Failure wrong(const std::string &key, const std::string &rule) const
    {
        return fileError(m_path, concat(m_case.name(), ": ", key, " must ", rule));
    }

    Result<void> readError()
    {
        const Json *json = member(m_json, "error");
        if (json == nullptr)
            return {};
        const std::string stage = stringMember(*json, "stage");
        const auto at = std::find(kStages.begin(), kStages.end(), stage);
        if (stringMember(*json, "rule").empty() || at == kStages.end())
            return wrong("error", "have a rule, an argument and a stage (config, build, weights or "
                                  "call)");
        m_case.error = ExpectedError{stringMember(*json, "rule"), stringMember(*json, "argument"),
                                     static_cast<ErrorStage>(at - kStages.begin())};
        return {};
    }

    bool readOutputShapes(const Json &json)
    {
        const bool several = json.is_array() && !json.empty() && json.front().is_array();
        for (const Json &item : several ? json : Json::array({json})) {
            const auto shape = shapeFromJson(item);
            if (!shape)
                return false;
            m_case.outputShapes.push_back(*shape);
        }
        return true;
    }

    const std::string &m_path;
    const Json &m_json;
    TestCase m_case;
};

} // namespace

std::string_view toString(ErrorStage stage)
{
    return kStages[static_cast<std::size_t>(stage)];
}

Result<std::vector<TestCase>> readTestCases(const std::string &path)
{
    if (const auto probe = FileProbe::open(path); probe && !isCaseArchive(*probe)) {
        const ModelFormat *format = formatOf(*probe);
        if (format != nullptr && format->read != nullptr) {
            auto test = caseOfModelFile(path);
            if (!test)
                return fail(test.error());
            return std::vector<TestCase>{std::move(*test)};
        }
    }
    auto entries = readCaseFile(path);
    if (!entries)
        return fail(entries.error());
    std::vector<TestCase> cases;
    for (CaseEntry &entry : *entries) {
        auto read = CaseReader(path, std::move(entry)).read();
        if (!read)
            return fail(read.error());
        cases.push_back(std::move(*read));
    }
    return cases;
}

Result<std::vector<std::string>> findCaseFiles(std::span<const std::string> paths)
{
    namespace fs = std::filesystem;
    std::vector<std::string> files;
    for (const std::string &path : paths) {
        std::error_code code;
        if (!fs::exists(path, code))
            return fileError(path, "there is no such file or folder");
        if (!fs::is_directory(path, code)) {
            files.push_back(path);
            continue;
        }
        std::vector<std::string> found;
        for (fs::recursive_directory_iterator it(path, code), end; !code && it != end;
             it.increment(code)) {
            if (it->path().extension() == ".npz" && it->is_regular_file(code))
                found.push_back(it->path().string());
        }
        if (code)
            return fileError(path, code.message());
        if (found.empty())
            return fileError(path, "the folder holds no .npz file");
        std::sort(found.begin(), found.end());
        files.insert(files.end(), found.begin(), found.end());
    }
    return files;
}

} // namespace convscope
