// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// An impatient person: thousands of seeded keys, clicks, drags, typed values, openings and sizes on
// the real window. It must neither fall nor print a warning of Qt's, its history must be true at
// every step, and what it took must come back. Replay one: CONVSCOPE_SEED=N tst_random_use.
#include "stack/finder_popup.h"
#include "support/history_shadow.h"
#include "support/window_look.h"
#include "window/files/file_menus.h"
#include "window/frame/main_window.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <random>
#include <utility>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList g_warnings;

/// What the offscreen platform cannot do, and says whenever a window asks for it.
bool isExcused(const QString &message)
{
    static const QStringList excused{u"This plugin does not support raise()"_s,
                                     u"This plugin does not support grabbing the keyboard"_s,
                                     u"This plugin does not support propagateSizeHints()"_s,
                                     u"This plugin does not support grabbing the mouse"_s,
                                     u"This plugin does not support setting window masks"_s};
    return excused.contains(message);
}

void collect(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !isExcused(message))
        g_warnings << message;
}

/// Bytes of this process that only it has, resident.
qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().split(' ');
    return (fields.value(1).toLongLong() - fields.value(2).toLongLong()) * 4096;
}

} // namespace

class TstRandomUse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { qInstallMessageHandler(nullptr); }
    void holds_data();
    void holds();
    void stepsWereReplayed() { QVERIFY2(m_replayed > 20, qPrintable(QString::number(m_replayed))); }
    void memoryComesBack();

private:
    void start();
    bool settle();
    void act();
    void pressKey();
    void click();
    void drag();
    void typeIntoAField();
    void openSomething();
    void changeLook();
    void undoOrRedo();
    void leavePopups();
    void leaveWhatWaits();
    void replayTheHistory();
    QWidget *target();
    int upTo(int limit) { return std::uniform_int_distribution(0, limit - 1)(m_random); }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<HistoryShadow> m_shadow;
    std::mt19937 m_random;
    QTimer m_leaving;
    int m_actionsDone = 0;
    int m_actionsSeen = 0;
    /// Steps that were done again from their words.
    int m_replayed = 0;
};

void TstRandomUse::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
    qInstallMessageHandler(collect);
    m_leaving.setInterval(30);
    connect(&m_leaving, &QTimer::timeout, this, &TstRandomUse::leaveWhatWaits);
    m_leaving.start();
}

/// Menus and dialogs that wait in a loop of their own are left when an action has not come back
/// from one tick to the next.
void TstRandomUse::leaveWhatWaits()
{
    if (std::exchange(m_actionsSeen, m_actionsDone) != m_actionsDone)
        return;
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    else if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
        dialog->reject();
}

void TstRandomUse::start()
{
    m_shadow.reset();
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->resize(1280, 800);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    m_window->openFirstLook();
    QVERIFY(settle());
    m_shadow = std::make_unique<HistoryShadow>(m_window->document());
}

bool TstRandomUse::settle()
{
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, 120000);
}

QWidget *TstRandomUse::target()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return QApplication::focusWidget() != nullptr &&
                       popup->isAncestorOf(QApplication::focusWidget())
                   ? QApplication::focusWidget()
                   : popup;
    QWidget *focused = QApplication::focusWidget();
    return focused != nullptr && focused->window() == m_window.get() ? focused : m_window.get();
}

void TstRandomUse::pressKey()
{
    struct Key
    {
        int key;
        Qt::KeyboardModifiers modifiers;
    };
    static const std::vector<Key> keys{
        {Qt::Key_Insert, {}},
        {Qt::Key_Return, {}},
        {Qt::Key_Escape, {}},
        {Qt::Key_Delete, {}},
        {Qt::Key_Tab, {}},
        {Qt::Key_Backtab, Qt::ShiftModifier},
        {Qt::Key_F6, {}},
        {Qt::Key_F8, {}},
        {Qt::Key_Return, Qt::ControlModifier},
        {Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier},
        {Qt::Key_B, Qt::ControlModifier},
        {Qt::Key_PageUp, Qt::ControlModifier},
        {Qt::Key_PageDown, Qt::ControlModifier},
        {Qt::Key_Up, {}},
        {Qt::Key_Down, {}},
        {Qt::Key_Left, {}},
        {Qt::Key_Right, {}},
        {Qt::Key_Home, {}},
        {Qt::Key_End, {}},
        {Qt::Key_A, {}},
        {Qt::Key_S, {}},
        {Qt::Key_C, {}},
        {Qt::Key_O, {}},
        {Qt::Key_N, {}},
        {Qt::Key_G, {}},
        {Qt::Key_V, {}},
        {Qt::Key_Comma, {}},
        {Qt::Key_Period, {}},
        {Qt::Key_Space, {}},
        {Qt::Key_F9, {}},
        {Qt::Key_F, Qt::ControlModifier},
        {Qt::Key_F2, {}},
        {Qt::Key_Up, Qt::AltModifier},
        {Qt::Key_Down, Qt::AltModifier},
        {Qt::Key_F5, {}},
        {Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier},
        {Qt::Key_C, Qt::ControlModifier},
        {Qt::Key_V, Qt::ControlModifier},
        {Qt::Key_1, Qt::AltModifier},
        {Qt::Key_2, Qt::AltModifier},
        {Qt::Key_3, Qt::AltModifier},
    };
    const Key &key = keys[static_cast<std::size_t>(upTo(static_cast<int>(keys.size())))];
    QTest::keyClick(target(), static_cast<Qt::Key>(key.key), key.modifiers);
}

