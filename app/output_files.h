// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "staging_folder.h"

#include <mutex>
#include <span>
#include <string>
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

    /// Files that the command reads: none of its outputs may replace one.
    void keep(std::span<const std::string> paths);
    /// The path to write to now for a file that is to be `path` at the end; it has the same ending.
    /// A symbolic link is followed. `option` is what asked for it, e.g. "--output", for messages.
    /// Fails ("file") where its folder does not exist or cannot be written to, where something else
    /// than a regular file is there, and ("usage") for a file that is read or written already.
    [[nodiscard]] Result<std::string> add(const std::string &option, const std::string &path);
    /// Makes a folder and its parents; those that were not there go away again when abandoned.
    [[nodiscard]] Result<void> addFolder(const std::string &option, const std::string &path);
    /// The error with the paths that a person gave in place of the hidden ones.
    [[nodiscard]] Error asGiven(Error error);
    /// Moves every file to its place, replacing what was there.
    [[nodiscard]] Result<void> commit();
    /// Removes what was written; later calls of add and commit fail with "cancelled".
    void abandon();

private:
    struct File
    {
        std::string option;
        std::string path;      ///< as given
        std::string place;     ///< where it is to be, links followed
        std::string temporary; ///< where it is written
    };

    /// Puts the path that was given in place of the hidden one.
    static void replaceTemporary(std::string &text, const File &file);
    /// The staging folder in this folder, made where there is none.
    [[nodiscard]] Result<std::string> stagingIn(const std::string &folder);
    /// Fails where another output has this place.
    [[nodiscard]] Result<void> checkFree(const std::string &option, const std::string &path,
                                         const std::string &place) const;

    std::mutex m_mutex;
    bool m_abandoned = false;
    std::vector<std::string> m_kept;
    std::vector<File> m_files;
    std::vector<StagingFolder> m_staging;
    /// Folders made by addFolder, outermost first.
    std::vector<std::string> m_folders;
};

} // namespace convscope
