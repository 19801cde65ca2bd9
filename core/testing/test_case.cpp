// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/test_case.h"

#include "keras/json_text.h"
#include "keras/layer_json.h"
#include "tensor/file_bytes.h"
#include "testing/case_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace convscope {

namespace {

constexpr std::array<std::string_view, 4> kStages{"config", "build", "weights", "call"};

// Every key there is: one that is misspelled would be a check that is never made.
constexpr std::array<std::string_view, 23> kCaseKeys{
    "layer",      "model",        "file",          "keras_version", "producer",    "note",
    "loss",       "weight_names", "input_shape",   "output_shape",  "error",       "elementwise",
    "atol",       "rtol",         "input",         "seed",          "property",    "oracle",
    "statistics", "follows",      "weight_layers", "input_title",   "input_source"};
constexpr std::array<std::string_view, 3> kErrorKeys{"rule", "argument", "stage"};
constexpr std::array<std::string_view, 5> kStatisticsKeys{"min", "max", "mean", "zeros", "bounds"};

std::string listed(std::span<const std::string_view> names)
{
    std::string text;
    for (const std::string_view name : names)
        text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

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
            return wrong("the case", words("have the key layer, model or file"));
        if (auto known = refuseUnknown(m_json, words("the case"), kCaseKeys); !known)
            return fail(known.error());
        for (const auto part :
             {&CaseReader::readError, &CaseReader::readTolerance, &CaseReader::readShapes,
              &CaseReader::readSources, &CaseReader::readStatistics, &CaseReader::readOpinions}) {
            if (auto done = (this->*part)(); !done)
                return fail(done.error());
        }
        return std::move(m_case);
    }

private:
    Failure wrong(std::string_view key, Words rule) const
    {
        return fileError(m_path, words("{case}: {key} must {rule}", m_case.name(), key, rule));
    }

    Result<void> refuseUnknown(const Json &object, Words where,
                               std::span<const std::string_view> known) const
    {
        std::vector<std::string_view> unknown;
        for (const auto &item : object.items()) {
            if (std::find(known.begin(), known.end(), item.key()) == known.end())
                unknown.push_back(item.key());
        }
        if (unknown.empty())
            return {};
        return fileError(m_path,
                         words("{case}: {where} has no key {unknown}; there are {known}",
                               m_case.name(), std::move(where), listed(unknown), listed(known)));
    }

    Result<void> readError()
    {
        const Json *json = member(m_json, "error");
        if (json == nullptr)
            return {};
        if (json->is_object()) {
            if (auto known = refuseUnknown(*json, verbatim("error"), kErrorKeys); !known)
                return known;
        }
        const std::string stage = stringMember(*json, "stage");
        const auto at = std::find(kStages.begin(), kStages.end(), stage);
        if (stringMember(*json, "rule").empty() || at == kStages.end())
            return wrong("error", words("have a rule, an argument and a stage (config, build, "
                                        "weights or call)"));
        m_case.error = ExpectedError{stringMember(*json, "rule"), stringMember(*json, "argument"),
                                     static_cast<ErrorStage>(at - kStages.begin())};
        return {};
    }

    Result<void> readTolerance()
    {
        for (const auto &[key, target] : {std::pair("atol", &m_case.tolerance.absolute),
                                          std::pair("rtol", &m_case.tolerance.relative)}) {
            if (const Json *json = member(m_json, key)) {
                if (!json->is_number() || json->get<double>() < 0)
                    return wrong(key, words("be a number, at least 0"));
                *target = json->get<double>();
            }
        }
        if (const Json *json = member(m_json, "elementwise")) {
            if (!json->is_boolean())
                return wrong("elementwise", words("be true or false"));
            m_case.tolerance.elementwise = json->get<bool>();
        }
        if (const Json *json = member(m_json, "loss")) {
            if (!json->is_number())
                return wrong("loss", words("be a number"));
            m_case.loss = json->get<double>();
        }
        return {};
    }

    Result<void> readShapes()
    {
        auto inputs = statedInputShapes(m_json);
        if (!inputs)
            return wrong("input_shape",
                         words("be a list of sizes, null where unknown, or a list of such"));
        m_case.inputShapes = std::move(*inputs);
        const Json *stated = member(m_json, "output_shape");
        if (stated == nullptr)
            return {};
        const bool several = stated->is_array() && !stated->empty() && stated->front().is_array();
        for (const Json &item : several ? *stated : Json::array({*stated})) {
            const auto shape = shapeFromJson(item);
            if (!shape)
                return wrong("output_shape", words("be a list of sizes, null where unknown"));
            m_case.outputShapes.push_back(*shape);
        }
        return {};
    }

