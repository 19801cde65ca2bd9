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
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "views/map_grid_panel.h"
#include "views/map_panel.h"
#include "views/shape_ribbon.h"
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
    }
    return 0;
}
