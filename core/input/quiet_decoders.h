// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace convscope {

/// OpenCV logs failures of its back ends to stderr; what matters of them is in our messages.
void quietDecoders();

} // namespace convscope
