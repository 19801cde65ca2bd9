// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "output_files.h"

#include "printable.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <unistd.h>

namespace convscope {

namespace {

namespace fs = std::filesystem;

/// `why`: words, or what the system says.
Failure cannotWrite(const std::string &path, WordsValue why)
{
    return fail("file", {}, inJsonQuotes(path),
                words("Cannot write {path}: {reason}.", path, std::move(why)));
}

Failure interrupted()
{
    return fail("cancelled", {}, {}, words("Interrupted."));
}

/// Where a file written to `path` really is: links followed, also one that leads to nothing yet.
Result<fs::path> placeOf(const std::string &path)
{
    constexpr int kMostLinks = 40;
    fs::path place(path);
    std::error_code error;
    for (int i = 0; fs::is_symlink(fs::symlink_status(place, error)); ++i) {
        if (i == kMostLinks)
            return cannotWrite(path, words("its links lead in a circle"));
        place = place.parent_path() / fs::read_symlink(place, error);
    }
    const fs::path folder = place.has_parent_path() ? place.parent_path() : fs::path(".");
    const fs::path known = fs::canonical(folder, error);
    return error ? place : known / place.filename();
}

} // namespace

void OutputFiles::keep(std::span<const std::string> paths)
{
    const std::lock_guard lock(m_mutex);
    m_kept.insert(m_kept.end(), paths.begin(), paths.end());
}

Result<void> OutputFiles::checkFree(const std::string &option, const std::string &path,
                                    const std::string &place) const
{
    for (const File &file : m_files) {
        if (file.place == place)
            return fail(
                "usage", option, inJsonQuotes(path),
                words("{option} and {other} would both write {path}.", file.option, option, path));
    }
    return {};
}

Result<std::string> OutputFiles::add(const std::string &option, const std::string &path)
{
    const std::lock_guard lock(m_mutex);
    if (m_abandoned)
        return interrupted();
    std::error_code error;
    if (!fs::path(path).has_filename() || fs::is_directory(path, error))
        return cannotWrite(path, words("it names a folder"));
    // What is renamed over a device or a pipe would take its place instead of going through it.
    const fs::file_status there = fs::status(path, error);
    if (fs::exists(there) && !fs::is_regular_file(there))
        return cannotWrite(path, words("it is a device, a pipe or a socket, not a file"));
    const auto place = placeOf(path);
    if (!place)
        return fail(place.error());
    const fs::path folder = place->has_parent_path() ? place->parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error))
        return cannotWrite(path, words("there is no folder {folder}", folder.string()));
    if (::access(folder.c_str(), W_OK) != 0)
        return cannotWrite(path,
                           words("the folder {folder} cannot be written to", folder.string()));
    for (const std::string &kept : m_kept) {
        if (fs::equivalent(*place, kept, error))
            return fail("usage", option, inJsonQuotes(path),
                        words("{option} would replace {path}, which is read.", option, path));
    }
    if (auto isFree = checkFree(option, path, place->string()); !isFree)
        return fail(isFree.error());
    const auto staging = stagingIn(folder.string());
    if (!staging)
        return cannotWrite(path, staging.error().words);
    const std::string temporary = (fs::path(*staging) / place->filename()).string();
    m_files.push_back({option, path, place->string(), temporary});
    return temporary;
}

Result<void> OutputFiles::addFolder(const std::string &option, const std::string &path)
{
    const std::lock_guard lock(m_mutex);
    if (m_abandoned)
        return interrupted();
    if (const auto place = placeOf(path); place) {
        if (auto isFree = checkFree(option, path, place->string()); !isFree)
            return isFree;
    }
    std::error_code error;
    fs::path folder;
    for (const fs::path &part : fs::path(path)) {
        folder /= part;
        if (folder.filename().empty() || fs::is_directory(folder, error))
            continue;
        if (!fs::create_directory(folder, error))
            return cannotWrite(path, error ? WordsValue(error.message())
                                           : WordsValue(words("it is not a folder")));
        m_folders.push_back(folder.string());
    }
    return {};
}

void OutputFiles::replaceTemporary(std::string &text, const File &file)
{
    // A writer may have added an ending of its own.
    for (auto at = text.find(file.temporary); at != std::string::npos;
         at = text.find(file.temporary, at + file.path.size())) {
        const std::size_t begin = at + file.temporary.size();
        const auto end = std::min(text.find_first_of(" :,\"'", begin), text.size());
        const bool isPart = text.substr(begin, end - begin).ends_with(".part");
        text.replace(at, (isPart ? end : begin) - at, file.path);
    }
}

Error OutputFiles::asGiven(Error error)
{
    const std::lock_guard lock(m_mutex);
    error.say(withTexts(error.words, [&](std::string text) {
        for (const File &file : m_files)
            replaceTemporary(text, file);
        return text;
    }));
    return error;
}

Result<void> OutputFiles::commit()
{
    const std::lock_guard lock(m_mutex);
    if (m_abandoned)
        return interrupted();
    while (!m_files.empty()) {
        const File &file = m_files.back();
        std::error_code error;
        fs::rename(file.temporary, file.place, error);
        if (error)
            return cannotWrite(file.path, error.message());
        m_files.pop_back();
    }
    m_staging.clear();
    m_folders.clear();
    return {};
}

void OutputFiles::abandon()
{
    const std::lock_guard lock(m_mutex);
    m_abandoned = true;
    m_files.clear();
    m_staging.clear();
    std::error_code ignored;
    for (auto folder = m_folders.rbegin(); folder != m_folders.rend(); ++folder)
        fs::remove(*folder, ignored); // only where it is empty
    m_folders.clear();
}

Result<std::string> OutputFiles::stagingIn(const std::string &folder)
{
    for (const StagingFolder &staging : m_staging)
        if (staging.parent() == folder)
            return staging.path();
    auto made = StagingFolder::make(folder);
    if (!made)
        return fail(made.error());
    m_staging.push_back(std::move(*made));
    return m_staging.back().path();
}

} // namespace convscope
