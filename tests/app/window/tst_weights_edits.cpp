// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What is typed, dragged and pressed on the Weights page changes the model, in one step of undo
// each, and the map follows.
#include "controls/quiet_spin_box.h"
#include "layers/constraints.h"
#include "pages/weights/preset_bar.h"
#include "pages/weights/weight_tools.h"
#include "weights_window.h"
#include "window/actions/actions.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

#include <cmath>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstWeightsEdits : public WeightsWindow
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeLook(); }
    void init() { open(); }
    void cleanup() { close(); }
    void typingIsOneStep();
    void escTakesTypingBack();
    void tabGoesRight();
    void aDragIsOneStepAndTheMapFollows();
    void escTakesADragBack();
    void controlArrowsStepTheValue();
    void keysWalkAndTurn();
    void presetsReachTheTarget_data();
    void presetsReachTheTarget();
    void gaborFollowsItsArguments();
    void presetsAreDroppedOnOtherKernels();
    void toolsChangeValues();
    void whatCannotBeIsSaid();
    void copyAndPasteAreText();
    void startValuesFollowTheSeed();
    void constraintsSayWhatTheyChanged();
    void theBiasIsEdited();
    void undoBringsAllBack();
    void restoresWhatItWas();
    void aTurnedFilterStandsBesideItself();
};

void TstWeightsEdits::typingIsOneStep()
{
    const int before = steps();
    click({1, 2});
    QTest::keyClicks(views().cells, u"-"_s);
    QVERIFY(views().cells->isEditing());
    QTest::keyClicks(views().cells->field(), u"0.5"_s);
    QTest::keyClick(views().cells->field(), Qt::Key_Return);
    QVERIFY(!views().cells->isEditing());
    QVERIFY(views().cells->current() == (SheetCell{2, 2}));
    QCOMPARE(steps(), before + 1);
    QVERIFY2(lastStep().startsWith(u"kernel [1, 2, 0, 0]"_s), qPrintable(lastStep()));
    QVERIFY2(lastStep().endsWith(u"→ −0.5000"_s), qPrintable(lastStep()));
    QCOMPARE(cell(1, 2), -0.5F);
    QVERIFY(settle());
    QCOMPARE(stored(0, 0, {0, 0, 0, 1, 2}), -0.5F);
}

void TstWeightsEdits::escTakesTypingBack()
{
    const int before = steps();
    const float old = cell(1, 1);
    click({1, 1});
    QTest::keyClicks(views().cells, u"7"_s);
    QCOMPARE(cell(1, 1), 7.0F);
    QTest::keyClick(views().cells->field(), Qt::Key_Escape);
    QVERIFY(!views().cells->isEditing());
    QCOMPARE(cell(1, 1), old);
    QCOMPARE(steps(), before);
}

void TstWeightsEdits::tabGoesRight()
{
    click({0, 0});
    QTest::keyClicks(views().cells, u"1"_s);
    QTest::keyClick(views().cells->field(), Qt::Key_Tab);
    QVERIFY(views().cells->current() == (SheetCell{0, 1}));
    QVERIFY(views().cells->hasFocus());
    QTest::keyClicks(views().cells, u"2"_s);
    QTest::keyClick(views().cells->field(), Qt::Key_Tab);
    QCOMPARE(cell(0, 0), 1.0F);
    QCOMPARE(cell(0, 1), 2.0F);
}

