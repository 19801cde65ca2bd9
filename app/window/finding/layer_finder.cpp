// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/finding/layer_finder.h"

#include "document/model_document.h"
#include "stack/finder_popup.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct LayerFinder
{
    Q_DECLARE_TR_FUNCTIONS(LayerFinder)
};

} // namespace

void showLayerFinder(const PageContext &context, const LayerPlace &place, QPoint at,
                     QWidget *window)
{
    const ModelDocument *document = context.document;
    const QString footer =
        place.position == 0
            ? LayerFinder::tr("at the top")
            : LayerFinder::tr("after %1")
                  .arg(QString::fromStdString(document->model().layer(place.position - 1).name()));
    auto *popup =
        new FinderPopup(layerClassEntries(*document, place), LayerFinder::tr("Add a layer"), footer,
                        LayerFinder::tr("insert"), window);
    QObject::connect(popup, &FinderPopup::chosen, context.document,
                     [context, place](int id) { insertLayerClass(context, place, id); });
    popup->openAt(at);
}

} // namespace convscope
