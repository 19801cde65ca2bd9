// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <vector>

class QListView;

namespace convscope {

class FinderModel;
class SearchField;
class TokenLabel;

/// One thing to choose: a layer class with the shape it would give, or an action with its key.
struct FinderEntry
{
    /// Heading it stands under; empty: none.
    QString group;
    QString icon;
    QString title;
    QString subtitle;
    /// At the right, mono: "300 × 450 × 24", "rank 4, needs 3", "Ctrl+Z".
    QString note;
    /// Words that find it too.
    QStringList keywords;
    /// Shown in quiet colours, still selectable: a layer that cannot run here.
    bool isQuiet = false;
    /// Nothing that Enter takes: it does not go here. A click, which means this one, does.
    bool isRefused = false;
    /// The caller's own number for it.
    int id = 0;
};

/// How well an entry answers a query: 0 not at all; a title that begins with it beats a word inside
/// beats letters in order. Case is ignored; an empty query is answered by everything.
[[nodiscard]] int finderScore(const FinderEntry &entry, const QString &query);

/// A pop-up with a search field over a list in groups. Type to narrow, ↑ ↓ to move, Enter to
/// choose (the first that is not refused at once), Esc to leave; gives the focus back to what had
/// it. Deletes itself when closed.
class FinderPopup : public QFrame
{
    Q_OBJECT

public:
    /// `footer` at the lower left, e.g. "after conv2d"; `verb` what Enter does.
    FinderPopup(std::vector<FinderEntry> entries, const QString &placeholder, const QString &footer,
                const QString &verb, QWidget *parent);

    /// Opens with its upper left corner at a global position, moved so that it stays inside the
    /// window.
    void openAt(QPoint globalPosition);
    [[nodiscard]] int shownCount() const;

Q_SIGNALS:
    void chosen(int id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void filter(const QString &query);
    void step(int rows);
    void choose(int row);
    void chooseByKey();

    FinderModel *m_model;
    QListView *m_list;
    SearchField *m_search;
    /// In the place of the list where nothing answers the query.
    TokenLabel *m_nothing;
    TokenLabel *m_foot;
    QString m_footer;
    QPointer<QWidget> m_hadFocus;
};

} // namespace convscope
