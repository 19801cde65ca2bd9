// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace convscope {

/// Height of every panel's header with its rule, logical pixels, so that the rules meet across
/// columns.
constexpr int kPanelHeader = 40;

} // namespace convscope
