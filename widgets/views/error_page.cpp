// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/error_page.h"

#include "controls/command_button.h"
#include "controls/token_label.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "style/tokens.h"
#include "views/error_axes.h"
#include "views/last_maps.h"
#include "views/map_marks.h"
#include "views/repair_card.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kErrorMargin = 20;
constexpr int kFourCards = 720;

/// A part of the page: surface or window colour, a rule at its foot.
class Section : public QWidget
{
public:
    Section(TokenRole colour, QWidget *parent) : QWidget(parent), m_colour(colour) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().*m_colour);
        painter.fillRect(QRectF(0, height() - hairline(painter), width(), hairline(painter)),
                         tokens().line);
    }

private:
    TokenRole m_colour;
};

class ErrorIcon : public QWidget
{
public:
    explicit ErrorIcon(QWidget *parent) : QWidget(parent) { setFixedSize(20, 20); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, QRectF(1, 1, 18, 18), u"error", tokens().error);
    }
};

class StaleBadge : public QWidget
{
public:
    explicit StaleBadge(QWidget *parent) : QWidget(parent) { setFixedSize(120, scaledHeight(22)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintStaleBadge(painter, {width(), 0}, ErrorPage::tr("Out of date"));
    }
};

} // namespace

ErrorPage::ErrorPage(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Why there is no output"));
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto *facts = new Section(&Tokens::surface, m_content);
    auto *factRows = new QVBoxLayout(facts);
    factRows->setContentsMargins(kErrorMargin, 12, kErrorMargin, 6);
    factRows->setSpacing(12);
    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(9);
    titleRow->addWidget(new ErrorIcon(facts));
    m_title = new TokenLabel({}, FontRole::InspectorTitle, &Tokens::text, facts);
    m_title->setWordWrap(true);
    titleRow->addWidget(m_title, 1);
    auto *copy = new CommandButton(u"copy"_s, tr("Copy message"), {}, facts);
    copy->setFlat(true);
    connect(copy, &QAbstractButton::clicked, this, &ErrorPage::copyMessage);
    titleRow->addWidget(copy);
    factRows->addLayout(titleRow);
    m_formula = new QLabel(facts);
    m_formula->setTextFormat(Qt::RichText);
    m_formula->setWordWrap(true);
    m_formula->setTextInteractionFlags(Qt::TextSelectableByMouse);
    factRows->addWidget(m_formula);
    m_axes = new ErrorAxes(facts);
    factRows->addWidget(m_axes);
    column->addWidget(facts);

    m_repairs = new Section(&Tokens::window, m_content);
    auto *repairRows = new QVBoxLayout(m_repairs);
    repairRows->setContentsMargins(kErrorMargin, 12, kErrorMargin, 15);
    repairRows->setSpacing(8);
    auto *repairTitle = new QHBoxLayout;
    repairTitle->setSpacing(8);
    repairTitle->addWidget(
        new TokenLabel(tr("Repairs"), FontRole::Title, &Tokens::text, m_repairs));
    repairTitle->addWidget(new TokenLabel(tr("each one is a single step of undo"), FontRole::Text,
                                          &Tokens::text2, m_repairs),
                           1);
    repairRows->addLayout(repairTitle);
    m_cardGrid = new QGridLayout;
    m_cardGrid->setSpacing(13);
    repairRows->addLayout(m_cardGrid);
    column->addWidget(m_repairs);

    m_last = new QWidget(m_content);
    auto *lastRows = new QVBoxLayout(m_last);
    lastRows->setContentsMargins(kErrorMargin, 9, kErrorMargin, kErrorMargin);
    lastRows->setSpacing(8);
    auto *lastTitle = new QHBoxLayout;
    lastTitle->setSpacing(10);
    lastTitle->addWidget(
        new TokenLabel(tr("Last valid maps"), FontRole::Title, &Tokens::text, m_last));
    m_lastWords = new TokenLabel({}, FontRole::Number, &Tokens::text2, m_last);
    lastTitle->addWidget(m_lastWords, 1);
    lastTitle->addWidget(new StaleBadge(m_last));
    lastRows->addLayout(lastTitle);
    m_lastMaps = new LastMaps(m_last);
    lastRows->addWidget(m_lastMaps);
    column->addWidget(m_last);
    column->addStretch(1);
    m_last->hide();
    m_repairs->hide();
    setWidget(m_content);
}

