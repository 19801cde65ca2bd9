// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/zip_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

namespace convscope {

namespace {

/// Small members that lie side by side come in one read; larger reads go past the block.
constexpr std::size_t kBlock = 64 << 10;

class FileBlocks
{
public:
    FileBlocks(int file, zip_uint64_t size, std::time_t changed)
        : m_file(file), m_size(size), m_changed(changed)
    {
        zip_error_init(&m_error);
    }
    ~FileBlocks()
    {
        ::close(m_file);
        zip_error_fini(&m_error);
    }
    FileBlocks(const FileBlocks &) = delete;
    FileBlocks &operator=(const FileBlocks &) = delete;

    zip_int64_t answer(void *data, zip_uint64_t length, zip_source_cmd_t command)
    {
        switch (command) {
        case ZIP_SOURCE_OPEN:
            m_position = 0;
            return 0;
        case ZIP_SOURCE_CLOSE:
            return 0;
        case ZIP_SOURCE_READ:
            return read(static_cast<unsigned char *>(data), length);
        case ZIP_SOURCE_SEEK: {
            const zip_int64_t to =
                zip_source_seek_compute_offset(m_position, m_size, data, length, &m_error);
            if (to < 0)
                return -1;
            m_position = static_cast<zip_uint64_t>(to);
            return 0;
        }
        case ZIP_SOURCE_TELL:
            return static_cast<zip_int64_t>(m_position);
        case ZIP_SOURCE_STAT: {
            auto *stat = static_cast<zip_stat_t *>(data);
            zip_stat_init(stat);
            stat->size = m_size;
            stat->mtime = m_changed;
            stat->valid = ZIP_STAT_SIZE | ZIP_STAT_MTIME;
            return sizeof(*stat);
        }
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&m_error, data, length);
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(
                ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, -1);
        default:
            zip_error_set(&m_error, ZIP_ER_OPNOTSUPP, 0);
            return -1;
        }
    }

private:
    zip_int64_t readAt(unsigned char *into, std::size_t length, zip_uint64_t at)
    {
        for (;;) {
            const ssize_t got = ::pread(m_file, into, length, static_cast<off_t>(at));
            if (got >= 0)
                return got;
            if (errno == EINTR)
                continue;
            zip_error_set(&m_error, ZIP_ER_READ, errno);
            return -1;
        }
    }

    zip_int64_t read(unsigned char *into, zip_uint64_t length)
    {
        zip_uint64_t done = 0;
        while (done < length) {
            const bool isHeld = m_position >= m_blockAt && m_position - m_blockAt < m_held;
            if (!isHeld && length - done >= kBlock) {
                const zip_int64_t got = readAt(into + done, length - done, m_position);
                if (got < 0)
                    return -1;
                if (got == 0)
                    break;
                done += static_cast<zip_uint64_t>(got);
                m_position += static_cast<zip_uint64_t>(got);
                continue;
            }
            if (!isHeld) {
                m_block.resize(kBlock);
                m_blockAt = m_position;
                m_held = 0;
                const zip_int64_t got = readAt(m_block.data(), kBlock, m_blockAt);
                if (got < 0)
                    return -1;
                if (got == 0)
                    break;
                m_held = static_cast<zip_uint64_t>(got);
            }
            const zip_uint64_t from = m_position - m_blockAt;
            const zip_uint64_t taken = std::min(length - done, m_held - from);
            std::memcpy(into + done, m_block.data() + from, taken);
            done += taken;
            m_position += taken;
        }
        return static_cast<zip_int64_t>(done);
    }

    int m_file;
    zip_uint64_t m_size;
    std::time_t m_changed;
    zip_error_t m_error;
    zip_uint64_t m_position = 0;
    std::vector<unsigned char> m_block;
    zip_uint64_t m_blockAt = 0;
    zip_uint64_t m_held = 0;
};

extern "C" zip_int64_t answerOf(void *blocks, void *data, zip_uint64_t length,
                                zip_source_cmd_t command)
{
    auto *own = static_cast<FileBlocks *>(blocks);
    if (command == ZIP_SOURCE_FREE) {
        delete own;
        return 0;
    }
    return own->answer(data, length, command);
}

} // namespace

zip_source *blockSource(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return nullptr;
    struct stat status = {};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(file);
        return nullptr;
    }
    auto blocks = std::make_unique<FileBlocks>(file, static_cast<zip_uint64_t>(status.st_size),
                                               status.st_mtime);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_function_create(answerOf, blocks.get(), &error);
    zip_error_fini(&error);
    if (source != nullptr)
        static_cast<void>(blocks.release()); // freed by ZIP_SOURCE_FREE
    return source;
}

} // namespace convscope
