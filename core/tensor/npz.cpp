// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/npz.h"

#include "base/check.h"

#include <memory>
#include <set>

#include <zip.h>

namespace convscope {

namespace {

constexpr std::string_view kEnding = ".npy";
/// 1980-01-01, the earliest date a zip can state: archives do not depend on when they were written.
constexpr zip_uint16_t kDosDate = 1 << 5 | 1;

struct Discard
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Member = std::unique_ptr<zip_file_t, Discard>;

std::string reasonOf(int code)
{
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

/// The content of one member; its size is what the archive states and is checked before allocating.
Result<Bytes> readMember(zip_t *archive, zip_uint64_t index, const std::string &what)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive, index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0)
        return fileError(what, words("its entry in the archive is damaged"));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return fileError(what, words("is encrypted"));
    if (stat.size > static_cast<zip_uint64_t>(availableMemory()))
        return fail(
            "memory", {}, {},
            words("{what}: its {mebibytes} MiB do not fit into memory", what, stat.size >> 20));
    const Member file(zip_fopen_index(archive, index, 0));
    if (!file)
        return fileError(what, zip_strerror(archive));
    Bytes content;
    // A wrong size must not cost memory: grow with what really comes.
    constexpr std::size_t kBlock = 1 << 20;
    while (content.size() < stat.size) {
        const std::size_t before = content.size();
        const auto wanted = std::min<std::size_t>(kBlock, stat.size - before);
        content.resize(before + wanted);
        const zip_int64_t got = zip_fread(file.get(), content.data() + before, wanted);
        if (got <= 0)
            return fileError(what, got < 0 ? zip_file_strerror(file.get()) : "is cut short");
        content.resize(before + static_cast<std::size_t>(got));
    }
    // Reading past the end makes libzip compare the checksum.
    unsigned char extra = 0;
    if (zip_fread(file.get(), &extra, 1) < 0)
        return fileError(what, zip_file_strerror(file.get()));
    return content;
}

Result<void> addMember(zip_t *archive, const NamedArray &member, const std::string &path)
{
    // libzip reads the bytes when the archive is closed and frees them then.
    const Bytes bytes =
        member.array.text ? npyBytes(*member.array.text) : npyBytes(member.array.tensor);
    auto *copy = static_cast<unsigned char *>(std::malloc(bytes.size()));
    if (copy == nullptr)
        return fail("memory", {}, {},
                    words("{path}: not enough memory to write {member}", path, member.name));
    std::copy(bytes.begin(), bytes.end(), copy);
    zip_source_t *source = zip_source_buffer(archive, copy, bytes.size(), 1);
    if (source == nullptr) {
        std::free(copy);
        return fileError(path, zip_strerror(archive));
    }
    const std::string name = member.name + std::string(kEnding);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return fileError(path, words("{member}: {reason}", member.name, zip_strerror(archive)));
    }
    zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, kDosDate, 0);
    return {};
}

Result<void> writeArchive(const std::string &temporary, const std::string &path,
                          std::span<const NamedArray> arrays)
{
    int code = 0;
    Archive archive(zip_open(temporary.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
    if (!archive)
        return fileError(path, words("cannot be written: {reason}", reasonOf(code)));
    for (const NamedArray &member : arrays) {
        if (auto added = addMember(archive.get(), member, path); !added)
            return added;
    }
    if (zip_close(archive.get()) != 0)
        return fileError(path, words("cannot be written: {reason}", zip_strerror(archive.get())));
    static_cast<void>(archive.release());
    return {};
}

} // namespace

Result<std::vector<NamedArray>> readNpz(const std::string &path)
{
    int code = 0;
    const Archive archive(zip_open(path.c_str(), ZIP_RDONLY, &code));
    if (!archive)
        return fileError(path, code == ZIP_ER_NOENT ? std::string("there is no such file")
                               : code == ZIP_ER_NOZIP
                                   ? std::string("is not a .npz archive (no zip file)")
                                   : reasonOf(code));
    std::vector<NamedArray> arrays;
    std::set<std::string> names;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char *raw = zip_get_name(archive.get(), index, 0);
        if (raw == nullptr)
            return fileError(path, words("its table of contents is damaged"));
        std::string name = raw;
        if (!name.ends_with(kEnding))
            continue;
        const std::string what = path + ": " + name;
        name.resize(name.size() - kEnding.size());
        if (!names.insert(name).second)
            return fileError(what, words("occurs twice in the archive"));
        const auto bytes = readMember(archive.get(), index, what);
        if (!bytes)
            return fail(bytes.error());
        auto array = parseNpy(*bytes, what);
        if (!array)
            return fail(array.error());
        arrays.push_back({std::move(name), std::move(*array)});
    }
    return arrays;
}

Result<void> writeNpz(const std::string &path, std::span<const NamedArray> arrays)
{
    std::set<std::string> names;
    for (const NamedArray &member : arrays)
        check(names.insert(member.name).second, "members of different names");
    return replaceFile(
        path, [&](const std::string &temporary) { return writeArchive(temporary, path, arrays); });
}

} // namespace convscope
