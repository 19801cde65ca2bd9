// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// The real window in a made-up language, two fifths longer than English: whatever it shows is
// translated, and nothing is cut off.
#include "controls/token_label.h"
#include "language/language.h"
#include "layers/registry.h"
#include "support/pseudo_language.h"
#include "support/shown_texts.h"
#include "support/test_paths.h"
#include "support/window_look.h"
#include "visual/colormap.h"
#include "window/actions/actions.h"
#include "window/frame/main_window.h"
#include "window/guide/tour.h"

#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void addNames(std::string_view text, std::set<QString> &names)
{
    static const QRegularExpression ends(u"[^\\p{L}\\p{N}_]+"_s);
    for (const QString &word : qt(text).toLower().split(ends, Qt::SkipEmptyParts))
        names.insert(word);
}

void addValue(const Value &value, std::set<QString> &names)
{
    addNames(toPython(value), names);
}

/// Words that are the same in every language: Keras' names, colormaps, units, files.
std::set<QString> commonNames()
{
    std::set<QString> names;
    for (const LayerType *type : layerTypes()) {
        addNames(type->className, names);
        addNames(snakeCase(type->className), names);
        for (const std::string &alias : type->aliases)
            addNames(alias, names);
        for (const ParamInfo &info : type->table->params()) {
            addNames(info.name, names);
            addValue(info.defaultValue, names);
            for (const std::string &choice : info.choices)
                addNames(choice, names);
            if (info.family == nullptr)
                continue;
            addNames(info.family->knownNames(), names);
            for (const ObjectType &object : info.family->types()) {
                addNames(object.className, names);
                for (const ObjectFieldInfo &field : object.fields) {
                    addNames(field.name, names);
                    for (const std::string &choice : field.choices)
                        addNames(choice, names);
                }
            }
        }
    }
    for (const Colormap &map : colormaps())
        addNames(map.name, names);
    for (const char *name :
         {"ConvScope", "Keras", "None", "True", "False", "NaN", "channels_last", "channels_first",
          // functions of numbers
          "max", "min", "exp",
          // units
          "KiB", "MiB", "GiB", "TiB", "PiB", "ms", "Hz", "min",
          // files and formats
          "chelsea", "astronaut", "coffee", "camera", "rocket", "brick", "cell", "moon", "retina",
          "hubble_deep_field", "text", "png", "jpg", "npz", "npy", "json", "keras", "pdf", "svg",
          "csv", "db", "kernel", "input_layer", "torch", "caffe", "first_look", "edges", "down_up",
          "sequence", "volume", "unet", "two_inputs", "untitled", "sequential"})
        names.insert(QString::fromLatin1(name).toLower());
    return names;
}

} // namespace

class TstPseudoLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void knowsPlainWords();
    void theBundledStack();
    void everyLayerClass();
    void everyPage();
    void sequencesAndVolumes_data();
    void sequencesAndVolumes();
    void problems();
    void nothingOpen();
    void theTour();
    void popups_data();
    void popups();
    void dialogs_data();
    void dialogs();

private:
    bool settle();
    /// Fails the test where `root` shows a word in English or cuts one off.
    void look(QWidget &root, const QString &where);
    void fillMenus();

    QTemporaryDir m_folder;
    std::set<QString> m_names = commonNames();
    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TstPseudoLanguage::initTestCase()
{
    QString error;
    const TranslationTools tools{QStringLiteral(CORE_PATTERNS), QStringLiteral(LUPDATE),
                                 QStringLiteral(LRELEASE), QStringLiteral(RCC)};
    const int count = makePseudoLanguage(tools, qt(sourcePath()), m_folder.path(), &error);
    QVERIFY2(count > 500, qPrintable(error));
    QVERIFY(placeMistakes(m_folder.filePath(u"convscope_en_XA.ts"_s)).isEmpty());
    QVERIFY(languages().contains(u"en_XA"_s));
    useLanguage(*qApp, u"en_XA"_s);
    QCoreApplication::installTranslator(new PseudoQt(this));
    m_look = std::make_unique<WindowLook>();
}

