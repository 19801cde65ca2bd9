// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/drag_label.h"
#include "controls/optional_edit.h"
#include "controls/pairs_edit.h"
#include "controls/quiet_combo_box.h"
#include "controls/quiet_spin_box.h"
#include "controls/segmented_tabs.h"
#include "controls/toggle_switch.h"
#include "controls/tuple_edit.h"
#include "support/window_look.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <memory>

using namespace convscope;
using namespace Qt::StringLiterals;

/// Fields as a person uses them.
class TstFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysEveryKeystroke();
    void understandsExpressions();
    void keepsWrongTextToBeMended();
    void keepsValuesBeyondItsBounds();
    void stepsByOneAndTen();
    void givesTheOldValueBack();
    void leavesTheWheelToTheForm();
    void mergesAHeldKey();
    void stepsRealNumbersByTheirSize();
    void linksEqualAxes();
    void unlinksUnequalAxes();
    void linksPairsLineByLine();
    void scrubsByEightPixels();
    void switchesBetweenNoneAndValue();
    void togglesByKeyboard();
    void comboIgnoresTheWheelUnfocused();
    void modesIgnoreTheWheel();

private:
    /// Shows a widget in an active window.
    template <class T>
    T *show(T *widget);

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<QWidget> m_window;
};

namespace {

void wheel(QWidget *widget, int notches)
{
    const QPointF at = QRectF(widget->rect()).center();
    QWheelEvent event(at, widget->mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

using Values = QList<qint64>;

} // namespace

template <class T>
T *TstFields::show(T *widget)
{
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(widget);
    // Takes the focus that the first widget would get.
    auto *other = new QToolButton;
    column->addWidget(other);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    other->setFocus();
    return widget;
}

void TstFields::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
}

void TstFields::saysEveryKeystroke()
{
    auto *field = show(new QuietSpinBox);
    QSignalSpy edited(field, &QuietSpinBox::valueEdited);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"12"_s);
    QCOMPARE(edited.count(), 2);
    QCOMPARE(edited[0], (QList<QVariant>{qint64(1), false}));
    // The second digit goes on with the first: one undo step.
    QCOMPARE(edited[1], (QList<QVariant>{qint64(12), true}));
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClicks(field, u"3"_s);
    QCOMPARE(edited.last(), (QList<QVariant>{qint64(3), false}));
}

void TstFields::understandsExpressions()
{
    auto *field = show(new QuietSpinBox);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"2*3"_s);
    QCOMPARE(field->value(), 6);
    // The model's answer does not replace what is being typed.
    field->setValue(6);
    QCOMPARE(field->text(), u"2*3"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(field->text(), u"6"_s);
}

void TstFields::keepsWrongTextToBeMended()
{
    auto *field = show(new QuietSpinBox);
    field->setValue(5);
    QSignalSpy edited(field, &QuietSpinBox::valueEdited);
    QSignalSpy rejected(field, &NumberField::textRejected);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"x"_s);
    QCOMPARE(edited.count(), 0);
    QCOMPARE(rejected.count(), 1);
    field->clearFocus();
    QCOMPARE(field->text(), u"x"_s);
    QCOMPARE(field->value(), 5);
}

void TstFields::keepsValuesBeyondItsBounds()
{
    auto *field = show(new QuietSpinBox);
    field->setBounds(1, 9);
    field->setValue(3);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"50"_s);
    QCOMPARE(field->value(), 50);
    // Stepping leads back to the bound and not past it.
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(field->value(), 50);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(field->value(), 9);
}

void TstFields::stepsByOneAndTen()
{
    auto *field = show(new QuietSpinBox);
    field->setBounds(1, std::nullopt);
    field->setValue(5);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(field->value(), 6);
    QTest::keyClick(field, Qt::Key_PageUp);
    QCOMPARE(field->value(), 16);
    QTest::keyClick(field, Qt::Key_PageDown);
    QTest::keyClick(field, Qt::Key_PageDown);
    QCOMPARE(field->value(), 1);
}

void TstFields::givesTheOldValueBack()
{
    auto *field = show(new QuietSpinBox);
    field->setValue(5);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"77"_s);
    QSignalSpy edited(field, &QuietSpinBox::valueEdited);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->text(), u"5"_s);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited[0][0], QVariant(qint64(5)));
}

void TstFields::leavesTheWheelToTheForm()
{
    auto *field = show(new QuietSpinBox);
    field->setValue(5);
    wheel(field, 1);
    QCOMPARE(field->value(), 5);
    QVERIFY(!field->hasFocus());
    field->setFocus();
    wheel(field, 1);
    QCOMPARE(field->value(), 6);
}

void TstFields::mergesAHeldKey()
{
    auto *field = show(new QuietSpinBox);
    field->setFocus();
    QSignalSpy edited(field, &QuietSpinBox::valueEdited);
    for (int i = 0; i < 3; ++i)
        QTest::keyPress(field, Qt::Key_Up);
    QTest::keyRelease(field, Qt::Key_Up);
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(edited.count(), 4);
    QVERIFY(!edited[0][1].toBool());
    QVERIFY(edited[1][1].toBool());
    QVERIFY(edited[2][1].toBool());
    // Another press within a second goes on with the run.
    QVERIFY(edited[3][1].toBool());
}

