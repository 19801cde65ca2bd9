// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "window/finding/layer_classes.h"

#include <QPoint>

class QWidget;

namespace convscope {

/// Opens the list of layers to add at a place of the stack, with the shape each would give
/// there, at a place of the screen over `window`. The chosen one is added and selected.
void showLayerFinder(const PageContext &context, const LayerPlace &place, QPoint at,
                     QWidget *window);

} // namespace convscope
