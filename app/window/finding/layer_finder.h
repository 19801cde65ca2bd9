// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"

#include <QPoint>

class QWidget;

namespace convscope {

/// Opens the list of layers to add at a position of the stack, with the shape each would give
/// there, at a place of the screen over `window`. The chosen one is added and selected.
void showLayerFinder(const PageContext &context, int position, QPoint at, QWidget *window);

} // namespace convscope
