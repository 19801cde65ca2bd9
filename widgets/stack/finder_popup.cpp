// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/finder_popup.h"

#include "controls/search_field.h"
#include "controls/token_label.h"
#include "stack/finder_model.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 400;
constexpr int kPopupHeight = 420;
constexpr int kPopupRadius = 6;

/// A key as a small framed chip with what it does.
class KeyHint : public QWidget
{
public:
    KeyHint(const QString &key, const QString &text, QWidget *parent)
        : QWidget(parent), m_key(key), m_text(text)
    {
        const QFontMetrics keys(convscope::font(FontRole::MonoCaption));
        const QFontMetrics captions(convscope::font(FontRole::Caption));
        m_chip = keys.horizontalAdvance(key) + 12;
        setFixedSize(m_chip + 8 + captions.horizontalAdvance(text), 22);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF chip(0.5, 2.5, m_chip - 1, 17);
        painter.setPen(QPen(t.line, 1));
        painter.drawRoundedRect(chip, 2, 2);
        painter.setPen(t.text2);
        painter.setFont(convscope::font(FontRole::MonoCaption));
        painter.drawText(chip, Qt::AlignCenter, m_key);
        painter.setFont(convscope::font(FontRole::Caption));
        painter.drawText(QRect(m_chip + 8, 0, width(), height()), Qt::AlignVCenter, m_text);
    }

private:
    QString m_key;
    QString m_text;
    int m_chip = 0;
};

} // namespace

FinderPopup::FinderPopup(std::vector<FinderEntry> entries, const QString &placeholder,
                         const QString &footer, const QString &verb, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_model(new FinderModel(std::move(entries), this)),
      m_list(new QListView(this)), m_search(new SearchField(this)),
      m_nothing(new TokenLabel({}, FontRole::Text, &Tokens::text2, this)),
      m_foot(new TokenLabel(footer, FontRole::Caption, &Tokens::text2, this)), m_footer(footer)
{
    setAttribute(Qt::WA_DeleteOnClose);
    // For the round corners.
    setAttribute(Qt::WA_TranslucentBackground);
    setFixedSize(kWidth, scaledHeight(kPopupHeight));
    setAccessibleName(placeholder);
    SearchField *search = m_search;
    search->setPlaceholderText(placeholder);
    search->setAccessibleName(placeholder);
    search->setToolTip(placeholder);
    search->setFixedHeight(scaledHeight(28));
    search->installEventFilter(this);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(9, 8, 9, 8);
    top->addWidget(search, 1);

    m_list->setModel(m_model);
    m_list->setItemDelegate(new FinderDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(placeholder);
    m_list->viewport()->setAutoFillBackground(false);

    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 6, 12, 8);
    foot->addWidget(m_foot);
    foot->addStretch();
    foot->addWidget(new KeyHint(tr("Enter"), verb, this));
    foot->addSpacing(10);
    foot->addWidget(new KeyHint(tr("Esc"), tr("close"), this));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_nothing->setContentsMargins(16, 16, 16, 16);
    m_nothing->setWordWrap(true);
    layout->addLayout(foot);

    connect(search, &QLineEdit::textChanged, this, &FinderPopup::filter);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { choose(index.row()); });
    filter({});
}

void FinderPopup::openAt(QPoint globalPosition)
{
    m_hadFocus = QApplication::focusWidget();
    if (const QWidget *window = parentWidget() != nullptr ? parentWidget()->window() : nullptr) {
        const QRect area(window->mapToGlobal(QPoint(0, 0)), window->size());
        globalPosition.setX(std::clamp(globalPosition.x(), area.left() + 4,
                                       std::max(area.left() + 4, area.right() - width() - 4)));
        globalPosition.setY(std::clamp(globalPosition.y(), area.top() + 4,
                                       std::max(area.top() + 4, area.bottom() - height() - 4)));
    }
    move(globalPosition);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

int FinderPopup::shownCount() const
{
    return m_model->entryCount();
}

void FinderPopup::filter(const QString &query)
{
    m_model->setQuery(query);
    m_search->setRemark(tr("%1 of %2").arg(m_model->entryCount()).arg(m_model->total()));
    m_foot->setText(m_footer);
    m_nothing->setText(tr("Nothing answers to “%1”").arg(query.trimmed()));
    m_nothing->setVisible(m_model->entryCount() == 0);
    m_list->setVisible(m_model->entryCount() > 0);
    m_list->setCurrentIndex({});
    m_list->scrollToTop();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const FinderEntry *entry = m_model->entry(row);
        if (entry == nullptr || entry->isRefused)
            continue;
        m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_model->index(row));
        break;
    }
}

void FinderPopup::chooseByKey()
{
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    const FinderEntry *entry = m_model->entry(row);
    if (entry == nullptr && m_model->entryCount() > 0)
        m_foot->setText(tr("None of these goes here; a click takes one all the same"));
    else if (entry != nullptr && entry->isRefused)
        m_foot->setText(tr("%1 does not go here; a click takes it all the same").arg(entry->title));
    else if (entry != nullptr)
        choose(row);
}

void FinderPopup::step(int rows)
{
    const int count = m_model->rowCount();
    const int direction = rows < 0 ? -1 : 1;
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    for (int left = std::abs(rows); left > 0; --left) {
        int next = row + direction;
        while (next >= 0 && next < count && m_model->entry(next) == nullptr)
            next += direction;
        if (next < 0 || next >= count)
            break;
        row = next;
    }
    if (row >= 0 && row < count && m_model->entry(row) != nullptr) {
        m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_model->index(row));
    }
}

void FinderPopup::choose(int row)
{
    const FinderEntry *entry = m_model->entry(row);
    if (entry == nullptr)
        return;
    const int id = entry->id;
    const QPointer<FinderPopup> alive(this);
    hide();
    if (alive)
        Q_EMIT chosen(id);
    if (alive)
        close();
}

bool FinderPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(6);
        return true;
    case Qt::Key_PageUp:
        step(-6);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseByKey();
        return true;
    default:
        return false;
    }
}

void FinderPopup::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    cutCorners(this, kPopupRadius);
}

void FinderPopup::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    paintPanel(painter, rect(), kPopupRadius, t.surface, t.line);
    const int foot = scaledHeight(36);
    painter.fillRect(QRect(1, height() - foot - 1, width() - 2, 1), t.line);
}

void FinderPopup::hideEvent(QHideEvent *event)
{
    if (m_hadFocus != nullptr && !QApplication::closingDown())
        m_hadFocus->setFocus(Qt::PopupFocusReason);
    m_hadFocus = nullptr;
    QFrame::hideEvent(event);
}

} // namespace convscope
