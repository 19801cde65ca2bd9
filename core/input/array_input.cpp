// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/array_input.h"

#include "input/sequence_sources.h"

namespace convscope {

namespace {

int usualSpatialRank(const Extents &extents)
{
    switch (extents.size()) {
    case 5:
        return 3;
    case 3:
        return extents[0] == 1 ? 1 : 2;
    case 1:
        return 1;
    default:
        return 2;
    }
}

/// "rows × columns × channels" for the axes that are there.
Words axesWords(int spatialRank, bool hasBatch, bool hasChannels)
{
    Words axes = spatialRank == 1   ? words("steps")
                 : spatialRank == 2 ? words("rows × columns")
                                    : words("slices × rows × columns");
    if (hasBatch)
        return words("batch × {axes} × channels", std::move(axes));
    return hasChannels ? words("{axes} × channels", std::move(axes)) : axes;
}

Words scalingWords(ValueScaling scaling)
{
    return scaling == ValueScaling::MinusOneToOne ? words("2 · stored − 1") : words("as stored");
}

Result<Tensor> scaled(const Tensor &tensor, const std::string &title, ValueScaling scaling)
{
    if (scaling != ValueScaling::MinusOneToOne)
        return tensor;
    auto buffer = TensorBuffer::allocate(tensor.extents(), title);
    if (!buffer)
        return fail(buffer.error());
    const auto values = tensor.values();
    for (std::size_t i = 0; i < values.size(); ++i)
        buffer->data()[i] = 2 * values[i] - 1;
    return Tensor(std::move(*buffer));
}

} // namespace

Result<Input> arrayInput(const Tensor &array, const std::string &title, const InputOptions &options)
{
    const int spatialRank = options.spatialRank.value_or(usualSpatialRank(array.extents()));
    const int missing = spatialRank + 2 - array.rank();
    if (array.rank() == 0 || missing < 0 || missing > 2)
        return wrongRank(title,
                         words("an array of shape {shape} has {rank} axes",
                               toString(array.extents()), array.rank()),
                         spatialRank);
    if (array.size() == 0)
        return fail("input", {}, {},
                    words("{input}: an array of shape {shape} holds no values", title,
                          toString(array.extents())));
    const bool hasBatch = missing == 0;
    const bool hasChannels = missing < 2;
    Extents extents = array.extents();
    if (!hasBatch)
        extents.insert(extents.begin(), 1);
    if (!hasChannels)
        extents.push_back(1);
    auto tensor = scaled(array.extents() == extents ? array : array.reshaped(extents), title,
                         options.scaling);
    if (!tensor)
        return fail(tensor.error());
    Input input;
    input.tensor = std::move(*tensor);
    input.title = verbatim(title);
    input.scaling = scalingWords(options.scaling);
    input.notes.push_back(words("{shape} read as {axes}", toString(array.extents()),
                                axesWords(spatialRank, hasBatch, hasChannels)));
    return input;
}

} // namespace convscope
