// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "shape_json.h"

namespace convscope {

using nlohmann::ordered_json;

ordered_json toJson(const Shape &shape)
{
    ordered_json array = ordered_json::array();
    for (const Dim &dim : shape.dims())
        array.push_back(orNull(dim));
    return array;
}

ordered_json toJson(std::span<const Shape> inputShapes)
{
    if (inputShapes.size() == 1)
        return toJson(inputShapes.front());
    ordered_json array = ordered_json::array();
    for (const Shape &shape : inputShapes)
        array.push_back(toJson(shape));
    return array;
}

} // namespace convscope
