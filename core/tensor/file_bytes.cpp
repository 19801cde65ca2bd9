// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/file_bytes.h"

#include "tensor/tensor.h"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace convscope {

namespace {

namespace fs = std::filesystem;

std::string systemReason()
{
    return std::strerror(errno);
}

/// An open file, closed with it.
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

/// Has a file or folder on the disk before it returns. False: the disk refused it, see errno; file
/// systems that know no such thing have nothing to refuse.
bool flush(const std::string &path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0)
        return false;
    return ::fsync(file.number()) == 0 || errno == EINVAL || errno == ENOTSUP;
}

/// Reads what is there, at most `size` bytes. A pipe that nobody has opened for writing reads as
/// ended: that is waited for as long as `patience` lasts and no byte has come.
ssize_t readSome(int pipe, char *to, std::size_t size, std::chrono::milliseconds patience)
{
    constexpr int kWait = 20;
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
        const ssize_t count = ::read(pipe, to, size);
        if (count > 0)
            return count;
        if (count < 0 && errno != EAGAIN && errno != EINTR)
            return count;
        pollfd state{pipe, POLLIN, 0};
        const bool hasNoWriter = count == 0;
        if (hasNoWriter && std::chrono::steady_clock::now() >= until)
            return 0;
        // Without a writer poll says so at once.
        const int ready = ::poll(&state, 1, hasNoWriter ? 0 : -1);
        if (hasNoWriter && (ready <= 0 || (state.revents & POLLIN) == 0))
            std::this_thread::sleep_for(std::chrono::milliseconds(kWait));
    }
}

/// The size of a pipe shows only at its end. Half of the memory is for the copy while it grows.
template <class Container>
Result<Container> readPipe(const std::string &path)
{
    using namespace std::chrono_literals;
    const Descriptor pipe(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (pipe.number() < 0)
        return fileError(path, words("cannot be opened: {reason}", systemReason()));
    const auto most = static_cast<std::size_t>(availableMemory() / 2);
    Container content;
    char block[65536];
    for (;;) {
        const bool isFirst = content.empty();
        const ssize_t count = readSome(pipe.number(), block, sizeof block, isFirst ? 1000ms : 0ms);
        if (count < 0)
            return fileError(path, words("cannot be read: {reason}", systemReason()));
        if (count == 0 && isFirst)
            return fileError(path, words("nothing came through this pipe within a second"));
        if (count == 0)
            return content;
        if (content.size() + sizeof block > most)
            return fail(
                "memory", {}, {},
                words("{path}: what comes through this pipe does not fit into memory", path));
        content.insert(content.end(), block, block + count);
    }
}

template <class Container>
Result<Container> readFile(const std::string &path)
{
    if (auto readable = checkReadable(path); !readable)
        return fail(readable.error());
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    // Opening one would wait for its writer.
    if (!fs::is_regular_file(status))
        return readPipe<Container>(path);
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return fileError(path, words("cannot be opened: {reason}", systemReason()));
    Container content;
    const auto size = fs::file_size(path, code);
    if (code)
        return fileError(path, verbatim(code.message()));
    if (size > static_cast<std::uintmax_t>(availableMemory()))
        return fail("memory", {}, {},
                    words("{path}: its {mebibytes} MiB do not fit into memory", path, size >> 20));
    content.resize(size);
    in.read(reinterpret_cast<char *>(content.data()), static_cast<std::streamsize>(size));
    if (static_cast<std::uintmax_t>(in.gcount()) != size)
        return fileError(
            path, words("could be read only up to byte {byte} of {bytes}", in.gcount(), size));
    return content;
}

} // namespace

Failure fileError(const std::string &path, Words reason)
{
    return fail("file", {}, {}, words("{path}: {reason}", path, std::move(reason)));
}

Result<void> checkReadable(const std::string &path)
{
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (!fs::exists(status))
        return fileError(path, words("there is no such file"));
    if (fs::is_directory(status))
        return fileError(path, words("this is a folder, not a file"));
    if (!fs::is_regular_file(status) && !fs::is_fifo(status))
        return fileError(path, words("this is a device or a socket, not a file"));
    return {};
}

Result<Bytes> readFileBytes(const std::string &path)
{
    return readFile<Bytes>(path);
}

Result<std::string> readFileText(const std::string &path)
{
    return readFile<std::string>(path);
}

Result<void> replaceFile(const std::string &path,
                         const std::function<Result<void>(const std::string &)> &write)
{
    static std::atomic<int> counter = 0;
    const std::string temporary =
        path + '.' + std::to_string(getpid()) + '-' + std::to_string(++counter) + ".part";
    std::error_code code;
    if (fs::is_directory(path, code))
        return fileError(path, words("this is a folder, not a file"));
    if (auto written = write(temporary); !written) {
        fs::remove(temporary, code);
        return written;
    }
    // Else a crash of the machine could leave the new name with nothing behind it.
    if (!flush(temporary)) {
        const std::string reason = systemReason();
        fs::remove(temporary, code);
        return fileError(path, words("cannot be written: {reason}", reason));
    }
    fs::rename(temporary, path, code);
    if (code) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        return fileError(path, words("cannot be replaced: {reason}", code.message()));
    }
    // The name itself; a file system that cannot has done what it can.
    const fs::path folder = fs::path(path).parent_path();
    flush(folder.empty() ? "." : folder.string());
    return {};
}

Result<void> replaceFile(const std::string &path, std::span<const unsigned char> content)
{
    return replaceFile(path, [&](const std::string &temporary) -> Result<void> {
        errno = 0;
        std::ofstream out(temporary, std::ios::binary);
        if (!out)
            return fileError(path, words("cannot be written: {reason}", systemReason()));
        out.write(reinterpret_cast<const char *>(content.data()),
                  static_cast<std::streamsize>(content.size()));
        out.close();
        if (!out)
            return fileError(path, words("cannot be written: {reason}", systemReason()));
        return {};
    });
}

} // namespace convscope
