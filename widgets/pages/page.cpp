// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/page.h"

namespace convscope {

Page::Page(const PageContext &context, QWidget *parent) : QWidget(parent), m_context(context) {}

bool Page::canShow(const LayerState &state) const
{
    return state.kind == LayerState::Kind::Fine;
}

void Page::exportShown(QWidget * /*dialogs*/) {}

} // namespace convscope
