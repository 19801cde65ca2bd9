// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/zip_file.h"

#include "tensor/tensor.h"
#include "tensor/zip_handles.h"
#include "tensor/zip_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace convscope {

namespace {

/// Deflate packs at most 1032 bytes into one; a member that claims more lies about its size.
constexpr zip_uint64_t kMostPerByte = 1100;
/// So much is taken without a look at what is free, which costs more than a small member does.
constexpr zip_uint64_t kTakenUnasked = 1 << 20;

std::string reasonOf(zip_error_t &error)
{
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

Words openingReason(int code)
{
    switch (code) {
    case ZIP_ER_NOENT:
        return words("there is no such file");
    case ZIP_ER_NOZIP:
        return words(
            "is not a complete zip archive: its table of contents, which stands at the end, "
            "is missing");
    default: {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        return words("is a damaged zip archive: {reason}", reasonOf(error));
    }
    }
}

} // namespace

struct ZipFile::State
{
    std::string what;
    std::shared_ptr<const Bytes> bytes;
    ZipArchive archive;
    /// By name: where the member is, and whether there is another of that name.
    struct Place
    {
        zip_uint64_t index = 0;
        bool isTwice = false;
    };
    std::unordered_map<std::string, Place> places;
};

ZipFile::ZipFile(std::unique_ptr<State> state) : m_state(std::move(state))
{
    const zip_int64_t count = zip_get_num_entries(m_state->archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char *name = zip_get_name(m_state->archive.get(), static_cast<zip_uint64_t>(i), 0);
        m_names.emplace_back(name != nullptr ? name : "");
        const auto [place, isNew] =
            m_state->places.try_emplace(m_names.back(), State::Place{static_cast<zip_uint64_t>(i)});
        place->second.isTwice = place->second.isTwice || !isNew;
    }
}

ZipFile::ZipFile(ZipFile &&) noexcept = default;
ZipFile &ZipFile::operator=(ZipFile &&) noexcept = default;
ZipFile::~ZipFile() = default;

Result<ZipFile> ZipFile::open(const std::string &path)
{
    int code = 0;
    auto state = std::make_unique<State>();
    state->what = path;
    if (zip_source_t *source = blockSource(path)) {
        zip_error_t error;
        zip_error_init(&error);
        state->archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
        code = zip_error_code_zip(&error);
        zip_error_fini(&error);
        if (!state->archive)
            zip_source_free(source);
    } else {
        state->archive.reset(zip_open(path.c_str(), ZIP_RDONLY, &code));
    }
    if (!state->archive)
        return fileError(path, openingReason(code));
    return ZipFile(std::move(state));
}

Result<ZipFile> ZipFile::openBytes(std::shared_ptr<const Bytes> bytes, const std::string &what)
{
    zip_error_t error;
    zip_error_init(&error);
    auto state = std::make_unique<State>();
    state->what = what;
    state->bytes = std::move(bytes);
    zip_source_t *source =
        zip_source_buffer_create(state->bytes->data(), state->bytes->size(), 0, &error);
    if (source != nullptr)
        state->archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!state->archive) {
        const int code = zip_error_code_zip(&error);
        if (source != nullptr)
            zip_source_free(source);
        zip_error_fini(&error);
        return fileError(what, openingReason(code));
    }
    zip_error_fini(&error);
    return ZipFile(std::move(state));
}

bool ZipFile::has(std::string_view name) const
{
    return m_state->places.contains(std::string(name));
}

Result<Bytes> ZipFile::read(std::string_view name, const Progress &progress) const
{
    const std::string what = fmt::format("{}: {}", m_state->what, name);
    const auto found = m_state->places.find(std::string(name));
    if (found == m_state->places.end())
        return fileError(m_state->what, words("holds no {member}", name));
    if (found->second.isTwice)
        return fileError(what, words("occurs twice in the archive"));
    zip_t *archive = m_state->archive.get();
    const zip_uint64_t index = found->second.index;
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(archive, index, 0, &stat) != 0 || (stat.valid & kNeeded) != kNeeded)
        return fileError(what, words("its entry in the archive is damaged"));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return fileError(what, words("is encrypted"));
    if (stat.size / kMostPerByte > stat.comp_size)
        return fileError(
            what, words("claims {size} bytes, more than the {packed} bytes packed for it can hold",
                        stat.size, stat.comp_size));
    if (stat.size > kTakenUnasked && stat.size > static_cast<zip_uint64_t>(availableMemory()))
        return fail("memory", {}, {},
                    words("{file}: its {size} MiB do not fit into memory", what, stat.size >> 20));
    const ZipMember file(zip_fopen_index(archive, index, 0));
    if (!file)
        return fileError(what, verbatim(zip_strerror(archive)));
    Bytes content(stat.size);
    constexpr std::size_t kBlock = 4 << 20;
    for (std::size_t done = 0; done < content.size();) {
        if (progress &&
            !progress(static_cast<std::int64_t>(done), static_cast<std::int64_t>(content.size())))
            return fail("cancelled", {}, {}, words("Interrupted."));
        const std::size_t wanted = std::min(kBlock, content.size() - done);
        const zip_int64_t got = zip_fread(file.get(), content.data() + done, wanted);
        if (got <= 0)
            return fileError(what,
                             got < 0 ? words("is damaged: {reason}", zip_file_strerror(file.get()))
                                     : words("is cut short"));
        done += static_cast<std::size_t>(got);
    }
    // Reading past the end makes libzip compare the checksum.
    unsigned char extra = 0;
    if (zip_fread(file.get(), &extra, 1) < 0)
        return fileError(what, words("is damaged: {reason}", zip_file_strerror(file.get())));
    return content;
}

} // namespace convscope
