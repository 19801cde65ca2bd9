// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <string>

namespace convscope {

/// A hidden folder of an unpredictable name, for its owner's eyes alone, in which files wait until
/// they are complete. A lock on it tells that its owner lives: making one removes those beside it
/// that a killed run of the same user left. Removed with all it holds when it goes.
class StagingFolder
{
public:
    StagingFolder() = default;
    /// Errors: "file", the reason of the system.
    [[nodiscard]] static Result<StagingFolder> make(const std::string &beside);
    StagingFolder(StagingFolder &&other) noexcept;
    StagingFolder &operator=(StagingFolder &&other) noexcept;
    ~StagingFolder() { remove(); }

    [[nodiscard]] const std::string &path() const { return m_path; }
    /// The folder in which it is.
    [[nodiscard]] const std::string &parent() const { return m_parent; }

private:
    void remove();

    std::string m_parent;
    std::string m_path;
    int m_lock = -1;
};

} // namespace convscope
