// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/test/suite_document.h"
#include "testing/case_files.h"

#include <stop_token>

namespace convscope {

/// What reading a suite gave: what could be read is there, whatever else could not.
struct ReadSuite
{
    SuiteState cases;
    std::vector<UnreadFile> errors;
};

/// The cases of files and folders. Blocks: for other threads than the window's.
[[nodiscard]] ReadSuite readSuite(const std::vector<std::string> &paths,
                                  const std::stop_token &stop);

/// Writes every case to its file, those without one to `home`, as far as `before` had it
/// otherwise: files that are as they were are left alone. Blocks. Errors: "file".
[[nodiscard]] Result<void> writeSuite(const SuiteState &cases, const SuiteState &before,
                                      const std::string &home);

} // namespace convscope
