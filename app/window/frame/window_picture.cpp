// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/frame/window_picture.h"

#include "pages/arithmetic/arithmetic_page.h"
#include "params/inspector.h"
#include "stack/stack_panel.h"
#include "style/theme.h"
#include "views/message_page.h"
#include "views/shape_ribbon.h"
#include "visual/plane.h"
#include "window/files/document_files.h"
#include "window/frame/main_window.h"
#include "window/frame/window_main.h"
#include "window/guide/tour.h"

#include <QApplication>
#include <QEventLoop>
#include <QPainter>
#include <QPushButton>
#include <QSvgGenerator>
#include <QTimer>

#include <algorithm>
#include <functional>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Runs the event loop until the window shows its final state and has been painted once more.
bool settle(MainWindow &window, const std::stop_token &stop)
{
    QEventLoop loop;
    QTimer poll;
    int calm = 0;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        calm = window.isSettled() ? calm + 1 : 0;
        if (calm >= 3 || stop.stop_requested())
            loop.quit();
    });
    poll.start(10);
    loop.exec();
    return !stop.stop_requested();
}

/// The window's parts and those of its active page, in the order of the command's help.
QList<PagePanel> partsOf(MainWindow &window)
{
    QList<PagePanel> parts{{u"ribbon"_s, window.ribbon()}, {u"stack"_s, window.stackPanel()}};
    parts << window.centre()->current()->panels();
    parts << PagePanel{u"inspector"_s, window.inspector()};
    return parts;
}

Result<QWidget *> partOf(MainWindow &window, const QString &wanted)
{
    if (wanted.isEmpty() || wanted == u"window")
        return &window;
    QStringList known;
    for (const PagePanel &part : partsOf(window)) {
        if (part.id == wanted)
            return part.widget;
        known << part.id;
    }
    return fail("usage", "part", {},
                words("--part: unknown part {part}. Known are: {known}", wanted.toStdString(),
                      known.join(u", "_s).toStdString()));
}

Result<void> write(QWidget &widget, const QString &path)
{
    const auto failed = [&]() -> Result<void> {
        return fail("file", {}, {}, words("{file} cannot be written", path.toStdString()));
    };
    if (path.endsWith(u".svg", Qt::CaseInsensitive)) {
        QSvgGenerator generator;
        generator.setFileName(path);
        generator.setSize(widget.size());
        generator.setViewBox(widget.rect());
        generator.setTitle(u"ConvScope"_s);
        QPainter painter;
        if (!painter.begin(&generator))
            return failed();
        widget.render(&painter);
        return painter.end() ? Result<void>() : failed();
    }
    if (!widget.grab().save(path))
        return failed();
    return {};
}

std::string sizeText(QSize size)
{
    return u"%1x%2"_s.arg(size.width()).arg(size.height()).toStdString();
}

Result<void> selectWanted(MainWindow &window, const WindowPicture &picture)
{
    if (picture.layer.isEmpty())
        return {};
    const int index = picture.layer == u"input"
                          ? -1
                          : window.document()->model().indexOf(picture.layer.toStdString());
    if (index < 0 && picture.layer != u"input")
        return fail(
            "usage", "layer", {},
            words("--layer: the stack has no layer named {layer}", picture.layer.toStdString()));
    window.selection()->selectLayer(index);
    return {};
}

/// The view of the page that is wanted, and the files that it alone opens.
Result<void> showOwn(MainWindow &window, const WindowPicture &picture)
{
    Page *page = window.centre()->current();
    QStringList files;
    for (const std::string &file : picture.cases)
        files << QString::fromStdString(file);
    if (!files.isEmpty())
        page->openOwn(files);
    if (picture.view.isEmpty())
        return {};
    if (!page->viewNames().contains(picture.view))
        return fail("usage", "view", {},
                    words("--view: the page has no view {view}. Known are: {names}",
                          picture.view.toStdString(),
                          page->viewNames().join(u", "_s).toStdString()));
    page->showView(picture.view);
    return {};
}

