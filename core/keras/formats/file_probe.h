// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/formats/hdf5_file.h"
#include "keras/json_text.h"
#include "tensor/zip_file.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// What a file is, told by its content: opened once, looked into as far as somebody asks. Pipes are
/// read whole, since they can be read only once. For one thread.
class FileProbe
{
public:
    /// Errors: "file" (missing, a device, empty), "memory" (a pipe).
    [[nodiscard]] static Result<FileProbe> open(const std::string &path);
    FileProbe(FileProbe &&) noexcept;
    ~FileProbe();

    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] bool isFolder() const { return m_isFolder; }
    /// Whether the folder holds a file of that name.
    [[nodiscard]] bool folderHas(const char *name) const;
    /// The first bytes, at most 4096.
    [[nodiscard]] std::string_view head() const { return m_head; }
    /// Whether the path ends so, whatever the case of its letters.
    [[nodiscard]] bool hasEnding(std::string_view ending) const;

    [[nodiscard]] bool looksLikeZip() const;
    [[nodiscard]] bool looksLikeHdf5() const;
    /// Begins as a JSON text does, behind a byte order mark and white space, or is called so.
    [[nodiscard]] bool looksLikeJson() const;

    /// The archive; null where it is none or cannot be read (damage() says why).
    [[nodiscard]] const ZipFile *zip() const;
    /// The same, for whoever needs it longer than this.
    [[nodiscard]] std::shared_ptr<const ZipFile> sharedZip() const;
    [[nodiscard]] const Hdf5File *hdf5() const;
    /// The document, also where it lies as text within a JSON string.
    [[nodiscard]] const Json *json() const;
    /// Why what the file looks like cannot be read; empty where it can.
    [[nodiscard]] std::optional<Error> damage() const;

private:
    struct Contents;
    FileProbe();
    void look() const;

    std::string m_path;
    std::string m_head;
    bool m_isFolder = false;
    std::unique_ptr<Contents> m_contents;
};

} // namespace convscope
