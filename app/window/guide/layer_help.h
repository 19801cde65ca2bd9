// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "layers/layer_type.h"

#include <QString>

class QWidget;

namespace convscope {

/// What a layer class does and what each argument means, as HTML; made from its schema.
[[nodiscard]] QString layerHelp(const LayerType &type);

/// Shows it in a window of its own, which deletes itself; begins at `argument` where one is named.
void showLayerHelp(const LayerType &type, QWidget *parent, const QString &argument = {});

} // namespace convscope
