// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace convscope {

/// Red, green and blue as grey; as every program weighs them since ITU-R BT.601.
[[nodiscard]] inline double luminance(const float *pixel)
{
    return 0.299 * double(pixel[0]) + 0.587 * double(pixel[1]) + 0.114 * double(pixel[2]);
}

} // namespace convscope
