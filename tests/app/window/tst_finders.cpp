// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What helps to find one's way in the real window: the pop-ups that find an action and add a
// layer, F1, and what the inspector says of stored weights.
#include "params/fact_table.h"
#include "params/inspector.h"
#include "params/param_form.h"
#include "stack/finder_popup.h"
#include "stack/insert_handle.h"
#include "stack/layer_card_delegate.h"
#include "stack/stack_panel.h"
#include "style/convscope_style.h"
#include "style/theme.h"
#include "window/actions/actions.h"
#include "window/frame/main_window.h"

#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

int markedParagraphs(const QTextBrowser *text)
{
    int count = 0;
    for (QTextBlock b = text->document()->begin(); b.isValid(); b = b.next())
        count += b.blockFormat().hasProperty(QTextFormat::BackgroundBrush) ? 1 : 0;
    return count;
}

} // namespace

class TstFinders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsWhatWasFoundLastFirst();
    void remembersItForTheNextStart();
    void addsALayerBetweenTwoCards();
    void helpsWithTheLayerAndTheArgument();
    void saysWhatBecameOfStoredWeights();

private:
    static FinderPopup *popup(MainWindow &window);
    static void choose(MainWindow &window, const QString &query);
    static QStringList rows(MainWindow &window);

    Theme *m_theme = nullptr;
};

void TstFinders::initTestCase()
{
    QApplication::setStyle(new ConvScopeStyle);
    m_theme = new Theme(false, this);
}

/// The one that is open.
FinderPopup *TstFinders::popup(MainWindow &window)
{
    for (FinderPopup *popup : window.findChildren<FinderPopup *>())
        if (popup->isVisible())
            return popup;
    return nullptr;
}

void TstFinders::choose(MainWindow &window, const QString &query)
{
    window.actions()->find->trigger();
    QVERIFY(popup(window) != nullptr);
    auto *search = popup(window)->findChild<QLineEdit *>();
    QTest::keyClicks(search, query);
    QTest::keyClick(search, Qt::Key_Return);
}

/// Of the action finder with nothing typed, headings included.
QStringList TstFinders::rows(MainWindow &window)
{
    window.actions()->find->trigger();
    FinderPopup *open = popup(window);
    const QAbstractItemModel *model = open->findChild<QListView *>()->model();
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts << model->index(row, 0).data(Qt::DisplayRole).toString();
    QTest::keyClick(open->findChild<QLineEdit *>(), Qt::Key_Escape);
    return texts;
}

void TstFinders::showsWhatWasFoundLastFirst()
{
    MainWindow window(m_theme, false);
    window.show();
    const QStringList before = rows(window);
    QVERIFY(!before.contains(u"Found last"_s));
    choose(window, u"Explore: Next colormap"_s);
    choose(window, u"Explore: Invert colormap"_s);
    choose(window, u"Explore: Next colormap"_s);
    const QStringList after = rows(window);
    QCOMPARE(after.mid(0, 4), (QStringList{u"Found last"_s, u"Explore: Next colormap"_s,
                                           u"Explore: Invert colormap"_s, before.first()}));
    QCOMPARE(after.count(u"Explore: Next colormap"_s), 1);
    QCOMPARE(after.size(), before.size() + 1);
    // Typing still ranks by the words.
    choose(window, u"Next range scope"_s);
    QCOMPARE(rows(window).at(1), u"Explore: Next range scope"_s);
}

void TstFinders::remembersItForTheNextStart()
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    {
        MainWindow window(m_theme, true);
        window.show();
        choose(window, u"Explore: Invert colormap"_s);
        window.close();
    }
    QSettings().setValue(u"window/actions"_s,
                         QSettings().value(u"window/actions"_s).toStringList() +
                             QStringList{u"an action of another version"_s});
    MainWindow window(m_theme, true);
    window.show();
    QCOMPARE(window.actions()->recent(), QStringList{u"explore.invert_colormap"_s});
    QCOMPARE(rows(window).at(1), u"Explore: Invert colormap"_s);
}

