// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/case_file.h"
#include "tensor/zip_file.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace convscope {

/// A .npz file of cases, open: each case is unpacked when it is asked for, so that a file of
/// thousands costs the memory of one. Not for use by two threads at once.
class CaseArchive
{
public:
    /// Reads the table of contents only. Errors: "file" (no archive, no case).
    [[nodiscard]] static Result<CaseArchive> open(const std::string &path);
    /// The same of an archive that is open already; `path` names it in messages.
    [[nodiscard]] static Result<CaseArchive> of(const std::string &path,
                                                std::shared_ptr<const ZipFile> zip);

    /// In the archive's order.
    [[nodiscard]] const std::vector<std::string> &names() const { return m_names; }
    /// Called on the way with how many bytes have just been unpacked; false stops. May be null.
    using Step = std::function<bool(std::uint64_t bytes)>;
    /// The case at that position. Errors: "file" (broken JSON, a part without number), "memory",
    /// "cancelled".
    [[nodiscard]] Result<CaseEntry> read(std::size_t index, const Step &step = {}) const;

private:
    CaseArchive(std::string path, std::shared_ptr<const ZipFile> zip);

    std::string m_path;
    std::shared_ptr<const ZipFile> m_zip;
    std::vector<std::string> m_names;
    /// Of each case: its members without ".npy", in the archive's order.
    std::vector<std::vector<std::string>> m_members;
};

} // namespace convscope
