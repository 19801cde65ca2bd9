// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// How the cases of the page come from files and go back.
#include "controls/question.h"
#include "document/status_sink.h"
#include "language/core_words.h"
#include "pages/test/case_list.h"
#include "pages/test/suite_files.h"
#include "pages/test/test_actions.h"
#include "pages/test/test_page.h"

#include <QCoreApplication>

namespace convscope {

void TestPage::open(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    std::vector<std::string> files;
    for (const QString &path : paths)
        files.push_back(path.toStdString());
    m_files.startLatest(
        [files](const BackgroundJobs::Job &job) { return readSuite(files, job.token()); },
        [this](Result<ReadSuite> read) {
            if (!read) {
                context().status->showFailure(localized(read.error()));
                return;
            }
            m_runner.forgetAll();
            m_saved = read->cases;
            m_suite.reset(std::move(read->cases));
            if (!read->errors.empty())
                context().status->showFailure(localized(read->errors.front().error));
            if (m_suite.count() > 0)
                m_list->choose(0);
            m_wantsFailure = true;
            runAll();
        });
}

void TestPage::save()
{
    const std::string home = m_suite.home();
    if (home.empty())
        m_actions->saveAs();
    else
        saveAs(QString::fromStdString(home));
}

void TestPage::saveAs(const QString &path)
{
    const std::string home = path.toStdString();
    m_files.start([cases = m_suite.cases(), before = m_saved,
                   home](const BackgroundJobs::Job &) { return writeSuite(cases, before, home); },
                  [this, home, path](const Result<void> &written) {
                      if (!written) {
                          context().status->showFailure(localized(written.error()));
                          return;
                      }
                      m_suite.setSaved(home);
                      m_saved = m_suite.cases();
                      context().status->showMessage(tr("Cases saved in %1").arg(path), 4000);
                  });
}

bool TestPage::confirmDiscard()
{
    if (!m_suite.isModified())
        return true;
    const auto answer = ask(
        window(), tr("Unsaved cases"), tr("The test cases have unsaved changes. Save them first?"),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer != QMessageBox::Save)
        return answer == QMessageBox::Discard;
    save();
    while (m_files.isBusy())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return !m_suite.isModified();
}

} // namespace convscope
