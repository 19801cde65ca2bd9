// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// A person's work is not lost by closing, quitting, opening something else or a session's end; and
// what is written opens again.
#include "controls/save_path.h"
#include "keras/formats/model_format.h"
#include "keras/load_model.h"
#include "keras/save_model.h"
#include "language/core_words.h"
#include "layers/registry.h"
#include "pages/test/test_page.h"
#include "support/answers.h"
#include "support/name_giver.h"
#include "support/weight_table_reader.h"
#include "support/window_look.h"
#include "window/actions/actions.h"
#include "window/files/document_files.h"
#include "window/files/file_menus.h"
#include "window/frame/main_window.h"
#include "window/status/status_line.h"

#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Save = QMessageBox::Save;
constexpr auto Discard = QMessageBox::Discard;
constexpr auto Cancel = QMessageBox::Cancel;

} // namespace

class TstUnsavedWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void anUntouchedStackClosesWithoutAWord();
    void closingAsks();
    void casesAreAskedForToo();
    void quittingAsks();
    void anEditedNewStackIsAskedAboutToo();
    void whatReplacesTheStackAsks_data();
    void whatReplacesTheStackAsks();
    void whatKeepsTheStackDoesNotAsk_data();
    void whatKeepsTheStackDoesNotAsk();
    void savingFirstGoesOn();
    void editsMadeWhileAFileIsReadAreAskedAbout();
    void bundledStacksOpenUnmodified_data();
    void bundledStacksOpenUnmodified();
    void aSessionsEndAsks();
    void aSessionsEndThatCannotAskKeepsACopy();
    void namesGetTheEndingOfTheirKind_data();
    void namesGetTheEndingOfTheirKind();
    void whatIsSavedOpensAgain_data();
    void whatIsSavedOpensAgain();
    void exportedWeightsOpenAsAnEdit();
    void aFileThatIsThereIsAskedAbout();

private:
    bool settle() const
    {
        return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
    }
    ModelDocument *document() { return m_window->document(); }
    void edit();
    QString savedModel(const QString &name);

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstUnsavedWork::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_look = std::make_unique<WindowLook>();
}

void TstUnsavedWork::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->files()->setAsking(true);
    m_window->show();
    m_window->openFirstLook();
    QVERIFY(settle());
}

void TstUnsavedWork::edit()
{
    document()->setBypassed(0, true);
    QVERIFY(document()->isModified());
}

/// A small model of another kind of layer, as a file.
QString TstUnsavedWork::savedModel(const QString &name)
{
    const QString path = m_folder->filePath(name);
    ModelDocument other;
    other.addLayer(0, *findLayerType("MaxPooling2D"));
    const auto saved = saveModel(path.toStdString(), {other.model(), {}, {}});
    return saved ? path : QString();
}

void TstUnsavedWork::anUntouchedStackClosesWithoutAWord()
{
    Answers answers({});
    QVERIFY(m_window->close());
    QCOMPARE(answers.count(), 0);
}

void TstUnsavedWork::casesAreAskedForToo()
{
    auto *page = m_window->page<TestPage>();
    page->saveLayerAsCase();
    QTRY_VERIFY(page->suite()->isModified());
    {
        Answers answers({Cancel});
        QVERIFY(!m_window->close());
        QCOMPARE(answers.count(), 1);
        QVERIFY(page->suite()->isModified());
    }
    Answers answers({Discard});
    QVERIFY(m_window->close());
    QCOMPARE(answers.count(), 1);
}

void TstUnsavedWork::closingAsks()
{
    edit();
    {
        Answers answers({Cancel});
        QVERIFY(!m_window->close());
        QCOMPARE(answers.count(), 1);
        QVERIFY(answers.hadIcon());
        QVERIFY(m_window->isVisible());
        QVERIFY(document()->isModified());
    }
    Answers answers({Discard});
    QVERIFY(m_window->close());
    QCOMPARE(answers.count(), 1);
}

void TstUnsavedWork::quittingAsks()
{
    edit();
    Answers answers({Cancel});
    m_window->actions()->quit->trigger();
    QCOMPARE(answers.count(), 1);
    QVERIFY(m_window->isVisible());
}

void TstUnsavedWork::anEditedNewStackIsAskedAboutToo()
{
    m_window->actions()->newStack->trigger();
    document()->addLayer(0, *findLayerType("Conv2D"));
    Answers answers({Cancel});
    QVERIFY(!m_window->close());
    QCOMPARE(answers.count(), 1);
}

