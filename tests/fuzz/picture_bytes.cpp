// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "fuzz/fuzz_target.h"
#include "input/picture_header.h"
#include "input/volume_sources.h"

using namespace convscope;

/// Pictures of every kind, as one picture and, where the file holds several pages, as a volume.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::span<const unsigned char> bytes{data, size};
    for (const Alpha alpha : {Alpha::Drop, Alpha::OverWhite, Alpha::Keep}) {
        InputOptions options;
        options.alpha = alpha;
        const auto picture = decodePicture(bytes, "the picture", options);
        if (picture && picture->tensor.rank() != 4)
            fuzz::found("a picture of another rank");
    }
    const auto header = readPictureHeader(bytes);
    if (header && header->damage.isEmpty() && header->pages > 1) {
        InputOptions options;
        options.maxSlices = 4;
        static_cast<void>(readPages("the pages", bytes, *header, options));
    }
    return 0;
}
