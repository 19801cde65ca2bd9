// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "stack/stack_panel.h"

#include "stack/insert_handle.h"
#include "stack/layer_card_delegate.h"
#include "support/window_look.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstStackPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void keepsTheRulesOfModels();
    void selectsByKeyAndTypeAhead();
    void asksForMovesAndRemovals();
    void renamesInPlace();
    void asksForLayers();
    void offersALayerBetweenTwoCards();
    void dropsBetweenCards_data();
    void dropsBetweenCards();
    void keepsTheSelectionQuietly();
    void showsTheWayToProblems();

private:
    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<StackPanel> m_panel;
};

namespace {

std::vector<LayerCard> cards(const QStringList &names)
{
    std::vector<LayerCard> list;
    for (const QString &name : names) {
        LayerCard card;
        card.isInput = list.empty();
        card.title = name;
        card.name = name;
        card.description = u"Layer "_s + name;
        list.push_back(card);
    }
    return list;
}

} // namespace

void TstStackPanel::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
}

void TstStackPanel::init()
{
    m_panel = std::make_unique<StackPanel>();
    m_panel->resize(263, 600);
    m_panel->setCards(cards({u"input"_s, u"conv"_s, u"pool"_s, u"up"_s}));
    m_panel->show();
    QApplication::setActiveWindow(m_panel.get());
    m_panel->select(0);
    m_panel->focusList();
}

void TstStackPanel::keepsTheRulesOfModels()
{
    LayerListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCards(cards({u"input"_s, u"a"_s, u"b"_s, u"c"_s}));
    model.setCards(cards({u"input"_s, u"a"_s, u"x"_s, u"b"_s, u"c"_s}));
    model.setCards(cards({u"input"_s, u"c"_s}));
    model.setCards(cards({u"input"_s, u"b"_s, u"c"_s, u"a"_s}));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.card(1).name, u"b"_s);
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"Layer b"_s);
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsDragEnabled));
    model.setCards({});
    QCOMPARE(model.rowCount(), 0);
}

void TstStackPanel::selectsByKeyAndTypeAhead()
{
    QSignalSpy selected(m_panel.get(), &StackPanel::selectionChanged);
    QTest::keyClick(m_panel->list(), Qt::Key_Down);
    QCOMPARE(selected.last()[0].toInt(), 1);
    QTest::keyClicks(m_panel->list(), u"u"_s);
    QCOMPARE(selected.last()[0].toInt(), 2);
    QTest::keyClick(m_panel->list(), Qt::Key_Home);
    QCOMPARE(selected.last()[0].toInt(), -1);
}

