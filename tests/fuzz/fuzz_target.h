// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace convscope::fuzz {

/// A file of these bytes that lies in memory, for readers that take a path.
class MemoryFile
{
public:
    explicit MemoryFile(std::span<const std::uint8_t> bytes);
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;
    ~MemoryFile();

    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    int m_file = -1;
    std::string m_path;
};

/// Ends the program with a message: the finding of a fuzzer.
[[noreturn]] void found(const std::string &what);

} // namespace convscope::fuzz

/// What libFuzzer and replay.cpp call: one reader with whatever bytes. It may refuse them; it may
/// not crash, hang, take much memory, or open what it cannot write.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