void TstFinders::addsALayerBetweenTwoCards()
{
    MainWindow window(m_theme, false);
    window.show();
    window.openFirstLook();
    QVERIFY(QTest::qWaitFor([&] { return window.isSettled(); }, 60000));
    QListView *list = window.stackPanel()->list();
    const QRect card = LayerCardDelegate::cardRect(list->visualRect(list->model()->index(1, 0)));
    const QPoint gap(card.center().x(), card.bottom() + 3);
    QMouseEvent move(QEvent::MouseMove, gap, list->viewport()->mapToGlobal(gap), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(list->viewport(), &move);
    auto *handle = list->viewport()->findChild<InsertHandle *>();
    QCOMPARE(handle->rowAbove(), 1);
    QTest::mouseClick(handle, Qt::LeftButton);
    QVERIFY(popup(window) != nullptr);
    auto *search = popup(window)->findChild<QLineEdit *>();
    QTest::keyClicks(search, u"ZeroPadding2D"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return window.isSettled(); }, 60000));
    const Model &model = window.document()->model();
    QCOMPARE(model.size(), 6);
    QCOMPARE(model.layer(1).type().className, "ZeroPadding2D");
}

void TstFinders::helpsWithTheLayerAndTheArgument()
{
    MainWindow window(m_theme, false);
    window.show();
    window.openFirstLook();
    QVERIFY(QTest::qWaitFor([&] { return window.isSettled(); }, 60000));
    window.selection()->selectLayer(-1);
    QVERIFY(!window.actions()->layerHelp->isEnabled());
    window.selection()->selectLayer(0);
    QApplication::setActiveWindow(&window);

    const auto help = [&window]() -> QTextBrowser * {
        QTest::keyClick(&window, Qt::Key_F1);
        for (auto *text : window.findChildren<QTextBrowser *>())
            if (text->isVisible())
                return text;
        return nullptr;
    };
    const auto close = [](QTextBrowser *text) { delete text->window(); };
    QTextBrowser *text = help();
    QVERIFY(text != nullptr);
    QVERIFY(text->toPlainText().startsWith(u"Conv2D"_s));
    QCOMPARE(markedParagraphs(text), 0);
    close(text);

    ParamForm *form = window.inspector()->form();
    form->focusArgument(u"kernel_constraint"_s);
    QCOMPARE(form->focusedArgument(), u"kernel_constraint"_s);
    text = help();
    QVERIFY(text != nullptr);
    const QTextBlock marked = text->textCursor().block();
    QVERIFY(marked.text().startsWith(u"kernel_constraint"_s));
    QCOMPARE(markedParagraphs(text), 1);
    QVERIFY(marked.blockFormat().hasProperty(QTextFormat::BackgroundBrush));
    QVERIFY(text->viewport()->rect().contains(text->cursorRect()));
    close(text);
}

void TstFinders::saysWhatBecameOfStoredWeights()
{
    MainWindow window(m_theme, false);
    window.show();
    window.openFirstLook();
    const auto settle = [&] { return QTest::qWaitFor([&] { return window.isSettled(); }, 60000); };
    const auto said = [&] {
        for (const FactTable *table : window.inspector()->findChildren<FactTable *>())
            for (const Fact &fact : table->facts())
                if (fact.name == u"stored weights"_s)
                    return fact.value;
        return QString();
    };
    QVERIFY(settle());
    window.selection()->selectLayer(0);
    QCOMPARE(said(), QString());
    QVERIFY(window.document()->setArgument(0, "kernel_size", IntList{7, 7}, false));
    QVERIFY(settle());
    QCOMPARE(said(), u"kernel 5·5·3·16 kept inside 7·7·3·16, the rest drawn"_s);
    window.actions()->undo->trigger();
    QVERIFY(settle());
    QCOMPARE(said(), QString());
}

QTEST_MAIN(TstFinders)
#include "tst_finders.moc"
