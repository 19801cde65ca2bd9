// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/prepare_input.h"

namespace convscope {

InputOptions readingOptions(const StatedInput &stated, const InputPreparation &preparation)
{
    InputOptions options;
    options.scaling = ValueScaling::PicturesAsStored;
    options.row = preparation.row;
    options.frame = preparation.frame;
    options.alpha = preparation.alpha.value_or(Alpha::Drop);
    const int rank = stated.shape.rank();
    if (rank < 3 || rank > 5)
        return options;
    options.spatialRank = rank - 2;
    const Dim channels = stated.shape[channelAxis(stated.format, rank)];
    if (!preparation.alpha && channels == 4)
        options.alpha = Alpha::Keep;
    options.channels = channels;
    return options;
}

Result<Input> prepared(Input input, const StatedInput &stated, const InputPreparation &preparation,
                       PictureRange automatic)
{
    const bool hasAlpha = input.channelNames.size() == 4 && input.channelNames[3] == words("alpha");
    if (hasAlpha)
        input.notes.push_back(words("alpha kept as the fourth channel"));
    auto fits = fitted(std::move(input), stated, preparation.fit, preparation.anchor);
    if (!fits)
        return fits;
    return inRange(std::move(*fits), preparation.values, automatic);
}

} // namespace convscope