void TstRandomUse::click()
{
    const QPoint at(upTo(m_window->width()), upTo(m_window->height()));
    QWidget *widget = m_window->childAt(at);
    // Menus and file dialogs run event loops of their own; keys and the finder reach their actions.
    if (widget == nullptr || widget->inherits("QMenuBar"))
        return;
    if (const auto *button = qobject_cast<QAbstractButton *>(widget);
        button != nullptr && widget->window() != m_window.get())
        return;
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->mapFrom(m_window.get(), at));
}

void TstRandomUse::drag()
{
    const QPoint at(upTo(m_window->width()), upTo(m_window->height()));
    QWidget *widget = m_window->childAt(at);
    if (widget == nullptr || widget->inherits("QMenuBar"))
        return;
    // A drag between cards would wait for a drop in an event loop of its own.
    for (QWidget *parent = widget; parent != nullptr; parent = parent->parentWidget()) {
        const auto *view = qobject_cast<QAbstractItemView *>(parent);
        if (view != nullptr && view->dragEnabled())
            return;
    }
    const QPoint local = widget->mapFrom(m_window.get(), at);
    const QPoint end = local + QPoint(upTo(240) - 120, upTo(240) - 120);
    const QPointer<QWidget> alive = widget;
    QTest::mousePress(widget, Qt::LeftButton, {}, local);
    for (int step = 1; step <= 4 && alive; ++step) {
        QTest::mouseMove(widget, local + (end - local) * step / 4);
        QCoreApplication::processEvents();
    }
    if (alive)
        QTest::mouseRelease(widget, Qt::LeftButton, {}, end);
}

void TstRandomUse::typeIntoAField()
{
    static const QStringList words{u"3"_s, u"7"_s,    u"2*3"_s,  u"0"_s,     u"-1"_s,   u"99"_s,
                                   u"1"_s, u"same"_s, u"conv"_s, u"(2,3)"_s, u"crop"_s, u"pool"_s};
    QList<QWidget *> fields;
    for (QWidget *field : m_window->findChildren<QWidget *>()) {
        const bool takesText = qobject_cast<QAbstractSpinBox *>(field) != nullptr ||
                               qobject_cast<QLineEdit *>(field) != nullptr;
        if (takesText && field->isVisible() && field->isEnabled())
            fields << field;
    }
    if (fields.isEmpty())
        return;
    QWidget *field = fields[upTo(static_cast<int>(fields.size()))];
    field->setFocus(Qt::MouseFocusReason);
    QTest::keyClick(target(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(target(), words[upTo(static_cast<int>(words.size()))]);
    const Qt::Key ends[]{Qt::Key_Return, Qt::Key_Tab, Qt::Key_Escape};
    // Now and then a layer is selected while the field still has what was typed.
    if (const int end = upTo(4); end < 3)
        QTest::keyClick(target(), ends[end]);
    else
        m_window->selection()->selectLayer(upTo(m_window->document()->model().size() + 1) - 1);
}

void TstRandomUse::openSomething()
{
    // Only over a stack that is as it was stored: else the window would ask.
    if (m_window->document()->isModified() || m_window->document()->undoStack()->index() != 0) {
        static const QStringList pictures{u"coffee.png"_s, u"text.png"_s, u"camera.png"_s};
        m_window->open(FileMenus::samplePath(pictures[upTo(3)]));
        return;
    }
    static const QStringList stacks{u"first_look.npz"_s, u"edges.npz"_s, u"sequence.npz"_s,
                                    u"volume.npz"_s, u"down_up.npz"_s};
    m_window->openBundledStack(stacks[upTo(5)]);
}

void TstRandomUse::changeLook()
{
    if (upTo(3) == 0)
        m_look->theme().setMode(m_look->theme().isDark() ? Theme::Mode::Light : Theme::Mode::Dark);
    else
        m_window->resize(880 + upTo(900), 560 + upTo(500));
}

void TstRandomUse::undoOrRedo()
{
    // A field that is being edited ends its gesture first; then the history itself moves.
    m_window->setFocus();
    QUndoStack *history = m_window->document()->undoStack();
    for (int steps = upTo(4); steps >= 0; --steps) {
        if (upTo(2) > 0)
            history->undo();
        else
            history->redo();
    }
}

void TstRandomUse::leavePopups()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    // Help and lists of keys are windows of their own.
    for (QWidget *other : QApplication::topLevelWidgets()) {
        if (other != m_window.get() && other->isVisible())
            other->close();
    }
    if (QApplication::activeWindow() != m_window.get())
        QApplication::setActiveWindow(m_window.get());
}

void TstRandomUse::act()
{
    const int kind = upTo(100);
    if (kind < 40)
        pressKey();
    else if (kind < 62)
        click();
    else if (kind < 70)
        drag();
    else if (kind < 89)
        typeIntoAField();
    else if (kind < 93)
        undoOrRedo();
    else if (kind < 95)
        openSomething();
    else if (kind < 97)
        changeLook();
    else
        m_window->selection()->selectLayer(upTo(m_window->document()->model().size() + 1) - 1);
    if (upTo(3) == 0)
        leavePopups();
    // Sometimes things come to rest, mostly they do not.
    if (upTo(12) == 0)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 30);
    else
        QCoreApplication::processEvents();
}

