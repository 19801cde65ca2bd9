// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/decode/decoders.h"

#include <png.h>

#include <algorithm>
#include <bit>
#include <csetjmp>
#include <cstring>

namespace convscope {

namespace {

struct Reading
{
    std::span<const unsigned char> bytes;
    std::size_t at = 0;
    std::string reason;
    bool isCutShort = false;
    png_structp png = nullptr;
    png_infop info = nullptr;

    Reading() = default;
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;
    ~Reading() { png_destroy_read_struct(&png, &info, nullptr); }
};

void onError(png_structp png, png_const_charp message)
{
    static_cast<Reading *>(png_get_error_ptr(png))->reason = message;
    png_longjmp(png, 1);
}

void onWarning(png_structp, png_const_charp) {}

void readBytes(png_structp png, png_bytep to, std::size_t count)
{
    auto &reading = *static_cast<Reading *>(png_get_io_ptr(png));
    reading.isCutShort = count > reading.bytes.size() - reading.at;
    if (reading.isCutShort)
        png_error(png, "end of file");
    std::memcpy(to, reading.bytes.data() + reading.at, count);
    reading.at += count;
}

// libpng leaves by longjmp: the two functions that it returns to hold nothing that needs a
// destructor.

bool readHeader(Reading &reading)
{
    png_structp png = reading.png;
    if (setjmp(png_jmpbuf(png)) != 0)
        return false;
    png_read_info(png, reading.info);
    png_set_expand(png);
    if (std::endian::native == std::endian::little)
        png_set_swap(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, reading.info);
    return true;
}

bool readRows(Reading &reading, png_bytepp rows)
{
    if (setjmp(png_jmpbuf(reading.png)) != 0)
        return false;
    png_read_image(reading.png, rows);
    png_read_end(reading.png, nullptr);
    return true;
}

Failure broken(const std::string &title, const Reading &reading)
{
    const Words reason =
        reading.isCutShort ? words("it ends in the middle of its data") : verbatim(reading.reason);
    return brokenPicture(title, "PNG", words("its data cannot be decoded ({reason})", reason));
}

} // namespace

Result<Pixels> decodePng(std::span<const unsigned char> bytes, const std::string &title)
{
    Reading reading;
    reading.bytes = bytes;
    reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, onError, onWarning);
    reading.info = reading.png != nullptr ? png_create_info_struct(reading.png) : nullptr;
    if (reading.info == nullptr)
        return fail("memory", {}, {}, words("{file} does not fit into memory", title));
    png_set_read_fn(reading.png, &reading, readBytes);
    // Sizes were checked against the memory before.
    png_set_user_limits(reading.png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    if (!readHeader(reading))
        return broken(title, reading);

    const int channels = png_get_channels(reading.png, reading.info);
    const int depth = png_get_bit_depth(reading.png, reading.info) == 16 ? CV_16U : CV_8U;
    auto values = newPixels(png_get_image_height(reading.png, reading.info),
                            png_get_image_width(reading.png, reading.info),
                            CV_MAKETYPE(depth, channels), title);
    if (!values)
        return fail(values.error());
    std::vector<png_bytep> rows(static_cast<std::size_t>(values->rows));
    for (int y = 0; y < values->rows; ++y)
        rows[static_cast<std::size_t>(y)] = values->ptr(y);
    if (!readRows(reading, rows.data()))
        return broken(title, reading);
    Pixels pixels{*values, {}};
    if (channels == 2 || channels == 4)
        pixels.alphaChannel = channels - 1;
    return pixels;
}

} // namespace convscope
