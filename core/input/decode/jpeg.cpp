// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/decode/decoders.h"

#include <csetjmp>
#include <cstdio> // jpeglib.h needs FILE

#include <jpeglib.h>

#include <jerror.h>

namespace convscope {

namespace {

struct Reading
{
    jpeg_error_mgr errors{}; // first: the library hands back a pointer to it
    std::jmp_buf back{};
    std::string firstWarning;
    jpeg_decompress_struct jpeg{};

    Reading() = default;
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;
    ~Reading() { jpeg_destroy_decompress(&jpeg); }

    std::string message()
    {
        char text[JMSG_LENGTH_MAX];
        errors.format_message(reinterpret_cast<j_common_ptr>(&jpeg), text);
        return text;
    }
};

Reading &readingOf(j_common_ptr jpeg)
{
    return *reinterpret_cast<Reading *>(jpeg->err);
}

void onError(j_common_ptr jpeg)
{
    std::longjmp(readingOf(jpeg).back, 1);
}

void onMessage(j_common_ptr jpeg, int level)
{
    if (level >= 0)
        return;
    Reading &reading = readingOf(jpeg);
    if (reading.errors.num_warnings++ == 0)
        reading.firstWarning = reading.message();
}

void print(j_common_ptr) {}

// libjpeg leaves by longjmp: the two functions that it returns to hold nothing that needs a
// destructor.

bool readHeader(Reading &reading, std::span<const unsigned char> bytes)
{
    if (setjmp(reading.back) != 0)
        return false;
    jpeg_create_decompress(&reading.jpeg);
    jpeg_mem_src(&reading.jpeg, bytes.data(), static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&reading.jpeg, TRUE);
    switch (reading.jpeg.jpeg_color_space) {
    case JCS_GRAYSCALE:
        reading.jpeg.out_color_space = JCS_GRAYSCALE;
        break;
    case JCS_CMYK:
    case JCS_YCCK:
        reading.jpeg.out_color_space = JCS_CMYK;
        break;
    default:
        reading.jpeg.out_color_space = JCS_RGB;
    }
    jpeg_start_decompress(&reading.jpeg);
    return true;
}

bool readRows(Reading &reading, cv::Mat &values)
{
    if (setjmp(reading.back) != 0)
        return false;
    while (reading.jpeg.output_scanline < reading.jpeg.output_height) {
        JSAMPROW row = values.ptr(static_cast<int>(reading.jpeg.output_scanline));
        jpeg_read_scanlines(&reading.jpeg, &row, 1);
    }
    jpeg_finish_decompress(&reading.jpeg);
    return true;
}

Failure refusal(const std::string &title, Reading &reading)
{
    const std::string message = reading.message();
    switch (reading.errors.msg_code) {
    case JERR_SOF_UNSUPPORTED:
    case JERR_BAD_PRECISION:
    case JERR_ARITH_NOTIMPL:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_FRACT_SAMPLE_NOTIMPL:
        return unreadPicture(title, "JPEG", message);
    default:
        return brokenPicture(title, "JPEG",
                             words("its data cannot be decoded ({reason})", message));
    }
}

} // namespace

Result<Pixels> decodeJpeg(std::span<const unsigned char> bytes, const std::string &title)
{
    Reading reading;
    reading.jpeg.err = jpeg_std_error(&reading.errors);
    reading.errors.error_exit = onError;
    reading.errors.emit_message = onMessage;
    reading.errors.output_message = print;
    if (!readHeader(reading, bytes))
        return refusal(title, reading);
    const int channels = reading.jpeg.output_components;
    auto values = newPixels(reading.jpeg.output_height, reading.jpeg.output_width,
                            CV_MAKETYPE(CV_8U, channels), title);
    if (!values)
        return fail(values.error());
    if (!readRows(reading, *values))
        return refusal(title, reading);
    Pixels pixels{*values, {}};
    if (channels == 4) {
        // Every program stores them inverted, as Photoshop began to.
        auto colours = rgbOfInks(*values, true, title);
        if (!colours)
            return fail(colours.error());
        pixels.values = *colours;
        pixels.notes.push_back(words("converted from CMYK to RGB"));
    }
    if (reading.errors.num_warnings > 0)
        pixels.notes.push_back(words("damaged: {reason}", reading.firstWarning));
    return pixels;
}

} // namespace convscope
