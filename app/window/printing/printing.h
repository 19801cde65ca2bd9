// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "evaluation/layer_pictures.h"
#include "evaluation/map_renderer.h"
#include "jobs/background_jobs.h"
#include "window/printing/printed_page.h"

#include <QObject>

#include <functional>
#include <memory>

class QPagedPaintDevice;

namespace convscope {

class Actions;
class PageHost;

/// File → Print and Export as PDF: the stack and the selected layer's maps on one page. Pictures
/// are drawn anew for paper, off the GUI thread; only then is the page painted.
class Printing : public QObject
{
    Q_OBJECT

public:
    /// `dialogs` is the parent of dialogs and owns this object.
    Printing(const PageContext &context, const PageHost *pages, const Actions *actions,
             QWidget *dialogs);

    /// Asks for a printer.
    void print();
    /// Asks for a file.
    void exportPdf();
    /// Writes the page into a file, which appears only when complete.
    void writePdf(const QString &path);
    [[nodiscard]] bool isBusy() const { return m_then != nullptr; }

Q_SIGNALS:
    /// The page has been handed to the printer or the file; or not, and the status line says why.
    void finished(bool done);

private:
    using Paint = std::function<bool(const PrintedPage &)>;

    /// Draws what a page of `size` shows and hands it to `then`, on this thread. A page that is
    /// still being drawn is given up.
    void prepare(QSizeF size, Paint then);
    void drawFaces(std::vector<LayerPictures::Wanted> wanted);
    void takeMaps(const RenderedMaps &maps);
    void finishIfComplete();
    [[nodiscard]] PrintedPage describe() const;
    /// Why a layer has no maps to print.
    [[nodiscard]] QString reasonFor(int layer) const;
    [[nodiscard]] QString documentName() const;
    void say(bool done, const QString &success, const QString &failure);

    PageContext m_context;
    const PageHost *m_pages;
    QWidget *m_dialogs;
    MapRenderer m_renderer;
    PrintedPage m_page;
    Paint m_then;
    /// Of the present page; pictures of another are dropped.
    std::uint64_t m_serial = 0;
    bool m_hasFaces = false;
    bool m_hasMaps = false;
    BackgroundJobs m_jobs;
};

/// The size of a device's page between its margins, 96 to the inch.
[[nodiscard]] QSizeF pageSize(const QPagedPaintDevice &device);
/// False: the device refuses.
[[nodiscard]] bool paintOn(QPagedPaintDevice &device, const PrintedPage &page);

} // namespace convscope