void TstPseudoLanguage::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->results()->setLimits(RunLimits::none());
    m_window->resize(1440, 900);
    m_window->show();
}

bool TstPseudoLanguage::settle()
{
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
}

void TstPseudoLanguage::fillMenus()
{
    for (QMenu *menu : m_window->findChildren<QMenu *>())
        Q_EMIT menu->aboutToShow();
}

void TstPseudoLanguage::look(QWidget &root, const QString &where)
{
    // Layouts follow new words a little later.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCoreApplication::processEvents();
    std::set<QString> names = m_names;
    for (const auto &layer : m_window->document()->model().layers)
        addNames(layer->name(), names);
    // What a file says of itself, and the kernels that ran.
    const Input *input = m_window->document()->input();
    if (input != nullptr && input->title == verbatim(input->title.text()))
        addNames(input->title.text(), names);
    for (int i = 0; i < m_window->document()->model().size(); ++i) {
        if (const EvaluatedLayer *layer = m_window->results()->at(i))
            addNames(layer->result.kernel, names);
    }
    QStringList found;
    for (const ShownText &shown : shownTexts(root)) {
        const QStringList words = plainWords(shown.text, names);
        if (!words.isEmpty())
            found += u"%1: \"%2\" (%3)"_s.arg(shown.where, shown.text, words.join(u", "_s));
    }
    for (const QString &clipped : clippedTexts(root))
        found += u"cut off: "_s + clipped;
    found.removeDuplicates();
    // One by one: the framework cuts long messages short.
    for (const QString &one : found)
        qWarning().noquote() << where << one;
    QVERIFY2(found.isEmpty(), qPrintable(where));
}

void TstPseudoLanguage::knowsPlainWords()
{
    QCOMPARE(plainWords(u"Šåṽé the file, 3 × 3 a conv2d"_s, {u"conv2d"_s}),
             (QStringList{u"the"_s, u"file"_s}));
    QCOMPARE(plainWords(u"Conv2D…nspose, the…"_s, {u"conv2dtranspose"_s}), QStringList{u"the"_s});
    QCOMPARE(plainWords(pseudo(u"Adds a layer below the selected one (%1)."_s), {}), QStringList());
    QWidget box;
    box.resize(400, 200);
    QLabel label(u"A sentence that is longer than its label"_s, &box);
    label.setGeometry(0, 0, 40, 20);
    box.show();
    QCOMPARE(clippedTexts(box).size(), 1);
    label.adjustSize();
    QCOMPARE(clippedTexts(box).size(), 0);
    QToolButton button(&box);
    button.setText(u"A button that is too narrow"_s);
    button.setGeometry(0, 40, 40, 20);
    button.show();
    QCOMPARE(clippedTexts(box).size(), 1);
    button.setIcon(QIcon(QPixmap(16, 16)));
    button.setToolButtonStyle(Qt::ToolButtonIconOnly);
    QCOMPARE(clippedTexts(box).size(), 0);
    TokenLabel elided(pseudo(u"A sentence that is longer than its label"_s), FontRole::Text,
                      &Tokens::text, &box);
    elided.setElided(true);
    elided.setGeometry(0, 80, 40, 20);
    elided.show();
    QVERIFY(clippedTexts(box).isEmpty());
    QCOMPARE(elided.toolTip(), elided.text());
}

void TstPseudoLanguage::theBundledStack()
{
    m_window->openFirstLook();
    QVERIFY(settle());
    fillMenus();
    const int layers = m_window->document()->model().size();
    for (int layer = -1; layer < layers; ++layer) {
        m_window->selection()->selectLayer(layer);
        QVERIFY(settle());
        look(*m_window, u"layer %1"_s.arg(layer));
        if (QTest::currentTestFailed())
            return;
    }
    m_window->resize(1024, 700);
    QVERIFY(settle());
    look(*m_window, u"compact"_s);
}

