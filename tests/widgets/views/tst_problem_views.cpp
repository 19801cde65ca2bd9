// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/empty_page.h"
#include "views/error_page.h"
#include "views/message_page.h"
#include "views/repair_card.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstProblemViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repairsAreAppliedByButtonAndKey();
    void messageSaysTheArithmetic();
    void longAxesDrawInLittleRoom();
    void waitingNamesTheLayerToMend();
    void failureSaysWhatToDo();
    void emptyPageOffersSamplesAndStacks();
};

namespace {

ErrorReport report()
{
    using Kind = ErrorSpan::Kind;
    ErrorReport report;
    report.title = u"The window of conv2d_2 is taller than its input"_s;
    report.formula = {{u"rows: 3·(5 − 1) + 1 = "_s, Kind::Plain},
                      {u"13"_s, Kind::Bad},
                      {u" > "_s, Kind::Plain},
                      {u"9"_s, Kind::Strong}};
    report.axes = {{u"rows"_s, 9, {0, 3, 6, 9, 12}, 13, 0, 0, -3},
                   {u"columns"_s, 14, {0, 3, 6, 9, 12}, 13, 0, 0, 2}};
    for (int i = 0; i < 6; ++i)
        report.repairs.push_back({u"dilation_rate"_s, u"3 → 2"_s, u"1×6×32"_s, u"9 rows"_s, {}});
    return report;
}

} // namespace

void TstProblemViews::repairsAreAppliedByButtonAndKey()
{
    ErrorPage page;
    page.setReport(report());
    page.resize(872, 720);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QCOMPARE(page.repairCount(), 4);
    QSignalSpy applied(&page, &ErrorPage::applyRepair);
    QTest::mouseClick(page.card(2)->applyButton(), Qt::LeftButton);
    QCOMPARE(applied.last().at(0).toInt(), 2);
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(applied.last().at(0).toInt(), 0);
    ErrorReport without = report();
    without.repairs.clear();
    page.setReport(without);
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(applied.size(), 2);
}

void TstProblemViews::messageSaysTheArithmetic()
{
    ErrorPage page;
    page.setReport(report());
    QCOMPARE(page.plainText(),
             u"The window of conv2d_2 is taller than its input\n"
             "rows: 3·(5 − 1) + 1 = 13 > 9\n"
             "rows: input 9, window 13, missing 4; columns: input 14, window 13, output 2\n"_s);
}

void TstProblemViews::longAxesDrawInLittleRoom()
{
    ErrorPage page;
    ErrorReport longReport = report();
    longReport.axes = {{u"rows"_s, 1'000'000, {0, 2'000'000}, 2'000'001, 3, 3, 0}};
    QCOMPARE(longReport.axes.front().missing(), 999'995);
    page.setReport(longReport);
    page.resize(560, 480);
    QVERIFY(!page.grab().isNull());
}

void TstProblemViews::waitingNamesTheLayerToMend()
{
    MessagePage page;
    page.showWaiting(u"conv2d_3"_s, u"conv2d_2"_s);
    QCOMPARE(page.title(), u"conv2d_3 waits for conv2d_2"_s);
    QSignalSpy jump(&page, &MessagePage::actionRequested);
    page.button()->click();
    QCOMPARE(jump.size(), 1);
}

void TstProblemViews::failureSaysWhatToDo()
{
    MessagePage page;
    page.showFailure(u"conv2d needs more memory than there is"_s, u"9 GiB"_s,
                     u"Use fewer filters."_s, {});
    QVERIFY(page.button()->isHidden());
    QVERIFY(page.accessibleDescription().contains(u"Use fewer filters."_s));
}

void TstProblemViews::emptyPageOffersSamplesAndStacks()
{
    EmptyPage page;
    std::vector<EmptyPage::Sample> samples;
    for (int i = 0; i < 8; ++i)
        samples.push_back({QString::number(i), u"sample"_s, {}});
    page.setSamples(samples);
    page.setStarters({{u"edges"_s, u"Edges"_s, u"Conv2D"_s}});
    page.resize(872, 720);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QSignalSpy sample(&page, &EmptyPage::sampleChosen);
    QSignalSpy starter(&page, &EmptyPage::starterChosen);
    int buttons = 0;
    for (auto *button : page.findChildren<QAbstractButton *>()) {
        if (button->accessibleName().startsWith(u"Sample"_s)) {
            button->click();
            ++buttons;
        } else if (button->accessibleName().startsWith(u"Starter"_s)) {
            button->click();
        }
    }
    QCOMPARE(buttons, 6);
    QCOMPARE(sample.last().at(0).toString(), u"5"_s);
    QCOMPARE(starter.last().at(0).toString(), u"edges"_s);
}

QTEST_MAIN(TstProblemViews)
#include "tst_problem_views.moc"
