// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "document/model_document.h"
#include "document/selection.h"
#include "layers/unknown_layer.h"
#include "pages/page.h"
#include "pages/page_host.h"
#include "window/files/document_files.h"
#include "window/files/saved_view.h"

namespace convscope {

std::string DocumentFiles::viewFor(const QString &path) const
{
    SavedView view;
    if (m_pages != nullptr)
        view.page = m_pages->current()->id();
    view.selection = m_context.selection->state();
    const ModelDocument *document = m_context.document;
    if (const ChosenInput *chosen = document->chosen(); chosen != nullptr) {
        // A picture from the clipboard has no path: its values are kept.
        view.input = QString::fromStdString(chosen->source.path);
        view.preparation = chosen->preparation;
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
    Selection *selection = m_context.selection;
    const Model &model = m_context.document->model();
    const auto select = [&](const std::string &layer) {
        const int at = layer.empty() ? -1 : model.indexOf(layer);
        if (!layer.empty() && at < 0)
            return false;
        selection->selectLayer(at);
        return true;
    };
    if (Page *page = m_pages != nullptr ? m_pages->page(view.page) : nullptr; page != nullptr)
        m_pages->setCurrent(page);
    for (const auto &[layer, at] : view.selection.lookedAt) {
        if (select(layer))
            selection->look(at);
    }
    if (view.selection.pinned && select(view.selection.pinnedIn))
        selection->pin(view.selection.pinned);
    selection->setShowsField(view.selection.showsField);
    if (!select(view.selection.layer))
        selection->selectLayer(model.size() > 0 ? 0 : -1);
}

} // namespace convscope
