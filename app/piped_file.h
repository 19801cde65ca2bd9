// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <string>

namespace convscope {

/// What comes through a pipe, as a file that can be read more than once; other paths as they are.
/// The copy is in memory and goes with it.
class PipedFile
{
public:
    /// Errors: those of readFileBytes.
    [[nodiscard]] static Result<PipedFile> open(const std::string &path);
    PipedFile(PipedFile &&other) noexcept;
    PipedFile &operator=(PipedFile &&) = delete;
    ~PipedFile();

    /// Where to read.
    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] bool isCopy() const { return m_copy >= 0; }
    /// The error with the path that was given in place of the copy's.
    [[nodiscard]] Error asGiven(Error error) const;

private:
    PipedFile() = default;

    std::string m_given;
    std::string m_path;
    int m_copy = -1;
};

} // namespace convscope
