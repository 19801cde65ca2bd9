// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/data_format.h"

#include "base/check.h"

namespace convscope {

std::string_view toString(DataFormat format)
{
    switch (format) {
    case DataFormat::ChannelsLast:
        return "channels_last";
    case DataFormat::ChannelsFirst:
        return "channels_first";
    }
    checkFailed("a known data format", std::source_location::current());
}

std::string_view toString(Padding padding)
{
    switch (padding) {
    case Padding::Valid:
        return "valid";
    case Padding::Same:
        return "same";
    case Padding::Causal:
        return "causal";
    }
    checkFailed("a known padding", std::source_location::current());
}

} // namespace convscope
