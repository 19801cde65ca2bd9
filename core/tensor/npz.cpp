// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/npz.h"

#include "base/check.h"
#include "base/saturating.h"
#include "tensor/zip_handles.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <memory>
#include <set>

namespace convscope {

namespace {

constexpr std::string_view kEnding = ".npy";
std::string reasonOf(int code)
{
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

Result<ZipArchive> openArchive(const std::string &path)
{
    int code = 0;
    ZipArchive archive(zip_open(path.c_str(), ZIP_RDONLY, &code));
    if (!archive)
        return fileError(path, code == ZIP_ER_NOENT   ? words("there is no such file")
                               : code == ZIP_ER_NOZIP ? words("is not a .npz archive (no zip file)")
                                                      : verbatim(reasonOf(code)));
    return archive;
}

/// An array by its name, not read yet.
struct Listed
{
    std::string name;
    zip_uint64_t index = 0;
};

Result<std::vector<Listed>> members(zip_t *archive, const std::string &path)
{
    std::vector<Listed> listed;
    std::set<std::string> names;
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char *raw = zip_get_name(archive, index, 0);
        if (raw == nullptr)
            return fileError(path, words("its table of contents is damaged"));
        std::string name = raw;
        if (!name.ends_with(kEnding))
            continue;
        if (!names.insert(name).second)
            return fileError(path + ": " + name, words("occurs twice in the archive"));
        name.resize(name.size() - kEnding.size());
        listed.push_back({std::move(name), index});
    }
    return listed;
}

/// Whether the stated sizes can be: deflate makes no more than 1032 bytes of one.
Result<void> checkSizes(zip_t *archive, const std::string &path, std::span<const Listed> wanted)
{
    constexpr std::int64_t kMostPerByte = 1032;
    std::int64_t total = 0;
    std::int64_t largest = 0;
    for (const Listed &member : wanted) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        constexpr zip_uint64_t kBoth = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(archive, member.index, 0, &stat) != 0 || (stat.valid & kBoth) != kBoth)
            continue; // told when it is read
        constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
        const auto size = static_cast<std::int64_t>(std::min<zip_uint64_t>(stat.size, kMost));
        const auto packed =
            static_cast<std::int64_t>(std::min<zip_uint64_t>(stat.comp_size, kMost));
        if (size > saturatingMultiply(saturatingAdd(packed, 1), kMostPerByte))
            return fail(Error{"file",
                              {},
                              {},
                              {},
                              words("{path}: {member} states {size} bytes, more than its {packed} "
                                    "packed bytes can hold",
                                    path, member.name, size, packed)});
        total = saturatingAdd(total, size);
        largest = std::max(largest, size);
    }
    // The values, and beside them the bytes of the member that is being read.
    const std::int64_t free = availableMemory();
    if (saturatingAdd(total, largest) > free)
        return fail(Error{"memory",
                          {},
                          {},
                          {},
                          words("{path}: its arrays of {size} MiB do not fit into memory, of which "
                                "{free} MiB are free",
                                path, total >> 20, free >> 20)});
    return {};
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
    const ZipMember file(zip_fopen_index(archive, index, 0));
    if (!file)
        return fileError(what, verbatim(zip_strerror(archive)));
    Bytes content;
    // A wrong size must not cost memory: grow with what really comes.
    constexpr std::size_t kBlock = 1 << 20;
    while (content.size() < stat.size) {
        const std::size_t before = content.size();
        const auto wanted = std::min<std::size_t>(kBlock, stat.size - before);
        content.resize(before + wanted);
        const zip_int64_t got = zip_fread(file.get(), content.data() + before, wanted);
        if (got <= 0)
            return fileError(what, got < 0 ? verbatim(zip_file_strerror(file.get()))
                                           : words("is cut short"));
        content.resize(before + static_cast<std::size_t>(got));
    }
    // Reading past the end makes libzip compare the checksum.
    unsigned char extra = 0;
    if (zip_fread(file.get(), &extra, 1) < 0)
        return fileError(what, verbatim(zip_file_strerror(file.get())));
    return content;
}

