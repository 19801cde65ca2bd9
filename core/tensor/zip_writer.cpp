// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/zip_writer.h"

#include "tensor/zip_handles.h"

#include <deque>

namespace convscope {

struct ZipWriter::State
{
    std::string path;
    /// libzip reads them when the archive is closed.
    std::deque<std::string> contents;
    ZipArchive archive;
};

ZipWriter::ZipWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ZipWriter::ZipWriter(ZipWriter &&) noexcept = default;
ZipWriter::~ZipWriter() = default;

Result<ZipWriter> ZipWriter::create(const std::string &path)
{
    int code = 0;
    auto state = std::make_unique<State>();
    state->path = path;
    state->archive.reset(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
    if (!state->archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string reason = zip_error_strerror(&error);
        zip_error_fini(&error);
        return fileError(path, words("cannot be written: {reason}", reason));
    }
    return ZipWriter(std::move(state));
}

Result<void> ZipWriter::addSource(const std::string &name, void *source)
{
    zip_t *archive = m_state->archive.get();
    auto *typed = static_cast<zip_source_t *>(source);
    const zip_int64_t index =
        typed == nullptr ? -1 : zip_file_add(archive, name.c_str(), typed, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        if (typed != nullptr)
            zip_source_free(typed);
        return fileError(m_state->path,
                         words("cannot be written: {reason}", zip_strerror(archive)));
    }
    const auto at = static_cast<zip_uint64_t>(index);
    zip_set_file_compression(archive, at, ZIP_CM_STORE, 0);
    zip_file_set_dostime(archive, at, 0, kDosDate, 0);
    return {};
}

Result<void> ZipWriter::add(const std::string &name, std::string_view content)
{
    const std::string &kept = m_state->contents.emplace_back(content);
    return addSource(name, zip_source_buffer(m_state->archive.get(), kept.data(), kept.size(), 0));
}

Result<void> ZipWriter::addFile(const std::string &name, const std::string &path)
{
    return addSource(name, zip_source_file(m_state->archive.get(), path.c_str(), 0, 0));
}

Result<void> ZipWriter::close()
{
    if (zip_close(m_state->archive.get()) != 0)
        return fileError(m_state->path, words("cannot be written: {reason}",
                                              zip_strerror(m_state->archive.get())));
    static_cast<void>(m_state->archive.release());
    return {};
}

} // namespace convscope
