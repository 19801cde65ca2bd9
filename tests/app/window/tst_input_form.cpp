// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What a model states is kept in the window: the input is fitted to it, as a person chooses at the
// right, and every choice can be undone. Files with layers that cannot run open all the same.
#include "controls/quiet_combo_box.h"
#include "controls/quiet_spin_box.h"
#include "layers/registry.h"
#include "pages/problems/problem_pages.h"
#include "params/input_form.h"
#include "params/inspector.h"
#include "params/param_row.h"
#include "stack/layer_list_model.h"
#include "stack/stack_panel.h"
#include "support/test_paths.h"
#include "support/window_look.h"
#include "views/error_page.h"
#include "views/message_page.h"
#include "views/shape_ribbon.h"
#include "window/files/document_files.h"
#include "window/frame/main_window.h"
#include "window/status/status_line.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kIllegal = R"({"class_name": "Sequential", "config": {"name": "s", "layers": [
    {"class_name": "InputLayer", "config": {"batch_input_shape": [null, null, null, 3]}},
    {"class_name": "Conv2D", "config": {"name": "good", "filters": 4, "kernel_size": [3, 3]}},
    {"class_name": "Cropping2D", "config": {"name": "bad", "cropping": [[9, 9], [9, 9]]}},
    {"class_name": "ReLU", "config": {"name": "after"}}]}})";

constexpr auto kUnknown = R"({"class_name": "Sequential", "config": {"name": "s", "layers": [
    {"class_name": "InputLayer", "config": {"batch_input_shape": [null, null, null, 3]}},
    {"class_name": "Conv2D", "config": {"name": "good", "filters": 4, "kernel_size": [3, 3]}},
    {"class_name": "FancyAttention", "module": "mine", "config": {"name": "odd", "heads": 7}},
    {"class_name": "ReLU", "config": {"name": "after"}}]}})";

QByteArray stating(const QByteArray &shape, const QByteArray &layer)
{
    return R"({"class_name": "Sequential", "config": {"name": "plain", "layers": [
        {"class_name": "InputLayer", "config": {"batch_input_shape": )" +
           shape + R"(, "name": "in"}}, )" + layer + "]}}";
}

constexpr auto kSame = R"({"class_name": "ZeroPadding2D", "config": {"name": "id", "padding": 0}})";

} // namespace

class TstInputForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<WindowLook>(); }
    void init();
    void cleanup() { m_window.reset(); }

    void cropsForStoredWeights();
    void everyChoiceIsAStepBack();
    void fitsTheNarrowestInspector();
    void aRefusedInputSaysWhatWouldHelp();
    void valuesFollowTheModel();
    void choosesAmongFrames();
    void choosesWhatBecomesOfAlpha();
    void keepsTheChoiceForTheNextPicture();
    void fitsAgainForAnotherModel();
    void opensWithAnIllegalLayer();
    void opensWithAClassThatIsNotKnownHere();
    void saysHowManyWeightsAreStored();

private:
    bool settle();
    bool open(const QString &path);
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QString picture(int columns, int rows,
                                  QImage::Format format = QImage::Format_RGB888) const;
    [[nodiscard]] InputForm *form() const { return m_window->inspector()->inputForm(); }
    [[nodiscard]] LayerCard card(int index) const;
    bool click(QWidget *button);
    [[nodiscard]] Extents read() const;

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TstInputForm::init()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->results()->setLimits(RunLimits::none());
    m_window->resize(1440, 900);
    m_window->show();
}

bool TstInputForm::settle()
{
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
}

bool TstInputForm::open(const QString &path)
{
    m_window->open(path);
    return settle() && m_window->statusLine()->failure().isEmpty();
}

QString TstInputForm::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return file.fileName();
}

QString TstInputForm::picture(int columns, int rows, QImage::Format format) const
{
    QImage image(columns, rows, format);
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            image.setPixelColor(column, row, QColor(10 * column, row, 255, 100));
    const QString path =
        m_folder.filePath(u"%1x%2_%3.png"_s.arg(columns).arg(rows).arg(int(format)));
    if (!image.save(path))
        qFatal("cannot write");
    return path;
}

LayerCard TstInputForm::card(int index) const
{
    return m_window->stackPanel()->findChild<LayerListModel *>()->card(index + 1);
}

bool TstInputForm::click(QWidget *button)
{
    QTest::mouseClick(button, Qt::LeftButton);
    return settle();
}

Extents TstInputForm::read() const
{
    const auto &inputs = m_window->document()->inputTensors();
    return inputs.empty() ? Extents{} : inputs.front().extents();
}

