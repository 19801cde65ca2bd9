// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What stands on the screen after an edit is what a fresh painting shows: no widget leaves out an
// update, however little it paints.
#include "controls/filter_bar.h"
#include "controls/search_field.h"
#include "document/model_document.h"
#include "pages/explore/explore_page.h"
#include "params/inspector.h"
#include "params/param_form.h"
#include "params/param_row.h"
#include "stack/stack_panel.h"
#include "support/window_look.h"
#include "views/map_grid.h"
#include "window/actions/actions.h"
#include "window/frame/main_window.h"

#include <QKeyEvent>
#include <QScreen>
#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void numbers();
    void choices();
    void illegalAndBack();
    void otherLayers();
    void otherMapsAndRanges();
    void sequencesAndVolumes();
    void undoneAllTheWay();
    void otherTheme();
    void otherSize();
    void filteredLists();
    void questionsAndPreviews();

private:
    bool settle();
    /// "" where the screen shows the window as painted anew, else the rectangle that does not.
    QString stale();
    void press(const QString &argument, Qt::Key key);
    void select(int layer);

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TstScreen::initTestCase()
{
    // A blinking cursor would be another picture at any time.
    QApplication::setCursorFlashTime(0);
    m_look = std::make_unique<WindowLook>();
}

void TstScreen::init()
{
    m_look->theme().setMode(Theme::Mode::Light);
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->resize(1440, 900);
    m_window->show();
    m_window->openFirstLook();
    QVERIFY(settle());
    QCOMPARE(stale(), QString());
}

bool TstScreen::settle()
{
    if (!QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000))
        return false;
    QTest::qWait(80); // cards follow by a timer of at most 33 ms, which nothing announces
    return m_window->isSettled();
}

QString TstScreen::stale()
{
    // What is on its way to the screen arrives; nothing happens between the two pictures.
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    const QImage screen = m_window->screen()
                              ->grabWindow(m_window->winId())
                              .toImage()
                              .convertToFormat(QImage::Format_RGB32);
    const QImage fresh = m_window->grab().toImage().convertToFormat(QImage::Format_RGB32);
    if (screen.size() != fresh.size())
        return u"other size"_s;
    QRect differs;
    for (int y = 0; y < fresh.height(); ++y) {
        for (int x = 0; x < fresh.width(); ++x) {
            if (screen.pixel(x, y) != fresh.pixel(x, y))
                differs |= QRect(x, y, 1, 1);
        }
    }
    if (differs.isNull())
        return {};
    const QWidget *child = m_window->childAt(differs.center());
    return u"%1, %2 to %3, %4, %5"_s.arg(
        QString::number(differs.left()), QString::number(differs.top()),
        QString::number(differs.right()), QString::number(differs.bottom()),
        child != nullptr ? QString::fromLatin1(child->metaObject()->className()) : QString());
}

void TstScreen::press(const QString &argument, Qt::Key key)
{
    QWidget *field = m_window->inspector()->form()->row(argument)->editor()->fields().front();
    field->setFocus();
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(field, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier);
    QCoreApplication::sendEvent(field, &up);
}

void TstScreen::select(int layer)
{
    m_window->selection()->selectLayer(layer);
    QVERIFY(settle());
    QCOMPARE(stale(), QString());
}

void TstScreen::numbers()
{
    for (const char *argument : {"filters", "kernel_size", "strides"}) {
        press(QString::fromLatin1(argument), Qt::Key_Up);
        QVERIFY(settle());
        QCOMPARE(stale(), QString());
    }
}

void TstScreen::choices()
{
    // Their notes come and go, and all rows below move.
    for (const char *argument : {"padding", "padding", "data_format", "activation"}) {
        const Model before = m_window->document()->model();
        press(QString::fromLatin1(argument), Qt::Key_Down);
        if (m_window->document()->model() == before)
            press(QString::fromLatin1(argument), Qt::Key_Up);
        QVERIFY(settle());
        QCOMPARE(stale(), QString());
    }
}

