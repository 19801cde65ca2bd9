// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/decode/decoders.h"

#include "input/decode/tiff_file.h"
#include "input/decode/tiff_samples.h"

#include <tiffio.h>

#include <algorithm>
#include <vector>

namespace convscope {

namespace {

/// What a page's directory says, checked: decoding may rely on it.
struct Page
{
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    int samples = 1;
    int photometric = PHOTOMETRIC_MINISBLACK;
    int depth = CV_8U;
    TiffSample sample;
    bool isPlanar = false;
    bool isTiled = false;
    /// libtiff's own conversion to 8-bit colours: rare colour spaces.
    bool isConverted = false;
    std::vector<std::uint16_t> extras; ///< EXTRASAMPLE_… of the channels behind the colours
    int orientation = 1;
};

std::uint16_t number(TIFF *tiff, ttag_t tag, std::uint16_t otherwise)
{
    std::uint16_t value = 0;
    return TIFFGetFieldDefaulted(tiff, tag, &value) == 1 ? value : otherwise;
}

Words kindWords(const Page &page)
{
    using Kind = TiffSample::Kind;
    switch (page.sample.kind) {
    case Kind::Float:
        return words("floats of {bits} bits", page.sample.bits);
    case Kind::Signed:
        return words("signed integers of {bits} bits", page.sample.bits);
    case Kind::Unsigned:
        break;
    }
    return words("unsigned integers of {bits} bits", page.sample.bits);
}

Result<void> readKind(TIFF *tiff, Page &page, const std::string &title)
{
    page.sample.bits = number(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    switch (number(tiff, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT)) {
    case SAMPLEFORMAT_UINT:
    case SAMPLEFORMAT_VOID:
        break;
    case SAMPLEFORMAT_INT:
        page.sample.kind = TiffSample::Kind::Signed;
        break;
    case SAMPLEFORMAT_IEEEFP:
        page.sample.kind = TiffSample::Kind::Float;
        break;
    default:
        return unreadPicture(title, "TIFF", words("its numbers are complex"));
    }
    const auto depth = page.sample.depth();
    if (!depth)
        return unreadPicture(title, "TIFF", words("its values are {kind}", kindWords(page)));
    page.depth = *depth;
    return {};
}

/// Which colours libtiff gives itself, and which have no meaning here.
Result<void> readColours(TIFF *tiff, Page &page, const std::string &title)
{
    const bool isJpeg = number(tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE) == COMPRESSION_JPEG;
    switch (page.photometric) {
    case PHOTOMETRIC_MINISWHITE:
    case PHOTOMETRIC_MINISBLACK:
    case PHOTOMETRIC_RGB:
    case PHOTOMETRIC_MASK:
    case PHOTOMETRIC_SEPARATED:
        break;
    case PHOTOMETRIC_PALETTE:
        if (page.samples != 1 || page.depth == CV_64F ||
            page.sample.kind != TiffSample::Kind::Unsigned)
            return unreadPicture(title, "TIFF", words("a palette with further channels"));
        break;
    case PHOTOMETRIC_YCBCR:
        if (isJpeg && !page.isPlanar)
            TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        else
            page.isConverted = true;
        break;
    case PHOTOMETRIC_CIELAB:
    case PHOTOMETRIC_LOGL:
    case PHOTOMETRIC_LOGLUV:
        page.isConverted = true;
        break;
    default:
        return unreadPicture(
            title, "TIFF",
            words("its colours are of the kind {kind} (photometric interpretation)",
                  page.photometric));
    }
    if (page.photometric == PHOTOMETRIC_RGB && page.samples < 3)
        return brokenPicture(title, "TIFF",
                             words("red, green and blue in {count} channels", page.samples));
    return {};
}

Result<Page> readPage(TIFF *tiff, const std::string &title)
{
    constexpr int kMostChannels = CV_CN_MAX;
    Page page;
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &page.rows);
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &page.columns);
    page.samples = number(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    page.photometric = number(tiff, TIFFTAG_PHOTOMETRIC,
                              page.samples >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK);
    page.isPlanar = page.samples > 1 && number(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG) ==
                                            PLANARCONFIG_SEPARATE;
    page.isTiled = TIFFIsTiled(tiff) != 0;
    page.orientation = number(tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    if (page.rows == 0 || page.columns == 0)
        return brokenPicture(title, "TIFF", words("a page states no size"));
    if (page.samples < 1 || page.samples > kMostChannels)
        return unreadPicture(title, "TIFF",
                             words("it has {count} channels, expected at most {limit}",
                                   page.samples, kMostChannels));
    const std::uint16_t compression = number(tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE);
    if (TIFFIsCODECConfigured(compression) == 0)
        return unreadPicture(title, "TIFF",
                             words("its compression is of the kind {kind}", compression));
    if (auto kind = readKind(tiff, page, title); !kind)
        return fail(kind.error());
    if (auto colours = readColours(tiff, page, title); !colours)
        return fail(colours.error());
    std::uint16_t count = 0;
    std::uint16_t *extras = nullptr;
    if (TIFFGetFieldDefaulted(tiff, TIFFTAG_EXTRASAMPLES, &count, &extras) == 1 && count > 0)
        page.extras.assign(extras, extras + count);
    return page;
}

/// Which channel is opacity, and whether the colours were multiplied by it.
void settleExtras(const Page &page, Pixels &pixels)
{
    const auto channels = static_cast<std::size_t>(pixels.values.channels());
    if (page.extras.size() < channels) {
        for (std::size_t i = 0; i < page.extras.size(); ++i) {
            if (page.extras[i] == EXTRASAMPLE_UNSPECIFIED)
                continue;
            pixels.alphaChannel = static_cast<int>(channels - page.extras.size() + i);
            pixels.isMultiplied = page.extras[i] == EXTRASAMPLE_ASSOCALPHA;
            return;
        }
    }
    // Writers that do not know the tag mean opacity by a fourth channel beside colours.
    if (page.extras.empty() && page.photometric == PHOTOMETRIC_RGB && channels == 4)
        pixels.alphaChannel = 3;
}

/// The next page is found without going through all before it.
bool goTo(TIFF *tiff, tdir_t page)
{
    const tdir_t now = TIFFCurrentDirectory(tiff);
    return now == page ||
           (page == now + 1 ? TIFFReadDirectory(tiff) == 1 : TIFFSetDirectory(tiff, page) == 1);
}

Failure brokenPage(const TiffFile &file, const std::string &title)
{
    return brokenPicture(title, "TIFF", file.reason());
}

/// Lines of one strip after another: no more than a line is held besides the picture.
Result<void> readStrips(const TiffFile &file, const Page &page, cv::Mat &values,
                        const std::string &title)
{
    TIFF *tiff = file.handle();
    const int planes = page.isPlanar ? page.samples : 1;
    const std::int64_t perLine = std::int64_t{page.columns} * (page.samples / planes);
    const auto lineBytes = static_cast<std::int64_t>(TIFFScanlineSize64(tiff));
    if (lineBytes * 8 < perLine * page.sample.bits)
        return brokenPage(file, title);
    std::vector<unsigned char> line(static_cast<std::size_t>(lineBytes));
    for (int plane = 0; plane < planes; ++plane)
        for (std::uint32_t y = 0; y < page.rows; ++y) {
            if (TIFFReadScanline(tiff, line.data(), y, static_cast<std::uint16_t>(plane)) != 1)
                return brokenPage(file, title);
            unpackSamples(page.sample, line.data(), perLine,
                          values.ptr(static_cast<int>(y)) +
                              static_cast<std::size_t>(plane) * values.elemSize1(),
                          planes);
        }
    return {};
}

Result<void> readTiles(const TiffFile &file, const Page &page, cv::Mat &values,
                       const std::string &title)
{
    TIFF *tiff = file.handle();
    const int planes = page.isPlanar ? page.samples : 1;
    const int perPixel = page.samples / planes;
    std::uint32_t tileColumns = 0;
    std::uint32_t tileRows = 0;
    TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &tileColumns);
    TIFFGetField(tiff, TIFFTAG_TILELENGTH, &tileRows);
    const auto rowBytes = static_cast<std::int64_t>(TIFFTileRowSize64(tiff));
    const auto tileBytes = static_cast<std::int64_t>(TIFFTileSize64(tiff));
    const std::int64_t neededBits = std::int64_t{tileColumns} * perPixel * page.sample.bits;
    if (tileColumns == 0 || tileRows == 0 || rowBytes * 8 < neededBits ||
        tileBytes / tileRows < rowBytes)
        return brokenPage(file, title);
    if (tileBytes > availableMemory())
        return fail(
            "memory", {}, {},
            words("{file}: a tile of {size} MiB is more than is free", title, tileBytes >> 20));
    std::vector<unsigned char> tile(static_cast<std::size_t>(tileBytes));
    for (int plane = 0; plane < planes; ++plane)
        for (std::uint32_t top = 0; top < page.rows; top += tileRows)
            for (std::uint32_t left = 0; left < page.columns; left += tileColumns) {
                if (TIFFReadTile(tiff, tile.data(), left, top, 0,
                                 static_cast<std::uint16_t>(plane)) < 0)
                    return brokenPage(file, title);
                const std::uint32_t rows = std::min(tileRows, page.rows - top);
                const std::int64_t count =
                    std::int64_t{std::min(tileColumns, page.columns - left)} * perPixel;
                for (std::uint32_t y = 0; y < rows; ++y)
                    unpackSamples(page.sample, tile.data() + y * rowBytes, count,
                                  values.ptr(static_cast<int>(top + y), static_cast<int>(left)) +
                                      static_cast<std::size_t>(plane) * values.elemSize1(),
                                  planes);
            }
    return {};
}

Result<cv::Mat> coloursOfPalette(TIFF *tiff, const Page &page, const cv::Mat &indices,
                                 const std::string &title)
{
    std::uint16_t *maps[3] = {};
    if (TIFFGetField(tiff, TIFFTAG_COLORMAP, &maps[0], &maps[1], &maps[2]) != 1)
        return brokenPicture(title, "TIFF", words("it lacks its palette"));
    const std::size_t entries = std::size_t{1} << page.sample.bits;
    bool isWide = false; // old writers stored 8 bits
    for (const std::uint16_t *map : maps)
        isWide = isWide || std::any_of(map, map + entries, [](auto value) { return value > 255; });
    auto colours = newPixels(indices.rows, indices.cols, CV_8UC3, title);
    if (!colours)
        return colours;
    for (int y = 0; y < indices.rows; ++y) {
        unsigned char *out = colours->ptr(y);
        for (int x = 0; x < indices.cols; ++x) {
            const std::size_t index =
                indices.depth() == CV_8U ? indices.ptr(y)[x] : indices.ptr<unsigned short>(y)[x];
            for (const std::uint16_t *map : maps)
                *out++ = static_cast<unsigned char>(map[index] >> (isWide ? 8 : 0));
        }
    }
    return colours;
}

/// Through libtiff's 8-bit colours, for colour spaces that are not stored as red, green and blue.
Result<Pixels> readConverted(const TiffFile &file, const Page &page, const std::string &title)
{
    char why[1024] = {};
    if (TIFFRGBAImageOK(file.handle(), why) == 0)
        return unreadPicture(title, "TIFF", why);
    auto rgba = newPixels(page.rows, page.columns, CV_8UC4, title);
    if (!rgba)
        return fail(rgba.error());
    if (TIFFReadRGBAImageOriented(file.handle(), page.columns, page.rows,
                                  reinterpret_cast<std::uint32_t *>(rgba->data), page.orientation,
                                  1) != 1)
        return brokenPage(file, title);
    Pixels pixels;
    cv::Mat colours(rgba->size(), CV_8UC3);
    const int kept[] = {0, 0, 1, 1, 2, 2};
    cv::mixChannels(&*rgba, 1, &colours, 1, kept, 3);
    pixels.values = colours;
    pixels.notes.push_back(words("converted to 8-bit RGB"));
    return pixels;
}

} // namespace

Result<Pixels> decodeTiff(const TiffFile &file, const std::string &title, int index)
{
    TIFF *tiff = file.handle();
    if (tiff == nullptr || !goTo(tiff, static_cast<tdir_t>(index)))
        return brokenPage(file, title);
    const auto page = readPage(tiff, title);
    if (!page)
        return fail(page.error());
    PictureHeader size;
    size.rows = page->rows;
    size.columns = page->columns;
    size.channels = page->samples;
    size.bitsPerChannel = static_cast<int>(8 * CV_ELEM_SIZE1(page->depth));
    if (auto fits = checkSize(size, title, 1); !fits)
        return fail(fits.error());
    Result<Pixels> pixels;
    if (page->isConverted) {
        pixels = readConverted(file, *page, title);
        if (!pixels)
            return pixels;
    } else {
        auto values =
            newPixels(page->rows, page->columns, CV_MAKETYPE(page->depth, page->samples), title);
        if (!values)
            return fail(values.error());
        const auto read = page->isTiled ? readTiles : readStrips;
        if (auto done = read(file, *page, *values, title); !done)
            return fail(done.error());
        pixels->values = *values;
        pixels->white = page->sample.largest();
        if (page->photometric == PHOTOMETRIC_MINISWHITE && pixels->white > 0)
            invertFirst(pixels->values, pixels->white);
        settleExtras(*page, *pixels);
    }
    if (page->photometric == PHOTOMETRIC_PALETTE) {
        auto colours = coloursOfPalette(tiff, *page, pixels->values, title);
        if (!colours)
            return fail(colours.error());
        pixels->values = *colours;
        pixels->white = 0;
    }
    const bool isCmyk = page->photometric == PHOTOMETRIC_SEPARATED &&
                        number(tiff, TIFFTAG_INKSET, INKSET_CMYK) == INKSET_CMYK &&
                        page->samples >= 4 && (page->sample.bits == 8 || page->sample.bits == 16) &&
                        page->sample.kind == TiffSample::Kind::Unsigned;
    if (isCmyk) {
        auto colours = rgbOfInks(pixels->values, false, title);
        if (!colours)
            return fail(colours.error());
        pixels->values = *colours;
        if (pixels->alphaChannel > 0)
            --pixels->alphaChannel;
        pixels->notes.push_back(words("converted from CMYK to RGB"));
    }
    turnUpright(*pixels, page->orientation);
    return pixels;
}

} // namespace convscope
