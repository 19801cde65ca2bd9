// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT

// The input as it is and as the model reads it, side by side: one cursor in both, and how the
// numbers of a cell were made.
#include "controls/hair_splitter.h"
#include "controls/segmented_tabs.h"
#include "input/input_cell.h"
#include "pages/explore/explore_page.h"
#include "params/input_form.h"
#include "params/inspector.h"
#include "support/window_look.h"
#include "views/input_pair_view.h"
#include "views/input_values_view.h"
#include "window/frame/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstInputPair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init();
    void cleanup() { m_window.reset(); }

    void showsWhatIsKept();
    void oneCursorInBoth();
    void theKeptPartIsDragged();
    void explainsAPinnedCell();
    void keysWalkThroughTheCells();
    void channelsAreThereToo();
    void followsTheFit();

private:
    bool settle()
    {
        return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
    }
    [[nodiscard]] ExplorePage *page() const { return m_window->findChild<ExplorePage *>(); }
    [[nodiscard]] InputPairView *pair() const { return page()->inputPair(); }
    /// The middle of a cell in the model's picture.
    [[nodiscard]] QPoint inModel(std::int64_t row, std::int64_t column) const;

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TstInputPair::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->results()->setLimits(RunLimits::none());
    m_window->resize(1440, 900);
    m_window->show();
    QImage image(12, 10, QImage::Format_RGB888);
    for (int row = 0; row < 10; ++row)
        for (int column = 0; column < 12; ++column)
            image.setPixelColor(column, row, QColor(20 * column, 25 * row, 7));
    const QString picture = m_folder.filePath(u"picture.png"_s);
    QVERIFY(image.save(picture));
    const QString model = m_folder.filePath(u"m.json"_s);
    QFile file(model);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"class_name": "Sequential", "config": {"name": "s", "layers": [
        {"class_name": "InputLayer", "config": {"batch_input_shape": [null, 8, 8, 3]}},
        {"class_name": "Conv2D", "config": {"name": "c", "filters": 2, "kernel_size": [3, 3]}}]}})");
    file.close();
    m_window->open(model);
    QVERIFY(settle());
    m_window->open(picture);
    QVERIFY(settle());
    m_window->selection()->selectLayer(-1);
    QVERIFY(settle());
}

QPoint TstInputPair::inModel(std::int64_t row, std::int64_t column) const
{
    const QRectF model = pair()->modelRect();
    return QPointF(model.left() + (double(column) + 0.5) * model.width() / 8,
                   model.top() + (double(row) + 0.5) * model.height() / 8)
        .toPoint();
}

void TstInputPair::showsWhatIsKept()
{
    QVERIFY(pair()->isVisible());
    QVERIFY(!page()->splitter()->isVisible());
    // 12 columns for 10 rows: one is cut at each side.
    QCOMPARE(pair()->pair().fit.columns, (AxisFit{12, 1, 10, 8}));
    QCOMPARE(pair()->pair().fit.rows, (AxisFit{10, 0, 10, 8}));
    const QImage grab = pair()->grab().toImage();
    const qreal ratio = grab.devicePixelRatio();
    const QRectF file = pair()->fileRect();
    const auto colour = [&](double x, double y) {
        return grab.pixelColor((QPointF(x, y) * ratio).toPoint());
    };
    // The kept part is as it is, the rest is veiled.
    const double y = file.center().y();
    QVERIFY(colour(file.center().x(), y).blue() < 30);
    QVERIFY(colour(file.left() + 3, y).blue() > 60);
    // A layer's maps come back in its place.
    m_window->selection()->selectLayer(0);
    QVERIFY(settle());
    QVERIFY(page()->splitter()->isVisible());
    QVERIFY(!pair()->isVisible());
}

void TstInputPair::oneCursorInBoth()
{
    QTest::mouseMove(pair(), inModel(2, 3));
    QTRY_COMPARE(pair()->currentCell(), (MapCell{2, 3}));
    // The pixel of the file that its centre lies on gives the same cell.
    const AxisBlend row = blendOf(pair()->pair().fit.rows, 2);
    const AxisBlend column = blendOf(pair()->pair().fit.columns, 3);
    const QRectF file = pair()->fileRect();
    QTest::mouseMove(pair(), inModel(7, 7));
    QTest::mouseMove(pair(), QPointF(file.left() + (column.position + 0.5) * file.width() / 12,
                                     file.top() + (row.position + 0.5) * file.height() / 10)
                                 .toPoint());
    QTRY_COMPARE(pair()->currentCell(), (MapCell{2, 3}));
    // Out of the kept part nothing can be pinned.
    const QPoint outside = QPointF(file.left() + 3, file.center().y()).toPoint();
    QTest::mouseMove(pair(), outside);
    QTRY_VERIFY(!pair()->currentCell());
    QTest::mouseClick(pair(), Qt::LeftButton, {}, outside);
    QVERIFY(!m_window->selection()->pinned());
}

