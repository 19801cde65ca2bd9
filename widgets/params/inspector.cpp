// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/inspector.h"

#include "controls/filter_bar.h"
#include "controls/segmented_tabs.h"
#include "controls/token_label.h"
#include "layers/layer.h"
#include "params/input_form.h"
#include "params/name_edit.h"
#include "params/param_form.h"
#include "params/param_row.h"
#include "params/reads_section.h"
#include "style/convscope_style.h"
#include "style/layer_icon.h"
#include "style/numbers.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kArgumentsTab = 0;
/// Where the active page has one; the statistics stand last.
constexpr int kPageTab = 1;

QToolButton *headButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(themedIcon(icon));
    button->setIconSize({16, 16});
    button->setFixedSize(28, 28);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// A section with the rule that parts it from the next one.
QWidget *ruled(QWidget *section)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(section);
    column->addWidget(new HairLine);
    return box;
}

QString share(qint64 part, qint64 whole)
{
    if (whole <= 0 || part == 0)
        return integerText(part);
    return u"%1 (%2 %)"_s.arg(
        integerText(part),
        QString::number(100.0 * static_cast<double>(part) / static_cast<double>(whole), 'f', 1));
}

QString deadText(const LayerStatistics &s)
{
    constexpr qsizetype kShown = 8;
    if (s.deadMaps.isEmpty())
        return Inspector::tr("none of %1").arg(integerText(s.maps));
    QStringList names;
    for (const int map : s.deadMaps.mid(0, kShown))
        names << QString::number(map);
    const QString text = names.join(u", "_s);
    const auto more = static_cast<int>(s.deadMaps.size() - kShown);
    return more > 0 ? Inspector::tr("%1 and %n more", nullptr, more).arg(text) : text;
}

} // namespace

