// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/finding/list_filter.h"

#include "pages/page.h"
#include "params/inspector.h"
#include "stack/stack_panel.h"

#include <QApplication>

namespace convscope {

void openListFilter(StackPanel *stack, Page *page, Inspector *inspector)
{
    const QWidget *focus = QApplication::focusWidget();
    const auto isIn = [focus](const QWidget *panel) {
        return panel->isVisible() && focus != nullptr &&
               (panel == focus || panel->isAncestorOf(focus));
    };
    if (isIn(inspector) && inspector->startFilter())
        return;
    if (page->isVisible() && (isIn(page) || !stack->isVisible()) && page->startFilter())
        return;
    if (stack->isVisible())
        stack->startFilter();
}

} // namespace convscope