void TstUnsavedWork::whatReplacesTheStackAsks_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"open", "sample stack", "recent file", "drop", "new stack"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TstUnsavedWork::whatReplacesTheStackAsks()
{
    QFETCH(QString, way);
    const QString path = savedModel(u"other.keras"_s);
    QVERIFY(!path.isEmpty());
    const auto replace = [&] {
        if (way == u"open") {
            m_window->open(path);
        } else if (way == u"sample stack") {
            m_window->actions()->stacksMenu->actions().at(1)->trigger();
        } else if (way == u"recent file") {
            m_window->files()->menus()->setRecent({path});
            m_window->actions()->recentMenu->actions().front()->trigger();
        } else if (way == u"drop") {
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(path)});
            m_window->files()->take(&data);
        } else {
            m_window->actions()->newStack->trigger();
        }
    };
    edit();
    const DocumentState before = document()->state();
    {
        Answers answers({Cancel});
        replace();
        QVERIFY(settle());
        QCOMPARE(answers.count(), 1);
        QVERIFY(document()->state() == before);
        QVERIFY(document()->undoStack()->canUndo());
    }
    Answers answers({Discard});
    replace();
    QVERIFY(settle());
    QCOMPARE(answers.count(), 1);
    QVERIFY(!(document()->state() == before));
    QVERIFY(!document()->isModified());
}

void TstUnsavedWork::whatKeepsTheStackDoesNotAsk_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("a picture") << FileMenus::samplePath(u"coffee.png"_s);
    QTest::newRow("a pattern") << u"pattern:ramp?size=32x32"_s;
}

void TstUnsavedWork::whatKeepsTheStackDoesNotAsk()
{
    QFETCH(QString, path);
    edit();
    const Model before = document()->model();
    Answers answers({});
    m_window->open(path);
    QVERIFY(settle());
    QCOMPARE(answers.count(), 0);
    QVERIFY(document()->model() == before);
    QCOMPARE(document()->undoStack()->count(), 2);
}

void TstUnsavedWork::savingFirstGoesOn()
{
    edit();
    const QString path = m_folder->filePath(u"mine"_s);
    Answers answers({Save});
    NameGiver name(path, u"Keras archive"_s);
    QVERIFY(m_window->close());
    QCOMPARE(answers.count(), 1);
    const auto loaded = loadModel((path + u".keras"_s).toStdString());
    QVERIFY(loaded.has_value());
    QCOMPARE(loaded->model.size(), document()->model().size());
}

void TstUnsavedWork::editsMadeWhileAFileIsReadAreAskedAbout()
{
    edit();
    const QString path = savedModel(u"other.keras"_s);
    Answers answers({Discard, Cancel});
    m_window->open(path);
    QCOMPARE(answers.count(), 1);
    // The file is being read; the person goes on.
    document()->setBypassed(1, true);
    const DocumentState edited = document()->state();
    QVERIFY(settle());
    QCOMPARE(answers.count(), 2);
    QVERIFY(document()->state() == edited);
}

void TstUnsavedWork::bundledStacksOpenUnmodified_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"first_look.npz", "edges.npz", "down_up.npz", "sequence.npz", "volume.npz"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TstUnsavedWork::bundledStacksOpenUnmodified()
{
    QFETCH(QString, name);
    m_window->open(FileMenus::samplePath(u"coffee.png"_s));
    QVERIFY(settle());
    QVERIFY(document()->isModified());
    Answers answers({Discard});
    m_window->openBundledStack(name);
    QVERIFY(settle());
    QVERIFY(!document()->isModified());
    QCOMPARE(document()->undoStack()->count(), 0);
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(document()->model().size() > 0);
    const QString sample = FileMenus::sampleForStack(name);
    if (!sample.isEmpty())
        QCOMPARE(localized(document()->input()->title), sample);
}

void TstUnsavedWork::aSessionsEndAsks()
{
    edit();
    {
        Answers answers({Cancel});
        QVERIFY(!m_window->endSession(true));
        QCOMPARE(answers.count(), 1);
    }
    Answers answers({Discard});
    QVERIFY(m_window->endSession(true));
}

void TstUnsavedWork::aSessionsEndThatCannotAskKeepsACopy()
{
    edit();
    const Model edited = document()->model();
    Answers answers({});
    QVERIFY(m_window->endSession(false));
    QCOMPARE(answers.count(), 0);
    const QString kept = m_window->files()->menus()->recent().value(0);
    QVERIFY(kept.endsWith(u".npz"));
    const auto loaded = loadModel(kept.toStdString());
    QFile::remove(kept);
    QVERIFY(loaded.has_value());
    QVERIFY(loaded->model == edited);
}

