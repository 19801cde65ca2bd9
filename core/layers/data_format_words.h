// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "schema/schema.h"
#include "tensor/data_format.h"

namespace convscope {

template <>
struct ChoiceWords<DataFormat>
{
    static constexpr std::array<std::string_view, 2> words{"channels_last", "channels_first"};
};

template <>
struct ChoiceWords<Padding>
{
    static constexpr std::array<std::string_view, 3> words{"valid", "same", "causal"};
};

} // namespace convscope
