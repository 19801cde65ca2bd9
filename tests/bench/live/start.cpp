// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "start.h"

#include "keras/keras_config.h"
#include "pages/explore/explore_page.h"
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "window/frame/main_window.h"
#include "window/frame/window_main.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kStarts = 5;
constexpr double kStartLimit = 600;
constexpr int kPatience = 60000;

} // namespace

int startOnce(PaintWatch &application)
{
    Theme *theme = setUpApplication(application, true);
    const auto config = kerasConfig();
    if (!config)
        return 1;
    MainWindow window(theme, true);
    bool hasTiles = false;
    bool hasMap = false;
    const auto isShown = [&window] {
        return window.page<ExplorePage>()->presenter()->shown() != nullptr;
    };
    const auto leave = [&] {
        if (!hasTiles || !hasMap)
            return;
        std::puts("painted");
        std::fflush(stdout);
        QTimer::singleShot(0, &application, &QCoreApplication::quit);
    };
    application.watch(window.page<ExplorePage>()->grid()->grid()->viewport(), [&](qint64, qint64) {
        hasTiles = hasTiles || isShown();
        leave();
    });
    application.watch(window.page<ExplorePage>()->panel()->map(), [&](qint64, qint64) {
        hasMap = hasMap || isShown();
        leave();
    });
    window.openFirstLook();
    window.show();
    return QApplication::exec();
}

bool measureStart(FigurePrinter &printer)
{
    // No session of before, and none left behind.
    const QTemporaryDir settings;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, settings.path());
    std::vector<double> times;
    for (int i = 0; i <= kStarts; ++i) {
        QProcess child;
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QElapsedTimer clock;
        clock.start();
        child.start(QCoreApplication::applicationFilePath(), {u"--started"_s});
        if (!child.waitForReadyRead(kPatience))
            return false;
        const double ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        if (!child.waitForFinished(kPatience) || child.exitCode() != 0)
            return false;
        // The first warms the disk's cache.
        if (i > 0)
            times.push_back(ms);
    }
    Figure figure;
    figure.what = u"start"_s;
    figure.image = u"bundled"_s;
    figure.milliseconds = median(times);
    figure.limit = kStartLimit;
    printer.print(figure);
    return true;
}

} // namespace convscope
