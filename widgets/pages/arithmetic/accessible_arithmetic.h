// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace convscope {

/// Screen readers find every cell of an ArithmeticView, tile and term as an item with its
/// words. Once.
void installAccessibleArithmetic();

} // namespace convscope
