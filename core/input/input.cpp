// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/input.h"

#include "input/array_input.h"
#include "input/byte_reader.h"
#include "input/patterns.h"
#include "input/picture_header.h"
#include "input/sequence_sources.h"
#include "input/source_name.h"
#include "input/volume_sources.h"
#include "tensor/file_bytes.h"
#include "tensor/npy.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace convscope {

namespace {

bool isVideoEnding(std::string_view ending)
{
    static constexpr std::array<std::string_view, 16> kEndings{
        "avi", "mp4", "m4v", "mov", "mkv", "webm", "mpg", "mpeg",
        "mts", "ts",  "wmv", "flv", "ogv", "3gp",  "gif", "mjpeg"};
    return std::ranges::find(kEndings, ending) != kEndings.end();
}

bool isTableEnding(std::string_view ending)
{
    return ending == "csv" || ending == "tsv" || ending == "txt" || ending == "dat";
}

/// The first bytes: a video is never read whole into memory.
std::vector<unsigned char> startOf(const std::string &path)
{
    std::vector<unsigned char> start(32);
    std::ifstream file(path, std::ios::binary);
    file.read(reinterpret_cast<char *>(start.data()), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    return start;
}

Result<Input> readArray(const Bytes &bytes, const std::string &title, const InputOptions &options)
{
    const auto array = parseNpy(bytes, title);
    if (!array)
        return fail(array.error());
    if (array->tensor.isNull())
        return fail("file", {}, {}, words("{file} holds text, expected numbers", title));
    return arrayInput(array->tensor, title, options);
}

bool isVideo(const ByteReader &mark, const std::vector<unsigned char> &start,
             std::string_view ending)
{
    const bool isRiffVideo = mark.reads(0, "RIFF") && mark.reads(8, "AVI ");
    return isRiffVideo || (!start.empty() && isVideoEnding(ending) && !readPictureHeader(start));
}

/// What the content says comes first, the name's ending decides what has no mark of its own.
Result<Input> readFile(const std::string &path, const InputOptions &options)
{
    if (auto readable = checkReadable(path); !readable)
        return fail(readable.error());
    const std::string title = fileName(path);
    const std::string ending = fileEnding(path);
    // What is read from a pipe is gone.
    std::error_code ignored;
    const bool isPipe = std::filesystem::is_fifo(path, ignored);
    const std::vector<unsigned char> start = isPipe ? Bytes() : startOf(path);
    if (isVideo(ByteReader(start), start, ending))
        return readVideo(path, options);

    const auto bytes = readFileBytes(path);
    if (!bytes)
        return fail(bytes.error());
    const ByteReader mark(*bytes);
    if (bytes->empty())
        return fail("file", {}, {}, words("{file} is empty", title));
    if (mark.reads(0, "\x93NUMPY") || ending == "npy")
        return readArray(*bytes, title, options);
    if (isSound(*bytes))
        return readSound(*bytes, title, options);
    const auto header = readPictureHeader(*bytes);
    if (header && header->pages > 1)
        return readPages(title, *bytes, *header, options);
    if (!header && isTableEnding(ending)) {
        const std::string_view text(reinterpret_cast<const char *>(bytes->data()), bytes->size());
        return parseTable(text, title, options);
    }
    return decodePicture(*bytes, title, options);
}

} // namespace

Result<Input> readInput(const std::string &pathOrPattern, const InputOptions &options)
{
    if (pathOrPattern.starts_with("pattern:")) {
        const auto spec = parsePattern(pathOrPattern, options);
        if (!spec)
            return fail(spec.error());
        return patternInput(*spec, options);
    }
    std::error_code ignored;
    auto input = std::filesystem::is_directory(pathOrPattern, ignored)
                     ? readFolder(pathOrPattern, options)
                     : readFile(pathOrPattern, options);
    if (input)
        input->source = pathOrPattern;
    return input;
}

} // namespace convscope
