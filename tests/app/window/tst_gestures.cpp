// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// One gesture is one step of undo: typing, a run of arrow steps, a drag; and fields keep no history
// of their own.
#include "controls/drag_label.h"
#include "controls/quiet_spin_box.h"
#include "params/inspector.h"
#include "params/param_form.h"
#include "params/param_row.h"
#include "support/window_look.h"
#include "window/frame/main_window.h"

#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstGestures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init();
    void cleanup() { m_window.reset(); }

    void typingIsOneStep();
    void typingThatBeginsIllegalIsOneStep();
    void twoValuesTypedAreTwoSteps();
    void aRunOfArrowsIsOneStep();
    void aDragIsOneStep();
    void escTakesTypingBack();
    void escTakesADragBack();
    void undoInAFieldIsTheDocuments();
    void undoSelectsWhatItChanged();

private:
    QUndoStack *history() { return m_window->document()->undoStack(); }
    std::int64_t filters() const
    {
        return std::get<std::int64_t>(m_window->document()->model().layer(0).value("filters"));
    }
    QuietSpinBox *field()
    {
        return m_window->inspector()->form()->row(u"filters"_s)->findChild<QuietSpinBox *>();
    }
    QuietSpinBox *focusedField();
    void type(const QString &text);

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TstGestures::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->results()->setLimits(RunLimits::none());
    m_window->show();
    m_window->openFirstLook();
    QVERIFY(QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000));
    m_window->selection()->selectLayer(0);
    QCOMPARE(filters(), 16);
}

QuietSpinBox *TstGestures::focusedField()
{
    QuietSpinBox *box = field();
    box->setFocus(Qt::TabFocusReason);
    return box;
}

void TstGestures::type(const QString &text)
{
    QuietSpinBox *box = focusedField();
    box->selectAll();
    QTest::keyClicks(box, text);
}

void TstGestures::typingIsOneStep()
{
    type(u"24"_s);
    QCOMPARE(filters(), 24);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(history()->count(), 1);
    QCOMPARE(history()->undoText(), u"filters 16 → 24"_s);
    history()->undo();
    QCOMPARE(filters(), 16);
}

void TstGestures::typingThatBeginsIllegalIsOneStep()
{
    type(u"12"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    // "0" is refused, "08" is not: a new gesture all the same.
    type(u"08"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(history()->count(), 2);
    QCOMPARE(history()->undoText(), u"filters 12 → 8"_s);
}

void TstGestures::twoValuesTypedAreTwoSteps()
{
    type(u"24"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    type(u"20"_s);
    QTest::keyClick(field(), Qt::Key_Tab);
    QCOMPARE(history()->count(), 2);
    QCOMPARE(history()->text(0), u"filters 16 → 24"_s);
    QCOMPARE(history()->text(1), u"filters 24 → 20"_s);
}

void TstGestures::aRunOfArrowsIsOneStep()
{
    QuietSpinBox *box = focusedField();
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(box, Qt::Key_Up);
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(filters(), 19);
    QCOMPARE(history()->count(), 1);
    QCOMPARE(history()->undoText(), u"filters 16 → 19"_s);
    QTest::keyClick(box, Qt::Key_Down);
    QTest::keyClick(box, Qt::Key_Down);
    QTest::keyClick(box, Qt::Key_Down);
    // Back where it began: no step is left.
    QCOMPARE(history()->count(), 0);
}

void TstGestures::aDragIsOneStep()
{
    auto *label = m_window->inspector()->form()->row(u"filters"_s)->findChild<DragLabel *>();
    QTest::mousePress(label, Qt::LeftButton, {}, QPoint(4, 8));
    for (int x = 12; x <= 36; x += 8)
        QTest::mouseMove(label, QPoint(x, 8));
    QTest::mouseRelease(label, Qt::LeftButton, {}, QPoint(36, 8));
    QCOMPARE(filters(), 20);
    QCOMPARE(history()->count(), 1);
    QCOMPARE(history()->undoText(), u"filters 16 → 20"_s);
}

void TstGestures::escTakesTypingBack()
{
    type(u"24"_s);
    QTest::keyClick(field(), Qt::Key_Escape);
    QCOMPARE(filters(), 16);
    QCOMPARE(field()->value(), 16);
    QCOMPARE(history()->count(), 0);
}

void TstGestures::escTakesADragBack()
{
    auto *label = m_window->inspector()->form()->row(u"filters"_s)->findChild<DragLabel *>();
    QTest::mousePress(label, Qt::LeftButton, {}, QPoint(4, 8));
    QTest::mouseMove(label, QPoint(28, 8));
    QCOMPARE(filters(), 19);
    QTest::keyClick(label, Qt::Key_Escape);
    QCOMPARE(filters(), 16);
    QTest::mouseMove(label, QPoint(60, 8));
    QTest::mouseRelease(label, Qt::LeftButton, {}, QPoint(60, 8));
    QCOMPARE(filters(), 16);
    QCOMPARE(history()->count(), 0);
}

void TstGestures::undoInAFieldIsTheDocuments()
{
    type(u"24"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    type(u"32"_s);
    QTest::keyClick(field(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(filters(), 24);
    QCOMPARE(field()->value(), 24);
    QTest::keyClick(field(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(filters(), 16);
    QVERIFY(history()->canRedo());
    QTest::keyClick(field(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(field(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(filters(), 32);
}

void TstGestures::undoSelectsWhatItChanged()
{
    type(u"24"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    m_window->selection()->selectLayer(3);
    history()->undo();
    QCOMPARE(m_window->selection()->layer(), 0);
    m_window->selection()->selectLayer(2);
    m_window->document()->removeLayer(2);
    m_window->selection()->selectLayer(0);
    history()->undo();
    QCOMPARE(m_window->selection()->layer(), 2);
}

QTEST_MAIN(TstGestures)
#include "tst_gestures.moc"
