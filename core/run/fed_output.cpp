// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "run/fed_output.h"

#include "layers/unknown_layer.h"
#include "tensor/file_bytes.h"
#include "tensor/npz.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>

namespace convscope {

namespace {

/// What a file is decides, not its ending.
bool isZip(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    char head[2] = {};
    return file.read(head, 2) && head[0] == 'P' && head[1] == 'K';
}

/// Sizes that are stated agree; the others may be any.
bool hasShape(const Tensor &tensor, const Shape &stated)
{
    if (tensor.rank() != stated.rank())
        return false;
    for (int axis = 0; axis < stated.rank(); ++axis) {
        if (stated[axis] && *stated[axis] != tensor.extents()[static_cast<std::size_t>(axis)])
            return false;
    }
    return true;
}

Result<Tensor> fromArchive(const Layer &layer, const std::string &path)
{
    auto arrays = readNpz(path);
    if (!arrays)
        return fail(arrays.error());
    std::erase_if(*arrays, [](const NamedArray &one) { return one.array.tensor.isNull(); });
    if (arrays->empty())
        return fileError(path, words("holds no array of numbers"));
    if (arrays->size() == 1)
        return arrays->front().array.tensor;
    const auto named = std::ranges::find(*arrays, layer.name(), &NamedArray::name);
    if (named != arrays->end())
        return named->array.tensor;
    const auto &stated = unknownLayer(layer).output;
    const auto fits = [&](const NamedArray &one) {
        return stated && hasShape(one.array.tensor, *stated);
    };
    if (std::ranges::count_if(*arrays, fits) == 1)
        return std::ranges::find_if(*arrays, fits)->array.tensor;
    std::vector<std::string> names;
    for (const NamedArray &one : *arrays)
        names.push_back(one.name);
    return fileError(path, words("holds several arrays ({names}), none of them called {layer}: "
                                 "call one so, or save it alone",
                                 fmt::format("{}", fmt::join(names, ", ")), layer.name()));
}

} // namespace

Result<Layer> fedFromFile(const Layer &layer, const std::string &path)
{
    if (!isUnknown(layer))
        return fedWith(layer, {});
    auto array = isZip(path) ? fromArchive(layer, path) : readNpy(path);
    if (!array)
        return fail(array.error());
    return fedWith(layer, std::move(*array), path);
}

} // namespace convscope
