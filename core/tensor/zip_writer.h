// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/file_bytes.h"

#include <memory>
#include <string>
#include <string_view>

namespace convscope {

/// Writes a zip archive whose members are stored as they are, as Keras does. The same members give
/// the same bytes. Errors: "file".
class ZipWriter
{
public:
    [[nodiscard]] static Result<ZipWriter> create(const std::string &path);
    ZipWriter(ZipWriter &&) noexcept;
    ~ZipWriter();

    /// Names must differ.
    [[nodiscard]] Result<void> add(const std::string &name, std::string_view content);
    /// The content of a file, which must stay until close().
    [[nodiscard]] Result<void> addFile(const std::string &name, const std::string &path);
    /// Writes everything; without it nothing is left.
    [[nodiscard]] Result<void> close();

private:
    struct State;
    explicit ZipWriter(std::unique_ptr<State> state);
    [[nodiscard]] Result<void> addSource(const std::string &name, void *source);

    std::unique_ptr<State> m_state;
};

} // namespace convscope
