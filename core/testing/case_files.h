// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/case_archive.h"
#include "testing/test_case.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace convscope {

/// A file of cases, open: a .npz of many, or a model file, which is one without expectations. Each
/// is read when it is asked for. Not for use by two threads at once.
class CaseFile
{
public:
    /// Errors: "file".
    [[nodiscard]] static Result<CaseFile> open(const std::string &path);

    [[nodiscard]] const std::vector<std::string> &names() const { return m_names; }
    /// Errors: "file", "memory".
    [[nodiscard]] Result<TestCase> read(std::size_t index) const;

private:
    std::string m_path;
    std::optional<CaseArchive> m_archive;
    std::vector<std::string> m_names;
};

/// Something that could not be read.
struct UnreadFile
{
    std::string file;
    Error error;
};

struct FoundFiles
{
    std::vector<std::string> files;
    std::vector<UnreadFile> errors;
};

/// The .npz files below the given files and folders, in order of name; a file is taken as it is.
/// A file that is met twice is there once. What is missing, and a folder without any, is an error
/// that leaves the others alone.
[[nodiscard]] FoundFiles findCaseFiles(std::span<const std::string> paths);

} // namespace convscope
