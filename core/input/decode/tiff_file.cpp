// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/decode/tiff_file.h"

#include <tiffio.h>

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>

namespace convscope {

namespace {

TiffFile &fileOf(thandle_t handle)
{
    return *static_cast<TiffFile *>(handle);
}

tmsize_t readPart(thandle_t handle, void *to, tmsize_t count)
{
    TiffFile &file = fileOf(handle);
    const std::size_t rest = file.bytes.size() - std::min(file.at, file.bytes.size());
    const std::size_t part = std::min(rest, static_cast<std::size_t>(std::max<tmsize_t>(count, 0)));
    if (part > 0)
        std::memcpy(to, file.bytes.data() + file.at, part);
    file.at += part;
    return static_cast<tmsize_t>(part);
}

tmsize_t writePart(thandle_t, void *, tmsize_t)
{
    return -1;
}

toff_t seekTo(thandle_t handle, toff_t offset, int from)
{
    TiffFile &file = fileOf(handle);
    const std::size_t base = from == SEEK_CUR ? file.at : from == SEEK_END ? file.bytes.size() : 0;
    file.at = base + static_cast<std::size_t>(offset);
    return file.at;
}

int closeFile(thandle_t)
{
    return 0;
}

toff_t sizeOf(thandle_t handle)
{
    return fileOf(handle).bytes.size();
}

int map(thandle_t handle, void **base, toff_t *size)
{
    *base = const_cast<unsigned char *>(fileOf(handle).bytes.data()); // read only
    *size = fileOf(handle).bytes.size();
    return 1;
}

void unmap(thandle_t, void *, toff_t) {}

int keepError(TIFF *, void *user, const char *, const char *format, va_list arguments)
{
    auto &file = *static_cast<TiffFile *>(user);
    if (file.firstError.empty()) {
        char text[256];
        std::vsnprintf(text, sizeof text, format, arguments);
        file.firstError = text;
        while (file.firstError.ends_with('.'))
            file.firstError.pop_back();
    }
    return 1;
}

int dropWarning(TIFF *, void *, const char *, const char *, va_list)
{
    return 1;
}

} // namespace

TiffFile::TiffFile(std::span<const unsigned char> content) : bytes(content)
{
    // No directory or strip of an honest file needs more at once; a dishonest one may ask for it.
    constexpr tmsize_t kLargestPiece = tmsize_t{1} << 31;
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
    if (options == nullptr)
        return;
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, kLargestPiece);
    TIFFOpenOptionsSetErrorHandlerExtR(options, keepError, this);
    TIFFOpenOptionsSetWarningHandlerExtR(options, dropWarning, nullptr);
    m_handle = TIFFClientOpenExt("picture", "r", this, readPart, writePart, seekTo, closeFile,
                                 sizeOf, map, unmap, options);
    TIFFOpenOptionsFree(options);
}

TiffFile::~TiffFile()
{
    if (m_handle != nullptr)
        TIFFClose(m_handle);
}

Words TiffFile::reason() const
{
    return firstError.empty() ? words("its data cannot be decoded") : verbatim(firstError);
}

} // namespace convscope
