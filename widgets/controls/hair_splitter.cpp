// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/hair_splitter.h"

#include <QMouseEvent>
#include <QResizeEvent>

namespace convscope {

namespace {

/// Pixels grabbed on each side of the line.
constexpr int kGrab = 3;

class HairHandle : public QSplitterHandle
{
public:
    HairHandle(Qt::Orientation orientation, HairSplitter *splitter)
        : QSplitterHandle(orientation, splitter), m_splitter(splitter)
    {
        setAttribute(Qt::WA_MouseNoMask, true);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        // As QSplitterHandle does for thin handles, but wider: the margins are grabbed, not drawn.
        if (orientation() == Qt::Horizontal)
            setContentsMargins(kGrab, 0, kGrab, 0);
        else
            setContentsMargins(0, kGrab, 0, kGrab);
        setMask(QRegion(contentsRect()));
        QWidget::resizeEvent(event);
    }

    void mouseDoubleClickEvent(QMouseEvent *event) override
    {
        Q_EMIT m_splitter->handleDoubleClicked(m_splitter->indexOf(this));
        event->accept();
    }

private:
    HairSplitter *m_splitter;
};

} // namespace

HairSplitter::HairSplitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
}

QSplitterHandle *HairSplitter::createHandle()
{
    return new HairHandle(orientation(), this);
}

} // namespace convscope
