// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace convscope {

/// The files a command writes: each in a hidden folder beside its place until all are complete.
/// Destroyed or abandoned without commit, it leaves nothing behind. Thread-safe.
class OutputFiles
{
public:
    OutputFiles() = default;
    OutputFiles(const OutputFiles &) = delete;
    OutputFiles &operator=(const OutputFiles &) = delete;
    ~OutputFiles() { abandon(); }

    /// The path to write to now for a file that is to be `path` at the end; it has the same ending.
    /// Fails ("file") where its folder does not exist or cannot be written to.
    [[nodiscard]] Result<std::string> add(const std::string &path);
    /// Makes a folder and its parents; those that were not there go away again when abandoned.
    [[nodiscard]] Result<void> addFolder(const std::string &path);
    /// Moves every file to its place, replacing what was there.
    [[nodiscard]] Result<void> commit();
    /// Removes what was written; later calls of add and commit fail with "cancelled".
    void abandon();

private:
    void removeStaging();

    std::mutex m_mutex;
    bool m_abandoned = false;
    /// Where a file is written, and its place.
    std::vector<std::pair<std::string, std::string>> m_files;
    std::vector<std::string> m_stagingFolders;
    /// Folders made by addFolder, outermost first.
    std::vector<std::string> m_folders;
};

} // namespace convscope
