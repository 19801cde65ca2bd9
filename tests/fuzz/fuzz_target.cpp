// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "fuzz/fuzz_target.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace convscope::fuzz {

TemporaryFile::TemporaryFile(std::span<const std::uint8_t> bytes)
    : m_path((std::filesystem::temp_directory_path() / "fuzz-XXXXXX").string())
{
    const int file = mkstemp(m_path.data());
    if (file < 0)
        found("no temporary file can be made");
    while (!bytes.empty()) {
        const ssize_t written = write(file, bytes.data(), bytes.size());
        if (written <= 0)
            found("the temporary file cannot be written");
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    close(file);
}

TemporaryFile::~TemporaryFile()
{
    unlink(m_path.c_str());
}

void found(const std::string &what)
{
    static_cast<void>(std::fprintf(stderr, "found: %s\n", what.c_str()));
    std::abort();
}

} // namespace convscope::fuzz