Result<void> pinWanted(MainWindow &window, const WindowPicture &picture)
{
    if (picture.cell.empty())
        return {};
    const EvaluatedLayer *layer = window.results()->at(window.selection()->layer());
    const int rank = layer == nullptr ? 0 : layer->result.output.rank();
    if (static_cast<int>(picture.cell.size()) != rank - 1 || rank < 2)
        return fail(
            "usage", "cell", {},
            words("--cell needs {count} numbers here: the spatial indices, then the channel",
                  std::max(rank - 1, 1)));
    Extents extents = spatialExtents(layer->result.output, layer->format);
    extents.push_back(channelCount(layer->result.output, layer->format));
    if (!std::equal(picture.cell.begin(), picture.cell.end(), extents.begin(), std::less()))
        return fail(
            "usage", "cell", toString(Extents(picture.cell)),
            words("--cell: {cell} lies outside the map, whose extents with the channels are "
                  "{extents}",
                  toString(Extents(picture.cell)), toString(extents)));
    if (rank == 2) {
        // Features have no places but their own.
        window.selection()->pin(PinnedCell{picture.cell});
        return {};
    }
    LookedAt at = window.selection()->lookedAt();
    at.channel = picture.cell.back();
    const std::size_t spatial = picture.cell.size() - 1;
    const std::int64_t column = picture.cell[spatial - 1];
    const std::int64_t row = spatial >= 2 ? picture.cell[spatial - 2] : 0;
    if (spatial == 3) {
        at.slice = picture.cell.front();
        at.row = row;
        at.column = column;
    }
    window.selection()->look(at);
    window.selection()->pin(spatial == 1 ? PinnedCell{{column}} : PinnedCell{{row, column}});
    return {};
}

/// The arithmetic of no cell is an empty page: as `explain`, it takes the largest value.
void pinLargest(MainWindow &window)
{
    const auto *page = window.page<ArithmeticPage>();
    if (page->isVisible() && page->message()->isVisible() && page->message()->button()->isVisible())
        page->message()->button()->click();
}

} // namespace

Result<WindowPictureResult> paintWindow(const WindowPicture &picture, std::stop_token stop)
{
    auto *application = static_cast<QApplication *>(QCoreApplication::instance());
    Theme *theme = setUpApplication(*application, false);
    theme->setMode(picture.isDark ? Theme::Mode::Dark : Theme::Mode::Light);
    MainWindow window(theme, false);
    // Nobody is there to answer.
    window.results()->setLimits(RunLimits::none());
    window.centre()->setCurrent(window.centre()->page(picture.page));
    if (const QSize least = window.minimumSize();
        picture.size.width() < least.width() || picture.size.height() < least.height())
        return fail("usage", "size", {},
                    words("--size {asked} is too small: the least size of the window is {least}",
                          sizeText(picture.size), sizeText(least)));
    window.resize(picture.size);
    window.show();
    const auto cancelled = [] {
        return fail("cancelled", {}, {}, words("Interrupted before the picture was complete."));
    };
    window.files()->setPreparation(picture.preparation);
    if (picture.files.empty())
        window.openFirstLook();
    for (const std::string &file : picture.files)
        window.open(QString::fromStdString(file));
    if (!settle(window, stop))
        return cancelled();
    if (const auto &failure = window.files()->failure(); failure)
        return fail(*failure);
    if (const ChosenInput *chosen = window.document()->unreadable(); chosen != nullptr)
        return fail(*chosen->problem);
    if (auto selected = selectWanted(window, picture); !selected)
        return fail(selected.error());
    if (!settle(window, stop))
        return cancelled();
    if (auto pinned = pinWanted(window, picture); !pinned)
        return fail(pinned.error());
    if (!settle(window, stop))
        return cancelled();
    if (picture.cell.empty()) {
        pinLargest(window);
        if (!settle(window, stop))
            return cancelled();
    }
    if (auto shown = showOwn(window, picture); !shown)
        return fail(shown.error());
    if (!settle(window, stop))
        return cancelled();
    if (picture.tourStep > 0)
        window.tour()->goTo(picture.tourStep - 1);
    const auto found = partOf(window, picture.part);
    if (!found)
        return fail(found.error());
    QWidget *part = *found;
    if (auto written = write(*part, picture.output); !written)
        return fail(written.error());
    WindowPictureResult result;
    result.width = qRound(part->width() * part->devicePixelRatioF());
    result.height = qRound(part->height() * part->devicePixelRatioF());
    const int layer = window.selection()->layer();
    result.layer = layer < 0
                       ? u"input"_s
                       : QString::fromStdString(window.document()->model().layer(layer).name());
    result.cell = picture.cell;
    if (const auto &pinned = window.selection()->pinned(); result.cell.empty() && pinned) {
        result.cell = pinned->place;
        result.cell.push_back(window.selection()->lookedAt().channel);
    }
    return result;
}

} // namespace convscope
