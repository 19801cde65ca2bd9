// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/frame/window_main.h"

#include "keras/keras_config.h"
#include "language/core_words.h"
#include "language/language.h"
#include "style/convscope_style.h"
#include "style/focus_ring.h"
#include "style/fonts.h"
#include "style/theme.h"
#include "tensor/memory_blocks.h"
#include "window/files/document_files.h"
#include "window/frame/main_window.h"
#include "window/guide/tour.h"
#include "window/status/status_line.h"

#include <QApplication>
#include <QIcon>
#include <QLoggingCategory>
#include <QScreen>
#include <QSessionManager>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

Theme *setUpApplication(QApplication &application, bool followDesktop)
{
    QApplication::setApplicationName(u"convscope"_s);
    QApplication::setApplicationDisplayName(u"ConvScope"_s);
    QApplication::setOrganizationName(u"convscope"_s);
    QApplication::setDesktopFileName(u"convscope"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/convscope.svg"_s));
    // Photos with an odd colour profile are read all the same; nobody can act on the warning.
    QLoggingCategory::setFilterRules(u"qt.gui.imageio=false"_s);
    setUpFonts();
    neverReleaseHere();
    useOrdinaryPages();
    auto *style = new ConvScopeStyle;
    QApplication::setStyle(style);
    auto *theme = new Theme(followDesktop, &application);
    setUpFocusRing(application);
    QObject::connect(theme, &Theme::animationsChanged, &application,
                     [style](bool enabled) { style->setAnimationDuration(enabled ? 160 : 0); });
    return theme;
}

int runWindow(int &argc, char **argv, const std::vector<std::string> &files,
              const std::string &language)
{
    QApplication application(argc, argv);
    useLanguage(application, QString::fromStdString(language));
    Theme *theme = setUpApplication(application, true);
    // Before the first layer is made: its data_format may come from there.
    const auto &config = kerasConfig();
    MainWindow window(theme, true);
    if (!config)
        window.statusLine()->showFailure(localized(config.error()));
    if (files.empty())
        window.openFirstLook();
    window.files()->setStartsWithPicture(true);
    QStringList paths;
    for (const std::string &file : files)
        paths << QString::fromStdString(file);
    window.files()->openAll(paths);
    QObject::connect(&application, &QGuiApplication::commitDataRequest, &window,
                     [&window](QSessionManager &session) {
                         const bool canAsk = session.allowsInteraction();
                         if (!window.endSession(canAsk))
                             session.cancel();
                         else if (canAsk)
                             session.release();
                     });
    window.fitScreen(window.screen()->availableGeometry());
    window.show();
    // Where nobody looks there is nobody to ask.
    if (QApplication::platformName() != u"offscreen" && QApplication::platformName() != u"minimal")
        window.tour()->offer();
    return QApplication::exec();
}

} // namespace convscope
