// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/guide/tour.h"

#include "controls/callout.h"
#include "pages/page_host.h"
#include "style/convscope_style.h"
#include "style/fonts.h"
#include "style/themed_icon.h"
#include "window/status/status_line.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>
#include <array>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Place
{
    Stack,
    Ribbon,
    Map,
    Arguments,
    Status
};

struct Stop
{
    const char *title;
    const char *text;
};

constexpr std::array<Stop, 5> kStops{
    {{QT_TRANSLATE_NOOP("convscope::Tour", "The stack"),
      QT_TRANSLATE_NOOP("convscope::Tour",
                        "Your layers in the order they run; the first card is the input. "
                        "Select a card to look at its maps, drag it to move the layer. "
                        "“Add layer” offers what fits there.")},
     {QT_TRANSLATE_NOOP("convscope::Tour", "Shapes, drawn to scale"),
      QT_TRANSLATE_NOOP("convscope::Tour",
                        "Every tensor from the input to the last layer at one scale, with "
                        "its shape below. A click selects the layer.")},
     {QT_TRANSLATE_NOOP("convscope::Tour", "One map, cell by cell"),
      QT_TRANSLATE_NOOP("convscope::Tour",
                        "A feature map of the selected layer; the grid beside it shows "
                        "them all. Point at a cell to read its value, click to pin it. "
                        "Where a layer cannot run, the reason and its repairs stand "
                        "here.")},
     {QT_TRANSLATE_NOOP("convscope::Tour", "Arguments"),
      QT_TRANSLATE_NOOP("convscope::Tour",
                        "What the selected layer is made with, under the Keras names. "
                        "Every change shows in the maps at once and can be undone. Below: "
                        "the arithmetic of the shape, and the cost.")},
     {QT_TRANSLATE_NOOP("convscope::Tour", "State and problems"),
      QT_TRANSLATE_NOOP("convscope::Tour",
                        "Whether the maps are up to date, and the cell you point at with "
                        "its value. A layer that cannot run is named here; a click goes "
                        "to it. Help → Tour shows all this again.")}}};

/// The places are tall or wide: their upper left part is where things are.
constexpr int kFarthestAnchor = 150;

QToolButton *offerButton(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setText(text);
    button->setFont(convscope::font(FontRole::Caption));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(text);
    return button;
}

} // namespace

Tour::Tour(const Parts &parts, const QAction *start, const QUndoStack *history, QWidget *window)
    : QObject(window), m_parts(parts), m_history(history), m_window(window),
      m_callout(new Callout(window)), m_frame(new PartFrame(window)),
      m_escape(new QShortcut(Qt::Key_Escape, window)), m_watched{window,          parts.stack,
                                                                 parts.ribbon,    parts.centre,
                                                                 parts.inspector, parts.status}
{
    for (const Page *page : parts.centre->pages()) {
        if (QWidget *panel = page->mainPanel())
            m_watched << panel;
    }
    m_escape->setEnabled(false);
    m_placing.setSingleShot(true);
    m_placing.setInterval(0);
    connect(&m_placing, &QTimer::timeout, this, &Tour::place);
    connect(m_escape, &QShortcut::activated, this, &Tour::end);
    connect(m_callout, &Callout::endRequested, this, &Tour::end);
    connect(m_callout, &Callout::backRequested, this, [this] { goTo(m_step - 1); });
    connect(m_callout, &Callout::nextRequested, this, [this] {
        if (m_step + 1 < count())
            goTo(m_step + 1);
        else
            end();
    });
    connect(start, &QAction::triggered, this, &Tour::start);
    connect(parts.centre, &QStackedWidget::currentChanged, &m_placing, qOverload<>(&QTimer::start));
}

int Tour::count()
{
    return static_cast<int>(kStops.size());
}

QWidget *Tour::target(int step) const
{
    switch (step) {
    case Stack:
        return m_parts.stack;
    case Ribbon:
        return m_parts.ribbon;
    case Map:
        return m_parts.centre->mainPanel();
    case Arguments:
        return m_parts.inspector;
    case Status:
        return m_parts.status;
    default:
        return nullptr;
    }
}

QRect Tour::part(int step) const
{
    const QWidget *widget = target(step);
    if (widget == nullptr || !widget->isVisibleTo(m_window))
        return {};
    return QRect(widget->mapTo(m_window, QPoint(0, 0)), widget->size()) & m_window->rect();
}

void Tour::start()
{
    withdraw();
    m_isKnown = true;
    if (!isRunning()) {
        m_hadFocus = QApplication::focusWidget();
        goTo(0);
    }
    m_callout->takeFocus();
}

void Tour::goTo(int step)
{
    if (step < 0 || step >= count())
        return;
    m_escape->setEnabled(true);
    m_step = step;
    for (QWidget *widget : m_watched)
        widget->installEventFilter(this);
    showStep();
    m_callout->takeFocus();
}

void Tour::showStep()
{
    const Stop &stop = kStops[static_cast<std::size_t>(m_step)];
    QString text = tr(stop.text);
    if (part(m_step).isEmpty())
        text += u' ' + tr("This part is hidden; View → Side panels shows it.");
    m_callout->say(tr(stop.title), text, m_step + 1, count());
    place();
}

void Tour::place()
{
    if (!isRunning())
        return;
    const QRect at = part(m_step);
    QPoint anchor(std::min(at.width() / 2, kFarthestAnchor),
                  std::min(at.height() / 2, kFarthestAnchor));
    if (m_step == Map)
        anchor = QPoint(at.width() / 2, at.height() / 2);
    m_frame->setPart(at);
    m_callout->pointAt(at, at.topLeft() + anchor);
}

void Tour::end()
{
    if (!isRunning())
        return;
    m_step = -1;
    m_escape->setEnabled(false);
    for (QWidget *widget : m_watched)
        widget->removeEventFilter(this);
    const bool hadFocus = m_callout->isAncestorOf(QApplication::focusWidget());
    m_callout->hide();
    m_frame->hide();
    if (hadFocus && m_hadFocus != nullptr)
        m_hadFocus->setFocus(Qt::OtherFocusReason);
    m_hadFocus = nullptr;
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
        m_placing.start();
        break;
    case QEvent::Show:
    case QEvent::Hide:
        // The words say that a part is hidden.
        if (watched != m_window && watched == target(m_step))
            showStep();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Tour::offer()
{
    if (m_isKnown)
        return;
    m_isKnown = true;
    auto *box = new QWidget(m_parts.status);
    auto *take = offerButton(tr("New here? Take the tour"), box);
    markAccented(take);
    auto *decline = offerButton({}, box);
    decline->setIcon(themedIcon(u"close"));
    decline->setToolTip(tr("Not now; Help → Tour shows it"));
    decline->setAccessibleName(tr("No tour now"));
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(0);
    layout->addWidget(take);
    layout->addWidget(decline);
    m_offer = box;
    m_parts.status->addOffer(box);
    connect(take, &QToolButton::clicked, this, &Tour::start);
    connect(decline, &QToolButton::clicked, this, &Tour::withdraw);
    connect(m_history, &QUndoStack::indexChanged, box, [this](int index) {
        if (index > 0)
            withdraw();
    });
}

void Tour::withdraw()
{
    if (m_offer == nullptr)
        return;
    m_parts.status->removeWidget(m_offer);
    m_offer->deleteLater();
    m_offer = nullptr;
}

} // namespace convscope
