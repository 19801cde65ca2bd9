// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/problem_pages.h"

namespace convscope {

ProblemPages::ProblemPages(ModelDocument *document, LayerResults *results, Selection *selection,
                           QStackedWidget *, QObject *parent)
    : QObject(parent), m_document(document), m_results(results), m_selection(selection)
{
}

QWidget *ProblemPages::pageFor(int)
{
    return nullptr;
}

void ProblemPages::applyRepair(int) {}

} // namespace convscope
