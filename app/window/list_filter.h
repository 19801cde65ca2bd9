// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace convscope {

class MainWindow;

/// Opens the filter of the list that has the focus: the layers, the maps (also from the large map)
/// or the arguments; without a focus the first of them that is shown.
void openListFilter(MainWindow *window);

} // namespace convscope
