// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/stack_panel.h"

#include "controls/filter_bar.h"
#include "controls/token_label.h"
#include "stack/card_list.h"
#include "stack/edge_strip.h"
#include "stack/insert_handle.h"
#include "stack/layer_card_delegate.h"
#include "style/convscope_style.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "style/tokens.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

/// The dashed row under the last card: "+ Add layer   Ins".
class AddRow : public QToolButton
{
public:
    using QToolButton::QToolButton;

    void setKey(const QString &key)
    {
        m_key = key;
        update();
    }

    [[nodiscard]] QSize sizeHint() const override { return {120, scaledHeight(34)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        QPainter painter(this);
        const QRectF row = QRectF(rect()).adjusted(2, 0, -2, 0);
        if (underMouse())
            paintPanel(painter, row, 6, isDown() ? t.pressed : t.hover, QColor());
        paintDashedEdge(painter, row, 6, 1, t.line);
        paintIcon(painter, QRectF(row.left() + 12, (height() - 16) / 2.0, 16, 16), u"add", t.text2);
        painter.setFont(convscope::font(FontRole::Text));
        painter.setPen(t.text2);
        painter.drawText(row.adjusted(37, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        if (!m_key.isEmpty())
            paintKeyChip(painter, row.adjusted(0, 0, -13, 0), m_key);
    }

private:
    QString m_key;
};

namespace {

/// Left of the cards where nothing is drawn beside them.
constexpr int kEdge = 6;

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

StackPanel::StackPanel(QWidget *parent)
    : QWidget(parent), m_model(new LayerListModel(this)), m_delegate(new LayerCardDelegate(this)),
      m_list(new CardList(this)), m_add(new QToolButton(this)), m_addBelow(new AddRow(this)),
      m_rails(nullptr), m_above(nullptr), m_below(nullptr), m_rows(new QHBoxLayout),
      m_layers(new TokenLabel({}, FontRole::Caption, &Tokens::text2, this)),
      m_parameters(new TokenLabel({}, FontRole::MonoCaption, &Tokens::text2, this)),
      m_nextProblem(new QToolButton(this)),
      m_nothingFound(new TokenLabel(tr("No layer matches"), FontRole::Text, &Tokens::text2, this))
{
    setAccessibleName(tr("Stack"));
    setAcceptDrops(true);

    auto *title = new QLabel(tr("Stack"), this);
    title->setFont(convscope::font(FontRole::Title));
    m_add->setText(tr("Add layer"));
    m_add->setIcon(themedIcon(u"add", &Tokens::accentText));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAutoRaise(true);
    markAccented(m_add);
    m_add->setAccessibleName(tr("Add layer"));
    auto *header = new QHBoxLayout;
    header->setContentsMargins(12, 2, 8, 0);
    header->addWidget(title);
    header->addStretch();
    header->addWidget(m_add);
    auto *headerBox = new QWidget(this);
    // The first card has two pixels of its own above it.
    headerBox->setFixedHeight(scaledHeight(40) - 2);
    headerBox->setLayout(header);
    m_filter = new FilterBar(tr("Find layers"), tr("Class, name or shape"), headerBox);
    m_filter->addSteps();

    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(tr("Layers of the stack"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDragDropOverwriteMode(false);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);

    m_insert = new InsertHandle(m_list);
    m_rails = new RailStrip(m_list, this);
    m_rails->hide();

    m_addBelow->setText(tr("Add layer"));
    m_addBelow->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_addBelow->setAccessibleName(tr("Add layer at the end"));

    m_nothingFound->setContentsMargins(8, 8, 8, 8);
    m_nothingFound->hide();

    auto *body = new QVBoxLayout;
    body->setContentsMargins(0, 0, 6, 8);
    body->setSpacing(0);
    body->addWidget(m_nothingFound);
    m_rows->setSpacing(0);
    m_rows->setContentsMargins(kEdge, 0, 0, 0);
    m_rows->addWidget(m_rails);
    m_rows->addWidget(m_list, 1);
    body->addLayout(m_rows, 1000);
    body->addSpacing(4);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(kEdge, 0, 0, 0);
    below->addWidget(m_addBelow);
    body->addLayout(below);
    body->addStretch(1);

    auto *foot = new QWidget(this);
    foot->setFixedHeight(scaledHeight(34));
    auto *footLayout = new QHBoxLayout(foot);
    footLayout->setContentsMargins(12, 0, 12, 0);
    m_nextProblem->setAutoRaise(true);
    markAccented(m_nextProblem);
    QFont wayFont = convscope::font(FontRole::Caption);
    wayFont.setWeight(QFont::Medium);
    m_nextProblem->setFont(wayFont);
    m_nextProblem->setAccessibleName(tr("Next problem"));
    m_nextProblem->hide();
    m_layers->setElided(true);
    footLayout->addWidget(m_layers);
    footLayout->addStretch();
    footLayout->addWidget(m_parameters);
    footLayout->addWidget(m_nextProblem);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(headerBox);
    layout->addLayout(body, 1);
    layout->addWidget(new HairLine(this));
    layout->addWidget(foot);
    setKeys({}, {});

    connect(m_add, &QToolButton::clicked, this,
            [this] { Q_EMIT addRequested(selected() + 1, -1); });
    connect(m_addBelow, &QToolButton::clicked, this,
            [this] { Q_EMIT addRequested(m_model->card(m_model->rowCount() - 1).layer + 1, -1); });
    connect(m_insert, &InsertHandle::insertRequested, this, [this](int row) {
        Q_EMIT addRequested(m_model->card(row).layer + 1, readerBelow(row));
    });
    connect(m_rails, &RailStrip::rowWanted, this, &StackPanel::goToRow);
    m_above = new EdgeStrip(EdgeStrip::Edge::Above, m_list, m_rails, this);
    m_below = new EdgeStrip(EdgeStrip::Edge::Below, m_list, m_rails, this);
    for (const EdgeStrip *strip : {m_above, m_below})
        connect(strip, &EdgeStrip::rowWanted, this, &StackPanel::goToRow);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, &StackPanel::followEdges);
    connect(m_list->verticalScrollBar(), &QScrollBar::rangeChanged, this, &StackPanel::followEdges);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, &StackPanel::scrolled);
    connect(m_list->verticalScrollBar(), &QScrollBar::rangeChanged, this, &StackPanel::scrolled);
    connect(m_filter, &FilterBar::textChanged, this, &StackPanel::applyFilter);
    connect(m_filter, &FilterBar::hitsOnlyToggled, this, &StackPanel::applyFilter);
    connect(m_filter, &FilterBar::stepWanted, this, &StackPanel::hitWanted);
    connect(m_filter, &FilterBar::listWanted, this, [this] {
        Q_EMIT hitWanted(0);
        focusList();
    });
    connect(m_nextProblem, &QToolButton::clicked, this, &StackPanel::nextProblemRequested);
    connect(m_model, &LayerListModel::moveRequested, this, [this](int from, int to) {
        if (!m_rails->rails().isShown)
            Q_EMIT moveRequested(from, to);
    });
    connect(m_model, &LayerListModel::placeRequested, this, &StackPanel::place);
    connect(m_model, &LayerListModel::renameRequested, this, &StackPanel::renameRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                m_rails->setCurrentRow(current.row());
                if (!current.isValid() || m_isQuiet)
                    return;
                const LayerCard &card = m_model->card(current.row());
                if (card.isInput)
                    Q_EMIT inputWanted(card.input);
                Q_EMIT selectionChanged(card.layer);
            });
}

void StackPanel::setCards(std::vector<LayerCard> cards)
{
    m_isQuiet = true;
    m_model->setCards(std::move(cards));
    m_isQuiet = false;
    hideRows();
    Q_EMIT scrolled();
}

void StackPanel::setCard(int row, const LayerCard &card)
{
    if (row >= m_model->rowCount())
        return;
    m_model->setCard(row, card);
}

void StackPanel::setRails(Rails rails)
{
    m_rails->setRails(std::move(rails));
    m_rails->setCurrentRow(m_list->currentIndex().row());
    showRails();
}

void StackPanel::showRails()
{
    const bool isShown = m_rails->rails().isShown && !m_showsHitsOnly;
    // Cards have two pixels of their own.
    m_rows->setContentsMargins(isShown ? 0 : kEdge, 0, 0, 0);
    m_rails->setVisible(isShown);
    m_delegate->setNarrow(isShown);
    followEdges();
}

void StackPanel::followEdges()
{
    if (m_below == nullptr)
        return;
    m_above->follow();
    m_below->follow();
}

void StackPanel::select(int layer, int input)
{
    m_isQuiet = true;
    const QModelIndex index = m_model->index(m_model->rowOf(layer, input));
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(index);
    m_isQuiet = false;
}

QListView *StackPanel::list() const
{
    return m_list;
}

int StackPanel::selected() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_model->card(index.row()).layer : -1;
}

int StackPanel::readerBelow(int row) const
{
    const auto &rows = m_rails->rails().rows;
    for (int below = row + 1; below < static_cast<int>(rows.size()); ++below) {
        const Rails::Row &at = rows[static_cast<std::size_t>(below)];
        if (!at.isNode)
            continue;
        const LaneRow &here = m_rails->rails().lanes.rows[static_cast<std::size_t>(at.node)];
        // A folded block has readers inside.
        const bool isLayer = m_model->card(below).kind != CardKind::Block;
        return here.readsAbove && isLayer ? m_model->card(below).layer : -1;
    }
    return -1;
}

void StackPanel::setTotals(int layers, const QString &parameters, int problems)
{
    QString left = layers == 1 ? tr("1 layer") : tr("%n layers", nullptr, layers);
    if (m_blocks > 0)
        left = m_blocks == 1 ? tr("%1 in 1 block").arg(left)
                             : tr("%1 in %n blocks", nullptr, m_blocks).arg(left);
    if (problems > 0)
        left = tr("%1, %2").arg(left, problems == 1 ? tr("1 problem")
                                                    : tr("%n problems", nullptr, problems));
    m_layers->setText(left);
    m_parameters->setText(parameters);
    m_parameters->setVisible(problems == 0);
    m_nextProblem->setVisible(problems > 0);
}

void StackPanel::setBlocks(int blocks)
{
    m_blocks = blocks;
}

void StackPanel::setCompact(bool compact)
{
    m_isCompact = compact;
    m_add->setToolButtonStyle(compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    updateLook();
}

void StackPanel::setDense(bool dense)
{
    if (dense == m_isDense)
        return;
    m_isDense = dense;
    updateLook();
}

void StackPanel::updateLook()
{
    m_delegate->setLook(m_isCompact ? LayerCardDelegate::Look::Compact
                        : m_isDense ? LayerCardDelegate::Look::Dense
                                    : LayerCardDelegate::Look::Full);
    m_list->doItemsLayout();
    fitList();
}

void StackPanel::setKeys(const QString &add, const QString &problem)
{
    m_addBelow->setKey(add);
    m_add->setToolTip(add.isEmpty() ? tr("Adds a layer below the selected one.")
                                    : tr("Adds a layer below the selected one (%1).").arg(add));
    const QString words = tr("Next problem");
    m_nextProblem->setText(problem.isEmpty() ? words : u"%1  %2"_s.arg(words, problem));
}

void StackPanel::fitList()
{
    // The row that adds a layer follows the last card; a long list scrolls above it.
    int height = 0;
    int shown = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_list->isRowHidden(row))
            continue;
        height += m_list->sizeHintForRow(row);
        ++shown;
    }
    m_list->setMaximumHeight(std::max(height, 1));
    m_rails->setMaximumHeight(std::max(height, 1));
    m_nothingFound->setVisible(shown == 0 && m_model->rowCount() > 0);
}

void StackPanel::startRenaming()
{
    if (selected() >= 0)
        m_list->startRenaming(m_list->currentIndex());
}

void StackPanel::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

QPoint StackPanel::addPosition(int layer) const
{
    const QRect item = m_list->visualRect(m_model->index(m_model->rowOf(layer)));
    return m_list->viewport()->mapToGlobal(QPoint(item.right() + 2, item.bottom() - 8));
}

void StackPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void StackPanel::dropEvent(QDropEvent *event)
{
    const QStringList paths = localPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    // On the card of an input: for that one.
    const QPoint at = m_list->viewport()->mapFrom(this, event->position().toPoint());
    if (const QModelIndex index = m_list->indexAt(at);
        index.isValid() && m_model->card(index.row()).isInput)
        Q_EMIT inputWanted(m_model->card(index.row()).input);
    Q_EMIT filesDropped(paths);
}

} // namespace convscope
