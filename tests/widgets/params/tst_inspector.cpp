// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/inspector.h"

#include "controls/quiet_spin_box.h"
#include "controls/segmented_tabs.h"
#include "layers/layer.h"
#include "layers/registry.h"
#include "params/name_edit.h"
#include "params/param_form.h"
#include "params/param_row.h"
#include "support/window_look.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void passesEditsOn();
    void renamesByClick();
    void renamesByKeyAndForgets();
    void showsStatistics();
    void showsFactsOfTheInput();
    void scrollsToAnArgument();
    void wrapsLongFormulas();

private:
    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<Inspector> m_panel;
};

void TstInspector::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
}

void TstInspector::init()
{
    m_panel = std::make_unique<Inspector>();
    m_panel->setLayer(Layer(*findLayerType("Conv2D"), "conv2d"), 2);
    m_panel->resize(303, 500);
    m_panel->show();
    QApplication::setActiveWindow(m_panel.get());
}

void TstInspector::passesEditsOn()
{
    QSignalSpy edited(m_panel.get(), &Inspector::edited);
    QTest::keyClick(m_panel->form()->row(u"groups"_s)->editor()->fields().first(), Qt::Key_Up);
    // groups 2 divides the filters, so it is legal.
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited[0][0].toString(), u"groups"_s);
    QCOMPARE(edited[0][1].value<Value>(), Value(std::int64_t(2)));
}

void TstInspector::renamesByClick()
{
    auto *name = m_panel->findChild<NameEdit *>();
    QSignalSpy renamed(m_panel.get(), &Inspector::renameRequested);
    QTest::mouseClick(name, Qt::LeftButton);
    QVERIFY(name->field()->isVisible());
    QTest::keyClicks(name->field(), u"edges"_s);
    QTest::keyClick(name->field(), Qt::Key_Return);
    QCOMPARE(renamed.count(), 1);
    QCOMPARE(renamed[0][0].toString(), u"edges"_s);
    QVERIFY(!name->field()->isVisible());
}

void TstInspector::renamesByKeyAndForgets()
{
    auto *name = m_panel->findChild<NameEdit *>();
    QSignalSpy renamed(m_panel.get(), &Inspector::renameRequested);
    QTest::keyClick(m_panel.get(), Qt::Key_F2);
    QVERIFY(name->field()->hasFocus());
    QTest::keyClicks(name->field(), u"other"_s);
    QTest::keyClick(name->field(), Qt::Key_Escape);
    QVERIFY(!name->field()->isVisible());
    QCOMPARE(renamed.count(), 0);
}

void TstInspector::showsStatistics()
{
    LayerStatistics s;
    s.maximum = 3.27;
    s.count = 1000;
    s.zeros = 123;
    s.maps = 16;
    s.deadMaps = {3, 13};
    m_panel->setStatistics(s);
    m_panel->findChild<SegmentedTabs *>()->setCurrentIndex(1);
    QVERIFY(!m_panel->form()->isVisible());
    QStringList texts;
    for (const FactTable *table : m_panel->findChildren<FactTable *>()) {
        if (table->isVisible())
            texts << table->text();
    }
    QCOMPARE(texts.size(), 1);
    QVERIFY(texts[0].contains(u"123 (12.3 %)"_s));
    QVERIFY(texts[0].contains(u"3, 13"_s));
    m_panel->setStatistics(std::nullopt);
    QVERIFY(!m_panel->findChildren<FactTable *>().isEmpty());
}

void TstInspector::showsFactsOfTheInput()
{
    m_panel->setFacts(u"image"_s, u"chelsea.png"_s, u"input, 0 to 1"_s,
                      {{u"rows"_s, u"300"_s, false}});
    QVERIFY(!m_panel->form()->isVisible());
    QVERIFY(!m_panel->findChild<SegmentedTabs *>()->isVisible());
    QVERIFY(m_panel->form()->row(u"filters"_s) == nullptr);
    m_panel->setLayer(Layer(*findLayerType("Conv2D"), "conv2d"), 2);
    QVERIFY(m_panel->form()->isVisible());
}

void TstInspector::scrollsToAnArgument()
{
    m_panel->resize(303, 260);
    m_panel->focusArgument(u"bias_constraint"_s);
    const ParamRow *row = m_panel->form()->row(u"bias_constraint"_s);
    QVERIFY(row->isVisible());
    auto *area = m_panel->findChild<QScrollArea *>();
    QTRY_VERIFY(!row->visibleRegion().isEmpty());
    QVERIFY(area->widget()->height() > area->viewport()->height());
}

void TstInspector::wrapsLongFormulas()
{
    FactTable table(u"Output"_s);
    table.setFacts({{u"rows"_s, u"⌈300 ÷ 1⌉ = 300"_s, false}});
    const int one = table.heightForWidth(300);
    table.setFacts(
        {{u"rows"_s, u"(((300 − 1)·2 + 5 − 2·1) + 1 − 2·(3 − 1)) ÷ 7 + 12 = 98"_s, false}});
    QVERIFY(table.heightForWidth(300) > one);
}

QTEST_MAIN(TstInspector)
#include "tst_inspector.moc"
