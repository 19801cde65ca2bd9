// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/file_bytes.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// A zip archive opened for reading. Members are found by their exact name and read whole: nothing
/// is ever unpacked to a place that the archive names. Not for use by two threads at once.
class ZipFile
{
public:
    /// Called now and then while a member is read: bytes so far, and of all. False stops.
    using Progress = std::function<bool(std::int64_t done, std::int64_t total)>;

    /// Reads the table of contents only. Errors: "file" (no archive, cut off).
    [[nodiscard]] static Result<ZipFile> open(const std::string &path);
    /// An archive that came through a pipe; `what` names it in messages.
    [[nodiscard]] static Result<ZipFile> openBytes(std::shared_ptr<const Bytes> bytes,
                                                   const std::string &what);

    ZipFile(ZipFile &&) noexcept;
    ZipFile &operator=(ZipFile &&) noexcept;
    ~ZipFile();

    /// Names of the members in the archive's order.
    [[nodiscard]] const std::vector<std::string> &names() const { return m_names; }
    [[nodiscard]] bool has(std::string_view name) const;
    /// The member of that name, unpacked and with its checksum compared. Errors: "file" (missing,
    /// twice, encrypted, damaged, larger than what is packed for it could give), "memory" (checked
    /// before anything is taken), "cancelled".
    [[nodiscard]] Result<Bytes> read(std::string_view name, const Progress &progress = {}) const;

private:
    struct State;
    explicit ZipFile(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
    std::vector<std::string> m_names;
};

} // namespace convscope
