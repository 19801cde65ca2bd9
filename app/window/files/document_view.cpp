// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "document/model_document.h"
#include "document/selection.h"
#include "layers/unknown_layer.h"
#include "pages/page.h"
#include "pages/page_host.h"
#include "window/files/document_files.h"
#include "window/files/saved_view.h"

#include <algorithm>

namespace convscope {

std::string DocumentFiles::viewFor(const QString &path) const
{
    SavedView view;
    if (m_pages != nullptr)
        view.page = m_pages->current()->id();
    view.selection = m_context.selection->state();
    const ModelDocument *document = m_context.document;
    const std::size_t count = std::max<std::size_t>(document->model().inputs.size(), 1);
    for (std::size_t i = 0; i < count; ++i) {
        const ChosenInput *chosen = document->chosenFor(i);
        if (chosen != nullptr && !chosen->follows)
            view.inputs.push_back(*chosen);
    }
    for (const auto &layer : document->model().layers) {
        if (isUnknown(*layer) && !unknownLayer(*layer).fed.isNull() &&
            !unknownLayer(*layer).fedFrom.empty())
            view.fed[layer->name()] = QString::fromStdString(unknownLayer(*layer).fedFrom);
    }
    return viewText(view, path);
}

void DocumentFiles::restore(const SavedView &view)
{
    if (Page *page = m_pages != nullptr ? m_pages->page(view.page) : nullptr; page != nullptr)
        m_pages->setCurrent(page);
    m_context.selection->restore(view.selection);
}

} // namespace convscope
