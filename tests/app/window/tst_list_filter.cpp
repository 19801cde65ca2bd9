// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Ctrl+F in the real window: the field opens at the head of the panel with the focus.
#include "controls/filter_bar.h"
#include "controls/search_field.h"
#include "pages/explore/explore_page.h"
#include "params/inspector.h"
#include "params/param_form.h"
#include "params/param_row.h"
#include "stack/card_filter.h"
#include "stack/stack_panel.h"
#include "support/window_look.h"
#include "views/feature_map_view.h"
#include "views/map_grid.h"
#include "window/actions/actions.h"
#include "window/frame/main_window.h"

#include <QListView>
#include <QTest>
#include <QToolButton>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstListFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init();
    void cleanup() { m_window.reset(); }

    void findsCards_data();
    void findsCards();
    void filtersTheStack();
    void filtersTheMaps();
    void filtersTheArguments();
    void opensForThePanelWithTheFocus();
    void nothingElseMoves();
    void closesFromTheListToo();
    void staysWhileTheStackChanges();

private:
    bool settle();
    /// Presses Ctrl+F where the focus is.
    void press();
    static void type(FilterBar *bar, const QString &text);
    [[nodiscard]] QStringList shownLayers() const;
    [[nodiscard]] StackPanel *stack() const { return m_window->stackPanel(); }
    [[nodiscard]] MapGridPanel *grid() const { return m_window->page<ExplorePage>()->grid(); }
    [[nodiscard]] Inspector *inspector() const { return m_window->inspector(); }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TstListFilter::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->resize(1440, 900);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    m_window->openFirstLook();
    QVERIFY(settle());
}

bool TstListFilter::settle()
{
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
}

void TstListFilter::press()
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
}

void TstListFilter::type(FilterBar *bar, const QString &text)
{
    bar->field()->clear();
    QTest::keyClicks(bar->field(), text);
}

QStringList TstListFilter::shownLayers() const
{
    QStringList names;
    const QListView *list = stack()->list();
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        if (!list->isRowHidden(row))
            names << list->model()->index(row, 0).data(Qt::EditRole).toString();
    }
    return names;
}

void TstListFilter::findsCards_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("nothing typed") << QString() << true;
    QTest::newRow("the class in small letters") << u"separable"_s << true;
    QTest::newRow("the name") << u"sep_1"_s << true;
    QTest::newRow("the shape as it stands") << u"150×225"_s << true;
    QTest::newRow("the shape as it is typed") << u"150x225x24"_s << true;
    QTest::newRow("words of several parts") << u"conv 225"_s << true;
    QTest::newRow("one word that is missing") << u"conv 226"_s << false;
    QTest::newRow("another class") << u"pooling"_s << false;
}

void TstListFilter::findsCards()
{
    QFETCH(QString, text);
    LayerCard card;
    card.title = u"SeparableConv2D"_s;
    card.name = u"sep_1"_s;
    card.shape = u"150×225×24"_s;
    QTEST(matches(card, text), "isFound");
}

