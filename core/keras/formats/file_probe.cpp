// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/file_probe.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>

namespace convscope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHead = 4096;
constexpr std::string_view kHdf5Signature = "\x89HDF\r\n\x1a\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

} // namespace

struct FileProbe::Contents
{
    /// Of a pipe; null for files, which are read where they lie.
    std::shared_ptr<const Bytes> bytes;
    bool isLookedAt = false;
    std::shared_ptr<const ZipFile> zip;
    std::optional<Hdf5File> hdf5;
    std::optional<Json> json;
    std::optional<Error> damage;
};

FileProbe::FileProbe() : m_contents(std::make_unique<Contents>()) {}
FileProbe::FileProbe(FileProbe &&) noexcept = default;
FileProbe::~FileProbe() = default;

Result<FileProbe> FileProbe::open(const std::string &path)
{
    FileProbe probe;
    probe.m_path = path;
    std::error_code code;
    if (fs::is_directory(path, code)) {
        probe.m_isFolder = true;
        return probe;
    }
    if (auto readable = checkReadable(path); !readable)
        return fail(readable.error());
    if (fs::is_regular_file(path, code)) {
        std::ifstream in(path, std::ios::binary);
        if (!in)
            return fileError(path, words("cannot be opened"));
        probe.m_head.resize(kHead);
        in.read(probe.m_head.data(), kHead);
        probe.m_head.resize(static_cast<std::size_t>(in.gcount()));
    } else {
        auto bytes = readFileBytes(path);
        if (!bytes)
            return fail(bytes.error());
        probe.m_head.assign(bytes->begin(), bytes->begin() + static_cast<std::ptrdiff_t>(
                                                                 std::min(kHead, bytes->size())));
        probe.m_contents->bytes = std::make_shared<const Bytes>(std::move(*bytes));
    }
    if (probe.m_head.empty())
        return fileError(path, words("is empty"));
    return probe;
}

bool FileProbe::folderHas(const char *name) const
{
    std::error_code code;
    return m_isFolder && fs::exists(fs::path(m_path) / name, code);
}

bool FileProbe::hasEnding(std::string_view ending) const
{
    return m_path.size() >= ending.size() &&
           std::equal(ending.rbegin(), ending.rend(), m_path.rbegin(), [](char a, char b) {
               return std::tolower(static_cast<unsigned char>(a)) ==
                      std::tolower(static_cast<unsigned char>(b));
           });
}

bool FileProbe::looksLikeZip() const
{
    return m_head.starts_with("PK\x03\x04") || m_head.starts_with("PK\x05\x06");
}

bool FileProbe::looksLikeHdf5() const
{
    // A user block may stand before it: the signature then begins at 512, 1024, 2048 …
    for (std::size_t at = 0; at < m_head.size(); at = at == 0 ? 512 : 2 * at) {
        if (std::string_view(m_head).substr(at).starts_with(kHdf5Signature))
            return true;
    }
    return m_head.size() >= 4 && kHdf5Signature.starts_with(m_head);
}

bool FileProbe::looksLikeJson() const
{
    std::string_view text = m_head;
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    const auto first = text.find_first_not_of(" \t\r\n");
    return hasEnding(".json") ||
           (first != std::string_view::npos &&
            std::string_view("{[\"").find(text[first]) != std::string_view::npos);
}

void FileProbe::look() const
{
    Contents &contents = *m_contents;
    if (contents.isLookedAt || m_isFolder)
        return;
    contents.isLookedAt = true;
    const auto keep = [&](auto result, auto &target) {
        if (result)
            target.emplace(std::move(*result));
        else
            contents.damage = result.error();
    };
    if (looksLikeZip()) {
        auto zip =
            contents.bytes ? ZipFile::openBytes(contents.bytes, m_path) : ZipFile::open(m_path);
        if (zip)
            contents.zip = std::make_shared<const ZipFile>(std::move(*zip));
        else
            contents.damage = zip.error();
    } else if (looksLikeHdf5()) {
        keep(contents.bytes ? Hdf5File::openImage(contents.bytes, m_path) : Hdf5File::open(m_path),
             contents.hdf5);
    } else if (looksLikeJson()) {
        auto text =
            contents.bytes
                ? Result<std::string>(std::string(contents.bytes->begin(), contents.bytes->end()))
                : readFileText(m_path);
        if (!text) {
            contents.damage = text.error();
            return;
        }
        if (text->starts_with(kByteOrderMark))
            text->erase(0, kByteOrderMark.size());
        auto json = parseJson(*text, m_path);
        // to_json() written once more by json.dump().
        if (json && json->is_string())
            json = parseJson(json->get<std::string>(), m_path);
        keep(std::move(json), contents.json);
    }
}

const ZipFile *FileProbe::zip() const
{
    look();
    return m_contents->zip.get();
}

std::shared_ptr<const ZipFile> FileProbe::sharedZip() const
{
    look();
    return m_contents->zip;
}

const Hdf5File *FileProbe::hdf5() const
{
    look();
    return m_contents->hdf5 ? &*m_contents->hdf5 : nullptr;
}

const Json *FileProbe::json() const
{
    look();
    return m_contents->json ? &*m_contents->json : nullptr;
}

std::optional<Error> FileProbe::damage() const
{
    look();
    return m_contents->damage;
}

} // namespace convscope
