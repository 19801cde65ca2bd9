// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// How the window ends, and what it takes over from the session before and leaves for the next.
#include "window/main_window.h"

#include "controls/hair_splitter.h"
#include "style/theme.h"
#include "views/feature_map_view.h"
#include "window/actions.h"
#include "window/explore_page.h"
#include "window/file_menus.h"
#include "window/key_bindings.h"
#include "window/session.h"
#include "window/tour.h"
#include "window/window_commands.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QMessageBox>

namespace convscope {

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
    if (session.exploreSizes.size() == 2)
        m_explore->choose(session.exploreSizes);
    m_explore->presenter()->setSettings(session.display);
    m_actions->wheelModes->actions().at(static_cast<int>(session.wheel))->trigger();
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
    session.exploreSizes = m_explore->chosenSizes();
    session.recent = m_menus->recent();
    session.recentActions = m_actions->recent();
    session.display = m_explore->presenter()->settings();
    session.theme = m_theme->mode();
    session.wheel = m_explore->panel()->map()->wheelMode();
    session.kernel = m_results.kernel();
    session.keys = m_actions->keys()->changes();
    session.knowsTour = m_tour->isKnown();
    session.save();
}

} // namespace convscope