void TstInputForm::cropsForStoredWeights()
{
    QVERIFY(open(QString::fromStdString(dataPath("input/trained_8x8x1.npz"))));
    QVERIFY(open(picture(12, 10)));
    QCOMPARE(read(), (Extents{1, 8, 8, 1}));
    QVERIFY2(card(-1).name.contains(u"crop"_s), qPrintable(card(-1).name));
    // Not a weight was drawn anew.
    for (const LayerShapes &layer : m_window->document()->shapes().layers)
        QVERIFY(!layer.error);
    QVERIFY(!m_window->statusLine()->stateText().contains(u"stored"_s));
    m_window->selection()->selectLayer(-1);
    QVERIFY(settle());
    QVERIFY(form()->isVisible());
    QVERIFY(form()->fitCard(Fit::Crop)->isVisible());
    QVERIFY(form()->fitCard(Fit::Resize)->isEnabled());
    // The weights keep the size.
    QVERIFY(!form()->fitCard(Fit::Model)->isVisible());
    QVERIFY2(form()->fitNote()->text().contains(u"cuts 1 + 1 columns"_s),
             qPrintable(form()->fitNote()->text()));
}

void TstInputForm::everyChoiceIsAStepBack()
{
    QVERIFY(open(write(u"m.json"_s, stating("[null, 8, 8, 3]", kSame))));
    QVERIFY(open(picture(12, 10)));
    m_window->selection()->selectLayer(-1);
    QVERIFY(settle());
    const Tensor cropped = m_window->document()->inputTensors().front();
    QVERIFY(click(form()->fitCard(Fit::Resize)));
    QCOMPARE(read(), (Extents{1, 8, 8, 3}));
    QVERIFY(m_window->document()->inputTensors().front().fingerprint() != cropped.fingerprint());
    QVERIFY2(card(-1).name.contains(u"resize"_s), qPrintable(card(-1).name));
    QUndoStack *undo = m_window->document()->undoStack();
    QCOMPARE(undo->undoText(), u"fit Crop → Resize"_s);
    QVERIFY(click(form()->fitCard(Fit::Model)));
    QCOMPARE(read(), (Extents{1, 10, 12, 3}));
    QVERIFY(click(form()->rangeRow(PictureRange::MinusOneToOne)));
    QCOMPARE(m_window->document()->inputTensors().front().data()[0], -1.0F);
    QCOMPARE(undo->undoText(), u"values auto → −1 to 1"_s);
    for (int i = 0; i < 3; ++i)
        undo->undo();
    QVERIFY(settle());
    QCOMPARE(m_window->document()->inputTensors().front().fingerprint(), cropped.fingerprint());
    undo->redo();
    QVERIFY(settle());
    QVERIFY(card(-1).name.contains(u"resize"_s));
    QCOMPARE(read(), (Extents{1, 8, 8, 3}));
    // By the keyboard too.
    form()->fitCard(Fit::Crop)->setFocus();
    QTest::keyClick(form()->fitCard(Fit::Crop), Qt::Key_Space);
    QVERIFY(settle());
    form()->anchorBox()->setFocus();
    QTest::keyClick(form()->anchorBox(), Qt::Key_Down);
    QVERIFY(settle());
    QCOMPARE(m_window->document()->chosen()->preparation.anchor, FitAnchor::TopLeft);
    QVERIFY(m_window->document()->inputTensors().front().fingerprint() != cropped.fingerprint());
}

void TstInputForm::fitsTheNarrowestInspector()
{
    QVERIFY(open(write(u"m.json"_s, stating("[null, 8, 8, 3]", kSame))));
    QVERIFY(open(picture(12, 10)));
    m_window->selection()->selectLayer(-1);
    QVERIFY(settle());
    QVERIFY(form()->fitCard(Fit::Model)->isVisible());
    QVERIFY2(form()->minimumSizeHint().width() <= m_window->inspector()->minimumWidth(),
             qPrintable(QString::number(form()->minimumSizeHint().width())));
}

