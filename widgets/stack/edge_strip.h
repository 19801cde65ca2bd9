// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

class QListView;

namespace convscope {

class RailStrip;

/// Where a lane leaves the cards that are to be seen, a strip at that edge says who reads whom and
/// how far away it is: "skip_1 reads down_1 · 3 below". A click goes there. Lies over the list.
class EdgeStrip : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Edge
    {
        Above,
        Below
    };

    EdgeStrip(Edge edge, QListView *list, RailStrip *rails, QWidget *parent);

    /// Looks anew at what is to be seen.
    void follow();

Q_SIGNALS:
    void rowWanted(int row);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Told
    {
        int row = -1;
        QString words;
        QString distance;
    };
    [[nodiscard]] Told tell(int first, int last) const;

    Edge m_edge;
    QListView *m_list;
    RailStrip *m_rails;
    Told m_told;
};

} // namespace convscope
