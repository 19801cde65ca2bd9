// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace convscope {

/// As people read it: "Ctrl+Shift+P", "Ctrl+Enter".
[[nodiscard]] QString keyText(const QKeySequence &key);
/// The first key of an action first: "Ctrl+Shift+Z  Ctrl+Y"; empty without keys.
[[nodiscard]] QString keysText(const QList<QKeySequence> &keys);

/// Why no action of the whole window may have this key, as a sentence; empty: it may. Keys that
/// type, that move inside fields, lists and maps, and those of the desktop and of input methods are
/// not for actions.
[[nodiscard]] QString keyRefusal(const QKeySequence &key);

} // namespace convscope
