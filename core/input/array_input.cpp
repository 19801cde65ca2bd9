// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/array_input.h"

#include "base/concat.h"
#include "input/sequence_sources.h"

#include <array>

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
std::string axesWords(int spatialRank, bool hasBatch, bool hasChannels)
{
    static constexpr std::array<std::string_view, 3> kAxes[] = {
        {"steps", "", ""}, {"rows", "columns", ""}, {"slices", "rows", "columns"}};
    std::string words = hasBatch ? "batch" : "";
    for (int axis = 0; axis < spatialRank; ++axis)
        words += concat(words.empty() ? "" : " × ", kAxes[spatialRank - 1][std::size_t(axis)]);
    return hasChannels ? words + " × channels" : words;
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
        return wrongRank(
            title,
            concat("an array of shape ", toString(array.extents()), " has ", array.rank(), " axes"),
            spatialRank);
    if (array.size() == 0)
        return fail(
            "input", {}, {},
            concat(title, ": an array of shape ", toString(array.extents()), " holds no values"));
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
    input.title = title;
    input.scaling = options.scaling == ValueScaling::MinusOneToOne ? "2 · stored − 1" : "as stored";
    input.notes.push_back(concat(toString(array.extents()), " read as ",
                                 axesWords(spatialRank, hasBatch, hasChannels)));
    return input;
}

} // namespace convscope