void TstStackPanel::asksForMovesAndRemovals()
{
    QSignalSpy moved(m_panel.get(), &StackPanel::moveRequested);
    QSignalSpy removed(m_panel.get(), &StackPanel::removeRequested);
    QTest::keyClick(m_panel->list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(moved.count(), 0);
    QTest::keyClick(m_panel->list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved[0], (QList<QVariant>{0, 1}));
    QTest::keyClick(m_panel->list(), Qt::Key_Delete);
    QCOMPARE(removed.count(), 1);
    m_panel->select(-1);
    QTest::keyClick(m_panel->list(), Qt::Key_Delete);
    QCOMPARE(removed.count(), 1);
}

void TstStackPanel::renamesInPlace()
{
    QSignalSpy renamed(m_panel.get(), &StackPanel::renameRequested);
    m_panel->startRenaming();
    auto *edit = m_panel->list()->viewport()->findChild<QLineEdit *>();
    QVERIFY(edit != nullptr);
    QCOMPARE(edit->text(), u"conv"_s);
    edit->selectAll();
    QTest::keyClicks(edit, u"edges"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(renamed.count(), 1);
    QCOMPARE(renamed[0], (QList<QVariant>{0, u"edges"_s}));
}

void TstStackPanel::asksForLayers()
{
    QSignalSpy added(m_panel.get(), &StackPanel::addRequested);
    for (QToolButton *button : m_panel->findChildren<QToolButton *>()) {
        if (button->isVisible() && button->text() == m_panel->tr("Add layer"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    // The header's below the selected layer, the last row's at the end.
    QCOMPARE(added.count(), 2);
    QCOMPARE(added[0][0].toInt() + added[1][0].toInt(), 1 + 3);
}

void TstStackPanel::offersALayerBetweenTwoCards()
{
    QSignalSpy added(m_panel.get(), &StackPanel::addRequested);
    QListView *list = m_panel->list();
    auto *handle = list->viewport()->findChild<InsertHandle *>();
    QVERIFY(handle != nullptr);
    QVERIFY(handle->isHidden());
    const auto card = [&](int row) {
        return LayerCardDelegate::cardRect(list->visualRect(list->model()->index(row, 0)));
    };
    const auto gapBelow = [&](int row) {
        return QPoint(card(row).center().x(), (card(row).bottom() + card(row + 1).top()) / 2);
    };
    const auto moveTo = [&](QPoint place) {
        QMouseEvent move(QEvent::MouseMove, place, list->viewport()->mapToGlobal(place),
                         Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(list->viewport(), &move);
    };
    for (int row = 0; row < 3; ++row) {
        moveTo(gapBelow(row));
        QCOMPARE(handle->rowAbove(), row);
        QVERIFY(handle->geometry().contains(gapBelow(row)));
        moveTo(gapBelow(row) + QPoint(40, 5));
        QCOMPARE(handle->rowAbove(), row);
        moveTo(card(row).center());
        QVERIFY(handle->isHidden());
    }
    // Not below the last card: the row that adds one is there.
    moveTo(QPoint(100, card(3).bottom() + 2));
    QVERIFY(handle->isHidden());

    moveTo(gapBelow(1));
    QTest::mouseClick(handle, Qt::LeftButton);
    QCOMPARE(added.count(), 1);
    QCOMPARE(added[0][0].toInt(), 1);
    QVERIFY(handle->isHidden());

    moveTo(gapBelow(1));
    QVERIFY(!handle->isHidden());
    m_panel->setCards(cards({u"input"_s, u"pool"_s, u"up"_s}));
    QVERIFY(handle->isHidden());
}

void TstStackPanel::dropsBetweenCards_data()
{
    QTest::addColumn<int>("dragged");
    QTest::addColumn<int>("before");
    QTest::addColumn<QList<int>>("wanted");
    QTest::addRow("the first layer to the end") << 1 << 4 << QList<int>{0, 2};
    QTest::addRow("the last layer to the front") << 3 << 1 << QList<int>{2, 0};
    QTest::addRow("never before the input") << 2 << 0 << QList<int>{1, 0};
    QTest::addRow("onto its own place: nothing") << 2 << 2 << QList<int>{};
    QTest::addRow("behind itself: nothing") << 2 << 3 << QList<int>{};
}

void TstStackPanel::dropsBetweenCards()
{
    QFETCH(int, dragged);
    QFETCH(int, before);
    QFETCH(QList<int>, wanted);
    LayerListModel model;
    model.setCards(cards({u"input"_s, u"conv"_s, u"pool"_s, u"up"_s}));
    QSignalSpy moved(&model, &LayerListModel::moveRequested);
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(dragged)}));
    QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, before, 0, {}));
    QList<int> got;
    for (const auto &signal : moved)
        got << signal[0].toInt() << signal[1].toInt();
    QCOMPARE(got, wanted);
    // The document answers with new cards; the model moves nothing by itself.
    QCOMPARE(
        model.card(dragged).name,
        cards({u"input"_s, u"conv"_s, u"pool"_s, u"up"_s})[static_cast<std::size_t>(dragged)].name);
}

void TstStackPanel::keepsTheSelectionQuietly()
{
    m_panel->select(2);
    QSignalSpy selected(m_panel.get(), &StackPanel::selectionChanged);
    m_panel->setCards(cards({u"input"_s, u"new"_s, u"conv"_s, u"pool"_s, u"up"_s}));
    QCOMPARE(m_panel->selected(), 3);
    m_panel->select(0);
    QCOMPARE(selected.count(), 0);
}

void TstStackPanel::showsTheWayToProblems()
{
    QSignalSpy asked(m_panel.get(), &StackPanel::nextProblemRequested);
    QToolButton *way = nullptr;
    for (QToolButton *button : m_panel->findChildren<QToolButton *>()) {
        if (button->accessibleName() == m_panel->tr("Next problem"))
            way = button;
    }
    QVERIFY(way != nullptr);
    m_panel->setTotals(3, u"8 parameters"_s, 0);
    QVERIFY(!way->isVisible());
    m_panel->setTotals(3, u"8 parameters"_s, 1);
    QVERIFY(way->isVisible());
    QTest::mouseClick(way, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
}

QTEST_MAIN(TstStackPanel)
#include "tst_stack_panel.moc"
