// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "tensor/data_format.h"

#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// What keras.json says, or Keras' defaults where it says nothing.
struct KerasConfig
{
    DataFormat imageDataFormat = DataFormat::ChannelsLast;
    std::string floatx = "float32";
    double epsilon = 1e-7;
    /// The file that was read; empty where there is none.
    std::string path;
    /// For people: an unreadable file, keys of Keras 1, a floatx that is not computed in.
    std::vector<Words> warnings;

    bool operator==(const KerasConfig &) const = default;
};

/// The folder Keras looks in: $KERAS_HOME (with ~), else ~/.keras, else /tmp/.keras where the home
/// folder cannot be written.
[[nodiscard]] std::string kerasDirectory();

/// Reads DIRECTORY/keras.json and never writes. A missing file gives the defaults; one that is no
/// JSON object the defaults and a warning; a wrong value is an error "file" naming file, key and
/// value.
[[nodiscard]] Result<KerasConfig> readKerasConfig(const std::string &directory);

/// The process's configuration: read once, at the first call, unless set. From then on
/// defaultDataFormat() (tensor/default_data_format.h) answers with it. Thread-safe.
[[nodiscard]] Result<KerasConfig> kerasConfig();
/// Replaces it for the process; nullopt: the file is read again at the next call.
void setKerasConfig(std::optional<KerasConfig> config);

} // namespace convscope
