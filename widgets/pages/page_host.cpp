// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/page_host.h"

#include "base/check.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "evaluation/layer_results.h"
#include "pages/problems/problem_pages.h"

#include <algorithm>

namespace convscope {

PageHost::PageHost(const PageContext &context, std::span<const PageEntry> list, QWidget *parent)
    : QStackedWidget(parent), m_context(context)
{
    check(!list.empty(), "a page at least");
    for (const PageEntry &entry : list) {
        Page *page = entry.make(context).release();
        check(page->id() == QLatin1String(entry.id), "the page's id to be that of its entry");
        m_pages << page;
        connect(page, &Page::pageWanted, this, [this](const QString &id) {
            if (Page *wanted = this->page(id))
                setCurrent(wanted);
        });
        addWidget(page);
    }
    m_problems = new ProblemPages(context, this);
    m_context.results->setEarlyDrawing([this] { return m_current->prepareEarly(); });
    m_current = m_pages.front();
    m_current->activate();
}

Page *PageHost::page(const QString &id) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&](const Page *page) { return page->id() == id; });
    return found == m_pages.end() ? nullptr : *found;
}

void PageHost::setCurrent(Page *page)
{
    if (page == m_current || !m_pages.contains(page))
        return;
    m_current->deactivate();
    m_context.status->showCell({});
    m_context.status->showZoom(std::nullopt);
    m_current = page;
    m_current->activate();
    refresh();
    Q_EMIT modeChanged(m_current);
}

QWidget *PageHost::mainPanel()
{
    QWidget *panel = showsPage() ? m_current->mainPanel() : nullptr;
    return panel != nullptr ? panel : this;
}

void PageHost::refresh()
{
    QWidget *problem = m_problems->pageFor(m_context.selection->layer(), *m_current);
    setCurrentWidget(problem != nullptr ? problem : m_current);
}

bool PageHost::isSettled() const
{
    return showsPage() ? m_current->isSettled() : m_problems->isSettled();
}

} // namespace convscope