void TstInputForm::aRefusedInputSaysWhatWouldHelp()
{
    QVERIFY(open(write(u"m.json"_s, stating("[null, 16, 16, 3]", kSame))));
    QVERIFY(open(picture(12, 10)));
    QCOMPARE(read(), (Extents{1, 16, 16, 3}));
    m_window->selection()->selectLayer(-1);
    QVERIFY(click(form()->fitCard(Fit::Refuse)));
    m_window->selection()->selectLayer(0);
    QVERIFY(settle());
    QVERIFY(read().empty());
    QCOMPARE(card(-1).state, CardState::Illegal);
    QCOMPARE(card(-1).shape, u"not 16×16×3"_s);
    QVERIFY2(m_window->statusLine()->stateText().contains(u"does not fit"_s),
             qPrintable(m_window->statusLine()->stateText()));
    auto *message = m_window->centre()->findChild<MessagePage *>();
    QVERIFY(message != nullptr && message->isVisible());
    // The one button goes to where the choice is.
    QVERIFY(message->button()->isVisible());
    QVERIFY(click(message->button()));
    QCOMPARE(m_window->selection()->layer(), -1);
    const QString note = form()->fitNote()->text();
    QVERIFY2(note.contains(u"(1, 10, 12, 3)"_s) && note.contains(u"(None, 16, 16, 3)"_s) &&
                 note.contains(u"Resize, crop or pad it"_s),
             qPrintable(note));
    QVERIFY(form()->fitNote()->isError());
    QVERIFY(click(form()->fitCard(Fit::Pad)));
    QCOMPARE(read(), (Extents{1, 16, 16, 3}));
    QVERIFY(!message->isVisible());
    QCOMPARE(card(-1).state, CardState::Ok);
    m_window->document()->undoStack()->undo();
    QVERIFY(settle());
    QCOMPARE(card(-1).state, CardState::Illegal);
}

void TstInputForm::valuesFollowTheModel()
{
    QVERIFY(open(write(u"m.json"_s, stating("[null, null, null, 3]", kSame))));
    QVERIFY(open(picture(12, 10)));
    m_window->selection()->selectLayer(-1);
    QVERIFY(settle());
    // The model states no size: there is nothing to fit.
    QVERIFY(!form()->fitCard(Fit::Crop)->isVisible());
    QCOMPARE(m_window->document()->inputTensors().front().data()[2], 1.0F);
    m_window->document()->addLayer(0, *findLayerType("Rescaling"));
    QVERIFY(settle());
    QCOMPARE(m_window->document()->inputTensors().front().data()[2], 255.0F);
    m_window->document()->undoStack()->undo();
    QVERIFY(settle());
    QCOMPARE(m_window->document()->inputTensors().front().data()[2], 1.0F);
}

void TstInputForm::choosesAmongFrames()
{
    QVERIFY(open(write(u"m.json"_s, stating("[null, null, null, 1]", kSame))));
    QVERIFY(open(QString::fromStdString(dataPath("input/pages.tif"))));
    m_window->selection()->selectLayer(-1);
    QVERIFY(settle());
    QVERIFY(form()->frameField()->isVisible());
    QVERIFY(!form()->rowField()->isVisible());
    QCOMPARE(m_window->document()->inputTensors().front().data()[0], 0.0F);
    form()->frameField()->setFocus();
    QTest::keyClick(form()->frameField(), Qt::Key_Up);
    QTest::keyClick(form()->frameField(), Qt::Key_Up);
    QVERIFY(settle());
    QCOMPARE(m_window->document()->inputTensors().front().data()[0], 1.0F);
    // One gesture, one step.
    m_window->document()->undoStack()->undo();
    QVERIFY(settle());
    QCOMPARE(m_window->document()->inputTensors().front().data()[0], 0.0F);
}

void TstInputForm::choosesWhatBecomesOfAlpha()
{
    QVERIFY(open(write(u"m.json"_s, stating("[null, null, null, 3]", kSame))));
    QVERIFY(open(picture(12, 10)));
    m_window->selection()->selectLayer(-1);
    QVERIFY(settle());
    QVERIFY(!form()->alphaBox()->isEnabled());
    QVERIFY(open(picture(12, 10, QImage::Format_RGBA8888)));
    QVERIFY(form()->alphaBox()->isEnabled());
    // A fourth channel is not for this model.
    QCOMPARE(form()->alphaBox()->count(), 3);
    form()->alphaBox()->setFocus();
    QTest::keyClick(form()->alphaBox(), Qt::Key_Down);
    QVERIFY(settle());
    QCOMPARE(m_window->document()->chosen()->preparation.alpha, std::optional(Alpha::OverWhite));
    QCOMPARE(m_window->document()->inputTensors().front().data()[0], 155 / 255.0F);
    QVERIFY2(card(-1).name.contains(u"over white"_s), qPrintable(card(-1).name));
    QVERIFY(card(-1).description.contains(u"laid over white by its alpha"_s));
}