void TstRandomUse::holds_data()
{
    QTest::addColumn<quint32>("seed");
    bool isGiven = false;
    const int given = qEnvironmentVariableIntValue("CONVSCOPE_SEED", &isGiven);
    if (isGiven) {
        QTest::addRow("seed %d", given) << static_cast<quint32>(given);
        return;
    }
    for (const quint32 seed : {1u, 2u, 3u, 4u, 5u})
        QTest::addRow("seed %u", seed) << seed;
}

void TstRandomUse::holds()
{
    QFETCH(quint32, seed);
    m_random.seed(seed);
    g_warnings.clear();
    start();
    if (QTest::currentTestFailed())
        return;
    constexpr int kActions = 600;
    for (int action = 0; action < kActions; ++action) {
        act();
        ++m_actionsDone;
        QVERIFY2(m_shadow->fault().isEmpty(),
                 qPrintable(u"action %1: %2"_s.arg(action).arg(m_shadow->fault())));
        QVERIFY2(g_warnings.isEmpty(),
                 qPrintable(u"action %1: %2"_s.arg(action).arg(g_warnings.join(u'\n'))));
    }
    leavePopups();
    m_window->setFocus();
    QUndoStack *history = m_window->document()->undoStack();
    replayTheHistory();
    if (QTest::currentTestFailed())
        return;
    const DocumentState last = m_window->document()->state();
    const int steps = history->index();
    for (int i = 0; i < steps; ++i)
        history->undo();
    QCOMPARE(history->index(), 0);
    QVERIFY2(m_shadow->fault().isEmpty(), qPrintable(m_shadow->fault()));
    for (int i = 0; i < steps; ++i)
        history->redo();
    QVERIFY(m_window->document()->state() == last);
    QVERIFY(settle());
    // Closed while it computes.
    history->undo();
    m_shadow.reset();
    m_window.reset();
    QVERIFY2(g_warnings.isEmpty(), qPrintable(g_warnings.join(u'\n')));
}

/// Every step that says what it does is what core makes of those words.
void TstRandomUse::replayTheHistory()
{
    const QUndoStack *history = m_window->document()->undoStack();
    const auto &states = m_shadow->states();
    for (int i = 0; i < history->count(); ++i) {
        const auto before = states.find(i);
        const auto after = states.find(i + 1);
        if (before == states.end() || after == states.end())
            continue;
        const auto again = replayed(before->second.model, history->text(i), after->second.model);
        QVERIFY2(!again || *again == after->second.model,
                 qPrintable(u"step %1, %2"_s.arg(i).arg(history->text(i))));
        m_replayed += again ? 1 : 0;
    }
}

void TstRandomUse::memoryComesBack()
{
    const auto once = [this] {
        start();
        m_shadow.reset();
        for (const auto *stack : {"volume.npz", "down_up.npz", "first_look.npz"}) {
            m_window->openBundledStack(QString::fromLatin1(stack));
            QVERIFY(settle());
        }
        m_window.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    once();
    const qint64 before = residentBytes();
    for (int i = 0; i < 4; ++i)
        once();
    const qint64 grown = residentBytes() - before;
    // One result of the three stacks alone is 60 MiB: four of them kept would show.
    QVERIFY2(grown < 96 * 1024 * 1024, qPrintable(u"%1 MiB more"_s.arg(grown >> 20)));
}

QTEST_MAIN(TstRandomUse)
#include "tst_random_use.moc"