Inspector::Inspector(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)),
      m_title(new TokenLabel({}, FontRole::InspectorTitle, &Tokens::text, this)),
      m_name(new NameEdit(this)),
      m_quietName(new TokenLabel({}, FontRole::MonoCaption, &Tokens::text2, this)),
      m_help(headButton(u"help"_s, tr("Help on this layer"), this)),
      m_more(headButton(u"more"_s, tr("More actions"), this)), m_tabs(new SegmentedTabs(this)),
      m_scroll(new QScrollArea(this)), m_head(new QWidget(this)), m_arguments(new QWidget),
      m_form(new ParamForm), m_reads(new ReadsSection),
      m_stated(new FactTable(tr("Stated by the file"))), m_largest(new LargestTable),
      m_statedBox(ruled(m_stated)), m_largestBox(ruled(m_largest)),
      m_output(new FactTable(tr("Output"))), m_cost(new FactTable(tr("Cost"))),
      m_statistics(new FactTable({})), m_facts(new FactTable({})), m_input(new InputForm),
      m_sentence(new TokenLabel({}, FontRole::Text, &Tokens::text2))
{
    setMinimumWidth(264);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->setContentsMargins(0, 0, 0, 0);
    m_title->setFixedHeight(scaledHeight(20));
    m_title->setContentsMargins(0, 2, 0, 0);
    m_title->setElided(true);
    words->addWidget(m_title);
    words->addWidget(m_name);
    words->addWidget(m_quietName);
    m_icon->setFixedSize(20, 20);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(14, 9, 10, 7);
    head->setSpacing(8);
    head->addWidget(m_icon);
    head->addLayout(words, 1);
    head->addWidget(m_help);
    head->addWidget(m_more);

    m_filter = new FilterBar(tr("Filter arguments"), tr("Name of an argument"), m_head);
    connect(m_filter, &FilterBar::textChanged, this, &Inspector::applyFilter);
    connect(m_filter, &FilterBar::listWanted, m_form, &ParamForm::focusFirstShown);

    m_tabs->addTab(tr("Arguments"));
    m_tabs->addTab(tr("Statistics"));
    m_tabs->setAccessibleName(tr("What to show of the layer"));
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(14, 0, 14, 0);
    tabs->addWidget(m_tabs);

    auto *arguments = new QVBoxLayout(m_arguments);
    arguments->setContentsMargins(0, 0, 0, 0);
    arguments->setSpacing(0);
    arguments->addWidget(m_form);
    arguments->addWidget(new HairLine);
    arguments->addWidget(m_statedBox);
    arguments->addWidget(m_largestBox);
    arguments->addWidget(m_reads);
    arguments->addWidget(new HairLine);
    arguments->addWidget(m_output);
    arguments->addWidget(new HairLine);
    arguments->addWidget(m_cost);

    auto *content = new QWidget;
    auto *pages = new QVBoxLayout(content);
    pages->setContentsMargins(0, 13, 0, 0);
    pages->setSpacing(0);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(14, 10, 14, 0);
    for (QWidget *page :
         {m_arguments, static_cast<QWidget *>(m_statistics), static_cast<QWidget *>(m_facts),
          static_cast<QWidget *>(m_input), static_cast<QWidget *>(m_sentence)})
        pages->addWidget(page);
    pages->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    overlayScrollBars(m_scroll);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    // They paint nothing: where they grow or shrink, only the rows that move are painted again.
    for (QWidget *holder : {content, m_arguments, static_cast<QWidget *>(m_form)})
        holder->setAttribute(Qt::WA_StaticContents);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addLayout(tabs);
    column->addWidget(m_scroll, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, &Inspector::showTab);
    connect(m_form, &ParamForm::edited, this, &Inspector::edited);
    connect(m_name, &NameEdit::renameRequested, this, &Inspector::renameRequested);
    connect(m_help, &QToolButton::clicked, this, &Inspector::helpRequested);
    connect(m_more, &QToolButton::clicked, this,
            [this] { Q_EMIT menuRequested(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    setStatistics(std::nullopt);
    setStated({});
    setLargest({});
    clear(tr("Select a layer to see its arguments."));
}

Inspector::~Inspector() = default;

void Inspector::layOutNow()
{
    // Children come after their parents in the list; a layout that is up to date costs nothing.
    const auto inside = m_scroll->widget()->findChildren<QWidget *>();
    for (auto widget = inside.rbegin(); widget != inside.rend(); ++widget) {
        if (QLayout *layout = (*widget)->layout())
            layout->activate();
    }
    m_scroll->widget()->layout()->activate();
    // The page is as high as its layout asks, at least as high as the view.
    QWidget *page = m_scroll->widget();
    const QSize view = m_scroll->viewport()->size();
    page->resize(view.width(), std::max(page->minimumSizeHint().height(), view.height()));
}

void Inspector::showHead(const QString &icon, const QString &title, const QString &name)
{
    if (icon != m_iconName) {
        m_iconName = icon;
        m_icon->update();
        update();
    }
    m_title->setText(title);
    m_name->setName(name);
    m_quietName->setText(name);
}

void Inspector::setLayer(const Layer &layer, int spatialRank)
{
    showHead(layerIcon(layer.type().group), QString::fromStdString(layer.type().className),
             QString::fromStdString(layer.name()));
    m_form->setLayer(layer, spatialRank);
    if (m_filter->isOpen())
        applyFilter();
    showPage(Page::Layer);
}

void Inspector::setFacts(const QString &icon, const QString &title, const QString &name,
                         const QList<Fact> &facts)
{
    showHead(icon, title, name);
    m_facts->setFacts(facts);
    m_form->clear();
    showPage(Page::Facts);
}

void Inspector::setInput(const QString &title, const QString &name)
{
    showHead(u"image"_s, title, name);
    m_form->clear();
    showPage(Page::Input);
}

void Inspector::clear(const QString &sentence)
{
    showHead({}, {}, {});
    m_sentence->setText(sentence);
    m_form->clear();
    showPage(Page::Nothing);
}

void Inspector::showPage(Page page)
{
    m_page = page;
    const bool isLayer = page == Page::Layer;
    if (!isLayer)
        m_filter->dismiss();
    m_head->setVisible(page != Page::Nothing);
    m_help->setVisible(isLayer);
    m_more->setVisible(isLayer);
    m_name->setVisible(isLayer);
    m_quietName->setVisible(!isLayer);
    m_tabs->setVisible(isLayer);
    m_facts->setVisible(page == Page::Facts);
    m_input->setVisible(page == Page::Input);
    m_sentence->setVisible(page == Page::Nothing);
    showTab();
}

void Inspector::showTab()
{
    const bool isLayer = m_page == Page::Layer;
    const int tab = m_tabs->currentIndex();
    m_arguments->setVisible(isLayer && tab == kArgumentsTab);
    m_statistics->setVisible(isLayer && tab == m_tabs->count() - 1);
    if (m_pageTab != nullptr)
        m_pageTab->setVisible(isLayer && tab == kPageTab);
}

void Inspector::setPageTab(QWidget *content, const QString &title)
{
    if (content == m_pageTab)
        return;
    if (m_pageTab != nullptr) {
        m_pageTab->hide();
        const bool wasShown = m_tabs->currentIndex() == kPageTab;
        m_pageTab = nullptr;
        m_tabs->removeTab(kPageTab);
        if (wasShown)
            m_tabs->setCurrentIndex(kArgumentsTab);
    }
    m_pageTab = content;
    if (content != nullptr) {
        auto *pages = static_cast<QVBoxLayout *>(m_scroll->widget()->layout());
        if (pages->indexOf(content) < 0)
            pages->insertWidget(1, content);
        m_tabs->insertTab(kPageTab, title);
        m_tabs->setCurrentIndex(kPageTab);
    }
    showTab();
}

void Inspector::setOutput(const QList<Fact> &rows)
{
    m_output->setFacts(rows);
}

void Inspector::setStated(const QList<Fact> &facts)
{
    m_stated->setFacts(facts);
    m_statedBox->setVisible(!facts.isEmpty());
}

void Inspector::setLargest(const LargestShares &shares)
{
    m_largest->setShares(shares);
    m_largestBox->setVisible(!shares.isEmpty());
}

void Inspector::setCost(const QList<Fact> &rows)
{
    m_cost->setFacts(rows);
}

void Inspector::setStatistics(const std::optional<LayerStatistics> &statistics)
{
    if (!statistics) {
        m_statistics->setFacts({{tr("not computed"), QString(), false}});
        return;
    }
    const LayerStatistics &s = *statistics;
    m_statistics->setFacts({
        {tr("minimum"), valueText(s.minimum), false},
        {tr("maximum"), valueText(s.maximum), false},
        {tr("mean"), valueText(s.mean), false},
        {tr("standard deviation"), valueText(s.standardDeviation), false},
        {tr("values"), integerText(s.count), false},
        {tr("zeros"), share(s.zeros, s.count), false},
        {tr("not finite"), share(s.nonfinite, s.count), s.nonfinite > 0},
        {tr("dead maps"), deadText(s), false},
    });
}

void Inspector::setHelpKey(const QString &key)
{
    const QString words = tr("Help on this layer");
    m_help->setToolTip(key.isEmpty() ? words : u"%1 (%2)"_s.arg(words, key));
}

void Inspector::beginRename()
{
    if (m_page == Page::Layer)
        m_name->beginEdit();
}

void Inspector::focusArgument(const QString &argument)
{
    m_filter->dismiss();
    m_tabs->setCurrentIndex(kArgumentsTab);
    m_form->focusArgument(argument);
    // After the rows that were folded have got their places.
    if (ParamRow *row = m_form->row(argument))
        QTimer::singleShot(0, row, [this, row] { m_scroll->ensureWidgetVisible(row, 0, 20); });
}

bool Inspector::startFilter()
{
    if (m_page != Page::Layer)
        return false;
    m_tabs->setCurrentIndex(kArgumentsTab);
    m_filter->open();
    applyFilter();
    return true;
}

void Inspector::applyFilter()
{
    m_form->setFilter(m_filter->text());
    m_filter->setMatches(m_form->shownCount(), m_form->argumentCount());
}

void Inspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_filter->isOpen())
        m_filter->dismiss();
    else if (event->key() == Qt::Key_F2 && m_page == Page::Layer)
        beginRename();
    else
        QWidget::keyPressEvent(event);
}

void Inspector::paintEvent(QPaintEvent *)
{
    if (m_iconName.isEmpty())
        return;
    QPainter painter(this);
    const QRect icon(m_icon->mapTo(this, QPoint(0, 0)), m_icon->size());
    paintIcon(painter, icon, m_iconName, tokens().accentText);
}

} // namespace convscope
