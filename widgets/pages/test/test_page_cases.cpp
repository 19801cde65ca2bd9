// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Making and changing cases: each is one step of the suite's own history.
#include "document/selection.h"
#include "document/status_sink.h"
#include "language/core_words.h"
#include "pages/test/case_list.h"
#include "pages/test/case_panel.h"
#include "pages/test/changed_case.h"
#include "pages/test/live_case.h"
#include "pages/test/test_page.h"
#include "testing/case_writer.h"

#include <algorithm>

namespace convscope {

void TestPage::suiteChanged()
{
    if (m_current && m_suite.indexOf(m_current) < 0)
        m_current = nullptr;
    m_list->refresh();
    if (m_current)
        m_list->choose(m_suite.indexOf(m_current));
    Q_EMIT possibilitiesChanged();
}

void TestPage::addCase(Result<TestCase> made, const QString &text)
{
    if (!made) {
        context().status->showFailure(localized(made.error()));
        return;
    }
    m_suite.add({std::move(*made)}, text);
    m_current = m_suite.cases().back();
    m_list->choose(m_suite.count() - 1);
    m_runner.run({beside(m_current, context())}, m_oracle.toStdString());
    lookAtCurrent();
}

void TestPage::saveLayerAsCase()
{
    const int layer = context().selection->layer();
    if (layer < 0)
        context().status->showMessage(tr("Select a layer first."), 4000);
    else
        addCase(caseOfLayer(context(), layer), tr("Save layer as case"));
}

void TestPage::saveStackAsCase()
{
    addCase(caseOfStack(context()), tr("Save stack as case"));
}

void TestPage::acceptAsExpected()
{
    const SuiteCase test = current();
    if (!test || !m_panel->look() || m_panel->look()->outputs.empty())
        return;
    // What was computed beside the stack was computed by the layer as it stands now.
    const TestCase accepted = beside(test, context()).effective();
    auto made = expecting(accepted, m_panel->look()->outputs);
    if (!made) {
        context().status->showFailure(localized(made.error()));
        return;
    }
    const int index = m_suite.indexOf(test);
    m_suite.replace(index, std::move(*made), tr("Accept as expected"));
    m_list->choose(index);
    m_current = m_suite.cases()[static_cast<std::size_t>(index)];
    m_runner.run({beside(m_current, context())}, m_oracle.toStdString());
    lookAtCurrent();
}

void TestPage::duplicateCase()
{
    const SuiteCase test = current();
    if (!test)
        return;
    const int index = m_suite.indexOf(test);
    m_suite.duplicate(index);
    m_current = m_suite.cases()[static_cast<std::size_t>(index + 1)];
    m_list->choose(index + 1);
    m_runner.run({beside(m_current, context())}, m_oracle.toStdString());
    lookAtCurrent();
}

void TestPage::removeCase()
{
    const SuiteCase test = current();
    if (!test)
        return;
    const int index = m_suite.indexOf(test);
    m_suite.remove(index);
    if (m_suite.count() > 0)
        m_list->choose(std::min(index, m_suite.count() - 1));
}

void TestPage::changeArgument(const QString &text)
{
    const SuiteCase test = current();
    if (!test)
        return;
    if (text.isEmpty()) {
        m_panel->startArgument();
        return;
    }
    auto made = changedCase(*test, text.toStdString());
    if (!made) {
        context().status->showFailure(localized(made.error()));
        return;
    }
    const int index = m_suite.indexOf(test);
    m_suite.replace(index, std::move(*made), tr("Change %1").arg(text.section(u'=', 0, 0)));
    m_current = m_suite.cases()[static_cast<std::size_t>(index)];
    m_list->choose(index);
    m_runner.run({beside(m_current, context())}, m_oracle.toStdString());
    lookAtCurrent();
}

} // namespace convscope
