// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace convscope {

/// The Keras that wrote a config: some words mean different things in different versions.
struct KerasVersion
{
    int major = 3;
    int minor = 0;
    /// TensorFlow 2.0 to 2.2 wrote "2.2.4-tf" and "2.3.0-tf".
    bool isTensorFlow = false;

    [[nodiscard]] bool isKeras2() const { return major == 2; }
    /// Stand-alone Keras 2.2 and 2.3 enlarged bilinearly from the origin, not from half pixels.
    [[nodiscard]] bool hasLegacyBilinear() const
    {
        return major == 2 && (minor == 2 || minor == 3) && !isTensorFlow;
    }

    bool operator==(const KerasVersion &) const = default;
};

/// "2.2.4-tf" → {2, 2, true}; an empty or unreadable text → {3, 0, false}.
[[nodiscard]] KerasVersion kerasVersion(std::string_view text);

} // namespace convscope
