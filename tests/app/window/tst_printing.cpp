// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// The printed page as a PDF file: one page, real letters, maps at their own pixels, light colours.
// In the folder CONVSCOPE_GALLERY the files stay, to be looked at.
#include "pages/explore/explore_page.h"
#include "support/window_look.h"
#include "window/actions/actions.h"
#include "window/frame/main_window.h"
#include "window/printing/printing.h"
#include "window/status/status_line.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

class TstPrinting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init();
    void cleanup() { m_window.reset(); }

    void writesOnePage();
    void isTheSameInTheDark();
    void printsSequencesAndVolumes_data();
    void printsSequencesAndVolumes();
    void saysWhyThereIsNoMap();
    void saysWhatCannotBeWritten();
    void printsOnlyWhereThereIsSomething();
    void paintsTheScaleBesideTheMap();

private:
    bool settle();
    /// The file without what differs from one second to the next; empty where it failed.
    QByteArray pdf();
    static qsizetype count(const QByteArray &pdf, const QString &pattern);

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TstPrinting::init()
{
    m_look->theme().setMode(Theme::Mode::Light);
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->show();
    m_window->openFirstLook();
    QVERIFY(settle());
}

bool TstPrinting::settle()
{
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
}

QByteArray TstPrinting::pdf()
{
    const QTemporaryDir folder;
    const QDir place(qEnvironmentVariable("CONVSCOPE_GALLERY", folder.path()));
    const QString path = place.filePath(
        u"print_%1_%2.pdf"_s.arg(QString::fromLatin1(QTest::currentTestFunction()),
                                 QString::fromLatin1(QTest::currentDataTag()).remove(u' ')));
    QSignalSpy finished(m_window->printing(), &Printing::finished);
    m_window->printing()->writePdf(path);
    if (!finished.wait(60000) || !finished.front().front().toBool())
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    static const QRegularExpression date(u"/CreationDate \\([^)]*\\)"_s);
    return QString::fromLatin1(bytes).remove(date).toLatin1();
}

qsizetype TstPrinting::count(const QByteArray &pdf, const QString &pattern)
{
    return QString::fromLatin1(pdf).count(QRegularExpression(pattern));
}

void TstPrinting::writesOnePage()
{
    m_window->selection()->selectLayer(0);
    QVERIFY(settle());
    const QByteArray page = pdf();
    QVERIFY(page.startsWith("%PDF-"));
    QCOMPARE(count(page, u"/Type /Page\\s"_s), 1);
    // Letters stay letters, which can be searched and read out.
    QVERIFY(count(page, u"/FontFile2"_s) >= 2);
    QVERIFY(count(page, u"/ToUnicode"_s) >= 2);
    // The large map has its own pixels: 451 × 300.
    QVERIFY(count(page, u"/Width 451\\s+/Height 300\\s"_s) >= 1);
    // Six faces of the ribbon, the scale, the map and its sixteen tiles.
    QVERIFY(count(page, u"/Subtype /Image"_s) >= 20);
    QVERIFY(m_window->statusLine()->failure().isEmpty());
}

void TstPrinting::isTheSameInTheDark()
{
    // The last layer has both signs: its colours differ between themes on the screen.
    m_window->selection()->selectLayer(4);
    QVERIFY(settle());
    const QByteArray light = pdf();
    m_look->theme().setMode(Theme::Mode::Dark);
    QVERIFY(settle());
    const QByteArray dark = pdf();
    QVERIFY(!light.isEmpty());
    QVERIFY(light == dark);
    QVERIFY(tokens().isDark);
}

void TstPrinting::printsSequencesAndVolumes_data()
{
    QTest::addColumn<QString>("stack");
    QTest::addColumn<int>("layers");
    QTest::newRow("a sequence") << u"sequence.npz"_s << 4;
    QTest::newRow("a volume") << u"volume.npz"_s << 0;
}

void TstPrinting::printsSequencesAndVolumes()
{
    QFETCH(QString, stack);
    m_window->openBundledStack(stack);
    QVERIFY(settle());
    const QByteArray page = pdf();
    QCOMPARE(count(page, u"/Type /Page\\s"_s), 1);
    QVERIFY(page.size() > 10000);
}

void TstPrinting::saysWhyThereIsNoMap()
{
    QVERIFY(m_window->document()->setArgument(0, "padding", std::string("valid"), false));
    QVERIFY(m_window->document()->setArgument(0, "kernel_size", IntList{600, 3}, false));
    QVERIFY(settle());
    const QByteArray page = pdf();
    QCOMPARE(count(page, u"/Type /Page\\s"_s), 1);
    QCOMPARE(count(page, u"/Width 451\\s+/Height 300\\s"_s), 0);
}

void TstPrinting::saysWhatCannotBeWritten()
{
    QSignalSpy finished(m_window->printing(), &Printing::finished);
    m_window->printing()->writePdf(u"/nowhere/page.pdf"_s);
    QVERIFY(finished.wait(60000));
    QVERIFY(!finished.front().front().toBool());
    QVERIFY(m_window->statusLine()->failure().contains(u"/nowhere/page.pdf"));
}

void TstPrinting::printsOnlyWhereThereIsSomething()
{
    QVERIFY(m_window->actions()->print->isEnabled());
    QCOMPARE(m_window->actions()->print->shortcut(), QKeySequence(u"Ctrl+P"_s));
    m_window->actions()->newStack->trigger();
    QVERIFY(!m_window->actions()->print->isEnabled());
    QVERIFY(!m_window->actions()->exportPdf->isEnabled());
}

void TstPrinting::paintsTheScaleBesideTheMap()
{
    PrintedPage page;
    page.title = u"stack"_s;
    page.cells = QSize(4, 3);
    page.maps = 1;
    page.map = QImage(4, 3, QImage::Format_RGB32);
    page.map.fill(qRgb(10, 200, 30));
    page.colormap = findColormap("gray");
    page.range = {0, 2};
    const QSizeF size(1000, 700);
    QImage paper(size.toSize(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    paintPage(painter, page, size);
    painter.end();
    const PageLayout layout = layoutPage(page.contents(), size);
    QCOMPARE(paper.pixel(layout.map.center().toPoint()), qRgb(10, 200, 30));
    // Black below, white above, both inside the frame of the bar.
    const int x = static_cast<int>(layout.scale.left()) + 17;
    QVERIFY(qGray(paper.pixel(x, static_cast<int>(layout.scale.bottom()) - 3)) < 10);
    QVERIFY(qGray(paper.pixel(x, static_cast<int>(layout.scale.top()) + 3)) > 245);
    const int middle = static_cast<int>(layout.scale.center().y());
    QVERIFY(qAbs(qGray(paper.pixel(x, middle)) - 128) < 6);
}

QTEST_MAIN(TstPrinting)
#include "tst_printing.moc"