/// A member as libzip asks for it when the archive is closed: the head from here, the values from
/// where the tensor has them.
struct MemberSource
{
    Bytes head;
    Tensor tensor;
    std::size_t at = 0;

    [[nodiscard]] std::size_t size() const
    {
        return head.size() + static_cast<std::size_t>(tensor.bytes());
    }

    std::size_t read(unsigned char *to, std::size_t most)
    {
        std::size_t done = 0;
        if (at < head.size()) {
            done = std::min(most, head.size() - at);
            std::copy_n(head.begin() + static_cast<std::ptrdiff_t>(at), done, to);
        }
        const std::size_t left = std::min(most - done, size() - at - done);
        if (left > 0)
            std::memcpy(to + done,
                        reinterpret_cast<const unsigned char *>(tensor.data()) + at + done -
                            head.size(),
                        left);
        at += done + left;
        return done + left;
    }
};

zip_int64_t serve(void *user, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    auto *source = static_cast<MemberSource *>(user);
    switch (command) {
    case ZIP_SOURCE_OPEN:
        source->at = 0;
        return 0;
    case ZIP_SOURCE_READ:
        return static_cast<zip_int64_t>(
            source->read(static_cast<unsigned char *>(data), static_cast<std::size_t>(length)));
    case ZIP_SOURCE_CLOSE:
        return 0;
    case ZIP_SOURCE_STAT: {
        auto *stat = static_cast<zip_stat_t *>(data);
        zip_stat_init(stat);
        stat->size = source->size();
        stat->valid |= ZIP_STAT_SIZE;
        return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_ERROR: {
        zip_error_t none;
        zip_error_init(&none);
        return zip_error_to_data(&none, data, length);
    }
    case ZIP_SOURCE_FREE:
        delete source;
        return 0;
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                                              -1);
    default:
        return -1;
    }
}

std::unique_ptr<MemberSource> sourceOf(const NamedArray &member)
{
    if (member.array.text)
        return std::make_unique<MemberSource>(MemberSource{npyBytes(*member.array.text), {}});
    if constexpr (std::endian::native != std::endian::little)
        return std::make_unique<MemberSource>(MemberSource{npyBytes(member.array.tensor), {}});
    return std::make_unique<MemberSource>(
        MemberSource{npyHead(member.array.tensor), member.array.tensor});
}

Result<void> addMember(zip_t *archive, const NamedArray &member, const std::string &path)
{
    auto owned = sourceOf(member);
    zip_source_t *source = zip_source_function(archive, &serve, owned.get());
    if (source == nullptr)
        return fileError(path, verbatim(zip_strerror(archive)));
    static_cast<void>(owned.release()); // libzip frees it
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
    ZipArchive archive(zip_open(temporary.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
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

Result<std::vector<std::string>> npzNames(const std::string &path)
{
    const auto archive = openArchive(path);
    if (!archive)
        return fail(archive.error());
    const auto listed = members(archive->get(), path);
    if (!listed)
        return fail(listed.error());
    std::vector<std::string> names;
    for (const Listed &member : *listed)
        names.push_back(member.name);
    return names;
}

Result<std::vector<NamedArray>> readNpz(const std::string &path)
{
    return readNpz(path, [](const std::string &) { return true; });
}

Result<std::vector<NamedArray>> readNpz(const std::string &path,
                                        const std::function<bool(const std::string &name)> &wanted)
{
    const auto archive = openArchive(path);
    if (!archive)
        return fail(archive.error());
    auto listed = members(archive->get(), path);
    if (!listed)
        return fail(listed.error());
    std::erase_if(*listed, [&](const Listed &member) { return !wanted(member.name); });
    if (const auto held = checkSizes(archive->get(), path, *listed); !held)
        return fail(held.error());
    std::vector<NamedArray> arrays;
    for (Listed &member : *listed) {
        const std::string what = path + ": " + member.name + std::string(kEnding);
        const auto bytes = readMember(archive->get(), member.index, what);
        if (!bytes)
            return fail(bytes.error());
        auto array = parseNpy(*bytes, what);
        if (!array)
            return fail(array.error());
        arrays.push_back({std::move(member.name), std::move(*array)});
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
