// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "shape_argument.h"

#include "keras/python_literal.h"

#include <algorithm>
#include <string>

namespace convscope {

namespace {

using json = nlohmann::ordered_json;

Failure refuse(std::string_view text)
{
    return fail("usage", "input_shape",
                json(std::string(text)).dump(-1, ' ', false, json::error_handler_t::replace),
                words("--input-shape expects extents from 1 with the batch first, None or ? where "
                      "unknown, like 4,600,600,3; received '{text}'.",
                      text));
}

} // namespace

Result<Shape> parseShape(std::string_view text)
{
    std::string python;
    for (const char c : text)
        python += c == '?' ? std::string("None") : std::string(1, c);
    auto value = parsePythonLiteral(python);
    if (!value)
        return refuse(text);
    if (!value->is_array())
        *value = json::array({*value});
    std::vector<Dim> dims;
    for (const json &item : *value) {
        const bool isExtent = item.is_number_integer() && item.get<std::int64_t>() >= 1;
        if (!isExtent && !item.is_null())
            return refuse(text);
        dims.push_back(isExtent ? Dim(item.get<std::int64_t>()) : Dim());
    }
    if (dims.empty())
        return refuse(text);
    return Shape(std::move(dims));
}

} // namespace convscope
