// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace convscope {

class Inspector;
class Page;
class StackPanel;

/// Opens the filter of the list that has the focus: the layers, the page's (maps) or the arguments;
/// without a focus the first of them that is shown.
void openListFilter(StackPanel *stack, Page *page, Inspector *inspector);

} // namespace convscope