void TstScreen::illegalAndBack()
{
    ModelDocument *document = m_window->document();
    QVERIFY(document->setArgument(0, "padding", std::string("valid"), false));
    QVERIFY(document->setArgument(0, "kernel_size", IntList{600, 3}, false));
    QVERIFY(document->shapes().hasErrors());
    QVERIFY(settle());
    QCOMPARE(stale(), QString());
    while (document->undoStack()->canUndo())
        document->undoStack()->undo();
    QVERIFY(settle());
    QCOMPARE(stale(), QString());
}

void TstScreen::otherLayers()
{
    for (int layer = -1; layer < m_window->document()->model().size(); ++layer)
        select(layer);
}

void TstScreen::otherMapsAndRanges()
{
    m_window->page<ExplorePage>()->grid()->grid()->select(3);
    QVERIFY(settle());
    QCOMPARE(stale(), QString());
    for (const QString &id :
         {u"explore.next_scope"_s, u"explore.next_colormap"_s, u"explore.invert_colormap"_s}) {
        m_window->actions()->action(id)->trigger();
        QVERIFY(settle());
        QCOMPARE(stale(), QString());
    }
}

void TstScreen::sequencesAndVolumes()
{
    for (const char *stack : {"sequence.npz", "volume.npz"}) {
        m_window->openBundledStack(QString::fromLatin1(stack));
        QVERIFY(settle());
        QCOMPARE(stale(), QString());
        select(0);
        press(u"filters"_s, Qt::Key_Up);
        QVERIFY(settle());
        QCOMPARE(stale(), QString());
        select(1);
    }
}

void TstScreen::undoneAllTheWay()
{
    press(u"filters"_s, Qt::Key_Up);
    press(u"strides"_s, Qt::Key_Up);
    m_window->document()->removeLayer(2);
    m_window->document()->duplicateLayer(0);
    QVERIFY(settle());
    QCOMPARE(stale(), QString());
    while (m_window->document()->undoStack()->canUndo()) {
        m_window->actions()->undo->trigger();
        QVERIFY(settle());
        QCOMPARE(stale(), QString());
    }
}

void TstScreen::otherTheme()
{
    m_look->theme().setMode(Theme::Mode::Dark);
    QVERIFY(settle());
    QCOMPARE(stale(), QString());
}

void TstScreen::otherSize()
{
    for (const QSize size : {QSize(1024, 700), QSize(1600, 1000), QSize(1440, 900)}) {
        m_window->resize(size);
        QVERIFY(settle());
        QCOMPARE(stale(), QString());
    }
}

void TstScreen::filteredLists()
{
    const auto filter = [this](FilterBar *bar, const QString &text) {
        for (const QString &typed : {text, QString()}) {
            bar->field()->setText(typed);
            QVERIFY(settle());
            QCOMPARE(stale(), QString());
        }
        bar->field()->setText(text);
        bar->dismiss();
        QVERIFY(settle());
        QCOMPARE(stale(), QString());
    };
    m_window->stackPanel()->startFilter();
    filter(m_window->stackPanel()->filter(), u"pool"_s);
    m_window->page<ExplorePage>()->grid()->startFilter();
    filter(m_window->page<ExplorePage>()->grid()->filter(), u"3-5, dead"_s);
    QVERIFY(m_window->inspector()->startFilter());
    filter(m_window->inspector()->filter(), u"kernel"_s);
}

void TstScreen::questionsAndPreviews()
{
    LayerResults *results = m_window->results();
    results->setLimits({0, 1});
    press(u"filters"_s, Qt::Key_Up);
    QVERIFY(settle());
    QVERIFY(results->isAsking());
    QCOMPARE(stale(), QString());
    m_window->actions()->previewFirst->trigger();
    QVERIFY(settle());
    QCOMPARE(stale(), QString());
    m_window->actions()->computeAgain->trigger();
    QVERIFY(settle());
    QCOMPARE(stale(), QString());
}

QTEST_MAIN(TstScreen)
#include "tst_screen.moc"
