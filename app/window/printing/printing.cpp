// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/printing/printing.h"

#include "controls/save_path.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "evaluation/layer_results.h"
#include "language/core_words.h"
#include "pages/page_host.h"
#include "presenters/layer_cards.h"
#include "style/numbers.h"
#include "window/actions/actions.h"

#include <QApplication>
#include <QFileInfo>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Lengths of the layout to the inch.
constexpr double kLayout = 96;
/// More dots to the inch than this are not seen; smaller maps keep their own pixels.
constexpr double kTileDots = 300;
constexpr int kFaceDots = 360;
constexpr QMarginsF kMarginsMm(12, 12, 12, 12);

/// Averages where a map is too fine for the paper, its own pixels else.
QSize pictureSize(QSizeF onPage, QSize cells, double dots)
{
    const QSize finest = (onPage * (dots / kLayout)).toSize();
    return cells.width() <= finest.width() && cells.height() <= finest.height() ? cells : finest;
}

void setUpPage(QPagedPaintDevice &device)
{
    device.setPageOrientation(QPageLayout::Landscape);
    device.setPageMargins(kMarginsMm, QPageLayout::Millimeter);
}

QString rangeWords(RangeScope scope, int maps)
{
    switch (scope) {
    case RangeScope::Map:
        return Printing::tr("range of this map");
    case RangeScope::Layer:
        return maps == 1 ? Printing::tr("range of this map")
                         : Printing::tr("range shared by %n maps", nullptr, maps);
    case RangeScope::All:
        return Printing::tr("range shared by all layers");
    case RangeScope::Fixed:
        return Printing::tr("fixed range");
    }
    return {};
}

} // namespace

QSizeF pageSize(const QPagedPaintDevice &device)
{
    return device.pageLayout().paintRect(QPageLayout::Inch).size() * kLayout;
}

bool paintOn(QPagedPaintDevice &device, const PrintedPage &page)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.scale(device.logicalDpiX() / kLayout, device.logicalDpiY() / kLayout);
    paintPage(painter, page, pageSize(device));
    return painter.end();
}

Printing::Printing(const PageContext &context, const PageHost *pages, const Actions *actions,
                   QWidget *dialogs)
    : QObject(dialogs), m_context(context), m_pages(pages), m_dialogs(dialogs)
{
    connect(actions->print, &QAction::triggered, this, &Printing::print);
    connect(actions->exportPdf, &QAction::triggered, this, &Printing::exportPdf);
    connect(&m_renderer, &MapRenderer::rendered, this,
            [this](const std::shared_ptr<const RenderedMaps> &maps) {
                if (maps->request.serial == m_serial)
                    takeMaps(*maps);
            });
}

QString Printing::documentName() const
{
    const ModelDocument *document = m_context.document;
    return document->path().isEmpty() ? QString::fromStdString(document->model().name)
                                      : QFileInfo(document->path()).completeBaseName();
}

void Printing::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    setUpPage(*printer);
    printer->setDocName(documentName());
    printer->setCreator(u"ConvScope"_s);
    auto *dialog = new QPrintDialog(printer.get(), m_dialogs);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize);
    // It keeps the printer for as long as the dialog may touch it.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer] {
        prepare(pageSize(*printer), [this, printer](const PrintedPage &page) {
            const bool done = paintOn(*printer, page);
            say(done, tr("Printed"), tr("The printer could not be started."));
            return done;
        });
    });
    dialog->open();
}

void Printing::exportPdf()
{
    const QString path =
        askSavePath(m_dialogs, tr("Export as PDF"), documentName(), {tr("PDF (*.pdf)")});
    if (!path.isEmpty())
        writePdf(path);
}

void Printing::writePdf(const QString &path)
{
    // Asked for its page first, opened only when there is something to write.
    const auto setUp = [name = documentName()](QPdfWriter &writer) {
        setUpPage(writer);
        writer.setTitle(name);
        writer.setCreator(u"ConvScope"_s);
    };
    QSaveFile measured(path);
    QPdfWriter measure(&measured);
    setUp(measure);
    prepare(pageSize(measure), [this, path, setUp](const PrintedPage &page) {
        QSaveFile file(path);
        bool done = file.open(QIODevice::WriteOnly);
        if (done) {
            QPdfWriter writer(&file);
            setUp(writer);
            done = paintOn(writer, page);
        }
        done = done && file.commit();
        say(done, tr("Exported %1").arg(path),
            tr("%1 cannot be written: %2").arg(path, file.errorString()));
        return done;
    });
}

void Printing::say(bool done, const QString &success, const QString &failure)
{
    if (done)
        m_context.status->showMessage(success, 4000);
    else
        m_context.status->showFailure(failure);
}

