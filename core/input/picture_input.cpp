// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/picture_input.h"

namespace convscope {

Result<Input> pictureInput(Pixels pixels, const std::string &title, const InputOptions &options)
{
    Input input;
    input.hasAlpha = pixels.hasAlpha;
    input.notes = std::move(pixels.notes);
    input.title = verbatim(title);
    const int rank = options.spatialRank.value_or(2);
    cv::Mat shown = pixels.values;
    if (rank == 1) {
        const std::int64_t row = options.row.value_or(shown.rows / 2);
        if (row < 0 || row >= shown.rows)
            return fail("input", "row", std::to_string(row),
                        words("{input}: expected a row from 0 to {last}, received {received}",
                              title, shown.rows - 1, row));
        shown = shown.row(static_cast<int>(row));
        input.title = words("row {row} of {file}", row, title);
        input.rowCount = pixels.values.rows;
    } else if (rank == 3) {
        input.title = words("{file} as one slice", title);
    }
    const std::int64_t rows = shown.rows;
    const std::int64_t columns = shown.cols;
    const std::int64_t channels = shown.channels();
    Extents extents{1, rows, columns, channels};
    if (rank == 1)
        extents = {1, columns, channels};
    else if (rank == 3)
        extents = {1, 1, rows, columns, channels};
    auto buffer = TensorBuffer::allocate(std::move(extents), title);
    if (!buffer)
        return fail(buffer.error());
    writeValues(shown, pixels.white, options.scaling, buffer->data());
    input.tensor = Tensor(std::move(*buffer));
    input.scaling = scalingText(shown.depth(), pixels.white, options.scaling);
    if (options.scaling == ValueScaling::PicturesAsStored)
        input.white = whiteOf(shown.depth(), pixels.white);
    input.channelNames = usualChannelNames(shown.channels());
    return input;
}

Result<Input> decodePicture(std::span<const unsigned char> bytes, const std::string &title,
                            const InputOptions &options)
{
    auto pixels = decodePixels(bytes, title, options.alpha);
    if (!pixels)
        return fail(pixels.error());
    return pictureInput(std::move(*pixels), title, options);
}

} // namespace convscope