void TstListFilter::filtersTheStack()
{
    m_window->selection()->selectLayer(1);
    stack()->focusList();
    press();
    FilterBar *bar = stack()->filter();
    QVERIFY(bar->isVisible());
    QVERIFY(bar->field()->hasFocus());
    QCOMPARE(bar->field()->accessibleName(), u"Find layers"_s);
    type(bar, u"conv2d"_s);
    // The cards stay; the funnel leaves the hits alone.
    QCOMPARE(shownLayers().size(), 6);
    bar->funnel()->click();
    QCOMPARE(shownLayers(), (QStringList{u"conv2d"_s, u"separable_conv2d"_s, u"conv2d_1"_s,
                                         u"conv2d_transpose"_s}));
    QVERIFY(bar->field()->remark().endsWith(u" of 4"_s));
    QCOMPARE(bar->field()->accessibleDescription(), bar->field()->remark());
    // Looking for something selects nothing; Enter goes to the first that was found.
    QCOMPARE(m_window->selection()->layer(), 1);
    type(bar, u"75x"_s);
    QTest::keyClick(bar->field(), Qt::Key_Return);
    QCOMPARE(m_window->selection()->layer(), 3);
    QVERIFY(stack()->list()->hasFocus());
    press();
    QVERIFY(bar->field()->hasFocus());
    QTest::keyClick(bar->field(), Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(stack()->list()->hasFocus());
    QCOMPARE(shownLayers().size(), 6);
    QCOMPARE(m_window->selection()->layer(), 3);
}

void TstListFilter::filtersTheMaps()
{
    MapGrid *maps = grid()->grid();
    maps->setFocus();
    press();
    FilterBar *bar = grid()->filter();
    QVERIFY(bar->field()->hasFocus());
    QCOMPARE(bar->field()->accessibleName(), u"Filter maps"_s);
    type(bar, u"dead"_s);
    QCOMPARE(maps->visibleIndices(), (std::vector<int>{13}));
    QCOMPARE(bar->field()->remark(), u"1 of 16"_s);
    type(bar, u"3-9, 12"_s);
    QCOMPARE(maps->shownCount(), 8);
    QCOMPARE(maps->selected(), 0);
    QTest::keyClick(bar->field(), Qt::Key_Down);
    QVERIFY(maps->hasFocus());
    QCOMPARE(maps->selected(), 3);
    QCOMPARE(m_window->selection()->lookedAt().channel, 3);
    QVERIFY(settle());
    QTest::keyClick(maps, Qt::Key_End);
    QCOMPARE(maps->selected(), 12);
    QTest::keyClick(maps, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QCOMPARE(maps->shownCount(), 16);
}

void TstListFilter::filtersTheArguments()
{
    ParamForm *form = inspector()->form();
    inspector()->focusArgument(u"strides"_s);
    QWidget *field = QApplication::focusWidget();
    press();
    FilterBar *bar = inspector()->filter();
    QVERIFY(bar->field()->hasFocus());
    QCOMPARE(bar->field()->accessibleName(), u"Filter arguments"_s);
    type(bar, u"kernel"_s);
    QVERIFY(form->row(u"kernel_size"_s)->isVisible());
    // Rare ones are found in their fold.
    QVERIFY(form->row(u"kernel_initializer"_s)->isVisible());
    QVERIFY(!form->row(u"bias_initializer"_s)->isVisible());
    QVERIFY(!form->row(u"strides"_s)->isVisible());
    QCOMPARE(bar->field()->remark(), u"4 of 16"_s);
    // It goes on with the next layer.
    m_window->selection()->selectLayer(2);
    QVERIFY(settle());
    QVERIFY(form->row(u"kernel_size"_s)->isVisible());
    QVERIFY(!form->row(u"strides"_s)->isVisible());
    m_window->selection()->selectLayer(0);
    QVERIFY(settle());
    inspector()->filter()->dismiss();
    QVERIFY(form->row(u"strides"_s)->isVisible());
    QVERIFY(!form->row(u"kernel_initializer"_s)->isVisible());
    inspector()->focusArgument(u"strides"_s);
    field = QApplication::focusWidget();
    press();
    QTest::keyClick(bar->field(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), field);
    press();
    type(bar, u"dilation"_s);
    QTest::keyClick(bar->field(), Qt::Key_Return);
    QCOMPARE(form->focusedArgument(), u"dilation_rate"_s);
    // The finder's way to an argument leads there although it was filtered out.
    inspector()->focusArgument(u"bias_constraint"_s);
    QVERIFY(!bar->isVisible());
    QCOMPARE(form->focusedArgument(), u"bias_constraint"_s);
}

void TstListFilter::opensForThePanelWithTheFocus()
{
    // The large map belongs to the maps.
    m_window->page<ExplorePage>()->panel()->map()->setFocus();
    press();
    QVERIFY(grid()->filter()->isVisible());
    QTest::keyClick(grid()->filter()->field(), Qt::Key_Escape);
    QVERIFY(m_window->page<ExplorePage>()->panel()->map()->hasFocus());
    // The input has no arguments.
    m_window->selection()->selectLayer(-1);
    QVERIFY(!inspector()->startFilter());
    // Without the side panels the maps are what there is.
    m_window->actions()->sidePanels->trigger();
    m_window->setFocus();
    m_window->actions()->filterList->trigger();
    QVERIFY(grid()->filter()->isVisible());
    QVERIFY(!stack()->filter()->isVisible());
}

void TstListFilter::nothingElseMoves()
{
    const auto places = [this] {
        QList<QRect> rects;
        for (const QWidget *widget :
             {static_cast<QWidget *>(stack()->list()), static_cast<QWidget *>(grid()->grid()),
              static_cast<QWidget *>(m_window->page<ExplorePage>()->panel()),
              static_cast<QWidget *>(inspector()->form()->row(u"filters"_s))})
            rects << QRect(widget->mapTo(m_window.get(), QPoint()), widget->size());
        return rects;
    };
    const QList<QRect> before = places();
    stack()->startFilter();
    type(stack()->filter(), u"pool"_s);
    grid()->startFilter();
    type(grid()->filter(), u"3"_s);
    QVERIFY(inspector()->startFilter());
    type(inspector()->filter(), u"f"_s);
    QVERIFY(settle());
    QCOMPARE(places(), before);
    // By the funnel the list is as high as the hits; nothing else has moved.
    stack()->filter()->funnel()->click();
    QList<QRect> after = places();
    QCOMPARE(after.front().topLeft(), before.front().topLeft());
    QCOMPARE(after.front().width(), before.front().width());
    QVERIFY(after.front().height() < before.front().height());
    after.front() = before.front();
    QCOMPARE(after, before);
    for (const FilterBar *bar : {stack()->filter(), grid()->filter()})
        QVERIFY(bar->height() <= 40);
    // All three fields at the same height.
    const auto top = [this](const FilterBar *bar) {
        return bar->field()->mapTo(m_window.get(), QPoint()).y();
    };
    QVERIFY(std::abs(top(stack()->filter()) - top(grid()->filter())) <= 1);
    QVERIFY(std::abs(top(inspector()->filter()) - top(grid()->filter())) <= 1);
}

void TstListFilter::closesFromTheListToo()
{
    stack()->startFilter();
    type(stack()->filter(), u"conv"_s);
    QTest::keyClick(stack()->filter()->field(), Qt::Key_Return);
    QVERIFY(stack()->list()->hasFocus());
    QTest::keyClick(stack()->list(), Qt::Key_Escape);
    QVERIFY(!stack()->filter()->isVisible());
    QVERIFY(stack()->list()->hasFocus());
    QCOMPARE(shownLayers().size(), 6);
}

void TstListFilter::staysWhileTheStackChanges()
{
    stack()->startFilter();
    type(stack()->filter(), u"pool"_s);
    stack()->filter()->funnel()->click();
    QCOMPARE(shownLayers(), (QStringList{u"max_pooling2d"_s}));
    m_window->document()->duplicateLayer(1);
    m_window->document()->renameLayer(0, u"before_pool"_s);
    QVERIFY(settle());
    QCOMPARE(shownLayers(),
             (QStringList{u"before_pool"_s, u"max_pooling2d"_s, u"max_pooling2d_1"_s}));
    QVERIFY(!stack()->list()->dragEnabled());
    stack()->filter()->dismiss();
    QVERIFY(stack()->list()->dragEnabled());
    QCOMPARE(shownLayers().size(), 7);
}

QTEST_MAIN(TstListFilter)
#include "tst_list_filter.moc"
