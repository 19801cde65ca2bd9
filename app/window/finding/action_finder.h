// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"

class QWidget;

namespace convscope {

class Actions;
class Inspector;

/// Opens the list of all that can be done and gone to, over `window`: actions, layers of the stack,
/// arguments of the selected layer.
void showActionFinder(const PageContext &context, Actions *all, Inspector *inspector,
                      QWidget *window);

} // namespace convscope