void TstWeightsEdits::aDragIsOneStepAndTheMapFollows()
{
    const int before = steps();
    const float old = cell(1, 1);
    const Tensor map = m_window->results()->at(0)->result.output;
    QWidget *viewport = views().cells->viewport();
    const QPoint from = views().cells->cellRect({1, 1}).center();
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    for (int y = 1; y <= 30; ++y)
        QTest::mouseMove(viewport, from - QPoint(0, y));
    QVERIFY(cell(1, 1) > old);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, from - QPoint(0, 30));
    QCOMPARE(steps(), before + 1);
    QVERIFY(settle());
    const LiveMaps *maps = views().map->maps();
    QVERIFY(maps->hasBefore);
    QVERIFY(maps->request.before == map);
    QVERIFY(maps->request.now == m_window->results()->at(0)->result.output);
    QVERIFY(!(maps->request.now == map));
    QVERIFY(!maps->difference.isNull());
    QVERIFY(views().mapNote->text().startsWith(u"kernel [1, 1, 0, 0]"_s));
    // The map is what the layer makes of the present weights.
    QCOMPARE(stored(0, 0, {0, 0, 0, 1, 1}), cell(1, 1));
    document()->undoStack()->undo();
    QVERIFY(settle());
    QCOMPARE(cell(1, 1), old);
    QVERIFY(m_window->results()->at(0)->result.output == map);
}

void TstWeightsEdits::escTakesADragBack()
{
    const int before = steps();
    const float old = cell(1, 1);
    QWidget *viewport = views().cells->viewport();
    const QPoint from = views().cells->cellRect({1, 1}).center();
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    QTest::mouseMove(viewport, from + QPoint(0, 10));
    QTest::mouseMove(viewport, from + QPoint(0, 25));
    QVERIFY(cell(1, 1) < old);
    QTest::keyClick(views().cells, Qt::Key_Escape);
    QCOMPARE(cell(1, 1), old);
    QCOMPARE(steps(), before);
    QTest::mouseMove(viewport, from + QPoint(0, 40));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, from + QPoint(0, 40));
    QCOMPARE(cell(1, 1), old);
    QCOMPARE(steps(), before);
}

