// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "fuzz/fuzz_target.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace convscope::fuzz {

MemoryFile::MemoryFile(std::span<const std::uint8_t> bytes) : m_file(memfd_create("fuzz", 0))
{
    if (m_file < 0)
        found("no file in memory can be made");
    while (!bytes.empty()) {
        const ssize_t written = write(m_file, bytes.data(), bytes.size());
        if (written <= 0)
            found("the file in memory cannot be written");
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    m_path = "/proc/self/fd/" + std::to_string(m_file);
}

MemoryFile::~MemoryFile()
{
    close(m_file);
}

void found(const std::string &what)
{
    static_cast<void>(std::fprintf(stderr, "found: %s\n", what.c_str()));
    std::abort();
}

} // namespace convscope::fuzz