void TstPseudoLanguage::everyLayerClass()
{
    m_window->openFirstLook();
    QVERIFY(settle());
    for (const LayerType *type : layerTypes()) {
        m_window->document()->addLayer(0, *type);
        m_window->selection()->selectLayer(0);
        QVERIFY(settle());
        look(*m_window, qt(type->className));
        if (QTest::currentTestFailed())
            return;
        m_window->document()->removeLayer(0);
    }
}

void TstPseudoLanguage::everyPage()
{
    m_window->openFirstLook();
    QVERIFY(settle());
    m_window->selection()->selectLayer(0);
    m_window->selection()->pin(PinnedCell{{86, 146}});
    for (QAction *page : m_window->actions()->modes->actions()) {
        page->trigger();
        QVERIFY(settle());
        look(*m_window, page->text());
        if (QTest::currentTestFailed())
            return;
    }
}

void TstPseudoLanguage::sequencesAndVolumes_data()
{
    QTest::addColumn<QString>("stack");
    QTest::newRow("a sequence") << u"sequence.npz"_s;
    QTest::newRow("a volume") << u"volume.npz"_s;
}

void TstPseudoLanguage::sequencesAndVolumes()
{
    QFETCH(QString, stack);
    m_window->openBundledStack(stack);
    QVERIFY(settle());
    m_window->selection()->selectLayer(0);
    QVERIFY(settle());
    look(*m_window, stack);
}

void TstPseudoLanguage::problems()
{
    m_window->openFirstLook();
    QVERIFY(settle());
    m_window->document()->setArgument(1, "pool_size", IntList{301, 2}, false);
    for (const int layer : {1, 2}) {
        m_window->selection()->selectLayer(layer);
        QVERIFY(settle());
        look(*m_window, layer == 1 ? u"illegal"_s : u"waiting"_s);
    }
}

void TstPseudoLanguage::nothingOpen()
{
    m_window->actions()->newStack->trigger();
    QVERIFY(settle());
    look(*m_window, u"an empty stack"_s);
    m_window->document()->setInput(nullptr, u"×"_s);
    QVERIFY(settle());
    look(*m_window, u"no input"_s);
}

void TstPseudoLanguage::theTour()
{
    m_window->openFirstLook();
    QVERIFY(settle());
    m_window->actions()->tour->trigger();
    QVERIFY(settle());
    look(*m_window, u"tour"_s);
}

void TstPseudoLanguage::popups_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("the finder of layers") << u"addLayer"_s;
    QTest::newRow("the finder of actions") << u"find"_s;
    QTest::newRow("the filter of the stack") << u"filterList"_s;
}

void TstPseudoLanguage::popups()
{
    QFETCH(QString, action);
    m_window->openFirstLook();
    QVERIFY(settle());
    const Actions *actions = m_window->actions();
    QAction *wanted = action == u"addLayer" ? actions->addLayer
                      : action == u"find"   ? actions->find
                                            : actions->filterList;
    wanted->trigger();
    QVERIFY(settle());
    for (QWidget *window : QApplication::topLevelWidgets())
        if (window->isVisible())
            look(*window, action);
}

void TstPseudoLanguage::dialogs_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("keys") << u"keyboardHelp"_s;
    QTest::newRow("help on a layer") << u"layerHelp"_s;
    QTest::newRow("about") << u"about"_s;
}

void TstPseudoLanguage::dialogs()
{
    QFETCH(QString, action);
    m_window->openFirstLook();
    QVERIFY(settle());
    m_window->selection()->selectLayer(0);
    const Actions *actions = m_window->actions();
    QAction *wanted = action == u"keyboardHelp" ? actions->keyboardHelp
                      : action == u"layerHelp"  ? actions->layerHelp
                                                : actions->about;
    // A dialog that asks waits for its answer in its own loop.
    bool seen = false;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            auto *dialog = qobject_cast<QDialog *>(window);
            if (dialog == nullptr || !dialog->isVisible())
                continue;
            if (!seen)
                look(*dialog, action);
            seen = true;
            dialog->close();
        }
    });
    timer.start(50);
    wanted->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(seen, 30000);
}

QTEST_MAIN(TstPseudoLanguage)
#include "tst_pseudo_language.moc"
