// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// How the window ends, and what it takes over from the session before and leaves for the next.
#include "window/main_window.h"

#include "controls/hair_splitter.h"
#include "pages/page_host.h"
#include "style/theme.h"
#include "window/actions.h"
#include "window/file_menus.h"
#include "window/key_bindings.h"
#include "window/session.h"
#include "window/tour.h"
#include "window/window_commands.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QSettings>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

bool MainWindow::confirmDiscard()
{
    if (!m_document.isModified() || m_document.path().isEmpty() || !m_restores)
        return true;
    const auto answer = QMessageBox::question(
        this, tr("Unsaved changes"),
        tr("%1 has unsaved changes. Save them first?").arg(QFileInfo(m_document.path()).fileName()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Save)
        return m_commands->save(false);
    return answer == QMessageBox::Discard;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!confirmDiscard()) {
        event->ignore();
        return;
    }
    m_results.stop();
    if (m_restores)
        saveSession();
    event->accept();
}

void MainWindow::restoreSession()
{
    const Session session = Session::load();
    m_theme->setMode(session.theme);
    m_menus->setRecent(session.recent);
    m_actions->setRecent(session.recentActions);
    if (!session.geometry.isEmpty())
        restoreGeometry(session.geometry);
    if (session.bodySizes.size() == 3) {
        m_body->setSizes(session.bodySizes);
        m_isBodyMoved = true;
    }
    QSettings settings;
    settings.beginGroup(u"pages"_s);
    for (Page *page : m_host->pages()) {
        settings.beginGroup(page->id());
        page->restore(settings);
        settings.endGroup();
    }
    if (Page *page = m_host->page(session.page))
        m_host->setCurrent(page);
    m_commands->setKernel(session.kernel);
    m_actions->keys()->restore(session.keys);
    m_tour->setKnown(session.knowsTour);
}

void MainWindow::saveSession()
{
    Session session;
    session.geometry = saveGeometry();
    if (m_isBodyMoved)
        session.bodySizes = m_body->sizes();
    session.recent = m_menus->recent();
    session.recentActions = m_actions->recent();
    session.page = m_host->current()->id();
    session.theme = m_theme->mode();
    session.kernel = m_results.kernel();
    session.keys = m_actions->keys()->changes();
    session.knowsTour = m_tour->isKnown();
    session.save();
    QSettings settings;
    settings.beginGroup(u"pages"_s);
    for (const Page *page : m_host->pages()) {
        settings.beginGroup(page->id());
        page->save(settings);
        settings.endGroup();
    }
}

} // namespace convscope
