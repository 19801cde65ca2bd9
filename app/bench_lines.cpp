// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "bench_lines.h"

#include "bench/bench_suites.h"
#include "kernels/problem/problem_words.h"
#include "printable.h"
#include "tensor/file_bytes.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <sstream>
#include <string_view>

namespace convscope {

namespace {

std::string withoutComment(const std::string &line)
{
    const std::string text = line.substr(0, line.find('#'));
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

/// What a word of a problem says something about: "ic" for "ic4", and one name for words that
/// exclude each other.
std::string_view subjectOf(std::string_view word)
{
    if (word == "last" || word == "first" || word == "any")
        return "last, first or any";
    if (word == "nearest" || word == "bilinear")
        return "nearest or bilinear";
    return word.substr(0, word.find_first_of("=-0123456789"));
}

/// The problem, where no word says again what another has said; the later one would win silently.
Result<Problem> problemOf(const std::string &text)
{
    std::map<std::string_view, std::string_view> said;
    for (const std::string_view word : splitWords(text, ' ')) {
        if (word.empty())
            continue;
        const auto [before, isNew] = said.emplace(subjectOf(word), word);
        if (!isNew)
            return fail("input", "problem", inJsonQuotes(text),
                        words("the problem {problem} states {what} twice, as \"{first}\" and as "
                              "\"{second}\"",
                              inJsonQuotes(text), before->first, before->second, word));
    }
    return parseProblem(text);
}

Result<void> addSuite(const std::string &name, std::vector<BenchTask> &tasks)
{
    const auto names = benchSuites();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        return fail("usage", "suite", inJsonQuotes(name),
                    words("There is no suite {suite}; there are {known}.", inJsonQuotes(name),
                          fmt::format("{}", fmt::join(names, ", "))));
    }
    for (const BenchLine &line : benchLines()) {
        if (line.suite != name)
            continue;
        const auto problem = parseProblem(line.problem);
        if (!problem)
            return tl::unexpected(problem.error());
        tasks.push_back({name, std::string(line.problem), *problem});
    }
    return {};
}

Result<void> addFile(const std::string &path, std::vector<BenchTask> &tasks)
{
    const auto content = readFileText(path);
    if (!content)
        return tl::unexpected(content.error());
    const std::size_t before = tasks.size();
    std::istringstream file(*content);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        const std::string text = withoutComment(line);
        if (text.empty())
            continue;
        const auto problem = problemOf(text);
        if (!problem)
            return fail(
                "file", "file", inJsonQuotes(text),
                words("{file}, line {line}: {reason}.", path, number, problem.error().words));
        tasks.push_back({path, text, *problem});
    }
    if (tasks.size() == before)
        return fail("file", "file", inJsonQuotes(path), words("{file} holds no problem.", path));
    return {};
}

} // namespace

Result<std::vector<BenchTask>> benchTasks(const std::vector<std::string> &suites,
                                          const std::vector<std::string> &files,
                                          const std::vector<std::string> &problems)
{
    std::vector<BenchTask> tasks;
    std::vector<std::string> wanted = suites;
    if (suites.empty() && files.empty() && problems.empty())
        for (const std::string_view name : benchSuites())
            wanted.emplace_back(name);
    for (const std::string &name : wanted)
        if (const auto added = addSuite(name, tasks); !added)
            return tl::unexpected(added.error());
    for (const std::string &path : files)
        if (const auto added = addFile(path, tasks); !added)
            return tl::unexpected(added.error());
    for (const std::string &text : problems) {
        const auto problem = problemOf(text);
        if (!problem)
            return fail("usage", "problem", inJsonQuotes(text),
                        words("Wrong usage: {reason}.", problem.error().words));
        tasks.push_back({"problem", text, *problem});
    }
    return tasks;
}

} // namespace convscope