void TstFields::stepsRealNumbersByTheirSize()
{
    auto *field = show(new QuietDoubleSpinBox);
    field->setBounds(0.0, std::nullopt);
    field->setFocus();
    for (const auto &[from, to] :
         QList<std::pair<double, double>>{{0.05, 0.051}, {1.0, 1.1}, {20.0, 21.0}, {0.0, 0.1}}) {
        field->setValue(from);
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(field->value(), to);
    }
    field->setValue(1e-7);
    QCOMPARE(field->text(), u"1e-07"_s);
}

void TstFields::linksEqualAxes()
{
    auto *tuple = show(new TupleEdit(u"kernel_size"_s, {u"rows"_s, u"columns"_s}));
    tuple->setValues({3, 3}, true);
    QVERIFY(tuple->isLinked());
    QSignalSpy edited(tuple, &TupleEdit::edited);
    tuple->fields()[1]->setFocus();
    QTest::keyClick(tuple->fields()[1], Qt::Key_Up);
    QCOMPARE(tuple->values(), (Values{4, 4}));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(tuple->fields()[1]->accessibleName(), u"kernel_size columns"_s);
    QTest::mouseClick(tuple->linkButton(), Qt::LeftButton);
    QTest::keyClick(tuple->fields()[1], Qt::Key_Up);
    QCOMPARE(tuple->values(), (Values{4, 5}));
    // Linking again makes them equal at once.
    QTest::mouseClick(tuple->linkButton(), Qt::LeftButton);
    QCOMPARE(tuple->values(), (Values{4, 4}));
}

void TstFields::unlinksUnequalAxes()
{
    auto *tuple = show(new TupleEdit(u"strides"_s, {u"rows"_s, u"columns"_s}));
    tuple->setValues({1, 2}, true);
    QVERIFY(!tuple->isLinked());
    // The same layer: a person's choice stays.
    tuple->setValues({2, 2}, false);
    QVERIFY(!tuple->isLinked());
    tuple->setValues({2, 2}, true);
    QVERIFY(tuple->isLinked());
}

void TstFields::linksPairsLineByLine()
{
    auto *pairs = show(new PairsEdit(u"cropping"_s, {u"rows"_s, u"columns"_s}));
    pairs->setValues({1, 1, 0, 2}, true);
    QVERIFY(pairs->lines()[0]->isLinked());
    QVERIFY(!pairs->lines()[1]->isLinked());
    QTest::keyClick(pairs->fields()[0], Qt::Key_Up);
    QTest::keyClick(pairs->fields()[3], Qt::Key_Down);
    QCOMPARE(pairs->values(), (Values{2, 2, 0, 1}));
    QCOMPARE(pairs->fields()[3]->accessibleName(), u"cropping columns after"_s);
}

void TstFields::scrubsByEightPixels()
{
    auto *label = show(new DragLabel(u"filters"_s, FontRole::Number));
    label->setScrubbing(true);
    QSignalSpy scrubbed(label, &DragLabel::scrubbed);
    QTest::mousePress(label, Qt::LeftButton, {}, {10, 5});
    QTest::mouseMove(label, {15, 5});
    QCOMPARE(scrubbed.count(), 0);
    QTest::mouseMove(label, {27, 5});
    QTest::mouseMove(label, {2, 5});
    QTest::mouseRelease(label, Qt::LeftButton, {}, {2, 5});
    QCOMPARE(scrubbed.count(), 2);
    QCOMPARE(scrubbed[0], (QList<QVariant>{2, false}));
    QCOMPARE(scrubbed[1], (QList<QVariant>{-3, true}));
}

void TstFields::switchesBetweenNoneAndValue()
{
    auto *field = new QuietSpinBox;
    auto *optional = show(new OptionalEdit(u"seed"_s, field));
    QVERIFY(!field->isVisible());
    QSignalSpy toggled(optional, &OptionalEdit::toggled);
    QTest::mouseClick(optional->toggle(), Qt::LeftButton);
    QCOMPARE(toggled.count(), 1);
    QVERIFY(field->isVisible());
    optional->setHasValue(false);
    QCOMPARE(toggled.count(), 1);
    QVERIFY(!field->isVisible());
}

void TstFields::togglesByKeyboard()
{
    auto *toggle = show(new ToggleSwitch);
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(toggle->isChecked());
    QTest::keyClick(toggle, Qt::Key_Right);
    QVERIFY(toggle->isChecked());
    QTest::keyClick(toggle, Qt::Key_Left);
    QVERIFY(!toggle->isChecked());
}

void TstFields::comboIgnoresTheWheelUnfocused()
{
    auto *combo = show(new QuietComboBox);
    combo->addItems({u"valid"_s, u"same"_s});
    wheel(combo, -1);
    QCOMPARE(combo->currentIndex(), 0);
    combo->setFocus();
    wheel(combo, -1);
    QCOMPARE(combo->currentIndex(), 1);
}

void TstFields::modesIgnoreTheWheel()
{
    auto *modes = show(new ModeSwitch);
    modes->addTab(u"Explore"_s);
    modes->addTab(u"Arithmetic"_s);
    modes->setFocus();
    wheel(modes, -1);
    QCOMPARE(modes->currentIndex(), 0);
    QTest::keyClick(modes, Qt::Key_Right);
    QCOMPARE(modes->currentIndex(), 1);
}

QTEST_MAIN(TstFields)
#include "tst_fields.moc"
