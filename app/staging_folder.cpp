// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "staging_folder.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace convscope {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = ".convscope-";

/// The folder opened and locked; −1 where it is gone, no folder, or locked by another. A file
/// system without locks gives the open folder: nobody can then be told dead.
int locked(const std::string &path, bool &hasLocks)
{
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return -1;
    hasLocks = true;
    if (::flock(folder, LOCK_EX | LOCK_NB) == 0)
        return folder;
    hasLocks = errno == EWOULDBLOCK;
    if (!hasLocks)
        return folder;
    ::close(folder);
    return -1;
}

/// Whether the open folder is still the one at the path: another run may have taken it for left
/// over between its making and its lock.
bool isStillThere(int folder, const std::string &path)
{
    struct stat open
    {
    };
    struct stat named
    {
    };
    return ::fstat(folder, &open) == 0 && ::lstat(path.c_str(), &named) == 0 &&
           open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

void removeIfLeftOver(const fs::path &path)
{
    struct stat there
    {
    };
    const bool isOurs =
        ::lstat(path.c_str(), &there) == 0 && S_ISDIR(there.st_mode) && there.st_uid == ::geteuid();
    if (!isOurs)
        return;
    bool hasLocks = false;
    const int folder = locked(path.string(), hasLocks);
    if (folder < 0)
        return;
    std::error_code ignored;
    if (hasLocks)
        fs::remove_all(path, ignored);
    ::close(folder);
}

void removeLeftOvers(const std::string &folder)
{
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error))
        if (entries->path().filename().string().starts_with(kPrefix))
            removeIfLeftOver(entries->path());
}

} // namespace

Result<StagingFolder> StagingFolder::make(const std::string &beside)
{
    constexpr int kTries = 8;
    removeLeftOvers(beside);
    for (int i = 0; i < kTries; ++i) {
        std::string path = (fs::path(beside) / kPrefix).string() + "XXXXXX";
        if (::mkdtemp(path.data()) == nullptr)
            return fail("file", {}, {}, verbatim(std::strerror(errno)));
        bool hasLocks = false;
        const int lock = locked(path, hasLocks);
        if (lock >= 0 && isStillThere(lock, path)) {
            StagingFolder folder;
            folder.m_parent = beside;
            folder.m_path = std::move(path);
            folder.m_lock = lock;
            return folder;
        }
        if (lock >= 0)
            ::close(lock);
    }
    return fail("file", {}, {}, words("another program removes the folders made there"));
}

StagingFolder::StagingFolder(StagingFolder &&other) noexcept
    : m_parent(std::move(other.m_parent)), m_path(std::exchange(other.m_path, {})),
      m_lock(std::exchange(other.m_lock, -1))
{
}

StagingFolder &StagingFolder::operator=(StagingFolder &&other) noexcept
{
    std::swap(m_parent, other.m_parent);
    std::swap(m_path, other.m_path);
    std::swap(m_lock, other.m_lock);
    return *this;
}

void StagingFolder::remove()
{
    std::error_code ignored;
    if (!m_path.empty())
        fs::remove_all(m_path, ignored);
    if (m_lock >= 0)
        ::close(m_lock);
    m_path.clear();
    m_lock = -1;
}

} // namespace convscope
