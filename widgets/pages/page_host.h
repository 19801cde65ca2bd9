// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/page_list.h"

#include <QStackedWidget>

namespace convscope {

class ProblemPages;

/// The window's centre: one of the pages, or a problem page where the active one has nothing to
/// show for the selected layer.
class PageHost : public QStackedWidget
{
    Q_OBJECT

public:
    /// Makes every page of `list`; the first is active.
    PageHost(const PageContext &context, std::span<const PageEntry> list,
             QWidget *parent = nullptr);

    [[nodiscard]] const QList<Page *> &pages() const { return m_pages; }
    /// Null where there is none of that id.
    [[nodiscard]] Page *page(const QString &id) const;
    [[nodiscard]] Page *current() const { return m_current; }
    /// Nothing happens where it is current already.
    void setCurrent(Page *page);
    [[nodiscard]] ProblemPages *problems() const { return m_problems; }
    /// The active page is seen, not a problem page in its place.
    [[nodiscard]] bool showsPage() const { return currentWidget() == m_current; }
    /// Where the active page has its largest picture; while a problem page is shown, the centre.
    [[nodiscard]] QWidget *mainPanel();

    /// Puts the page or problem page there that suits the selected layer as it stands.
    void refresh();
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    /// Another page is active.
    void modeChanged(convscope::Page *page);

private:
    PageContext m_context;
    QList<Page *> m_pages;
    Page *m_current = nullptr;
    ProblemPages *m_problems;
};

} // namespace convscope