    /// One text or a list of them; nothing where there is no such key.
    Result<std::vector<std::string>> texts(const char *key, Words rule) const
    {
        std::vector<std::string> found;
        const Json *json = member(m_json, key);
        if (json == nullptr)
            return found;
        for (const Json &item : json->is_array() ? *json : Json::array({*json})) {
            if (!item.is_string() || item.get_ref<const std::string &>().empty())
                return wrong(key, std::move(rule));
            found.push_back(item.get<std::string>());
        }
        return found;
    }

    Result<void> readSources()
    {
        auto sources = texts("input", words("name a pattern or a file beside the case, or be a "
                                            "list of such"));
        if (!sources)
            return fail(sources.error());
        m_case.inputSources = std::move(*sources);
        if (!m_case.inputSources.empty() && !m_case.entry.inputs.empty())
            return wrong("input", words("be left out where the case stores its input"));
        if (const Json *json = member(m_json, "seed")) {
            const auto seed = integerOf(*json);
            if (!seed || *seed < 0)
                return wrong("seed", words("be a whole number, at least 0"));
            m_case.seed = static_cast<std::uint64_t>(*seed);
        }
        return {};
    }

    /// A number, which is met within the case's tolerance, or a list of two.
    Result<NumberRange> rangeOf(const std::string &key, const Json &json) const
    {
        if (json.is_number()) {
            const double value = json.get<double>();
            const double room =
                m_case.tolerance.absolute + m_case.tolerance.relative * std::abs(value);
            return NumberRange{value - room, value + room};
        }
        if (!json.is_array() || json.size() != 2 || !json[0].is_number() || !json[1].is_number())
            return wrong("statistics",
                         words("have a number or [from, to] for {key}, received {received}", key,
                               jsonText(json)));
        const NumberRange range{json[0].get<double>(), json[1].get<double>()};
        if (range.low > range.high)
            return wrong("statistics", words("have {key} as [from, to], the lower end first, "
                                             "received {received}",
                                             key, jsonText(json)));
        return range;
    }

    Result<void> readStatistics()
    {
        const Json *json = member(m_json, "statistics");
        if (json == nullptr)
            return {};
        if (!json->is_object() || json->empty())
            return wrong("statistics", words("have some of the keys {keys}, each a number or "
                                             "[from, to]",
                                             listed(kStatisticsKeys)));
        if (auto known = refuseUnknown(*json, verbatim("statistics"), kStatisticsKeys); !known)
            return known;
        ExpectedStatistics &statistics = m_case.statistics.emplace();
        const std::array targets{&statistics.minimum, &statistics.maximum, &statistics.mean,
                                 &statistics.zeros, &statistics.bounds};
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const std::string key(kStatisticsKeys[i]);
            const Json *value = member(*json, key.c_str());
            if (value == nullptr)
                continue;
            auto range = rangeOf(key, *value);
            if (!range)
                return fail(range.error());
            *targets[i] = *range;
        }
        return {};
    }

    Result<void> readOpinions()
    {
        auto properties = texts("property", words("name a property, or be a list of such"));
        if (!properties)
            return fail(properties.error());
        m_case.properties = std::move(*properties);
        auto oracles = texts("oracle", words("name an oracle or a file beside the case, or be a "
                                             "list of such"));
        if (!oracles)
            return fail(oracles.error());
        m_case.oracles = std::move(*oracles);
        return {};
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

Result<TestCase> readTestCase(const std::string &path, CaseEntry entry)
{
    return CaseReader(path, std::move(entry)).read();
}

Result<std::vector<TestCase>> readTestCases(const std::string &path)
{
    auto file = CaseFile::open(path);
    if (!file)
        return fail(file.error());
    std::vector<TestCase> cases;
    for (std::size_t i = 0; i < file->names().size(); ++i) {
        auto read = file->read(i);
        if (!read)
            return fail(read.error());
        cases.push_back(std::move(*read));
    }
    return cases;
}

} // namespace convscope