void TstInputForm::keepsTheChoiceForTheNextPicture()
{
    QVERIFY(open(write(u"m.json"_s, stating("[null, 8, 8, 3]", kSame))));
    QVERIFY(open(picture(12, 10)));
    m_window->selection()->selectLayer(-1);
    QVERIFY(settle());
    QVERIFY(click(form()->fitCard(Fit::Resize)));
    QVERIFY(open(picture(6, 5)));
    QCOMPARE(read(), (Extents{1, 8, 8, 3}));
    QVERIFY2(card(-1).name.contains(u"resize"_s), qPrintable(card(-1).name));
}

void TstInputForm::fitsAgainForAnotherModel()
{
    QVERIFY(open(picture(12, 10)));
    QCOMPARE(read(), (Extents{1, 10, 12, 3}));
    QVERIFY(open(write(u"m.json"_s, stating("[null, 8, 8, 1]", kSame))));
    QCOMPARE(read(), (Extents{1, 8, 8, 1}));
    QVERIFY(open(write(u"f.json"_s, stating("[null, null, null, 3]", kSame))));
    QCOMPARE(read(), (Extents{1, 10, 12, 3}));
    QVERIFY(open(write(u"s.json"_s,
                       stating("[null, null, 3]",
                               R"({"class_name": "ZeroPadding1D", "config": {"padding": 0}})"))));
    QCOMPARE(read(), (Extents{1, 12, 3}));
    m_window->selection()->selectLayer(-1);
    QVERIFY(settle());
    QVERIFY(form()->rowField()->isVisible());
    QCOMPARE(form()->rowField()->value(), 5);
}

void TstInputForm::opensWithAnIllegalLayer()
{
    m_window->open(write(u"illegal.json"_s, kIllegal));
    m_window->open(picture(12, 10));
    QVERIFY(settle());
    QCOMPARE(m_window->document()->model().size(), 3);
    QCOMPARE(card(1).state, CardState::Illegal);
    QVERIFY(m_window->results()->at(0) != nullptr);
    QVERIFY2(m_window->statusLine()->stateText().contains(u"bad cannot run"_s),
             qPrintable(m_window->statusLine()->stateText()));
    m_window->selection()->selectLayer(1);
    QVERIFY(settle());
    QVERIFY(m_window->centre()->problems()->errorPage()->isVisible());
    QVERIFY(m_window->centre()->problems()->repairCount() > 0);
    m_window->centre()->problems()->applyRepair(0);
    QVERIFY(settle());
    QCOMPARE(card(1).state, CardState::Ok);
}

void TstInputForm::opensWithAClassThatIsNotKnownHere()
{
    m_window->open(write(u"unknown.json"_s, kUnknown));
    m_window->open(picture(12, 10));
    QVERIFY(settle());
    QCOMPARE(m_window->document()->model().size(), 3);
    QVERIFY(m_window->results()->at(0) != nullptr);
    QCOMPARE(card(1).shape, u"not known here"_s);
    QCOMPARE(card(1).title, u"FancyAttention"_s);
    QCOMPARE(m_window->ribbon()->face(2).state, RibbonFace::State::Unknown);
    QCOMPARE(ribbonCaption(m_window->ribbon()->face(2)), u"not known here"_s);
    m_window->selection()->selectLayer(1);
    QVERIFY(settle());
    auto *message = m_window->centre()->findChild<MessagePage *>();
    QVERIFY(message != nullptr && message->isVisible());
    QVERIFY(message->title().contains(u"not known here"_s));
    QVERIFY2(message->title().contains(u"odd"_s), qPrintable(message->title()));
}

void TstInputForm::saysHowManyWeightsAreStored()
{
    QVERIFY(open(QString::fromStdString(dataPath("input/trained_8x8x1.npz"))));
    QVERIFY(open(picture(8, 8)));
    const Model &model = m_window->document()->model();
    int conv = 0;
    while (conv < model.size() && model.layer(conv).type().className != "Conv2D")
        ++conv;
    QVERIFY(conv < model.size());
    QVERIFY(!card(conv).params.contains(u"stored"_s));
    const auto filters = std::get<std::int64_t>(model.layer(conv).value("filters"));
    m_window->document()->setArgument(conv, "filters", Value(filters + 3), false);
    QVERIFY(settle());
    QVERIFY2(card(conv).params.contains(u"stored"_s), qPrintable(card(conv).params));
    QVERIFY2(m_window->statusLine()->stateText().contains(u"stored"_s) ||
                 m_window->statusLine()->restText().contains(u"stored"_s),
             qPrintable(m_window->statusLine()->stateText()));
}

QTEST_MAIN(TstInputForm)
#include "tst_input_form.moc"
