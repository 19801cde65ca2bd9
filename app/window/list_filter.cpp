// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/list_filter.h"

#include "params/inspector.h"
#include "stack/stack_panel.h"
#include "window/main_window.h"

#include <QApplication>

namespace convscope {

void openListFilter(MainWindow *window)
{
    const QWidget *focus = QApplication::focusWidget();
    const auto isIn = [focus](const QWidget *panel) {
        return panel->isVisible() && focus != nullptr &&
               (panel == focus || panel->isAncestorOf(focus));
    };
    Page *page = window->centre()->current();
    if (isIn(window->inspector()) && window->inspector()->startFilter())
        return;
    if (page->isVisible() && (isIn(page) || !window->stackPanel()->isVisible()) &&
        page->startFilter())
        return;
    if (window->stackPanel()->isVisible())
        window->stackPanel()->startFilter();
}

} // namespace convscope
