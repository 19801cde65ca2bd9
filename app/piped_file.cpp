// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "piped_file.h"

#include "tensor/file_bytes.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>

namespace convscope {

namespace {

bool writeAll(int file, const Bytes &bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t count = ::write(file, bytes.data() + at, bytes.size() - at);
        if (count < 0 && errno != EINTR)
            return false;
        at += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    return true;
}

} // namespace

Result<PipedFile> PipedFile::open(const std::string &path)
{
    PipedFile file;
    file.m_given = path;
    file.m_path = path;
    std::error_code ignored;
    if (!std::filesystem::is_fifo(path, ignored))
        return file;
    const auto bytes = readFileBytes(path);
    if (!bytes)
        return fail(bytes.error());
    file.m_copy = ::memfd_create("piped", MFD_CLOEXEC);
    if (file.m_copy < 0 || !writeAll(file.m_copy, *bytes))
        return fileError(path, words("cannot be kept in memory: {reason}", std::strerror(errno)));
    file.m_path = "/proc/self/fd/" + std::to_string(file.m_copy);
    return file;
}

PipedFile::PipedFile(PipedFile &&other) noexcept
    : m_given(std::move(other.m_given)), m_path(std::move(other.m_path)),
      m_copy(std::exchange(other.m_copy, -1))
{
}

PipedFile::~PipedFile()
{
    if (m_copy >= 0)
        ::close(m_copy);
}

Error PipedFile::asGiven(Error error) const
{
    if (isCopy())
        error.say(withTexts(error.words, [this](std::string text) {
            if (const auto at = text.find(m_path); at != std::string::npos)
                text.replace(at, m_path.size(), m_given);
            return text;
        }));
    return error;
}

} // namespace convscope
