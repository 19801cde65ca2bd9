// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace convscope {

/// Where a tensor keeps its channels: (batch, spatial…, channels) or (batch, channels, spatial…).
enum class DataFormat
{
    ChannelsLast,
    ChannelsFirst
};

/// Keras' padding words; `Causal` for 1-D convolutions only.
enum class Padding
{
    Valid,
    Same,
    Causal
};

[[nodiscard]] std::string_view toString(DataFormat format);
[[nodiscard]] std::string_view toString(Padding padding);

} // namespace convscope