void TstInputPair::theKeptPartIsDragged()
{
    const std::shared_ptr<const Input> whole = m_window->document()->chosen()->ready;
    QUndoStack *undo = m_window->document()->undoStack();
    const int steps = undo->index();
    const QRectF file = pair()->fileRect();
    const double pixel = file.width() / 12;
    const QPoint from = file.center().toPoint();
    QTest::mousePress(pair(), Qt::LeftButton, {}, from);
    QMouseEvent first(QEvent::MouseMove, QPointF(from) + QPointF(0.6 * pixel, 0),
                      pair()->mapToGlobal(QPointF(from)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(pair(), &first);
    QMouseEvent second(QEvent::MouseMove, QPointF(from) + QPointF(9 * pixel, 3),
                       pair()->mapToGlobal(QPointF(from)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(pair(), &second);
    QVERIFY(settle());
    QTest::mouseRelease(pair(), Qt::LeftButton, {}, from);
    QVERIFY(settle());
    // As far as there is picture.
    QCOMPARE(pair()->pair().fit.columns, (AxisFit{12, 2, 10, 8}));
    QVERIFY(m_window->document()->chosen()->ready->tensor.fingerprint() !=
            whole->tensor.fingerprint());
    QVERIFY(!m_window->selection()->pinned());
    // One gesture is one step.
    QCOMPARE(undo->index(), steps + 1);
    undo->undo();
    QVERIFY(settle());
    QTRY_COMPARE(pair()->pair().fit.columns, (AxisFit{12, 1, 10, 8}));
    QCOMPARE(m_window->document()->chosen()->ready->tensor.fingerprint(),
             whole->tensor.fingerprint());
    // Esc takes it back while it lasts.
    QTest::mousePress(pair(), Qt::LeftButton, {}, from);
    QApplication::sendEvent(pair(), &second);
    QCOMPARE(pair()->pair().fit.columns.offset, std::int64_t{2});
    QTest::keyClick(pair(), Qt::Key_Escape);
    QTest::mouseRelease(pair(), Qt::LeftButton, {}, from);
    QVERIFY(settle());
    QCOMPARE(undo->index(), steps);
    QTRY_COMPARE(pair()->pair().fit.columns, (AxisFit{12, 1, 10, 8}));
}

void TstInputPair::explainsAPinnedCell()
{
    QTest::mouseClick(pair(), Qt::LeftButton, {}, inModel(2, 3));
    QVERIFY(settle());
    QVERIFY(m_window->selection()->pinned());
    QCOMPARE(m_window->selection()->pinned()->place, (std::vector<std::int64_t>{2, 3}));
    const InputValues &values = page()->inputValues()->values();
    QVERIFY2(values.hint.isEmpty(), qPrintable(values.hint));
    QCOMPARE(values.rows.size(), std::size_t{3});
    // Column 3 is 3.5 · 1.25 − 0.5 + 1 = 4.875 of the file: red 20 · 4.875 = 97.5 of 255.
    QCOMPARE(values.rows[0].value(1), u"97.500"_s);
    QCOMPARE(values.rows[0].value(2), u"÷ 255.000"_s);
    QVERIFY2(values.rows[0].last().startsWith(u"0.3824"_s), qPrintable(values.rows[0].last()));
    QVERIFY2(values.formula.endsWith(u"≈ 97.500"_s), qPrintable(values.formula));
    QVERIFY(values.title.contains(u"0.3824"_s));
    QVERIFY(page()->inputValues()->text().contains(u"97.500"_s));
    // It is what is copied, and filtering leads to the channels.
    page()->copy();
    QCOMPARE(QApplication::clipboard()->text(), page()->inputValues()->text());
    QVERIFY(page()->startFilter());
    QVERIFY(page()->splitter()->isVisible());
    QCOMPARE(values.file.channels.size(), std::size_t{3});
}

void TstInputPair::keysWalkThroughTheCells()
{
    pair()->setFocus();
    QTest::keyClick(pair(), Qt::Key_Home);
    QTest::keyClick(pair(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(pair()->currentCell(), (MapCell{0, 0}));
    QTest::keyClick(pair(), Qt::Key_Right);
    QTest::keyClick(pair(), Qt::Key_Down);
    QTest::keyClick(pair(), Qt::Key_Return);
    QVERIFY(m_window->selection()->pinned());
    QCOMPARE(m_window->selection()->pinned()->place, (std::vector<std::int64_t>{1, 1}));
    QTest::keyClick(pair(), Qt::Key_Return);
    QVERIFY(!m_window->selection()->pinned());
}

void TstInputPair::channelsAreThereToo()
{
    page()->inputTabs()->setCurrentIndex(1);
    QVERIFY(page()->splitter()->isVisible());
    QVERIFY(!pair()->isVisible());
    page()->inputTabs()->setCurrentIndex(0);
    QVERIFY(pair()->isVisible());
}

void TstInputPair::followsTheFit()
{
    InputForm *form = m_window->inspector()->inputForm();
    QTest::mouseClick(form->fitCard(Fit::Pad), Qt::LeftButton);
    QVERIFY(settle());
    // 10 rows among 12: one row of zeros above.
    QTRY_COMPARE(pair()->pair().fit.rows, (AxisFit{10, -1, 12, 8}));
    QTest::mouseClick(form->fitCard(Fit::Refuse), Qt::LeftButton);
    QVERIFY(settle());
    QTRY_VERIFY(pair()->pair().model.isNull());
    QVERIFY2(pair()->pair().problem.contains(u"8"_s), qPrintable(pair()->pair().problem));
}

QTEST_MAIN(TstInputPair)
#include "tst_input_pair.moc"