void TstWeightsEdits::controlArrowsStepTheValue()
{
    const int before = steps();
    click({0, 1});
    const float old = cell(0, 1);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(views().cells, Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(cell(0, 1) > old);
    const float above = cell(0, 1);
    QTest::keyClick(views().cells, Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(cell(0, 1) < above);
    QVERIFY(views().cells->current() == (SheetCell{0, 1}));
    // A run of steps is one gesture.
    QCOMPARE(steps(), before + 1);
}

void TstWeightsEdits::keysWalkAndTurn()
{
    click({0, 0});
    QTest::keyClick(views().cells, Qt::Key_Right);
    QTest::keyClick(views().cells, Qt::Key_Down);
    QVERIFY(views().cells->current() == (SheetCell{1, 1}));
    QTest::keyClick(views().cells, Qt::Key_End, Qt::ControlModifier);
    const std::int64_t last = views().cells->sheet().rows - 1;
    QVERIFY(views().cells->current() == (SheetCell{last, last}));
    QTest::keyClick(views().cells, Qt::Key_PageDown);
    QCOMPARE(presenter()->place().filter, 1);
    QTest::keyClick(views().cells, Qt::Key_BracketRight);
    QCOMPARE(presenter()->place().channel, 1);
    const float corner = cell(0, last);
    QTest::keyClick(views().cells, Qt::Key_T);
    QCOMPARE(cell(last, last), corner);
    QTest::keyClick(views().cells, Qt::Key_M);
    QCOMPARE(cell(last, 0), corner);
    QTest::keyClick(views().cells, Qt::Key_M, Qt::ShiftModifier);
    QCOMPARE(cell(0, 0), corner);
    QVERIFY2(lastStep().startsWith(u"channel 1 of filter 1: mirrored top"_s),
             qPrintable(lastStep()));
}

void TstWeightsEdits::presetsReachTheTarget_data()
{
    QTest::addColumn<int>("target");
    QTest::newRow("kernel") << static_cast<int>(WeightTarget::Kernel);
    QTest::newRow("filter") << static_cast<int>(WeightTarget::Filter);
    QTest::newRow("all") << static_cast<int>(WeightTarget::All);
}

void TstWeightsEdits::presetsReachTheTarget()
{
    QFETCH(int, target);
    const Tensor old = document()->model().layer(0).storedWeights()[0];
    presenter()->goTo({.filter = 2, .channel = 1});
    views().target->setCurrentIndex(target);
    const int before = steps();
    QTest::mouseClick(views().presets->tile(KernelShape::Gaussian), Qt::LeftButton);
    QCOMPARE(steps(), before + 1);
    QVERIFY2(lastStep().endsWith(u": gaussian"_s), qPrintable(lastStep()));
    const WeightLayout layout = presenter()->weights().layout(0);
    const auto wanted = kernelValues({.shape = KernelShape::Gaussian}, layout.kernel()).value();
    const Tensor now = document()->model().layer(0).storedWeights()[0];
    for (std::int64_t f = 0; f < layout.filters(); ++f) {
        for (std::int64_t c = 0; c < layout.channels(); ++c) {
            const bool isReached = target == 2 || (f == 2 && (target == 1 || c == 1));
            const std::int64_t middle = layout.offset({f, c, 0, 1, 1});
            const auto cellOfPreset = std::size_t(layout.kernel().columns + 1);
            QCOMPARE(now.data()[middle],
                     isReached ? float(wanted[cellOfPreset]) : old.data()[middle]);
        }
    }
}

void TstWeightsEdits::gaborFollowsItsArguments()
{
    const int before = steps();
    QTest::mouseClick(views().presets->tile(KernelShape::Gabor), Qt::LeftButton);
    const float first = cell(0, 1);
    const auto fields = views().presets->findChildren<QuietDoubleSpinBox *>();
    QCOMPARE(fields.size(), 3);
    fields[0]->setFocus();
    fields[0]->selectAll();
    QTest::keyClicks(fields[0], u"90"_s);
    QTest::keyClick(fields[0], Qt::Key_Return);
    QVERIFY(cell(0, 1) != first);
    QCOMPARE(steps(), before + 2);
    QVERIFY2(lastStep().contains(u"90"_s), qPrintable(lastStep()));
}

void TstWeightsEdits::presetsAreDroppedOnOtherKernels()
{
    const int before = steps();
    QMimeData data;
    data.setData(u"application/x-convscope-kernel"_s,
                 QByteArray::number(static_cast<int>(KernelShape::Box)));
    QWidget *viewport = views().overview->viewport();
    const QPoint at = views().overview->tileRect({9, 2}).center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &drop);
    QCOMPARE(presenter()->place().filter, 9);
    QCOMPARE(presenter()->place().channel, 2);
    QCOMPARE(cell(0, 0), cell(1, 1));
    QCOMPARE(steps(), before + 1);
}

void TstWeightsEdits::toolsChangeValues()
{
    const auto press = [this](const QString &text) {
        for (auto *button : views().tools->findChildren<QPushButton *>())
            if (button->text() == text)
                QTest::mouseClick(button, Qt::LeftButton);
    };
    const auto sum = [this] {
        double all = 0;
        for (std::int64_t row = 0; row < views().cells->sheet().rows; ++row)
            for (std::int64_t column = 0; column < views().cells->sheet().columns; ++column)
                all += double(cell(row, column));
        return all;
    };
    press(u"Sum to 0"_s);
    QVERIFY(std::abs(sum()) < 1e-5);
    const float old = cell(0, 0);
    press(u"Add"_s);
    QVERIFY(std::abs(cell(0, 0) - old - 0.1F) < 1e-6F);
    press(u"Sum to 1"_s);
    QVERIFY(std::abs(sum() - 1) < 1e-5);
    views().tools->amountField()->setValue(-2);
    const float one = cell(0, 0);
    press(u"Scale"_s);
    QVERIFY(std::abs(cell(0, 0) + 2 * one) < 1e-6F);
    presenter()->transform(WeightOperation::Zero, 0);
    QCOMPARE(cell(2, 2), 0.0F);
    // The layer's map of a filter whose kernels are all zero is its bias.
    views().target->setCurrentIndex(static_cast<int>(WeightTarget::Filter));
    presenter()->transform(WeightOperation::Zero, 0);
    QVERIFY(settle());
    QVERIFY(presenter()->statistics() != nullptr);
    QCOMPARE(presenter()->statistics()->zeroFilters, std::vector<std::int64_t>{0});
}

void TstWeightsEdits::whatCannotBeIsSaid()
{
    const int before = steps();
    presenter()->transform(WeightOperation::Zero, 0);
    presenter()->transform(WeightOperation::SumToOne, 0);
    QCOMPARE(steps(), before + 1);
    QApplication::clipboard()->setText(u"1 2\n3 4"_s);
    presenter()->paste();
    QCOMPARE(steps(), before + 1);
}

void TstWeightsEdits::copyAndPasteAreText()
{
    presenter()->goTo({.filter = 4, .channel = 2});
    click({0, 0});
    QTest::keyClick(views().cells, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(settle());
    const QString text = QApplication::clipboard()->text();
    QCOMPARE(text.count(u'\n'), views().cells->sheet().rows);
    const float corner = cell(0, 0);
    presenter()->goTo({.filter = 6, .channel = 0});
    QTest::keyClick(views().cells, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(cell(0, 0), corner);
    QVERIFY2(lastStep().endsWith(u": pasted"_s), qPrintable(lastStep()));
    // Edit → Copy does the same while the page is shown.
    QVERIFY(m_window->actions()->copy->isEnabled());
}

void TstWeightsEdits::startValuesFollowTheSeed()
{
    views().target->setCurrentIndex(static_cast<int>(WeightTarget::All));
    auto *draw = views().facts->findChild<QPushButton *>(u"drawStart"_s);
    QVERIFY(draw != nullptr);
    const std::int64_t seed = views().facts->seed();
    const int before = steps();
    draw->click();
    QVERIFY(settle());
    QCOMPARE(views().facts->seed(), seed + 1);
    QCOMPARE(steps(), before + 1);
    QVERIFY2(lastStep().endsWith(u"drawn with seed %1"_s.arg(seed + 1)), qPrintable(lastStep()));
    const float first = cell(0, 0);
    presenter()->drawStartValues(seed + 7, false);
    QVERIFY(settle());
    QVERIFY(cell(0, 0) != first);
    presenter()->drawStartValues(seed + 1, false);
    QVERIFY(settle());
    QCOMPARE(cell(0, 0), first);
}

void TstWeightsEdits::constraintsSayWhatTheyChanged()
{
    auto *apply = views().facts->findChild<QPushButton *>(u"applyConstraint"_s);
    QVERIFY(!apply->isVisible());
    showOnly("Conv2D", {1, 8, 8, 1},
             {{"filters", std::int64_t{2}},
              {"kernel_size", IntList{3, 3}},
              {"kernel_constraint", constraints().make("non_neg")}});
    views().target->setCurrentIndex(static_cast<int>(WeightTarget::All));
    presenter()->transform(WeightOperation::Zero, 0);
    click({1, 1});
    QTest::keyClicks(views().cells, u"-"_s);
    QTest::keyClicks(views().cells->field(), u"3"_s);
    QTest::keyClick(views().cells->field(), Qt::Key_Return);
    QVERIFY(settle());
    QVERIFY(apply->isVisible());
    QTest::mouseClick(apply, Qt::LeftButton);
    QVERIFY(settle());
    QCOMPARE(cell(1, 1), 0.0F);
    QVERIFY2(lastStep() == u"constraint of kernel applied"_s, qPrintable(lastStep()));
    bool isSaid = false;
    for (auto *label : views().facts->findChildren<QLabel *>())
        isSaid = isSaid || label->text() == u"1 of 2 kernels changed (filter/channel): 0/0"_s;
    QVERIFY(isSaid);
}

void TstWeightsEdits::theBiasIsEdited()
{
    presenter()->goTo({.filter = 3});
    QuietDoubleSpinBox *field = views().tools->biasField();
    QVERIFY(field->isVisible());
    const int before = steps();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"1.25"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(steps(), before + 1);
    QCOMPARE(stored(0, 1, {.filter = 3}), 1.25F);
    // Or as a list of its own.
    views().weights->setCurrentIndex(1);
    QCOMPARE(views().cells->sheet().rows, 1);
    QCOMPARE(cell(0, 3), 1.25F);
    QVERIFY(!views().overview->isVisible());
}

void TstWeightsEdits::undoBringsAllBack()
{
    const Model start = document()->model();
    views().target->setCurrentIndex(static_cast<int>(WeightTarget::All));
    presenter()->transform(WeightOperation::Invert, 0);
    presenter()->applyPreset({.shape = KernelShape::SobelX}, false);
    presenter()->transform(WeightOperation::Shuffle, 0);
    presenter()->drawStartValues(3, false);
    QVERIFY(settle());
    QCOMPARE(steps(), 4);
    while (document()->undoStack()->canUndo())
        document()->undoStack()->undo();
    QVERIFY(document()->model() == start);
    QCOMPARE(steps(), 0);
    while (document()->undoStack()->canRedo())
        document()->undoStack()->redo();
    QVERIFY(settle());
    QCOMPARE(steps(), 4);
}

void TstWeightsEdits::restoresWhatItWas()
{
    auto *target = views().facts->findChild<QPushButton *>(u"restoreTarget"_s);
    auto *all = views().facts->findChild<QPushButton *>(u"restoreAll"_s);
    QVERIFY(target != nullptr && all != nullptr);
    QVERIFY(!target->isVisible());
    const float old = cell(1, 1);
    presenter()->transform(WeightOperation::Turn, 0);
    QVERIFY(settle());
    QVERIFY(target->isVisible());
    QCOMPARE(target->text(), u"Restore kernel"_s);
    // Another filter is changed as well; the chosen one alone comes back.
    presenter()->goTo({.filter = 3, .channel = 0});
    const float oldOfOther = cell(1, 1);
    views().target->setCurrentIndex(static_cast<int>(WeightTarget::Filter));
    presenter()->transform(WeightOperation::Invert, 0);
    QVERIFY(settle());
    QCOMPARE(cell(1, 1), -oldOfOther);
    QCOMPARE(target->text(), u"Restore filter"_s);
    const int before = steps();
    target->click();
    QVERIFY(settle());
    QCOMPARE(cell(1, 1), oldOfOther);
    QCOMPARE(steps(), before + 1);
    QVERIFY(lastStep().contains(u"restored"_s));
    presenter()->goTo({.filter = 0, .channel = 0});
    QVERIFY(cell(1, 1) != old || cell(1, 2) != old);
    all->click();
    QVERIFY(settle());
    QCOMPARE(cell(1, 1), old);
    QVERIFY(!target->isVisible());
    // Undone, the edits are there again and so are the buttons.
    document()->undoStack()->undo();
    QVERIFY(settle());
    QVERIFY(target->isVisible());
}

void TstWeightsEdits::aTurnedFilterStandsBesideItself()
{
    // The picture of the README: with CONVSCOPE_GALLERY=FOLDER it is left there.
    presenter()->goTo({.filter = 6, .channel = 1});
    views().target->setCurrentIndex(static_cast<int>(WeightTarget::Filter));
    const float corner = cell(0, 4);
    presenter()->transform(WeightOperation::Turn, 0);
    QVERIFY(settle());
    QVERIFY(cell(4, 4) == corner || cell(0, 0) == corner);
    QVERIFY(views().map->maps()->hasBefore);
    QCOMPARE(m_window->selection()->lookedAt().channel, 6);
    const QString folder = qEnvironmentVariable("CONVSCOPE_GALLERY");
    if (!folder.isEmpty())
        QVERIFY(m_window->grab().save(folder + u"/weights_edited.png"_s));
}

QTEST_MAIN(TstWeightsEdits)
#include "tst_weights_edits.moc"
