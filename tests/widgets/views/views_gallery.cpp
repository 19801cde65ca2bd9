// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Draws every view with sample content into PNG files, to be looked at beside the design:
// views_gallery FOLDER [PHOTO]. Run it with QT_QPA_PLATFORM=offscreen and QT_SCALE_FACTOR=1, 1.25
// or 2.
#include "style/convscope_style.h"
#include "style/fonts.h"
#include "style/theme.h"
#include "style/tokens.h"
#include "views/contrast_strip.h"
#include "views/empty_page.h"
#include "views/error_page.h"
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "views/map_grid_panel.h"
#include "views/map_panel.h"
#include "views/message_page.h"
#include "views/shape_ribbon.h"
#include "views/signal_view.h"
#include "views/volume_view.h"
#include "widgets/views/sample_maps.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTextStream>

#include <cmath>

using namespace convscope;
using namespace Qt::StringLiterals;

namespace {

struct Gallery
{
    QDir folder;
    QString theme;
    Plane photo;
    std::vector<Plane> maps;
    ValueRange range{0, 1};

    void save(QWidget &widget, const QString &name, QSize size) const
    {
        widget.resize(size);
        widget.show();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        const QString scale = QString::number(widget.devicePixelRatioF());
        widget.grab().save(folder.filePath(u"%1-%2-%3.png"_s.arg(name, theme, scale)));
        widget.hide();
    }