PrintedPage Printing::describe() const
{
    const ModelDocument &document = *m_context.document;
    const LayerResults &results = *m_context.results;
    PrintedPage page;
    page.title = documentName();
    QStringList facts;
    for (int i = -1; i < document.model().size(); ++i) {
        const LayerCard card = layerCard(document, results, i);
        page.faces.push_back(ribbonFace(document, results, i, card));
        if (i < 0)
            facts << card.title << card.name;
        else
            page.rows.push_back(
                {card.title, card.name, card.shape,
                 card.params.isEmpty() && card.state == CardState::Ok ? u"0"_s : card.params,
                 card.state == CardState::Illegal});
    }
    for (const ShapeRibbon::Total &total : ribbonTotals(document, results))
        facts << u"%1 %2"_s.arg(total.label, total.value);
    page.facts = facts.join(u"  ·  "_s);
    page.current = m_context.selection->layer() + 1;
    return page;
}

QString Printing::reasonFor(int layer) const
{
    const ModelDocument &document = *m_context.document;
    const LayerResults &results = *m_context.results;
    if (layer >= 0) {
        if (const LayerState state = results.state(layer); state.error)
            return localized(*state.error);
    }
    return layerCard(document, results, layer).description.section(u'\n', 0, 0);
}

void Printing::prepare(QSizeF size, Paint then)
{
    m_then = std::move(then);
    ++m_serial;
    m_page = describe();
    m_hasFaces = false;
    auto shown = m_pages->showsPage() ? m_pages->current()->printable() : std::nullopt;
    const int layer = m_context.selection->layer();
    const std::string name =
        layer < 0 ? std::string() : m_context.document->model().layer(layer).name();
    // What has no maps, or none yet, is told in words.
    m_hasMaps = !shown || shown->request.layer != name;
    if (m_hasMaps) {
        m_page.mapTitle = layer < 0 ? tr("Input") : QString::fromStdString(name);
        m_page.reason = reasonFor(layer);
    } else {
        RenderRequest &request = shown->request;
        m_page.isStale = m_context.results->isStale(layer);
        m_page.maps = RenderedMaps::count(request.output, request.format);
        m_page.isSequence = request.output.rank() <= 3;
        m_page.cells = shown->cells;
        const PageLayout layout = layoutPage(m_page.contents(), size);
        shown->order.resize(std::min(shown->order.size(), layout.tiles.size()));
        m_page.channels = std::move(shown->order);
        request.serial = m_serial;
        request.isDark = false;
        request.overlay = Tensor();
        request.tiles = m_page.channels;
        request.tileSize = layout.tiles.empty()
                               ? QSize(1, 1)
                               : pictureSize(layout.tiles.front().size(), m_page.cells, kTileDots);
        m_renderer.render(std::move(request));
    }
    std::vector<LayerPictures::Wanted> wanted;
    for (int i = -1; i < m_context.document->model().size(); ++i) {
        const EvaluatedLayer *evaluated = m_context.results->at(i);
        if (evaluated == nullptr)
            continue;
        ThumbnailStyle style;
        style.format = evaluated->format;
        style.channel = m_context.selection->lookedAt(i).channel;
        style.box = QSize(kFaceDots, kFaceDots);
        style.isInput = i < 0;
        wanted.push_back({i, evaluated->result.output, style});
    }
    drawFaces(std::move(wanted));
}

void Printing::drawFaces(std::vector<LayerPictures::Wanted> wanted)
{
    m_jobs.startLatest(
        [wanted](const BackgroundJobs::Job &) { return LayerPictures().draw(wanted); },
        [this, wanted](const Result<std::vector<LayerPicture>> &pictures) {
            for (std::size_t i = 0; pictures && i < wanted.size(); ++i) {
                RibbonFace &face = m_page.faces[static_cast<std::size_t>(wanted[i].index + 1)];
                face.picture = (*pictures)[i].thumbnail;
                face.lines = (*pictures)[i].lines;
            }
            m_hasFaces = true;
            finishIfComplete();
        });
}

void Printing::takeMaps(const RenderedMaps &maps)
{
    const RenderRequest &request = maps.request;
    m_page.mapTitle =
        tr("Map %1 of %2")
            .arg(QString::number(request.channel),
                 request.isInput ? tr("the input") : QString::fromStdString(request.layer));
    if (request.output.rank() == 5)
        m_page.mapTitle += tr(", slice %1").arg(request.slice);
    if (request.output.extent(0) > 1)
        m_page.mapTitle += tr(", batch %1").arg(request.batch);
    if (m_page.isStale)
        m_page.mapTitle += tr(", out of date");
    const QString scope = rangeWords(request.settings.scope, m_page.maps);
    const QString name = QString::fromUtf8(maps.colormap->name.data(),
                                           static_cast<qsizetype>(maps.colormap->name.size()));
    m_page.scaleWords = m_page.isSequence ? scope : u"%1, %2"_s.arg(name, scope);
    m_page.channel = static_cast<int>(request.channel);
    m_page.map = maps.picture.picture();
    m_page.line = maps.line;
    m_page.range = maps.range;
    m_page.colormap = maps.colormap;
    m_page.isInverted = request.settings.inverted;
    m_page.tiles = maps.tiles;
    m_page.lines = maps.lines;
    m_hasMaps = true;
    finishIfComplete();
}

void Printing::finishIfComplete()
{
    if (!m_hasFaces || !m_hasMaps || m_then == nullptr)
        return;
    const bool done = std::exchange(m_then, nullptr)(m_page);
    m_page = {};
    Q_EMIT finished(done);
}

} // namespace convscope
