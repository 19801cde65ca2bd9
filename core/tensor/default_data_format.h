// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tensor/data_format.h"

#include <functional>

namespace convscope {

/// What data_format=None stands for: channels_last until somebody says otherwise. Thread-safe.
[[nodiscard]] DataFormat defaultDataFormat();

/// Replaces where the answer comes from; an empty function restores channels_last. keras_config.h
/// installs the reader of ~/.keras/keras.json here.
void setDefaultDataFormatSource(std::function<DataFormat()> source);

} // namespace convscope