    void featureMaps() const;
    void grids() const;
    void ribbons() const;
    void strips() const;
    void sequences() const;
    void volumes() const;
    void pages() const;
};

void Gallery::featureMaps() const
{
    const Plane &map = maps[4];
    MapPanel panel;
    panel.header()->setTitle(u"Map 8"_s, u"conv2d"_s);
    panel.header()->setColormapInUse(*findColormap("magma"));
    panel.header()->setOverlayAvailable(true);
    panel.map()->setPicture(samples::picture(map, range, "magma"), map);
    panel.map()->pin({86, 146});
    save(panel, u"map-fit"_s, {618, 496});
    panel.setAxes({{u"slice"_s, 24, 11}});
    panel.map()->setStale(true);
    panel.map()->setProgress(0.4);
    save(panel, u"map-stale"_s, {618, 496});
    panel.map()->setStale(false);
    panel.map()->setZoom(16);
    panel.header()->setOverlayShown(true);
    panel.map()->setOverlay(samples::picture(photo, {0, 1}, "gray"));
    save(panel, u"map-compact-16"_s, {406, 446});
    panel.map()->setOverlay({});
    panel.map()->setZoom(48);
    save(panel, u"map-48"_s, {618, 496});
    panel.map()->setEmpty(u"Nothing computed yet."_s);
    save(panel, u"map-empty"_s, {618, 496});
}

void Gallery::grids() const
{
    MapGridPanel panel;
    MapGrid &grid = *panel.grid();
    grid.setMaps(16, QSize(451, 300));
    panel.updateTitle();
    for (int i = 0; i < 16; ++i)
        grid.setTile(i, samples::picture(maps[static_cast<std::size_t>(i)], range, "magma"));
    grid.setFlag(13, {TileFlag::Kind::Dead, 0});
    grid.setFlag(6, {TileFlag::Kind::SameAs, 4});
    grid.select(8);
    save(panel, u"grid"_s, {254, 720});
    save(panel, u"grid-narrow"_s, {138, 540});
    grid.setStale(true);
    panel.setNote(u"slice 11"_s);
    save(panel, u"grid-wide-stale"_s, {492, 400});

    MapGridPanel lines;
    lines.grid()->setSignals(8);
    lines.updateTitle();
    lines.grid()->setLineRange(-0.3F, 0.3F);
    for (int i = 0; i < 8; ++i) {
        std::vector<float> values;
        for (int step = 0; step < 451; ++step)
            values.push_back(0.2F * static_cast<float>(std::sin(step * 0.02 * (i + 3)) *
                                                       std::exp(-std::pow(step / 300.0 - 0.5, 2))));
        lines.grid()->setTileLine(i, LineEnvelope::of(values));
    }
    lines.grid()->select(6);
    save(lines, u"grid-lines"_s, {254, 720});
}

void Gallery::ribbons() const
{
    const auto face = [&](const QString &name, const QString &brief, std::int64_t rows,
                          std::int64_t columns, std::int64_t channels, const QImage &picture) {
        RibbonFace made;
        made.className = name;
        made.brief = brief;
        made.rows = rows;
        made.columns = columns;
        made.channels = channels;
        made.picture = picture;
        made.shapeWords = u"%1×%2×%3"_s.arg(rows).arg(columns).arg(channels);
        return made;
    };
    const QImage map = samples::picture(maps[4], range, "magma");
    std::vector<RibbonFace> faces{
        face({}, {}, 300, 451, 3, samples::picture(photo, {0, 1}, "gray")),
        face(u"Conv2D"_s, u"5×5"_s, 300, 451, 16, map),
        face(u"MaxPooling2D"_s, u"2×2"_s, 150, 225, 16, map),
        face(u"SeparableConv2D"_s, u"3×3"_s, 150, 225, 24, map),
        face(u"Conv2D"_s, u"3×3 · stride 2"_s, 75, 113, 32, map),
        face(u"Conv2DTranspose"_s, u"4×4 · stride 2"_s, 150, 226, 8, map),
    };
    ShapeRibbon ribbon;
    ribbon.setFaces(faces);
    ribbon.setTotals({{u"parameters"_s, u"12\u2009816"_s},
                      {u"multiply–adds"_s, u"273.5\u2009M"_s},
                      {u"receptive field"_s, u"18 × 18"_s},
                      {u"whole stack"_s, u"4.1 ms"_s}});
    ribbon.setCurrent(1);
    save(ribbon, u"ribbon"_s, {1440, 108});
    save(ribbon, u"ribbon-compact"_s, {1024, 72});
    save(ribbon, u"ribbon-wide"_s, {2560, 132});

    faces[2].rows = 75;
    faces[3] = face(u"MaxPooling2D"_s, u"8×8"_s, 9, 14, 24, map);
    faces[4].state = RibbonFace::State::Illegal;
    faces[5].state = RibbonFace::State::Waiting;
    faces.push_back(face(u"Conv2D"_s, u"3×3"_s, 9, 9, 8, {}));
    faces.back().state = RibbonFace::State::Waiting;
    ShapeRibbon broken;
    broken.setFaces(faces);
    broken.setCurrent(4);
    save(broken, u"ribbon-error"_s, {1440, 108});
}

void Gallery::strips() const
{
    ContrastStrip strip;
    strip.setDistribution(distribution(maps));
    strip.setRange({0, 1.018F});
    strip.setColormap(*findColormap("magma"), false);
    strip.setSharing(u"shared by 16 maps"_s);
    save(strip, u"strip"_s, {618, 60});
    save(strip, u"strip-compact"_s, {406, 44});
}

void Gallery::sequences() const
{
    MapPanel panel;
    panel.setKind(MapPanel::Kind::Signal);
    panel.header()->setTitle(u"Map 6"_s, u"conv1d"_s);
    panel.header()->setColormapInUse(*findColormap("vik"));
    std::vector<SignalSeries> input;
    for (const auto &[name, offset] :
         {std::pair(u"red"_s, 0.2), std::pair(u"green"_s, 0.0), std::pair(u"blue"_s, -0.1)}) {
        const Plane row = samples::plane(1, 451, [&](std::int64_t, std::int64_t step) {
            return std::clamp(photo.at(86, std::min(step, photo.columns - 1)) +
                                  static_cast<float>(offset),
                              0.0F, 1.0F);
        });
        input.push_back({name, row, LineEnvelope::of(row)});
    }
    const Plane map = samples::plane(1, 451, [&](std::int64_t, std::int64_t step) {
        const Plane &red = input.front().values;
        return step < 8 ? -0.5F : 0.8F * (red.at(0, step) - red.at(0, step - 8));
    });
    const ValueRange mapRange{-0.28F, 0.28F};
    panel.signal()->setInput(input);
    panel.signal()->setMap({u"Map 6"_s, map, LineEnvelope::of(map)}, mapRange,
                           samples::picture(map, mapRange, "vik"));
    panel.signal()->setWindow(std::pair<std::int64_t, std::int64_t>(262, 270));
    panel.signal()->pin(270);
    save(panel, u"signal-lines"_s, {618, 556});
    panel.signal()->setMode(SignalView::Mode::HeatStrip);
    save(panel, u"signal-strip"_s, {618, 556});
    panel.signal()->setMode(SignalView::Mode::Numbers);
    save(panel, u"signal-numbers"_s, {618, 556});
}

void Gallery::volumes() const
{
    const auto value = [](std::int64_t slice, std::int64_t row, std::int64_t column) {
        const double depth = (static_cast<double>(slice) - 11) / 5;
        const double y = (static_cast<double>(row) - 56) / 12;
        const double x = (static_cast<double>(column) - 66) / 12;
        const double ring = std::exp(-std::pow(std::hypot(x, y) - 1, 2) * 5 - depth * depth);
        const double grain = 0.06 * std::sin(static_cast<double>(row * 7 + column * 3 + slice));
        return static_cast<float>(std::max(0.0, 1.1 * ring * (y < 0.2 ? 1 : 0.4) + grain));
    };
    const VolumeCursor cursor{11, 54, 64};
    VolumePictures pictures;
    pictures.extent = {24, 110, 92};
    pictures.slicePlane =
        samples::plane(110, 92, [&](auto row, auto column) { return value(11, row, column); });
    pictures.columnPlane =
        samples::plane(110, 24, [&](auto row, auto slice) { return value(slice, row, 64); });
    pictures.rowPlane =
        samples::plane(24, 92, [&](auto slice, auto column) { return value(slice, 54, column); });
    const Plane largest = samples::plane(110, 92, [&](auto row, auto column) {
        float most = 0;
        for (std::int64_t slice = 0; slice < 24; ++slice)
            most = std::max(most, value(slice, row, column));
        return most;
    });
    const ValueRange volumeRange{0, 1};
    pictures.slice = samples::picture(pictures.slicePlane, volumeRange, "magma");
    pictures.column = samples::picture(pictures.columnPlane, volumeRange, "magma");
    pictures.row = samples::picture(pictures.rowPlane, volumeRange, "magma");
    pictures.largest = samples::picture(largest, volumeRange, "magma");
    MapPanel panel;
    panel.setKind(MapPanel::Kind::Volume);
    panel.header()->setTitle(u"Map 5"_s, u"conv3d"_s);
    panel.header()->setColormapInUse(*findColormap("magma"));
    panel.setAxes({{u"slice"_s, 24, 11}});
    panel.volume()->setPictures(pictures);
    panel.volume()->setCursor(cursor);
    SliceProfile profile;
    profile.mapName = u"map 5"_s;
    std::vector<float> along;
    std::vector<float> input;
    for (std::int64_t slice = 0; slice < 24; ++slice) {
        along.push_back(value(slice, 54, 64));
        input.push_back(0.32F + 0.01F * static_cast<float>(slice % 3));
    }
    profile.map = LineEnvelope::of(along);
    profile.input = LineEnvelope::of(input);
    profile.window = std::pair<std::int64_t, std::int64_t>(10, 12);
    panel.volume()->setProfile(profile);
    save(panel, u"volume"_s, {618, 720});
    save(panel, u"volume-small"_s, {406, 420});
}

void Gallery::pages() const
{
    using Kind = ErrorSpan::Kind;
    const QImage tile = samples::picture(maps[4], range, "magma").scaled(10, 5);
    ErrorReport report;
    report.title = u"The window of conv2d_2 is taller than its input"_s;
    report.formula = {
        {u"rows:  dilation_rate·(kernel_size − 1) + 1 = 3·(5 − 1) + 1 = "_s, Kind::Plain},
        {u"13"_s, Kind::Bad},
        {u"  >  "_s, Kind::Plain},
        {u"9"_s, Kind::Strong},
        {u" input rows"_s, Kind::Plain}};
    report.axes = {{u"rows"_s, 9, {0, 3, 6, 9, 12}, 13, 0, 0, -3},
                   {u"columns"_s, 14, {0, 3, 6, 9, 12}, 13, 0, 0, 2}};
    report.repairs = {{u"dilation_rate"_s, u"3 → 2"_s, u"1×6×32"_s,
                       u"window 2·(5 − 1) + 1 = 9 rows"_s, tile.scaled(6, 1)},
                      {u"padding"_s, u"valid → same"_s, u"9×14×32"_s,
                       u"adds 6 + 6 zeros on both axes"_s, tile.scaled(14, 9)},
                      {u"kernel_size"_s, u"5 → 3"_s, u"3×8×32"_s,
                       u"window 3·(3 − 1) + 1 = 7 rows"_s, tile.scaled(8, 3)},
                      {u"max_pooling2d_1"_s, u"pool_size 8 → 4"_s, u"6×16×32"_s,
                       u"input becomes 18 × 28"_s, tile.scaled(16, 6)}};
    ErrorPage page;
    page.setRepairKey(u"Ctrl+Enter"_s);
    page.setReport(report);
    page.setLastMaps(u"dilation_rate 1, 5×10×32"_s, std::vector<QImage>(32, tile));
    save(page, u"error"_s, {872, 720});
    report.axes = {{u"rows"_s, 40, {0, 20, 40, 60}, 61, 2, 2, 0}};
    report.repairs.resize(2);
    page.setReport(report);
    page.setLastMaps({}, {});
    save(page, u"error-long"_s, {560, 480});

    MessagePage message;
    message.showWaiting(u"conv2d_3"_s, u"conv2d_2"_s);
    save(message, u"waiting"_s, {618, 300});
    message.showFailure(u"conv2d needs more memory than there is"_s,
                        u"expected at most 3.1 GiB, received 9 × 2048 × 2048 × 64 × 4 = 9 GiB"_s,
                        u"Use fewer filters or a smaller picture."_s, u"Preview at ¼"_s);
    save(message, u"failure"_s, {618, 300});

    EmptyPage empty;
    std::vector<EmptyPage::Sample> some;
    for (const QString &name :
         {u"chelsea"_s, u"astronaut"_s, u"camera"_s, u"coffee"_s, u"moon"_s, u"text"_s})
        some.push_back({name, name, samples::picture(photo, {0, 1}, "gray")});
    empty.setSamples(some);
    empty.setStarters({{u"edges"_s, u"Edges"_s, u"Conv2D, MaxPooling2D, Conv2D"_s},
                       {u"blur"_s, u"Blur"_s, u"DepthwiseConv2D"_s},
                       {u"up"_s, u"Up and down"_s, u"Conv2D, Conv2DTranspose"_s}});
    save(empty, u"empty"_s, {872, 720});
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        QTextStream(stderr) << "usage: views_gallery FOLDER [PHOTO]\n";
        return 2;
    }
    setUpFonts();
    setFontFactor(1);
    QApplication::setStyle(new ConvScopeStyle);
    Theme theme(false);
    Gallery gallery{QDir(arguments[1]), {}, {}, {}};
    gallery.photo = samples::photo(300, 451);
    if (arguments.size() > 2) {
        const QImage file = QImage(arguments[2]).convertToFormat(QImage::Format_Grayscale8);
        gallery.photo = samples::plane(file.height(), file.width(), [&](auto row, auto column) {
            return static_cast<float>(
                qGray(file.pixel(static_cast<int>(column), static_cast<int>(row))) / 255.0);
        });
    }
    for (int direction = 0; direction < 16; ++direction)
        gallery.maps.push_back(samples::edges(gallery.photo, direction));
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        gallery.theme = mode == Theme::Mode::Dark ? u"dark"_s : u"light"_s;
        gallery.featureMaps();
        gallery.grids();
        gallery.ribbons();
        gallery.strips();
        gallery.sequences();
        gallery.volumes();
        gallery.pages();
    }
    return 0;
}
