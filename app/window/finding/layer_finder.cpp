// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/finding/layer_finder.h"

#include "document/model_document.h"
#include "stack/finder_popup.h"
#include "window/finding/layer_classes.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct LayerFinder
{
    Q_DECLARE_TR_FUNCTIONS(LayerFinder)
};

} // namespace

void showLayerFinder(const PageContext &context, int position, QPoint at, QWidget *window)
{
    const ModelDocument *document = context.document;
    const QString footer =
        position == 0
            ? LayerFinder::tr("at the top")
            : LayerFinder::tr("after %1")
                  .arg(QString::fromStdString(document->model().layer(position - 1).name()));
    auto *popup =
        new FinderPopup(layerClassEntries(*document, position), LayerFinder::tr("Add a layer"),
                        footer, LayerFinder::tr("insert"), window);
    QObject::connect(popup, &FinderPopup::chosen, context.document,
                     [context, position](int id) { insertLayerClass(context, position, id); });
    popup->openAt(at);
}

} // namespace convscope