void TstUnsavedWork::namesGetTheEndingOfTheirKind_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("path");
    const QString archive = u"Keras archive: all (*.keras)"_s;
    const QString hdf5 = u"Keras HDF5 (v2): all (*.h5 *.hdf5)"_s;
    QTest::newRow("none") << u"/a/net"_s << archive << u"/a/net.keras"_s;
    QTest::newRow("a dot is no ending") << u"/a/net.v2"_s << archive << u"/a/net.v2.keras"_s;
    QTest::newRow("has it") << u"/a/net.keras"_s << archive << u"/a/net.keras"_s;
    QTest::newRow("the first of several") << u"/a/net"_s << hdf5 << u"/a/net.h5"_s;
    QTest::newRow("has the second") << u"/a/net.HDF5"_s << hdf5 << u"/a/net.HDF5"_s;
    QTest::newRow("typed another kind's") << u"/a/net.h5"_s << archive << u"/a/net.h5"_s;
    QTest::newRow("is nothing but an ending") << u"/a/.h5"_s << archive << u"/a/.h5.keras"_s;
    QTest::newRow("a folder's dot") << u"/a.keras/net"_s << archive << u"/a.keras/net.keras"_s;
}

void TstUnsavedWork::namesGetTheEndingOfTheirKind()
{
    QFETCH(QString, typed);
    QFETCH(QString, chosen);
    QFETCH(QString, path);
    const QStringList all{u"Keras archive: all (*.keras)"_s,
                          u"Keras HDF5 (v2): all (*.h5 *.hdf5)"_s};
    QCOMPARE(withEnding(typed, chosen, all), path);
}

void TstUnsavedWork::whatIsSavedOpensAgain_data()
{
    QTest::addColumn<QString>("kind");
    for (const ModelFormat &format : modelFormats()) {
        if (format.write != nullptr && format.read != nullptr)
            QTest::newRow(format.name.text().c_str()) << QString::fromStdString(format.name.text());
    }
}

void TstUnsavedWork::whatIsSavedOpensAgain()
{
    QFETCH(QString, kind);
    edit();
    const Model edited = document()->model();
    const QString path = m_folder->filePath(u"my.net"_s);
    NameGiver name(path, kind);
    m_window->actions()->saveAs->trigger();
    QVERIFY(!document()->isModified());
    const QString saved = document()->path();
    QVERIFY2(saved.startsWith(path + u'.') && QFileInfo::exists(saved), qPrintable(saved));
    // Nothing is offered that would not open.
    for (const QString &offered : name.kinds())
        QVERIFY2(!offered.contains(u".py") && !offered.contains(u".weights.h5"),
                 qPrintable(offered));
    m_window->actions()->newStack->trigger();
    m_window->open(saved);
    QVERIFY(settle());
    QCOMPARE(document()->path(), saved);
    QCOMPARE(document()->model().size(), edited.size());
    for (int i = 0; i < edited.size(); ++i)
        QCOMPARE(document()->model().layer(i).type().className, edited.layer(i).type().className);
}

void TstUnsavedWork::exportedWeightsOpenAsAnEdit()
{
    // A layer whose weights are drawn: the file has others after they are drawn anew.
    document()->addLayer(5, *findLayerType("Conv2D"));
    QVERIFY(settle());
    const QString path = m_folder->filePath(u"only"_s);
    NameGiver name(path, u"Keras weights"_s);
    m_window->actions()->exportStack->trigger();
    const QString saved = path + u".weights.h5"_s;
    QVERIFY(QFileInfo::exists(saved));
    QVERIFY(document()->path().isEmpty());
    const Model before = document()->model();
    Answers answers({});
    m_window->actions()->redrawWeights->trigger();
    TableReader table(true);
    m_window->open(saved);
    QVERIFY(settle());
    QCOMPARE(table.tables(), 1);
    QCOMPARE(answers.count(), 0);
    QCOMPARE(document()->undoStack()->undoText(), u"weights of only.weights.h5"_s);
    QCOMPARE(document()->model().size(), before.size());
}

void TstUnsavedWork::aFileThatIsThereIsAskedAbout()
{
    const QString path = m_folder->filePath(u"there"_s);
    QFile file(path + u".keras"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    edit();
    Answers answers({QMessageBox::Yes});
    NameGiver name(path, u"Keras archive"_s);
    m_window->actions()->saveAs->trigger();
    QCOMPARE(answers.count(), 1);
    QVERIFY(answers.asked().front().startsWith(u"there.keras"));
    QVERIFY(QFileInfo(file.fileName()).size() > 100);
}

QTEST_MAIN(TstUnsavedWork)
#include "tst_unsaved_work.moc"
