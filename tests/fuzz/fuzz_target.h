// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace convscope::fuzz {

/// A file of these bytes for readers that take a path, gone with the object.
class TemporaryFile
{
public:
    explicit TemporaryFile(std::span<const std::uint8_t> bytes);
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;
    ~TemporaryFile();

    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    std::string m_path;
};

/// Ends the program with a message: the finding of a fuzzer.
[[noreturn]] void found(const std::string &what);

} // namespace convscope::fuzz

/// What libFuzzer and replay.cpp call: one reader with whatever bytes. It may refuse them; it may
/// not crash, hang, take much memory, or open what it cannot write.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
