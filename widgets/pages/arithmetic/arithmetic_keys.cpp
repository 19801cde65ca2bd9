// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/command_action.h"
#include "document/selection.h"
#include "pages/arithmetic/arithmetic_page.h"
#include "pages/arithmetic/arithmetic_view.h"
#include "pages/arithmetic/transport.h"

#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>

// The page's keys and commands.

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isPageKey(const QKeyEvent &event)
{
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Space:
    case Qt::Key_Comma:
    case Qt::Key_Period:
    case Qt::Key_BracketLeft:
    case Qt::Key_BracketRight:
    case Qt::Key_Less:
    case Qt::Key_Greater:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_R:
    case Qt::Key_N:
        return true;
    default:
        return false;
    }
}

} // namespace

void ArithmeticPage::makeActions()
{
    const auto add = [this](const CommandAction &command, auto &&done) {
        QAction *action = makeAction(command, this);
        connect(action, &QAction::triggered, this, done);
        m_actions << action;
    };
    add({u"arithmetic.play"_s,
         tr("Play or pause the cells"),
         {},
         u"play"_s,
         tr("Space in the arithmetic.")},
        [this] { m_transport->togglePlaying(); });
    add({u"arithmetic.back"_s, tr("One cell back"), {}, u"step_back"_s, {}},
        [this] { stepCell(-1); });
    add({u"arithmetic.forward"_s, tr("One cell on"), {}, u"step_forward"_s, {}},
        [this] { stepCell(1); });
    add({u"arithmetic.previous_channel"_s, tr("Previous input channel"), {}, u"left"_s, {}},
        [this] { chooseChannel(channel() - 1); });
    add({u"arithmetic.next_channel"_s, tr("Next input channel"), {}, u"right"_s, {}},
        [this] { chooseChannel(channel() + 1); });
    add({u"arithmetic.copy_sum"_s, tr("Copy the sum with all digits"), {}, u"copy"_s, {}},
        [this] { copy(); });
    add({u"arithmetic.pin_largest"_s,
         tr("Pin the largest value"),
         {},
         u"pin"_s,
         tr("The brightest cell of the selected layer.")},
        [this] { pinLargest(); });
}

void ArithmeticPage::stepCell(std::int64_t cells)
{
    if (const auto to = m_transport->neighbour(cells))
        goTo(*to);
}

bool ArithmeticPage::event(QEvent *event)
{
    // Letters and signs belong to the page while the focus is inside.
    if (event->type() == QEvent::ShortcutOverride && isPageKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return Page::event(event);
}

void ArithmeticPage::keyPressEvent(QKeyEvent *event)
{
    if (!isPageKey(*event)) {
        if (event->key() == Qt::Key_Escape && m_explainer->pinnedCell()) {
            context().selection->pin(std::nullopt);
            return;
        }
        Page::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Space:
        return m_transport->togglePlaying();
    case Qt::Key_Comma:
        return stepCell(-1);
    case Qt::Key_Period:
        return stepCell(1);
    case Qt::Key_BracketLeft:
        return chooseChannel(m_choice.channel - 1);
    case Qt::Key_BracketRight:
        return chooseChannel(m_choice.channel + 1);
    case Qt::Key_Less:
    case Qt::Key_Greater: {
        // A slice of a volume back or on.
        const auto pinned = m_explainer->pinnedCell();
        if (!pinned || pinned->size() != 4)
            return;
        Extents cell = *pinned;
        cell[0] = std::clamp<std::int64_t>(cell[0] + (event->key() == Qt::Key_Less ? -1 : 1), 0,
                                           scanExtents().front() - 1);
        m_explainer->pin(cell);
        return;
    }
    case Qt::Key_PageUp:
        return moveMap(-1);
    case Qt::Key_PageDown:
        return moveMap(1);
    case Qt::Key_R:
        return context().selection->setShowsField(!context().selection->showsField());
    case Qt::Key_N:
        return m_digits->toggle();
    default:
        if (m_explainer->pinnedCell())
            context().selection->pin(std::nullopt);
        else
            pinLargest();
    }
}

} // namespace convscope
