// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace convscope {

class MainWindow;

/// Opens the pop-up that adds a layer at `position` of the model: every class with the shape it
/// would give there, or why it cannot go there.
void showLayerFinder(MainWindow *window, int position);

/// Opens the pop-up over all actions, the layers of the stack and the arguments of the selected
/// one.
void showActionFinder(MainWindow *window);

} // namespace convscope
