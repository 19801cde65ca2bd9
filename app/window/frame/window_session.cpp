// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/frame/window_session.h"

#include "evaluation/layer_results.h"
#include "pages/page_host.h"
#include "style/theme.h"
#include "window/actions/actions.h"
#include "window/actions/key_bindings.h"
#include "window/files/file_menus.h"
#include "window/frame/proportions.h"
#include "window/frame/session.h"
#include "window/frame/window_commands.h"
#include "window/guide/tour.h"

#include <QMainWindow>
#include <QSettings>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Calls `each` for every page with the settings in the page's own group.
template <class Each>
void forEachPage(const PageHost &pages, Each each)
{
    QSettings settings;
    settings.beginGroup(u"pages"_s);
    for (Page *page : pages.pages()) {
        settings.beginGroup(page->id());
        each(page, settings);
        settings.endGroup();
    }
}

} // namespace

bool restoreSession(const SessionParts &parts)
{
    const Session session = Session::load();
    parts.theme->setMode(session.theme);
    parts.menus->setRecent(session.recent);
    parts.actions->setRecent(session.recentActions);
    const bool isSized = parts.window->restoreGeometry(session.geometry);
    if (session.bodySizes.size() == 3)
        parts.proportions->choose(session.bodySizes);
    forEachPage(*parts.pages, [](Page *page, QSettings &settings) { page->restore(settings); });
    if (Page *page = parts.pages->page(session.page))
        parts.pages->setCurrent(page);
    parts.commands->setKernel(session.kernel);
    parts.actions->keys()->restore(session.keys);
    parts.tour->setKnown(session.knowsTour);
    return isSized;
}

void saveSession(const SessionParts &parts)
{
    Session session;
    session.geometry = parts.window->saveGeometry();
    session.bodySizes = parts.proportions->chosen();
    session.recent = parts.menus->recent();
    session.recentActions = parts.actions->recent();
    session.page = parts.pages->current()->id();
    session.theme = parts.theme->mode();
    session.kernel = parts.results->kernel();
    session.keys = parts.actions->keys()->changes();
    session.knowsTour = parts.tour->isKnown();
    session.save();
    forEachPage(*parts.pages, [](const Page *page, QSettings &settings) { page->save(settings); });
}

} // namespace convscope
