// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "output_files.h"

#include "base/concat.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <system_error>

#include <unistd.h>

namespace convscope {

namespace {

namespace fs = std::filesystem;

std::string quoted(const std::string &path)
{
    using nlohmann::json;
    return json(path).dump(-1, ' ', false, json::error_handler_t::replace);
}

Failure cannotWrite(const std::string &path, const std::string &why)
{
    return fail("file", {}, quoted(path), concat("Cannot write ", path, ": ", why, "."));
}

Failure interrupted()
{
    return fail("cancelled", {}, {}, "Interrupted.");
}

} // namespace

Result<std::string> OutputFiles::add(const std::string &path)
{
    const std::lock_guard lock(m_mutex);
    if (m_abandoned)
        return interrupted();
    std::error_code error;
    const fs::path place(path);
    const fs::path folder = place.has_parent_path() ? place.parent_path() : fs::path(".");
    if (!place.has_filename() || fs::is_directory(place, error))
        return cannotWrite(path, "it names a folder");
    if (!fs::is_directory(folder, error))
        return cannotWrite(path, "there is no folder " + folder.string());
    if (::access(folder.c_str(), W_OK) != 0)
        return cannotWrite(path, "the folder " + folder.string() + " cannot be written to");
    const fs::path staging = folder / concat(".convscope-", ::getpid());
    if (fs::create_directory(staging, error))
        m_stagingFolders.push_back(staging.string());
    else if (error)
        return cannotWrite(path, error.message());
    const std::string temporary = (staging / place.filename()).string();
    m_files.emplace_back(temporary, path);
    return temporary;
}

Result<void> OutputFiles::addFolder(const std::string &path)
{
    const std::lock_guard lock(m_mutex);
    if (m_abandoned)
        return interrupted();
    std::error_code error;
    fs::path folder;
    for (const fs::path &part : fs::path(path)) {
        folder /= part;
        if (folder.filename().empty() || fs::is_directory(folder, error))
            continue;
        if (!fs::create_directory(folder, error))
            return cannotWrite(path, error ? error.message() : "it is not a folder");
        m_folders.push_back(folder.string());
    }
    return {};
}

Result<void> OutputFiles::commit()
{
    const std::lock_guard lock(m_mutex);
    if (m_abandoned)
        return interrupted();
    while (!m_files.empty()) {
        const auto &[temporary, path] = m_files.back();
        std::error_code error;
        fs::rename(temporary, path, error);
        if (error)
            return cannotWrite(path, error.message());
        m_files.pop_back();
    }
    removeStaging();
    m_folders.clear();
    return {};
}

void OutputFiles::abandon()
{
    const std::lock_guard lock(m_mutex);
    m_abandoned = true;
    m_files.clear();
    removeStaging();
    std::error_code ignored;
    for (auto folder = m_folders.rbegin(); folder != m_folders.rend(); ++folder)
        fs::remove(*folder, ignored); // only where it is empty
    m_folders.clear();
}

void OutputFiles::removeStaging()
{
    std::error_code ignored;
    for (const std::string &folder : m_stagingFolders)
        fs::remove_all(folder, ignored);
    m_stagingFolders.clear();
}

} // namespace convscope
