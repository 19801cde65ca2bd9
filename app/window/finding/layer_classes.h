// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "stack/finder_popup.h"

#include <vector>

class QMenu;

namespace convscope {

/// Where a layer is added: below the layer before `position`, read by `reader` in its place or by
/// all who read it (−1); see insertBelow() in model/rewire.h.
struct LayerPlace
{
    int position = 0;
    int reader = -1;
};

/// Every class of layers as something to find: what it would give at a place of the stack, or why
/// it does not go there. Ids are places in layerTypes().
[[nodiscard]] std::vector<FinderEntry> layerClassEntries(const ModelDocument &document,
                                                         const LayerPlace &place);
/// Adds a layer of the class with this id and selects it.
void insertLayerClass(const PageContext &context, const LayerPlace &place, int id);

/// Fills a menu with a submenu per group of classes. They add a layer below the selected one; what
/// does not go there is disabled and says why.
void fillLayerClassMenu(QMenu *menu, const PageContext &context);

} // namespace convscope
