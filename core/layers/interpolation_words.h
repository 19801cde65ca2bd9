// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/window/upsample.h"
#include "schema/schema.h"

namespace convscope {

/// Keras' words, but for bilinear_legacy: what old Keras 2 and TensorFlow.js call bilinear.
template <>
struct ChoiceWords<Interpolation>
{
    static constexpr std::array<std::string_view, 6> words{"nearest", "bilinear", "bilinear_legacy",
                                                           "bicubic", "lanczos3", "lanczos5"};
};

} // namespace convscope
