// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace convscope {

class LayerResults;
class ModelDocument;
class Selection;
class StatusSink;
class Theme;

/// What pages and the window's helpers work on. All of it stays as long as the window does; they
/// do not touch it in their destructors.
struct PageContext
{
    ModelDocument *document = nullptr;
    LayerResults *results = nullptr;
    Selection *selection = nullptr;
    Theme *theme = nullptr;
    StatusSink *status = nullptr;
};

} // namespace convscope