void ErrorPage::setReport(const ErrorReport &report)
{
    m_report = report;
    if (m_report.repairs.size() > kMostRepairs)
        m_report.repairs.resize(kMostRepairs);
    m_title->setText(m_report.title);
    m_axes->setAxes(m_report.axes);
    m_axes->setVisible(!m_report.axes.empty());
    updateFormula();
    for (RepairCard *old : m_cards) {
        m_cardGrid->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    m_cards.clear();
    for (std::size_t i = 0; i < m_report.repairs.size(); ++i) {
        auto *made = new RepairCard(m_report.repairs[i], i == 0, m_repairs);
        const int index = static_cast<int>(i);
        connect(made, &RepairCard::applied, this, [this, index] { Q_EMIT applyRepair(index); });
        m_cards.push_back(made);
    }
    setRepairKey(m_repairKey);
    placeCards();
    m_repairs->setVisible(!m_cards.empty());
    setAccessibleDescription(plainText());
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ErrorPage::setRepairKey(const QString &key)
{
    m_repairKey = key;
    if (!m_cards.empty())
        m_cards.front()->setKey(key);
}

/// Four in a row, or two where that would cut their words. Few cards keep the width of four.
void ErrorPage::placeCards()
{
    const int columns = viewport()->width() >= kFourCards ? 4 : 2;
    for (int column = 0; column < 4; ++column)
        m_cardGrid->setColumnStretch(column, column < columns ? 1 : 0);
    for (int i = 0; i < repairCount(); ++i)
        m_cardGrid->addWidget(m_cards[static_cast<std::size_t>(i)], i / columns, i % columns);
}

void ErrorPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeCards();
}

void ErrorPage::updateFormula()
{
    m_formula->setFont(convscope::font(FontRole::Number));
    QString words;
    for (const ErrorSpan &span : m_report.formula) {
        QString text = span.text.toHtmlEscaped();
        text.replace(u"  "_s, u"&nbsp; "_s);
        switch (span.kind) {
        case ErrorSpan::Kind::Plain:
            words += text;
            break;
        case ErrorSpan::Kind::Strong:
            words += u"<b>"_s + text + u"</b>"_s;
            break;
        case ErrorSpan::Kind::Bad:
            words +=
                u"<b><font color=\"%1\">"_s.arg(tokens().error.name()) + text + u"</font></b>"_s;
            break;
        }
    }
    m_formula->setText(words);
    m_formula->setVisible(!words.isEmpty());
}

void ErrorPage::setMiniature(int repair, const QImage &picture)
{
    if (repair >= 0 && repair < repairCount())
        m_cards[static_cast<std::size_t>(repair)]->setMiniature(picture);
}

void ErrorPage::setLastMaps(const QString &words, const std::vector<QImage> &pictures)
{
    m_lastWords->setText(words);
    m_lastMaps->setPictures(pictures);
    m_last->setVisible(!pictures.empty());
}

QString ErrorPage::plainText() const
{
    QString text = m_report.title + u'\n';
    for (const ErrorSpan &span : m_report.formula)
        text += span.text;
    if (!m_report.formula.empty())
        text += u'\n';
    if (!m_report.axes.empty())
        text += m_axes->spokenText() + u'\n';
    return text;
}

void ErrorPage::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier) && !m_cards.empty()) {
        Q_EMIT applyRepair(0);
        return;
    }
    QScrollArea::keyPressEvent(event);
}

void ErrorPage::changeEvent(QEvent *event)
{
    // The formula carries its colour in its text.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateFormula();
    QScrollArea::changeEvent(event);
}

} // namespace convscope
