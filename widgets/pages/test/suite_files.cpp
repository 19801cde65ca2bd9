// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/suite_files.h"

#include "testing/case_writer.h"

#include <map>

namespace convscope {

namespace {

std::map<std::string, SuiteState> byFile(const SuiteState &cases, const std::string &home)
{
    std::map<std::string, SuiteState> files;
    for (const SuiteCase &test : cases)
        files[test->file.empty() ? home : test->file].push_back(test);
    return files;
}

} // namespace

ReadSuite readSuite(const std::vector<std::string> &paths, const std::stop_token &stop)
{
    ReadSuite suite;
    FoundFiles found = findCaseFiles(paths);
    suite.errors = std::move(found.errors);
    for (const std::string &path : found.files) {
        const auto file = CaseFile::open(path);
        if (!file) {
            suite.errors.push_back({path, file.error()});
            continue;
        }
        for (std::size_t i = 0; i < file->names().size() && !stop.stop_requested(); ++i) {
            auto test = file->read(i);
            if (test)
                suite.cases.push_back(std::make_shared<const TestCase>(std::move(*test)));
            else
                suite.errors.push_back({path, test.error()});
        }
    }
    return suite;
}

Result<void> writeSuite(const SuiteState &cases, const SuiteState &before, const std::string &home)
{
    const auto old = byFile(before, {});
    for (const auto &[path, own] : byFile(cases, home)) {
        const auto last = old.find(path);
        if (last != old.end() && last->second == own)
            continue;
        std::vector<TestCase> written;
        for (const SuiteCase &test : own)
            written.push_back(*test);
        if (auto done = writeCases(path, written); !done)
            return done;
    }
    return {};
}

} // namespace convscope
