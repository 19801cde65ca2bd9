// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "stack/finder_popup.h"

#include <vector>

class QMenu;

namespace convscope {

/// Every class of layers as something to find: what it would give at a position of the stack, or
/// why it does not go there. Ids are places in layerTypes().
[[nodiscard]] std::vector<FinderEntry> layerClassEntries(const ModelDocument &document,
                                                         int position);
/// Adds a layer of the class with this id and selects it.
void insertLayerClass(const PageContext &context, int position, int id);

/// Fills a menu with a submenu per group of classes. They add a layer below the selected one; what
/// does not go there is disabled and says why.
void fillLayerClassMenu(QMenu *menu, const PageContext &context);

} // namespace convscope
